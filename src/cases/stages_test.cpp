// What moving, closing, reopening and transferring a case promise.

#include "case_world_test.h"

#include "foundation/text.h"

#include <fstream>

namespace waymark::cases {

namespace {

// One line of tests/scenarios/cases_stages.tsv, which practitioners own.
struct Scenario {
    std::string programme, stage, asked, expect, because;
};

std::vector<Scenario> scenarios() {
    std::ifstream file(source_path("tests/scenarios/cases_stages.tsv"));
    std::string line;
    std::getline(file, line);
    EXPECT_EQ(line, "programme\tstage\tasked\texpect\tbecause");
    std::vector<Scenario> all;
    while (std::getline(file, line)) {
        auto const cells = split(line, '\t');
        EXPECT_EQ(cells.size(), 5U) << line;
        all.push_back({cells.at(0), cells.at(1), cells.at(2), cells.at(3), cells.at(4)});
    }
    return all;
}

TEST(ChangeStage, FollowsTheScenariosOfPractitioners) {
    auto const all = scenarios();
    ASSERT_GE(all.size(), 20U);
    CaseWorld world;
    for (auto const& row : all) {
        // The place programme has no extension of Scarborough's.
        std::string const extension = row.programme == "antisocial_behaviour" ? "SCA/2026" : "";
        world.run("UPDATE case_record SET stage = '" + row.stage + "', programme_code = '" +
                  row.programme + "', extension_version = '" + extension + "'");
        auto work = world.work_as("amal");
        auto const moved = change_stage(work, world.catalogue,
                                        {.id = world.id, .revision = 1, .stage = row.asked});
        auto const outcome = moved                          ? "moved"
                             : moved.error().fields.empty() ? moved.error().code
                                                            : moved.error().fields[0].code;
        EXPECT_EQ(outcome, row.expect) << row.stage << " to " << row.asked << ": " << row.because;
    }
}

TEST(ChangeStage, IsKeptWithItsReasonAndTold) {
    CaseWorld world;
    world.as("amal", [&](access::Work& work) {
        return *change_stage(
            work, world.catalogue,
            {.id = world.id, .revision = 1, .stage = "assessing", .reason = "Risk seems high"});
    });

    auto const history =
        *world.as("marek", [&](access::Work& work) { return stage_history(work, world.id); });
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].from_stage, "");
    EXPECT_EQ(history[0].to_stage, "opened");
    EXPECT_EQ(history[1].from_stage, "opened");
    EXPECT_EQ(history[1].to_stage, "assessing");
    EXPECT_EQ(history[1].reason, "Risk seems high");
    EXPECT_EQ(history[1].changed_by, world.user("amal"));
    EXPECT_EQ(world.column("stage"), "assessing");
    EXPECT_EQ(world.revision(), 2);
    EXPECT_EQ(world.story(), "opened person person place stage ");
}

TEST(CloseCase, RecordsTheClosingAndEndsWhatFallsDue) {
    CaseWorld world;
    world.close_it();

    auto const found = *world.as("amal", [&](access::Work& work) { return find(work, world.id); });
    EXPECT_FALSE(found.is_open);
    EXPECT_EQ(found.stage, "closed");
    ASSERT_TRUE(found.closing);
    EXPECT_EQ(found.closing->closing_reason, "resolved_early_intervention");
    EXPECT_EQ(found.closing->victim_told, "told");
    EXPECT_EQ(found.closing->closed_on, world.clock.today);
    EXPECT_EQ(world.value("SELECT count(*) FROM case_due"), "0");
    EXPECT_EQ(world.story(), "opened person person place risk stage closed ");
    EXPECT_NE(world.audit_trail().find("amal case.close case resolved_early_intervention\n"),
              std::string::npos);
    auto const kept =
        *world.as("amal", [&](access::Work& work) { return answers(work, world.id); });
    EXPECT_EQ(kept.at("person_agrees_to_close"), std::vector<std::string>{"yes"});
}

TEST(CloseCase, NamesEveryObstacleAtOnce) {
    CaseWorld world;
    world.assess_as("amal", "opening", true);
    world.add_action_as("amal", "council");
    world.run("UPDATE case_record SET stage = 'closed'");
    world.pass_days(8);
    auto const request = world.closing();

    auto const error = world.as("amal", [&](access::Work& work) {
        return error_of(close(work, world.catalogue, request));
    });

    EXPECT_EQ(error.refusal, Refusal::Conflict);
    EXPECT_EQ(error.code, "cannot_close");
    EXPECT_EQ(error.fields, (std::vector<FieldError>{{"open_actions", "obstacle"},
                                                     {"risk_reassessment_due", "obstacle"},
                                                     {"no_closing_risk", "obstacle"},
                                                     {"stage_not_next", "obstacle"}}));
}

TEST(CloseCase, IsNotHeldUpByAnotherCaseOrByWhatHasEnded) {
    CaseWorld world;
    auto const other = *world.as("amal", [&](access::Work& work) {
        auto const id = *open(work, world.catalogue, world.well_formed());
        EXPECT_TRUE(add_action(work, world.catalogue, id, world.plan("council")));
        return Result<CaseId>{id};
    });
    auto const action = world.add_action_as("amal", "council");
    world.as("amal", [&](access::Work& work) {
        return *record_result(work, world.catalogue,
                              {.case_id = world.id, .id = action, .revision = 1, .result = "done"});
    });
    // The day by which to assess again is still in time.
    world.assess_as("amal", "closing");
    world.pass_days(56);
    auto const request = world.closing();
    EXPECT_TRUE(world.as(
        "amal", [&](access::Work& work) { return close(work, world.catalogue, request); }));

    // The other one has an action, and no assessment of its own.
    auto const error = world.as("amal", [&](access::Work& work) {
        auto asked = request;
        asked.id = other;
        return error_of(close(work, world.catalogue, asked));
    });
    EXPECT_EQ(error.fields, (std::vector<FieldError>{{"open_actions", "obstacle"},
                                                     {"no_closing_risk", "obstacle"}}));
}

TEST(ReopenCase, KeepsTheStoryAndAsksForANewClosingAssessment) {
    CaseWorld world;
    world.close_it();
    world.pass_days(10);
    auto const reopened = world.as("amal", [&](access::Work& work) {
        return reopen(work, world.catalogue,
                      {.id = world.id, .revision = 3, .reason = "It started again"});
    });

    ASSERT_TRUE(reopened);
    auto const found = *world.as("amal", [&](access::Work& work) { return find(work, world.id); });
    EXPECT_TRUE(found.is_open);
    EXPECT_EQ(found.stage, "assessing");
    EXPECT_EQ(found.times_reopened, 1);
    EXPECT_FALSE(found.closing);
    EXPECT_EQ(found.next_review_on, add_days(world.clock.today, 28));
    EXPECT_EQ(world.story(), "opened person person place risk stage closed reopened stage ");

    world.pass_days(1);
    auto const request = world.closing();
    auto const try_to_close = [&] {
        return world.as("amal", [&](access::Work& work) {
            return error_of(close(work, world.catalogue, request));
        });
    };
    EXPECT_EQ(try_to_close().fields, (std::vector<FieldError>{{"no_closing_risk", "obstacle"}}));
    world.assess_as("amal", "closing");
    EXPECT_EQ(try_to_close().code, "changed_by_someone_else");
}

TEST(TransferCase, MovesWhoMaySeeItItsPlanPeopleAndPlaces) {
    CaseWorld world;
    world.bring_in("police", world.team("police_sca"));
    world.add_action_as("amal", "council");
    auto const reference = world.column("reference");
    EXPECT_FALSE(world.sees("bea"));

    auto const moved = world.as("marek", [&](access::Work& work) {
        return transfer(work, {.id = world.id,
                               .revision = 1,
                               .area_id = world.area("HAR"),
                               .reason = "Moved house",
                               .consent = "given",
                               .lead_agency_id = world.agency("council"),
                               .lead_user_id = world.user("bea")});
    });

    ASSERT_TRUE(moved);
    EXPECT_EQ(*moved, 2);
    EXPECT_TRUE(world.sees("bea"));
    EXPECT_TRUE(world.sees("carys"));
    EXPECT_TRUE(world.sees("helen"));
    EXPECT_FALSE(world.sees("amal"));
    EXPECT_FALSE(world.sees("marek"));
    world.as("bea", [&](access::Work& work) {
        EXPECT_EQ(people::summaries(work, {world.vic, world.alan}).size(), 2U);
        EXPECT_EQ(places::summaries(work, {world.home}).size(), 1U);
        EXPECT_EQ(find(work, world.id)->reference, reference);
        EXPECT_EQ(find(work, world.id)->area_code, "HAR");
        return 0;
    });
    EXPECT_EQ(world.value("SELECT area_id FROM case_action"), world.area("HAR").value);
    EXPECT_EQ(world.value("SELECT consent FROM case_transfer"), "given");
    EXPECT_EQ(world.story(), "opened person person place partner action_added transfer lead ");
}

TransferRequest moving(CaseWorld& world) {
    return {.id = world.id,
            .revision = 1,
            .area_id = world.area("HAR"),
            .reason = "Moved house",
            .consent = "given",
            .lead_agency_id = world.agency("council")};
}

Error closed(CaseWorld& world, access::Work& work, void (*change)(CloseRequest&)) {
    CloseRequest request{
        .id = world.id,
        .revision = 2,
        .closing_reason = "resolved_early_intervention",
        .closing_summary = "It has stopped.",
        .victim_told = "told",
        .answers = {{"case_review_explained", {"yes"}}, {"person_agrees_to_close", {"yes"}}}};
    change(request);
    return error_of(close(work, world.catalogue, request));
}

void ready_to_close(CaseWorld& world) {
    world.assess_as("amal", "closing");
}

// clang-format off
RefusalCase const kRefusals[] = {
    {"MovingIsNotForPartners", "carys", [](CaseWorld& w) { w.bring_in("police"); },
     [](CaseWorld& w, access::Work& work) { return error_of(change_stage(work, w.catalogue, {w.id, 1, "assessing"})); },
     Refusal::Forbidden, "not_allowed", {}},
    {"MovingIsNotForStrangers", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(change_stage(work, w.catalogue, {w.id, 1, "assessing"})); },
     Refusal::NotFound, "no_such_case", {}},
    {"MovingWhatChanged", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(change_stage(work, w.catalogue, {w.id, 2, "assessing"})); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"MovingAClosedCase", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return error_of(change_stage(work, w.catalogue, {w.id, 3, "assessing"})); },
     Refusal::Conflict, "case_closed", {}},
    {"ClosingIsNotForPartners", "carys", [](CaseWorld& w) { w.bring_in("police"); ready_to_close(w); },
     [](CaseWorld& w, access::Work& work) { return closed(w, work, [](CloseRequest&) {}); },
     Refusal::Forbidden, "not_allowed", {}},
    {"ClosingIsNotForStrangers", "bea", ready_to_close,
     [](CaseWorld& w, access::Work& work) { return closed(w, work, [](CloseRequest&) {}); },
     Refusal::NotFound, "no_such_case", {}},
    {"ClosingTwice", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return closed(w, work, [](CloseRequest& c) { c.revision = 3; }); },
     Refusal::Conflict, "case_closed", {}},
    {"ClosingWhatChanged", "amal", ready_to_close,
     [](CaseWorld& w, access::Work& work) { return closed(w, work, [](CloseRequest& c) { c.revision = 1; }); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"ClosingForAReasonOfAnotherProgramme", "amal", ready_to_close,
     [](CaseWorld& w, access::Work& work) { return closed(w, work, [](CloseRequest& c) { c.closing_reason = "resolved_place_changed"; }); },
     Refusal::Invalid, "check_answers", {{"closing_reason", "not_offered"}}},
    {"ClosingWithEveryMistake", "amal", ready_to_close,
     [](CaseWorld& w, access::Work& work) { return closed(w, work, [](CloseRequest& c) {
         c.closing_reason = ""; c.closing_summary = ""; c.victim_told = "perhaps"; c.answers = {};
         c.closed_on = make_date(2026, 2, 3); }); },
     Refusal::Invalid, "check_answers",
     {{"closing_reason", "required"}, {"closing_summary", "required"}, {"victim_told", "not_offered"},
      {"closed_on", "in_the_future"}, {"answers.case_review_explained", "required"},
      {"answers.person_agrees_to_close", "required"}}},
    {"ClosingBeforeItWasOpened", "amal", ready_to_close,
     [](CaseWorld& w, access::Work& work) { return closed(w, work, [](CloseRequest& c) { c.closed_on = make_date(2026, 2, 1); c.victim_told = ""; }); },
     Refusal::Invalid, "check_answers", {{"victim_told", "required"}, {"closed_on", "before_opening"}}},
    {"ReopeningAnOpenCase", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(reopen(work, w.catalogue, {w.id, 1, "Again"})); },
     Refusal::Conflict, "case_is_open", {}},
    {"ReopeningIsNotForStrangers", "bea", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return error_of(reopen(work, w.catalogue, {w.id, 3, "Again"})); },
     Refusal::NotFound, "no_such_case", {}},
    {"ReopeningWithMistakes", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return error_of(reopen(work, w.catalogue, {w.id, 3, "", "opened"})); },
     Refusal::Invalid, "check_answers", {{"reason", "required"}, {"stage", "not_offered"}}},
    {"ReopeningWhatChanged", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return error_of(reopen(work, w.catalogue, {w.id, 2, "Again"})); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"TransferWithoutConsent", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { auto r = moving(w); r.consent = "refused"; return error_of(transfer(work, r)); },
     Refusal::Conflict, "consent_refused", {}},
    {"TransferToWhereItIs", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { auto r = moving(w); r.area_id = w.area("SCA"); return error_of(transfer(work, r)); },
     Refusal::Conflict, "same_area", {}},
    {"TransferOfAClosedCase", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return error_of(transfer(work, moving(w))); },
     Refusal::Conflict, "case_closed", {}},
    {"TransferIsNotForPartners", "carys", [](CaseWorld& w) { w.bring_in("police"); },
     [](CaseWorld& w, access::Work& work) { return error_of(transfer(work, moving(w))); },
     Refusal::Forbidden, "not_allowed", {}},
    {"TransferWithMistakes", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         auto r = moving(w);
         r.area_id = {"none"}; r.reason = ""; r.consent = ""; r.lead_user_id = w.user("dev");
         return error_of(transfer(work, r)); },
     Refusal::Invalid, "check_answers",
     {{"area_id", "not_offered"}, {"reason", "required"}, {"consent", "required"}, {"lead_user_id", "not_in_agency"}}},
    {"TransferWithAConsentThatIsNone", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { auto r = moving(w); r.consent = "asked"; return error_of(transfer(work, r)); },
     Refusal::Invalid, "check_answers", {{"consent", "not_offered"}}},
    {"TransferOfWhatChanged", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { auto r = moving(w); r.revision = 9; return error_of(transfer(work, r)); },
     Refusal::Stale, "changed_by_someone_else", {}},
};
// clang-format on

class MovingIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(MovingIsRefused, AndChangesNothing) {
    expect_refused(GetParam());
}

INSTANTIATE_TEST_SUITE_P(When, MovingIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::cases
