// Geography on the real boundaries and incidents that stand beside the repository. They are not
// part of it, so where the folder is absent these tests say so and are skipped.

#include "geography/geography.h"

#include "foundation/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <sstream>

namespace waymark::geography {

namespace {

namespace fs = std::filesystem;

fs::path data() {
    return fs::path(WAYMARK_SOURCE_DIR) / ".." / "shared" / "data";
}

class RealData : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(data())) {
            GTEST_SKIP() << "the open data is not there: ../shared/data beside the repository";
        }
    }
};

std::string text_of(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path.filename();
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<Boundary> boundaries_of(fs::path const& path) {
    auto read = read_boundaries(text_of(path));
    if (auto const* const faults = std::get_if<std::vector<Fault>>(&read)) {
        ADD_FAILURE() << path.filename() << " " << faults->front().path << " "
                      << faults->front().code;
        return {};
    }
    return std::get<std::vector<Boundary>>(std::move(read));
}

std::vector<Boundary> lancashire() {
    return boundaries_of(data() / "lancashire-districts.geojson");
}

std::vector<fs::path> north_yorkshire() {
    std::vector<fs::path> paths;
    for (auto const& entry : fs::directory_iterator(data() / "north-yorkshire")) {
        if (entry.path().extension() == ".topojson") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

struct Incident {
    std::size_t month;  // 0 to 11
    Point point;
    std::string location;
};

std::vector<Incident> incidents() {
    std::vector<Incident> all;
    std::istringstream lines(text_of(data() / "lancashire-asb-2022.tab"));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        auto const columns = split(line, '\t');
        if (columns.size() < 5) {
            ADD_FAILURE() << "line with " << columns.size() << " columns";
            continue;
        }
        all.push_back({static_cast<std::size_t>(*parse_integer(columns[0].substr(5, 2)) - 1),
                       {*parse_number(columns[1]), *parse_number(columns[2])},
                       columns[1] + " " + columns[2]});
    }
    return all;
}

// The even-odd rule as in every textbook, over every edge of every ring, on its own code.
bool plainly_inside(Boundary const& boundary, Point point) {
    bool inside = false;
    for (auto const& polygon : boundary.polygons) {
        for (auto const& ring : polygon) {
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if ((ring[i].latitude > point.latitude) == (ring[j].latitude > point.latitude)) {
                    continue;
                }
                auto const crossing = (ring[j].longitude - ring[i].longitude) *
                                          (point.latitude - ring[i].latitude) /
                                          (ring[j].latitude - ring[i].latitude) +
                                      ring[i].longitude;
                if (point.longitude < crossing) inside = !inside;
            }
        }
    }
    return inside;
}

std::optional<std::size_t> plainly_found(std::vector<Boundary> const& boundaries, Point point) {
    for (std::size_t i = 0; i < boundaries.size(); ++i) {
        if (plainly_inside(boundaries[i], point)) return i;
    }
    return std::nullopt;
}

using Step = std::pair<std::pair<double, double>, std::pair<double, double>>;

// Every edge of every ring, with the areas it is an edge of.
std::map<Step, std::set<std::size_t>> edges_of(std::vector<Boundary> const& boundaries) {
    std::map<Step, std::set<std::size_t>> edges;
    for (std::size_t area = 0; area < boundaries.size(); ++area) {
        for (auto const& polygon : boundaries[area].polygons) {
            for (auto const& ring : polygon) {
                for (std::size_t i = 1; i < ring.size(); ++i) {
                    std::pair const a(ring[i - 1].longitude, ring[i - 1].latitude);
                    std::pair const b(ring[i].longitude, ring[i].latitude);
                    edges[std::minmax(a, b)].insert(area);
                }
            }
        }
    }
    return edges;
}

std::set<std::pair<std::size_t, std::size_t>> neighbours(std::vector<Boundary> const& boundaries) {
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (auto const& [edge, areas] : edges_of(boundaries)) {
        if (areas.size() == 2) pairs.emplace(*areas.begin(), *areas.rbegin());
    }
    return pairs;
}

double metres_shared(std::vector<Boundary> const& boundaries) {
    double metres = 0;
    for (auto const& [edge, areas] : edges_of(boundaries)) {
        if (areas.size() < 2) continue;
        metres += metres_between({edge.first.first, edge.first.second},
                                 {edge.second.first, edge.second.second});
    }
    return metres;
}

std::size_t points_in(std::vector<Boundary> const& boundaries) {
    std::size_t points = 0;
    for (auto const& boundary : boundaries) {
        for (auto const& polygon : boundary.polygons) {
            for (auto const& ring : polygon) points += ring.size();
        }
    }
    return points;
}

TEST_F(RealData, ReadsTheFourteenDistrictsOfLancashire) {
    auto const districts = lancashire();

    ASSERT_EQ(districts.size(), 14u);
    EXPECT_EQ(districts.front().code, "E06000008");
    EXPECT_EQ(districts.front().name, "Blackburn with Darwen");
    EXPECT_EQ(districts.back().name, "Wyre");
    // Standard Area Measurements (ONS): Blackburn 137.0, Burnley 110.7, Ribble Valley 583.1 km2.
    EXPECT_NEAR(square_kilometres(districts[0]), 137.0, 1.4);
    EXPECT_NEAR(square_kilometres(districts[2]), 110.7, 1.1);
    EXPECT_NEAR(square_kilometres(districts[9]), 583.1, 5.9);
}

TEST_F(RealData, ReadsTheWardsAndLsoasOfNorthYorkshire) {
    std::map<std::string, std::size_t> const expected = {
        {"craven-lsoas", 32},        {"craven-wards", 19},        {"hambleton-lsoas", 52},
        {"hambleton-wards", 30},     {"harrogate-lsoas", 104},    {"harrogate-wards", 35},
        {"richmondshire-lsoas", 34}, {"richmondshire-wards", 24}, {"ryedale-lsoas", 30},
        {"ryedale-wards", 20},       {"scarborough-lsoas", 71},   {"scarborough-wards", 25},
        {"selby-lsoas", 50},         {"selby-wards", 20}};
    std::map<std::string, std::size_t> found;
    std::map<std::string, double> area;
    for (auto const& path : north_yorkshire()) {
        auto const boundaries = boundaries_of(path);
        found[path.stem().string()] = boundaries.size();
        for (auto const& boundary : boundaries) {
            EXPECT_EQ(boundary.code.size(), 9u);
            EXPECT_NE(boundary.name, boundary.code);
            auto const size = square_kilometres(boundary);
            EXPECT_GT(size, 0) << boundary.name;
            area[path.stem().string()] += size;
        }
    }
    EXPECT_EQ(found, expected);
    // The wards and the LSOAs of a district cover the same ground.
    for (auto const* const district :
         {"craven", "hambleton", "harrogate", "richmondshire", "ryedale", "scarborough", "selby"}) {
        auto const wards = area[std::string(district) + "-wards"];
        EXPECT_NEAR(area[std::string(district) + "-lsoas"] / wards, 1, 0.01) << district;
    }
    EXPECT_NEAR(area["craven-wards"], 1177, 12);
}

TEST_F(RealData, PutsEveryIncidentInADistrictOrAmongThoseInNone) {
    auto const all = incidents();
    ASSERT_EQ(all.size(), 56'434u);
    AreaIndex const index(lancashire());

    std::vector<int> counts(15, 0);
    std::map<std::string, int> in_none;
    for (auto const& incident : all) {
        auto const area = index.find(incident.point);
        ++counts[area.value_or(14)];
        if (!area) ++in_none[incident.location];
        EXPECT_EQ(area, plainly_found(index.boundaries(), incident.point)) << incident.location;
    }

    int listed = 0;
    for (auto const& [location, count] : in_none) listed += count;
    EXPECT_EQ(listed, counts[14]);
    EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), 0), 56'434);
    for (std::size_t i = 0; i < 15; ++i) {
        RecordProperty(i < 14 ? index.at(i).code : "none", counts[i]);
        EXPECT_GT(counts[i], i < 14 ? 500 : -1);
    }
    EXPECT_LT(counts[14], 100);
}

TEST_F(RealData, AgreesWithAPlainTestOnRandomPoints) {
    std::mt19937 random(20220101);
    auto const compare = [&](std::vector<Boundary> boundaries, int points) {
        AreaIndex const index(std::move(boundaries));
        std::uniform_real_distribution<double> longitude(index.box().west - 0.01,
                                                         index.box().east + 0.01);
        std::uniform_real_distribution<double> latitude(index.box().south - 0.01,
                                                        index.box().north + 0.01);
        int inside = 0;
        for (int i = 0; i < points; ++i) {
            Point const point = {longitude(random), latitude(random)};
            auto const area = index.find(point);
            ASSERT_EQ(area, plainly_found(index.boundaries(), point));
            inside += area ? 1 : 0;
        }
        EXPECT_GT(inside, points / 5);
    };
    compare(lancashire(), 20'000);
    compare(boundaries_of(data() / "north-yorkshire" / "harrogate-lsoas.topojson"), 5'000);
    compare(boundaries_of(data() / "north-yorkshire" / "scarborough-wards.topojson"), 5'000);
}

void expect_faithful(std::vector<Boundary> const& boundaries, double tolerance_metres) {
    auto const light = simplified(boundaries, tolerance_metres);
    ASSERT_EQ(light.size(), boundaries.size());
    EXPECT_LT(points_in(light), points_in(boundaries));
    EXPECT_EQ(neighbours(light), neighbours(boundaries)) << "who borders on whom";
    double before = 0;
    double after = 0;
    for (std::size_t i = 0; i < light.size(); ++i) {
        EXPECT_EQ(light[i].code, boundaries[i].code);
        auto const size = square_kilometres(boundaries[i]);
        EXPECT_NEAR(square_kilometres(light[i]) / size, 1, 0.01) << light[i].name;
        before += size;
        after += square_kilometres(light[i]);
    }
    EXPECT_NEAR(after / before, 1, 0.002);
    // Shared borders stay shared: they lose length by being straightened and no more.
    EXPECT_GT(metres_shared(light), 0.9 * metres_shared(boundaries));
    EXPECT_LE(metres_shared(light), 1.0001 * metres_shared(boundaries));
}

TEST_F(RealData, SimplifiesDistrictsWithoutGapsOrLossOfArea) {
    expect_faithful(lancashire(), 50);
    EXPECT_LT(points_in(simplified(lancashire(), 100)), points_in(lancashire()) / 2);
}

TEST_F(RealData, SimplifiesWardsAndLsoasWithoutGapsOrLossOfArea) {
    for (auto const& path : north_yorkshire()) {
        SCOPED_TRACE(path.stem().string());
        auto const is_wards = path.stem().string().ends_with("-wards");
        expect_faithful(boundaries_of(path), is_wards ? 15 : 10);
    }
}

TEST_F(RealData, RanksTheSteadilyBusyFirst) {
    std::map<std::string, std::vector<int>> months;
    for (auto const& incident : incidents()) {
        auto& row = months[incident.location];
        row.resize(12, 0);
        ++row[incident.month];
    }
    std::vector<LocationCount> locations;
    for (auto const& [key, row] : months) locations.push_back({key, row});

    auto const ranking = rank_repeat_locations(locations, 50);

    ASSERT_EQ(ranking.size(), 50u);
    for (std::size_t i = 0; i < ranking.size(); ++i) {
        EXPECT_GE(ranking[i].months_active, 6) << i;
        EXPECT_LT(ranking[i].lower, ranking[i].score);
        EXPECT_LT(ranking[i].score, ranking[i].upper);
        EXPECT_LE(ranking[i].score, ranking[i].count / 12.0) << "shrunk towards the usual";
        EXPECT_LE(ranking[i].lower, ranking[i > 0 ? i - 1 : 0].lower);
    }
}

TEST_F(RealData, FindsTheTownsAmongTheHotSpots) {
    AreaIndex const index(lancashire());
    std::vector<PointCount> points;
    for (auto const& incident : incidents()) points.push_back({incident.point, 1});

    auto const found = hot_spots(points, index);

    EXPECT_EQ(found.incidents + found.outside, 56'434);
    EXPECT_EQ(found.cell_metres, 500);
    // 3,075 square kilometres in cells of 0.2165.
    EXPECT_NEAR(static_cast<double>(found.cells), 3075 / 0.2165, 400);
    ASSERT_FALSE(found.hot.empty());
    EXPECT_LT(found.hot.size(), found.cells / 10);
    auto const nearest = [&](Point place) {
        double least = 1e9;
        for (auto const& spot : found.hot) {
            least = std::min(least, metres_between(spot.centre, place));
        }
        return least;
    };
    EXPECT_LT(nearest({-3.0535, 53.8168}), 500) << "Blackpool";
    EXPECT_LT(nearest({-2.7020, 53.7590}), 500) << "Preston";
    EXPECT_LT(nearest({-2.2420, 53.7890}), 500) << "Burnley";
    EXPECT_GT(nearest({-2.5500, 54.0000}), 5000) << "the Forest of Bowland";
}

}  // namespace

}  // namespace waymark::geography
