// Rows, transactions, the pool of connections and the retry of writers that were in the way.

#include "store/store.h"

#include "connection.h"
#include "foundation/text.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

namespace waymark::store {

std::chrono::milliseconds Deadline::remaining() const {
    using std::chrono::milliseconds;
    auto const now = std::chrono::steady_clock::now();
    if (now >= at_) return milliseconds{0};
    auto const day = std::chrono::hours{24};
    if (at_ - now > day) return day;
    return std::chrono::ceil<milliseconds>(at_ - now);
}

Cell const& Row::at(std::string_view column) const {
    for (std::size_t i = 0; i < columns_->size(); ++i) {
        if ((*columns_)[i] == column) return cells_[i];
    }
    throw Failure("a statement gives no column " + std::string{column});
}

std::string Row::text(std::string_view column) const {
    Cell const& cell = at(column);
    switch (cell.kind) {
        case Value::Kind::Text:
            return cell.text;
        case Value::Kind::Integer:
            return std::to_string(cell.integer);
        case Value::Kind::Real:
            return std::to_string(cell.real);
        case Value::Kind::Null:
            break;
    }
    throw Failure("no value in column " + std::string{column});
}

std::string Row::text_or_empty(std::string_view column) const {
    return is_null(column) ? std::string{} : text(column);
}

std::int64_t Row::integer(std::string_view column) const {
    Cell const& cell = at(column);
    if (cell.kind == Value::Kind::Integer) return cell.integer;
    if (cell.kind == Value::Kind::Text) {
        if (auto const number = parse_integer(cell.text)) return *number;
    }
    throw Failure("no whole number in column " + std::string{column});
}

double Row::real(std::string_view column) const {
    Cell const& cell = at(column);
    if (cell.kind == Value::Kind::Real) return cell.real;
    if (cell.kind == Value::Kind::Integer) return static_cast<double>(cell.integer);
    if (cell.kind == Value::Kind::Text) {
        if (auto const number = parse_number(cell.text)) return *number;
    }
    throw Failure("no number in column " + std::string{column});
}

std::optional<std::string> Row::optional_text(std::string_view column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}
std::optional<std::int64_t> Row::optional_integer(std::string_view column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}
std::optional<double> Row::optional_real(std::string_view column) const {
    if (is_null(column)) return std::nullopt;
    return real(column);
}
std::optional<Date> Row::optional_date(std::string_view column) const {
    if (is_null(column)) return std::nullopt;
    return date(column);
}
std::optional<Instant> Row::optional_instant(std::string_view column) const {
    if (is_null(column)) return std::nullopt;
    return instant(column);
}

std::optional<std::string> sqlite_path(std::string_view url) {
    constexpr std::string_view kPrefix = "sqlite:";
    if (!url.starts_with(kPrefix) || url.size() == kPrefix.size()) return std::nullopt;
    return std::string{url.substr(kPrefix.size())};
}

bool is_postgresql(std::string_view url) {
    return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

// Connections that are waiting for work. SQLite has one that writes, so writers queue here and not
// in the engine; PostgreSQL's serve both.
class Pool {
  public:
    explicit Pool(Settings settings) : settings_(std::move(settings)) {
        if (auto const path = sqlite_path(settings_.url)) {
            path_ = *path;
            engine_ = Engine::Sqlite;
        } else if (is_postgresql(settings_.url)) {
            engine_ = Engine::Postgresql;
        } else {
            throw Failure("the database is set as sqlite:PATH or postgresql://...");
        }
        free_[0] = std::max(1, settings_.connections);
        free_[1] = 1;
    }

    std::unique_ptr<Connection> take(Mode mode, Deadline const& deadline) {
        auto const side = side_of(mode);
        std::unique_lock lock{mutex_};
        auto const ready = [&] { return free_[side] > 0; };
        if (!freed_.wait_for(lock, deadline.remaining(), ready)) {
            throw Unavailable("no database connection came free before the deadline");
        }
        --free_[side];
        if (!idle_[side].empty()) {
            auto connection = std::move(idle_[side].back());
            idle_[side].pop_back();
            return connection;
        }
        lock.unlock();
        try {
            return open(mode);
        } catch (...) {
            give_back(mode, nullptr);
            throw;
        }
    }

    void give_back(Mode mode, std::unique_ptr<Connection> connection) {
        auto const side = side_of(mode);
        {
            std::lock_guard lock{mutex_};
            ++free_[side];
            if (connection && !connection->broken()) idle_[side].push_back(std::move(connection));
        }
        freed_.notify_all();
    }

    Engine engine() const { return engine_; }
    Settings const& settings() const { return settings_; }

  private:
    std::size_t side_of(Mode mode) const {
        return engine_ == Engine::Sqlite && mode == Mode::Write ? 1 : 0;
    }

    std::unique_ptr<Connection> open(Mode mode) const {
        if (engine_ == Engine::Sqlite) return open_sqlite(settings_, path_, mode);
        return open_postgresql(settings_);
    }

    Settings settings_;
    std::string path_;
    Engine engine_;
    std::mutex mutex_;
    std::condition_variable freed_;
    int free_[2] = {0, 0};
    std::vector<std::unique_ptr<Connection>> idle_[2];
};

Transaction::Transaction(Pool& pool, std::unique_ptr<Connection> connection, Mode mode,
                         Deadline deadline)
    : pool_(&pool), connection_(std::move(connection)), deadline_(deadline), mode_(mode) {
    try {
        connection_->begin(mode, deadline_);
    } catch (...) {
        connection_->rollback();
        pool_->give_back(mode_, std::move(connection_));
        throw;
    }
}

Transaction::Transaction(Transaction&& other) noexcept
    : pool_(other.pool_),
      connection_(std::move(other.connection_)),
      deadline_(other.deadline_),
      mode_(other.mode_),
      open_(std::exchange(other.open_, false)) {}

Transaction::~Transaction() {
    if (!connection_) return;
    if (open_) connection_->rollback();
    pool_->give_back(mode_, std::move(connection_));
}

std::optional<Row> Transaction::first(Sql const& sql, std::span<Value const> values) {
    std::optional<Row> found;
    connection_->run(sql, values, deadline_, false, [&](Row& row) {
        found = std::move(row);
        return false;
    });
    return found;
}

std::vector<Row> Transaction::all(Sql const& sql, std::span<Value const> values) {
    std::vector<Row> rows;
    connection_->run(sql, values, deadline_, false, [&](Row& row) {
        rows.push_back(row.taken());
        return true;
    });
    return rows;
}

std::int64_t Transaction::execute(Sql const& sql, std::span<Value const> values) {
    return connection_->run(sql, values, deadline_, false, [](Row&) { return true; });
}

void Transaction::each(Sql const& sql, std::span<Value const> values,
                       std::function<void(Row const&)> const& row) {
    connection_->run(sql, values, deadline_, true, [&](Row& one) {
        row(one);
        return true;
    });
}

void Transaction::commit() {
    connection_->commit(deadline_);
    open_ = false;
}

Engine Transaction::engine() const {
    return connection_->engine();
}

Database::Database(Settings settings) : pool_(std::make_unique<Pool>(std::move(settings))) {}
Database::~Database() = default;

Engine Database::engine() const {
    return pool_->engine();
}
Settings const& Database::settings() const {
    return pool_->settings();
}

Transaction Database::begin(Mode mode, Deadline deadline) {
    return Transaction{*pool_, pool_->take(mode, deadline), mode, deadline};
}

void Database::pause_before_retry(int attempt, Deadline const& deadline) {
    thread_local std::minstd_rand random{std::random_device{}()};
    int const longest_ms = std::min(100, 2 << std::min(attempt, 6));
    std::chrono::milliseconds const pause{
        std::uniform_int_distribution<int>{1, longest_ms}(random)};
    if (deadline.remaining() <= pause) {
        throw Unavailable("other writers were in the way until the deadline");
    }
    std::this_thread::sleep_for(pause);
}

}  // namespace waymark::store
