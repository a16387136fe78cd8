// What measuring promises: the same measures at every point, none silently empty, risk from the
// assessment, and demand that is never shown before it is known.

#include "cases/case_people.h"
#include "outcome_world_test.h"

namespace waymark::outcomes {

namespace {

using programmes::Point;

TEST(Record, KeepsEveryMeasureAndTheCoreInOneCall) {
    OutcomeWorld world;
    world.assess("opening", true);
    ASSERT_TRUE(world.record_opening(world.bad()));

    EXPECT_EQ(world.core("opening_risk_band"), "high");
    EXPECT_EQ(world.core("opening_frequency"), "5");  // daily is five steps from stopped
    EXPECT_EQ(world.core("opening_feels_safe"), "2");
    EXPECT_EQ(world.core("opening_confidence"), "2");
    EXPECT_EQ(world.core("closing_frequency"), "null");
    auto const taken =
        world.as("amal", [&](access::Work& work) { return measures(work, world.id); });
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->size(), 5U);
    EXPECT_EQ(world.value("SELECT opening_risk_score FROM outcome_core"),
              world.value("SELECT score FROM case_risk"));
}

TEST(Record, SaysThatNobodyAssessedTheRiskAndTakesItOverLater) {
    OutcomeWorld world;
    ASSERT_TRUE(world.record_opening(world.bad()));
    EXPECT_EQ(world.core("opening_risk_band"), "null");
    EXPECT_EQ(world.value("SELECT not_taken FROM outcome_measure WHERE measure = 'risk_band'"),
              "no_assessment");

    world.assess("review", true);  // of another point
    auto const follow = [&](access::Work& work) { return follow_assessment(work, world.id); };
    ASSERT_TRUE(world.as("amal", follow));
    EXPECT_EQ(world.core("opening_risk_band"), "null");
    world.assess("opening", false);
    ASSERT_TRUE(world.as("amal", follow));
    EXPECT_EQ(world.core("opening_risk_band"), "standard");
    auto const kept = world.value("SELECT count(*) FROM outcome_measure");
    ASSERT_TRUE(world.as("amal", follow));
    EXPECT_EQ(world.value("SELECT count(*) FROM outcome_measure"), kept);
}

TEST(CloseCase, RecordsItsMeasuresWithIt) {
    OutcomeWorld world;
    ASSERT_TRUE(world.record_opening(world.bad()));
    world.assess("closing", false);
    ASSERT_TRUE(world.close_it(world.good()));

    EXPECT_EQ(world.core("closing_risk_band"), "standard");
    EXPECT_EQ(world.core("closing_frequency"), "0");
    EXPECT_EQ(world.core("closing_confidence"), "null");
    EXPECT_EQ(world.core("opening_frequency"), "5");
    EXPECT_EQ(world.value("SELECT is_open FROM case_record"), "0");
    EXPECT_EQ(world.value("SELECT not_taken FROM outcome_measure WHERE point = 'closing' AND "
                          "measure = 'confidence_in_agencies'"),
              "declined");
}

TEST(CloseCase, TellsTheMistakesOfBothAtOnceAndWritesNothing) {
    OutcomeWorld world;
    world.assess("closing", false);
    auto const before = world.records();
    auto request = world.closing();
    request.closing_summary = " ";
    auto const closed = world.as("amal", [&](access::Work& work) {
        return close_case(work, world.catalogue, request, {{"frequency", "never"}});
    });
    ASSERT_FALSE(closed);
    EXPECT_EQ(closed.error().fields,
              (std::vector<FieldError>{{"closing_summary", "required"},
                                       {"measures.frequency", "not_offered"},
                                       {"measures.feels_safe", "required"},
                                       {"measures.confidence_in_agencies", "required"}}));
    EXPECT_EQ(world.records(), before);
}

TEST(RecordReview, RecordsItsMeasuresWithIt) {
    OutcomeWorld world;
    auto const review = world.as("amal", [&](access::Work& work) {
        return record_review(work, world.catalogue,
                             {.case_id = world.id, .summary = "Quieter at night"}, world.bad());
    });
    ASSERT_TRUE(review);
    EXPECT_EQ(world.value("SELECT count(*) FROM outcome_measure WHERE point = 'review' AND "
                          "point_id = '" +
                          review->value + "'"),
              "5");
    auto const before = world.records();
    auto const unmeasured = world.as("amal", [&](access::Work& work) {
        return record_review(work, world.catalogue, {.case_id = world.id, .summary = ""}, {});
    });
    ASSERT_FALSE(unmeasured);
    EXPECT_EQ(unmeasured.error().fields.size(), 4U);
    EXPECT_EQ(world.records(), before);
    // Put right by a further recording at the same review.
    EXPECT_TRUE(world.as("amal", [&](access::Work& work) {
        return record(work, world.catalogue, world.id, Point::Review, review->value, world.good());
    }));
}

struct Refused {
    char const* name;
    char const* actor;
    std::vector<Given> given;
    Point point;
    char const* point_id;
    Refusal refusal;
    char const* code;
    std::vector<FieldError> fields;
};

std::vector<Given> with(Given const& frequency) {
    auto given = OutcomeWorld::bad();
    given[0] = frequency;
    return given;
}

std::vector<Given> and_also(Given const& further) {
    auto given = OutcomeWorld::bad();
    given.push_back(further);
    return given;
}

auto const kBad = OutcomeWorld::bad();
// clang-format off
Refused const kRefused[] = {
    {"AStrangerIsNotToldTheCaseExists", "bea", kBad, Point::Opening, "", Refusal::NotFound, "no_such_case", {}},
    {"WhoMayOnlyRead", "dpo", kBad, Point::Opening, "", Refusal::Forbidden, "not_allowed", {}},
    {"ClosingGoesWithTheClosing", "amal", kBad, Point::Closing, "", Refusal::Conflict, "close_instead", {}},
    {"NothingGiven", "amal", {}, Point::Opening, "", Refusal::Invalid, "check_answers",
     {{"measures.frequency", "required"}, {"measures.feels_safe", "required"}, {"measures.confidence_in_agencies", "required"}}},
    {"NeitherValueNorReason", "amal", with({"frequency", "", ""}), Point::Opening, "", Refusal::Invalid, "check_answers", {{"measures.frequency", "required"}}},
    {"ValueAndReason", "amal", with({"frequency", "daily", "declined"}), Point::Opening, "", Refusal::Invalid, "check_answers", {{"measures.frequency", "not_both"}}},
    {"NotInTheList", "amal", with({"frequency", "rarely"}), Point::Opening, "", Refusal::Invalid, "check_answers", {{"measures.frequency", "not_offered"}}},
    {"ReasonNotInTheList", "amal", with({"frequency", std::nullopt, "busy"}), Point::Opening, "", Refusal::Invalid, "check_answers", {{"measures.frequency", "reason_not_offered"}}},
    {"ReasonOfTheSystemAlone", "amal", with({"frequency", std::nullopt, "no_assessment"}), Point::Opening, "", Refusal::Invalid, "check_answers", {{"measures.frequency", "reason_not_offered"}}},
    {"NoSuchMeasure", "amal", and_also({"happiness", "1"}), Point::Opening, "", Refusal::Invalid, "check_answers", {{"measures[3].measure", "not_offered"}}},
    {"TheSameTwice", "amal", and_also({"feels_safe", "1"}), Point::Opening, "", Refusal::Invalid, "check_answers", {{"measures.feels_safe", "repeated"}}},
    {"RiskIsNotSent", "amal", and_also({"risk_band", "standard"}), Point::Opening, "", Refusal::Invalid, "check_answers", {{"measures.risk_band", "from_assessment"}}},
    {"AboveTheRange", "amal", {{"frequency", "daily"}, {"feels_safe", "6"}, {"confidence_in_agencies", "0"}}, Point::Opening, "", Refusal::Invalid, "check_answers",
     {{"measures.feels_safe", "out_of_range"}, {"measures.confidence_in_agencies", "out_of_range"}}},
    {"NotANumber", "amal", {{"frequency", "daily"}, {"feels_safe", "very"}, {"confidence_in_agencies", "2"}}, Point::Opening, "", Refusal::Invalid, "check_answers", {{"measures.feels_safe", "not_a_number"}}},
    {"NoSuchReview", "amal", kBad, Point::Review, "x", Refusal::Invalid, "check_answers", {{"point_id", "not_offered"}}},
};
// clang-format on

TEST(RecordIsRefused, AndChangesNothing) {
    OutcomeWorld world;
    auto const before = world.records();
    for (auto const& row : kRefused) {
        auto const done = world.as(row.actor, [&](access::Work& work) {
            return record(work, world.catalogue, world.id, row.point, row.point_id, row.given);
        });
        ASSERT_FALSE(done) << row.name;
        EXPECT_EQ(done.error().refusal, row.refusal) << row.name;
        EXPECT_EQ(done.error().code, row.code) << row.name;
        EXPECT_EQ(done.error().fields, row.fields) << row.name;
        EXPECT_EQ(world.records(), before) << row.name;
    }
}

TEST(Goals, AreAgreedAndTheirResultsCounted) {
    OutcomeWorld world;
    auto const agree_one = [&](std::string const& who, NewGoal const& goal) {
        return world.as(who, [&](access::Work& work) { return agree(work, goal); });
    };
    auto const first = agree_one("amal", {world.id, "Sleep through the night", "victim"});
    ASSERT_TRUE(first);
    auto const second = agree_one("amal", {world.id, "The yard is lit", "partners"});
    ASSERT_TRUE(second);
    EXPECT_EQ(world.core("goals_agreed"), "2");

    auto const settle = [&](std::string const& who, GoalResult const& result) {
        return world.as(
            who, [&](access::Work& work) { return record_result(work, world.catalogue, result); });
    };
    EXPECT_EQ(settle("amal", {world.id, *first, 1, ""}).error().fields,
              (std::vector<FieldError>{{"result", "required"}}));
    EXPECT_EQ(settle("amal", {world.id, *first, 1, "splendid"}).error().fields,
              (std::vector<FieldError>{{"result", "not_offered"}}));
    EXPECT_EQ(settle("amal", {world.id, {"x"}, 1, "met"}).error().code, "no_such_goal");
    EXPECT_EQ(settle("bea", {world.id, *first, 1, "met"}).error().code, "no_such_case");
    EXPECT_EQ(settle("amal", {world.id, *first, 7, "met"}).error().refusal, Refusal::Stale);
    auto const met = settle("amal", {world.id, *first, 1, "met"});
    ASSERT_TRUE(met);
    EXPECT_EQ(*met, 2);
    EXPECT_EQ(world.core("goals_met"), "1");
    EXPECT_EQ(world.core("goals_not_known"), "1");

    EXPECT_EQ(agree_one("amal", {world.id, " ", ""}).error().fields,
              (std::vector<FieldError>{{"description", "required"}, {"agreed_with", "required"}}));
    EXPECT_EQ(
        agree_one("amal", {world.id, std::string(1001, 'x'), "friends"}).error().fields,
        (std::vector<FieldError>{{"description", "too_long"}, {"agreed_with", "not_offered"}}));
    EXPECT_EQ(agree_one("amal", {world.id, "\x01", "victim"}).error().fields,
              (std::vector<FieldError>{{"description", "not_clean_text"}}));
    EXPECT_EQ(agree_one("dpo", {world.id, "x", "victim"}).error().code, "not_allowed");
    EXPECT_EQ(agree_one("bea", {world.id, "x", "victim"}).error().code, "no_such_case");
    ASSERT_TRUE(settle("amal", {world.id, *second, 1, "not_known"}));
    EXPECT_EQ(world.core("goals_not_known"), "1");
    world.assess("closing", false);
    ASSERT_TRUE(world.close_it(world.good()));
    // What is heard later is put right.
    EXPECT_TRUE(settle("amal", {world.id, *second, 2, "met"}));
    EXPECT_EQ(world.core("goals_met"), "2");
    EXPECT_EQ(world.core("goals_not_known"), "0");
    EXPECT_EQ(agree_one("amal", {world.id, "x", "victim"}).error().code, "case_closed");
    EXPECT_EQ(world.record_opening(world.bad()).error().code, "case_closed");
}

std::vector<Demand> demand_as(OutcomeWorld& world, std::string const& who) {
    return *world.as(who,
                     [&](access::Work& work) { return demand(work, world.catalogue, world.id); });
}
void open_followed(OutcomeWorld& world) {
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return follow_opening(work, world.catalogue, world.id);
    }));
}
DemandCounted housekeeping(OutcomeWorld& world) {
    store::Transaction tx = world.database().begin(
        store::Mode::Write, store::Deadline::after(std::chrono::seconds{20}));
    auto work = access::Gate::for_system(tx, world.partnership(), world.clock, "housekeeping");
    auto const counted = count_demand_due(work, world.catalogue);
    access::Gate::finish(work);
    return *counted;
}

// The case opens on 2 February 2026, so the months before are November to January.
TEST(Demand, BeforeIsCountedFromWholeMonthsAtTheCasesPlaces) {
    OutcomeWorld world;
    world.import_months({"2025-10", "2025-11", "2025-12", "2025-12", "2026-01", "2026-02"});
    world.import_months({"2025-12"}, -0.5);  // out of reach
    open_followed(world);
    auto const before = demand_as(world, "amal")[0];
    EXPECT_TRUE(before.recorded.available);
    EXPECT_EQ(before.recorded.count, 4);
    EXPECT_EQ(before.reported.count, 0);
    EXPECT_EQ(before.months, (std::vector<std::string>{"2025-11", "2025-12", "2026-01"}));
    EXPECT_EQ(before.recorded.from_on, make_date(2025, 11, 1));
    EXPECT_EQ(before.recorded.to_on, make_date(2026, 1, 31));
    EXPECT_EQ(before.reported.from_on, make_date(2025, 11, 4));  // 90 days
    EXPECT_EQ(before.reported.to_on, make_date(2026, 2, 1));
    auto const after = demand_as(world, "amal")[1];
    EXPECT_FALSE(after.recorded.available);
    EXPECT_FALSE(after.reported.available);
    EXPECT_EQ(after.recorded.from_on, std::nullopt);
    EXPECT_EQ(after.recorded.count, std::nullopt);
}

TEST(Demand, WithAMonthMissingIsNotAvailableUntilItIsImported) {
    OutcomeWorld world;
    world.import_months({"2025-11", "2026-01"});
    open_followed(world);
    auto const before = demand_as(world, "amal")[0];
    EXPECT_FALSE(before.recorded.available);
    EXPECT_EQ(before.recorded.count, std::nullopt);
    EXPECT_TRUE(before.reported.available);
    EXPECT_EQ(before.reported.count, 0);
    EXPECT_EQ(housekeeping(world).waiting, 1);
    world.import_months({"2025-12"});
    EXPECT_EQ(housekeeping(world).counted, 1);
    EXPECT_EQ(demand_as(world, "amal")[0].recorded.count, 3);
    EXPECT_EQ(housekeeping(world).counted, 0);
}

TEST(Demand, WithoutAPositionHasNoRecordedCount) {
    OutcomeWorld world;
    world.id = world.open_case({}, {});
    open_followed(world);
    auto const before = demand_as(world, "amal")[0];
    EXPECT_TRUE(before.recorded.available);
    EXPECT_EQ(before.recorded.count, std::nullopt);
    EXPECT_TRUE(before.months.empty());
}

TEST(Demand, AfterIsCountedWhenItsMonthsHavePassed) {
    OutcomeWorld world;
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return cases::bring_in_partner(work, {.case_id = world.id,
                                              .agency_id = world.agency("police"),
                                              .reason = "Patrols",
                                              .terms = world.terms()});
    }));
    world.import_months({"2025-11", "2025-12", "2026-01"});
    open_followed(world);
    world.assess("closing", false);
    ASSERT_TRUE(world.close_it(world.good()));
    auto after = demand_as(world, "amal")[1];
    EXPECT_FALSE(after.reported.available);
    EXPECT_FALSE(after.recorded.available);
    EXPECT_EQ(after.reported.count, std::nullopt);
    EXPECT_EQ(after.reported.available_from, make_date(2026, 5, 4));
    EXPECT_EQ(after.recorded.available_from, make_date(2026, 6, 1));

    world.clock = clock_at(start_of_london_day(make_date(2026, 4, 10)));
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return cases::add_incident(
            work, {.case_id = world.id, .happened_at = world.clock.now, .body = "Shouting again"});
    }));
    EXPECT_EQ(housekeeping(world).counted, 0);  // the window has not passed
    world.clock = clock_at(start_of_london_day(make_date(2026, 6, 1)));
    world.import_months({"2026-03", "2026-03", "2026-04"});
    EXPECT_EQ(housekeeping(world).waiting, 1);  // May was not imported
    world.import_months({"2026-05"});
    EXPECT_EQ(housekeeping(world).counted, 1);
    after = demand_as(world, "amal")[1];
    EXPECT_TRUE(after.recorded.available);
    EXPECT_EQ(after.recorded.count, 4);
    EXPECT_EQ(after.reported.count, 1);
    // Whoever sees the case sees it, also without the map.
    EXPECT_EQ(demand_as(world, "dpo")[1].recorded.count, 4);
    EXPECT_EQ(demand_as(world, "dpo")[1].reported.count, 1);
    // A partner sees this case and no other: not how much was reported on others.
    EXPECT_EQ(demand_as(world, "carys")[1].recorded.count, 4);
    EXPECT_EQ(demand_as(world, "carys")[1].reported.count, std::nullopt);
}

// Opened and closed on 2 February 2026.
TEST(Demand, ReportedIsCountedOverNinetyDaysAndNotOnTheDayItself) {
    OutcomeWorld world;
    open_followed(world);
    world.assess("closing", false);
    ASSERT_TRUE(world.close_it(world.good()));
    auto const report = [&](std::vector<Date> const& days) {
        for (auto const day : days) {
            auto const noon = start_of_london_day(day) + std::chrono::hours{12};
            ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
                return cases::add_incident(
                    work, {.case_id = world.id, .happened_at = noon, .body = "Shouting"});
            }));
        }
    };
    report({make_date(2025, 11, 3), make_date(2025, 11, 4), make_date(2026, 2, 1)});
    EXPECT_EQ(demand_as(world, "amal")[0].reported.count, 2);

    world.clock = clock_at(start_of_london_day(make_date(2026, 5, 5)));
    report({make_date(2026, 2, 2), make_date(2026, 2, 3), make_date(2026, 5, 3),
            make_date(2026, 5, 4)});
    world.clock = clock_at(start_of_london_day(make_date(2026, 5, 3)));
    EXPECT_FALSE(demand_as(world, "amal")[1].reported.available);
    world.clock = clock_at(start_of_london_day(make_date(2026, 5, 4)));
    auto const both = demand_as(world, "amal");
    EXPECT_EQ(both[1].reported.count, 2);
    EXPECT_EQ(both[0].reported.count, 2);
    // Months still to come hold nothing back.
    EXPECT_FALSE(both[1].recorded.available);
}

TEST(Demand, OfACaseOpenedAgainIsNotCountedAfter) {
    OutcomeWorld world;
    open_followed(world);
    world.assess("closing", false);
    auto const closed = world.close_it(world.good());
    ASSERT_TRUE(closed);
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return cases::reopen(work, world.catalogue,
                             {.id = world.id, .revision = *closed, .reason = "It came back"});
    }));
    world.clock = clock_at(start_of_london_day(make_date(2026, 6, 1)));
    world.import_months({"2025-11", "2025-12", "2026-01", "2026-03", "2026-04", "2026-05"});
    housekeeping(world);
    EXPECT_EQ(world.value("SELECT count(*) FROM outcome_demand WHERE span = 'after'"), "0");
}

TEST(Demand, IsNotForStrangersNorItsHousekeepingForThoseWithoutTheMap) {
    OutcomeWorld world;
    auto const stranger = world.as(
        "bea", [&](access::Work& work) { return demand(work, world.catalogue, world.id); });
    EXPECT_EQ(stranger.error().code, "no_such_case");
    auto const without = world.as(
        "dpo", [&](access::Work& work) { return count_demand_due(work, world.catalogue); });
    EXPECT_EQ(without.error().code, "not_allowed");
}

}  // namespace

}  // namespace waymark::outcomes
