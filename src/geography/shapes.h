#pragma once

// What the files of this module share: the size of the Earth, and a flat sheet over a small part
// of it on which distances can be reckoned with ordinary geometry.

#include "geography/geography.h"

namespace waymark::geography {

inline constexpr double kEarthRadiusMetres = 6371008.8;  // mean radius, IUGG
inline constexpr double kRadiansPerDegree = 3.14159265358979323846 / 180;

struct Flat {
    double x = 0;  // metres east
    double y = 0;  // metres north
};

// Equirectangular, true to scale along one latitude: within 1% over a county.
class Sheet {
  public:
    Sheet(Point origin, double true_latitude);

    Flat flat(Point point) const;
    Point point(Flat flat) const;

  private:
    Point origin_;
    double metres_per_longitude_;
    double metres_per_latitude_;
};

Box box_around(std::vector<Polygon> const& polygons);
Box box_around(std::vector<Boundary> const& boundaries);  // all zero when there are none
Sheet sheet_over(Box const& box);

}  // namespace waymark::geography
