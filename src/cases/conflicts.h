#pragma once

// Conflicts of interest on cases: who knows whom, and what that closes (decision 0013). The only
// caller of access::set_closed_to.
//
// To a user who knows a person on record are closed: that person; everybody who is or was in a case
// with them, but for professionals; every case that any of those is or was in; and the places that
// only such cases have. A case that they led loses its lead, and its open actions for which they
// were named become their agency's, so that nothing is the job of somebody who cannot see it. No
// colleague is told why.

#include "access/interests.h"
#include "access/work.h"

namespace waymark::cases {

// Refuses as access::declare_interest does, and with NotFound `no_such_person`.
Result<Done> declare_interest(access::Work& work, access::NewInterest const& request);

// Refuses as access::end_interest does.
Result<Done> end_interest(access::Work& work, access::InterestId const& id, std::int64_t revision,
                          std::string const& reason);

// After a case was opened, or opened again, or somebody or a place came into it: what that closes
// to whom.
void follow_conflicts(access::Work& work, CaseId const& id);

// Whether the case does not exist for a colleague, who can therefore not be given work on it.
bool is_closed_to(access::Work& work, UserId const& user, CaseId const& id);

}  // namespace waymark::cases
