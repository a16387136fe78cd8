#include "shapes.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace waymark::geography {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr Box kNothing = {kInfinity, kInfinity, -kInfinity, -kInfinity};

Box around(Box const& a, Box const& b) {
    return {std::min(a.west, b.west), std::min(a.south, b.south), std::max(a.east, b.east),
            std::max(a.north, b.north)};
}

void write_number(std::string& out, double number) {
    char digits[32];
    auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void write_ring(std::string& out, Ring const& ring) {
    out += '[';
    for (std::size_t i = 0; i < ring.size(); ++i) {
        out += i == 0 ? "[" : ",[";
        write_number(out, ring[i].longitude);
        out += ',';
        write_number(out, ring[i].latitude);
        out += ']';
    }
    out += ']';
}

// Twice the signed area, by the shoelace formula.
double doubled_area(Ring const& ring, Sheet const& sheet) {
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        auto const a = sheet.flat(ring[i - 1]);
        auto const b = sheet.flat(ring[i]);
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

}  // namespace

Sheet::Sheet(Point origin, double true_latitude)
    : origin_(origin),
      metres_per_longitude_(kEarthRadiusMetres * kRadiansPerDegree *
                            std::cos(true_latitude * kRadiansPerDegree)),
      metres_per_latitude_(kEarthRadiusMetres * kRadiansPerDegree) {}

Flat Sheet::flat(Point point) const {
    return {(point.longitude - origin_.longitude) * metres_per_longitude_,
            (point.latitude - origin_.latitude) * metres_per_latitude_};
}

Point Sheet::point(Flat flat) const {
    return {origin_.longitude + flat.x / metres_per_longitude_,
            origin_.latitude + flat.y / metres_per_latitude_};
}

Box box_around(std::vector<Polygon> const& polygons) {
    Box box = kNothing;
    for (auto const& polygon : polygons) {
        for (auto const& ring : polygon) {
            for (auto const& [longitude, latitude] : ring) {
                box = around(box, {longitude, latitude, longitude, latitude});
            }
        }
    }
    return box.west <= box.east ? box : Box{};
}

Box box_around(std::vector<Boundary> const& boundaries) {
    Box box = kNothing;
    for (auto const& boundary : boundaries) {
        if (!boundary.polygons.empty()) box = around(box, boundary.box);
    }
    return box.west <= box.east ? box : Box{};
}

Sheet sheet_over(Box const& box) {
    return {{box.west, box.south}, (box.south + box.north) / 2};
}

double metres_between(Point from, Point to) {
    auto const half_up = std::sin((to.latitude - from.latitude) * kRadiansPerDegree / 2);
    auto const half_across = std::sin((to.longitude - from.longitude) * kRadiansPerDegree / 2);
    auto const chord = half_up * half_up + std::cos(from.latitude * kRadiansPerDegree) *
                                               std::cos(to.latitude * kRadiansPerDegree) *
                                               half_across * half_across;
    return 2 * kEarthRadiusMetres * std::asin(std::sqrt(std::min(1.0, chord)));
}

double square_kilometres(Boundary const& boundary) {
    auto const sheet = sheet_over(boundary.box);
    double doubled = 0;
    for (auto const& polygon : boundary.polygons) {
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            auto const area = std::abs(doubled_area(polygon[i], sheet));
            doubled += i == 0 ? area : -area;
        }
    }
    return doubled / 2 / 1'000'000;
}

std::string geojson_geometry(Boundary const& boundary) {
    std::string out = R"({"type":"MultiPolygon","coordinates":[)";
    for (std::size_t i = 0; i < boundary.polygons.size(); ++i) {
        out += i == 0 ? "[" : ",[";
        auto const& polygon = boundary.polygons[i];
        for (std::size_t j = 0; j < polygon.size(); ++j) {
            if (j > 0) out += ',';
            write_ring(out, polygon[j]);
        }
        out += ']';
    }
    out += "]}";
    return out;
}

}  // namespace waymark::geography
