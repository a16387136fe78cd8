#pragma once

// One line of a list of referrals as JSON: for the queue, my work and the rows behind a figure.

#include "http/json.h"
#include "referrals/referrals.h"

namespace waymark::http {

JsonObject referral_row_json(referrals::ReferralSummary const& summary);

}  // namespace waymark::http
