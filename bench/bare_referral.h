#pragma once

// The yardstick for a referral: the rows that one leaves behind, written by bare SQL in one durable
// transaction, as fast as the database takes them.

#include "store/store.h"

namespace waymark::bench {

// Referrals a second, measured for so long. It writes beside what is there; nothing reads them.
double bare_referrals_a_second(store::Database& database, double seconds);

}  // namespace waymark::bench
