#include "hubs.h"

#include "incidents_sql.h"

#include <algorithm>

namespace waymark::incidents {

std::string_view code_of(BoundaryKind kind) {
    switch (kind) {
        case BoundaryKind::District:
            return "district";
        case BoundaryKind::Ward:
            return "ward";
        case BoundaryKind::Lsoa:
            return "lsoa";
    }
    return "";
}

std::optional<BoundaryKind> boundary_kind(std::string_view code) {
    for (auto const kind : {BoundaryKind::District, BoundaryKind::Ward, BoundaryKind::Lsoa}) {
        if (code == code_of(kind)) return kind;
    }
    return std::nullopt;
}

std::optional<AreaId> Hubs::find(geography::Point point) const {
    auto const position = index.find(point);
    if (!position) return std::nullopt;
    return areas[*position];
}

std::vector<std::pair<AreaId, BoundaryKind>> hub_parts(store::Transaction& tx,
                                                       PartnershipId const& partnership) {
    std::vector<std::pair<AreaId, BoundaryKind>> parts;
    for (auto const& row : tx.all(sql::kHubParts, {partnership})) {
        auto const area = row.id<AreaId>("area_id");
        auto const kind = boundary_kind(row.text("kind"));
        if (!kind) continue;
        if (parts.empty() || parts.back().first != area) {
            parts.emplace_back(area, *kind);
        } else {
            parts.back().second = std::min(parts.back().second, *kind);
        }
    }
    return parts;
}

std::vector<geography::Boundary> read_parts(store::Transaction& tx,
                                            PartnershipId const& partnership, AreaId const& area,
                                            BoundaryKind kind, Detail detail) {
    std::vector<geography::Boundary> boundaries;
    auto const rows =
        tx.all(sql::kHubShapes, {partnership, area, code_of(kind), detail == Detail::Full ? 1 : 0});
    for (auto const& row : rows) {
        auto boundary =
            geography::boundary_from_geojson_geometry(row.text("code"), "", row.text("shape"));
        if (!boundary) throw store::Failure("incident_boundary: a shape is not a MultiPolygon");
        boundaries.push_back(std::move(*boundary));
    }
    return boundaries;
}

namespace {

template <class Wanted>
Hubs read_wanted(store::Transaction& tx, PartnershipId const& partnership, Detail detail,
                 Wanted const& wanted) {
    std::vector<geography::Boundary> boundaries;
    std::vector<AreaId> areas;
    for (auto const& [area, kind] : hub_parts(tx, partnership)) {
        if (!wanted(area, kind)) continue;
        for (auto& boundary : read_parts(tx, partnership, area, kind, detail)) {
            boundaries.push_back(std::move(boundary));
            areas.push_back(area);
        }
    }
    return {geography::AreaIndex(std::move(boundaries)), std::move(areas)};
}

}  // namespace

Hubs read_hubs(store::Transaction& tx, PartnershipId const& partnership, Detail detail,
               std::optional<AreaId> const& only) {
    return read_wanted(tx, partnership, detail,
                       [&](AreaId const& area, BoundaryKind) { return !only || area == *only; });
}

Hubs read_districts(store::Transaction& tx, PartnershipId const& partnership) {
    return read_wanted(tx, partnership, Detail::Full, [](AreaId const&, BoundaryKind kind) {
        return kind == BoundaryKind::District;
    });
}

std::string boundary_stamp(store::Transaction& tx, PartnershipId const& partnership) {
    auto const row = tx.first(sql::kBoundaryStamp, {partnership});
    return std::to_string(row->integer("boundaries")) + " " + row->text("changed_at");
}

std::int64_t classify_again(store::Transaction& tx, PartnershipId const& partnership) {
    auto const hubs = read_hubs(tx, partnership, Detail::Full);
    std::vector<std::pair<std::int64_t, std::optional<AreaId>>> moves;
    store::Value const values[] = {partnership};
    tx.each(sql::kLocations, values, [&](store::Row const& row) {
        auto const area = hubs.find({row.real("longitude"), row.real("latitude")});
        if (area != row.optional_id<AreaId>("area_id")) moves.emplace_back(row.integer("id"), area);
    });
    for (auto const& [id, area] : moves) {
        tx.execute(sql::kMoveLocation, {id, area});
        tx.execute(sql::kMoveRecords, {id, area});
    }
    return static_cast<std::int64_t>(moves.size());
}

namespace {

// Where the polygon's rings cross a line of latitude, from west to east: it lies between the first
// and the second, the third and the fourth, and so on.
std::vector<double> crossings(geography::Polygon const& polygon, double latitude) {
    std::vector<double> longitudes;
    for (auto const& ring : polygon) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            auto const& a = ring[i - 1];
            auto const& b = ring[i];
            if ((a.latitude > latitude) == (b.latitude > latitude)) continue;
            auto const share = (latitude - a.latitude) / (b.latitude - a.latitude);
            longitudes.push_back(a.longitude + share * (b.longitude - a.longitude));
        }
    }
    std::sort(longitudes.begin(), longitudes.end());
    return longitudes;
}

geography::Box box_of(geography::Ring const& ring) {
    geography::Box box{ring[0].longitude, ring[0].latitude, ring[0].longitude, ring[0].latitude};
    for (auto const& point : ring) {
        box.west = std::min(box.west, point.longitude);
        box.east = std::max(box.east, point.longitude);
        box.south = std::min(box.south, point.latitude);
        box.north = std::max(box.north, point.latitude);
    }
    return box;
}

}  // namespace

std::optional<geography::Point> inner_point(geography::Boundary const& boundary) {
    std::optional<geography::Point> best;
    double widest = 0;
    for (auto const& polygon : boundary.polygons) {
        if (polygon.empty() || polygon.front().empty()) continue;
        auto const box = box_of(polygon.front());
        for (double const share : {0.5, 0.35, 0.65}) {
            auto const latitude = box.south + share * (box.north - box.south);
            auto const across = crossings(polygon, latitude);
            for (std::size_t i = 1; i < across.size(); i += 2) {
                auto const width = across[i] - across[i - 1];
                if (width <= widest) continue;
                widest = width;
                best = geography::Point{across[i - 1] + width / 2, latitude};
            }
        }
    }
    return best;
}

}  // namespace waymark::incidents
