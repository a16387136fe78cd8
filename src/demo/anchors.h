#pragma once

// Points at which the police would publish incidents, and the incidents of a month at them, in the
// form in which data.police.uk publishes. All invented; only the towns' positions are real.

#include "foundation/dates.h"
#include "foundation/ids.h"
#include "towns.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::demo {

struct Anchor {
    std::size_t district;
    std::size_t town;
    double longitude, latitude;
    std::string name;
    std::string kind;                             // as places has them
    std::string place_kind;                       // as the programme for places has them
    double a_month;                               // incidents in an ordinary month
    std::optional<PlaceId> place = std::nullopt;  // once somebody has recorded it
};

// Work at an anchor that takes incidents down, or does not, from one month to another.
struct Effect {
    std::size_t anchor;
    Date from, to;     // the work's first and last day
    double remaining;  // share of the incidents that is left afterwards
};

// `count` anchors; the named spots of all districts come first.
std::vector<Anchor> make_anchors(Random random, std::size_t count, double incidents_a_month);

// How much busier than an ordinary month this one is in the district.
double season_of(District const& district, unsigned month);

// A month's street-level file.
std::string incidents_file(Random random, std::vector<Anchor> const& anchors,
                           std::vector<Effect> const& effects, Date first_of_the_month);

// The districts' outlines as GeoJSON, marked as drawn for the demonstration.
std::string outlines_file();

}  // namespace waymark::demo
