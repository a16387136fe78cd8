#pragma once

// What a reader may see, as SQL.
//
// A record is filed under scopes: the partnership, its hub, and each team, agency or user brought
// in. A reader has a few scopes. What is not filed under one of them does not exist for them, in
// look-ups, lists, counts, searches and exports alike, because every such statement is a ScopedSql.

#include "store/store.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
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
//   arm
//                     reads its own index in order and may stop early with ORDER BY and LIMIT.
// `fixed` is how many ordinary placeholders the text has: $1 to $fixed.
class ScopedSql {
  public:
    ScopedSql(std::string_view name, int fixed, std::string_view text);
    ScopedSql(ScopedSql const&) = delete;
    ScopedSql& operator=(ScopedSql const&) = delete;

    // The statement for a reader with that many scopes, 0 to kMostScopes.
    store::Sql for_scopes(std::size_t count) const;

  private:
    struct Variant {
        std::string name, text;
    };
    std::vector<Variant> variants_;
};

// The statement run for the actor of this work, with their scopes.
std::optional<store::Row> first(Work& work, ScopedSql const& sql,
                                std::initializer_list<store::Value> values);
std::vector<store::Row> all(Work& work, ScopedSql const& sql,
                            std::initializer_list<store::Value> values);
// For as many values as a list of ids has.
std::vector<store::Row> all(Work& work, ScopedSql const& sql, std::span<store::Value const> values);
void each(Work& work, ScopedSql const& sql, std::initializer_list<store::Value> values,
          std::function<void(store::Row const&)> const& row);

}  // namespace waymark::access
