#include "store/backup.h"

#include "connection.h"
#include "store/migrations.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace waymark::store {

namespace {

namespace fs = std::filesystem;

constexpr Sql kCountMigrations{"store.count_migrations",
                               "SELECT count(*) AS migrations FROM schema_migration"};
constexpr Sql kSynchronous{"store.synchronous", "PRAGMA synchronous"};
constexpr Sql kServerSettings{"store.server_settings", R"sql(
    SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit_mode,
           current_setting('full_page_writes') AS page_writes,
           current_setting('data_checksums') AS checksums
)sql"};
constexpr Sql kTableCount{"store.table_count",
                          "SELECT count(*) AS tables FROM pg_tables WHERE schemaname = 'public'"};
constexpr int kFullSynchronous = 2;

// Runs a program with these arguments and no shell, so nothing in a name is ever a command.
void run_program(std::vector<std::string> const& words) {
    std::vector<char*> arguments;
    for (auto const& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    pid_t const child = fork();
    if (child < 0) throw Failure("cannot start " + words.front());
    if (child == 0) {
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw Failure(words.front() + " did not succeed");
    }
}

// A database file opened for reading alone, so that checking a backup cannot change it.
struct ReadOnly {
    sqlite3* handle = nullptr;

    explicit ReadOnly(std::string const& file) {
        if (sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) {
            sqlite3_close(handle);
            throw Failure("the file is not a database");
        }
    }
    ~ReadOnly() { sqlite3_close(handle); }
    ReadOnly(ReadOnly const&) = delete;
    ReadOnly& operator=(ReadOnly const&) = delete;

    std::string value(char const* sql) const {
        sqlite3_stmt* statement = nullptr;
        std::string answer;
        if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW) {
            answer = reinterpret_cast<char const*>(sqlite3_column_text(statement, 0));
        }
        sqlite3_finalize(statement);
        return answer;
    }
};

BackupReport check_sqlite(std::string const& file) {
    ReadOnly const copy{file};
    if (copy.value("PRAGMA integrity_check") != "ok") {
        throw Failure("the copy is damaged: integrity_check does not say ok");
    }
    auto const migrations = copy.value("SELECT count(*) FROM schema_migration");
    if (migrations.empty() || migrations == "0") {
        throw Failure("the file is not a Waymark database");
    }
    return {static_cast<std::int64_t>(fs::file_size(file)), std::atoi(migrations.c_str())};
}

// SQLite's own online copy, which restarts by itself when a writer gets in between.
void copy_sqlite(std::string const& from, std::string const& to) {
    sqlite3* source = nullptr;
    sqlite3* target = nullptr;
    int code = sqlite3_open_v2(from.c_str(), &source, SQLITE_OPEN_READWRITE, nullptr);
    if (code == SQLITE_OK) code = sqlite3_open(to.c_str(), &target);
    if (code == SQLITE_OK) {
        sqlite3_busy_timeout(source, 60'000);
        sqlite3_backup* const job = sqlite3_backup_init(target, "main", source, "main");
        // All pages in one step: one moment of the database, however many writers there are.
        if (job != nullptr) sqlite3_backup_step(job, -1);
        code = sqlite3_backup_finish(job);
    }
    if (code == SQLITE_OK) {
        sqlite3_exec(target, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    }
    sqlite3_close(target);
    sqlite3_close(source);
    if (code != SQLITE_OK) throw Failure("the database could not be copied");
}

// Whether a server, or anybody else, has this database open: they would go on writing into a file
// that is no longer there. A file that cannot be read at all is in nobody's use.
bool is_in_use(std::string const& path) {
    sqlite3* handle = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_exec(handle, "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK",
                            nullptr, nullptr, nullptr);
    }
    sqlite3_close(handle);
    return (code & 0xff) == SQLITE_BUSY;
}

// On the disk, and not only on its way there: a file, or the names in a folder.
void make_durable(fs::path const& path) {
    int const file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw Failure("cannot open what was written");
    int const failed = fsync(file);
    close(file);
    if (failed != 0) throw Failure("the disk did not take what was written");
}

void rename_durably(fs::path const& from, fs::path const& to) {
    make_durable(from);
    fs::rename(from, to);
    make_durable(to.has_parent_path() ? to.parent_path() : fs::path{"."});
}

// A name beside the one wanted, so that the last step is one rename.
std::string beside(std::string const& file) {
    return file + ".part-" + std::to_string(getpid());
}

void remove_sqlite(std::string const& path) {
    for (char const* const suffix : {"", "-wal", "-shm"}) fs::remove(path + suffix);
}

}  // namespace

BackupReport backup(Database& database, std::string const& file) {
    if (fs::exists(file)) throw WouldOverwrite("there is a file of that name already");
    auto const part = beside(file);
    auto const& url = database.settings().url;
    try {
        BackupReport report{};
        if (auto const path = sqlite_path(url)) {
            copy_sqlite(*path, part);
            report = check_sqlite(part);
        } else {
            run_program({"pg_dump", "--format=custom", "--file=" + part, url});
            run_program({"pg_restore", "--file=/dev/null", part});
            auto const count = database.read(Deadline::never(), [](Transaction& tx) {
                return tx.first(kCountMigrations, {})->small("migrations");
            });
            report = {static_cast<std::int64_t>(fs::file_size(part)), count};
        }
        fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write);
        rename_durably(part, file);
        return report;
    } catch (...) {
        remove_sqlite(part);
        throw;
    }
}

void restore(Settings const& settings, std::string const& file, Overwrite overwrite) {
    if (!fs::is_regular_file(file)) throw Failure("there is no such backup file");
    if (auto const path = sqlite_path(settings.url)) {
        check_sqlite(file);
        if (fs::exists(*path) && overwrite == Overwrite::No) {
            throw WouldOverwrite("there is a database already");
        }
        if (fs::exists(*path) && is_in_use(*path)) {
            throw Failure("the database is in use: stop the server first");
        }
        auto const part = beside(*path);
        fs::copy_file(file, part);
        fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write);
        make_durable(part);
        remove_sqlite(*path);
        rename_durably(part, *path);
        return;
    }
    run_program({"pg_restore", "--file=/dev/null", file});
    Database database{settings};
    auto const tables = database.read(Deadline::never(), [](Transaction& tx) {
        return tx.first(kTableCount, {})->integer("tables");
    });
    if (tables > 0 && overwrite == Overwrite::No) {
        throw WouldOverwrite("the database is not empty");
    }
    run_program({"pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction",
                 "--dbname=" + settings.url, file});
}

std::vector<std::string> durability_faults(Database& database) {
    auto const deadline = Deadline::after(std::chrono::seconds{30});
    auto tx = database.begin(Mode::Write, deadline);
    std::vector<std::string> faults;
    if (tx.engine() == Engine::Sqlite) {
        if (tx.first(kSynchronous, {})->small("synchronous") < kFullSynchronous) {
            faults.push_back("SQLite does not wait for the disk (synchronous is below FULL)");
        }
        return faults;
    }
    auto const row = *tx.first(kServerSettings, {});
    if (row.text("fsync") != "on") faults.push_back("PostgreSQL runs with fsync off");
    if (row.text("commit_mode") == "off") {
        faults.push_back("PostgreSQL runs with synchronous_commit off");
    }
    if (row.text("page_writes") != "on") {
        faults.push_back("PostgreSQL runs with full_page_writes off");
    }
    if (row.text("checksums") != "on") {
        faults.push_back("the PostgreSQL cluster was made without data checksums (initdb -k)");
    }
    return faults;
}

}  // namespace waymark::store
