#pragma once

// The large database that is measured: at scale 1, a million people, half a million cases over ten
// years of which about 25,000 are open, and five million entries in their chronologies.
//
// The only place that writes rows without the use cases, because they would take a day. What it
// writes is what they would have: scopes, search keys, due dates and counters included.

#include "foundation/dates.h"
#include "foundation/ids.h"
#include "store/store.h"

#include <cstdint>
#include <string>

namespace waymark::bench {

inline constexpr char const* kPassword = "measured and thrown away";
inline constexpr char const* kOfficer = "officer@bench.example";  // of one hub, the busiest
inline constexpr char const* kHead = "head@bench.example";        // partnership-wide

struct Sizes {
    std::int64_t people, cases, open_cases, entries, referrals, waiting;
};
Sizes sizes_at(double scale);

// Fills a database that was just migrated. Repeatable: the same scale and day give the same rows.
void generate(store::Database& database, Sizes const& sizes, Date today);

// Takes away the referrals that an earlier measurement sent, so that no queue grows from run to
// run.
void take_away_measured_referrals(store::Database& database);

// What the load asks for.
std::string case_id(std::int64_t number);
std::string family_name_of(std::int64_t number);

}  // namespace waymark::bench
