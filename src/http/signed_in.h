#pragma once

// The answer to whoever has just signed in, by a password or by a provider: who they are, and the
// session's cookie. Private to http.

#include "access/gate.h"
#include "http/http.h"

namespace waymark::http {

Response signed_in_answer(Services const& services, access::Gate::Limits const& sessions,
                          access::SignedIn const& signed_in, Clock clock,
                          std::string const& request_id, store::Deadline deadline);

}  // namespace waymark::http
