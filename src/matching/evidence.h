#pragma once

// What one field says about whether two records are the same: a weight, in tenths of a bit (log2 of
// how much likelier the agreement is between records of one person than of two), and the reason.

#include "prepared.h"

#include "matching/matching.h"

#include <string_view>

namespace waymark::matching {

struct Evidence {
    int weight = 0;
    Agreement agreement = Agreement::Missing;
    std::string_view code = "not_recorded";
};

// Given names that differ in their first letter alone: never enough for Likely.
constexpr std::string_view kFirstLetterCode = "first_letter";

Evidence compare_given_names(PreparedPerson::Fields const& a, PreparedPerson::Fields const& b);
Evidence compare_family_names(PreparedPerson::Fields const& a, PreparedPerson::Fields const& b);
// Given name written as family name and the other way round.
bool names_swapped(PreparedPerson::Fields const& a, PreparedPerson::Fields const& b);

Evidence compare_dates_of_birth(Date a, Date b);

// The score and the band of a total weight. `at_most_possible` holds it below Likely.
Comparison comparison_of(int weight, bool at_most_possible, std::vector<Reason> reasons);

}  // namespace waymark::matching
