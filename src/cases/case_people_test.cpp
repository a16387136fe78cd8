// What bringing people, places and partners into a case promises.

#include "case_world_test.h"

namespace waymark::cases {

namespace {

PersonId another_person(CaseWorld& world) {
    return world.as("amal",
                    [&](access::Work& work) { return CaseWorld::make_person(work, "Wendy"); });
}

TEST(Partner, SeesTheCaseAndWhoIsInItFromThenOnAndNotAfterItEnds) {
    CaseWorld world;
    EXPECT_FALSE(world.sees("carys"));

    auto const partner = world.bring_in("police", world.team("police_sca"));

    EXPECT_TRUE(world.sees("carys"));
    EXPECT_FALSE(world.sees("dev"));
    world.as("carys", [&](access::Work& work) {
        EXPECT_EQ(*count(work, {}), 1);
        EXPECT_EQ(list(work, {}, {}, 10)->rows.size(), 1U);
        EXPECT_FALSE(find(work, world.id)->may_run);
        EXPECT_TRUE(find(work, world.id)->may_work);
        EXPECT_EQ(people::summaries(work, {world.vic, world.alan}).size(), 2U);
        EXPECT_EQ(places::summaries(work, {world.home}).size(), 1U);
        return 0;
    });
    EXPECT_TRUE(world.as(
        "amal", [&](access::Work& work) { return end_partner(work, world.id, partner, 1); }));
    EXPECT_FALSE(world.sees("carys"));
    EXPECT_EQ(world.as("carys", [&](access::Work& work) { return *count(work, {}); }), 0);
    EXPECT_EQ(world.story(), "opened person person place partner partner ");
}

TEST(Partner, BroughtInAsAnAgencyIsOpenedToItsOtherTeamsAndMayBeBoth) {
    CaseWorld world;
    world.bring_in("housing");
    EXPECT_TRUE(world.sees("dev"));
    world.bring_in("housing", world.team("housing"));

    auto const all =
        *world.as("amal", [&](access::Work& work) { return partners(work, world.id); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].agency_name, "Moors Homes");
    EXPECT_EQ(all[0].team_name, "");
    EXPECT_EQ(all[1].team_name, "Tenancy team");
    EXPECT_EQ(all[1].reason, "Knows the street");
    world.as("amal", [&](access::Work& work) {
        return bool(end_partner(work, world.id, all[0].id, all[0].revision));
    });
    EXPECT_TRUE(world.sees("dev"));
}

TEST(Partner, AddsNotesAndEndsOnlyItsOwnActions) {
    CaseWorld world;
    world.bring_in("police");
    auto const theirs = world.add_action_as("amal", "police");
    auto const ours = world.add_action_as("amal", "council");

    world.as("carys", [&](access::Work& work) {
        EXPECT_TRUE(add_note(work, {world.id, "fact", "Seen at the harbour"}));
        EXPECT_TRUE(
            record_result(work, world.catalogue,
                          {.case_id = world.id, .id = theirs, .revision = 1, .result = "done"}));
        EXPECT_EQ(error_of(record_result(
                               work, world.catalogue,
                               {.case_id = world.id, .id = ours, .revision = 1, .result = "done"}))
                      .code,
                  "not_your_agency");
        EXPECT_TRUE(add_action(work, world.catalogue, world.id, world.plan("police")));
        return 0;
    });
}

TEST(PersonInCase, JoinsChangesAndEnds) {
    CaseWorld world;
    world.bring_in("housing");
    auto const wendy = another_person(world);
    auto const row = *world.as("amal", [&](access::Work& work) {
        return add_person(work, world.catalogue, world.id, {wendy, "witness", false, "Saw it"});
    });

    EXPECT_EQ(world.as("dev",
                       [&](access::Work& work) { return people::summaries(work, {wendy}).size(); }),
              1U)
        << "a partner who is in the case already";
    EXPECT_EQ(*world.as("amal",
                        [&](access::Work& work) {
                            return change_person(work, world.catalogue,
                                                 {world.id, row, 1, "reporter", true, "Told us"});
                        }),
              2);
    EXPECT_TRUE(
        world.as("amal", [&](access::Work& work) { return end_person(work, world.id, row, 2); }));

    auto const all = *world.as("amal", [&](access::Work& work) { return people(work, world.id); });
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[2].person_id, wendy);
    EXPECT_EQ(all[2].role, "reporter");
    EXPECT_EQ(all[2].note, "Told us");
    EXPECT_TRUE(all[2].is_subject);
    EXPECT_EQ(all[2].to_on, world.clock.today);
    EXPECT_EQ(all[2].revision, 3);
    EXPECT_EQ(world.story(), "opened person person place partner person person person ");
}

TEST(PersonInCase, MayComeBackInTheSameRole) {
    CaseWorld world;
    auto const all = *world.as("amal", [&](access::Work& work) { return people(work, world.id); });
    world.as("amal", [&](access::Work& work) {
        EXPECT_TRUE(end_person(work, world.id, all[0].id, 1));
        EXPECT_TRUE(add_person(work, world.catalogue, world.id, {all[0].person_id, all[0].role}));
        return 0;
    });
}

TEST(PersonInCase, TakesTheUpdatesAgreedWithThemAlongWithTheLastRole) {
    CaseWorld world;
    auto const second = *world.as("amal", [&](access::Work& work) {
        return add_person(work, world.catalogue, world.id, {world.vic, "reporter"});
    });
    world.as("amal", [&](access::Work& work) {
        return *agree_updates(work, world.catalogue, {world.id, world.vic, "phone", 7});
    });
    EXPECT_EQ(world.column("update_due_on"), "2026-02-09");
    auto const first =
        CasePersonId{world.value("SELECT id FROM case_person WHERE role = 'victim'")};

    world.as("amal",
             [&](access::Work& work) { return bool(end_person(work, world.id, first, 1)); });
    EXPECT_EQ(world.column("update_due_on"), "2026-02-09");
    world.as("amal",
             [&](access::Work& work) { return bool(end_person(work, world.id, second, 1)); });
    EXPECT_EQ(world.column("update_due_on"), "");
    EXPECT_EQ(world.value("SELECT count(*) FROM case_due WHERE kind = 'update'"), "0");
}

TEST(PlaceInCase, JoinsAndEnds) {
    CaseWorld world;
    auto const row = *world.as("amal", [&](access::Work& work) {
        return add_place(work, world.id, {world.home, "where_it_happens"});
    });
    world.as("amal", [&](access::Work& work) { return bool(end_place(work, world.id, row, 1)); });

    auto const all = *world.as("amal", [&](access::Work& work) { return places(work, world.id); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].role, "home_of_victim");
    EXPECT_EQ(all[1].role, "where_it_happens");
    EXPECT_EQ(all[1].to_on, world.clock.today);
}

Error added(CaseWorld& world, access::Work& work, PersonId const& person, std::string role) {
    return error_of(
        add_person(work, world.catalogue, world.id, {person, std::move(role), false, ""}));
}

CasePersonId vics_row(CaseWorld& world) {
    return {world.value("SELECT id FROM case_person WHERE role = 'victim'")};
}

CasePlaceId homes_row(CaseWorld& world) {
    return {world.value("SELECT id FROM case_place")};
}

Error brought_in(CaseWorld& world, access::Work& work, void (*change)(CaseWorld&, NewPartner&)) {
    NewPartner request{.case_id = world.id,
                       .agency_id = world.agency("police"),
                       .reason = "R",
                       .terms = world.terms()};
    change(world, request);
    return error_of(bring_in_partner(work, request));
}

void as_is(CaseWorld&, NewPartner&) {}

// clang-format off
RefusalCase const kRefusals[] = {
    {"AddingIsNotForStrangers", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return added(w, work, w.vic, "witness"); },
     Refusal::NotFound, "no_such_case", {}},
    {"AddingIsNotForReaders", "dpo", nothing,
     [](CaseWorld& w, access::Work& work) { return added(w, work, w.vic, "witness"); },
     Refusal::Forbidden, "not_allowed", {}},
    {"AddingToAClosedCase", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return added(w, work, w.vic, "witness"); },
     Refusal::Conflict, "case_closed", {}},
    {"AddingTwice", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return added(w, work, w.vic, "victim"); },
     Refusal::Conflict, "already_in_case", {}},
    {"AddingNobodyInNoRole", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return added(w, work, {"none"}, "friend"); },
     Refusal::Invalid, "check_answers", {{"person_id", "not_found"}, {"role", "not_offered"}}},
    {"AddingWithANoteTooLong", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(add_person(work, w.catalogue, w.id, {w.vic, "witness", false, std::string(501, 'x')})); },
     Refusal::Invalid, "check_answers", {{"note", "too_long"}}},
    // Somebody whom only the other hub knows: a case cannot be used to find out.
    {"AddingSomebodyOfAnotherHub", "amal",
     [](CaseWorld& w) {
         auto const known = w.as("bea", [&](access::Work& work) { return CaseWorld::make_person(work, "Una"); });
         w.run("UPDATE person_record SET needs = 'una' WHERE id = '" + known.value + "'"); },
     [](CaseWorld& w, access::Work& work) {
         return added(w, work, {w.value("SELECT id FROM person_record WHERE needs = 'una'")}, "witness"); },
     Refusal::Invalid, "check_answers", {{"person_id", "not_found"}}},
    {"ChangingSomebodyWhoIsNotIn", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(change_person(work, w.catalogue, {w.id, {"none"}, 1, "witness", false, ""})); },
     Refusal::NotFound, "no_such_person_in_case", {}},
    {"ChangingSomebodyOfAnotherCase", "amal",
     [](CaseWorld& w) {
         w.id = *w.as("amal", [&](access::Work& work) {
             auto request = w.well_formed();
             request.people = {};
             return open(work, w.catalogue, request); }); },
     [](CaseWorld& w, access::Work& work) {
         return error_of(change_person(work, w.catalogue, {w.id, vics_row(w), 1, "witness", false, ""})); },
     Refusal::NotFound, "no_such_person_in_case", {}},
    {"ChangingToARoleTheyHave", "amal",
     [](CaseWorld& w) { w.as("amal", [&](access::Work& work) {
         return bool(add_person(work, w.catalogue, w.id, {w.vic, "witness"})); }); },
     [](CaseWorld& w, access::Work& work) {
         return error_of(change_person(work, w.catalogue, {w.id, vics_row(w), 1, "witness", false, ""})); },
     Refusal::Conflict, "already_in_case", {}},
    {"ChangingToNoRole", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(change_person(work, w.catalogue, {w.id, vics_row(w), 1, "friend", false, ""})); },
     Refusal::Invalid, "check_answers", {{"role", "not_offered"}}},
    {"ChangingWhatChanged", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(change_person(work, w.catalogue, {w.id, vics_row(w), 2, "witness", false, ""})); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"ChangingWhoHasLeft", "amal",
     [](CaseWorld& w) { auto const row = vics_row(w);
         w.as("amal", [&](access::Work& work) { return bool(end_person(work, w.id, row, 1)); }); },
     [](CaseWorld& w, access::Work& work) {
         return error_of(change_person(work, w.catalogue, {w.id, vics_row(w), 2, "witness", false, ""})); },
     Refusal::Conflict, "already_ended", {}},
    {"EndingTwice", "amal",
     [](CaseWorld& w) { auto const row = vics_row(w);
         w.as("amal", [&](access::Work& work) { return bool(end_person(work, w.id, row, 1)); }); },
     [](CaseWorld& w, access::Work& work) { return error_of(end_person(work, w.id, vics_row(w), 2)); },
     Refusal::Conflict, "already_ended", {}},
    {"EndingNobody", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(end_person(work, w.id, {"none"}, 1)); },
     Refusal::NotFound, "no_such_person_in_case", {}},
    {"EndingWhatChanged", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(end_person(work, w.id, vics_row(w), 2)); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"PlaceTwice", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(add_place(work, w.id, {w.home, "home_of_victim"})); },
     Refusal::Conflict, "already_in_case", {}},
    {"PlaceThatIsNoneInNoRole", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(add_place(work, w.id, {{"none"}, "near"})); },
     Refusal::Invalid, "check_answers", {{"place_id", "not_found"}, {"role", "not_offered"}}},
    {"EndingNoPlace", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(end_place(work, w.id, {"none"}, 1)); },
     Refusal::NotFound, "no_such_place_in_case", {}},
    {"EndingAPlaceThatChanged", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(end_place(work, w.id, homes_row(w), 2)); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"BringingInIsNotForPartners", "dev", [](CaseWorld& w) { w.bring_in("housing"); },
     [](CaseWorld& w, access::Work& work) { return brought_in(w, work, as_is); },
     Refusal::Forbidden, "not_allowed", {}},
    {"BringingInIsNotForStrangers", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return brought_in(w, work, as_is); },
     Refusal::NotFound, "no_such_case", {}},
    {"BringingInTwice", "amal", [](CaseWorld& w) { w.bring_in("police"); },
     [](CaseWorld& w, access::Work& work) { return brought_in(w, work, as_is); },
     Refusal::Conflict, "already_in_case", {}},
    {"BringingInToAClosedCase", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return brought_in(w, work, as_is); },
     Refusal::Conflict, "case_closed", {}},
    {"BringingInNobodyForNothing", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return brought_in(w, work, [](CaseWorld&, NewPartner& p) {
         p.agency_id = {"none"}; p.reason = ""; }); },
     Refusal::Invalid, "check_answers", {{"agency_id", "not_offered"}, {"reason", "required"}}},
    {"BringingInATeamOfAnotherAgency", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return brought_in(w, work, [](CaseWorld& world, NewPartner& p) {
         p.team_id = world.team("housing"); }); },
     Refusal::Invalid, "check_answers", {{"team_id", "not_in_agency"}}},
    {"EndingAPartnerThatIsNone", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(end_partner(work, w.id, {"none"}, 1)); },
     Refusal::NotFound, "no_such_partner", {}},
    {"EndingAPartnerWithActions", "amal",
     [](CaseWorld& w) { w.bring_in("police"); w.add_action_as("amal", "police"); },
     [](CaseWorld& w, access::Work& work) {
         return error_of(end_partner(work, w.id, {w.value("SELECT id FROM case_partner")}, 1)); },
     Refusal::Conflict, "partner_has_open_actions", {}},
    {"EndingAPartnerThatSomebodyElseChanged", "amal", [](CaseWorld& w) { w.bring_in("police"); },
     [](CaseWorld& w, access::Work& work) {
         return error_of(end_partner(work, w.id, {w.value("SELECT id FROM case_partner")}, 2)); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"EndingAPartnerTwice", "amal",
     [](CaseWorld& w) { auto const id = w.bring_in("police");
         w.as("amal", [&](access::Work& work) { return bool(end_partner(work, w.id, id, 1)); }); },
     [](CaseWorld& w, access::Work& work) {
         return error_of(end_partner(work, w.id, {w.value("SELECT id FROM case_partner")}, 1)); },
     Refusal::Conflict, "already_ended", {}},
};
// clang-format on

class InvolvingIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(InvolvingIsRefused, AndChangesNothing) {
    expect_refused(GetParam());
}

INSTANTIATE_TEST_SUITE_P(When, InvolvingIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::cases
