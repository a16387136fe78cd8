#include "squares.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <utility>

namespace waymark::places {

namespace {

// A degree of latitude, on a sphere of the Earth's mean radius (IUGG, 6,371,009 m).
constexpr double kMetresPerDegree = 6'371'009 * std::numbers::pi / 180;
// Sides of a square in degrees: about 560 metres from south to north and, in North Yorkshire, 650
// from west to east.
constexpr double kHigh = 0.005;
constexpr double kWide = 0.01;

double cosine_of(double latitude) {
    return std::cos(latitude * std::numbers::pi / 180);
}

long row_of(double latitude) {
    return std::lround(std::floor(latitude / kHigh));
}

long column_of(double longitude) {
    return std::lround(std::floor(longitude / kWide));
}

std::string key_of(long row, long column) {
    return "at:" + std::to_string(row) + ":" + std::to_string(column);
}

}  // namespace

std::string square_of(Point const& point) {
    return key_of(row_of(point.latitude), column_of(point.longitude));
}

std::vector<std::string> squares_within(Point const& centre, double metres) {
    double const north = metres / kMetresPerDegree;
    // A degree of longitude is shortest at the side nearer the pole.
    double const east = north / cosine_of(std::abs(centre.latitude) + north);
    auto const row = row_of(centre.latitude);
    auto const column = column_of(centre.longitude);
    std::vector<std::pair<long, long>> squares;
    for (auto y = row_of(centre.latitude - north); y <= row_of(centre.latitude + north); ++y) {
        auto const last = column_of(centre.longitude + east);
        for (auto x = column_of(centre.longitude - east); x <= last; ++x)
            squares.emplace_back(y, x);
    }
    std::sort(squares.begin(), squares.end(), [&](auto const& a, auto const& b) {
        auto const steps = [&](auto const& square) {
            return std::labs(square.first - row) + std::labs(square.second - column);
        };
        return std::pair{steps(a), a} < std::pair{steps(b), b};
    });
    std::vector<std::string> keys;
    for (auto const& [y, x] : squares) keys.push_back(key_of(y, x));
    return keys;
}

double metres_between(Point const& a, Point const& b) {
    double const north = (a.latitude - b.latitude) * kMetresPerDegree;
    double const east =
        (a.longitude - b.longitude) * kMetresPerDegree * cosine_of((a.latitude + b.latitude) / 2);
    return std::hypot(north, east);
}

}  // namespace waymark::places
