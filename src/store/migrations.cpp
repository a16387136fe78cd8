#include "store/migrations.h"

#include "connection.h"
#include "foundation/digest.h"
#include "foundation/text.h"

#include <algorithm>

namespace waymark::store {

// Runs scripts inside a transaction. Only migrations may do that.
class Schema {
  public:
    static void run(Transaction& tx, std::string const& script) {
        tx.connection_->run_script(script);
    }
};

namespace {

constexpr Sql kApplied{"store.applied_migrations",
                       "SELECT name, checksum FROM schema_migration ORDER BY name"};
constexpr Sql kRecord{"store.record_migration",
                      "INSERT INTO schema_migration (name, checksum, applied_at) "
                      "VALUES ($1, $2, $3)"};
constexpr Sql kSqliteTable{"store.has_table_sqlite",
                           "SELECT name FROM sqlite_master "
                           "WHERE type = 'table' AND name = 'schema_migration'"};
constexpr Sql kPostgresqlTable{"store.has_table_postgresql",
                               "SELECT relname FROM pg_class "
                               "WHERE oid = to_regclass('schema_migration')"};
// Any number will do, so long as it is always the same one.
constexpr Sql kPostgresqlLock{"store.migration_lock", "SELECT pg_advisory_xact_lock(872093471)"};

constexpr char const* kCreateTable =
    "CREATE TABLE schema_migration (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, "
    "applied_at TEXT NOT NULL)";

// Lines between "-- only: ENGINE" and "-- end only" are for that engine alone, and
// {{without_rowid}} is SQLite's way to keep a table in its primary key.
std::string for_engine(std::string const& sql, Engine engine) {
    bool const sqlite = engine == Engine::Sqlite;
    std::string kept;
    bool keep = true;
    for (std::string line : split(sql, '\n')) {
        if (line.starts_with("-- only: ")) {
            keep = line == (sqlite ? "-- only: sqlite" : "-- only: postgresql");
        } else if (line.starts_with("-- end only")) {
            keep = true;
        } else if (keep) {
            constexpr std::string_view kMark = "{{without_rowid}}";
            if (auto const at = line.find(kMark); at != std::string::npos) {
                line.replace(at, kMark.size(), sqlite ? "WITHOUT ROWID" : "");
            }
            kept += line + '\n';
        }
    }
    return kept;
}

struct Applied {
    std::string name, checksum;
};

std::vector<Applied> applied(Transaction& tx) {
    auto const& exists = tx.engine() == Engine::Sqlite ? kSqliteTable : kPostgresqlTable;
    if (!tx.first(exists, {})) return {};
    std::vector<Applied> list;
    for (auto const& row : tx.all(kApplied, {})) {
        list.push_back({row.text("name"), row.text("checksum")});
    }
    return list;
}

// Throws unless what was applied is a beginning of what the program knows.
void require_known(std::vector<Applied> const& done, std::vector<Migration> const& known) {
    for (std::size_t i = 0; i < done.size(); ++i) {
        if (i >= known.size()) {
            throw SchemaMismatch("the database is newer than this program: it has migration " +
                                 done[i].name + "; use the program that made it, or a later one");
        }
        if (done[i].name != known[i].name || done[i].checksum != sha256_hex(known[i].sql)) {
            throw SchemaMismatch("migration " + done[i].name +
                                 " in the database is not the one in this program; "
                                 "restore a backup or use the program that made it");
        }
    }
}

}  // namespace

int migrate(Database& database, std::vector<Migration> const& migrations) {
    auto const deadline = Deadline::after(std::chrono::minutes{30});
    return database.write(deadline, [&](Transaction& tx) {
        if (tx.engine() == Engine::Postgresql) tx.all(kPostgresqlLock, {});
        auto const done = applied(tx);
        require_known(done, migrations);
        if (done.empty()) {
            auto const& exists = tx.engine() == Engine::Sqlite ? kSqliteTable : kPostgresqlTable;
            if (!tx.first(exists, {})) Schema::run(tx, kCreateTable);
        }
        int run = 0;
        auto const now = to_text(system_clock().now);
        for (std::size_t i = done.size(); i < migrations.size(); ++i) {
            Schema::run(tx, for_engine(migrations[i].sql, tx.engine()));
            tx.execute(kRecord, {migrations[i].name, sha256_hex(migrations[i].sql), now});
            ++run;
        }
        if (run > 0) tx.commit();
        return run;
    });
}

void grant_use(Database& database, std::string const& role) {
    bool const plain = !role.empty() && std::all_of(role.begin(), role.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!plain) throw Failure("a role's name is lower-case letters, digits and underscores");
    if (database.engine() != Engine::Postgresql) throw Failure("only PostgreSQL has roles");
    auto tx = database.begin(Mode::Write, Deadline::after(std::chrono::seconds{60}));
    Schema::run(
        tx, "GRANT USAGE ON SCHEMA public TO " + role +
                "; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + role +
                "; REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_node, audit_checkpoint, "
                "audit_cosignature FROM " +
                role + "; REVOKE INSERT, DELETE, TRUNCATE ON audit_head FROM " + role +
                "; REVOKE INSERT, UPDATE, DELETE ON schema_migration FROM " + role);
    tx.commit();
}

void require_current_schema(Database& database, std::vector<Migration> const& migrations) {
    auto const deadline = Deadline::after(std::chrono::seconds{30});
    database.read(deadline, [&](Transaction& tx) {
        auto const done = applied(tx);
        require_known(done, migrations);
        if (done.size() < migrations.size()) {
            throw SchemaMismatch("the database lacks migration " + migrations[done.size()].name +
                                 "; run: waymark migrate");
        }
    });
}

}  // namespace waymark::store
