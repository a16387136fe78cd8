#include "place_rows.h"

#include "places_sql.h"

#include "foundation/text.h"

#include <algorithm>
#include <span>

namespace waymark::places {

namespace {

using store::Value;

constexpr char kBetweenKeys = '\t';

std::string joined(std::vector<std::string> const& keys) {
    return join(keys, std::string_view{&kBetweenKeys, 1});
}

std::vector<std::string> separated(std::string const& keys) {
    return keys.empty() ? std::vector<std::string>{} : split(keys, kBetweenKeys);
}

Place place_from(store::Row const& row) {
    return {
        .id = row.id<PlaceId>("id"),
        .kind = row.text("kind"),
        .name = row.text("name"),
        .line = row.text("line"),
        .locality = row.text("locality"),
        .town = row.text("town"),
        .postcode = row.text("postcode"),
        .uprn = row.text("uprn"),
        .longitude = row.optional_real("longitude"),
        .latitude = row.optional_real("latitude"),
        .area_id = row.optional_id<AreaId>("area_id"),
        .revision = row.integer("revision"),
        .created_at = row.instant("created_at"),
        .created_by = row.text("created_by"),
        .updated_at = row.instant("updated_at"),
    };
}

// The values as placeholders, filled up with NULL.
template <class Text>
std::vector<Value> padded(std::span<Text const> values, std::size_t count) {
    std::vector<Value> list(values.begin(), values.end());
    list.resize(count, Value{nullptr});
    return list;
}

// Runs a statement on a place and keys, as many at once as it takes, and on a scope if it takes
// one.
void run_on_keys(store::Transaction& tx, store::Sql const& sql, PlaceId const& id,
                 std::span<std::string const> keys,
                 std::optional<access::Scope> scope = std::nullopt) {
    while (!keys.empty()) {
        auto const count = std::min(keys.size(), sql::kKeysAtOnce);
        auto values = padded(keys.first(count), sql::kKeysAtOnce);
        values.insert(values.begin(), Value{id});
        if (scope) values.emplace_back(*scope);
        tx.execute(sql, values);
        keys = keys.subspan(count);
    }
}

std::vector<std::string> in_first_only(std::vector<std::string> const& first,
                                       std::vector<std::string> const& second) {
    std::vector<std::string> only;
    for (auto const& key : first) {
        if (std::find(second.begin(), second.end(), key) == second.end()) only.push_back(key);
    }
    return only;
}

std::vector<PlaceId> ids_of(std::vector<store::Row> const& rows) {
    std::vector<PlaceId> ids;
    for (auto const& row : rows) ids.push_back(row.id<PlaceId>("place_id"));
    return ids;
}

}  // namespace

std::vector<Kept> load(access::Work& work, std::vector<PlaceId> const& ids) {
    std::vector<Kept> kept;
    for (auto const& row : access::all_of(work, sql::kRecords, ids)) {
        kept.push_back({place_from(row), separated(row.text("filed_keys"))});
    }
    return kept;
}

void insert(access::Work& work, Kept const& kept) {
    auto const& place = kept.place;
    work.tx().execute(
        sql::kInsert,
        {place.id, work.actor().partnership, place.kind, place.name, place.line, place.locality,
         place.town, place.postcode, place.uprn, place.longitude, place.latitude, place.area_id,
         joined(kept.filed_keys), to_text(place.created_at), place.created_by});
}

bool replace(store::Transaction& tx, Kept const& before, Kept const& changed) {
    auto const& place = changed.place;
    auto const written =
        tx.execute(sql::kUpdate, {place.id, before.place.revision, place.kind, place.name,
                                  place.line, place.locality, place.town, place.postcode,
                                  place.uprn, place.longitude, place.latitude, place.area_id,
                                  joined(changed.filed_keys), to_text(place.updated_at)});
    if (written == 0) return false;
    run_on_keys(tx, sql::kDeleteKeys, place.id,
                in_first_only(before.filed_keys, changed.filed_keys));
    run_on_keys(tx, sql::kInsertKeys, place.id,
                in_first_only(changed.filed_keys, before.filed_keys));
    return true;
}

bool hold(store::Transaction& tx, PlaceId const& id, std::int64_t revision) {
    return tx.execute(sql::kHold, {id, revision}) == 1;
}

std::vector<access::Scope> add_scopes(store::Transaction& tx, PlaceId const& id,
                                      std::vector<access::Scope> const& scopes,
                                      std::vector<std::string> const& keys) {
    std::vector<access::Scope> added;
    for (auto const scope : scopes) {
        if (tx.execute(sql::kInsertScope, {scope, id}) == 1) added.push_back(scope);
    }
    if (!added.empty()) run_on_keys(tx, sql::kInsertKeys, id, keys);
    return added;
}

std::optional<Filed> hold_filed(store::Transaction& tx, PlaceId const& id) {
    auto row = tx.first(sql::kFiled, {id});
    while (row && !hold(tx, id, row->integer("revision"))) row = tx.first(sql::kFiled, {id});
    if (!row) return std::nullopt;
    return Filed{separated(row->text("filed_keys")), row->text("created_by")};
}

std::vector<access::Scope> remove_scopes(store::Transaction& tx, PlaceId const& id,
                                         std::vector<access::Scope> const& scopes,
                                         std::vector<std::string> const& keys) {
    std::vector<access::Scope> removed;
    for (auto const scope : scopes) {
        if (tx.execute(sql::kDeleteScope, {scope, id}) != 1) continue;
        run_on_keys(tx, sql::kDeleteKeysIn, id, keys, scope);
        removed.push_back(scope);
    }
    return removed;
}

std::vector<PlaceId> under_key(access::Work& work, std::string const& key, int limit) {
    return ids_of(access::all(work, sql::kUnderKey, {key, limit}));
}

std::vector<PlaceId> under_prefix(access::Work& work, std::string const& prefix, int limit) {
    if (prefix.empty()) return {};
    // Keys are ASCII, so the next byte is the first that begins otherwise.
    auto after = prefix;
    after.back() = static_cast<char>(after.back() + 1);
    return ids_of(access::all(work, sql::kUnderPrefix, {prefix, after, limit}));
}

}  // namespace waymark::places
