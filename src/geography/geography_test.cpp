// What geography promises of files, of points and of drawing, on small made-up shapes. The same on
// the real files is in real_data_test.cpp, and the statistics are in rankings_test.cpp.

#include "geography/geography.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace waymark::geography {

namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::vector<Boundary> boundaries_in(std::string_view text) {
    auto read = read_boundaries(text);
    auto const* const faults = std::get_if<std::vector<Fault>>(&read);
    if (faults) {
        ADD_FAILURE() << "fault at " << faults->front().path << ": " << faults->front().code;
        return {};
    }
    return std::get<std::vector<Boundary>>(std::move(read));
}

std::vector<Fault> faults_in(std::string_view text) {
    auto read = read_boundaries(text);
    auto* const faults = std::get_if<std::vector<Fault>>(&read);
    return faults ? std::move(*faults) : std::vector<Fault>();
}

std::string feature(std::string const& properties, std::string const& geometry) {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

std::string collection(std::string const& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

constexpr char kSquare[] = R"({"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]]]})";

Boundary rectangle(std::string const& code, double west, double south, double east, double north) {
    return {code,
            code,
            {{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}},
            {west, south, east, north}};
}

TEST(ReadBoundaries, ReadsAGeojsonPolygonWithAHole) {
    auto const read = boundaries_in(
        collection(feature(R"({"code":"A1","name":"Ring"})",
                           R"({"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],
                    [[1,1],[1,2],[2,2],[2,1],[1,1]]]})")));

    ASSERT_THAT(read, SizeIs(1));
    EXPECT_EQ(read[0].code, "A1");
    EXPECT_EQ(read[0].name, "Ring");
    EXPECT_EQ(read[0].box, (Box{0, 0, 4, 4}));
    ASSERT_THAT(read[0].polygons, ElementsAre(SizeIs(2)));
    EXPECT_EQ(read[0].polygons[0][1][2], (Point{2, 2}));
}

TEST(ReadBoundaries, ReadsPastAByteOrderMarkAndHeights) {
    auto const read = boundaries_in(
        "\xEF\xBB\xBF" +
        collection(
            feature(R"({"code":"A"})",
                    R"({"type":"Polygon","coordinates":[[[0,0,9],[4,0,9],[4,4,9],[0,0,9]]]})")));
    ASSERT_THAT(read, SizeIs(1));
    EXPECT_EQ(read[0].name, "A") << "an area without a name is called by its code";
}

struct NamingCase {
    char const* name;
    char const* properties;
    char const* code;
    char const* area_name;
};

NamingCase const kNamings[] = {
    {"Statistical",
     R"({"OBJECTID":7,"WD22CD":"E05","WD22NM":"Mill","LAD22CD":"E07","LAD22NM":"T"})", "E05",
     "Mill"},
    {"StatisticalInLowerCase", R"({"lad22cd":"E07","lad22nm":"Town"})", "E07", "Town"},
    {"OldCodesAndWelshNamesPassedOver",
     R"({"WD13CDO":"36UB","WD13CD":"E05","WD13NMW":"Felin","WD13NM":"Mill"})", "E05", "Mill"},
    {"Plain", R"({"name":"Town","code":"T"})", "T", "Town"},
    {"ObjectIdAndDistrict", R"({"objectid":"E06","district":"Blackpool"})", "E06", "Blackpool"},
    {"NumberForAnId", R"({"id":12,"name":"Twelve"})", "12", "Twelve"},
};

class NamesInProperties : public testing::TestWithParam<NamingCase> {};

TEST_P(NamesInProperties, AreFound) {
    auto const read = boundaries_in(collection(feature(GetParam().properties, kSquare)));
    ASSERT_THAT(read, SizeIs(1));
    EXPECT_EQ(read[0].code, GetParam().code);
    EXPECT_EQ(read[0].name, GetParam().area_name);
}

INSTANTIATE_TEST_SUITE_P(When, NamesInProperties, testing::ValuesIn(kNamings),
                         [](auto const& one) { return one.param.name; });

// Two squares side by side share arc 1, which the second runs backwards (~1 is -2); the first has
// a hole, the second an island.
constexpr char kQuantised[] = R"({"type":"Topology",
    "transform":{"scale":[0.5,0.25],"translate":[10,50]},
    "arcs":[[[4,0],[-4,0],[0,4],[4,0]], [[4,4],[0,-4]], [[4,0],[4,0],[0,4],[-4,0]],
            [[1,1],[0,1],[1,0],[0,-1],[-1,0]], [[9,9],[1,0],[0,1],[-1,-1]]],
    "objects":{"areas":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","id":"W","arcs":[[0,1],[3]]},
        {"type":"MultiPolygon","id":"E","arcs":[[[2,1]],[[4]]]}]}}})";

TEST(ReadBoundaries, ReadsAQuantisedTopology) {
    auto const read = boundaries_in(kQuantised);

    ASSERT_THAT(read, SizeIs(2));
    ASSERT_THAT(read[0].polygons, ElementsAre(SizeIs(2)));
    EXPECT_THAT(read[0].polygons[0][0], ElementsAre(Point{12, 50}, Point{10, 50}, Point{10, 51},
                                                    Point{12, 51}, Point{12, 50}));
    EXPECT_THAT(read[0].polygons[0][1][0], (Point{10.5, 50.25}));
    ASSERT_THAT(read[1].polygons, ElementsAre(SizeIs(1), SizeIs(1)));
    EXPECT_EQ(read[1].polygons[1][0][2], (Point{15, 52.5}));
}

TEST(ReadBoundaries, RunsAnArcBackwardsAndReadsWithoutQuantisation) {
    auto const read = boundaries_in(R"({"type":"Topology",
        "arcs":[[[2,0],[0,0],[0,2],[2,2]],[[2,0],[2,2]]],
        "objects":{"a":{"type":"Polygon","id":"A","arcs":[[0,-2]]}}})");
    ASSERT_THAT(read, SizeIs(1));
    EXPECT_THAT(read[0].polygons[0][0],
                ElementsAre(Point{2, 0}, Point{0, 0}, Point{0, 2}, Point{2, 2}, Point{2, 0}));
}

struct BrokenCase {
    char const* name;
    std::string text;
    std::vector<Fault> faults;
};

std::string with_geometry(std::string const& geometry) {
    return collection(feature(R"({"code":"A"})", geometry));
}

std::string topology(std::string const& arcs, std::string const& object) {
    return R"({"type":"Topology","arcs":)" + arcs + R"(,"objects":{"secret":)" + object + "}}";
}

std::vector<BrokenCase> broken_files() {
    return {
        {"Empty", "", {{"", "not_json"}}},
        {"CutShort", collection(feature("{}", kSquare)).substr(0, 90), {{"", "not_json"}}},
        {"TooDeep", std::string(40, '['), {{"", "too_deep"}}},
        {"TooLarge", std::string(50'000'001, ' '), {{"", "too_large"}}},
        {"NotAnObject", "[]", {{"", "wrong_type"}}},
        {"AnotherType", R"({"type":"Feature"})", {{"type", "unknown_type"}}},
        {"NoFeatures", R"({"type":"FeatureCollection"})", {{"features", "required"}}},
        {"NoneInIt", collection(""), {{"", "none"}}},
        {"NationalGrid",
         R"({"type":"FeatureCollection","features":[],"crs":{"type":"name","properties":
            {"name":"urn:ogc:def:crs:EPSG::27700"}}})",
         {{"crs", "unsupported_crs"}}},
        {"MetresForDegrees",
         with_geometry(R"({"type":"Polygon","coordinates":[[[0,0],[351234,430000],[1,1],[0,0]]]})"),
         {{"features[0].geometry.coordinates[0][1]", "out_of_range"}}},
        {"EndlessNumber",
         with_geometry(R"({"type":"Polygon","coordinates":[[[0,0],[1,1e300],[1,1],[0,0]]]})"),
         {{"features[0].geometry.coordinates[0][1]", "out_of_range"}}},
        {"WordsForNumbers",
         with_geometry(R"({"type":"Polygon","coordinates":[[["x",0],[1,0],[1,1],[0,0]]]})"),
         {{"features[0].geometry.coordinates[0][0]", "wrong_type"}}},
        {"RingLeftOpen",
         with_geometry(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]})"),
         {{"features[0].geometry.coordinates[0]", "ring_not_closed"}}},
        {"RingOfTwoPoints",
         with_geometry(R"({"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[0,0]]]]})"),
         {{"features[0].geometry.coordinates[0][0]", "ring_too_short"}}},
        {"PolygonWithoutRings",
         with_geometry(R"({"type":"Polygon","coordinates":[]})"),
         {{"features[0].geometry.coordinates", "required"}}},
        {"APoint",
         with_geometry(R"({"type":"Point","coordinates":[0,0]})"),
         {{"features[0].geometry.type", "unknown_type"}}},
    };
}

std::vector<BrokenCase> more_broken_files() {
    std::string const triangle = "[[[0,0],[1,0],[1,1],[0,0]]]";
    return {
        {"NoGeometry", with_geometry("null"), {{"features[0].geometry", "wrong_type"}}},
        {"NoCode",
         collection(feature(R"({"colour":"red"})", kSquare)),
         {{"features[0].properties", "required"}}},
        {"NoProperties",
         collection(feature("null", kSquare)),
         {{"features[0].properties", "required"}}},
        {"ACodeTwice",
         collection(feature(R"({"code":"A"})", kSquare) + "," +
                    feature(R"({"code":"A"})", kSquare)),
         {{"features[1].properties", "repeated_code"}}},
        {"ACodeTooLong",
         collection(feature(R"({"name":"N","code":")" + std::string(41, 'x') + "\"}", kSquare)),
         {{"features[0].properties", "too_long"}}},
        {"AControlCharacterInAName",
         collection(feature(R"({"code":"A","name":"a\u0000b"})", kSquare)),
         {{"features[0].properties", "not_clean_text"}}},
        {"AnArcThatIsNotThere",
         topology(triangle, R"({"type":"Polygon","id":"A","arcs":[[1]]})"),
         {{"objects[0].arcs[0][0]", "no_such_arc"}}},
        {"AnArcFarBelowNought",
         topology(triangle, R"({"type":"Polygon","id":"A","arcs":[[-9223372036854775808]]})"),
         {{"objects[0].arcs[0][0]", "no_such_arc"}}},
        {"ArcsThatDoNotMeet",
         topology("[[[0,0],[1,0]],[[1,1],[0,1],[0,0]]]",
                  R"({"type":"Polygon","id":"A","arcs":[[0,1]]})"),
         {{"objects[0].arcs[0][1]", "ring_not_closed"}}},
        {"ABrokenArc",
         topology(R"([[[0,0],"x"]])", R"({"type":"Polygon","id":"A","arcs":[[0]]})"),
         {{"arcs[0][1]", "wrong_type"}}},
        {"ALine",
         topology(triangle, R"({"type":"LineString","id":"A","arcs":[0]})"),
         {{"objects[0].type", "unknown_type"}}},
        {"AHalfTransform",
         R"({"type":"Topology","transform":{"scale":[1,1]},"arcs":[],"objects":{}})",
         {{"transform.translate", "required"}}},
    };
}

TEST(ReadBoundaries, TellsEveryFaultWithItsPath) {
    auto all = broken_files();
    for (auto& more : more_broken_files()) all.push_back(more);
    for (auto const& broken : all) {
        SCOPED_TRACE(broken.name);
        EXPECT_EQ(faults_in(broken.text), broken.faults);
    }
}

TEST(ReadBoundaries, TellsFaultsOfSeveralFeaturesAtOnceUpToAHundred) {
    std::string features;
    for (int i = 0; i < 300; ++i) {
        if (i > 0) features += ",";
        features += feature("{}", kSquare);
    }
    auto const faults = faults_in(collection(features));
    ASSERT_THAT(faults, SizeIs(101));
    EXPECT_EQ(faults[99], (Fault{"features[99].properties", "required"}));
    EXPECT_EQ(faults[100], (Fault{"", "too_many_faults"}));
}

TEST(ReadBoundaries, RefusesASmallFileThatUnfoldsIntoTooManyPoints) {
    std::string arc = "[0,0]";
    for (int i = 0; i < 9'999; ++i) arc += i % 2 == 0 ? ",[1,1]" : ",[0,0]";
    arc += ",[0,0]";
    std::string uses = "0";
    for (int i = 0; i < 999; ++i) uses += ",0";
    auto const faults = faults_in(
        topology("[[" + arc + "]]", R"({"type":"Polygon","id":"A","arcs":[[)" + uses + "]]}"));
    ASSERT_FALSE(faults.empty());
    EXPECT_EQ(faults[0].code, "too_many_points");
}

TEST(ReadBoundaries, SurvivesAnyFileCutShortOrWithAnyByteChanged) {
    std::string const texts[] = {kQuantised, with_geometry(kSquare)};
    std::mt19937 random(20260131);
    for (auto const& text : texts) {
        for (std::size_t end = 0; end < text.size(); ++end) {
            EXPECT_FALSE(faults_in(text.substr(0, end)).empty());
        }
        for (int i = 0; i < 3000; ++i) {
            auto changed = text;
            changed[random() % text.size()] = static_cast<char>(random() % 128);
            auto const read = read_boundaries(changed);
            if (auto const* const faults = std::get_if<std::vector<Fault>>(&read)) {
                EXPECT_FALSE(faults->empty());
            }
        }
    }
}

TEST(GeometryText, ReadsBackToTheSameNumbers) {
    auto const boundaries = boundaries_in(kQuantised);
    auto awkward = rectangle("X", -0.1, 0.1 + 0.2, 1.0 / 3, 89.99999999999999);
    for (auto const& boundary : {boundaries[0], boundaries[1], awkward}) {
        auto const back = boundary_from_geojson_geometry(boundary.code, boundary.name,
                                                         geojson_geometry(boundary));
        ASSERT_TRUE(back);
        EXPECT_EQ(back->code, boundary.code);
        EXPECT_EQ(back->polygons, boundary.polygons);
        EXPECT_EQ(back->box, boundary.box);
    }
}

TEST(GeometryText, GivesNothingForWhatIsNotAGeometry) {
    EXPECT_TRUE(boundary_from_geojson_geometry("A", "A", kSquare));
    for (auto const* const text : {"", "null", "{}", R"({"type":"Point","coordinates":[0,0]})",
                                   R"({"type":"Polygon","coordinates":[[[0,0]]]})"}) {
        EXPECT_FALSE(boundary_from_geojson_geometry("A", "A", text)) << text;
    }
}

TEST(AreaIndex, RespectsHolesAndIslandsInThem) {
    auto area = rectangle("A", 0, 0, 9, 9);
    area.polygons[0].push_back(rectangle("", 2, 2, 7, 7).polygons[0][0]);
    area.polygons.push_back(rectangle("", 4, 4, 5, 5).polygons[0]);
    AreaIndex const index({area});

    EXPECT_EQ(index.find({1, 1}), 0u);
    EXPECT_EQ(index.find({3, 3}), std::nullopt);
    EXPECT_EQ(index.find({4.5, 4.5}), 0u);
    EXPECT_EQ(index.find({2, 5}), 0u) << "the edge of a hole belongs to the area";
    EXPECT_EQ(index.find({10, 1}), std::nullopt);
}

TEST(AreaIndex, GivesAPointOnABorderToTheFirstOfItsAreas) {
    auto const west = rectangle("W", 0, 0, 1, 2);
    auto const east = rectangle("E", 1, 0, 2, 2);
    for (Point const point : {Point{1, 1}, Point{1, 0}, Point{1, 2}}) {
        EXPECT_EQ(AreaIndex({west, east}).find(point), 0u);
        EXPECT_EQ(AreaIndex({east, west}).find(point), 0u);
    }
    for (Point const corner : {Point{0, 0}, Point{2, 2}, Point{2, 1}, Point{0.5, 2}}) {
        EXPECT_TRUE(AreaIndex({west, east}).find(corner)) << "the outermost border is inside";
    }
}

// A slanting border: whatever rounding does, each point falls in one of the two, never in a gap.
TEST(AreaIndex, LeavesNoGapAlongASharedBorder) {
    Boundary const below = {
        "B", "B", {{{{0, 0}, {0.7, 0.1}, {0.3, 0.9}, {0, 0}}}}, {0, 0, 0.7, 0.9}};
    Boundary const above = {
        "A", "A", {{{{0.3, 0.9}, {0.7, 0.1}, {0.9, 1.0}, {0.3, 0.9}}}}, {0.3, 0.1, 0.9, 1.0}};
    AreaIndex const index({below, above});
    std::mt19937 random(7);
    std::uniform_real_distribution<double> along(0.01, 0.99);
    for (int i = 0; i < 20'000; ++i) {
        auto const t = along(random);
        EXPECT_TRUE(index.find({0.7 - 0.4 * t, 0.1 + 0.8 * t}));
    }
}

TEST(AreaIndex, CrossesAVertexOnce) {
    Boundary const diamond = {"D", "D", {{{{0, 1}, {1, 0}, {2, 1}, {1, 2}, {0, 1}}}}, {0, 0, 2, 2}};
    AreaIndex const index({diamond, rectangle("R", -2, -2, 4, 4)});
    EXPECT_EQ(index.find({1, 1}), 0u);
    EXPECT_EQ(index.find({-0.5, 1}), 1u);
    EXPECT_EQ(index.find({2.5, 1}), 1u);
    EXPECT_EQ(index.find({0.2, 2}), 1u);
}

TEST(AreaIndex, FindsNothingWhereThereIsNothing) {
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    auto const infinity = std::numeric_limits<double>::infinity();
    AreaIndex const index({rectangle("A", 0, 0, 1, 1)});
    EXPECT_FALSE(index.find({nan, 0.5}));
    EXPECT_FALSE(index.find({0.5, nan}));
    EXPECT_FALSE(index.find({infinity, 0.5}));
    EXPECT_FALSE(AreaIndex({}).find({0, 0}));
    EXPECT_FALSE(AreaIndex({Boundary{"A", "A", {}, {}}}).find({0, 0}));
}

TEST(AreaIndex, StaysSmallWhenAreasAllLieOverOneAnother) {
    std::vector<Boundary> pile;
    for (int i = 0; i < 3000; ++i) pile.push_back(rectangle(std::to_string(i), 0, 0, 1, 1));
    EXPECT_EQ(AreaIndex(pile).find({0.5, 0.5}), 0u);
}

TEST(Distance, AgreesWithKnownDistances) {
    // A degree of a great circle of the mean sphere.
    EXPECT_NEAR(metres_between({0, 0}, {0, 1}), 111'195.08, 0.1);
    EXPECT_NEAR(metres_between({0, 60}, {1, 60}), 55'597, 10);
    // York Minster to Lancaster Castle.
    EXPECT_NEAR(metres_between({-1.0820, 53.9623}, {-2.8057, 54.0500}), 113'100, 500);
    EXPECT_EQ(metres_between({-1, 54}, {-1, 54}), 0);
    EXPECT_NEAR(metres_between({-90, 0}, {90, 0}), 20'015'115, 10);
}

TEST(Area, IsLessTheHoles) {
    auto area = rectangle("A", 0, 0, 0.2, 0.1);
    EXPECT_NEAR(square_kilometres(area), 22.239 * 11.1195, 0.01);
    area.polygons[0].push_back(rectangle("", 0.05, 0.02, 0.15, 0.07).polygons[0][0]);
    EXPECT_NEAR(square_kilometres(area), 22.239 * 11.1195 * 0.75, 0.01);
}

TEST(Simplified, DropsPointsWithinTheToleranceOnly) {
    // 0.0001 degrees of latitude are 11 metres.
    Boundary const wavy = {"W",
                           "W",
                           {{{{0, 0}, {0.1, 0.0001}, {0.2, 0}, {0.2, 0.2}, {0, 0.2}, {0, 0}}}},
                           {0, 0, 0.2, 0.2}};
    EXPECT_THAT(simplified({wavy}, 15)[0].polygons[0][0], SizeIs(5));
    EXPECT_THAT(simplified({wavy}, 5)[0].polygons[0][0], SizeIs(6));
    EXPECT_EQ(simplified({wavy}, 5)[0].code, "W");
}

// The border bulges with two points equally far out, of which one is enough: both areas must keep
// the same one, though they run along it in opposite directions.
TEST(Simplified, ChoosesTheSamePointForBothSidesOfABorder) {
    Ring const border = {{0.5, 0}, {0.505, 0.015625}, {0.505, 0.046875}, {0.5, 0.0625}};
    Ring west = border;
    west.insert(west.end(), {{0, 0.0625}, {0, 0}, border.front()});
    Ring east(border.rbegin(), border.rend());
    east.insert(east.end(), {{1, 0}, {1, 0.0625}, border.back()});
    Box const box = {0, 0, 1, 0.0625};

    auto const light = simplified({{"W", "W", {{west}}, box}, {"E", "E", {{east}}, box}}, 400);

    auto const& left = light[0].polygons[0][0];
    auto const& right = light[1].polygons[0][0];
    ASSERT_THAT(left, SizeIs(6));
    ASSERT_THAT(right, SizeIs(6));
    auto const bulge = [](Point point) { return point.longitude == 0.505; };
    EXPECT_EQ(*std::find_if(left.begin(), left.end(), bulge),
              *std::find_if(right.begin(), right.end(), bulge));
}

TEST(Simplified, NeverLosesABoundaryHoweverSmallAndFillsItsHoleExactly) {
    auto county = rectangle("C", 0, 0, 1, 1);
    auto const enclave = rectangle("E", 0.5, 0.5, 0.501, 0.501);
    auto const reversed = enclave.polygons[0][0];
    county.polygons[0].emplace_back(reversed.rbegin(), reversed.rend());
    county.polygons.push_back(rectangle("", 3, 3, 3.001, 3.001).polygons[0]);

    auto const light = simplified({county, enclave}, 1000);

    ASSERT_THAT(light[1].polygons, SizeIs(1));
    EXPECT_EQ(light[1].polygons, enclave.polygons);
    EXPECT_THAT(light[0].polygons, ElementsAre(SizeIs(2))) << "hole kept, the islet left out";
}

}  // namespace

}  // namespace waymark::geography
