// SQLite behind the Connection interface: WAL, synchronous=FULL, foreign keys on.

#include "connection.h"

#include <sqlite3.h>

#include <thread>
#include <unordered_map>

namespace waymark::store {

namespace {

// How many virtual machine steps pass between two looks at the deadline: about a millisecond.
constexpr int kStepsBetweenChecks = 20'000;

struct Statement {
    sqlite3_stmt* handle = nullptr;
    std::vector<std::string> columns;
    std::vector<int> positions;  // where $1, $2, ... stand; 0 when the statement has no such one
};

class SqliteConnection : public Connection {
  public:
    SqliteConnection(Settings const& settings, std::string const& path, Mode mode)
        : lock_wait_(settings.lock_wait) {
        // Counting every allocation takes a lock that all threads share.
        static int const uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        (void)uncounted;
        int const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
        if (sqlite3_open_v2(path.c_str(), &db_, flags, nullptr) != SQLITE_OK) {
            std::string const why = sqlite3_errmsg(db_);
            sqlite3_close(db_);
            throw Unavailable("cannot open the database: " + why);
        }
        sqlite3_extended_result_codes(db_, 1);
        sqlite3_busy_handler(db_, &SqliteConnection::wait_when_busy, this);
        sqlite3_progress_handler(db_, kStepsBetweenChecks, &SqliteConnection::past_deadline, this);
        run_script("PRAGMA journal_mode=WAL");
        run_script(settings.durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
        run_script("PRAGMA foreign_keys=ON");
        run_script("PRAGMA temp_store=MEMORY");
        run_script("PRAGMA trusted_schema=OFF");
        run_script("PRAGMA cache_size=-" + std::to_string(settings.cache_kib));
        if (mode == Mode::Read) run_script("PRAGMA query_only=ON");
    }

    ~SqliteConnection() override {
        for (auto& [name, statement] : statements_) sqlite3_finalize(statement.handle);
        sqlite3_close(db_);
    }

    void begin(Mode mode, Deadline const& deadline) override {
        deadline_ = deadline;
        if (mode == Mode::Read) return simple("BEGIN");
        if (lock_wait_ == std::chrono::milliseconds{0}) return simple("BEGIN IMMEDIATE");
        auto const locked_by = Deadline::after(lock_wait_);
        if (locked_by.at() < deadline.at()) deadline_ = locked_by;
        try {
            simple("BEGIN IMMEDIATE");
        } catch (Busy const& busy) {
            throw Unavailable(busy.what());
        }
        deadline_ = deadline;
    }

    void commit(Deadline const& deadline) override {
        deadline_ = deadline;
        simple("COMMIT");
    }

    void rollback() noexcept override {
        deadline_ = Deadline::never();
        if (sqlite3_get_autocommit(db_) == 0 &&
            sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr) != SQLITE_OK) {
            broken_ = true;
        }
    }

    bool broken() const override { return broken_; }
    Engine engine() const override { return Engine::Sqlite; }

    std::int64_t run(Sql const& sql, std::span<Value const> values, Deadline const& deadline,
                     bool /*stream*/, std::function<bool(Row&)> const& row) override {
        deadline_ = deadline;
        Statement& statement = prepared(sql);
        struct Rewind {
            sqlite3_stmt* handle;
            ~Rewind() { sqlite3_reset(handle); }
        } rewind{statement.handle};

        bind(statement, values);
        Row current{&statement.columns};
        for (;;) {
            int const code = sqlite3_step(statement.handle);
            if (code == SQLITE_DONE) break;
            if (code != SQLITE_ROW) fail(code, sql.name);
            read(statement, current);
            if (!row(current)) break;
        }
        return sqlite3_changes64(db_);
    }

    void run_script(std::string const& text) override {
        int const code = sqlite3_exec(db_, text.c_str(), nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) fail(code, "script");
    }

  private:
    static int wait_when_busy(void* self, int tries) {
        auto const& deadline = static_cast<SqliteConnection*>(self)->deadline_;
        if (deadline.passed()) return 0;
        std::this_thread::sleep_for(std::chrono::milliseconds{tries < 5 ? 1 : 5});
        return 1;
    }

    static int past_deadline(void* self) {
        return static_cast<SqliteConnection*>(self)->deadline_.passed() ? 1 : 0;
    }

    void simple(char const* text) {
        Statement& statement = prepared({text, text});
        int const code = sqlite3_step(statement.handle);
        sqlite3_reset(statement.handle);
        if (code != SQLITE_DONE) fail(code, text);
    }

    Statement& prepared(Sql const& sql) {
        auto const known = statements_.find(sql.name.data());
        if (known != statements_.end()) return known->second;

        Statement statement;
        int const code = sqlite3_prepare_v3(db_, sql.text.data(), static_cast<int>(sql.text.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement.handle, nullptr);
        if (code != SQLITE_OK) fail(code, sql.name);
        for (int i = 0; i < sqlite3_column_count(statement.handle); ++i) {
            statement.columns.emplace_back(sqlite3_column_name(statement.handle, i));
        }
        // SQLite numbers $1, $2, ... in the order in which they first appear, so go by name.
        int const count = sqlite3_bind_parameter_count(statement.handle);
        for (int i = 1; i <= count; ++i) {
            int const number = std::atoi(sqlite3_bind_parameter_name(statement.handle, i) + 1);
            auto const index = static_cast<std::size_t>(number);
            if (statement.positions.size() < index) statement.positions.resize(index);
            statement.positions[index - 1] = i;
        }
        return statements_.emplace(sql.name.data(), std::move(statement)).first->second;
    }

    void bind(Statement const& statement, std::span<Value const> values) {
        if (values.size() < statement.positions.size()) {
            throw Failure("a statement was given too few values");
        }
        for (std::size_t i = 0; i < statement.positions.size(); ++i) {
            int const at = statement.positions[i];
            if (at == 0) continue;
            Value const& value = values[i];
            switch (value.kind()) {
                case Value::Kind::Null:
                    sqlite3_bind_null(statement.handle, at);
                    break;
                case Value::Kind::Integer:
                    sqlite3_bind_int64(statement.handle, at, value.integer());
                    break;
                case Value::Kind::Real:
                    sqlite3_bind_double(statement.handle, at, value.real());
                    break;
                case Value::Kind::Text:
                    // The text outlives the step, and a null pointer would bind NULL.
                    sqlite3_bind_text64(statement.handle, at,
                                        value.text().empty() ? "" : value.text().data(),
                                        value.text().size(), SQLITE_STATIC, SQLITE_UTF8);
                    break;
            }
        }
    }

    static void read(Statement const& statement, Row& row) {
        for (std::size_t i = 0; i < statement.columns.size(); ++i) {
            Cell& cell = row.cells()[i];
            int const column = static_cast<int>(i);
            switch (sqlite3_column_type(statement.handle, column)) {
                case SQLITE_NULL:
                    cell.kind = Value::Kind::Null;
                    break;
                case SQLITE_INTEGER:
                    cell.kind = Value::Kind::Integer;
                    cell.integer = sqlite3_column_int64(statement.handle, column);
                    break;
                case SQLITE_FLOAT:
                    cell.kind = Value::Kind::Real;
                    cell.real = sqlite3_column_double(statement.handle, column);
                    break;
                default: {
                    cell.kind = Value::Kind::Text;
                    auto const* text = reinterpret_cast<char const*>(
                        sqlite3_column_text(statement.handle, column));
                    auto const size =
                        static_cast<std::size_t>(sqlite3_column_bytes(statement.handle, column));
                    cell.text.assign(text, size);
                }
            }
        }
    }

    [[noreturn]] void fail(int code, std::string_view name) {
        std::string const message = std::string{name} + ": " + sqlite3_errstr(code);
        switch (code & 0xff) {
            case SQLITE_BUSY:
            case SQLITE_LOCKED:
                throw Busy(message);
            case SQLITE_INTERRUPT:
                throw Unavailable(message);
            case SQLITE_IOERR:
            case SQLITE_FULL:
            case SQLITE_CORRUPT:
            case SQLITE_NOTADB:
                broken_ = true;
                throw Unavailable(message);
            default:
                break;
        }
        if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) {
            throw UniqueViolation(message);
        }
        // The engine's own words name tables and columns, never values.
        throw Failure(message + " (" + sqlite3_errmsg(db_) + ")");
    }

    sqlite3* db_ = nullptr;
    std::chrono::milliseconds lock_wait_;
    Deadline deadline_ = Deadline::never();
    bool broken_ = false;
    // Keyed by the address of the name: each Sql is one constant in the program.
    std::unordered_map<char const*, Statement> statements_;
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(Settings const& settings, std::string const& path,
                                        Mode mode) {
    return std::make_unique<SqliteConnection>(settings, path, mode);
}

}  // namespace waymark::store
