// Importing incidents: what is taken, what is refused and why, and that doing it again is harmless.

#include "test_files.h"

#include "access/directory.h"
#include "foundation/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace waymark::incidents {

namespace {

constexpr char const* kStreet =
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
    "Crime type,Last outcome category,Context\r\n"
    ",2025-10,North Police,North Police,0.500000,50.500000,On or near Castle Road,E01,Name 1A,"
    "Anti-social behaviour,,\r\n"
    ",2025-10,North Police,North Police,0.500000,50.500000,On or near Castle Road,E01,Name 1A,"
    "Anti-social behaviour,,\r\n"
    "abc,2025-11,North Police,North Police,1.500000,50.500000,\"On or near Bar, The\",E02,Name 2A,"
    "Violence and sexual offences,Under investigation,\r\n"
    "def,2025-11,North Police,North Police,3.500000,50.500000,On or near Sea,,,Robbery,,\r\n";

std::int64_t records(TestWorld& world) {
    return std::stoll(world.value("SELECT count(*) AS x FROM incident_record"));
}

TEST(ImportIncidents, ReadsAStreetFileOfThePolice) {
    TestWorld world;
    put_boundaries(world, districts());

    auto const summary = put_incidents(world, kStreet, {.source = "2025-10-north-street.csv"});

    EXPECT_TRUE(summary.is_finished);
    EXPECT_FALSE(summary.category_assumed);
    EXPECT_EQ(summary.rows_read, 4);
    EXPECT_EQ(summary.added, 4) << "two equal incidents are two";
    EXPECT_EQ(summary.known, 0);
    EXPECT_EQ(summary.rejected, 0);
    EXPECT_EQ(summary.outside, 1);
    EXPECT_EQ(summary.by_area,
              (std::map<AreaId, std::int64_t>{{world.area("SCA"), 2}, {world.area("HAR"), 1}}));
    EXPECT_EQ(world.value("SELECT name AS x FROM incident_location WHERE longitude > 1 AND "
                          "longitude < 2"),
              "Bar, The");
    EXPECT_EQ(world.value("SELECT count(*) AS x FROM incident_record WHERE category = "
                          "'violence_and_sexual_offences' AND occurred_on IS NULL"),
              "1");
}

TEST(ImportIncidents, ReadsATabSeparatedExtractWithByteOrderMark) {
    TestWorld world;
    put_boundaries(world, districts());

    auto const summary =
        put_incidents(world,
                      "\xEF\xBB\xBFmonth\tlongitude\tlatitude\tlocation\tlsoa_code\r\n"
                      "2025-10-01\t0.5\t50.5\tThe \"Crescent\"\tE01012607\r\n");

    EXPECT_EQ(summary.added, 1);
    EXPECT_TRUE(summary.category_assumed);
    EXPECT_EQ(world.value("SELECT month AS x FROM incident_record"), "2025-10");
    EXPECT_EQ(world.value("SELECT category AS x FROM incident_record"), "anti_social_behaviour");
    EXPECT_EQ(world.value("SELECT count(*) AS x FROM incident_record WHERE occurred_on IS NULL"),
              "1")
        << "a month written as its first day is a month";
    EXPECT_EQ(world.value("SELECT name AS x FROM incident_location"), "The \"Crescent\"");
}

TEST(ImportIncidents, KeepsTheDayWhenTheSourceGivesIt) {
    TestWorld world;
    put_incidents(world,
                  "Date,Longitude,Latitude,Category\n2025-10-31T23:10,0.5,50.5,Noise\n"
                  "2025-10-30,0.5,50.5,Noise\n");
    EXPECT_EQ(world.value("SELECT max(occurred_on) AS x FROM incident_record"), "2025-10-31");
    EXPECT_EQ(world.value("SELECT min(month) AS x FROM incident_record"), "2025-10");
}

TEST(ImportIncidents, AddsNothingTheSecondTimeOrInAnotherOrder) {
    TestWorld world;
    put_boundaries(world, districts());
    put_incidents(world, kStreet);
    std::string const text{kStreet};
    auto const header = text.substr(0, text.find('\n') + 1);
    auto rows = split(text.substr(header.size(), text.size() - header.size() - 1), '\n');
    std::reverse(rows.begin(), rows.end());

    for (auto const& again : {text, header + join(rows, "\n") + "\n"}) {
        auto const summary = put_incidents(world, again);
        EXPECT_EQ(summary.added, 0);
        EXPECT_EQ(summary.known, 4);
        EXPECT_EQ(summary.outside, 1) << "of the file, whether or not it is new";
        EXPECT_EQ(summary.by_area.at(world.area("SCA")), 2);
    }
    EXPECT_EQ(records(world), 4);
}

TEST(ImportIncidents, KnowsACrimeByItsIdWhateverElseIsCorrected) {
    TestWorld world;
    std::string const header = "crime_id,month,longitude,latitude,crime_type\n";
    put_incidents(world, header + "abc,2025-10,0.5,50.5,Robbery\n");

    auto const summary = put_incidents(
        world, header + "abc,2025-10,0.6,50.6,Burglary\n" + "abc,2025-10,0.6,50.6,Burglary\n");

    EXPECT_EQ(summary.known, 2);
    EXPECT_EQ(records(world), 1);
}

TEST(ImportIncidents, AddsTheRestOfAFileThatWasImportedInPart) {
    TestWorld world;
    std::string const header = "month,longitude,latitude\n";
    std::string const equal = "2025-10,0.5,50.5\n";
    put_incidents(world, header + equal + equal);

    auto const summary =
        put_incidents(world, header + equal + equal + equal + "2025-11,0.5,50.5\n");

    EXPECT_EQ(summary.known, 2);
    EXPECT_EQ(summary.added, 2);
}

// The limit that the header tells of.
TEST(ImportIncidents, CountsEqualRowsOfTwoFilesAsTheLargerNumber) {
    TestWorld world;
    std::string const header = "month,longitude,latitude\n";
    std::string const equal = "2025-10,0.5,50.5\n";
    put_incidents(world, header + equal + equal);
    EXPECT_EQ(put_incidents(world, header + equal).known, 1);
    EXPECT_EQ(records(world), 2);
}

TEST(ImportIncidents, TellsTheForcesApart) {
    TestWorld world;
    std::string const header = "reported_by,month,longitude,latitude\n";
    put_incidents(world, header + "North,2025-10,0.5,50.5\nSouth,2025-10,0.5,50.5\n");
    EXPECT_EQ(records(world), 2);
    EXPECT_EQ(world.value("SELECT count(*) AS x FROM incident_location"), "1");
}

struct Rejection {
    char const* name;
    std::string row;
    char const* reason;
};

std::string const kRejectHeader = "month,date,longitude,latitude,location,lsoa_code,category";

// clang-format off
Rejection const kRejections[] = {
    {"TooFewFields", "2025-10,,0.5,50.5,x,", "wrong_number_of_fields"},
    {"TooManyFields", "2025-10,,0.5,50.5,x,,Noise,more", "wrong_number_of_fields"},
    {"FarTooManyFields", std::string(200, ','), "wrong_number_of_fields"},
    {"FieldTooLong", "2025-10,,0.5,50.5," + std::string(5000, 'x') + ",,Noise", "field_too_long"},
    {"RowTooLong", "2025-10,,0.5,50.5," + std::string(20000, 'x') + ",,Noise", "row_too_long"},
    {"QuoteNotClosed", "2025-10,,0.5,50.5,\"x,,Noise", "quote_not_closed"},
    {"TextAfterQuote", "2025-10,,0.5,50.5,\"x\"y,,Noise", "text_after_quote"},
    {"NotCleanText", "2025-10,,0.5,50.5,\xFF,,Noise", "not_clean_text"},
    {"MonthMissing", ",,0.5,50.5,x,,Noise", "month_missing"},
    {"NotAMonth", "2025-13,,0.5,50.5,x,,Noise", "not_a_month"},
    {"NotAMonthButWords", "October,,0.5,50.5,x,,Noise", "not_a_month"},
    {"NotADate", ",2025-02-30,0.5,50.5,x,,Noise", "not_a_date"},
    {"NotADateButMore", ",2025-02-3000,0.5,50.5,x,,Noise", "not_a_date"},
    {"MonthDiffers", "2025-10,2025-11-01,0.5,50.5,x,,Noise", "month_differs"},
    {"InTheFuture", "2026-03,,0.5,50.5,x,,Noise", "in_the_future"},
    {"NoLocation", "2025-10,,,,No Location,,Noise", "no_location"},
    {"LongitudeNotANumber", "2025-10,,west,50.5,x,,Noise", "longitude_not_a_number"},
    {"LongitudeThatIsNotOne", "2025-10,,nan,50.5,x,,Noise", "longitude_not_a_number"},
    {"LatitudeNotANumber", "2025-10,,0.5,,x,,Noise", "latitude_not_a_number"},
    {"NationalGrid", "2025-10,,504000,488000,x,,Noise", "out_of_range"},
    {"WestOfTheUnitedKingdom", "2025-10,,-9.1,55,x,,Noise", "out_of_range"},
    {"EastOfTheUnitedKingdom", "2025-10,,12.5,52,x,,Noise", "out_of_range"},
    {"SouthOfTheUnitedKingdom", "2025-10,,0,0,x,,Noise", "out_of_range"},
    {"NorthOfTheUnitedKingdom", "2025-10,,-1,62.5,x,,Noise", "out_of_range"},
    {"Infinite", "2025-10,,0.5,inf,x,,Noise", "out_of_range"},
    {"NameTooLong", "2025-10,,0.5,50.5," + std::string(201, 'x') + ",,Noise", "name_too_long"},
    {"LsoaCodeTooLong", "2025-10,,0.5,50.5,x," + std::string(61, 'E') + ",Noise",
     "lsoa_code_too_long"},
    {"CategoryMissing", "2025-10,,0.5,50.5,x,,", "category_missing"},
    {"CategoryOfSignsOnly", "2025-10,,0.5,50.5,x,,?!", "category_missing"},
    {"CategoryTooLong", "2025-10,,0.5,50.5,x,," + std::string(61, 'c'), "category_too_long"},
};
// clang-format on

class RejectedRow : public testing::TestWithParam<Rejection> {};

TEST_P(RejectedRow, IsWrittenWithItsLineAndReasonAndTheRestIsTaken) {
    TestWorld world;
    std::ostringstream rejected;
    auto const good = "2025-10,,0.5,50.5,x,,Noise\n";

    auto const summary = put_incidents(
        world, kRejectHeader + "\n" + good + GetParam().row + "\n" + good, {.rejected = &rejected});

    EXPECT_EQ(summary.added, 2);
    EXPECT_EQ(summary.rows_read, 3);
    EXPECT_EQ(summary.rejected, 1);
    EXPECT_EQ(summary.reasons, (std::map<std::string, std::int64_t>{{GetParam().reason, 1}}));
    auto const expected =
        "line,reason," + kRejectHeader + "\r\n3," + std::string{GetParam().reason} + ",";
    EXPECT_TRUE(rejected.str().starts_with(expected)) << rejected.str();
    EXPECT_EQ(records(world), 2);
}

INSTANTIATE_TEST_SUITE_P(Incidents, RejectedRow, testing::ValuesIn(kRejections),
                         [](auto const& tested) { return tested.param.name; });

TEST(ImportIncidents, ListsWhatLiesInNoAreaAlsoWhenItIsKnown) {
    TestWorld world;
    put_boundaries(world, districts());
    auto const text =
        "month,longitude,latitude,location,lsoa_code,category\n"
        "2025-10,0.5,50.5,Inside,E01,Noise\n"
        "2025-10,-2.25,53.5,\"Far, away\",E02,Noise\n"
        "2025-10,0.5,50.5,Inside too,E01,Noise\n";
    for (int time = 0; time < 2; ++time) {
        std::ostringstream outside;
        auto const summary = put_incidents(world, text, {.outside = &outside, .chunk_rows = 1});
        EXPECT_EQ(summary.outside, 1);
        EXPECT_EQ(outside.str(),
                  "month,longitude,latitude,location,lsoa_code,category\r\n"
                  "2025-10,-2.25,53.5,\"Far, away\",E02,noise\r\n");
    }
    std::ostringstream nothing;
    put_incidents(world, "month,longitude,latitude\n2025-10,0.5,50.5\n", {.outside = &nothing});
    EXPECT_EQ(nothing.str(), "");
}

TEST(ImportIncidents, WritesRejectedRowsAsTheyWereAndNothingWhenThereAreNone) {
    TestWorld world;
    std::ostringstream rejected;
    put_incidents(world, "month,longitude,latitude,location\n2025-10,-0.5,50.5,x\n",
                  {.rejected = &rejected});
    EXPECT_EQ(rejected.str(), "");

    put_incidents(world,
                  "month,longitude,latitude,location\n\n2025-10,-0.5,95,\"=A1, \"\"B\"\"\"\n"
                  "2025-10,-0.5,50.5,\"un\nclosed\n",
                  {.rejected = &rejected});
    EXPECT_EQ(rejected.str(),
              "line,reason,month,longitude,latitude,location\r\n"
              "3,out_of_range,2025-10,-0.5,95,\"'=A1, \"\"B\"\"\"\r\n"
              "4,quote_not_closed,\"2025-10,-0.5,50.5,\"\"un\"\r\n"
              "5,wrong_number_of_fields,closed\r\n");
}

TEST(ImportIncidents, StoppedHalfWayIsCompletedByDoingItAgain) {
    TestWorld world;
    std::string text = "month,longitude,latitude\n";
    for (int i = 0; i < 100; ++i) text += "2025-10,0." + std::to_string(i % 7) + ",50.5\n";
    int chunks = 0;
    std::vector<std::int64_t> rows;

    auto const stopped = put_incidents(world, text,
                                       {.progress =
                                            [&](ImportProgress const& progress) {
                                                rows.push_back(progress.rows_read);
                                                return ++chunks < 3;
                                            },
                                        .chunk_rows = 10});
    EXPECT_FALSE(stopped.is_finished);
    EXPECT_EQ(rows, (std::vector<std::int64_t>{10, 20, 30}));
    EXPECT_EQ(records(world), 30);
    auto const list = *ask(world, "amal", [](access::Work& work) { return imports(work, 10); });
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].rows_added, 30) << "true of an import that was broken off";
    EXPECT_FALSE(list[0].finished_at);

    auto const again = put_incidents(world, text, {.chunk_rows = 7});
    EXPECT_TRUE(again.is_finished);
    EXPECT_EQ(again.known, 30);
    EXPECT_EQ(again.added, 70);
    EXPECT_EQ(records(world), 100);
}

TEST(ImportIncidents, KilledBetweenChunksIsCompletedByDoingItAgain) {
    TestWorld world;
    std::string text = "month,longitude,latitude\n";
    for (int i = 0; i < 50; ++i) text += "2025-10,0." + std::to_string(i) + ",50.5\n";
    auto const die = [](ImportProgress const& progress) -> bool {
        if (progress.rows_read >= 20) throw std::runtime_error("killed");
        return true;
    };
    EXPECT_THROW((void)try_import(world, text, {.progress = die, .chunk_rows = 10}),
                 std::runtime_error);
    EXPECT_EQ(records(world), 20);

    EXPECT_EQ(put_incidents(world, text).added, 30);
    EXPECT_EQ(records(world), 50);
}

TEST(ImportIncidents, NoticesBoundariesThatAreImportedMeanwhile) {
    TestWorld world;
    auto const summary = put_incidents(world,
                                       "month,longitude,latitude\n2025-10,0.5,50.5\n"
                                       "2025-11,0.5,50.5\n",
                                       {.progress =
                                            [&](ImportProgress const& progress) {
                                                if (progress.rows_read == 1) {
                                                    put_boundaries(world, districts());
                                                }
                                                return true;
                                            },
                                        .chunk_rows = 1});
    EXPECT_EQ(summary.outside, 1) << "before the boundaries were there";
    EXPECT_EQ(world.value("SELECT count(*) AS x FROM incident_record WHERE area_id = '" +
                          world.area("SCA").value + "'"),
              "2");
}

TEST(ImportIncidents, KeepsPartnershipsApart) {
    TestWorld world;
    put_incidents(world, kStreet);
    PartnershipId other;
    {
        auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
        other = access::create_partnership(tx, "Elsewhere", false, world.clock);
        tx.commit();
    }
    std::istringstream file(kStreet);
    auto const summary =
        import_incidents(world.database(), other, file, {.clock = [&] { return world.clock; }});
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->added, 4);
    auto const counts = *ask(world, "amal", [](access::Work& work) { return months(work); });
    EXPECT_EQ(counts, (std::vector<MonthCount>{{"2025-10", 2}, {"2025-11", 2}}));
}

TEST(ImportIncidents, IsInTheAudit) {
    TestWorld world;
    put_incidents(world, kStreet);
    EXPECT_EQ(world.audit_trail(),
              "system:import incident.import import started\n"
              "system:import incident.import import finished\n");
}

struct RefusalCase {
    char const* name;
    std::string text;
    std::string category;
    std::vector<FieldError> fields;
};

// clang-format off
RefusalCase const kRefusals[] = {
    {"Empty", "", "noise", {{"file", "empty"}}},
    {"NothingNeeded", "a,b\n1,2\n", "noise",
     {{"month", "column_missing"}, {"longitude", "column_missing"}, {"latitude", "column_missing"}}},
    {"ColumnTwice", "month,Longitude,longitude,latitude\n", "noise",
     {{"longitude", "column_repeated"}}},
    {"CategoryThatIsNoCode", "month,longitude,latitude\n", "Some Noise",
     {{"category", "not_a_code"}}},
    {"HeaderNotClosed", "\"month,longitude\n", "noise", {{"file", "quote_not_closed"}}},
};
// clang-format on

class ImportIncidentsIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(ImportIncidentsIsRefused, AndChangesNothing) {
    TestWorld world;
    auto const before = world.dump();

    auto const refused = try_import(world, GetParam().text, {.category = GetParam().category});

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().refusal, Refusal::Invalid);
    EXPECT_EQ(refused.error().fields, GetParam().fields);
    EXPECT_EQ(world.dump(), before);
}

INSTANTIATE_TEST_SUITE_P(Incidents, ImportIncidentsIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& tested) { return tested.param.name; });

TEST(ImportFile, TakesTheFilesNameForItsSourceAndRefusesWhatItCannotRead) {
    TestWorld world;
    auto const path = testing::TempDir() + "waymark-street.csv";
    std::ofstream(path) << kStreet;
    ASSERT_TRUE(import_file(world.database(), world.partnership(), path,
                            {.clock = [&] { return world.clock; }}));
    auto const list = *ask(world, "amal", [](access::Work& work) { return imports(work, 10); });
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].source, "waymark-street.csv");
    EXPECT_TRUE(list[0].finished_at);
    EXPECT_EQ(world.value("SELECT file_digest AS x FROM incident_import").size(), 64u);

    for (auto const& bad : {testing::TempDir(), path + ".none"}) {
        auto const refused = import_file(world.database(), world.partnership(), bad, {});
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().fields, (std::vector<FieldError>{{"file", "not_readable"}}));
    }
}

}  // namespace

}  // namespace waymark::incidents
