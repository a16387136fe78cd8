#pragma once

// What every way of signing in shares: the waiting after failures, the session at the end, and who
// may take it away from somebody.

#include "access/sign_in.h"
#include "audit/audit.h"

namespace waymark::access {

// An empty e-mail counts for no account.
bool must_wait(store::Transaction& tx, std::string_view email, std::string_view network_address,
               Instant now);
void count_failure(store::Transaction& tx, std::string_view email, std::string_view network_address,
                   Instant now);

// With its audit entry; the caller commits.
void begin_session(store::Transaction& tx, SignedIn const& signed_in, std::string_view email,
                   std::string_view request_id, std::chrono::minutes longest, Clock clock);

// What is audited before there is a work; `user` may be nobody's.
audit::Pending sign_in_entry(std::string_view request_id, Clock clock, std::string_view action,
                             std::string const& user, std::string detail = {});

// Why an administrator may not take this way of signing in away from somebody, if they may not.
// Forbidden `not_allowed`, `not_your_own`; NotFound `no_such_user`; Invalid `identity_checked`
// required, not_offered.
std::optional<Error> refusal_of_reset(Work& work, UserId const& user,
                                      std::string_view identity_checked);

}  // namespace waymark::access
