#pragma once

// The record of who did what and who looked: append-only, and chained by hash so that an altered,
// removed or reordered entry shows.
//
// An entry holds ids and codes, never a name, an address or anything that was typed. The verbs are
// those of the Data Protection Act 2018 s.62: collection, alteration, consultation, disclosure,
// combination, erasure; the part of an action after the dot says which (read, create, change ...).

#include "foundation/dates.h"
#include "store/store.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace waymark::audit {

// What was done, to what. `detail` holds codes and names of fields, separated by commas.
struct Note {
    std::string action;        // case.read, referral.decide
    std::string subject_kind;  // case, person, referral ... or list, search, report
    std::string subject_id;    // empty for lists and searches
    std::optional<std::int64_t> revision = std::nullopt;
    std::string detail = {};
    // Ids of the records whose names a list or a search showed: each of them was looked at.
    std::vector<std::string> shown = {};

    bool operator==(Note const&) const = default;
};

// By whom, when and in which request.
struct Origin {
    std::string actor_id;   // a user's id, or system:<command>
    std::string agency_id;  // empty for the system
    std::string request_id;
    Instant at;
};

struct Pending {
    Origin origin;
    Note note;
};

// Adds entries at the end of the chain, in order. They are durable when the transaction commits.
// Call it last in a transaction: it puts writers in a queue.
void append(store::Transaction& tx, std::span<Pending const> entries);

struct Entry {
    std::int64_t sequence;
    Instant at;
    std::string actor_id, agency_id, action, subject_kind, subject_id;
    std::optional<std::int64_t> revision;
    std::string detail;
    bool was_shown = false;  // the record's name was in a list or among what a search found
};

// Whether entries tell also who looked, or only who did something.
enum class Include { Changes, Readings };

// Entries about one record, newest first; at most `limit`, older than sequence `before` when given.
std::vector<Entry> about(store::Transaction& tx, std::string_view subject_id, Include include,
                         std::optional<std::int64_t> before, int limit);

// Ids of the users who did something to a record or opened it.
std::vector<std::string> actors_on(store::Transaction& tx, std::string_view subject_id);

// What somebody did and looked at between two instants, newest first.
struct ByActor {
    Entry entry;
    std::vector<std::string> shown;  // ids of records that a list or a search showed them
};
std::vector<ByActor> by_actor(store::Transaction& tx, std::string_view actor_id, Instant from,
                              Instant to, std::optional<std::int64_t> before, int limit);

// Changes made to a record after the revision somebody had read: who, when and which fields.
std::vector<Entry> changes_since(store::Transaction& tx, std::string_view subject_id,
                                 std::int64_t revision);

// Whether the database role in use could alter or remove entries. Always false on SQLite, where the
// file's owner can do anything: there the chain, not the engine, is the proof.
bool role_could_rewrite(store::Transaction& tx);

}  // namespace waymark::audit
