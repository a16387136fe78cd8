// Boundaries from files, and whose they are.

#include "test_files.h"

#include <gtest/gtest.h>

#include <fstream>

namespace waymark::incidents {

namespace {

std::string owners(TestWorld& world) {
    std::string text;
    for (auto const kind : {BoundaryKind::District, BoundaryKind::Ward, BoundaryKind::Lsoa}) {
        auto const list =
            *ask(world, "amal", [&](access::Work& work) { return boundaries(work, kind); });
        for (auto const& one : list) {
            text += one.kind + " " + one.code + " ";
            text += !one.area                        ? "nobody"
                    : *one.area == world.area("SCA") ? "SCA"
                    : *one.area == world.area("HAR") ? "HAR"
                                                     : "somebody";
            text += "\n";
        }
    }
    return text;
}

// One ward of the object, from `west` to 0.5 degrees east of it.
std::string topology(std::string const& object, std::string const& code, std::string const& name,
                     double west) {
    auto const x = std::to_string(west);
    auto const y = std::to_string(west + 0.5);
    return R"({"type":"Topology","objects":{")" + object +
           R"(":{"type":"GeometryCollection","geometries":[{"type":"Polygon","properties":{"CODE":")" +
           code + R"(","NAME":")" + name + R"("},"arcs":[[0]]}]}},"arcs":[[[)" + x + ",50],[" + y +
           ",50],[" + y + ",51],[" + x + ",51],[" + x + ",50]]]}";
}

TEST(ImportBoundaries, GivesDistrictsToTheHubsOfTheirCodeOrName) {
    TestWorld world;
    world.run("UPDATE org_area SET gss_code = 'E07000168', name = 'The coast' WHERE code = 'SCA'");

    auto const summary = put_boundaries(world, districts());

    EXPECT_EQ(summary.kind, BoundaryKind::District);
    EXPECT_EQ(summary.read, 3);
    EXPECT_EQ(summary.added, 3);
    EXPECT_EQ(summary.ours, 2);
    EXPECT_EQ(owners(world),
              "district E07000163 nobody\ndistrict E07000168 SCA\ndistrict E07000165 HAR\n");
    EXPECT_TRUE(world.audit_trail().starts_with("admin boundary.import list district\n"));
}

TEST(ImportBoundaries, ChangesNothingTheSecondTime) {
    TestWorld world;
    put_boundaries(world, districts());
    auto const stamp = "SELECT max(changed_at) AS x FROM incident_boundary";
    auto const before = world.value(stamp);
    world.pass_days(1);

    auto const again = put_boundaries(world, districts());

    EXPECT_EQ(again.known, 3);
    EXPECT_EQ(again.added + again.changed, 0);
    EXPECT_EQ(world.value(stamp), before);
}

TEST(ImportBoundaries, ReplacesWhatChanged) {
    TestWorld world;
    put_boundaries(world, districts());

    auto const summary =
        put_boundaries(world, collection(square("E07000168", "Scarborough Borough", 0)));

    EXPECT_EQ(summary.changed, 1);
    EXPECT_EQ(summary.ours, 0) << "the name was what made it the hub's";
    EXPECT_EQ(world.value("SELECT count(*) AS x FROM incident_boundary"), "3");
}

TEST(ImportBoundaries, GivesWardsToTheHubThatNamesTheirObject) {
    TestWorld world;
    world.run("UPDATE org_area SET gss_code = 'E07000168' WHERE code = 'SCA'");
    put_boundaries(world, districts());

    // It lies in Harrogate, but the file says Scarborough's.
    put_boundaries(world, topology("E07000168", "E05000001", "Castle", 1.2));
    put_boundaries(world, topology("wards", "E05000002", "Bilton", 1.2));
    put_boundaries(world, topology("wards", "E05000003", "Far away", 7));

    EXPECT_TRUE(
        owners(world).ends_with("ward E05000002 HAR\nward E05000001 SCA\nward E05000003 nobody\n"))
        << owners(world);
}

TEST(ImportBoundaries, GivesLsoasWithoutADistrictToTheHubTheyAreNamedAfter) {
    TestWorld world;
    put_boundaries(world, topology("x", "E01000001", "Scarborough 010A", 0));
    put_boundaries(world, topology("x", "E01000002", "Scarboroughshire 010A", 0));
    EXPECT_EQ(owners(world), "district SCA SCA\nlsoa E01000001 SCA\nlsoa E01000002 nobody\n");
}

TEST(ImportBoundaries, OfDistrictsAdoptWardsThatWereNobodys) {
    TestWorld world;
    put_boundaries(world, topology("wards", "E05000002", "Bilton", 1.2));
    EXPECT_EQ(owners(world), "ward E05000002 nobody\n");

    put_boundaries(world, districts());

    EXPECT_TRUE(owners(world).ends_with("ward E05000002 HAR\n"));
}

TEST(ImportBoundaries, PutIncidentsImportedBeforeIntoTheirAreas) {
    TestWorld world;
    auto const first = put_incidents(world,
                                     "month,longitude,latitude\n2025-10,0.5,50.5\n"
                                     "2025-10,1.5,50.5\n2025-10,3.5,50.5\n");
    EXPECT_EQ(first.outside, 3);

    auto const summary = put_boundaries(world, districts());

    EXPECT_EQ(summary.locations_moved, 2);
    auto const counts =
        *ask(world, "amal", [](access::Work& work) { return counts_by_month_and_area(work); });
    EXPECT_EQ(counts.size(), 3u);
    EXPECT_EQ(world.value("SELECT count(*) AS x FROM incident_record WHERE area_id = '" +
                          world.area("HAR").value + "'"),
              "1");
}

TEST(Boundaries, OfAHubWithoutADistrictAreItsWardsTogether) {
    TestWorld world;
    put_boundaries(world, collection(square("E07000168", "Scarborough", 0)));
    world.run("UPDATE org_area SET gss_code = 'E07000165' WHERE code = 'HAR'");
    put_boundaries(world, topology("E07000165", "E05000001", "West", 1));
    put_boundaries(world, topology("E07000165", "E05000002", "East", 1.5));

    auto const list = *ask(world, "amal", [&](access::Work& work) {
        return boundaries(work, BoundaryKind::District, world.area("HAR"));
    });

    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].code, "E07000165");
    EXPECT_EQ(list[0].name, "Harrogate");
    auto const whole = geography::boundary_from_geojson_geometry("x", "x", list[0].outline);
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->polygons.size(), 2u);
    EXPECT_EQ(whole->box, (geography::Box{1, 50, 2, 51}));
}

TEST(ImportBoundariesFile, ReadsAFileAndLeavesItsNote) {
    TestWorld world;
    auto const path = testing::TempDir() + "waymark-districts.geojson";
    std::ofstream(path) << districts();

    auto const summary = import_boundaries_file(world.database(), world.partnership(), path,
                                                std::nullopt, world.clock);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->added, 3);
    EXPECT_EQ(world.audit_trail(), "system:import boundary.import list district\n");

    for (auto const& bad : {testing::TempDir(), path + ".none"}) {
        auto const refused = import_boundaries_file(world.database(), world.partnership(), bad);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().fields, (std::vector<FieldError>{{"file", "not_readable"}}));
    }
}

struct RefusalCase {
    char const* name;
    char const* who;
    std::string text;
    Refusal refusal;
    char const* code;
    std::vector<FieldError> fields;
};

// clang-format off
RefusalCase const kRefusals[] = {
    {"WithoutTheRight", "marek", districts(), Refusal::Forbidden, "not_allowed", {}},
    {"NotJson", "admin", "no", Refusal::Invalid, "check_file", {{"file", "not_json"}}},
    {"OneFaultRefusesAll", "admin", collection(square("E07000168", "A", 0) + "," +
                                               square("E07000168", "B", 1)),
     Refusal::Invalid, "check_file", {{"features[1].properties", "repeated_code"}}},
    {"CodesThatDoNotSayTheKind", "admin", collection(square("A1", "A", 0)),
     Refusal::Invalid, "check_answers", {{"kind", "required"}}},
    {"CodesOfTwoKinds", "admin", collection(square("E07000168", "A", 0) + "," +
                                            square("E05000001", "B", 1)),
     Refusal::Invalid, "check_answers", {{"kind", "required"}}},
};
// clang-format on

class ImportBoundariesIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(ImportBoundariesIsRefused, AndChangesNothing) {
    TestWorld world;
    auto const before = world.dump();
    auto const refused = ask(world, GetParam().who, [&](access::Work& work) {
        return import_boundaries(work, GetParam().text);
    });

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().refusal, GetParam().refusal);
    EXPECT_EQ(refused.error().code, GetParam().code);
    EXPECT_EQ(refused.error().fields, GetParam().fields);
    EXPECT_EQ(world.dump(), before);
}

INSTANTIATE_TEST_SUITE_P(Incidents, ImportBoundariesIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& tested) { return tested.param.name; });

TEST(Boundaries, AreShownToThoseWhoMaySeeTheMapAndOnlyOfAreasThereAre) {
    TestWorld world;
    put_boundaries(world, districts());
    auto const forbidden = ask(
        world, "dev", [](access::Work& work) { return boundaries(work, BoundaryKind::District); });
    ASSERT_FALSE(forbidden);
    EXPECT_EQ(forbidden.error().code, "not_allowed");
    auto const absent = ask(world, "amal", [](access::Work& work) {
        return boundaries(work, BoundaryKind::District, AreaId{"nobody"});
    });
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().code, "no_such_area");
}

}  // namespace

}  // namespace waymark::incidents
