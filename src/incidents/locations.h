#pragma once

// Locations out of rows, and circles.

#include "incidents/incidents.h"

#include <optional>
#include <vector>

namespace waymark::incidents {

Location location_from(store::Row const& row);
// Rows of a location and a month each, in the order of locations, then months.
std::vector<LocationCount> location_counts(std::vector<store::Row> const& rows);

std::optional<Error> refusal_of(Circle const& circle);
geography::Box box_of(Circle const& circle);  // holds all of the circle

}  // namespace waymark::incidents
