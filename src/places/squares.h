#pragma once

// Squares of the map, as keys under which places are filed by position: "at:5428:-41". They cost no
// index of their own, and are bounded by the reader's scopes as every key is.

#include <string>
#include <vector>

namespace waymark::places {

struct Point {
    double longitude;  // degrees, WGS 84
    double latitude;
};

// The square that holds a point.
std::string square_of(Point const& point);

// The squares that a circle in the United Kingdom touches, and perhaps some at its corners; those
// nearest its centre first.
std::vector<std::string> squares_within(Point const& centre, double metres);

// Over short distances in these latitudes: right to a few parts in a thousand.
double metres_between(Point const& a, Point const& b);

}  // namespace waymark::places
