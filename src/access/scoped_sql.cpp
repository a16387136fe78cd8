// The statements that are bounded by a reader's scopes, expanded once for each number of scopes.

#include "access/scopes.h"

#include "access/work.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <iterator>
#include <stdexcept>

namespace waymark::access {

namespace {

std::string placeholder(std::size_t number) {
    return "$" + std::to_string(number);
}

std::string replaced(std::string text, std::string_view mark, std::string_view with) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
        text.replace(at, mark.size(), with);
        at += with.size();
    }
    return text;
}

// A reader without scopes sees nothing: the list is one that matches no row.
std::string list_of(std::size_t fixed, std::size_t count) {
    if (count == 0) return "(NULL)";
    std::string list = "(";
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) list += ", ";
        list += placeholder(fixed + 1 + i);
    }
    return list + ")";
}

// The text without what stands between the marks, or without the marks alone.
std::string with_or_without(std::string text, std::string_view from, std::string_view to,
                            bool with) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        auto const end = text.find(to, at);
        assert(end != std::string::npos);
        auto const inner = text.substr(at + from.size(), end - at - from.size());
        text.replace(at, end + to.size() - at, with ? inner : std::string{});
    }
    return text;
}

// One arm or part for each scope; see ScopedSql.
std::string repeated(std::string const& one, std::string_view between, std::size_t fixed,
                     std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < std::max<std::size_t>(count, 1); ++i) {
        if (i > 0) all += between;
        auto const scope =
            count == 0 ? std::string{"CAST(NULL AS BIGINT)"} : placeholder(fixed + 1 + i);
        auto text = with_or_without(one, "{later}", "{end_later}", i > 0);
        text = replaced(replaced(text, "{scope}", scope), "{earlier}", list_of(fixed, i));
        // Each in a select of its own: SQLite takes ORDER BY and LIMIT only so.
        all += "SELECT * FROM (" + text + ") AS arm_" + std::to_string(i);
    }
    return all;
}

// `what`: a record's id, or a SELECT of ids.
std::string unless_closed(std::string const& what, std::size_t reader) {
    auto const closed_to = "o.user_id = " + placeholder(reader) + " AND o.record_id = ";
    if (!what.starts_with("SELECT")) {
        return "AND NOT EXISTS (SELECT 1 FROM access_shut_out o WHERE " + closed_to + what + ")";
    }
    return "AND NOT EXISTS (SELECT 1 FROM (" + what + ") named JOIN access_shut_out o ON " +
           closed_to + "named.id)";
}

// The places where a record is closed to who is shut out of it.
std::string closed(std::string text, std::size_t fixed, std::size_t count, bool is_shut_out) {
    constexpr std::string_view kOpen = "{open ";
    for (auto at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at)) {
        auto const end = text.find('}', at);
        assert(end != std::string::npos);
        auto const what = text.substr(at + kOpen.size(), end - at - kOpen.size());
        text.replace(at, end + 1 - at, is_shut_out ? unless_closed(what, fixed + count + 1) : "");
    }
    return text;
}

std::string expand(std::string_view text, std::size_t fixed, std::size_t count, bool is_shut_out) {
    constexpr std::string_view kEnd = "{end}";
    constexpr std::pair<std::string_view, std::string_view> kKinds[] = {{"{arms}", " UNION "},
                                                                        {"{parts}", " UNION ALL "}};
    std::string expanded{text};
    for (auto const& [mark, between] : kKinds) {
        for (auto from = expanded.find(mark); from != std::string::npos;
             from = expanded.find(mark)) {
            auto const to = expanded.find(kEnd, from);
            assert(to != std::string::npos);
            auto const one = expanded.substr(from + mark.size(), to - from - mark.size());
            expanded.replace(from, to + kEnd.size() - from, repeated(one, between, fixed, count));
        }
    }
    return closed(replaced(expanded, "{scopes}", list_of(fixed, count)), fixed, count, is_shut_out);
}

std::vector<store::Value> with_scopes(Work const& work, std::span<store::Value const> values) {
    std::vector<store::Value> all_values{values.begin(), values.end()};
    for (auto const scope : work.actor().scopes) all_values.emplace_back(scope);
    if (work.actor().is_shut_out) all_values.emplace_back(work.actor().user);
    return all_values;
}

store::Sql for_reader_of(Work const& work, ScopedSql const& sql) {
    return sql.for_reader(work.actor().scopes.size(), work.actor().is_shut_out);
}

}  // namespace

ScopedSql::ScopedSql(std::string_view name, int fixed, std::string_view text) {
    bool const is_bounded = text.find("{scope") != std::string_view::npos;
    if (is_bounded && text.find("{open ") == std::string_view::npos) {
        throw std::logic_error(std::string{name} + " does not say what it closes");
    }
    open_.reserve(kMostScopes + 1);
    closing_.reserve(kMostScopes + 1);
    for (std::size_t count = 0; count <= kMostScopes; ++count) {
        auto const named = std::string{name} + "/" + std::to_string(count);
        auto const arguments = static_cast<std::size_t>(fixed);
        open_.push_back({named, expand(text, arguments, count, false)});
        closing_.push_back({named + "/closing", expand(text, arguments, count, true)});
    }
}

store::Sql ScopedSql::for_reader(std::size_t scopes, bool is_shut_out) const {
    auto const& variant = (is_shut_out ? closing_ : open_).at(scopes);
    return {variant.name, variant.text};
}

IdsSql::IdsSql(std::string_view name, std::string_view text)
    : bounded_(text.find("{scopes}") != std::string_view::npos) {
    for (std::size_t count = 1; count <= kMostIds; count *= 2) {
        variants_.emplace_back(count, std::make_unique<ScopedSql>(
                                          std::string{name} + "/" + std::to_string(count) + "_ids",
                                          static_cast<int>(count),
                                          replaced(std::string{text}, "{ids}", list_of(0, count))));
    }
}

store::Sql IdsSql::for_reader(std::size_t room_for, std::size_t scopes, bool is_shut_out) const {
    for (auto const& [count, sql] : variants_) {
        if (count == room_for) {
            return sql->for_reader(bounded_ ? scopes : 0, bounded_ && is_shut_out);
        }
    }
    throw store::Failure("a list of ids has room for a power of two");
}

std::optional<store::Row> first(Work& work, ScopedSql const& sql,
                                std::initializer_list<store::Value> values) {
    return work.tx().first(for_reader_of(work, sql),
                           with_scopes(work, {values.begin(), values.size()}));
}

std::vector<store::Row> all(Work& work, ScopedSql const& sql,
                            std::initializer_list<store::Value> values) {
    return all(work, sql, std::span{values.begin(), values.size()});
}

std::vector<store::Row> all(Work& work, ScopedSql const& sql,
                            std::span<store::Value const> values) {
    return work.tx().all(for_reader_of(work, sql), with_scopes(work, values));
}

std::vector<store::Row> all_of(Work& work, IdsSql const& sql,
                               std::span<std::string_view const> ids) {
    // SQLite builds a table for each list and is called within the process, so it is asked for one
    // at a time; to PostgreSQL each question is a journey.
    bool const near = work.tx().engine() == store::Engine::Sqlite;
    std::vector<store::Row> rows;
    while (!ids.empty()) {
        auto const part = ids.first(near ? 1 : std::min(ids.size(), IdsSql::kMostIds));
        ids = ids.subspan(part.size());
        std::vector<store::Value> values{part.begin(), part.end()};
        values.resize(std::bit_ceil(part.size()), store::Value{part.back()});
        auto const statement =
            sql.for_reader(values.size(), work.actor().scopes.size(), work.actor().is_shut_out);
        if (sql.is_bounded()) values = with_scopes(work, values);
        auto found = work.tx().all(statement, values);
        std::move(found.begin(), found.end(), std::back_inserter(rows));
    }
    return rows;
}

void each(Work& work, ScopedSql const& sql, std::initializer_list<store::Value> values,
          std::function<void(store::Row const&)> const& row) {
    work.tx().each(for_reader_of(work, sql), with_scopes(work, {values.begin(), values.size()}),
                   row);
}

}  // namespace waymark::access
