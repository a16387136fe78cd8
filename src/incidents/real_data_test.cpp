// The open data of Lancashire and North Yorkshire, as a user would bring it. It is no part of the
// repository; without it these tests say so and are skipped.

#include "test_files.h"

#include "access/directory.h"
#include "foundation/text.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace waymark::incidents {

namespace {

namespace fs = std::filesystem;

std::string text_of_file(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class RealData : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::path(source_path("../shared/data"));
        if (!fs::is_directory(folder_)) GTEST_SKIP() << "the open data is not beside the project";
        boundaries_ = text_of_file(folder_ / "lancashire-districts.geojson");
        incidents_ = text_of_file(folder_ / "lancashire-asb-2022.tab");
    }

    // Fourteen hubs, one for each district, known by its code.
    std::map<std::string, AreaId> add_hubs(TestWorld& world) {
        std::map<std::string, AreaId> hubs;
        auto const read = geography::read_boundaries(boundaries_);
        auto work = world.work_as("admin");
        std::string code = "LAA";
        for (auto const& one : std::get<0>(read)) {
            hubs[one.code] = *access::create_area(
                work, {{}, code, one.name, one.code, {make_date(2014, 4, 1), std::nullopt}});
            ++code[2];
        }
        work.finish();
        return hubs;
    }

    fs::path folder_;
    std::string boundaries_;
    std::string incidents_;
};

// The plainest way to ask, to hold the quick one to: how often a line due east crosses the border.
bool plainly_holds(geography::Boundary const& boundary, geography::Point point) {
    bool is_inside = false;
    for (auto const& polygon : boundary.polygons) {
        for (auto const& ring : polygon) {
            for (std::size_t i = 1; i < ring.size(); ++i) {
                auto const &a = ring[i - 1], &b = ring[i];
                if ((a.latitude > point.latitude) == (b.latitude > point.latitude)) continue;
                auto const x = a.longitude + (point.latitude - a.latitude) /
                                                 (b.latitude - a.latitude) *
                                                 (b.longitude - a.longitude);
                if (x > point.longitude) is_inside = !is_inside;
            }
        }
    }
    return is_inside;
}

std::map<std::string, std::int64_t> plain_sums(std::string const& incidents,
                                               std::string const& boundaries) {
    auto const read = geography::read_boundaries(boundaries);
    std::map<std::pair<std::string, std::string>, std::int64_t> points;
    for (auto const& line : split(incidents, '\n')) {
        auto const fields = split(line, '\t');
        if (fields.size() == 5 && fields[0] != "month") ++points[{fields[1], fields[2]}];
    }
    std::map<std::string, std::int64_t> sums;
    for (auto const& [at, count] : points) {
        geography::Point const point{std::stod(at.first), std::stod(at.second)};
        std::string code = "outside";
        for (auto const& one : std::get<0>(read)) {
            bool const is_near = one.box.west <= point.longitude &&
                                 point.longitude <= one.box.east &&
                                 one.box.south <= point.latitude && point.latitude <= one.box.north;
            if (is_near && plainly_holds(one, point)) {
                code = one.code;
                break;
            }
        }
        sums[code] += count;
    }
    return sums;
}

TEST_F(RealData, OfLancashireIsImportedWholeWithTheTrueSumOfEachDistrict) {
    TestWorld world;
    auto const hubs = add_hubs(world);
    auto const districts = put_boundaries(world, boundaries_);
    EXPECT_EQ(districts.read, 14);
    EXPECT_EQ(districts.ours, 14);

    // Half of the file, then all of it.
    auto const half = incidents_.substr(0, incidents_.find('\n', incidents_.size() / 2) + 1);
    auto const first = put_incidents(world, half);
    auto const begun = std::chrono::steady_clock::now();
    auto const summary = put_incidents(world, incidents_);
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - begun;
    std::cout << "imported over half of it in " << took.count() << " s\n";

    EXPECT_EQ(summary.rows_read, 56'434);
    EXPECT_EQ(first.added + summary.added, 56'434);
    EXPECT_EQ(summary.known, first.added);
    EXPECT_EQ(summary.rejected, 0);
    auto truth = plain_sums(incidents_, boundaries_);
    EXPECT_EQ(summary.outside, truth["outside"]);
    for (auto const& [code, hub] : hubs) {
        auto const found = summary.by_area.find(hub);
        EXPECT_EQ(found == summary.by_area.end() ? 0 : found->second, truth[code]) << code;
    }
    std::map<AreaId, std::int64_t> stored;
    auto const counts =
        *ask(world, "amal", [](access::Work& work) { return counts_by_month_and_area(work); });
    for (auto const& one : counts) {
        if (one.area) stored[*one.area] += one.count;
    }
    EXPECT_EQ(stored, summary.by_area);

    auto const again = put_incidents(world, incidents_);
    EXPECT_EQ(again.added, 0);
    EXPECT_EQ(again.known, 56'434);
    EXPECT_EQ(again.outside, summary.outside);
}

TEST_F(RealData, OfLancashireHasHotSpotsAndRepeatLocations) {
    TestWorld world;
    auto const hubs = add_hubs(world);
    put_boundaries(world, boundaries_);
    put_incidents(world, incidents_);

    auto const lancaster = hubs.at("E07000121");
    auto const repeats = *ask(world, "amal", [&](access::Work& work) {
        return repeat_locations(
            work, {.area = lancaster, .from_month = "2022-01", .to_month = "2022-12"}, 20);
    });
    EXPECT_EQ(repeats.months.size(), 12u);
    ASSERT_EQ(repeats.locations.size(), 20u);
    for (auto const& one : repeats.locations) {
        EXPECT_EQ(one.location.area, lancaster);
        std::int64_t sum = 0;
        for (int const count : one.months) sum += count;
        EXPECT_EQ(sum, one.ranked.count);
        auto const demand = *ask(world, "amal", [&](access::Work& work) {
            return count_between(work, std::vector<std::int64_t>{one.location.id},
                                 make_date(2022, 1, 1), make_date(2022, 12, 31));
        });
        EXPECT_EQ(demand.count, sum);
        EXPECT_EQ(demand.months_counted.size(), 12u);
    }
    auto const spots = *ask(world, "amal", [&](access::Work& work) {
        return hot_spots(work, {.area = lancaster, .from_month = "2022-06"});
    });
    EXPECT_FALSE(spots.hot.empty());
    EXPECT_EQ(spots.outside, 0) << "every cell with an incident in it is tested";
}

TEST_F(RealData, OfNorthYorkshireMakesTheAreaOfTheHub) {
    TestWorld world;
    world.run("UPDATE org_area SET gss_code = 'E07000168' WHERE code = 'SCA'");
    auto const folder = folder_ / "north-yorkshire";
    auto const wards = put_boundaries(world, text_of_file(folder / "scarborough-wards.topojson"));
    EXPECT_EQ(wards.kind, BoundaryKind::Ward);
    EXPECT_EQ(wards.ours, 25);
    auto const lsoas = put_boundaries(world, text_of_file(folder / "scarborough-lsoas.topojson"));
    EXPECT_EQ(lsoas.kind, BoundaryKind::Lsoa);
    EXPECT_EQ(lsoas.ours, 71);
    // By the name of its LSOAs, for no code says that it is Harrogate's.
    EXPECT_EQ(put_boundaries(world, text_of_file(folder / "harrogate-lsoas.topojson")).ours, 104);
    EXPECT_EQ(put_boundaries(world, text_of_file(folder / "selby-wards.topojson")).ours, 0);

    auto const drawn = *ask(
        world, "amal", [](access::Work& work) { return boundaries(work, BoundaryKind::District); });
    ASSERT_EQ(drawn.size(), 2u);
    EXPECT_EQ(drawn[1].name, "Scarborough");
    auto const whole = geography::boundary_from_geojson_geometry("x", "x", drawn[1].outline);
    ASSERT_TRUE(whole);
    EXPECT_NEAR(geography::square_kilometres(*whole), 817, 20);

    // The castle, and the middle of York, which is no hub's.
    auto const summary = put_incidents(
        world, "month,longitude,latitude\n2021-05,-0.3886,54.2874\n2021-05,-1.0803,53.96\n");
    EXPECT_EQ(summary.by_area, (std::map<AreaId, std::int64_t>{{world.area("SCA"), 1}}));
    EXPECT_EQ(summary.outside, 1);
}

}  // namespace

}  // namespace waymark::incidents
