#pragma once

// The only door to a database. One text of SQL serves SQLite 3.40 and PostgreSQL 15: statements are
// named, their parameters are $1, $2, ... and they keep to what both engines share.
//
// A Transaction rolls back unless it is committed, and reaches the database only until its
// Deadline: then the statement that is running is cancelled and Unavailable is thrown.
//
// Trouble here is the operator's, so it is thrown: Unavailable (try again later), UniqueViolation
// (a key is taken: the caller may turn that into a refusal) and Failure (anything else).

#include "foundation/dates.h"
#include "foundation/ids.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace waymark::store {

enum class Engine { Sqlite, Postgresql };

// A statement. The name is unique in the program and is what logs and metrics show.
struct Sql {
    std::string_view name;
    std::string_view text;
};

class Failure : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// The database cannot answer within the deadline, or not at all. HTTP says 503.
class Unavailable : public Failure {
  public:
    using Failure::Failure;
};

// A key that must be unique is taken.
class UniqueViolation : public Failure {
  public:
    using Failure::Failure;
};

// Another writer was in the way; Database::write tries again until the deadline.
class Busy : public Failure {
  public:
    using Failure::Failure;
};

class Deadline {
  public:
    static Deadline after(std::chrono::milliseconds time) {
        return Deadline{std::chrono::steady_clock::now() + time};
    }
    // For commands that a person watches and can stop: imports, backups, benchmarks.
    static Deadline by(std::chrono::steady_clock::time_point at) { return Deadline{at}; }
    static Deadline never() { return Deadline{std::chrono::steady_clock::time_point::max()}; }

    bool passed() const { return std::chrono::steady_clock::now() >= at_; }
    // Milliseconds left, 0 when passed; never more than a day.
    std::chrono::milliseconds remaining() const;
    std::chrono::steady_clock::time_point at() const { return at_; }

  private:
    explicit Deadline(std::chrono::steady_clock::time_point at) : at_(at) {}
    std::chrono::steady_clock::time_point at_;
};

// A value bound to a placeholder. It refers to text and does not own it: it lives no longer than
// the call that it is passed to.
class Value {
  public:
    enum class Kind { Null, Integer, Real, Text };

    Value(std::nullptr_t) {}
    Value(std::nullopt_t) {}
    template <class T>
    requires std::is_integral_v<T> Value(T number)
        : kind_(Kind::Integer), integer_(static_cast<std::int64_t>(number)) {}
    Value(double number) : kind_(Kind::Real), real_(number) {}
    Value(std::string_view text) : kind_(Kind::Text), text_(text) {}
    Value(std::string const& text) : kind_(Kind::Text), text_(text) {}
    Value(char const* text) : kind_(Kind::Text), text_(text) {}
    template <class Tag>
    Value(Id<Tag> const& id) : kind_(Kind::Text), text_(id.value) {}
    template <class T>
    Value(std::optional<T> const& value) : Value(value ? Value(*value) : Value(nullptr)) {}

    Kind kind() const { return kind_; }
    std::int64_t integer() const { return integer_; }
    double real() const { return real_; }
    std::string_view text() const { return text_; }

  private:
    Kind kind_ = Kind::Null;
    std::int64_t integer_ = 0;
    double real_ = 0;
    std::string_view text_;
};

// One cell of an answer. PostgreSQL answers in text; SQLite in its own types.
struct Cell {
    Value::Kind kind = Value::Kind::Null;
    std::int64_t integer = 0;
    double real = 0;
    std::string text;
};

// One row of an answer, read by column name. A name the statement does not give, or a value of the
// wrong kind, is a programmer's mistake and throws Failure. A row owns its values, and must not
// outlive the Database that gave it.
class Row {
  public:
    explicit Row(std::vector<std::string> const* columns) : columns_(columns) {
        cells_.resize(columns->size());
    }

    bool is_null(std::string_view column) const { return at(column).kind == Value::Kind::Null; }
    std::string text(std::string_view column) const;
    std::int64_t integer(std::string_view column) const;
    int small(std::string_view column) const { return static_cast<int>(integer(column)); }
    double real(std::string_view column) const;
    bool flag(std::string_view column) const { return integer(column) != 0; }
    Date date(std::string_view column) const { return date_from_text(text(column)); }
    Instant instant(std::string_view column) const { return instant_from_text(text(column)); }
    // Empty text for NULL: for columns where the two mean the same to the reader.
    std::string text_or_empty(std::string_view column) const;

    std::optional<std::string> optional_text(std::string_view column) const;
    std::optional<std::int64_t> optional_integer(std::string_view column) const;
    std::optional<double> optional_real(std::string_view column) const;
    std::optional<Date> optional_date(std::string_view column) const;
    std::optional<Instant> optional_instant(std::string_view column) const;
    template <class TypedId>
    TypedId id(std::string_view column) const {
        return TypedId{text(column)};
    }
    template <class TypedId>
    std::optional<TypedId> optional_id(std::string_view column) const {
        if (is_null(column)) return std::nullopt;
        return TypedId{text(column)};
    }

    std::vector<std::string> const& columns() const { return *columns_; }
    std::vector<Cell>& cells() { return cells_; }
    // Its values as a row of their own; this one is as it was made, to be filled again.
    Row taken() {
        Row row{columns_};
        row.cells_.swap(cells_);
        return row;
    }
    std::vector<Cell> const& cells() const { return cells_; }

  private:
    Cell const& at(std::string_view column) const;

    std::vector<std::string> const* columns_;
    std::vector<Cell> cells_;
};

class Connection;
class Pool;

enum class Mode {
    Read,   // one consistent snapshot; writing fails
    Write,  // SQLite: takes the write lock at once; PostgreSQL: read committed
};

// Text for a date or instant parameter; a named alias keeps call sites short.
inline std::optional<std::string> text_of(std::optional<Date> const& date) {
    return date ? std::optional{to_text(*date)} : std::nullopt;
}
inline std::optional<std::string> text_of(std::optional<Instant> const& instant) {
    return instant ? std::optional{to_text(*instant)} : std::nullopt;
}

class Transaction {
  public:
    Transaction(Transaction&&) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    std::optional<Row> first(Sql const& sql, std::initializer_list<Value> values) {
        return first(sql, std::span{values.begin(), values.size()});
    }
    std::vector<Row> all(Sql const& sql, std::initializer_list<Value> values) {
        return all(sql, std::span{values.begin(), values.size()});
    }
    // How many rows were changed.
    std::int64_t execute(Sql const& sql, std::initializer_list<Value> values) {
        return execute(sql, std::span{values.begin(), values.size()});
    }
    std::optional<Row> first(Sql const& sql, std::span<Value const> values);
    std::vector<Row> all(Sql const& sql, std::span<Value const> values);
    std::int64_t execute(Sql const& sql, std::span<Value const> values);

    // Calls `row` for each row of an answer without holding them all: for exports. No other
    // statement may run on this transaction until it returns.
    void each(Sql const& sql, std::span<Value const> values,
              std::function<void(Row const&)> const& row);

    // Durable when it returns. Nothing can be done with the transaction afterwards.
    void commit();

    Engine engine() const;
    Mode mode() const { return mode_; }
    Deadline const& deadline() const { return deadline_; }

  private:
    friend class Database;
    friend class Schema;
    Transaction(Pool& pool, std::unique_ptr<Connection> connection, Mode mode, Deadline deadline);

    Pool* pool_;
    std::unique_ptr<Connection> connection_;
    Deadline deadline_;
    Mode mode_;
    bool open_ = true;
};

struct Settings {
    // sqlite:PATH or postgresql://... (as libpq reads it).
    std::string url;
    // Connections for reading (SQLite, beside the one that writes) or in all (PostgreSQL).
    int connections = 4;
    // SQLite only: wait for the disk at each commit. False only for tests and throw-away data.
    bool durable = true;
    // SQLite only: page cache of each connection.
    int cache_kib = 4096;
    // How long a write waits for a lock that somebody else holds, another program say; then it is
    // Unavailable, however long its deadline. 0: as long as the deadline.
    std::chrono::milliseconds lock_wait{0};
};

class Database {
  public:
    // Opens connections lazily; throws Failure when the url is of no known form.
    explicit Database(Settings settings);
    ~Database();
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    Engine engine() const;
    Settings const& settings() const;

    // Waits for a connection until the deadline, then throws Unavailable.
    Transaction begin(Mode mode, Deadline deadline);

    // Runs `work` in a transaction that `work` itself commits, again when another writer was in the
    // way, until the deadline. `work` may therefore run more than once and must not have effects
    // outside the transaction.
    template <class Work>
    auto write(Deadline deadline, Work&& work) {
        for (int attempt = 0;; ++attempt) {
            try {
                auto tx = begin(Mode::Write, deadline);
                return work(tx);
            } catch (Busy const&) {
                pause_before_retry(attempt, deadline);
            }
        }
    }
    template <class Work>
    auto read(Deadline deadline, Work&& work) {
        for (int attempt = 0;; ++attempt) {
            try {
                auto tx = begin(Mode::Read, deadline);
                return work(tx);
            } catch (Busy const&) {
                pause_before_retry(attempt, deadline);
            }
        }
    }

  private:
    static void pause_before_retry(int attempt, Deadline const& deadline);

    std::unique_ptr<Pool> pool_;
};

}  // namespace waymark::store
