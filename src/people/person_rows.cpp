#include "person_rows.h"

#include "people_sql.h"

#include "foundation/text.h"

#include <algorithm>
#include <map>
#include <span>

namespace waymark::people {

namespace {

using store::text_of;
using store::Value;

constexpr char kBetweenKeys = '\t';

std::string joined(std::vector<std::string> const& keys) {
    return join(keys, std::string_view{&kBetweenKeys, 1});
}

std::vector<std::string> separated(std::string const& keys) {
    return keys.empty() ? std::vector<std::string>{} : split(keys, kBetweenKeys);
}

Person person_from(store::Row const& row) {
    return {
        .id = row.id<PersonId>("id"),
        .given_names = row.text("given_names"),
        .family_name = row.text("family_name"),
        .date_of_birth = row.optional_date("date_of_birth"),
        .date_of_birth_note = row.text("date_of_birth_note"),
        .gender = row.text("gender"),
        .phone = row.text("phone"),
        .phone_is_safe = row.text("phone_is_safe"),
        .email = row.text("email"),
        .email_is_safe = row.text("email_is_safe"),
        .safe_contact = row.text("safe_contact"),
        .needs = row.text("needs"),
        .aliases = {},
        .addresses = {},
        .revision = row.integer("revision"),
        .created_at = row.instant("created_at"),
        .created_by = row.text("created_by"),
        .updated_at = row.instant("updated_at"),
    };
}

Address address_from(store::Row const& row) {
    return {row.text("line"),
            row.text("town"),
            row.text("postcode"),
            row.optional_id<PlaceId>("place_id"),
            row.optional_date("from_on"),
            row.optional_date("to_on")};
}

// The values as placeholders, filled up with NULL.
template <class Text>
std::vector<Value> padded(std::span<Text const> values, std::size_t count) {
    std::vector<Value> list(values.begin(), values.end());
    list.resize(count, Value{nullptr});
    return list;
}

void insert_aliases(store::Transaction& tx, Person const& person) {
    for (std::size_t i = 0; i < person.aliases.size(); ++i) {
        auto const& alias = person.aliases[i];
        tx.execute(sql::kInsertAlias,
                   {person.id, i, alias.given_names, alias.family_name, alias.kind});
    }
}

void insert_addresses(store::Transaction& tx, Person const& person) {
    for (std::size_t i = 0; i < person.addresses.size(); ++i) {
        auto const& address = person.addresses[i];
        auto const from_on = text_of(address.from_on);
        auto const to_on = text_of(address.to_on);
        tx.execute(sql::kInsertAddress, {person.id, i, address.line, address.town, address.postcode,
                                         address.place_id, from_on, to_on});
    }
}

// Runs a statement on a person and keys, as many at once as it takes, and on a scope if it takes
// one.
void run_on_keys(store::Transaction& tx, store::Sql const& sql, PersonId const& id,
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

std::vector<PersonId> ids_of(std::vector<store::Row> const& rows) {
    std::vector<PersonId> ids;
    for (auto const& row : rows) ids.push_back(row.id<PersonId>("person_id"));
    return ids;
}

}  // namespace

std::vector<Kept> load(access::Work& work, std::vector<PersonId> const& ids) {
    std::vector<Kept> kept;
    std::map<PersonId, std::size_t> where;
    std::vector<PersonId> seen;
    for (auto const& row : access::all_of(work, sql::kRecords, ids)) {
        seen.push_back(row.id<PersonId>("id"));
        where[seen.back()] = kept.size();
        kept.push_back({person_from(row), separated(row.text("filed_keys"))});
    }
    // Only what belongs to those whom the reader may see is asked for.
    for (auto const& row : access::all_of(work, sql::kAliases, seen)) {
        auto& person = kept[where.at(row.id<PersonId>("person_id"))].person;
        person.aliases.push_back(
            {row.text("given_names"), row.text("family_name"), row.text("kind")});
    }
    for (auto const& row : access::all_of(work, sql::kAddresses, seen)) {
        auto& person = kept[where.at(row.id<PersonId>("person_id"))].person;
        person.addresses.push_back(address_from(row));
    }
    return kept;
}

void insert(access::Work& work, Kept const& kept) {
    auto const& person = kept.person;
    auto const date_of_birth = text_of(person.date_of_birth);
    work.tx().execute(
        sql::kInsert,
        {person.id, work.actor().partnership, person.given_names, person.family_name, date_of_birth,
         person.date_of_birth_note, person.gender, person.phone, person.phone_is_safe, person.email,
         person.email_is_safe, person.safe_contact, person.needs, joined(kept.filed_keys),
         to_text(person.created_at), person.created_by});
    insert_aliases(work.tx(), person);
    insert_addresses(work.tx(), person);
}

bool replace(store::Transaction& tx, Kept const& before, Kept const& changed) {
    auto const& person = changed.person;
    auto const date_of_birth = text_of(person.date_of_birth);
    auto const written =
        tx.execute(sql::kUpdate,
                   {person.id, before.person.revision, person.given_names, person.family_name,
                    date_of_birth, person.date_of_birth_note, person.gender, person.phone,
                    person.phone_is_safe, person.email, person.email_is_safe, person.safe_contact,
                    person.needs, joined(changed.filed_keys), to_text(person.updated_at)});
    if (written == 0) return false;
    if (person.aliases != before.person.aliases) {
        tx.execute(sql::kDeleteAliases, {person.id});
        insert_aliases(tx, person);
    }
    if (person.addresses != before.person.addresses) {
        tx.execute(sql::kDeleteAddresses, {person.id});
        insert_addresses(tx, person);
    }
    run_on_keys(tx, sql::kDeleteKeys, person.id,
                in_first_only(before.filed_keys, changed.filed_keys));
    run_on_keys(tx, sql::kInsertKeys, person.id,
                in_first_only(changed.filed_keys, before.filed_keys));
    return true;
}

bool hold(store::Transaction& tx, PersonId const& id, std::int64_t revision) {
    return tx.execute(sql::kHold, {id, revision}) == 1;
}

std::vector<access::Scope> add_scopes(store::Transaction& tx, PersonId const& id,
                                      std::vector<access::Scope> const& scopes,
                                      std::vector<std::string> const& keys) {
    std::vector<access::Scope> added;
    for (auto const scope : scopes) {
        if (tx.execute(sql::kInsertScope, {scope, id}) == 1) added.push_back(scope);
    }
    if (!added.empty()) run_on_keys(tx, sql::kInsertKeys, id, keys);
    return added;
}

std::optional<Filed> hold_filed(store::Transaction& tx, PersonId const& id) {
    auto row = tx.first(sql::kFiled, {id});
    while (row && !hold(tx, id, row->integer("revision"))) row = tx.first(sql::kFiled, {id});
    if (!row) return std::nullopt;
    return Filed{separated(row->text("filed_keys")), row->text("created_by")};
}

std::vector<access::Scope> remove_scopes(store::Transaction& tx, PersonId const& id,
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

std::vector<PersonId> under_key(access::Work& work, std::string const& key, int limit) {
    return ids_of(access::all(work, sql::kUnderKey, {key, limit}));
}

std::vector<PersonId> under_prefix(access::Work& work, std::string const& prefix, int limit) {
    if (prefix.empty()) return {};
    // Keys are ASCII, so the next byte is the first that begins otherwise.
    auto after = prefix;
    after.back() = static_cast<char>(after.back() + 1);
    return ids_of(access::all(work, sql::kUnderPrefix, {prefix, after, limit}));
}

}  // namespace waymark::people
