#include "bulk.h"

#include <algorithm>
#include <deque>
#include <stdexcept>

namespace waymark::bench {

namespace {

// Below the 32,766 parameters of SQLite, and small enough to be parsed quickly.
constexpr std::size_t kParameters = 1600;

std::string insert_text(std::string const& table, std::string const& columns, std::size_t width,
                        std::size_t rows) {
    std::string text = "INSERT INTO " + table + " (" + columns + ") VALUES ";
    std::size_t parameter = 0;
    for (std::size_t r = 0; r < rows; ++r) {
        text += r == 0 ? "(" : ", (";
        for (std::size_t c = 0; c < width; ++c) {
            text += (c == 0 ? "$" : ", $") + std::to_string(++parameter);
        }
        text += ")";
    }
    return text;
}

store::Value value_of(BulkValue const& value) {
    if (auto const* number = std::get_if<std::int64_t>(&value)) return *number;
    if (auto const* text = std::get_if<std::string>(&value)) return *text;
    return nullptr;
}

// Statements are known by their texts' addresses for as long as the program runs.
store::Sql keep(std::string name, std::string text) {
    static std::deque<std::pair<std::string, std::string>> kept;
    for (auto const& [known_name, known_text] : kept) {
        if (known_name == name && known_text == text) return {known_name, known_text};
    }
    kept.emplace_back(std::move(name), std::move(text));
    return {kept.back().first, kept.back().second};
}

}  // namespace

Bulk::Bulk(store::Transaction& tx, std::string table, std::string columns)
    : tx_(tx),
      table_(std::move(table)),
      columns_(std::move(columns)),
      width_(static_cast<std::size_t>(std::count(columns_.begin(), columns_.end(), ',')) + 1),
      rows_at_once_(std::max<std::size_t>(1, kParameters / width_)) {}

void Bulk::add(std::vector<BulkValue> row) {
    if (row.size() != width_) throw std::logic_error("a row of " + table_ + " has another width");
    for (auto& value : row) waiting_.push_back(std::move(value));
    if (waiting_.size() == rows_at_once_ * width_) write(rows_at_once_);
}

void Bulk::finish() {
    if (!waiting_.empty()) write(waiting_.size() / width_);
}

store::Sql Bulk::statement(std::size_t rows) {
    return keep("bench.insert." + table_ + "." + std::to_string(rows),
                insert_text(table_, columns_, width_, rows));
}

void Bulk::write(std::size_t rows) {
    std::vector<store::Value> values;
    values.reserve(waiting_.size());
    for (auto const& value : waiting_) values.push_back(value_of(value));
    tx_.execute(statement(rows), values);
    waiting_.clear();
}

}  // namespace waymark::bench
