#pragma once

// Demand as the police and others record it, and the figures behind the map.
//
// An incident is something reported to the police or a council at a time and place, read from a
// file that its publisher has made safe to publish: it names nobody, and its place is a point that
// stands for many addresses. So these figures are for everybody in the partnership who may see the
// map (Permission::SeeMap), whatever their hub; another partnership's do not exist for them.
//
// Every function here refuses with Forbidden (not_allowed) without that permission, and, where it
// takes a Filter, with NotFound (no_such_area) or Invalid: from_month or to_month is not_a_month,
// or to_month is before_from_month. Months are written YYYY-MM; both ends are included.
//
// Imports are in incidents/import.h.

#include "access/work.h"
#include "foundation/dates.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "geography/geography.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace waymark::incidents {

struct Filter {
    std::optional<AreaId> area = std::nullopt;  // the whole partnership's, and what lies in no area
    std::string from_month = {};                // empty: from the first month there is
    std::string to_month = {};                  // empty: to the last
    std::string category = {};                  // empty: all of them
};

// A point to which the publisher moves incidents. Many share one.
struct Location {
    std::int64_t id = 0;
    geography::Point point;
    std::string name;
    std::string lsoa_code;       // empty when the file gives none
    std::optional<AreaId> area;  // nothing when it lies in no boundary of ours
};

// Counts

struct MonthCount {
    std::string month;
    std::int64_t count;

    bool operator==(MonthCount const&) const = default;
};

struct MonthAreaCount {
    std::string month;
    std::optional<AreaId> area;  // nothing: in no boundary of ours
    std::int64_t count;

    bool operator==(MonthAreaCount const&) const = default;
};

struct CategoryCount {
    std::string category;
    std::int64_t count;

    bool operator==(CategoryCount const&) const = default;
};

// The months of which there are incidents, oldest first. A month that is not listed was not
// imported, which is not the same as a quiet month.
Result<std::vector<MonthCount>> months(access::Work& work, Filter const& filter = {});
// By month, then area; a month and area without incidents is left out.
Result<std::vector<MonthAreaCount>> counts_by_month_and_area(access::Work& work,
                                                             Filter const& filter = {});
// Most first. A category is its name in the file as a code: anti_social_behaviour.
Result<std::vector<CategoryCount>> categories(access::Work& work, Filter const& filter = {});

// The map

struct Outline {
    std::string code;
    std::string name;
    std::string kind;            // district, ward, lsoa
    std::optional<AreaId> area;  // the hub whose area this is, or is part of
    std::string outline;         // a GeoJSON MultiPolygon as text, simplified for drawing
};

enum class BoundaryKind { District, Ward, Lsoa };
std::string_view code_of(BoundaryKind kind);  // district, ward, lsoa
std::optional<BoundaryKind> boundary_kind(std::string_view code);

// The boundaries of a kind, by name; of one area when given. Districts: for an area that has no
// district boundary, but wards or else LSOAs, they are put together as one, with the area's own
// name and its code in the place of the missing boundary's.
// Refuses with NotFound (no_such_area).
Result<std::vector<Outline>> boundaries(access::Work& work, BoundaryKind kind,
                                        std::optional<AreaId> const& area = std::nullopt);

// Where incidents gather more than chance would have them, in the area or the whole partnership.
// Refuses with Conflict (no_boundaries) when nothing says where the area lies.
Result<geography::HotSpots> hot_spots(access::Work& work, Filter const& filter);

struct RepeatLocation {
    Location location;
    geography::Ranked ranked;  // its key is the location's id
    std::vector<int> months;   // incidents in each month of RepeatLocations::months
};

struct RepeatLocations {
    std::vector<std::string> months;  // of the period, oldest first
    std::size_t compared = 0;         // locations with an incident: what the ranking rests on
    std::vector<RepeatLocation> locations;
};

// Locations where incidents recur, in the fair order of geography::rank_repeat_locations. The
// period is the months of the filter that there are: the latest 120 at most. At most
// `limit` locations, 1 to 500.
Result<RepeatLocations> repeat_locations(access::Work& work, Filter const& filter, int limit);

// Refuses with NotFound (no_such_location).
Result<Location> location(access::Work& work, std::int64_t id);

struct LocationCount {
    Location location;
    std::vector<MonthCount> months;  // oldest first; months without incidents are left out
    std::int64_t count = 0;
};

// Locations in no boundary of ours, by id, after `after_id`; at most `limit`, 1 to 500. Their
// incidents are counted in the partnership's figures and in no area's.
Result<std::vector<LocationCount>> outside(access::Work& work, std::int64_t after_id, int limit);

// Demand at a place

// How far from a place an incident still counts as its own: publishers move incidents to a point on
// the street, so a place has none at its very door. A longer reach takes in the next street.
constexpr double kDemandMetres = 50;
constexpr double kMostMetres = 5000;

struct Circle {
    geography::Point centre;
    double metres = kDemandMetres;
};

// Locations with incidents inside the circle, nearest first, at most 500.
// Refuses with Invalid when the centre is not on Earth (out_of_range) or the metres are not above 0
// and up to kMostMetres (out_of_range).
Result<std::vector<LocationCount>> incidents_near(access::Work& work, Circle const& circle,
                                                  Filter const& filter);

struct Demand {
    std::int64_t count = 0;
    std::int64_t to_the_day = 0;              // of those, how many the source dates to the day
    std::vector<std::string> months_counted;  // whole inside the window, with data; oldest first
    std::vector<std::string> months_missing;  // touched by it, but none of the partnership's data

    // Whether all of the window is known. A count of nought without it is no finding.
    bool is_known() const { return months_missing.empty() && !months_counted.empty(); }
};

// Incidents in the circle, or at the locations, from one day to another, both included.
//
// An incident that its source dates by month alone counts only when the whole of that month lies
// inside the window, because nobody knows on which side of its ends it fell; one dated to the day
// counts when its day does. The months come with the answer, so that a page can say what was
// counted. Leaves no note in the audit: the use case that asks leaves its own.
// Refuses as incidents_near does, and with Invalid: to_on is before_from_on, or more than 20 years
// after it (too_long).
Result<Demand> count_between(access::Work& work, Circle const& circle, Date from, Date to);
Result<Demand> count_between(access::Work& work, std::vector<std::int64_t> const& location_ids,
                             Date from, Date to);

enum class Span { Before, After };

struct DemandWindow {
    Date from_on;
    Date to_on;  // the last day
    std::vector<std::string> months;

    // "After" is not known until the window has passed: a count made sooner would look like an
    // improvement.
    bool has_passed(Date today) const { return to_on < today; }
    Date known_from() const { return add_days(to_on, 1); }
};

// The window for "the 90 days before" (or after) that day, in what is known by month: the three
// whole calendar months before (or after) the month of the day, 89 to 92 days. The day's own month
// is in neither, so before and after are alike for every case.
DemandWindow demand_window(Date day, Span span);

}  // namespace waymark::incidents
