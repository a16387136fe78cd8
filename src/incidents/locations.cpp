#include "locations.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace waymark::incidents {

namespace {

constexpr double kMetresPerDegree = 111'194;  // of latitude, on a sphere of the Earth's mean radius
constexpr double kAllowance = 1.01;           // more than rounding can take away

}  // namespace

Location location_from(store::Row const& row) {
    return {.id = row.integer("id"),
            .point = {row.real("longitude"), row.real("latitude")},
            .name = row.text("name"),
            .lsoa_code = row.text("lsoa_code"),
            .area = row.optional_id<AreaId>("area_id")};
}

std::vector<LocationCount> location_counts(std::vector<store::Row> const& rows) {
    std::vector<LocationCount> list;
    for (auto const& row : rows) {
        if (list.empty() || list.back().location.id != row.integer("id")) {
            list.push_back({.location = location_from(row)});
        }
        auto const count = row.integer("incidents");
        list.back().months.push_back({row.text("month"), count});
        list.back().count += count;
    }
    return list;
}

std::optional<Error> refusal_of(Circle const& circle) {
    auto const is_within = [](double value, double most) { return std::abs(value) <= most; };
    std::vector<FieldError> mistakes;
    // Comparisons with what is not a number are false, so it is refused too.
    if (!is_within(circle.centre.longitude, 180)) mistakes.push_back({"longitude", "out_of_range"});
    if (!is_within(circle.centre.latitude, 90)) mistakes.push_back({"latitude", "out_of_range"});
    if (!(circle.metres > 0 && circle.metres <= kMostMetres)) {
        mistakes.push_back({"metres", "out_of_range"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return std::nullopt;
}

geography::Box box_of(Circle const& circle) {
    auto const north = circle.metres * kAllowance / kMetresPerDegree;
    auto const shrink = std::cos(circle.centre.latitude * std::numbers::pi / 180);
    auto const east = shrink > 0.001 ? north / shrink : 360;
    return {circle.centre.longitude - east, circle.centre.latitude - north,
            circle.centre.longitude + east, circle.centre.latitude + north};
}

}  // namespace waymark::incidents
