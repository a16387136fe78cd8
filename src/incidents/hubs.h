#pragma once

// Where the hubs' areas lie, as the boundaries that were imported say.

#include "foundation/ids.h"
#include "geography/geography.h"
#include "incidents/incidents.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace waymark::incidents {

enum class Detail { Outline, Full };

struct Hubs {
    geography::AreaIndex index;
    std::vector<AreaId> areas;  // of each boundary of the index

    std::optional<AreaId> find(geography::Point point) const;
};

// What a hub's area is made of: its district boundary, else its wards, else its LSOAs.
std::vector<std::pair<AreaId, BoundaryKind>> hub_parts(store::Transaction& tx,
                                                       PartnershipId const& partnership);

// All hubs, or one; the areas are empty when nothing says where they lie.
Hubs read_hubs(store::Transaction& tx, PartnershipId const& partnership, Detail detail,
               std::optional<AreaId> const& only = std::nullopt);
// Those hubs only that have a district boundary.
Hubs read_districts(store::Transaction& tx, PartnershipId const& partnership);

// The boundaries of that kind that are parts of an area.
std::vector<geography::Boundary> read_parts(store::Transaction& tx,
                                            PartnershipId const& partnership, AreaId const& area,
                                            BoundaryKind kind, Detail detail);

// Differs whenever the boundaries differ from what they were.
std::string boundary_stamp(store::Transaction& tx, PartnershipId const& partnership);

// Puts every location into its area as the boundaries now say. Answers how many moved.
std::int64_t classify_again(store::Transaction& tx, PartnershipId const& partnership);

// A point inside the boundary, well away from its border where that is easy to find: the middle of
// the widest stretch across its largest part. Nothing for a boundary without an inside.
std::optional<geography::Point> inner_point(geography::Boundary const& boundary);

}  // namespace waymark::incidents
