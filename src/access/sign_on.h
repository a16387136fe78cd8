#pragma once

// Signing on by an agency's identity provider (OpenID Connect; module openid speaks it): which
// browser began it, whose account it opens, and the session at its end. Nobody is made a user by
// it.
//
// A browser holds a token in a cookie, the provider a state; here only their digests are kept, for
// ten minutes. What else must be secret of one sign-on is derived from the two, so that a copy of
// the database helps nobody.

#include "access/sign_in.h"

#include <optional>
#include <string>
#include <string_view>

namespace waymark::access {

constexpr std::chrono::minutes kSignOnWithin{10};  // from the button to the return
constexpr std::chrono::minutes kCodeWithin{10};    // from the return to the code of Waymark's own

struct SignOnBegun {
    std::string state;          // goes to the provider and comes back
    std::string browser_token;  // for the cookie
};

// Derived from both, 64 characters each.
std::string sign_on_nonce(SignOnBegun const& begun);
std::string sign_on_verifier(SignOnBegun const& begun);

// `provider` is the operator's code for it.
SignOnBegun begin_sign_on(store::Database& database, std::string_view provider, Clock clock,
                          store::Deadline deadline);
// The provider that this browser was sent to with this state; nothing when it was not, or too long
// ago. take_sign_on gives it once.
std::optional<std::string> sign_on_under_way(store::Database& database, SignOnBegun const& begun,
                                             Clock clock, store::Deadline deadline);
std::optional<std::string> take_sign_on(store::Database& database, SignOnBegun const& begun,
                                        Clock clock, store::Deadline deadline);

// What the provider proved, and for which agency's people it may speak.
struct Identity {
    std::string provider;
    std::string issuer, subject;
    std::string email;  // empty unless verified
    AgencyId agency;
    bool second_factor = false;
};

struct SignOnAttempt {
    std::string browser_token;
    std::string network_address;
    std::string request_id;
    CheckedWith with = {};
};

// Opens the account that (issuer, subject) is linked to; else links it to the account of the same
// agency with exactly this verified e-mail, when nothing else is linked to that.
//
// Refuses with Unauthorised: sign_on_failed, the same for unknown people, accounts that are over or
// of another agency, and e-mails that are not verified; second_factor_needed when the provider
// proved none and the account has one: then finish_sign_on_with_code ends it. Or with TooMany
// (wait_and_try_again). Failures are counted and audited as those of sign_in are.
Result<SignedIn> finish_sign_on(store::Database& database, SignOnAttempt const& attempt,
                                Identity const& identity, std::chrono::minutes longest, Clock clock,
                                store::Deadline deadline);
// Refuses further with Unauthorised second_factor_wrong. Throws SecondFactorUnchecked
// (app_secrets.h).
Result<SignedIn> finish_sign_on_with_code(store::Database& database, SignOnAttempt const& attempt,
                                          std::string_view code, std::chrono::minutes longest,
                                          Clock clock, store::Deadline deadline);
// Counts and audits one that ended before anybody was proven, and gives its refusal.
Error refuse_sign_on(store::Database& database, SignOnAttempt const& attempt, Clock clock,
                     store::Deadline deadline);

// Unlinks a user's identity, so that the next sign-on links again. Ends their sessions. As
// reset_second_factor; refuses with Conflict `not_linked` when there is none.
Result<Done> reset_sign_on(Work& work, UserId const& user, std::string_view identity_checked);

}  // namespace waymark::access
