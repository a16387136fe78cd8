// What recording, reading, sharing and finding places promises. Amal and Marek work in Scarborough,
// Bea in Harrogate, Carys in a partner's team, Helen for the whole partnership.

#include "places/places.h"

#include "foundation/text.h"
#include "place_rows.h"
#include "test_world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace waymark::places {

namespace {

access::Scope hub(TestWorld& world, char const* code) {
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    return access::scope_of(tx, world.area(code).value);
}

Place mill_court() {
    Place place;
    place.kind = "address";
    place.name = "Mill Court";
    place.line = "Flat 3, 12 High Street";
    place.locality = "Falsgrave";
    place.town = "Scarborough";
    place.postcode = "YO12 5AA";
    place.uprn = "100050123456";
    place.longitude = -0.41;
    place.latitude = 54.28;
    return place;
}

Place park(std::string name, double longitude, double latitude) {
    Place place;
    place.kind = "open_space";
    place.name = std::move(name);
    place.town = "Scarborough";
    place.longitude = longitude;
    place.latitude = latitude;
    return place;
}

PlaceId recorded(TestWorld& world, Place const& place, char const* area = "SCA") {
    auto work = world.work_as(std::string{area} == "SCA" ? "amal" : "bea");
    auto const created = create(work, place, {hub(world, area)});
    work.finish();
    return created->id;
}

bool sees(TestWorld& world, std::string const& name, PlaceId const& id) {
    auto work = world.work_as(name);
    auto const found = find(work, id);
    if (!found) {
        EXPECT_EQ(found.error().code, "no_such_place");
    }
    return bool(found);
}

TEST(CreatePlace, KeepsEverythingThatWasEntered) {
    TestWorld world;
    auto work = world.work_as("amal");
    auto expected = mill_court();
    expected.area_id = world.area("SCA");
    auto const created = create(work, expected, {hub(world, "SCA")});
    ASSERT_TRUE(created);
    expected.id = created->id;
    expected.created_at = expected.updated_at = world.clock.now;
    expected.created_by = world.user("amal").value;
    EXPECT_EQ(*created, expected);
    EXPECT_EQ(*find(work, created->id), expected);
}

TEST(CreatePlace, WritesThePostcodeInItsOneWayAndNeedsNoPosition) {
    TestWorld world;
    auto work = world.work_as("amal");
    Place place;
    place.kind = "street";
    place.line = "  Foreshore Road ";
    place.postcode = "yo111nt";
    auto const created = create(work, place, {hub(world, "SCA")});
    ASSERT_TRUE(created);
    EXPECT_EQ(created->line, "Foreshore Road");
    EXPECT_EQ(created->postcode, "YO11 1NT");
    EXPECT_FALSE(created->longitude);
}

TEST(CreatePlace, TellsEachReaderWhoseScopesItWasFiledUnderAndNobodyElse) {
    TestWorld world;
    auto const id = recorded(world, mill_court());
    EXPECT_TRUE(sees(world, "amal", id));
    EXPECT_TRUE(sees(world, "marek", id));
    EXPECT_TRUE(sees(world, "helen", id));
    EXPECT_FALSE(sees(world, "bea", id));
    EXPECT_FALSE(sees(world, "carys", id));
    EXPECT_FALSE(sees(world, "dev", id));
}

TEST(UpdatePlace, ReplacesEverythingAndNamesWhatChanged) {
    TestWorld world;
    auto const id = recorded(world, mill_court());
    world.pass_days(1);
    auto work = world.work_as("marek");
    auto place = *find(work, id);
    place.name = "Old Mill Court";
    place.longitude = -0.42;
    auto const updated = update(work, place);
    ASSERT_TRUE(updated);
    place.revision = 2;
    place.updated_at = world.clock.now;
    EXPECT_EQ(*updated, place);
    EXPECT_EQ(*find(work, id), place);
    work.finish();
    EXPECT_EQ(world.audit_trail(),
              "amal place.create place\n"
              "marek place.read place\n"
              "marek place.change place name,longitude\n");
}

TEST(UpdatePlace, FilesTheNewNameInEveryScopeAndNoLongerTheOld) {
    TestWorld world;
    auto const id = recorded(world, park("Peasholm Park", -0.409, 54.29));
    recorded(world, park("Peasholm Park", -0.409, 54.29));
    auto work = world.work_as("amal");
    ASSERT_TRUE(file_under(work, id, {hub(world, "HAR")}));
    auto place = *find(work, id);
    place.name = "Valley Gardens";
    place.longitude = -1.55;
    place.latitude = 53.99;
    ASSERT_TRUE(update(work, place));
    work.finish();
    for (auto const* reader : {"amal", "bea", "helen"}) {
        auto reading = world.work_as(reader);
        EXPECT_EQ(search(reading, "valley gar", 10)->size(), 1u) << reader;
        EXPECT_EQ(near(reading, -1.55, 53.99, 100, 10)->size(), 1u) << reader;
        auto const others = std::string{reader} == "bea" ? 0u : 1u;
        EXPECT_EQ(search(reading, "peasholm", 10)->size(), others) << reader;
        EXPECT_EQ(near(reading, -0.409, 54.29, 100, 10)->size(), others) << reader;
    }
    EXPECT_EQ(world.value("SELECT count(*) FROM place_key WHERE key = 'ps:peasholm park' AND "
                          "place_id = '" +
                          id.value + "'"),
              "0");
}

TEST(UpdatePlace, WithWhatIsThereAlreadyChangesNothing) {
    TestWorld world;
    auto const id = recorded(world, mill_court());
    auto work = world.work_as("amal");
    EXPECT_EQ(update(work, *find(work, id))->revision, 1);
}

// What another transaction may have done between reading and writing.
TEST(UpdatePlace, IsGuardedByTheRevisionInTheStatementItself) {
    TestWorld world;
    auto const id = recorded(world, mill_court());
    auto work = world.work_as("amal");
    auto kept = load(work, {id}).front();
    EXPECT_TRUE(hold(work->tx(), id, 1));
    EXPECT_FALSE(hold(work->tx(), id, 2));
    kept.place.revision = 2;
    EXPECT_FALSE(replace(work->tx(), kept, kept));
    EXPECT_EQ(find(work, id)->revision, 1);
}

TEST(Keys, AreLookedUnderOneByOneAndOfNoOtherPlace) {
    TestWorld world;
    auto const park_id = recorded(world, park("Peasholm Park", -0.409, 54.29));
    auto const id = recorded(world, mill_court());
    auto work = world.work_as("amal");
    EXPECT_EQ(under_key(work, "up:100050123456", 10), std::vector{id});
    EXPECT_TRUE(under_key(work, "up:1000501234", 10).empty());
    EXPECT_EQ(under_prefix(work, "up:1000501234", 10), std::vector{id});
    EXPECT_EQ(under_prefix(work, "ps:peasholm", 10), std::vector{park_id});
}

TEST(FileUnder, OpensThatPlaceToThoseScopesAndNothingElse) {
    TestWorld world;
    auto const id = recorded(world, mill_court());
    auto const other = recorded(world, mill_court());
    auto const scope = hub(world, "HAR");
    auto work = world.work_as("amal");
    ASSERT_TRUE(file_under(work, id, {scope}));
    ASSERT_TRUE(file_under(work, id, {scope}));
    work.finish();
    EXPECT_TRUE(sees(world, "bea", id));
    EXPECT_FALSE(sees(world, "bea", other));
    EXPECT_FALSE(sees(world, "carys", id));
    auto reading = world.work_as("bea");
    EXPECT_EQ(search(reading, "mill court", 10)->size(), 1u);
    EXPECT_EQ(matches(reading, mill_court(), 10)->size(), 1u);
    EXPECT_EQ(near(reading, -0.41, 54.28, 100, 10)->size(), 1u);
    EXPECT_EQ(world.audit_trail(),
              "amal place.create place\namal place.create place\namal place.share place " +
                  std::to_string(scope) + "\n");
}

// The rows of filing, in order.
std::string filing_of(TestWorld& world) {
    std::string kept;
    for (auto const& line : split(world.dump(), '\n')) {
        if (line.starts_with("place_scope") || line.starts_with("place_key")) kept += line + "\n";
    }
    return kept;
}

std::string keys_under(TestWorld& world, access::Scope scope) {
    return world.value("SELECT count(*) FROM place_key WHERE scope = " + std::to_string(scope));
}

void withdrawn(TestWorld& world, PlaceId const& id, std::vector<access::Scope> const& scopes,
               std::string const& by = "amal") {
    auto work = world.work_as(by);
    EXPECT_TRUE(withdraw(work, id, scopes));
    work.finish();
}

TEST(Withdraw, HidesThatPlaceFromThoseScopesAndLeavesNoKeyThere) {
    TestWorld world;
    auto const scope = hub(world, "HAR");
    auto court = mill_court();
    court.name = "Mill Court Old Bakery Yard House";
    auto const id = recorded(world, court);
    auto work = world.work_as("amal");
    ASSERT_TRUE(file_under(work, id, {scope}));
    work.finish();
    EXPECT_GT(std::stoi(keys_under(world, scope)), 16) << "more than one statement takes";

    withdrawn(world, id, {scope});

    EXPECT_FALSE(sees(world, "bea", id));
    EXPECT_TRUE(sees(world, "amal", id));
    EXPECT_TRUE(sees(world, "helen", id));
    EXPECT_EQ(keys_under(world, scope), "0");
    for (auto const* reader : {"amal", "bea"}) {
        auto reading = world.work_as(reader);
        auto const shown = std::string{reader} == "bea" ? 0u : 1u;
        EXPECT_EQ(search(reading, "mill court", 10)->size(), shown) << reader;
        EXPECT_EQ(matches(reading, court, 10)->size(), shown) << reader;
        EXPECT_EQ(near(reading, -0.41, 54.28, 100, 10)->size(), shown) << reader;
    }
}

TEST(Withdraw, LeavesOthersWhoAreFiledThereUnderTheSameKeys) {
    TestWorld world;
    auto const scope = hub(world, "HAR");
    auto const id = recorded(world, mill_court());
    auto const other = recorded(world, mill_court());
    auto work = world.work_as("amal");
    ASSERT_TRUE(file_under(work, other, {scope}));
    work.finish();
    auto const before = filing_of(world);
    auto again = world.work_as("amal");
    ASSERT_TRUE(file_under(again, id, {scope}));
    again.finish();

    withdrawn(world, id, {scope});

    EXPECT_EQ(filing_of(world), before);
    EXPECT_TRUE(sees(world, "bea", other));
}

TEST(Withdraw, IsUndoneExactlyByFilingAgain) {
    TestWorld world;
    auto const scope = hub(world, "HAR");
    auto const id = recorded(world, mill_court());
    auto work = world.work_as("amal");
    ASSERT_TRUE(file_under(work, id, {scope}));
    work.finish();
    auto const before = filing_of(world);
    withdrawn(world, id, {scope});
    EXPECT_NE(filing_of(world), before);
    auto again = world.work_as("amal");
    ASSERT_TRUE(file_under(again, id, {scope}));
    again.finish();
    EXPECT_EQ(filing_of(world), before);
    auto const number = std::to_string(scope);
    EXPECT_EQ(world.audit_trail(), "amal place.create place\namal place.share place " + number +
                                       "\namal place.withdraw place " + number +
                                       "\namal place.share place " + number + "\n");
}

TEST(Withdraw, DoneAgainOrOfNothingChangesNothingAndIsNotNoted) {
    TestWorld world;
    auto const id = recorded(world, mill_court());
    auto const scope = hub(world, "HAR");
    auto const before = world.dump();
    auto work = world.work_as("amal");
    EXPECT_TRUE(withdraw(work, id, {scope, scope}));
    EXPECT_TRUE(withdraw(work, new_id<PlaceId>(Instant{}), {scope}));
    EXPECT_TRUE(work->notes().empty());
    work.finish();
    EXPECT_EQ(world.dump(), before);
}

TEST(Withdraw, NeverShutsOutThePartnershipOrWhoeverRecordedIt) {
    TestWorld world;
    auto const id = recorded(world, mill_court());
    auto scopes = world.work_as("amal")->actor().scopes;
    auto work = world.work_as("amal");
    auto const own = access::scope_of(work->tx(), world.user("amal").value);
    auto const theirs = access::scope_of(work->tx(), world.user("marek").value);
    scopes.push_back(theirs);
    scopes.push_back(access::scope_of(work->tx(), world.partnership().value));
    ASSERT_TRUE(file_under(work, id, {own, theirs}));
    work.finish();

    // By somebody who need not see it.
    withdrawn(world, id, scopes, "bea");

    EXPECT_FALSE(sees(world, "marek", id));
    EXPECT_TRUE(sees(world, "amal", id));
    EXPECT_TRUE(sees(world, "helen", id));
}

TEST(Withdraw, AlsoOfWhatACommandRecorded) {
    TestWorld world;
    auto const id = recorded(world, mill_court());
    world.run("UPDATE place_record SET created_by = 'system:import'");
    auto const scopes = world.work_as("amal")->actor().scopes;
    withdrawn(world, id, scopes);
    EXPECT_FALSE(sees(world, "amal", id));
    EXPECT_TRUE(sees(world, "helen", id));
}

struct MistakeCase {
    char const* name;
    void (*arrange)(Place& place);
    std::vector<FieldError> fields;
};

std::string letters(std::size_t count) {
    return std::string(count, 'a');
}

// clang-format off
MistakeCase const kMistakes[] = {
    {"OtherKind", [](Place& p) { p.kind = "refuge"; }, {{"kind", "not_offered"}}},
    {"AddressWithoutLine", [](Place& p) { p.line = " "; }, {{"line", "required"}}},
    {"StreetWithoutLine", [](Place& p) { p.kind = "street"; p.line = ""; }, {{"line", "required"}}},
    {"OpenSpaceWithoutName", [](Place& p) { p.kind = "open_space"; p.name = ""; }, {{"name", "required"}}},
    {"PremisesWithNeither", [](Place& p) { p.kind = "premises"; p.name = p.line = ""; }, {{"name", "required"}}},
    {"NameTooLong", [](Place& p) { p.name = letters(201); }, {{"name", "too_long"}}},
    {"LineTooLong", [](Place& p) { p.line = letters(201); }, {{"line", "too_long"}}},
    {"LineOfTwoLines", [](Place& p) { p.line = "12\nHigh Street"; }, {{"line", "not_one_line"}}},
    {"LocalityTooLong", [](Place& p) { p.locality = letters(101); }, {{"locality", "too_long"}}},
    {"TownTooLong", [](Place& p) { p.town = letters(101); }, {{"town", "too_long"}}},
    {"TownNotText", [](Place& p) { p.town = "Scar\xff"; }, {{"town", "not_clean_text"}}},
    {"NoPostcode", [](Place& p) { p.postcode = "Scarborough"; }, {{"postcode", "not_a_postcode"}}},
    {"UprnWithLetters", [](Place& p) { p.uprn = "10005A"; }, {{"uprn", "not_a_uprn"}}},
    {"UprnTooLong", [](Place& p) { p.uprn = "1234567890123"; }, {{"uprn", "not_a_uprn"}}},
    {"LongitudeAlone", [](Place& p) { p.latitude.reset(); }, {{"latitude", "required"}}},
    {"LatitudeAlone", [](Place& p) { p.longitude.reset(); }, {{"longitude", "required"}}},
    {"PositionsSwapped", [](Place& p) { std::swap(p.longitude, p.latitude); }, {{"longitude", "out_of_range"}, {"latitude", "out_of_range"}}},
    {"PositionNotANumber", [](Place& p) { p.longitude = std::numeric_limits<double>::quiet_NaN(); }, {{"longitude", "out_of_range"}}},
    {"AreaIsNone", [](Place& p) { p.area_id = AreaId{"nowhere"}; }, {{"area_id", "not_found"}}},
    {"EveryMistakeAtOnce", [](Place& p) { p.kind = "?"; p.postcode = "?"; p.uprn = "?"; },
     {{"kind", "not_offered"}, {"postcode", "not_a_postcode"}, {"uprn", "not_a_uprn"}}},
};
// clang-format on

class PlaceIsRefused : public testing::TestWithParam<MistakeCase> {};

TEST_P(PlaceIsRefused, AndChangesNothing) {
    TestWorld world;
    auto place = mill_court();
    place.id = recorded(world, mill_court());
    GetParam().arrange(place);
    auto const before = world.dump();
    for (bool const is_new : {true, false}) {
        auto work = world.work_as("amal");
        auto const refused =
            is_new ? create(work, place, {hub(world, "SCA")}) : update(work, place);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().refusal, Refusal::Invalid);
        EXPECT_EQ(refused.error().fields, GetParam().fields);
        EXPECT_TRUE(work->notes().empty());
        work.finish();
    }
    EXPECT_EQ(world.dump(), before);
}

INSTANTIATE_TEST_SUITE_P(When, PlaceIsRefused, testing::ValuesIn(kMistakes),
                         [](auto const& one) { return one.param.name; });

TEST(PlaceIsAccepted, AtTheLimitsOfWhatIsAllowed) {
    TestWorld world;
    auto work = world.work_as("amal");
    auto place = mill_court();
    place.kind = "premises";
    place.name = "";
    place.line = letters(200);
    place.locality = place.town = letters(100);
    place.longitude = -9;
    place.latitude = 61;
    EXPECT_TRUE(create(work, place, {hub(world, "SCA")}));
}

struct RefusalCase {
    char const* name;
    char const* actor;
    void (*arrange)(TestWorld& world, PlaceId& id);
    Error (*ask)(access::Work& work, PlaceId const& id);
    Refusal refusal;
    char const* code;
};

template <class T>
Error error_of(Result<T> const& result) {
    return result ? Error{Refusal::Invalid, "was_not_refused"} : result.error();
}

Error ask_update(access::Work& work, PlaceId const& id) {
    auto place = mill_court();
    place.id = id;
    place.name = "Changed";
    return error_of(update(work, place));
}

Error ask_find(access::Work& work, PlaceId const& id) {
    return error_of(find(work, id));
}

Error ask_file_under(access::Work& work, PlaceId const& id) {
    return error_of(file_under(work, id, work.actor().scopes));
}

void nothing(TestWorld&, PlaceId&) {}

void no_such_id(TestWorld&, PlaceId& id) {
    id = new_id<PlaceId>(Instant{});
}

// clang-format off
RefusalCase const kRefusals[] = {
    {"FindByAStranger", "bea", nothing, ask_find, Refusal::NotFound, "no_such_place"},
    {"FindOfNothing", "amal", no_such_id, ask_find, Refusal::NotFound, "no_such_place"},
    {"FindByAnAdministrator", "admin", nothing, ask_find, Refusal::Forbidden, "not_allowed"},
    {"CreateByAnAdministrator", "admin", nothing, [](access::Work& w, PlaceId const&) { return error_of(create(w, mill_court(), {})); }, Refusal::Forbidden, "not_allowed"},
    {"UpdateByAStranger", "bea", nothing, ask_update, Refusal::NotFound, "no_such_place"},
    {"UpdateOfNothing", "amal", no_such_id, ask_update, Refusal::NotFound, "no_such_place"},
    {"UpdateByAReaderOnly", "dpo", nothing, ask_update, Refusal::Forbidden, "not_allowed"},
    {"UpdateOfWhatSomebodyElseChanged", "amal", [](TestWorld& w, PlaceId&) { w.run("UPDATE place_record SET revision = 2"); }, ask_update, Refusal::Stale, "changed_by_someone_else"},
    {"SharingByAStranger", "bea", nothing, ask_file_under, Refusal::NotFound, "no_such_place"},
    {"SharingByAReaderOnly", "dpo", nothing, ask_file_under, Refusal::Forbidden, "not_allowed"},
    {"WithdrawingByAReaderOnly", "dpo", nothing, [](access::Work& w, PlaceId const& id) { return error_of(withdraw(w, id, w.actor().scopes)); }, Refusal::Forbidden, "not_allowed"},
    {"MatchingByAnAdministrator", "admin", nothing, [](access::Work& w, PlaceId const&) { return error_of(matches(w, mill_court(), 10)); }, Refusal::Forbidden, "not_allowed"},
    {"SearchByAnAdministrator", "admin", nothing, [](access::Work& w, PlaceId const&) { return error_of(search(w, "mill", 10)); }, Refusal::Forbidden, "not_allowed"},
    {"NearByAnAdministrator", "admin", nothing, [](access::Work& w, PlaceId const&) { return error_of(near(w, -0.41, 54.28, 100, 10)); }, Refusal::Forbidden, "not_allowed"},
    {"NearAPointAbroad", "amal", nothing, [](access::Work& w, PlaceId const&) { return error_of(near(w, 54.28, 90, 100, 10)); }, Refusal::Invalid, "check_answers"},
    {"NearWithinTooMuch", "amal", nothing, [](access::Work& w, PlaceId const&) { return error_of(near(w, -0.41, 54.28, 1000.5, 10)); }, Refusal::Invalid, "check_answers"},
    {"NearWithinNothing", "amal", nothing, [](access::Work& w, PlaceId const&) { return error_of(near(w, -0.41, 54.28, 0, 10)); }, Refusal::Invalid, "check_answers"},
};
// clang-format on

class AskingIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(AskingIsRefused, AndChangesNothing) {
    TestWorld world;
    auto id = recorded(world, mill_court());
    GetParam().arrange(world, id);
    auto const before = world.dump();
    auto work = world.work_as(GetParam().actor);
    auto const error = GetParam().ask(work, id);
    EXPECT_EQ(error.refusal, GetParam().refusal);
    EXPECT_EQ(error.code, GetParam().code);
    EXPECT_TRUE(work->notes().empty());
    work.finish();
    EXPECT_EQ(world.dump(), before);
}

INSTANTIATE_TEST_SUITE_P(When, AskingIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

struct Slip {
    char const* name;
    void (*make)(Place& entered);
};

// clang-format off
Slip const kSlips[] = {
    {"None", [](Place&) {}},
    {"StreetShortened", [](Place& p) { p.line = "flat 3 12 high st"; p.uprn = p.name = ""; p.longitude.reset(); p.latitude.reset(); }},
    {"PostcodeUnspaced", [](Place& p) { p.postcode = "yo125aa"; p.uprn = p.name = p.town = ""; p.longitude.reset(); p.latitude.reset(); }},
    {"UprnAlone", [](Place& p) { auto const uprn = p.uprn; p = {}; p.uprn = uprn; }},
};
// clang-format on

class SlipIsSeenThrough : public testing::TestWithParam<Slip> {};

TEST_P(SlipIsSeenThrough, AndShowsThePlaceFirst) {
    TestWorld world;
    auto const id = recorded(world, mill_court());
    recorded(world, park("Peasholm Park", -0.409, 54.29));
    auto entered = mill_court();
    GetParam().make(entered);
    auto work = world.work_as("amal");
    auto const found = *matches(work, entered, 10);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].summary.id, id);
    ASSERT_EQ(work->notes().size(), 1u);
    EXPECT_EQ(work->notes()[0].action, "place.match");
    ASSERT_EQ(work->notes()[0].shown.size(), found.size());
    EXPECT_EQ(work->notes()[0].shown.front(), id.value);
}

INSTANTIATE_TEST_SUITE_P(With, SlipIsSeenThrough, testing::ValuesIn(kSlips),
                         [](auto const& one) { return one.param.name; });

TEST(Matches, FindAnOpenSpaceCalledOtherwiseByWhereItIs) {
    TestWorld world;
    auto const id = recorded(world, park("Skate park", -0.4100, 54.2800));
    auto work = world.work_as("amal");
    // Ten metres away, in the next square of the map.
    auto const found = *matches(work, park("The skate park", -0.4099, 54.27999), 10);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].summary.id, id);
}

TEST(Matches, DoNotCompareARecordWithItselfAndSurviveWhatIsNoPosition) {
    TestWorld world;
    auto entered = mill_court();
    entered.id = recorded(world, mill_court());
    auto work = world.work_as("amal");
    EXPECT_TRUE(matches(work, entered, 10)->empty());
    for (auto const& [longitude, latitude] : {std::pair{1e300, 54.28}, {-0.41, 90.0}}) {
        entered.longitude = longitude;
        entered.latitude = latitude;
        EXPECT_TRUE(matches(work, entered, 10)->empty());
    }
    EXPECT_TRUE(matches(work, Place{}, 10)->empty());
}

TEST(Search, FollowsTheTyping) {
    TestWorld world;
    auto const id = recorded(world, mill_court());
    recorded(world, park("Peasholm Park", -0.409, 54.29));
    auto work = world.work_as("marek");
    for (auto const* typed :
         {"mill", "Mill Court", "high st", "high street", "yo12 5aa", "court"}) {
        auto const found = *search(work, typed, 10);
        ASSERT_EQ(found.size(), 1u) << typed;
        EXPECT_EQ(found[0], (Summary{id, "address", "Mill Court", "Flat 3, 12 High Street",
                                     "Falsgrave", "Scarborough", "YO12 5AA"}));
    }
    for (auto const* typed : {"", "m", "zz", "\xff\xfe"}) {
        EXPECT_TRUE(search(work, typed, 10)->empty());
    }
    EXPECT_EQ(work->notes().front().action, "place.search");
    EXPECT_EQ(work->notes().front().shown, std::vector{id.value});
    EXPECT_TRUE(search(work, "mill", 0)->empty());
}

TEST(Near, ShowsPlacesWithinTheDistanceNearestFirst) {
    TestWorld world;
    // A thousandth of a degree of latitude is 111 metres.
    auto const further = recorded(world, park("Further", -0.41, 54.2835));
    auto const here = recorded(world, park("Here", -0.41, 54.2801));
    recorded(world, park("Too far", -0.41, 54.2850));
    Place unplaced;
    unplaced.kind = "street";
    unplaced.line = "High Street";
    recorded(world, unplaced);
    auto work = world.work_as("amal");
    auto const found = *near(work, -0.41, 54.28, 400, 10);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].place.id, here);
    EXPECT_NEAR(found[0].metres, 11.1, 0.1);
    EXPECT_EQ(found[1].place.id, further);
    EXPECT_NEAR(found[1].metres, 389.2, 0.5);
    EXPECT_EQ(near(work, -0.41, 54.28, 400, 1)->size(), 1u);
    EXPECT_EQ(near(work, -0.41, 54.28, 1000, 10)->size(), 3u);
}

TEST(Near, ReachesEquallyFarInEveryDirection) {
    TestWorld world;
    double const north = 0.0089;  // 990 metres
    double const east = 0.01524;  // 990 metres at this latitude
    recorded(world, park("North", -0.41, 54.28 + north));
    recorded(world, park("South", -0.41, 54.28 - north));
    recorded(world, park("East", -0.41 + east, 54.28));
    recorded(world, park("West", -0.41 - east, 54.28));
    auto work = world.work_as("amal");
    EXPECT_EQ(near(work, -0.41, 54.28, 1000, 10)->size(), 4u);
    EXPECT_TRUE(near(work, -0.41, 54.28, 980, 10)->empty());
}

TEST(Summaries, ShowThoseThatTheReaderMaySeeInTheOrderAsked) {
    TestWorld world;
    auto const first = recorded(world, mill_court());
    auto const hidden = recorded(world, mill_court(), "HAR");
    auto const second = recorded(world, park("Peasholm Park", -0.409, 54.29));
    auto work = world.work_as("amal");
    auto const list = summaries(work, {second, hidden, first});
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0].id, second);
    EXPECT_EQ(list[1].id, first);
    EXPECT_TRUE(work->notes().empty());
    work.finish();
    auto administration = world.work_as("admin");
    EXPECT_TRUE(summaries(administration, {first}).empty());
}

// Everything that Bea can ask, as one text without the ids, which differ from world to world.
std::string all_that_bea_is_told(TestWorld& world) {
    std::string told;
    auto work = world.work_as("bea");
    for (auto const& slip : kSlips) {
        auto entered = mill_court();
        slip.make(entered);
        auto const found = *matches(work, entered, 10);
        told += std::string{slip.name} + ": ";
        for (auto const& match : found) {
            told += match.summary.line + "," + std::to_string(match.comparison.score) + ";";
        }
    }
    for (auto const* typed : {"mill", "high st", "yo12 5aa", "peasholm"}) {
        auto const found = *search(work, typed, 10);
        for (auto const& one : found) told += std::string{"\n"} + typed + ": " + one.line;
    }
    auto const nearby = *near(work, -0.41, 54.28, 1000, 10);
    for (auto const& one : nearby) told += "\n" + std::to_string(one.metres);
    auto const created = create(work, mill_court(), {hub(world, "HAR")});
    told += "\ncreated at revision " + std::to_string(created->revision);
    told += "\nseen afterwards: " + std::to_string(search(work, "mill", 10)->size());
    for (auto const& note : work->notes()) told += note.action + std::to_string(note.detail.size());
    return told;
}

TEST(HiddenPlaces, LeaveNoTraceInAnyAnswer) {
    auto own = mill_court();
    own.line = "Flat 3, 12 High Road";
    std::string without, with;
    {
        TestWorld world;
        recorded(world, own, "HAR");
        without = all_that_bea_is_told(world);
    }
    {
        TestWorld world;
        recorded(world, own, "HAR");
        for (int i = 0; i < 5; ++i) recorded(world, mill_court());
        auto work = world.work_as("amal");
        EXPECT_EQ(search(work, "mill", 10)->size(), 5u);
        EXPECT_EQ(near(work, -0.41, 54.28, 100, 10)->size(), 5u);
        work.finish();
        with = all_that_bea_is_told(world);
    }
    EXPECT_EQ(with, without);
}

TEST(HiddenPlaces, StayHiddenEvenWhenAKeyOfTheirsIsFiledWhereItShouldNotBe) {
    TestWorld world;
    recorded(world, mill_court());
    world.run("INSERT INTO place_key (scope, key, place_id) SELECT " +
              std::to_string(hub(world, "HAR")) +
              ", key, place_id FROM place_key WHERE scope = " + std::to_string(hub(world, "SCA")));
    auto work = world.work_as("bea");
    EXPECT_TRUE(search(work, "mill", 10)->empty());
    EXPECT_TRUE(matches(work, mill_court(), 10)->empty());
    EXPECT_TRUE(near(work, -0.41, 54.28, 100, 10)->empty());
}

}  // namespace

}  // namespace waymark::places
