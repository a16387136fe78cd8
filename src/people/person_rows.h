#pragma once

// People as rows: reading those whom the reader may see, writing one, and filing one under keys.

#include "people/people.h"

#include "store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::people {

// A person together with the keys they are filed under now.
struct Kept {
    Person person;
    std::vector<std::string> filed_keys;
};

// Those of these people whom the reader may see, in no order.
std::vector<Kept> load(access::Work& work, std::vector<PersonId> const& ids);

// Writes a new person, with aliases and addresses.
void insert(access::Work& work, Kept const& kept);

// Writes `changed` over `before`; false, and nothing written, when it is not at that revision.
bool replace(store::Transaction& tx, Kept const& before, Kept const& changed);

// Keeps the person from being changed until the transaction ends; false when they are no longer at
// this revision. Without it, keys filed in a new scope could be those of a name just replaced.
bool hold(store::Transaction& tx, PersonId const& id, std::int64_t revision);

// Files under these scopes too, keys included. Gives those that it was not filed under before.
std::vector<access::Scope> add_scopes(store::Transaction& tx, PersonId const& id,
                                      std::vector<access::Scope> const& scopes,
                                      std::vector<std::string> const& keys);

// What filing hangs on.
struct Filed {
    std::vector<std::string> keys;
    std::string created_by;  // a user's id, or system:<command>
};

// As hold does, whatever the revision and whether or not the reader may see the person; nothing
// when there is none.
std::optional<Filed> hold_filed(store::Transaction& tx, PersonId const& id);

// Takes the person out from under these scopes, keys included. Gives those it was filed under.
std::vector<access::Scope> remove_scopes(store::Transaction& tx, PersonId const& id,
                                         std::vector<access::Scope> const& scopes,
                                         std::vector<std::string> const& keys);

// Ids filed in the reader's scopes under a key, or under keys that begin so; at most `limit`.
std::vector<PersonId> under_key(access::Work& work, std::string const& key, int limit);
std::vector<PersonId> under_prefix(access::Work& work, std::string const& prefix, int limit);

}  // namespace waymark::people
