// Fewer points for drawing, without opening gaps between neighbours.
//
// Every ring is cut where borders part (three areas meet, or land meets sea), so that a border two
// areas share is cut into the same arcs in both. Each arc is simplified always in the same
// direction, so both areas get the same line.

#include "shapes.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace waymark::geography {

namespace {

constexpr double kStepsPerDegree = 1'000'000;

using SpotId = std::uint32_t;        // a distinct place on the grid of millionths of a degree
using Arc = std::vector<SpotId>;     // from one node to the next, both included
using Circle = std::vector<SpotId>;  // a ring without the repeated last spot

struct Spot {
    Point point;
    Flat flat;
    SpotId before = 0;  // its neighbours in the ring that came first, the smaller first
    SpotId after = 0;
    bool seen = false;
    bool is_node = false;  // kept, and arcs end here
};

class Simplifier {
  public:
    Simplifier(std::vector<Boundary> const& boundaries, double tolerance_metres)
        : originals_(boundaries),
          sheet_(sheet_over(box_around(boundaries))),
          tolerance_(tolerance_metres) {
        for (auto const& boundary : boundaries) shapes_.push_back(circles_of(boundary));
        for (auto const& shape : shapes_) {
            for (auto const& polygon : shape) {
                for (auto const& circle : polygon) mark_nodes(circle);
            }
        }
    }

    std::vector<Boundary> run();

  private:
    using Shape = std::vector<std::vector<Circle>>;  // polygons of rings

    SpotId spot_at(Point point);
    Shape circles_of(Boundary const& boundary);
    void mark_nodes(Circle const& circle);
    void keep_whole(Shape const& shape);
    Ring reduced_ring(Circle const& circle) const;
    Arc reduced_arc(Arc const& arc) const;
    double metres_off(SpotId spot, SpotId from, SpotId to) const;
    std::vector<Polygon> reduced(Shape const& shape) const;

    std::vector<Boundary> const& originals_;
    Sheet sheet_;
    double tolerance_;
    std::vector<Spot> spots_;
    std::unordered_map<std::uint64_t, SpotId> ids_;
    std::vector<Shape> shapes_;  // as originals_, on the grid
};

SpotId Simplifier::spot_at(Point point) {
    auto const x = std::llround(point.longitude * kStepsPerDegree);
    auto const y = std::llround(point.latitude * kStepsPerDegree);
    auto const key = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32) |
                     static_cast<std::uint32_t>(y);
    auto const [found, is_new] = ids_.try_emplace(key, static_cast<SpotId>(spots_.size()));
    if (is_new) {
        Point const rounded = {static_cast<double>(x) / kStepsPerDegree,
                               static_cast<double>(y) / kStepsPerDegree};
        spots_.push_back({.point = rounded, .flat = sheet_.flat(rounded)});
    }
    return found->second;
}

Simplifier::Shape Simplifier::circles_of(Boundary const& boundary) {
    Shape shape;
    for (auto const& polygon : boundary.polygons) {
        auto& circles = shape.emplace_back();
        for (auto const& ring : polygon) {
            auto& circle = circles.emplace_back();
            for (auto const& point : ring) {
                auto const spot = spot_at(point);
                if (circle.empty() || circle.back() != spot) circle.push_back(spot);
            }
            while (circle.size() > 1 && circle.back() == circle.front()) circle.pop_back();
        }
    }
    return shape;
}

// A spot whose neighbours differ from ring to ring is where borders part.
void Simplifier::mark_nodes(Circle const& circle) {
    for (std::size_t i = 0; i < circle.size(); ++i) {
        auto const previous = circle[(i + circle.size() - 1) % circle.size()];
        auto const following = circle[(i + 1) % circle.size()];
        auto const [before, after] = std::minmax(previous, following);
        auto& spot = spots_[circle[i]];
        if (!spot.seen) {
            spot.before = before;
            spot.after = after;
            spot.seen = true;
        } else if (spot.before != before || spot.after != after) {
            spot.is_node = true;
        }
    }
}

void Simplifier::keep_whole(Shape const& shape) {
    for (auto const& polygon : shape) {
        for (auto const& circle : polygon) {
            for (auto const spot : circle) spots_[spot].is_node = true;
        }
    }
}

// From a spot to the straight line between two others, not beyond its ends.
double Simplifier::metres_off(SpotId spot, SpotId from, SpotId to) const {
    auto const a = spots_[from].flat;
    auto const b = spots_[to].flat;
    auto const p = spots_[spot].flat;
    auto const squared = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    auto const along =
        squared > 0 ? ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / squared : 0.0;
    auto const t = std::clamp(along, 0.0, 1.0);
    return std::hypot(p.x - (a.x + t * (b.x - a.x)), p.y - (a.y + t * (b.y - a.y)));
}

// Douglas and Peucker, with a stack of spans still to look at instead of recursion.
Arc Simplifier::reduced_arc(Arc const& arc) const {
    std::vector<bool> kept(arc.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> spans = {{0, arc.size() - 1}};
    while (!spans.empty()) {
        auto const [first, last] = spans.back();
        spans.pop_back();
        auto farthest = first;
        auto most = tolerance_;
        for (auto i = first + 1; i < last; ++i) {
            auto const off = metres_off(arc[i], arc[first], arc[last]);
            if (off > most) {
                most = off;
                farthest = i;
            }
        }
        if (farthest == first) continue;
        kept[farthest] = true;
        spans.emplace_back(first, farthest);
        spans.emplace_back(farthest, last);
    }
    Arc result;
    for (std::size_t i = 0; i < arc.size(); ++i) {
        if (kept[i]) result.push_back(arc[i]);
    }
    return result;
}

// Nothing when what is left has no inside.
Ring Simplifier::reduced_ring(Circle const& circle) const {
    if (circle.size() < 3) return {};
    // A ring that meets no other begins at its first spot on the grid, wherever the file began it.
    auto start = std::find_if(circle.begin(), circle.end(),
                              [&](SpotId spot) { return spots_[spot].is_node; });
    if (start == circle.end()) start = std::min_element(circle.begin(), circle.end());
    Circle turned(start, circle.end());
    turned.insert(turned.end(), circle.begin(), start);
    turned.push_back(turned.front());

    Circle result = {turned.front()};
    Arc arc = {turned.front()};
    for (std::size_t i = 1; i < turned.size(); ++i) {
        arc.push_back(turned[i]);
        if (!spots_[turned[i]].is_node && i + 1 < turned.size()) continue;
        Arc const backward(arc.rbegin(), arc.rend());
        auto const is_turned = backward < arc;
        auto line = reduced_arc(is_turned ? backward : arc);
        if (is_turned) std::reverse(line.begin(), line.end());
        result.insert(result.end(), line.begin() + 1, line.end());
        arc = {turned[i]};
    }
    if (result.size() < 4) return {};
    Ring ring;
    for (auto const spot : result) ring.push_back(spots_[spot].point);
    return ring;
}

std::vector<Polygon> Simplifier::reduced(Shape const& shape) const {
    std::vector<Polygon> polygons;
    for (auto const& circles : shape) {
        Polygon polygon;
        for (std::size_t i = 0; i < circles.size(); ++i) {
            auto ring = reduced_ring(circles[i]);
            if (ring.empty() && i == 0) break;
            if (!ring.empty()) polygon.push_back(std::move(ring));
        }
        if (!polygon.empty()) polygons.push_back(std::move(polygon));
    }
    return polygons;
}

// A boundary that would vanish keeps all its points, and its neighbours keep them where they touch;
// then everything is done again, because their arcs have changed.
std::vector<Boundary> Simplifier::run() {
    std::vector<Boundary> results;
    std::vector<bool> is_whole(shapes_.size(), false);
    for (bool again = true; again;) {
        again = false;
        results.clear();
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            auto const& original = originals_[i];
            auto polygons = reduced(shapes_[i]);
            if (polygons.empty() && !is_whole[i]) {
                keep_whole(shapes_[i]);
                is_whole[i] = again = true;
            }
            if (polygons.empty()) polygons = original.polygons;
            auto const box = box_around(polygons);
            results.push_back({original.code, original.name, std::move(polygons), box});
        }
    }
    return results;
}

}  // namespace

std::vector<Boundary> simplified(std::vector<Boundary> const& boundaries, double tolerance_metres) {
    return Simplifier(boundaries, tolerance_metres).run();
}

}  // namespace waymark::geography
