// What the audit promises: a chain in which every kind of tampering shows, at its place.

#include "audit/audit.h"

#include "test_world.h"

#include <gtest/gtest.h>

#include <thread>

namespace waymark::audit {

namespace {

// A world whose audit ends with ten entries about "case-1".
class AuditTest : public testing::Test {
  protected:
    AuditTest() {
        auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
        std::vector<Pending> entries;
        for (int i = 1; i <= 10; ++i) {
            entries.push_back({{world.user("amal").value, "agency", "request", world.clock.now},
                               {"case.change", "case", "case-1", i, "title,stage"}});
        }
        append(tx, entries);
        tx.commit();
        last = verification().entries;
    }

    Verification verification() {
        auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
        return verify(tx);
    }

    // Does what the triggers forbid, as somebody who owns the database could.
    void tamper(std::string const& sql) {
        if (world.database().engine() == store::Engine::Sqlite) {
            world.run("DROP TRIGGER IF EXISTS audit_entry_no_update");
            world.run("DROP TRIGGER IF EXISTS audit_entry_no_delete");
            world.run(sql);
        } else {
            world.run("ALTER TABLE audit_entry DISABLE TRIGGER USER");
            world.run(sql);
            world.run("ALTER TABLE audit_entry ENABLE TRIGGER USER");
        }
    }

    std::string at(std::int64_t back) { return std::to_string(last - back); }

    TestWorld world;
    std::int64_t last = 0;
};

TEST_F(AuditTest, IsWholeWhenNobodyTouchedIt) {
    EXPECT_FALSE(verification().broken);
    EXPECT_GT(last, 10);
}

TEST_F(AuditTest, RefusesUpdateAndDelete) {
    EXPECT_THROW(world.run("UPDATE audit_entry SET detail = ''"), store::Failure);
    EXPECT_THROW(world.run("DELETE FROM audit_entry"), store::Failure);
}

TEST_F(AuditTest, NamesTheFirstAlteredEntry) {
    tamper("UPDATE audit_entry SET actor_id = 'somebody else' WHERE sequence = " + at(4));
    EXPECT_EQ(verification().broken, last - 4);
    EXPECT_EQ(verification().fault, "altered");
}

TEST_F(AuditTest, NamesAMissingEntry) {
    tamper("DELETE FROM audit_entry WHERE sequence = " + at(3));
    EXPECT_EQ(verification().broken, last - 3);
    EXPECT_EQ(verification().fault, "missing");
}

TEST_F(AuditTest, NoticesThatTheEndWasCutOff) {
    tamper("DELETE FROM audit_entry WHERE sequence > " + at(2));
    EXPECT_EQ(verification().broken, last - 1);
    EXPECT_EQ(verification().fault, "missing");
}

TEST_F(AuditTest, NoticesTwoEntriesInEachOthersPlace) {
    tamper("UPDATE audit_entry SET sequence = -1 WHERE sequence = " + at(5));
    tamper("UPDATE audit_entry SET sequence = " + at(5) + " WHERE sequence = " + at(4));
    tamper("UPDATE audit_entry SET sequence = " + at(4) + " WHERE sequence = -1");
    EXPECT_EQ(verification().broken, last - 5);
}

TEST_F(AuditTest, NoticesAnEntryAddedBehindItsBack) {
    tamper(
        "INSERT INTO audit_entry SELECT sequence + 1, at, actor_id, agency_id, action, "
        "subject_kind, subject_id, revision, detail, request_id, hash FROM audit_entry "
        "WHERE sequence = " +
        at(0));
    EXPECT_EQ(verification().broken, last + 1);
}

TEST_F(AuditTest, NoticesAHeadThatWasPutBack) {
    tamper("UPDATE audit_head SET sequence = sequence - 1");
    EXPECT_EQ(verification().fault, "beyond_head");
}

TEST_F(AuditTest, TellsWhatChangedSinceARevision) {
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    auto const changes = changes_since(tx, "case-1", 8);
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes.front().revision, 9);
    EXPECT_EQ(changes.front().detail, "title,stage");
}

TEST_F(AuditTest, PagesFromTheNewest) {
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    auto const first = about(tx, "case-1", Include::Readings, std::nullopt, 6);
    auto const second = about(tx, "case-1", Include::Readings, first.back().sequence, 6);
    ASSERT_EQ(first.size(), 6u);
    ASSERT_EQ(second.size(), 4u);
    EXPECT_EQ(first.front().revision, 10);
    EXPECT_EQ(second.front().sequence, first.back().sequence - 1);
}

TEST_F(AuditTest, LeavesOutWhoLookedAndStillFillsThePage) {
    auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
    for (int i = 0; i < 8; ++i) {
        std::vector<Pending> const looked{
            {{world.user("amal").value, "", "", world.clock.now}, {"case.read", "case", "case-1"}}};
        append(tx, looked);
    }
    EXPECT_EQ(about(tx, "case-1", Include::Readings, std::nullopt, 6).front().action, "case.read");
    auto const changes = about(tx, "case-1", Include::Changes, std::nullopt, 6);
    ASSERT_EQ(changes.size(), 6u);
    EXPECT_EQ(changes.front().revision, 10);
}

TEST_F(AuditTest, KeepsTheChainWhenManyWriteAtOnce) {
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([&] {
            for (int i = 0; i < 10; ++i) {
                world.database().write(
                    store::Deadline::after(std::chrono::seconds{30}), [&](store::Transaction& tx) {
                        std::vector<Pending> const entries{
                            {{"system:test", "", "", world.clock.now}, {"test.write", "test", ""}}};
                        append(tx, entries);
                        tx.commit();
                    });
            }
        });
    }
    for (auto& writer : writers) writer.join();
    EXPECT_FALSE(verification().broken);
    EXPECT_EQ(verification().entries, last + 40);
}

}  // namespace

}  // namespace waymark::audit
