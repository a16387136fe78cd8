#pragma once

// Safe addresses: where somebody who is in danger lives now. Kept sealed by one agency. Nobody
// reads one alone: who needs it says why, a second person of the agency decides, and for fifteen
// minutes the one who asked can read it. Everybody there who keeps safe addresses is told at once.
//
// For everybody else there is none. Source: the reprimands of the Information Commissioner over
// safe addresses told to alleged abusers, 2022 and 2023; decision 0017.

#include "access/work.h"
#include "sealing/sealing.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::safe_addresses {

using SafeAddressId = Id<struct SafeAddressTag>;
using RevealId = Id<struct RevealTag>;

inline constexpr std::size_t kLongestLine = 200;
inline constexpr std::size_t kLongestNote = 2000;
inline constexpr std::size_t kLongestReason = 2000;

struct Address {
    std::string line, town, postcode;
    std::string note;  // how to get there, whom to ring, what never to do
};

// That there is one; never where.
struct Kept {
    SafeAddressId id;
    PersonId person;
    UserId sealed_by;
    Instant sealed_at;
    std::int64_t revision;
};

struct Reveal {
    RevealId id;
    SafeAddressId address;
    PersonId person;
    UserId asked_by;
    Instant asked_at;
    std::string reason;
    std::string decision;  // given, refused; empty while it waits
    std::optional<UserId> decided_by;
    std::optional<Instant> until;
    std::int64_t revision;
};

// Each refuses with Forbidden not_allowed whoever keeps no safe addresses, and with NotFound what
// is not of the actor's agency or about a person who does not exist for the actor.

// Conflict already_kept: end that one first. Invalid: required, too_long, not_clean_text.
Result<SafeAddressId> seal(access::Work& work, sealing::SealingKey const& key,
                           PersonId const& person, Address const& address);
// The one that the actor's agency keeps for this person, if any.
Result<std::optional<Kept>> kept_for(access::Work& work, PersonId const& person);
// Takes it out of the database, with its key. Backups of before still hold it, sealed.
Result<Done> end(access::Work& work, SafeAddressId const& id, std::int64_t revision);

Result<RevealId> ask(access::Work& work, SafeAddressId const& id, std::string const& reason);
// Asked of the actor's agency: those that wait, then the latest.
Result<std::vector<Reveal>> reveals(access::Work& work, int limit);
// Whether there is this one for the actor: for telling them of it.
bool is_for_actor(access::Work& work, RevealId const& id);
// By somebody else than who asked (Forbidden not_yourself). Conflict already_decided, or
// no_longer_kept.
Result<Done> decide(access::Work& work, RevealId const& id, std::int64_t revision, bool give);
// For who asked, while its time lasts: else NotFound no_such_reveal.
Result<Address> look(access::Work& work, sealing::SealingKey const& key, RevealId const& id);

// Whether anything is sealed, for whoever starts a server without the key.
bool are_any_kept(store::Transaction& tx);

}  // namespace waymark::safe_addresses
