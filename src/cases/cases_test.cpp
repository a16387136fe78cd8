// What opening, finding and changing a case promise.

#include "case_world_test.h"

#include "foundation/text.h"

#include <gmock/gmock.h>

#include <set>

namespace waymark::cases {

namespace {

NewCase with(CaseWorld const& world, void (*change)(NewCase&)) {
    auto request = world.well_formed();
    change(request);
    return request;
}

Error opened(CaseWorld& world, access::Work& work, void (*change)(NewCase&)) {
    return error_of(open(work, world.catalogue, with(world, change)));
}

TEST(OpenCase, GivesAReferenceTheFirstStageAndAReviewDate) {
    CaseWorld world;

    auto const found = world.as("amal", [&](access::Work& work) { return find(work, world.id); });

    ASSERT_TRUE(found);
    EXPECT_EQ(found->reference, world.column("reference"));
    EXPECT_EQ(found->stage, "opened");
    EXPECT_EQ(found->programme, (programmes::Ref{"antisocial_behaviour", "2026", "SCA/2026"}));
    EXPECT_EQ(found->opened_on, make_date(2026, 2, 2));
    EXPECT_EQ(found->next_review_on, make_date(2026, 3, 2));
    EXPECT_EQ(found->risk_band, kNotRecorded);
    EXPECT_EQ(found->area_name, "Scarborough");
    EXPECT_EQ(found->lead_agency_name, "North Riding Council");
    EXPECT_EQ(found->lead_user_name, "amal");
    EXPECT_EQ(found->revision, 1);
    EXPECT_TRUE(found->is_open);
    EXPECT_TRUE(found->may_run);
    EXPECT_FALSE(found->closing);
}

TEST(OpenCase, TellsTheChronologyWhoAndWhatCameWithItInOrder) {
    CaseWorld world;
    EXPECT_EQ(world.story(), "opened person person place ");
}

TEST(OpenCase, LeavesAnAuditEntry) {
    CaseWorld world;
    EXPECT_NE(world.audit_trail().find("amal case.create case antisocial_behaviour,2026\n"),
              std::string::npos);
}

TEST(OpenCase, DrawsAReferenceOfItsHubAndYearThatTellsNothingOfOthers) {
    CaseWorld world;
    auto const reference = [&](Date opened_on) {
        auto request = world.well_formed();
        request.opened_on = opened_on;
        return world.as("amal", [&](access::Work& work) {
            return find(work, *open(work, world.catalogue, request))->reference;
        });
    };

    using testing::MatchesRegex;
    EXPECT_THAT(reference(make_date(2025, 12, 31)), MatchesRegex("SCA-2025-[1-9][0-9]{3}"));
    std::set<std::string> drawn;
    for (int i = 0; i < 20; ++i) drawn.insert(reference(make_date(2026, 1, 1)));
    EXPECT_EQ(drawn.size(), 20U);
    EXPECT_GT(std::stoi(drawn.rbegin()->substr(9)) - std::stoi(drawn.begin()->substr(9)), 1000)
        << "they stand far apart";
    world.run("UPDATE case_reference_counter SET last = 4500 WHERE year = 2026");
    EXPECT_THAT(reference(make_date(2026, 2, 2)), MatchesRegex("SCA-2026-[1-9][0-9]{4}"));

    auto request = world.well_formed();
    request.area_id = world.area("HAR");
    request.people = {};
    request.places = {};
    request.answers.erase("local_season");
    auto const other = world.as("bea", [&](access::Work& work) {
        request.lead_user_id = world.user("bea");
        return find(work, *open(work, world.catalogue, request))->reference;
    });
    EXPECT_THAT(other, MatchesRegex("HAR-2026-[1-9][0-9]{3}"));
}

TEST(OpenCase, BringsInALeadAgencyThatIsNotTheActorsOwn) {
    CaseWorld world;
    auto request = world.well_formed();
    request.lead_agency_id = world.agency("police");
    request.lead_user_id = world.user("carys");
    auto const id =
        *world.as("amal", [&](access::Work& work) { return open(work, world.catalogue, request); });

    auto const all = *world.as("amal", [&](access::Work& work) { return partners(work, id); });
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].agency_name, "North Riding Police");
    world.id = id;
    EXPECT_TRUE(world.sees("carys"));
    EXPECT_EQ(world.story(), "opened person person place partner ");
}

TEST(FindCase, OfAnotherHubDoesNotExistAnywhere) {
    CaseWorld world;
    auto const reference = world.column("reference");
    for (auto const* const stranger : {"bea", "dev", "carys"}) {
        world.as(stranger, [&](access::Work& work) {
            EXPECT_EQ(error_of(find(work, world.id)).code, "no_such_case") << stranger;
            EXPECT_EQ(error_of(find_by_reference(work, reference)).code, "no_such_case");
            EXPECT_EQ(error_of(answers(work, world.id)).code, "no_such_case");
            EXPECT_EQ(error_of(stage_history(work, world.id)).code, "no_such_case");
            EXPECT_EQ(error_of(chronology(work, world.id, {}, 10)).code, "no_such_case");
            EXPECT_EQ(error_of(people(work, world.id)).code, "no_such_case");
            EXPECT_EQ(error_of(places(work, world.id)).code, "no_such_case");
            EXPECT_EQ(error_of(partners(work, world.id)).code, "no_such_case");
            EXPECT_EQ(error_of(actions(work, world.id)).code, "no_such_case");
            EXPECT_EQ(error_of(risk_history(work, world.id)).code, "no_such_case");
            EXPECT_EQ(error_of(reviews(work, world.id)).code, "no_such_case");
            EXPECT_EQ(error_of(agreements(work, world.id)).code, "no_such_case");
            EXPECT_EQ(error_of(updates(work, world.id)).code, "no_such_case");
            EXPECT_EQ(*count(work, {}), 0) << stranger;
            EXPECT_TRUE(list(work, {}, {}, 10)->rows.empty());
            EXPECT_TRUE(summaries(work, {world.id})->empty());
            EXPECT_TRUE(cases_of(work, world.vic)->empty());
            EXPECT_TRUE(cases_of(work, world.home)->empty());
            return 0;
        });
    }
    for (auto const* const colleague : {"marek", "helen", "dpo"}) {
        EXPECT_TRUE(world.sees(colleague)) << colleague;
    }
}

TEST(FindCase, ByWhatIsSaidOnThePhone) {
    CaseWorld world;
    auto const said = " " + lower_ascii(world.column("reference")) + " ";
    auto const found =
        world.as("marek", [&](access::Work& work) { return find_by_reference(work, said); });
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, world.id);
}

TEST(FindCase, ByWhoAndWhatIsInIt) {
    CaseWorld world;
    world.as("marek", [&](access::Work& work) {
        auto const by_person = cases_of(work, world.alan);
        EXPECT_EQ(by_person->size(), 1U);
        EXPECT_EQ(by_person->front().role, "alleged_perpetrator");
        EXPECT_EQ(by_person->front().in_case.id, world.id);
        auto const by_place = cases_of(work, world.home);
        EXPECT_EQ(by_place->size(), 1U);
        EXPECT_EQ(by_place->front().role, "home_of_victim");
        EXPECT_EQ(summaries(work, {world.id})->front().title, "Noise on Cliff Street");
        return 0;
    });
}

TEST(UpdateCase, FilesItForTheNewLeadAndNoLongerForTheOldOne) {
    CaseWorld world;
    auto const change = [&](UserId const& lead) {
        return world.as("marek", [&](access::Work& work) {
            auto const seen = find(work, world.id)->revision;
            return update(work, {.id = world.id,
                                 .revision = seen,
                                 .title = "Noise and threats",
                                 .lead_agency_id = world.agency("council"),
                                 .lead_user_id = lead});
        });
    };

    // Bea is of the other hub: only leading the case shows it to her, and lets her run it.
    EXPECT_EQ(*change(world.user("bea")), 2);
    EXPECT_TRUE(world.sees("bea"));
    auto const detail = world.as("bea", [&](access::Work& work) { return find(work, world.id); });
    EXPECT_TRUE(detail->may_run);
    EXPECT_EQ(detail->title, "Noise and threats");
    EXPECT_EQ(*change(world.user("marek")), 3);
    EXPECT_FALSE(world.sees("bea"));
    EXPECT_EQ(world.story(), "opened person person place lead lead ");
}

TEST(SetAnswers, ChangesOnlyTheFieldsNamed) {
    CaseWorld world;
    world.as("amal", [&](access::Work& work) {
        EXPECT_EQ(*set_answers(work, world.catalogue, world.id, 1,
                               {{"tenure", {"owner"}}, {"behaviour_type", {"animals"}}}),
                  2);
        EXPECT_EQ(*set_answers(work, world.catalogue, world.id, 2, {{"tenure", {}}}), 3);
        return 0;
    });

    auto expected = CaseWorld::opening_answers();
    expected["behaviour_type"] = {"animals"};
    EXPECT_EQ(*world.as("amal", [&](access::Work& work) { return answers(work, world.id); }),
              expected);
}

// A role that Bea holds beside her own, in Harrogate.
void also(CaseWorld& w, std::string const& role, std::string const& held_at,
          std::string const& held_at_id) {
    w.run(
        "INSERT INTO role_assignment (id, user_id, role, held_at, held_at_id, valid_from)"
        " VALUES ('another', '" +
        w.user("bea").value + "', '" + role + "', '" + held_at + "', '" + held_at_id +
        "', '2020-01-01')");
}
void also_data_protection_officer(CaseWorld& w) {
    also(w, "data_protection_officer", "partnership", w.partnership().value);
}
void also_partner_of_scarborough(CaseWorld& w) {
    also(w, "partner_worker", "team", w.team("police_sca").value);
}

// clang-format off
RefusalCase const kRefusals[] = {
    // Nor for who runs cases in another hub and holds in this one a role that runs none.
    {"OpeningIsNotForARoleInTheHubThatOpensNone", "bea", also_data_protection_officer,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase&) {}); },
     Refusal::Forbidden, "not_your_area", {}},
    {"OpeningIsNotForARoleInATeamThatOpensNone", "bea", also_partner_of_scarborough,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase&) {}); },
     Refusal::Forbidden, "not_your_area", {}},
    {"RunningIsNotForARoleInTheHubThatRunsNone", "bea",
     [](CaseWorld& w) {
         w.run("UPDATE case_record SET lead_agency_id = '" + w.agency("police").value + "'");
         also_data_protection_officer(w); },
     [](CaseWorld& w, access::Work& work) { return error_of(update(work, {w.id, 1, "T", w.agency("council"), {}})); },
     Refusal::Forbidden, "not_your_case", {}},
    {"OpeningIsNotForPartners", "carys", nothing,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase&) {}); },
     Refusal::Forbidden, "not_allowed", {}},
    {"OpeningIsNotForAnotherHub", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase&) {}); },
     Refusal::Forbidden, "not_your_area", {}},
    {"NoSuchArea", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase& c) { c.area_id = {"none"}; }); },
     Refusal::Invalid, "check_answers", {{"area_id", "not_offered"}}},
    {"NoSuchProgramme", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase& c) { c.programme_code = "none"; }); },
     Refusal::Invalid, "check_answers", {{"programme_code", "not_offered"}}},
    {"OpeningTomorrow", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase& c) { c.opened_on = make_date(2026, 2, 3); }); },
     Refusal::Invalid, "check_answers", {{"opened_on", "in_the_future"}}},
    {"LeadWorkerOfAnotherAgency", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         auto request = w.well_formed();
         request.lead_user_id = w.user("carys");
         return error_of(open(work, w.catalogue, request)); },
     Refusal::Invalid, "check_answers", {{"lead_user_id", "not_in_agency"}}},
    {"EveryMistakeAtOnce", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase& c) {
         c.title = " "; c.subject_kind = "dog"; c.lead_agency_id = {"none"};
         c.people[0].role = "friend"; c.people[1].person_id = {"none"};
         c.places.push_back(c.places[0]); c.places[0].role = "near";
         c.answers.erase("harm_test"); c.answers["colour"] = {"red"}; }); },
     Refusal::Invalid, "check_answers",
     {{"title", "required"}, {"lead_agency_id", "not_offered"}, {"places[0].role", "not_offered"},
      {"subject_kind", "not_offered"}, {"people[0].role", "not_offered"},
      {"people[1].person_id", "not_found"}, {"answers.harm_test", "required"},
      {"answers.colour", "not_asked"}}},
    {"TheSamePersonOrPlaceTwice", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase& c) {
         c.people.push_back(c.people[0]); c.places.push_back(c.places[0]); }); },
     Refusal::Invalid, "check_answers", {{"places[1].place_id", "repeated"}, {"people[2].person_id", "repeated"}}},
    {"TitleTooLong", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase& c) { c.title = std::string(201, 'x'); }); },
     Refusal::Invalid, "check_answers", {{"title", "too_long"}}},
    {"TitleThatIsNoText", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return opened(w, work, [](NewCase& c) { c.title = "a\x01"; }); },
     Refusal::Invalid, "check_answers", {{"title", "not_clean_text"}}},
    {"FindingIsNotForAdministrators", "admin", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(find(work, w.id)); },
     Refusal::Forbidden, "not_allowed", {}},
    {"ListingIsNotForAdministrators", "admin", nothing,
     [](CaseWorld&, access::Work& work) { return error_of(list(work, {}, {}, 10)); },
     Refusal::Forbidden, "not_allowed", {}},
    {"CountingIsNotForAdministrators", "admin", nothing,
     [](CaseWorld&, access::Work& work) { return error_of(count(work, {})); },
     Refusal::Forbidden, "not_allowed", {}},
    {"UpdatingIsNotForStrangers", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(update(work, {w.id, 1, "T", w.agency("council"), {}})); },
     Refusal::NotFound, "no_such_case", {}},
    {"UpdatingIsNotForPartners", "carys", [](CaseWorld& w) { w.bring_in("police"); },
     [](CaseWorld& w, access::Work& work) { return error_of(update(work, {w.id, 1, "T", w.agency("council"), {}})); },
     Refusal::Forbidden, "not_allowed", {}},
    // An officer who may run cases, and who was only brought into this one.
    {"RunningIsNotForAnotherHubThatWasBroughtIn", "bea",
     [](CaseWorld& w) {
         w.run("UPDATE case_record SET lead_agency_id = '" + w.agency("police").value + "'");
         w.bring_in("council"); },
     [](CaseWorld& w, access::Work& work) { return error_of(update(work, {w.id, 1, "T", w.agency("council"), {}})); },
     Refusal::Forbidden, "not_your_case", {}},
    {"UpdatingSomethingThatChanged", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(update(work, {w.id, 7, "T", w.agency("council"), {}})); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"UpdatingAClosedCase", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return error_of(update(work, {w.id, 3, "T", w.agency("council"), {}})); },
     Refusal::Conflict, "case_closed", {}},
    {"UpdatingWithMistakes", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(update(work, {w.id, 1, "", w.agency("police"), w.user("amal")})); },
     Refusal::Invalid, "check_answers", {{"title", "required"}, {"lead_user_id", "not_in_agency"}}},
    {"AnswersToWhatIsNotAsked", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(set_answers(work, w.catalogue, w.id, 1,
             {{"colour", {"red"}}, {"shape", {}}, {"tenure", {"castle"}}, {"harm_test", {}}})); },
     Refusal::Invalid, "check_answers",
     {{"answers.harm_test", "required"}, {"answers.tenure", "not_offered"}, {"answers.colour", "not_asked"},
      {"answers.shape", "not_asked"}}},
    {"AnswersToACaseThatChanged", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(set_answers(work, w.catalogue, w.id, 5, {})); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"AnswersFromReadersOnly", "dpo", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(set_answers(work, w.catalogue, w.id, 1, {})); },
     Refusal::Forbidden, "not_allowed", {}},
};
// clang-format on

class CaseIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(CaseIsRefused, AndChangesNothing) {
    expect_refused(GetParam());
}

INSTANTIATE_TEST_SUITE_P(When, CaseIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::cases
