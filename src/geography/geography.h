#pragma once

// Where things are: boundaries read from files, which area a point lies in, boundaries made light
// enough to draw, and two fair ways to say "here is more than elsewhere".
//
// Pure: text and numbers in, values out. No database and no files. Coordinates are WGS84 degrees,
// longitude first, as in GeoJSON (RFC 7946). README.md explains the two statistics to their
// readers.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace waymark::geography {

struct Point {
    double longitude = 0;
    double latitude = 0;

    bool operator==(Point const&) const = default;
};

struct Box {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;

    bool operator==(Box const&) const = default;
};

using Ring = std::vector<Point>;    // closed: the last point repeats the first
using Polygon = std::vector<Ring>;  // the outer ring, then its holes

struct Boundary {
    std::string code;  // unique in its file, for example E07000121
    std::string name;
    std::vector<Polygon> polygons;
    Box box;
    std::string object = {};  // of a TopoJSON file: the name of the object that holds it

    bool operator==(Boundary const&) const = default;
};

// One mistake in a file. The path leads there by position (features[3].geometry.coordinates[0][1]),
// never by anything the file says. Codes: not_json, too_large, too_deep, wrong_type, required,
// unknown_type, unsupported_crs, out_of_range, ring_not_closed, ring_too_short, no_such_arc,
// not_clean_text, too_long, repeated_code, none, too_many_points, too_many_boundaries,
// too_many_faults (the last one listed: there are more).
struct Fault {
    std::string path;
    std::string code;

    bool operator==(Fault const&) const = default;
};

// Reads a GeoJSON FeatureCollection or a TopoJSON Topology (with or without quantisation, all of
// its objects) of polygons and multipolygons. All of the file or none of it.
//
// The code is the property named like LAD22CD, else `code`, `gss_code` or `area_code`, else the
// feature's id, else `objectid` or `id`. The name is the like of LAD22NM, else `name`, `area_name`,
// `district` or `ward`; an area without one is called by its code.
// Refused: more than 50 MB, 50,000 boundaries or 5,000,000 points; a coordinate system other than
// CRS84/WGS84; coordinates out of range, such as metres of the British National Grid.
std::variant<std::vector<Boundary>, std::vector<Fault>> read_boundaries(std::string_view text);

// A MultiPolygon as JSON text. Reads back to the same numbers but for the last binary digit.
std::string geojson_geometry(Boundary const& boundary);
// Back from the text of a Polygon or MultiPolygon; nothing when it is not one.
std::optional<Boundary> boundary_from_geojson_geometry(std::string code, std::string name,
                                                       std::string_view geometry);

// The same boundaries with fewer points, in the same order, for drawing. No border moves by more
// than the tolerance, coordinates are rounded to a millionth of a degree (11 cm), and a border that
// two areas of the set share stays one line, so neighbours show no gap: therefore simplify a whole
// file at once. Islands and holes narrower than the tolerance are left out, but no boundary ever
// disappears. Douglas and Peucker 1973, on the arcs between the points where borders part.
std::vector<Boundary> simplified(std::vector<Boundary> const& boundaries, double tolerance_metres);

// Along the surface of a sphere of the Earth's mean radius (haversine); within 0.6% of the truth.
double metres_between(Point from, Point to);
// In square kilometres, less the holes. Good to 1% for anything the size of a county.
double square_kilometres(Boundary const& boundary);

// Answers which area a point lies in. Build it once: a look-up costs about a microsecond.
class AreaIndex {
  public:
    explicit AreaIndex(std::vector<Boundary> boundaries);

    // The position, in the order given, of the area that holds the point. A point on a border, or
    // where areas overlap, belongs to the first of its areas, so the answer never depends on
    // anything but that order. Nothing when it lies in none, in a hole, or is not a number.
    std::optional<std::size_t> find(Point point) const;

    Boundary const& at(std::size_t position) const { return boundaries_.at(position); }
    std::vector<Boundary> const& boundaries() const { return boundaries_; }
    Box const& box() const { return box_; }  // around all of them

  private:
    struct Edge {
        Point low, high;  // low is never north of high, so both neighbours reckon the same
    };
    struct Bands {  // the edges of one boundary by bands of latitude, south first
        std::vector<std::uint32_t> starts;  // one more than there are bands
        std::vector<Edge> edges;
    };

    static Bands bands_of(Boundary const& boundary);
    static std::vector<Edge> edges_of(Boundary const& boundary);
    bool holds(std::size_t position, Point point) const;
    void fill_grid();
    std::size_t column_of(double longitude) const;
    std::size_t row_of(double latitude) const;

    std::vector<Boundary> boundaries_;
    std::vector<Bands> bands_;
    Box box_;
    std::size_t side_ = 1;                          // cells along each side of the grid
    std::vector<std::vector<std::uint32_t>> grid_;  // areas whose box touches the cell, in order
};

// Repeat locations

struct LocationCount {
    std::string key;
    std::vector<int> months;  // incidents in each month of the period, oldest first
};

struct Ranked {
    std::string key;
    int count;          // incidents in the period
    int months_active;  // months with at least one
    double score;       // expected incidents a month, after shrinking
    double lower;       // its 90% interval; the order is by `lower`, highest first
    double upper;
};

// Ranks locations by what can be said with confidence about their monthly rate: the 5% quantile of
// its posterior under a gamma-Poisson model whose prior is estimated from all the locations
// (empirical Bayes: D. Clayton and J. Kaldor, "Empirical Bayes estimates of age-standardized
// relative risks for use in disease mapping", Biometrics 43, 1987). A location whose incidents are
// bunched in a few months, beyond what the season explains, carries less evidence: its counts are
// divided by its dispersion (quasi-Poisson: R. W. M. Wedderburn, Biometrika 61, 1974), so one bad
// month does not outrank a place that is steadily busy.
//
// Give every location with an incident in the period, not a selection, because the prior is theirs
// (fitted by moments, allowing for the locations with none, which nobody knows of). The prior never
// weighs more than the period itself.
// A shorter row of months counts as ending in months without incidents; a negative count as none.
// Equal lower bounds are ordered by count, months active and key. At most `most` are returned.
std::vector<Ranked> rank_repeat_locations(std::vector<LocationCount> const& locations,
                                          std::size_t most = 100);

// Hot spots

struct PointCount {
    Point point;
    int count = 1;  // incidents there
};

struct HotSpotOptions {
    double cell_metres = 500;            // between opposite sides of a hexagon
    double false_discovery_rate = 0.05;  // share of the cells called hot that may be so by chance
};

struct HotSpot {
    Point centre;
    std::vector<Point> corners;  // six; not repeated
    int count;                   // incidents in the cell
    int neighbourhood_count;     // in the cell and the up to six around it: what was tested
    double z;                    // Gi*
    double p;                    // of a z as high or higher by chance
};

struct HotSpots {
    double cell_metres;        // as asked, or doubled until at most 250,000 cells are tested
    std::size_t cells;         // tested
    std::int64_t incidents;    // inside the study area
    std::int64_t outside;      // in no cell of it, so not tested
    std::vector<HotSpot> hot;  // highest z first, then south to north and west to east
};

// Cells of a hexagonal grid where incidents gather more than chance would have them: the local
// statistic Gi* (J. K. Ord and A. Getis, "Local spatial autocorrelation statistics", Geographical
// Analysis 27, 1995) with the cell and its neighbours weighted alike; one-sided; held to a false
// discovery rate over all the cells tested (Y. Benjamini and Y. Hochberg, J. R. Stat. Soc. B 57,
// 1995; for maps M. Caldas de Castro and B. H. Singer, Geographical Analysis 38, 2006).
//
// The study area says which empty cells count: those whose centre lies in it, and every cell with
// an incident in it. The grid is laid from its box, so it is the same for every month.
HotSpots hot_spots(std::vector<PointCount> const& incidents, AreaIndex const& study_area,
                   HotSpotOptions const& options = {});

}  // namespace waymark::geography
