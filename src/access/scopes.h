#pragma once

// What a reader may see, as SQL.
//
// A record is filed under scopes: the partnership, its hub, and each team, agency or user brought
// in. A reader has a few scopes. What is not filed under one of them does not exist for them, in
// look-ups, lists, counts, searches and exports alike, because every such statement is a ScopedSql.

#include "store/store.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::access {

class Work;

using Scope = std::int64_t;

// The most scopes one reader may have: their agency's, their own, and those of the places where
// they hold roles at one time. Each statement is written once for each number of them. Giving a
// role beyond it is refused.
constexpr std::size_t kMostScopes = 12;
constexpr std::size_t kMostPlaces = kMostScopes - 2;

// A statement that is bounded by the reader's scopes. In its text
//   {scopes}          stands for the list of them:  s.scope IN {scopes}
//   {arms} ... {end}  is repeated for each, joined by UNION, with {scope} standing for one: each
//                     arm reads its own index in order and may stop early with ORDER BY and LIMIT.
//   {parts} ... {end} is the same joined by UNION ALL, for counting as it is read. What stands in
//                     {later} ... {end_later} is left out of the first part, and in the others
//                     {earlier} stands for the list of the scopes before, so that a part can leave
//                     out what those before it have given.
//   {open ...}        is where a record is closed to a reader whom a conflict of interest shuts out
//                     of it (decision 0013): what stands in it is its id, or a SELECT ... AS id
//                     of several that each close it. It begins with AND, and is left out for a
//                     reader who has none.
// A text that is bounded by scopes and has no {open ...} is refused with std::logic_error.
// `fixed` is how many ordinary placeholders the text has: $1 to $fixed.
class ScopedSql {
  public:
    ScopedSql(std::string_view name, int fixed, std::string_view text);
    ScopedSql(ScopedSql const&) = delete;
    ScopedSql& operator=(ScopedSql const&) = delete;

    // The statement for a reader with that many scopes, 0 to kMostScopes. Of one who is shut out of
    // something, the id comes after them.
    store::Sql for_reader(std::size_t scopes, bool is_shut_out) const;

  private:
    struct Variant {
        std::string name, text;
    };
    std::vector<Variant> open_, closing_;  // by the number of scopes
};

// A statement on a list of ids. In its text {ids} stands for the list, which comes first, and
// {scopes}, when it is bounded, for the reader's scopes. A list is filled up to the next power of
// two by repeating its last id, so that there are few texts and no text is longer than its list
// needs.
class IdsSql {
  public:
    static constexpr std::size_t kMostIds = 32;  // of one run; `all` runs it as often as it takes

    IdsSql(std::string_view name, std::string_view text);
    IdsSql(IdsSql const&) = delete;
    IdsSql& operator=(IdsSql const&) = delete;

    // The statement for a list of `room_for` ids, a power of two up to kMostIds.
    store::Sql for_reader(std::size_t room_for, std::size_t scopes, bool is_shut_out) const;
    bool is_bounded() const { return bounded_; }

  private:
    bool bounded_;
    std::vector<std::pair<std::size_t, std::unique_ptr<ScopedSql>>> variants_;
};

// The statement run for the actor of this work, with their scopes.
std::optional<store::Row> first(Work& work, ScopedSql const& sql,
                                std::initializer_list<store::Value> values);
std::vector<store::Row> all(Work& work, ScopedSql const& sql,
                            std::initializer_list<store::Value> values);
std::vector<store::Row> all(Work& work, ScopedSql const& sql, std::span<store::Value const> values);
// For any number of ids: the rows of all of them, in no order between one run and the next.
std::vector<store::Row> all_of(Work& work, IdsSql const& sql,
                               std::span<std::string_view const> ids);
template <class TypedId>
std::vector<store::Row> all_of(Work& work, IdsSql const& sql, std::vector<TypedId> const& ids) {
    std::vector<std::string_view> texts;
    for (auto const& id : ids) texts.push_back(id.value);
    return all_of(work, sql, std::span<std::string_view const>{texts});
}
void each(Work& work, ScopedSql const& sql, std::initializer_list<store::Value> values,
          std::function<void(store::Row const&)> const& row);

}  // namespace waymark::access
