// Importing referrals: what is taken, what is refused and why, and that doing it again is harmless.

#include "referrals/import.h"
#include "referral_world_test.h"

#include "access/directory.h"
#include "foundation/text.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace waymark::referrals {

namespace {

using Row = std::map<std::string, std::string>;

// Everything that is needed, and nobody who is named.
Row well_formed(std::string const& reference = "P-1") {
    return {{"source_reference", reference},
            {"area", "SCA"},
            {"programme_code", "antisocial_behaviour"},
            {"subject_kind", "person"},
            {"how_known", "records"},
            {"what_happened", "Shouting and banging at night."},
            {"risk_now", "no"},
            {"consent", "not_asked"}};
}

Row with(Row row, Row const& more) {
    for (auto const& [name, value] : more) row[name] = value;
    return row;
}

// A file of these rows, with every column that one of them has.
std::string file_of(std::vector<Row> const& rows) {
    Row every;
    for (auto const& row : rows) every.insert(row.begin(), row.end());
    auto const line = [&](auto const& cell) {
        std::vector<std::string> cells;
        for (auto const& column : every) cells.push_back("\"" + cell(column.first) + "\"");
        return join(cells, ",") + "\r\n";
    };
    auto text = line([](std::string const& name) { return name; });
    for (auto const& row : rows) {
        text += line([&](std::string const& name) {
            auto const found = row.find(name);
            return found == row.end() ? std::string{} : found->second;
        });
    }
    return text;
}

struct ImportWorld : ReferralWorld {
    Result<ImportSummary> try_import(std::string const& text, ImportOptions options = {}) {
        std::istringstream file(text);
        options.clock = [this] { return clock; };
        return import_referrals(database(), partnership(), catalogue, file, options);
    }
    ImportSummary put(std::string const& text, ImportOptions options = {}) {
        auto const summary = try_import(text, std::move(options));
        if (!summary) throw std::runtime_error("the file was refused");
        return *summary;
    }
    ImportSummary put(std::vector<Row> const& rows, ImportOptions options = {}) {
        return put(file_of(rows), std::move(options));
    }
    // By reference: the clock stands still, so all of them came in at the same time.
    std::vector<Referral> waiting(std::string const& who) {
        auto const page =
            as(who, [](access::Work& work) { return queue(work, {}, std::nullopt, kMostRows); });
        std::vector<Referral> all;
        for (auto const& row : page->rows) all.push_back(read_as(who, row.id));
        std::sort(all.begin(), all.end(),
                  [](auto const& a, auto const& b) { return *a.reference < *b.reference; });
        return all;
    }
    std::string count(std::string const& table) {
        return value("SELECT count(*) AS x FROM " + table);
    }
};

TEST(ImportReferrals, SendsEachRowToItsHubAsIfItWereTyped) {
    ImportWorld world;
    auto const summary = world.put({well_formed("P-1"), with(well_formed("P-2"), {{"area", "HAR"}}),
                                    with(well_formed("P-3"), {{"risk_now", "yes"}})});
    EXPECT_TRUE(summary.is_finished);
    EXPECT_EQ(summary.rows_read, 3);
    EXPECT_EQ(summary.added, 3);
    EXPECT_EQ(summary.known, 0);
    EXPECT_EQ(summary.rejected, 0);
    EXPECT_EQ(summary.by_area, (std::map<std::string, std::int64_t>{{"HAR", 1}, {"SCA", 2}}));

    auto const hers = world.waiting("bea");
    ASSERT_EQ(hers.size(), 1u) << "of the other hub, Bea sees nothing";
    EXPECT_THAT(hers[0].reference.value_or(""), testing::StartsWith("HAR-R-2026-"));
    auto his = world.waiting("amal");
    ASSERT_EQ(his.size(), 2u);
    // Both came at one instant: the queue keeps them in no order that is worth a promise.
    std::sort(his.begin(), his.end(), [](auto const& one, auto const& other) {
        return one.triage_due_on > other.triage_due_on;
    });
    EXPECT_THAT(his[0].reference.value_or(""), testing::StartsWith("SCA-R-2026-"));
    EXPECT_THAT(his[1].reference.value_or(""), testing::StartsWith("SCA-R-2026-"));
    EXPECT_EQ(his[0].triage_due_on, make_date(2026, 2, 5)) << "in the programme's working days";
    EXPECT_EQ(his[1].triage_due_on, make_date(2026, 2, 2)) << "somebody is at risk now";
    EXPECT_EQ(his[0].received_at, world.clock.now);
    EXPECT_TRUE(world.waiting("dev").empty());
    EXPECT_EQ(world.waiting("helen").size(), 3u);
}

TEST(ImportReferrals, KeepsEverythingThatTheRowSays) {
    ImportWorld world;
    world.put({with(well_formed(), {{"source", "police"},
                                    {"referrer_agency", "police"},
                                    {"referrer_name", "The desk"},
                                    {"referrer_contact", "01723 111111"},
                                    {"channel", "letter"},
                                    {"class", "nuisance"},
                                    {"where_happened", "Behind the flats"},
                                    {"happened_on", "2026-01-30"},
                                    {"happened_note", "after midnight"},
                                    {"how_often", "weekly"},
                                    {"risk_now_note", "He has a dog"},
                                    {"safe_contact", "Mornings only"}})});
    auto const kept = world.waiting("amal").at(0);
    auto const& said = kept.said;
    EXPECT_EQ(said.source_kind + said.source + said.channel, "importpoliceletter");
    EXPECT_EQ(said.referrer_agency_id, world.agency("police"));
    EXPECT_EQ(said.referrer_name + said.referrer_contact, "The desk01723 111111");
    EXPECT_EQ(said.how_known + said.risk_now + said.consent, "recordsnonot_asked");
    EXPECT_EQ(kept.programme_code + kept.subject_kind, "antisocial_behaviourperson");
    EXPECT_EQ(kept.class_code + said.how_often, "nuisanceweekly");
    EXPECT_EQ(said.what_happened + said.where_happened,
              "Shouting and banging at night.Behind the flats");
    EXPECT_EQ(said.happened_on, make_date(2026, 1, 30));
    EXPECT_EQ(said.happened_note + said.risk_now_note + said.safe_contact,
              "after midnightHe has a dogMornings only");
    EXPECT_TRUE(kept.people.empty());
}

TEST(ImportReferrals, SaysThatItWasBroughtInWhereNoSourceIsNamed) {
    ImportWorld world;
    world.put({well_formed()});
    auto const said = world.waiting("amal").at(0).said;
    EXPECT_EQ(said.source_kind + " " + said.source, "import import");
    EXPECT_EQ(said.referrer_agency_id, std::nullopt);
}

// Vic is on record in Scarborough, with this name and telephone.
TEST(ImportReferrals, LeavesWhoSomebodyIsToBeChosenInTriage) {
    ImportWorld world;
    auto const people_before = world.count("person_record");
    world.put({with(well_formed(), {{"role", "victim"},
                                    {"given_names", "Vic"},
                                    {"family_name", "Example"},
                                    {"date_of_birth", "1980-02-03"},
                                    {"phone", "01723 000000"},
                                    {"email", "vic@example.org"},
                                    {"address_line", "3 Cliff Street"},
                                    {"town", "Scarborough"},
                                    {"postcode", "YO11 1AA"},
                                    {"role_3", "witness"},
                                    {"given_names_3", "Nell"}})});
    EXPECT_EQ(world.count("person_record"), people_before);
    auto const kept = world.waiting("amal").at(0);
    ASSERT_EQ(kept.people.size(), 2u) << "nobody stands in the second person's columns";
    auto const& vic = kept.people[0];
    EXPECT_EQ(vic.role + vic.given_names + vic.family_name, "victimVicExample");
    EXPECT_EQ(vic.date_of_birth, make_date(1980, 2, 3));
    EXPECT_EQ(vic.phone + vic.email, "01723 000000vic@example.org");
    EXPECT_EQ(vic.address_line + vic.town + vic.postcode, "3 Cliff StreetScarboroughYO11 1AA");
    EXPECT_EQ(kept.people[1].role + kept.people[1].given_names, "witnessNell");
    for (auto const& person : kept.people) {
        EXPECT_EQ(person.choice, "");
        EXPECT_EQ(person.person_id, std::nullopt);
        EXPECT_EQ(person.choice_by, std::nullopt);
    }
    auto const decided = world.as("amal", [&](access::Work& work) {
        return decide(work, world.catalogue, kept.id, kept.revision, world.accepting());
    });
    EXPECT_EQ(error_of(decided).code, "people_not_resolved");
    EXPECT_TRUE(world.as("amal", [&](access::Work& work) {
        return choose_person(work, kept.id, kept.revision, vic.id, {"known", world.vic, {}});
    }));
}

TEST(ImportReferrals, IsInTheAuditAsTheCommandsOwn) {
    ImportWorld world;
    world.put({well_formed("P-1"), with(well_formed("P-2"), {{"consent", ""}})});
    std::vector<std::string> own;
    for (auto const& line : split(world.audit_trail(), '\n')) {
        if (line.rfind("system:import ", 0) == 0) own.push_back(trimmed(line));
    }
    EXPECT_EQ(own, (std::vector<std::string>{"system:import referral.start referral",
                                             "system:import referral.send referral SCA"}))
        << "what was rejected did not happen";
}

TEST(ImportReferrals, AddsNothingTheSecondTimeOrInAnotherOrderOfColumns) {
    ImportWorld world;
    auto const text = file_of({well_formed("P-1"), with(well_formed("P-2"), {{"area", "HAR"}})});
    world.put(text);
    auto const before = world.dump();
    std::string const reordered =
        "Consent,risk now,what_happened,HOW_KNOWN,subject_kind,programme_code,area,"
        "source_reference,phone\n"
        "not_asked, no ,Shouting and banging at night.,records,person,antisocial_behaviour,SCA,"
        "P-1,\n";
    for (auto const& [again, rows] : {std::pair{text, 2}, std::pair{reordered, 1}}) {
        auto const summary = world.put(again);
        EXPECT_EQ(summary.added, 0);
        EXPECT_EQ(summary.known, rows);
        EXPECT_EQ(summary.rejected, 0);
        EXPECT_TRUE(summary.by_area.empty());
    }
    EXPECT_EQ(world.dump(), before);
}

TEST(ImportReferrals, AddsWhatWasPutRight) {
    ImportWorld world;
    auto rows = std::vector{well_formed("P-1"), with(well_formed("P-2"), {{"consent", ""}})};
    EXPECT_EQ(world.put(rows).rejected, 1);
    rows[1]["consent"] = "given";
    auto const summary = world.put(rows);
    EXPECT_EQ(summary.added, 1);
    EXPECT_EQ(summary.known, 1);
    EXPECT_EQ(world.waiting("amal").size(), 2u);
}

// Else a row that now says that somebody is at risk would be passed over as known.
TEST(ImportReferrals, RejectsWhatCameInBeforeAndSaysSomethingElseNow) {
    ImportWorld world;
    world.put({well_formed()});
    auto const before = world.dump();
    auto const summary = world.put({with(well_formed(), {{"risk_now", "yes"}})});
    EXPECT_EQ(summary.rejected, 1);
    EXPECT_EQ(summary.reasons,
              (std::map<std::string, std::int64_t>{{"source_reference: known_and_different", 1}}));
    EXPECT_EQ(world.dump(), before);
}

// The same text in the next column is another thing said.
TEST(ImportReferrals, TellsWhatIsSaidFromWhereItIsSaid) {
    ImportWorld world;
    world.put({with(well_formed(), {{"referrer_contact", "x"}})});
    auto const summary = world.put({with(well_formed(), {{"referrer_name", "x"}})});
    EXPECT_EQ(summary.rejected, 1);
    EXPECT_EQ(summary.known, 0);
}

TEST(ImportReferrals, KeepsTheReferencesOfEachAgencyAndSourceApart) {
    ImportWorld world;
    auto const summary =
        world.put({well_formed(), with(well_formed(), {{"source", "police"}}),
                   with(well_formed(), {{"referrer_agency", "police"}}),
                   with(well_formed(), {{"referrer_agency", "housing"}}),
                   with(well_formed(), {{"referrer_agency", "housing"}, {"source", "import"}})});
    EXPECT_EQ(summary.added, 4);
    EXPECT_EQ(summary.rejected, 1) << "of one agency, whatever the source";
}

TEST(ImportReferrals, KeepsPartnershipsApart) {
    ImportWorld world;
    world.put({well_formed()});
    world.run("UPDATE referral_import SET partnership_id = 'another'");
    EXPECT_EQ(world.put({well_formed()}).added, 1);
}

TEST(ImportReferrals, StoppedHalfWayIsCompletedByDoingItAgain) {
    ImportWorld world;
    auto const text = file_of({with(well_formed("P-1"), {{"what_happened", "On two\nlines"}}),
                               well_formed("P-2"), well_formed("P-3")});
    std::vector<std::pair<std::int64_t, std::int64_t>> shown;
    auto const stopped = world.put(text, {.progress = [&](ImportProgress const& progress) {
                                       shown.emplace_back(progress.line, progress.rows_read);
                                       return progress.rows_read < 2;
                                   }});
    EXPECT_EQ(shown, (std::vector<std::pair<std::int64_t, std::int64_t>>{{2, 1}, {4, 2}}));
    EXPECT_FALSE(stopped.is_finished);
    EXPECT_EQ(world.waiting("amal").size(), 2u);
    auto const again = world.put(text);
    EXPECT_TRUE(again.is_finished);
    EXPECT_EQ(again.known, 2);
    EXPECT_EQ(again.added, 1);
}

struct Rejection {
    char const* name;
    Row changes;
    std::string reason;
};

Row const kNell = {{"role", "victim"}, {"given_names", "Nell"}};

// clang-format off
Rejection const kRejections[] = {
    {"NoReference", {{"source_reference", " "}}, "source_reference: required"},
    {"ReferenceTooLong", {{"source_reference", std::string(121, 'x')}}, "source_reference: too_long"},
    {"NoHub", {{"area", ""}}, "area: required"},
    {"NoSuchHub", {{"area", "XYZ"}}, "area: not_offered"},
    {"NoSuchAgency", {{"referrer_agency", "circus"}}, "referrer_agency: not_offered"},
    {"NoSuchProgramme", {{"programme_code", "x"}}, "programme_code: not_offered"},
    {"NoSuchSource", {{"source", "x"}}, "source: not_offered"},
    {"NoSuchSubject", {{"subject_kind", "x"}}, "subject_kind: not_offered"},
    {"NoSuchClass", {{"class", "x"}}, "class: not_offered"},
    {"NoSuchChannel", {{"channel", "x"}}, "channel: not_offered"},
    {"NothingHappened", {{"what_happened", ""}}, "what_happened: required"},
    {"NotCleanText", {{"what_happened", "\xFF"}}, "what_happened: not_clean_text"},
    {"ReferenceNotCleanText", {{"source_reference", "\xFF"}}, "source_reference: not_clean_text"},
    {"SourceNotCleanText", {{"source", "\xFF"}}, "source: not_clean_text"},
    {"NotADate", {{"happened_on", "30/01/2026"}}, "happened_on: not_a_date"},
    {"InTheFuture", {{"happened_on", "2026-02-03"}}, "happened_on: in_the_future"},
    {"NoRole", {{"given_names", "Nell"}}, "role: required"},
    {"NoName", {{"role", "victim"}}, "given_names: required"},
    {"BirthNotADate", with(kNell, {{"date_of_birth", "1980"}}), "date_of_birth: not_a_date"},
    {"NotAPhone", with(kNell, {{"phone", "x"}}), "phone: not_a_phone"},
    {"NotAPostcode", with(kNell, {{"postcode", "x"}}), "postcode: not_a_postcode"},
    {"AddressTooLong", with(kNell, {{"address_line", std::string(201, 'x')}}),
     "address_line: too_long"},
    {"OfTheThirdPerson",
     with(kNell, {{"role_3", "victim"}, {"given_names_3", "Kim"}, {"date_of_birth_3", "x"},
                  {"phone_3", "x"}}),
     "date_of_birth_3: not_a_date; phone_3: not_a_phone"},
    {"EveryMistakeAtOnce",
     {{"source_reference", ""}, {"area", "XYZ"}, {"happened_on", "x"}, {"consent", "x"}},
     "source_reference: required; happened_on: not_a_date; area: not_offered; "
     "consent: not_offered"},
};
// clang-format on

class RejectedReferral : public testing::TestWithParam<Rejection> {};

TEST_P(RejectedReferral, IsWrittenWithItsLineAndReasonAndTheRestIsTaken) {
    ImportWorld world;
    std::ostringstream rejected;
    auto const bad = with(well_formed("P-2"), GetParam().changes);
    auto const summary =
        world.put({well_formed("P-1"), bad, well_formed("P-3")}, {.rejected = &rejected});
    EXPECT_EQ(summary.rows_read, 3);
    EXPECT_EQ(summary.added, 2);
    EXPECT_EQ(summary.rejected, 1);
    EXPECT_EQ(summary.reasons.count(GetParam().reason.substr(0, GetParam().reason.find(';'))), 1u);
    auto const lines = split(rejected.str(), '\n');
    ASSERT_EQ(lines.size(), 3u) << rejected.str();
    EXPECT_TRUE(lines[0].starts_with("line,reason,")) << lines[0];
    EXPECT_TRUE(lines[1].starts_with("3," + GetParam().reason + ",")) << lines[1];
    EXPECT_EQ(world.count("referral_record"), "2") << "not even a draft";
    EXPECT_EQ(world.count("referral_import"), "2");
}

INSTANTIATE_TEST_SUITE_P(Referrals, RejectedReferral, testing::ValuesIn(kRejections),
                         [](auto const& tested) { return tested.param.name; });

TEST(ImportReferrals, RejectsARowThatIsNotOneAndTakesTheNext) {
    ImportWorld world;
    std::ostringstream rejected;
    auto const text = file_of({well_formed()});
    auto const header = text.substr(0, text.find('\n') + 1);
    auto const good = text.substr(header.size());
    auto const summary = world.put(header + "a,b\r\n\"a\"b\r\n" + std::string(2000, ',') + "\r\n" +
                                       good + "\"not closed,x\r\n",
                                   {.rejected = &rejected});
    EXPECT_EQ(summary.added, 1);
    EXPECT_EQ(summary.rejected, 4);
    auto const said = rejected.str();
    EXPECT_NE(said.find("\r\n2,row: wrong_number_of_fields,a,b\r\n"), std::string::npos) << said;
    EXPECT_NE(said.find("\r\n3,row: text_after_quote,"), std::string::npos) << said;
    EXPECT_NE(said.find("\r\n4,row: wrong_number_of_fields,"), std::string::npos) << said;
    EXPECT_NE(said.find("\r\n6,row: quote_not_closed,"), std::string::npos) << said;
}

TEST(ImportReferrals, WritesNothingWhenNothingWasRejected) {
    ImportWorld world;
    std::ostringstream rejected;
    world.put({well_formed()}, {.rejected = &rejected});
    EXPECT_EQ(rejected.str(), "");
}

struct HeaderCase {
    char const* name;
    std::string text;
    std::vector<FieldError> fields;
};

std::string const kHeader =
    "source_reference,area,programme_code,subject_kind,how_known,what_happened,risk_now,consent";

// clang-format off
HeaderCase const kHeaders[] = {
    {"Empty", "", {{"file", "empty"}}},
    {"NotClosed", "\"area,consent\n", {{"file", "quote_not_closed"}}},
    {"Missing", "area,programme_code,subject_kind,how_known,what_happened,risk_now\n",
     {{"source_reference", "column_missing"}, {"consent", "column_missing"}}},
    {"Unknown", kHeader + ",Shoe Size,role_10,role_1,\"Zz, zz\",\n",
     {{"shoe_size", "column_unknown"}, {"role_10", "column_unknown"}, {"role_1", "column_unknown"},
      {"column_12", "column_unknown"}, {"column_13", "column_unknown"}}},
    {"Repeated", kHeader + ",Area\n", {{"area", "column_repeated"}}},
    {"SomebodysRecord", "Nell,Example\n",
     {{"column_1", "column_unknown"}, {"column_2", "column_unknown"},
      {"source_reference", "column_missing"}, {"area", "column_missing"},
      {"programme_code", "column_missing"}, {"subject_kind", "column_missing"},
      {"how_known", "column_missing"}, {"what_happened", "column_missing"},
      {"risk_now", "column_missing"}, {"consent", "column_missing"}}},
};
// clang-format on

class RefusedHeader : public testing::TestWithParam<HeaderCase> {};

TEST_P(RefusedHeader, IsRefusedAtOnceNamingItsColumnsAndChangesNothing) {
    ImportWorld world;
    auto const before = world.dump();
    auto const refused = world.try_import(GetParam().text);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().refusal, Refusal::Invalid);
    EXPECT_EQ(refused.error().fields, GetParam().fields);
    EXPECT_EQ(world.dump(), before);
}

INSTANTIATE_TEST_SUITE_P(Referrals, RefusedHeader, testing::ValuesIn(kHeaders),
                         [](auto const& tested) { return tested.param.name; });

// A row that has this in every column, and in each of them once while the rest is right.
constexpr char const* kMark = "Zzmarked";

std::vector<Row> marked_rows() {
    auto const names = import_column_names();
    Row everywhere;
    std::vector<Row> rows;
    for (auto const& list : {names.needed, names.optional, names.of_person}) {
        for (auto const name : list) {
            everywhere[std::string{name}] = kMark;
            auto const reference = "P-" + std::to_string(rows.size());
            rows.push_back(with(with(well_formed(reference), kNell), {{std::string{name}, kMark}}));
        }
    }
    rows.push_back(everywhere);
    return rows;
}

TEST(ImportReferrals, PutsNothingTypedIntoAnErrorOrTheAudit) {
    ImportWorld world;
    auto const summary = world.put(marked_rows());
    EXPECT_GT(summary.added, 0);
    EXPECT_GT(summary.rejected, 0);
    for (auto const& [reason, count] : summary.reasons) {
        EXPECT_EQ(lower_ascii(reason).find("zzmarked"), std::string::npos) << reason;
    }
    for (auto const& [area, count] : summary.by_area) EXPECT_EQ(area, "SCA");
    for (auto const& line : split(world.dump(), '\n')) {
        if (line.rfind("audit_", 0) != 0) continue;
        EXPECT_EQ(line.find(kMark), std::string::npos) << line;
    }
    auto const refused = world.try_import(std::string{kMark} + ",\"Nell Example\"\n");
    for (auto const& [field, code] : refused.error().fields) {
        EXPECT_EQ(lower_ascii(field + code).find("zzmarked"), std::string::npos) << field;
    }
}

TEST(ImportReferrals, PutsNothingTypedIntoTheWordsOfABrokenDatabase) {
    for (std::string const table : {"referral_import", "referral_person", "referral_scope"}) {
        ImportWorld world;
        world.run("ALTER TABLE " + table + " RENAME TO gone");
        try {
            world.put({with(with(well_formed(kMark), kNell),
                            {{"what_happened", kMark}, {"family_name", kMark}})});
            ADD_FAILURE() << table;
        } catch (std::exception const& trouble) {
            EXPECT_EQ(std::string{trouble.what()}.find(kMark), std::string::npos) << trouble.what();
        }
        world.run("ALTER TABLE gone RENAME TO " + table);
        EXPECT_EQ(world.count("referral_record"), "0");
    }
}

// As when another import of the same file was quicker.
TEST(ImportReferrals, StopsWithoutSayingWhichReferenceIsTakenAndLeavesNothingHalfDone) {
    ImportWorld world;
    world.run("CREATE UNIQUE INDEX only_one ON referral_import (partnership_id)");
    try {
        world.put({well_formed("P-1"), with(well_formed(kMark), {{"what_happened", kMark}})});
        ADD_FAILURE();
    } catch (store::UniqueViolation const& trouble) {
        EXPECT_EQ(std::string{trouble.what()}.find(kMark), std::string::npos) << trouble.what();
    }
    world.run("DROP INDEX only_one");
    EXPECT_EQ(world.count("referral_record"), "1");
}

TEST(ImportReferralsFile, IsReadAndRefusedWhenItCannotBe) {
    ImportWorld world;
    auto const path = testing::TempDir() + "waymark-referrals.csv";
    std::ofstream(path, std::ios::binary) << file_of({well_formed()});
    ImportOptions options;
    options.clock = [&] { return world.clock; };
    auto const summary =
        import_file(world.database(), world.partnership(), world.catalogue, path, options);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->added, 1);
    for (auto const& bad : {testing::TempDir(), path + ".none"}) {
        auto const refused =
            import_file(world.database(), world.partnership(), world.catalogue, bad, options);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().fields, (std::vector<FieldError>{{"file", "not_readable"}}));
    }
}

}  // namespace

}  // namespace waymark::referrals
