// PostgreSQL behind the Connection interface, on libpq without blocking calls, so that a deadline
// cancels what the server is doing.

#include "connection.h"

#include <libpq-fe.h>
#include <poll.h>

#include <charconv>
#include <unordered_map>

namespace waymark::store {

namespace {

struct ResultDeleter {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ResultDeleter>;

// Values as libpq wants them: text, with storage for the numbers.
class Parameters {
  public:
    explicit Parameters(std::span<Value const> values) : texts_(values.size()) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            Value const& value = values[i];
            switch (value.kind()) {
                case Value::Kind::Null:
                    break;
                case Value::Kind::Integer:
                    texts_[i] = std::to_string(value.integer());
                    break;
                case Value::Kind::Real: {
                    char buffer[32];
                    auto const end = std::to_chars(buffer, buffer + sizeof buffer, value.real());
                    texts_[i].assign(buffer, end.ptr);
                    break;
                }
                case Value::Kind::Text:
                    texts_[i] = value.text();
                    break;
            }
            pointers_.push_back(value.kind() == Value::Kind::Null ? nullptr : texts_[i].c_str());
        }
    }
    int count() const { return static_cast<int>(pointers_.size()); }
    char const* const* data() const { return pointers_.data(); }

  private:
    std::vector<std::string> texts_;
    std::vector<char const*> pointers_;
};

struct Statement {
    std::string server_name;
    int parameters = 0;
    std::vector<std::string> columns;
};

// The highest $n in a statement: PostgreSQL wants exactly that many values.
int parameters_in(std::string_view text) {
    int highest = 0;
    for (std::size_t at = text.find('$'); at != std::string_view::npos;
         at = text.find('$', at + 1)) {
        int number = 0;
        std::from_chars(text.data() + at + 1, text.data() + text.size(), number);
        highest = std::max(highest, number);
    }
    return highest;
}

class PostgresqlConnection : public Connection {
  public:
    explicit PostgresqlConnection(Settings const& settings) {
        // Unless the url says otherwise, a server that does not answer is given up on in time for
        // the request that waits.
        char const* const names[] = {"connect_timeout", "dbname", nullptr};
        char const* const values[] = {"5", settings.url.c_str(), nullptr};
        connection_ = PQconnectdbParams(names, values, 1);
        if (PQstatus(connection_) != CONNECTION_OK) {
            // libpq's text can hold the host and user of the url, which the operator set; never the
            // password.
            std::string const why = PQerrorMessage(connection_);
            PQfinish(connection_);
            throw Unavailable("cannot connect to the database: " + why);
        }
        PQsetNoticeProcessor(
            connection_, [](void*, char const*) {}, nullptr);
        PQsetnonblocking(connection_, 1);
        run_script(
            "SET TimeZone='UTC'; SET application_name='waymark'; "
            "SET client_min_messages=error; SET plan_cache_mode=auto; SET lock_timeout=" +
            std::to_string(settings.lock_wait.count()));
    }

    ~PostgresqlConnection() override { PQfinish(connection_); }

    void begin(Mode mode, Deadline const& deadline) override {
        deadline_ = deadline;
        simple(mode == Mode::Write ? "BEGIN ISOLATION LEVEL READ COMMITTED"
                                   : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    void commit(Deadline const& deadline) override {
        deadline_ = deadline;
        // PostgreSQL would answer such a COMMIT by rolling back, and call that no error.
        if (PQtransactionStatus(connection_) == PQTRANS_INERROR) {
            throw Failure("COMMIT: a statement of the transaction had failed");
        }
        simple("COMMIT");
    }

    void rollback() noexcept override {
        try {
            deadline_ = Deadline::after(std::chrono::seconds{5});
            if (PQtransactionStatus(connection_) != PQTRANS_IDLE) simple("ROLLBACK");
        } catch (std::exception const&) {
            broken_ = true;
        }
    }

    bool broken() const override { return broken_ || PQstatus(connection_) != CONNECTION_OK; }
    Engine engine() const override { return Engine::Postgresql; }

    std::int64_t run(Sql const& sql, std::span<Value const> values, Deadline const& deadline,
                     bool stream, std::function<bool(Row&)> const& row) override {
        deadline_ = deadline;
        Statement& statement = prepared(sql);
        if (values.size() < static_cast<std::size_t>(statement.parameters)) {
            throw Failure("a statement was given too few values");
        }
        Parameters const parameters{values.first(static_cast<std::size_t>(statement.parameters))};
        if (!PQsendQueryPrepared(connection_, statement.server_name.c_str(), parameters.count(),
                                 parameters.data(), nullptr, nullptr, 0)) {
            lost(sql.name);
        }
        if (stream) PQsetSingleRowMode(connection_);
        return take(statement, sql.name, row);
    }

    void run_script(std::string const& text) override {
        if (!PQsendQuery(connection_, text.c_str())) lost("script");
        finish("script");
    }

  private:
    void simple(char const* text) {
        if (!PQsendQuery(connection_, text)) lost(text);
        finish(text);
    }

    // Reads every answer to what was sent; throws for the first that is an error.
    void finish(std::string_view name) {
        ResultPtr failed;
        while (ResultPtr result{next(name)}) {
            auto const status = PQresultStatus(result.get());
            if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && !failed) {
                failed = std::move(result);
            }
        }
        if (failed) fail(failed.get(), name);
    }

    std::int64_t take(Statement& statement, std::string_view name,
                      std::function<bool(Row&)> const& row) {
        std::int64_t changed = 0;
        bool wanted = true;
        ResultPtr failed;
        while (ResultPtr result{next(name)}) {
            auto const status = PQresultStatus(result.get());
            if (status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE) {
                if (statement.columns.empty()) name_columns(statement, result.get());
                int const rows = PQntuples(result.get());
                Row current{&statement.columns};
                for (int i = 0; i < rows && wanted; ++i) {
                    read(result.get(), i, current);
                    wanted = row(current);
                }
            } else if (status != PGRES_COMMAND_OK && !failed) {
                failed = std::move(result);
                continue;
            }
            char const* count = PQcmdTuples(result.get());
            if (*count != '\0') changed = std::atoll(count);
        }
        if (failed) fail(failed.get(), name);
        return changed;
    }

    static void name_columns(Statement& statement, PGresult const* result) {
        for (int i = 0; i < PQnfields(result); ++i) {
            statement.columns.emplace_back(PQfname(result, i));
        }
    }

    static void read(PGresult const* result, int index, Row& row) {
        for (std::size_t i = 0; i < row.cells().size(); ++i) {
            int const column = static_cast<int>(i);
            Cell& cell = row.cells()[i];
            if (PQgetisnull(result, index, column)) {
                cell.kind = Value::Kind::Null;
                continue;
            }
            cell.kind = Value::Kind::Text;
            cell.text.assign(PQgetvalue(result, index, column),
                             static_cast<std::size_t>(PQgetlength(result, index, column)));
        }
    }

    // The next answer, waiting no longer than the deadline; then the server is told to stop.
    PGresult* next(std::string_view name) {
        bool cancelled = false;
        for (;;) {
            int const unsent = PQflush(connection_);
            if (unsent < 0) lost(name);
            if (unsent == 0 && !PQisBusy(connection_)) {
                PGresult* const result = PQgetResult(connection_);
                if (cancelled && result == nullptr) {
                    throw Unavailable(std::string{name} + ": past its deadline");
                }
                if (!cancelled) return result;
                PQclear(result);
                continue;
            }
            wait(unsent == 1, cancelled, name);
            if (!PQconsumeInput(connection_)) lost(name);
        }
    }

    void wait(bool for_writing, bool& cancelled, std::string_view name) {
        pollfd ready{PQsocket(connection_),
                     static_cast<short>(for_writing ? POLLIN | POLLOUT : POLLIN), 0};
        auto const left = cancelled ? std::chrono::milliseconds{5000} : deadline_.remaining();
        if (poll(&ready, 1, static_cast<int>(left.count())) != 0) return;
        if (cancelled) lost(name);
        char error[256];
        PGcancel* const cancel = PQgetCancel(connection_);
        bool const told = cancel != nullptr && PQcancel(cancel, error, sizeof error) == 1;
        PQfreeCancel(cancel);
        if (!told) lost(name);
        cancelled = true;
    }

    Statement& prepared(Sql const& sql) {
        auto const known = statements_.find(sql.name.data());
        if (known != statements_.end()) return known->second;

        Statement statement;
        statement.server_name = "s" + std::to_string(statements_.size());
        statement.parameters = parameters_in(sql.text);
        if (!PQsendPrepare(connection_, statement.server_name.c_str(),
                           std::string{sql.text}.c_str(), 0, nullptr)) {
            lost(sql.name);
        }
        finish(sql.name);
        return statements_.emplace(sql.name.data(), std::move(statement)).first->second;
    }

    [[noreturn]] void lost(std::string_view name) {
        broken_ = true;
        throw Unavailable(std::string{name} + ": the connection to the database was lost");
    }

    [[noreturn]] void fail(PGresult const* result, std::string_view name) {
        char const* const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        std::string const code = state ? state : "";
        std::string message = std::string{name} + ": SQLSTATE " + code;
        if (code == "40001" || code == "40P01") throw Busy(message);
        if (code == "23505") throw UniqueViolation(message);
        // A lock that was not given in time, a deadline, or a server that is going.
        if (code == "55P03" || code == "57014" || code.starts_with("08") ||
            code.starts_with("57P") || code.starts_with("53")) {
            throw Unavailable(message);
        }
        // The primary message names tables and columns; the detail, which can hold values, is left,
        // and so is that of a data exception, which quotes the value.
        if (code.starts_with("22")) throw Failure(message);
        char const* const words = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
        throw Failure(message + " (" + (words ? words : "") + ")");
    }

    PGconn* connection_ = nullptr;
    Deadline deadline_ = Deadline::after(std::chrono::seconds{30});
    bool broken_ = false;
    std::unordered_map<char const*, Statement> statements_;
};

}  // namespace

std::unique_ptr<Connection> open_postgresql(Settings const& settings) {
    return std::make_unique<PostgresqlConnection>(settings);
}

}  // namespace waymark::store
