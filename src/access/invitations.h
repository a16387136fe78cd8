#pragma once

// How somebody comes by a password, at first and when they have lost it: by an invitation, which
// takes a link and a code. Who invites has the link; who approves has the code; so nobody who gives
// them out can take the account over alone (OWASP ASVS 5.0, 6.4.1 and 6.4.3).

#include "access/sign_in.h"

#include <string>
#include <string_view>

namespace waymark::access {

struct Invitation {
    std::string token;  // for the link; shown once, only its digest is kept
    Instant expires_at;
};

// Takes the place of any before it. The password in use, if any, stays good until another is
// chosen. Needs Permission::Administer. Refuses with NotFound `no_such_user`, Conflict
// `not_your_own`, `not_a_person`.
Result<Invitation> invite(Work& work, UserId const& user);

// The code that goes with the link, shown once; asking again gives another. By whoever decides
// about the account and did not invite (approvals.h), who gives it to the person in person or by a
// telephone number they know. Refuses with Forbidden, NotFound `no_such_invitation`.
Result<std::string> approve_invitation(Work& work, UserId const& user);

struct Acceptance {
    std::string token, code, password;
    std::string request_id;
};

// Sets the password; the person signs in with it. Refuses with Invalid `password` as weakness_of
// says; Unauthorised `invitation_not_good`, which is the same for one that never was, is over, is
// not approved, or was given five wrong codes. Runs its own transactions, because hashing a
// password takes long and must not hold one open.
Result<Done> accept_invitation(store::Database& database, Acceptance const& acceptance,
                               PasswordCost cost, Clock clock, store::Deadline deadline);

}  // namespace waymark::access
