// What assessing the risk promises.

#include "case_world_test.h"

namespace waymark::cases {

namespace {

TEST(AssessRisk, GivesTheCaseItsBandScoreAndTheDayToLookAgain) {
    CaseWorld world;
    auto const low = world.assess_as("amal", "opening");
    EXPECT_EQ(low.score, 0);
    EXPECT_EQ(low.band, "standard");
    EXPECT_EQ(low.reassess_by, add_days(world.clock.today, 56));
    EXPECT_EQ(world.column("risk_band"), "standard");

    world.pass_days(1);
    auto const high = world.assess_as("marek", "review", true);
    EXPECT_EQ(high.band, "high");
    EXPECT_GT(high.local_score, 0);
    EXPECT_EQ(world.column("risk_band"), "high");
    EXPECT_EQ(world.column("risk_score"), std::to_string(high.score));
    EXPECT_EQ(world.column("reassess_by"), "2026-02-10");
    EXPECT_EQ(world.revision(), 3);
    EXPECT_EQ(world.story(), "opened person person place risk risk ");
}

TEST(AssessRisk, KeepsTheScoresBandBesideTheOneThatWasSetInstead) {
    CaseWorld world;
    auto const made = *world.as("amal", [&](access::Work& work) {
        auto answers = world.risk_answers();
        return assess(work, world.catalogue,
                      {.case_id = world.id,
                       .point = "opening",
                       .answers = answers,
                       .notes = {{"fear", "Would not say"}},
                       .override_by = Override{"high", "recent_event", "A brick this morning"}});
    });

    EXPECT_EQ(world.column("risk_band"), "high");
    EXPECT_EQ(world.column("reassess_by"), "2026-02-09");
    auto const detail =
        *world.as("amal", [&](access::Work& work) { return risk_detail(work, world.id, made.id); });
    EXPECT_EQ(detail.assessment.scored_band, "standard");
    EXPECT_EQ(detail.assessment.band, "high");
    EXPECT_EQ(detail.assessment.override_reason, "recent_event");
    EXPECT_EQ(detail.assessment.override_note, "A brick this morning");
    EXPECT_EQ(detail.assessment.questionnaire_version, "2026");
    EXPECT_EQ(detail.answers.size(), world.risk_answers().size());
    for (auto const& answer : detail.answers) {
        EXPECT_EQ(answer.answer, world.risk_answers().at(answer.question));
        EXPECT_EQ(answer.note, answer.question == "fear" ? "Would not say" : "");
    }
}

TEST(AssessRisk, KeepsEveryAssessmentOfThisCaseNewestFirst) {
    CaseWorld world;
    auto const other = *world.as("amal", [&](access::Work& work) {
        return open(work, world.catalogue, world.well_formed());
    });
    world.as("amal", [&](access::Work& work) {
        return *assess(work, world.catalogue,
                       {.case_id = other, .point = "opening", .answers = world.risk_answers()});
    });
    auto const first = world.assess_as("amal", "opening");
    world.pass_days(2);
    auto const second = world.assess_as("amal", "closing", true);

    auto const all =
        *world.as("marek", [&](access::Work& work) { return risk_history(work, world.id); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, second.id);
    EXPECT_EQ(all[1].id, first.id);
    EXPECT_EQ(all[0].point, "closing");
}

Error assessed(CaseWorld& world, access::Work& work, void (*change)(NewAssessment&)) {
    NewAssessment request{.case_id = world.id, .point = "opening", .answers = world.risk_answers()};
    change(request);
    return error_of(assess(work, world.catalogue, request));
}

// clang-format off
RefusalCase const kRefusals[] = {
    {"ByAStranger", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return assessed(w, work, [](NewAssessment&) {}); },
     Refusal::NotFound, "no_such_case", {}},
    {"ByAReader", "dpo", nothing,
     [](CaseWorld& w, access::Work& work) { return assessed(w, work, [](NewAssessment&) {}); },
     Refusal::Forbidden, "not_allowed", {}},
    {"OfAClosedCase", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return assessed(w, work, [](NewAssessment&) {}); },
     Refusal::Conflict, "case_closed", {}},
    {"WithEveryMistake", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return assessed(w, work, [](NewAssessment& a) {
         a.point = "now"; a.answers.erase("fear"); a.answers["colour"] = "red"; a.answers["support"] = "blue";
         a.notes["shape"] = "round"; a.notes["fear"] = std::string(2001, 'x');
         a.override_by = Override{"extreme", "", ""}; a.assessed_on = make_date(2026, 2, 3); }); },
     Refusal::Invalid, "check_answers",
     {{"point", "not_offered"}, {"answers.fear", "required"}, {"answers.support", "not_offered"},
      {"answers.colour", "not_asked"}, {"notes.fear", "too_long"}, {"notes.shape", "not_asked"},
      {"override.band", "not_offered"}, {"override.reason", "required"}, {"override.note", "required"},
      {"assessed_on", "in_the_future"}}},
    {"OverriddenForNoReasonOfTheQuestionnaire", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return assessed(w, work, [](NewAssessment& a) {
         a.override_by = Override{"high", "feeling", "Because"}; }); },
     Refusal::Invalid, "check_answers", {{"override.reason", "not_offered"}}},
    {"OlderThanTheLatest", "amal", [](CaseWorld& w) { w.assess_as("amal", "opening"); },
     [](CaseWorld& w, access::Work& work) { return assessed(w, work, [](NewAssessment& a) {
         a.assessed_on = make_date(2026, 2, 1); }); },
     Refusal::Invalid, "check_answers", {{"assessed_on", "before_last"}}},
    {"DetailOfNone", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(risk_detail(work, w.id, {"none"})); },
     Refusal::NotFound, "no_such_assessment", {}},
    {"DetailOfAnotherCases", "amal",
     [](CaseWorld& w) {
         w.assess_as("amal", "opening");
         w.id = *w.as("amal", [&](access::Work& work) { return open(work, w.catalogue, w.well_formed()); }); },
     [](CaseWorld& w, access::Work& work) {
         return error_of(risk_detail(work, w.id, {w.value("SELECT id FROM case_risk")})); },
     Refusal::NotFound, "no_such_assessment", {}},
    {"DetailForAStranger", "bea", [](CaseWorld& w) { w.assess_as("amal", "opening"); },
     [](CaseWorld& w, access::Work& work) {
         return error_of(risk_detail(work, w.id, {w.value("SELECT id FROM case_risk")})); },
     Refusal::NotFound, "no_such_case", {}},
};
// clang-format on

class AssessingIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(AssessingIsRefused, AndChangesNothing) {
    expect_refused(GetParam());
}

INSTANTIATE_TEST_SUITE_P(When, AssessingIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::cases
