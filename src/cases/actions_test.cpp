// What the plan of a case promises.

#include "case_world_test.h"

namespace waymark::cases {

namespace {

TEST(Action, IsPlannedChangedAndEnded) {
    CaseWorld world;
    world.bring_in("police");
    auto const id = world.add_action_as("amal", "police");
    EXPECT_EQ(world.value("SELECT due_on FROM case_due WHERE kind = 'action' LIMIT 1"),
              "2026-02-09");

    auto plan = world.plan("police");
    plan.owner_user_id = world.user("carys");
    plan.tool = "warning_letter";
    plan.due_on = add_days(world.clock.today, 14);
    plan.remind_on = add_days(world.clock.today, 10);
    EXPECT_EQ(*world.as("amal",
                        [&](access::Work& work) {
                            return update_action(work, world.catalogue, world.id, id, 1, plan);
                        }),
              2);
    world.pass_days(3);
    EXPECT_EQ(*world.as("carys",
                        [&](access::Work& work) {
                            return record_result(
                                work, world.catalogue,
                                {.case_id = world.id,
                                 .id = id,
                                 .revision = 2,
                                 .result = "overtaken_by_events",
                                 .result_note = "He moved away",
                                 .completed_on = add_days(work.clock().today, -1)});
                        }),
              3);

    auto const all = *world.as("amal", [&](access::Work& work) { return actions(work, world.id); });
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].owner_user_id, world.user("carys"));
    EXPECT_EQ(all[0].tool, plan.tool);
    EXPECT_EQ(all[0].remind_on, plan.remind_on);
    EXPECT_EQ(all[0].result, "overtaken_by_events");
    EXPECT_EQ(all[0].result_note, "He moved away");
    EXPECT_EQ(all[0].completed_on, add_days(world.clock.today, -1));
    EXPECT_EQ(world.value("SELECT count(*) FROM case_due WHERE kind = 'action'"), "0");
    EXPECT_EQ(world.story(),
              "opened person person place partner action_added action_changed action_done ");
}

TEST(Action, MayKeepADueDateThatHasPassedAndAToolThatWasWithdrawn) {
    CaseWorld world;
    auto const id = world.add_action_as("amal", "council");
    world.run("UPDATE case_action SET tool = 'antisocial_behaviour_order'");
    auto plan = world.plan("council");
    plan.tool = "antisocial_behaviour_order";
    plan.description = "Visit twice";
    world.pass_days(30);
    EXPECT_TRUE(world.as("amal", [&](access::Work& work) {
        return update_action(work, world.catalogue, world.id, id, 1, plan);
    }));
}

TEST(Action, ListsGiveWhatIsMineMyAgencysAndLateInAHub) {
    CaseWorld world;
    world.bring_in("police");
    auto plan = world.plan("police");
    auto const add = [&](int days, std::optional<UserId> owner) {
        plan.due_on = add_days(world.clock.today, days);
        plan.owner_user_id = owner;
        return *world.as("amal", [&](access::Work& work) {
            return add_action(work, world.catalogue, world.id, plan);
        });
    };
    auto const reference = world.column("reference");
    auto const later = add(9, world.user("carys"));
    auto const sooner = add(3, world.user("carys"));
    auto const nobodys = add(5, std::nullopt);
    auto const ended = add(1, world.user("carys"));
    world.add_action_as("amal", "council");
    world.as("carys", [&](access::Work& work) {
        return *record_result(work, world.catalogue,
                              {.case_id = world.id, .id = ended, .revision = 1, .result = "done"});
    });
    world.pass_days(5);

    world.as("carys", [&](access::Work& work) {
        auto const mine = *my_open(work, 10);
        EXPECT_EQ(mine.total, 2);
        EXPECT_EQ(mine.rows.at(0).action.id, sooner);
        EXPECT_EQ(mine.rows.at(1).action.id, later);
        EXPECT_EQ(mine.rows.at(0).reference, reference);
        EXPECT_EQ(my_open(work, 1)->rows.size(), 1U);
        EXPECT_EQ(my_open(work, 1)->total, 2);
        EXPECT_EQ(my_open(work, 1)->overdue, 1);
        EXPECT_EQ(agency_open(work, std::nullopt, 10)->total, 3);
        EXPECT_EQ(unnamed_of_agency(work, 10)->total, 1);
        EXPECT_EQ(unnamed_of_agency(work, 10)->overdue, 0);  // due today
        EXPECT_EQ(unnamed_of_agency(work, 10)->rows.at(0).action.id, nobodys);
        EXPECT_EQ(unnamed_of_agency(work, 10)->rows.at(0).reference, reference);
        EXPECT_EQ(agency_open(work, work.clock().today, 10)->total, 2);
        EXPECT_EQ(agency_open(work, work.clock().today, 10)->rows.at(1).action.id, nobodys);
        return 0;
    });
    world.as("amal", [&](access::Work& work) {
        EXPECT_EQ(overdue_in(work, world.area("SCA"), 10)->total, 1);
        EXPECT_EQ(overdue_in(work, world.area("SCA"), 10)->rows.at(0).action.id, sooner);
        EXPECT_EQ(overdue_in(work, world.area("HAR"), 10)->total, 0);
        return 0;
    });
    // A stranger of the same agency as the owner of an action, and one who asks for the hub.
    world.as("bea", [&](access::Work& work) {
        EXPECT_EQ(unnamed_of_agency(work, 10)->total, 0);
        EXPECT_EQ(agency_open(work, std::nullopt, 10)->total, 0);
        EXPECT_TRUE(agency_open(work, std::nullopt, 10)->rows.empty());
        EXPECT_EQ(overdue_in(work, world.area("SCA"), 10)->total, 0);
        EXPECT_TRUE(overdue_in(work, world.area("SCA"), 10)->rows.empty());
        return 0;
    });
}

TEST(Action, OfAnEndedPartnerDoesNotShowTheCaseToItsOwner) {
    CaseWorld world;
    auto const partner = world.bring_in("police", world.team("police_sca"));
    auto plan = world.plan("police");
    plan.owner_user_id = world.user("carys");
    world.as("amal", [&](access::Work& work) {
        return *add_action(work, world.catalogue, world.id, plan);
    });
    world.run("UPDATE case_partner SET to_on = '2026-02-02'");
    world.run(
        "DELETE FROM case_scope WHERE scope = (SELECT number FROM access_scope "
        "WHERE entity_id = '" +
        world.team("police_sca").value + "')");
    EXPECT_FALSE(partner.empty());
    EXPECT_EQ(world.as("carys", [&](access::Work& work) { return my_open(work, 10)->total; }), 0);
}

Error planned(CaseWorld& world, access::Work& work, char const* agency,
              void (*change)(CaseWorld&, ActionPlan&)) {
    auto plan = world.plan(agency);
    change(world, plan);
    return error_of(add_action(work, world.catalogue, world.id, plan));
}

void as_is(CaseWorld&, ActionPlan&) {}

Error ended(CaseWorld& world, access::Work& work, void (*change)(ActionResult&)) {
    ActionResult request{.case_id = world.id,
                         .id = {world.value("SELECT min(id) FROM case_action")},
                         .revision = 1,
                         .result = "done"};
    change(request);
    return error_of(record_result(work, world.catalogue, request));
}

void with_action(CaseWorld& world) {
    world.add_action_as("amal", "council");
}

// clang-format off
RefusalCase const kRefusals[] = {
    {"PlannedByAStranger", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return planned(w, work, "council", as_is); },
     Refusal::NotFound, "no_such_case", {}},
    {"PlannedByAReader", "dpo", nothing,
     [](CaseWorld& w, access::Work& work) { return planned(w, work, "council", as_is); },
     Refusal::Forbidden, "not_allowed", {}},
    {"PlannedByAPartnerForSomebodyElse", "carys", [](CaseWorld& w) { w.bring_in("police"); },
     [](CaseWorld& w, access::Work& work) { return planned(w, work, "council", as_is); },
     Refusal::Forbidden, "not_your_agency", {}},
    {"PlannedInAClosedCase", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return planned(w, work, "council", as_is); },
     Refusal::Conflict, "case_closed", {}},
    {"PlannedForAnAgencyThatIsNotInTheCase", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return planned(w, work, "police", as_is); },
     Refusal::Invalid, "check_answers", {{"owner_agency_id", "not_in_case"}}},
    {"PlannedForAPartnerThatHasLeft", "amal",
     [](CaseWorld& w) { auto const id = w.bring_in("police");
         w.as("amal", [&](access::Work& work) { return bool(end_partner(work, w.id, id, 1)); }); },
     [](CaseWorld& w, access::Work& work) { return planned(w, work, "police", as_is); },
     Refusal::Invalid, "check_answers", {{"owner_agency_id", "not_in_case"}}},
    {"PlannedWithEveryMistake", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return planned(w, work, "council", [](CaseWorld& world, ActionPlan& p) {
         p.tool = "magic"; p.description = ""; p.owner_user_id = world.user("dev");
         p.due_on = make_date(2026, 2, 1); p.remind_on = make_date(2026, 2, 2); }); },
     Refusal::Invalid, "check_answers",
     {{"tool", "not_offered"}, {"description", "required"}, {"owner_user_id", "not_in_agency"},
      {"due_on", "in_the_past"}, {"remind_on", "after_due"}}},
    {"ChangedByAPartner", "carys", [](CaseWorld& w) { w.bring_in("police"); with_action(w); },
     [](CaseWorld& w, access::Work& work) {
         return error_of(update_action(work, w.catalogue, w.id, {w.value("SELECT id FROM case_action")}, 1, w.plan("police"))); },
     Refusal::Forbidden, "not_your_agency", {}},
    {"PassedOnByAPartner", "carys", [](CaseWorld& w) { w.bring_in("police"); w.add_action_as("amal", "police"); },
     [](CaseWorld& w, access::Work& work) {
         return error_of(update_action(work, w.catalogue, w.id, {w.value("SELECT id FROM case_action")}, 1, w.plan("council"))); },
     Refusal::Forbidden, "not_your_agency", {}},
    {"ChangedThatIsNone", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(update_action(work, w.catalogue, w.id, {"none"}, 1, w.plan("council"))); },
     Refusal::NotFound, "no_such_action", {}},
    {"ChangedOfAnotherCase", "amal",
     [](CaseWorld& w) { with_action(w);
         w.id = *w.as("amal", [&](access::Work& work) { return open(work, w.catalogue, w.well_formed()); }); },
     [](CaseWorld& w, access::Work& work) { return ended(w, work, [](ActionResult&) {}); },
     Refusal::NotFound, "no_such_action", {}},
    {"ChangedThatChanged", "amal", with_action,
     [](CaseWorld& w, access::Work& work) {
         return error_of(update_action(work, w.catalogue, w.id, {w.value("SELECT id FROM case_action")}, 2, w.plan("council"))); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"MovedIntoThePast", "amal", with_action,
     [](CaseWorld& w, access::Work& work) {
         auto plan = w.plan("council");
         plan.due_on = make_date(2026, 2, 1);
         return error_of(update_action(work, w.catalogue, w.id, {w.value("SELECT id FROM case_action")}, 1, plan)); },
     Refusal::Invalid, "check_answers", {{"due_on", "in_the_past"}}},
    {"EndedTwice", "amal",
     [](CaseWorld& w) { with_action(w);
         w.as("amal", [&](access::Work& work) { return ended(w, work, [](ActionResult&) {}); }); },
     [](CaseWorld& w, access::Work& work) { return ended(w, work, [](ActionResult& r) { r.revision = 2; }); },
     Refusal::Conflict, "action_has_result", {}},
    {"EndedWithoutSayingWhy", "amal", with_action,
     [](CaseWorld& w, access::Work& work) { return ended(w, work, [](ActionResult& r) {
         r.result = "not_done_by_agency"; r.completed_on = make_date(2026, 2, 3); }); },
     Refusal::Invalid, "check_answers", {{"result_note", "required"}, {"completed_on", "in_the_future"}}},
    {"EndedWithNoResult", "amal", with_action,
     [](CaseWorld& w, access::Work& work) { return ended(w, work, [](ActionResult& r) { r.result = ""; r.result_note = "x"; }); },
     Refusal::Invalid, "check_answers", {{"result", "required"}}},
    {"EndedWithAnUnknownResult", "amal", with_action,
     [](CaseWorld& w, access::Work& work) { return ended(w, work, [](ActionResult& r) { r.result = "nearly"; r.result_note = "x"; }); },
     Refusal::Invalid, "check_answers", {{"result", "not_offered"}}},
    {"EndedThatChanged", "amal", with_action,
     [](CaseWorld& w, access::Work& work) { return ended(w, work, [](ActionResult& r) { r.revision = 3; }); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"ListedForAnAdministrator", "admin", nothing,
     [](CaseWorld&, access::Work& work) { return error_of(my_open(work, 10)); },
     Refusal::Forbidden, "not_allowed", {}},
};
// clang-format on

class ActionIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(ActionIsRefused, AndChangesNothing) {
    expect_refused(GetParam());
}

INSTANTIATE_TEST_SUITE_P(When, ActionIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::cases
