#pragma once

// One connection to one engine. Private to the store: everybody else sees Transaction.

#include "store/store.h"

#include <atomic>

namespace waymark::store {

class Connection {
  public:
    virtual ~Connection() = default;

    virtual void begin(Mode mode, Deadline const& deadline) = 0;
    virtual void commit(Deadline const& deadline) = 0;
    // Never throws: a connection that cannot roll back reports itself broken.
    virtual void rollback() noexcept = 0;
    virtual bool broken() const = 0;

    // Calls `row` until it answers false or the rows end; gives back how many rows were changed.
    // With `stream` the rows are not gathered first. `row` may take the values out of the row.
    virtual std::int64_t run(Sql const& sql, std::span<Value const> values,
                             Deadline const& deadline, bool stream,
                             std::function<bool(Row&)> const& row) = 0;

    // Several statements without parameters, as a migration has them.
    virtual void run_script(std::string const& text) = 0;

    virtual Engine engine() const = 0;
};

std::unique_ptr<Connection> open_sqlite(Settings const& settings, std::string const& path,
                                        Mode mode);
std::unique_ptr<Connection> open_postgresql(Settings const& settings);

// The path in sqlite:PATH; nothing when the url is not of that form.
std::optional<std::string> sqlite_path(std::string_view url);
bool is_postgresql(std::string_view url);

}  // namespace waymark::store
