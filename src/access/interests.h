#pragma once

// Conflicts of interest: whom a user knows outside their work, and what therefore does not exist
// for them (decision 0013).
//
// A user never opens a record of themselves, their household or somebody they know; and one who
// knows a person said to cause harm must not find whom it was done to. What is closed to a user is
// a list of ids of people, cases and places, which cases/conflicts.h writes whole; every ScopedSql
// leaves them out.

#include "access/work.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace waymark::access {

using InterestId = Id<struct InterestTag>;

struct NewInterest {
    UserId user;
    PersonId person;
    std::string kind;  // self, household, family, associate
    std::string note;  // how they know each other, at most kLongestInterestNote characters
};
constexpr std::size_t kLongestInterestNote = 500;

struct Interest {
    InterestId id;
    UserId user;
    PersonId person;
    std::string kind;
    std::string note;
    std::string declared_by;  // user id
    Instant declared_at;
    std::int64_t revision;
};

// The caller has made sure that the actor sees the person. Anybody declares for themselves; for a
// colleague it needs RunCases or ReadAudit. One that holds already stays as it is, and nobody is
// told that it was there. Refuses with Forbidden `not_allowed`, Invalid `user_id` not_offered,
// `kind` required, not_offered, `note` too_long, not_clean_text.
Result<Done> declare_interest(Work& work, NewInterest const& request);

// Those that hold, latest first, without the reader's own. The caller leaves out those of people
// whom the reader does not see. Needs ReadAudit: Forbidden `not_allowed`.
Result<std::vector<Interest>> interests(Work& work);

// Whom it is about; nothing when it has ended, is the actor's own, or never was.
std::optional<PersonId> person_of_interest(Work& work, InterestId const& id);

// The caller has made sure that the actor sees the person. Needs ReadAudit; nobody ends their own.
// Refuses with NotFound `no_such_interest`, Stale, Invalid `reason` required, too_long,
// not_clean_text. Gives whose it was.
Result<UserId> end_interest(Work& work, InterestId const& id, std::int64_t revision,
                            std::string const& reason);

// Lets nobody else declare, end or follow a conflict until the transaction ends, so that who knows
// whom and who is in which case are never read past each other. Before reading either to write what
// is closed.
void hold_conflicts(store::Transaction& tx);

// For the modules that know who is where. No rights are asked for and nothing is noted.
std::vector<PersonId> people_known_to(store::Transaction& tx, UserId const& user);
// Users to whom this person or place is closed already, or who know the person.
std::set<UserId> users_concerned_by(store::Transaction& tx, std::string const& record);
std::set<std::string> closed_to(store::Transaction& tx, UserId const& user);
void set_closed_to(store::Transaction& tx, UserId const& user, std::set<std::string> const& ids);

}  // namespace waymark::access
