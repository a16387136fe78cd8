#pragma once

// Asking to be let into a case of which one was told the reference, on the phone or in a letter.
//
// What is asked is taken in the same way whether there is such a case, is none, or is one that the
// asker must not know of: asking tells nothing. Only a decision does, and those who run the case
// make it.

#include "sharing/grants.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::sharing {

using AskId = Id<struct AskTag>;

inline constexpr std::size_t kLongestReference = 40;

struct NewAsk {
    std::string reference;
    std::optional<std::string> record_id;  // of the case of that reference, if there is one
    Depth depth;
    std::string purpose;
    std::string reason;
};

struct Ask {
    AskId id;
    UserId user;
    AgencyId agency;
    std::string reference;
    std::string record_id;  // empty when there is none
    Depth depth;
    std::string purpose;
    std::string reason;
    Instant asked_at;
    Date answer_due_on;
    std::string decision;  // given, refused; empty while it waits
    std::string answer;    // what who asked was told
    std::int64_t revision;
};

// Refuses with Invalid `reference` required, too_long, not_clean_text; `purpose` required,
// not_offered; `reason` required, too_long, not_clean_text.
Result<AskId> ask(access::Work& work, NewAsk const& request);

// What the actor asked for; latest first.
std::vector<Ask> asked_by_actor(access::Work& work, int limit);
// What waits for a decision on whatever record, the most pressing first; not the actor's own. The
// caller leaves out what the actor may not decide.
std::vector<Ask> waiting(access::Work& work, int limit);
std::optional<Ask> find_ask(access::Work& work, AskId const& id);

// The caller has made sure that the actor may decide, and has made the grant when it is given.
// Refuses with Conflict `already_decided`, Stale, Invalid `answer` required, too_long,
// not_clean_text.
struct Decision {
    AskId id;
    std::int64_t revision;
    std::optional<GrantId> grant;  // nothing when it is refused
    std::string answer;
};
Result<Done> decide(access::Work& work, Decision const& decision);

}  // namespace waymark::sharing
