// A file of boundaries: refused with its faults, or read to what reads back to the same.

#include "geography/geography.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

using namespace waymark;

namespace {

// But for the last binary digit: reading a number is not exact.
bool is_near(geography::Point a, geography::Point b) {
    constexpr double kClose = 1e-9;
    return std::abs(a.longitude - b.longitude) < kClose &&
           std::abs(a.latitude - b.latitude) < kClose;
}

bool is_same(std::vector<geography::Polygon> const& a, std::vector<geography::Polygon> const& b) {
    auto const rings = [](geography::Ring const& one, geography::Ring const& other) {
        return std::equal(one.begin(), one.end(), other.begin(), other.end(), is_near);
    };
    auto const polygons = [&](geography::Polygon const& one, geography::Polygon const& other) {
        return std::equal(one.begin(), one.end(), other.begin(), other.end(), rings);
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), polygons);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const read = geography::read_boundaries({reinterpret_cast<char const*>(data), size});
    if (auto const* faults = std::get_if<std::vector<geography::Fault>>(&read)) {
        if (faults->empty()) __builtin_trap();
        return 0;
    }
    for (auto const& boundary : std::get<std::vector<geography::Boundary>>(read)) {
        auto const again = geography::read_boundaries(
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"a"},)"
            R"("geometry":)" +
            geography::geojson_geometry(boundary) + "}]}");
        auto const* same = std::get_if<std::vector<geography::Boundary>>(&again);
        if (same == nullptr || !is_same(same->front().polygons, boundary.polygons))
            __builtin_trap();
    }
    return 0;
}
