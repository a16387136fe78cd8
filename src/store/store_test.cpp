// What the store promises, on both engines: transactions that roll back, values that come back as
// they went in, deadlines that reach the database, and migrations that are run once.

#include "store/store.h"

#include "store/backup.h"
#include "store/migrations.h"
#include "test_world.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

namespace waymark::store {

namespace {

using std::chrono::milliseconds;

Sql const kAdd{"test.add",
               "INSERT INTO test_thing (id, number, fraction, words) "
               "VALUES ($1, $2, $3, $4)"};
Sql const kAddAgain{"test.add_again",
                    "INSERT INTO test_thing (id, words, number) "
                    "VALUES ($3, $1, $2)"};
Sql const kGet{"test.get", "SELECT id, number, fraction, words FROM test_thing WHERE id = $1"};
Sql const kCount{"test.count", "SELECT count(*) AS things FROM test_thing"};
Sql const kAll{"test.all", "SELECT id FROM test_thing ORDER BY id"};
// About ten billion steps: nobody waits for the end of it.
Sql const kEndless{"test.endless", R"sql(
    WITH RECURSIVE step (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM step WHERE n < 10000000000)
    SELECT count(*) AS steps FROM step
)sql"};

Deadline soon() {
    return Deadline::after(std::chrono::seconds{20});
}

class StoreTest : public testing::Test {
  protected:
    StoreTest() {
        world.run(
            "CREATE TABLE test_thing (id TEXT PRIMARY KEY, number BIGINT, "
            "fraction DOUBLE PRECISION, words TEXT)");
    }
    ~StoreTest() override { world.run("DROP TABLE test_thing"); }

    Database& database() { return world.database(); }
    std::string count() { return world.value("SELECT count(*) FROM test_thing"); }

    TestWorld world;
};

TEST_F(StoreTest, GivesBackWhatWentIn) {
    auto tx = database().begin(Mode::Write, soon());
    std::string const words = "Żółć 'quoted' \"twice\"\nand a line";
    tx.execute(kAdd, {"a", INT64_C(9007199254740993), 0.1, words});
    tx.execute(kAdd, {"b", nullptr, std::nullopt, ""});
    auto const a = *tx.first(kGet, {"a"});
    EXPECT_EQ(a.integer("number"), INT64_C(9007199254740993));
    EXPECT_DOUBLE_EQ(a.real("fraction"), 0.1);
    EXPECT_EQ(a.text("words"), words);
    auto const b = *tx.first(kGet, {"b"});
    EXPECT_FALSE(b.optional_integer("number"));
    EXPECT_FALSE(b.optional_real("fraction"));
    EXPECT_EQ(b.optional_text("words"), "");
    EXPECT_FALSE(tx.first(kGet, {"c"}));
}

TEST_F(StoreTest, BindsByNumberInWhateverOrderTheyStand) {
    auto tx = database().begin(Mode::Write, soon());
    tx.execute(kAddAgain, {"words", 7, "id"});
    auto const row = *tx.first(kGet, {"id"});
    EXPECT_EQ(row.text("words"), "words");
    EXPECT_EQ(row.integer("number"), 7);
}

TEST_F(StoreTest, RollsBackUnlessCommitted) {
    {
        auto tx = database().begin(Mode::Write, soon());
        tx.execute(kAdd, {"a", 1, 1.0, ""});
    }
    EXPECT_EQ(count(), "0");
    auto tx = database().begin(Mode::Write, soon());
    tx.execute(kAdd, {"a", 1, 1.0, ""});
    tx.commit();
    EXPECT_EQ(count(), "1");
}

TEST_F(StoreTest, ReadingSeesOneMoment) {
    auto reader = database().begin(Mode::Read, soon());
    EXPECT_EQ(reader.first(kCount, {})->integer("things"), 0);
    {
        auto writer = database().begin(Mode::Write, soon());
        writer.execute(kAdd, {"a", 1, 1.0, ""});
        writer.commit();
    }
    EXPECT_EQ(reader.first(kCount, {})->integer("things"), 0);
}

TEST_F(StoreTest, AReadingTransactionCannotWrite) {
    auto tx = database().begin(Mode::Read, soon());
    EXPECT_THROW(tx.execute(kAdd, {"a", 1, 1.0, ""}), Failure);
}

TEST_F(StoreTest, TellsATakenKeyFromOtherTrouble) {
    auto tx = database().begin(Mode::Write, soon());
    tx.execute(kAdd, {"a", 1, 1.0, ""});
    EXPECT_THROW(tx.execute(kAdd, {"a", 2, 1.0, "a secret"}), UniqueViolation);
}

TEST_F(StoreTest, AnErrorNeverHoldsTheValue) {
    auto tx = database().begin(Mode::Write, soon());
    tx.execute(kAdd, {"a", 1, 1.0, ""});
    try {
        tx.execute(kAdd, {"a", 2, 1.0, "Marked-Name"});
        FAIL() << "the key was taken";
    } catch (Failure const& failure) {
        EXPECT_EQ(std::string{failure.what()}.find("Marked-Name"), std::string::npos);
    }
}

TEST_F(StoreTest, AnErrorAboutAValueDoesNotHoldItEither) {
    auto tx = database().begin(Mode::Write, soon());
    if (tx.engine() == Engine::Sqlite) return;  // takes any value in any column
    try {
        tx.execute(kAdd, {"a", "Marked-Name", 1.0, ""});
        FAIL() << "a name is no number";
    } catch (Failure const& failure) {
        EXPECT_EQ(std::string{failure.what()}.find("Marked-Name"), std::string::npos);
    }
}

TEST_F(StoreTest, DoesNotCallDoneWhatTheEngineRolledBack) {
    auto tx = database().begin(Mode::Write, soon());
    tx.execute(kAdd, {"a", 1, 1.0, ""});
    EXPECT_THROW(tx.execute(kAdd, {"a", 2, 1.0, ""}), UniqueViolation);
    if (tx.engine() == Engine::Sqlite) {
        tx.commit();  // there a statement that fails takes only itself back
        EXPECT_EQ(count(), "1");
    } else {
        EXPECT_THROW(tx.commit(), Failure);
    }
}

TEST_F(StoreTest, StopsAStatementAtItsDeadline) {
    auto const began = std::chrono::steady_clock::now();
    auto tx = database().begin(Mode::Read, Deadline::after(milliseconds{200}));
    EXPECT_THROW((void)tx.first(kEndless, {}), Unavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{15});
}

TEST_F(StoreTest, AConnectionServesAgainAfterADeadline) {
    for (int i = 0; i < 5; ++i) {
        auto tx = database().begin(Mode::Read, Deadline::after(milliseconds{50}));
        EXPECT_THROW((void)tx.first(kEndless, {}), Unavailable);
    }
    auto tx = database().begin(Mode::Read, soon());
    EXPECT_EQ(tx.first(kCount, {})->integer("things"), 0);
}

TEST_F(StoreTest, WaitsForAConnectionNoLongerThanTheDeadline) {
    auto first = database().begin(Mode::Read, soon());
    auto second = database().begin(Mode::Read, soon());
    EXPECT_THROW((void)database().begin(Mode::Read, Deadline::after(milliseconds{50})),
                 Unavailable);
}

TEST_F(StoreTest, GivesUpALockThatAnotherProgramHolds) {
    auto settings = database().settings();
    settings.lock_wait = milliseconds{50};
    Database other{settings};
    {
        auto tx = database().begin(Mode::Write, soon());
        tx.execute(kAdd, {"a", 1, nullptr, nullptr});
        tx.commit();
    }
    Sql const change{"test.change", "UPDATE test_thing SET number = 2 WHERE id = 'a'"};
    auto const began = std::chrono::steady_clock::now();
    {
        auto holding = database().begin(Mode::Write, soon());
        holding.execute(change, {});
        EXPECT_THROW(other.write(soon(),
                                 [&](Transaction& tx) {
                                     tx.execute(change, {});
                                     tx.commit();
                                 }),
                     Unavailable);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds{15});
    EXPECT_NO_THROW(other.write(soon(), [&](Transaction& tx) {
        tx.execute(change, {});
        tx.commit();
    }));
}

TEST_F(StoreTest, WritersInEachOthersWayAllGetThrough) {
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([&, writer] {
            for (int i = 0; i < 10; ++i) {
                database().write(soon(), [&](Transaction& tx) {
                    tx.execute(kAdd,
                               {std::to_string(writer) + "-" + std::to_string(i), i, 0.0, ""});
                    tx.commit();
                });
            }
        });
    }
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(count(), "40");
}

TEST_F(StoreTest, StreamsEveryRowInOrder) {
    auto tx = database().begin(Mode::Write, soon());
    for (int i = 100; i < 400; ++i) tx.execute(kAdd, {std::to_string(i), i, 0.0, ""});
    std::vector<std::string> ids;
    tx.each(kAll, {}, [&](Row const& row) { ids.push_back(row.text("id")); });
    ASSERT_EQ(ids.size(), 300u);
    EXPECT_EQ(ids.front(), "100");
    EXPECT_EQ(ids.back(), "399");
}

TEST(Migrations, AreRunOnceAndTheSecondTimeNot) {
    TestWorld world;
    EXPECT_EQ(migrate(world.database()), 0);
    EXPECT_NO_THROW(require_current_schema(world.database()));
}

TEST(Migrations, RefuseANewerAndAnAlteredDatabase) {
    TestWorld world;
    auto fewer = built_in_migrations();
    fewer.pop_back();
    EXPECT_THROW((void)migrate(world.database(), fewer), SchemaMismatch);
    auto altered = built_in_migrations();
    altered.front().sql += "-- one more line\n";
    EXPECT_THROW((void)migrate(world.database(), altered), SchemaMismatch);
    EXPECT_THROW(require_current_schema(world.database(), altered), SchemaMismatch);
}

TEST(Migrations, ThatFailLeaveTheOldSchema) {
    TestWorld world;
    auto const before = world.dump();
    auto more = built_in_migrations();
    more.push_back({"9999_broken", "CREATE TABLE half_done (id TEXT);\nCREATE NONSENSE;\n"});
    EXPECT_THROW((void)migrate(world.database(), more), Failure);
    EXPECT_EQ(world.dump(), before);
    EXPECT_THROW((void)world.value("SELECT count(*) FROM half_done"), Failure);
    more.back().sql = "CREATE TABLE whole (id TEXT);\n";
    EXPECT_EQ(migrate(world.database(), more), 1);
    world.run("DROP TABLE whole");
    world.run("DELETE FROM schema_migration WHERE name = '9999_broken'");
}

// A folder that is gone after the test.
struct ScratchFolder {
    std::filesystem::path path =
        std::filesystem::path{testing::TempDir()} / ("waymark-backup-" + std::to_string(getpid()));
    ScratchFolder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~ScratchFolder() { std::filesystem::remove_all(path); }
    std::string file(char const* name) const { return (path / name).string(); }
};

void expect_file_cut_in_half_is_refused(Settings const& target, std::string const& file,
                                        std::string const& broken) {
    std::filesystem::copy_file(file, broken);
    std::filesystem::resize_file(broken, std::filesystem::file_size(file) / 2);
    EXPECT_THROW(restore(target, broken, Overwrite::Yes), Failure);
}

TEST(Backup, IsNotPutBackUnderAServerThatHasTheDatabaseOpen) {
    TestWorld world;
    if (world.database().engine() != Engine::Sqlite) return;
    ScratchFolder const folder;
    (void)backup(world.database(), folder.file("copy"));
    Settings const target{.url = "sqlite:" + folder.file("served.db")};
    restore(target, folder.file("copy"), Overwrite::No);
    {
        Database served{target};
        require_current_schema(served);
        EXPECT_THROW(restore(target, folder.file("copy"), Overwrite::Yes), Failure);
        EXPECT_NO_THROW(require_current_schema(served));
    }
    EXPECT_NO_THROW(restore(target, folder.file("copy"), Overwrite::Yes));
}

TEST(Backup, IsACheckedCopyThatCanBePutBack) {
    TestWorld world;
    ScratchFolder const folder;
    auto const file = folder.file("copy");
    EXPECT_GT(backup(world.database(), file).migrations, 0);
    EXPECT_THROW((void)backup(world.database(), file), WouldOverwrite);

    // PostgreSQL's is put back over the database that it came from, SQLite's beside it.
    bool const sqlite = world.database().engine() == Engine::Sqlite;
    Settings const target{.url = sqlite ? "sqlite:" + folder.file("restored.db")
                                        : world.database().settings().url};
    if (sqlite) restore(target, file, Overwrite::No);
    world.run("UPDATE user_account SET name = 'Written after the backup'");
    EXPECT_THROW(restore(target, file, Overwrite::No), WouldOverwrite);
    EXPECT_NO_THROW(restore(target, file, Overwrite::Yes));

    Database database{target};
    EXPECT_NO_THROW(require_current_schema(database));
    EXPECT_TRUE(durability_faults(database).empty());
    constexpr Sql kLaterNames{"test.later_names",
                              "SELECT count(*) AS rows FROM user_account "
                              "WHERE name = 'Written after the backup'"};
    auto const later = [&] {
        return database.read(Deadline::never(), [&](Transaction& tx) {
            return tx.first(kLaterNames, {})->integer("rows");
        });
    };
    EXPECT_EQ(later(), 0);
    expect_file_cut_in_half_is_refused(target, file, folder.file("broken"));
    EXPECT_NO_THROW(require_current_schema(database));
    EXPECT_EQ(later(), 0);
}

}  // namespace

}  // namespace waymark::store
