#pragma once

// Limits that policy sets for accounts, as dated data in access_limit. Private to access.

#include "access/work.h"

#include <cstdint>
#include <string_view>

namespace waymark::access {

// What holds on this day. Codes: confirm_days, dormant_days, invitation_hours, invitation_guesses.
// Throws store::Failure for a code that has no value then.
std::int64_t limit_on(store::Transaction& tx, std::string_view code, Date day);

}  // namespace waymark::access
