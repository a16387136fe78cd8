#pragma once

// Many rows at a time into one table, as the generator needs and nothing else may.

#include "store/store.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace waymark::bench {

using BulkValue = std::variant<std::nullptr_t, std::int64_t, std::string>;

class Bulk {
  public:
    // `columns` as in an INSERT, parted by commas.
    Bulk(store::Transaction& tx, std::string table, std::string columns);
    // Throws unless everything was written by finish().
    void add(std::vector<BulkValue> row);
    void finish();

  private:
    void write(std::size_t rows);
    store::Sql statement(std::size_t rows);

    store::Transaction& tx_;
    std::string table_, columns_;
    std::size_t width_, rows_at_once_;
    std::string whole_name_, whole_text_;
    std::vector<BulkValue> waiting_;
};

}  // namespace waymark::bench
