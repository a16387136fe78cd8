// Point in polygon: a grid over the boxes of the areas, then the even-odd rule on those edges of
// an area that share the point's band of latitude.

#include "shapes.h"

#include <algorithm>
#include <cmath>

namespace waymark::geography {

namespace {

constexpr std::size_t kMostCellsAside = 256;
constexpr std::size_t kMostBands = 8192;
constexpr std::size_t kEdgesInABand = 8;
constexpr std::size_t kMostCopies = 8;  // of an edge or an area, on average, over bands or cells

// Which of `count` equal slices of [from, to] a value lies in; the ends belong to the outer slices.
std::size_t slice_of(double value, double from, double to, std::size_t count) {
    if (!(to > from)) return 0;
    auto const slice = std::floor((value - from) / (to - from) * static_cast<double>(count));
    return static_cast<std::size_t>(std::clamp(slice, 0.0, static_cast<double>(count - 1)));
}

bool in_box(Box const& box, Point point) {
    return point.longitude >= box.west && point.longitude <= box.east &&
           point.latitude >= box.south && point.latitude <= box.north;
}

bool has_area(Boundary const& boundary) {
    return !boundary.polygons.empty();
}

std::vector<Box> boxes_of(std::vector<Boundary> const& boundaries) {
    std::vector<Box> boxes;
    for (auto const& boundary : boundaries) {
        if (has_area(boundary)) boxes.push_back(boundary.box);
    }
    return boxes;
}

}  // namespace

AreaIndex::AreaIndex(std::vector<Boundary> boundaries)
    : boundaries_(std::move(boundaries)), box_(box_around(boundaries_)) {
    bands_.reserve(boundaries_.size());
    for (auto const& boundary : boundaries_) bands_.push_back(bands_of(boundary));
    fill_grid();
}

void AreaIndex::fill_grid() {
    auto const wanted = 4 * std::sqrt(static_cast<double>(boundaries_.size()));
    side_ = std::clamp(static_cast<std::size_t>(wanted), std::size_t{1}, kMostCellsAside);
    // Areas that all lie over one another would fill every cell with every area.
    auto const entries = [&] {
        std::size_t sum = 0;
        for (auto const& [west, south, east, north] : boxes_of(boundaries_)) {
            sum += (row_of(north) - row_of(south) + 1) * (column_of(east) - column_of(west) + 1);
        }
        return sum;
    };
    while (side_ > 1 && entries() > kMostCopies * (boundaries_.size() + side_ * side_)) side_ /= 2;
    grid_.resize(side_ * side_);
    for (std::size_t i = 0; i < boundaries_.size(); ++i) {
        if (!has_area(boundaries_[i])) continue;
        auto const& box = boundaries_[i].box;
        for (auto row = row_of(box.south); row <= row_of(box.north); ++row) {
            for (auto column = column_of(box.west); column <= column_of(box.east); ++column) {
                grid_[row * side_ + column].push_back(static_cast<std::uint32_t>(i));
            }
        }
    }
}

std::size_t AreaIndex::column_of(double longitude) const {
    return slice_of(longitude, box_.west, box_.east, side_);
}

std::size_t AreaIndex::row_of(double latitude) const {
    return slice_of(latitude, box_.south, box_.north, side_);
}

std::vector<AreaIndex::Edge> AreaIndex::edges_of(Boundary const& boundary) {
    std::vector<Edge> edges;
    for (auto const& polygon : boundary.polygons) {
        for (auto const& ring : polygon) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                auto const& a = ring[i - 1];
                auto const& b = ring[i];
                auto const upward =
                    std::pair(a.latitude, a.longitude) < std::pair(b.latitude, b.longitude);
                edges.push_back(upward ? Edge{a, b} : Edge{b, a});
            }
        }
    }
    return edges;
}

AreaIndex::Bands AreaIndex::bands_of(Boundary const& boundary) {
    auto const all = edges_of(boundary);
    auto const south = boundary.box.south;
    auto const north = boundary.box.north;
    auto count = std::clamp(all.size() / kEdgesInABand, std::size_t{1}, kMostBands);
    auto const band_of = [&](Point point) { return slice_of(point.latitude, south, north, count); };
    auto const copies = [&] {
        std::size_t sum = 0;
        for (auto const& [low, high] : all) sum += band_of(high) - band_of(low) + 1;
        return sum;
    };
    while (count > 1 && copies() > kMostCopies * all.size()) count /= 2;

    // Count what goes into each band, then lay the bands one after the other.
    Bands bands{.starts = std::vector<std::uint32_t>(count + 1, 0), .edges = {}};
    for (auto const& [low, high] : all) {
        for (auto band = band_of(low); band <= band_of(high); ++band) ++bands.starts[band + 1];
    }
    for (std::size_t band = 0; band < count; ++band) bands.starts[band + 1] += bands.starts[band];
    bands.edges.resize(bands.starts.back());
    auto next = bands.starts;
    for (auto const& edge : all) {
        for (auto band = band_of(edge.low); band <= band_of(edge.high); ++band) {
            bands.edges[next[band]++] = edge;
        }
    }
    return bands;
}

// A point on an edge is inside, of a hole's edge too: the border belongs to the area.
bool AreaIndex::holds(std::size_t position, Point point) const {
    auto const& bands = bands_[position];
    auto const& box = boundaries_[position].box;
    auto const band = slice_of(point.latitude, box.south, box.north, bands.starts.size() - 1);
    bool inside = false;
    for (auto i = bands.starts[band]; i < bands.starts[band + 1]; ++i) {
        auto const& [low, high] = bands.edges[i];
        if (point.latitude < low.latitude || point.latitude > high.latitude) continue;
        auto const east = high.longitude - low.longitude;
        auto const north = high.latitude - low.latitude;
        // Positive when the point lies west of the edge as it runs north.
        auto const side =
            east * (point.latitude - low.latitude) - (point.longitude - low.longitude) * north;
        if (side == 0) {
            auto const [west, far] = std::minmax(low.longitude, high.longitude);
            if (point.longitude >= west && point.longitude <= far) return true;
            continue;
        }
        // Half open, so that a vertex between two edges is crossed once.
        if (point.latitude < high.latitude && side > 0) inside = !inside;
    }
    return inside;
}

std::optional<std::size_t> AreaIndex::find(Point point) const {
    if (!in_box(box_, point)) return std::nullopt;
    auto const cell = row_of(point.latitude) * side_ + column_of(point.longitude);
    for (auto const position : grid_[cell]) {
        if (in_box(boundaries_[position].box, point) && holds(position, point)) {
            return position;
        }
    }
    return std::nullopt;
}

}  // namespace waymark::geography
