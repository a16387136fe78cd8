#pragma once

// What counting a figure and listing the rows behind it have in common: who asks, and which days.

#include "reporting/reporting.h"

#include <array>

namespace waymark::reporting {

constexpr int kMonths = 12;

struct HubAsked {
    AreaId area;
    std::string area_name;
    std::string programme;  // empty: all
    bool sees_all;          // works in the hub, so is shown all of it
};

// Refuses with Forbidden `not_allowed`, NotFound `no_such_area`.
Result<HubAsked> asked_of(access::Work& work, AreaId const& area, std::string const& programme);

struct Days {
    Date from, until;  // the first, and the first after the last
};

// The last 12 months, this one up to today; each also a year earlier.
struct Month {
    std::string code;  // 2026-01
    Days days;
    Days year_before;
};
std::vector<Month> last_months(Date today);
// From the first of those to today.
Days last_year(Date today);

// The days after which an open case is of each age but the oldest: under 30, 90, 180, 365 days.
inline constexpr std::array<int, 4> kAges = {30, 90, 180, 365};
inline constexpr std::array<std::string_view, 5> kAgeCodes = {"under_30", "30_to_89", "90_to_179",
                                                              "180_to_364", "365_and_over"};

inline constexpr std::array<std::string_view, 5> kMeasures = {
    "risk_band", "risk_score", "frequency", "feels_safe", "confidence_in_agencies"};
inline constexpr std::array<std::string_view, 6> kChanges = {
    "improved", "same", "worse", "not_recorded_start", "not_recorded_end", "not_recorded_both"};

}  // namespace waymark::reporting
