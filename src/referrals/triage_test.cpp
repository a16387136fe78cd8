// What triage promises: who owns what waits, who the people are, one decision, and the case that
// comes of it.

#include "referral_world_test.h"

#include <algorithm>

namespace waymark::referrals {

namespace {

Result<std::int64_t> decide_as(ReferralWorld& world, std::string const& who, ReferralId const& id,
                               Decision const& decision, std::int64_t revision = 2) {
    return world.as(who, [&](access::Work& work) {
        return decide(work, world.catalogue, id, revision, decision);
    });
}

std::string story_of(ReferralWorld& world, CaseId const& id) {
    auto const page = world.as("helen", [&](access::Work& work) {
        return cases::chronology(work, id, std::nullopt, 100, {"incident", "note"});
    });
    std::string text;
    for (auto const& entry : page->rows) {
        text = entry.kind + " " + entry.nature + " " + to_text(london_date(entry.happened_at)) +
               " " + entry.body + "|" + text;
    }
    return text;
}

TEST(Owner, IsAColleagueWhoMayTriageThere) {
    ReferralWorld world;
    auto const id = world.sent_by("carys");
    EXPECT_EQ(world.read_as("marek", id).owner_user_id, std::nullopt);
    ASSERT_TRUE(world.as(
        "amal", [&](access::Work& work) { return set_owner(work, id, 2, world.user("marek")); }));
    auto const owned = world.read_as("carys", id);
    EXPECT_EQ(owned.owner_name, "marek");
    EXPECT_EQ(owned.revision, 3);
    EXPECT_FALSE(owned.may_triage);
    EXPECT_TRUE(world.read_as("amal", id).may_triage);
    EXPECT_TRUE(world.as(
        "amal", [&](access::Work& work) { return set_owner(work, id, 3, world.user("helen")); }));
}

TEST(Choosing, TellsTheHubAndNotTheReferrer) {
    ReferralWorld world;
    auto const dev_writes = world.sent_by("dev");
    auto const before = world.read_as("dev", dev_writes);
    ASSERT_EQ(before.people[1].choice, "none_shown");
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return choose_person(work, dev_writes, 2, before.people[1].id,
                             {"known", world.vic, {world.vic}});
    }));
    auto const hub = world.read_as("amal", dev_writes);
    EXPECT_EQ(hub.people[1].choice, "known");
    EXPECT_EQ(hub.people[1].person_id, world.vic);
    EXPECT_EQ(hub.people[1].choice_by, world.user("amal"));
    EXPECT_EQ(hub.people[1].shown.rfind(world.vic.value, 0), 0u);
    EXPECT_EQ(hub.revision, 3);
    auto const referrer = world.read_as("dev", dev_writes);
    EXPECT_EQ(referrer.people[1].choice, "");
    EXPECT_EQ(referrer.people[1].person_id, std::nullopt);
    EXPECT_EQ(referrer.people[1].choice_at, std::nullopt);
    EXPECT_EQ(referrer.people[1].choice_by, std::nullopt);
    EXPECT_EQ(referrer.people[1].shown, "");
    EXPECT_EQ(referrer.people[0].choice, "new");
    EXPECT_FALSE(world.sees_person("dev", world.vic));

    // Put right: somebody new after all, whom the referrer cannot tell from somebody known.
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return choose_person(work, dev_writes, 3, before.people[1].id, {"new", {}, {}});
    }));
    auto const made = world.read_as("marek", dev_writes).people[1].person_id.value();
    EXPECT_NE(made, world.vic);
    EXPECT_TRUE(world.sees_person("marek", made));
    EXPECT_FALSE(world.sees_person("dev", made));
    EXPECT_EQ(world.read_as("dev", dev_writes).people[1].choice, "");
    auto const trail = world.audit_trail();
    EXPECT_NE(trail.find(before.people[1].id.value + ",known," + world.vic.value),
              std::string::npos);
    EXPECT_NE(trail.find(before.people[1].id.value + ",new," + made.value), std::string::npos);
}

TEST(Accepting, OpensACaseWithThePeopleThePlaceAndTheReport) {
    ReferralWorld world;
    auto form = world.well_formed();
    form.happened_on = make_date(2026, 1, 30);
    form.risk_now = "yes";
    form.risk_now_note = "He has a dog";
    form.people = {ReferralWorld::named("Vic", "victim", {"known", world.vic, {}}),
                   ReferralWorld::named("Victor", "victim", {"known", world.vic, {}}),
                   ReferralWorld::named("Alan", "alleged_perpetrator", {"new", {}, {}})};
    form.place_id = world.street;
    auto const id = world.sent_by("amal", form);
    ASSERT_TRUE(decide_as(world, "amal", id, world.accepting()));

    auto const decided = world.read_as("amal", id);
    EXPECT_EQ(decided.state, "decided");
    EXPECT_EQ(decided.decision, "accept");
    EXPECT_EQ(decided.decided_by_name, "amal");
    EXPECT_EQ(decided.decided_at, world.clock.now);
    ASSERT_TRUE(decided.case_id);
    auto const opened =
        world.as("marek", [&](access::Work& work) { return cases::find(work, *decided.case_id); });
    EXPECT_EQ(opened->reference, decided.case_reference);
    EXPECT_EQ(opened->title, "Noise behind the flats");
    EXPECT_EQ(opened->area_id, world.area("SCA"));
    EXPECT_EQ(opened->lead_agency_id, world.agency("council"));
    auto const people = *world.as(
        "amal", [&](access::Work& work) { return cases::people(work, *decided.case_id); });
    ASSERT_EQ(people.size(), 2u);
    for (auto const& person : people) {
        EXPECT_EQ(person.is_subject, person.role == "victim");
        EXPECT_EQ(person.person_id == world.vic, person.role == "victim");
    }
    auto const places = *world.as(
        "amal", [&](access::Work& work) { return cases::places(work, *decided.case_id); });
    ASSERT_EQ(places.size(), 1u);
    EXPECT_EQ(places[0].place_id, world.street);
    EXPECT_EQ(places[0].role, "where_it_happens");
    EXPECT_FALSE(places[0].is_subject);
    EXPECT_EQ(story_of(world, *decided.case_id),
              "incident  2026-01-30 Shouting and banging at night.\n\nBehind the flats|"
              "note third_party 2026-02-02 He has a dog|");
}

TEST(Accepting, TellsTheReferrerWhatWasDecidedButNotTheCase) {
    ReferralWorld world;
    auto const id = world.resolved_by("dev");
    auto decision = world.accepting();
    decision.reason = "We will look into it";
    ASSERT_TRUE(decide_as(world, "amal", id, decision));
    EXPECT_TRUE(world.read_as("amal", id).case_id);
    auto const told = world.read_as("dev", id);
    EXPECT_EQ(told.decision, "accept");
    EXPECT_EQ(told.decision_reason, "We will look into it");
    EXPECT_EQ(told.case_id, std::nullopt);
    EXPECT_EQ(told.case_reference, "");
}

// Of a referral that says how to reach somebody, by who is in it: what their records say then.
struct SafeContact {
    char const* role;
    char const* other_role;
    char const* expect;
    char const* expect_of_other;
};

TEST(Accepting, PutsWhatWasSaidAboutSafeContactOnTheRecordOfThoseHarmed) {
    for (auto const& [role, other_role, expect, expect_of_other] : {
             SafeContact{"victim", "reporter", "Never leave a message.", ""},
             SafeContact{"both", "alleged_perpetrator", "Never leave a message.", ""},
             SafeContact{"reporter", "alleged_perpetrator", "Never leave a message.", ""},
             SafeContact{"witness", "professional", "", ""},
         }) {
        ReferralWorld world;
        auto form = world.well_formed();
        form.safe_contact = "Never leave a message.";
        form.people = {ReferralWorld::named("Vic", role, {"known", world.vic, {}}),
                       ReferralWorld::named("Nell", other_role, {"new", {}, {}})};
        auto const id = world.sent_by("amal", form);
        ASSERT_TRUE(decide_as(world, "amal", id, world.accepting()));
        auto const said_of = [&](std::string const& name) {
            return world.value("SELECT safe_contact FROM person_record WHERE given_names = '" +
                               name + "'");
        };
        EXPECT_EQ(said_of("Vic"), expect) << role;
        EXPECT_EQ(said_of("Nell"), expect_of_other) << other_role;
    }
}

TEST(Linking, KeepsWhatWasKnownOfSafeContactAndLosesNothing) {
    ReferralWorld world;
    auto const existing = world.case_of("SCA", "amal");
    auto form = world.well_formed();
    form.people = {ReferralWorld::named("Vic", "victim", {"known", world.vic, {}})};
    auto const link = [&](std::string const& safe_contact) {
        form.safe_contact = safe_contact;
        auto const id = world.sent_by("amal", form);
        ASSERT_TRUE(decide_as(world, "amal", id, {.decision = "link", .case_id = existing}));
    };
    auto const said = [&] {
        return world.value("SELECT safe_contact FROM person_record WHERE id = '" + world.vic.value +
                           "'");
    };
    link("");
    EXPECT_EQ(said(), "");
    link("After six.");
    link("No letters.");
    EXPECT_EQ(said(), "No letters.\n\nAfter six.");
    link("After six.");
    EXPECT_EQ(said(), "No letters.\n\nAfter six.");

    link(std::string(1000, 'x'));
    link(std::string(1000, 'y'));  // too much for one record
    EXPECT_EQ(said().substr(0, 1002), std::string(1000, 'x') + "\n\n");
    EXPECT_NE(story_of(world, existing).find("third_party 2026-02-02 yyy"), std::string::npos);
}

TEST(Linking, AddsWhoIsNotThereYetAndTheReport) {
    ReferralWorld world;
    auto const existing = world.case_of("SCA", "amal");
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return cases::add_person(work, world.catalogue, existing, {world.vic, "victim", true});
    }));
    auto form = world.well_formed();
    form.people = {ReferralWorld::named("Vic", "victim", {"known", world.vic, {}}),
                   ReferralWorld::named("Vic", "reporter", {"known", world.vic, {}})};
    form.place_id = world.street;
    for (int i = 0; i < 2; ++i) {
        auto const id = world.sent_by("amal", form);
        ASSERT_TRUE(decide_as(world, "marek", id, {.decision = "link", .case_id = existing}));
        EXPECT_EQ(world.read_as("amal", id).case_id, existing);
    }
    auto const people =
        *world.as("amal", [&](access::Work& work) { return cases::people(work, existing); });
    EXPECT_EQ(people.size(), 2u);
    auto const places =
        *world.as("amal", [&](access::Work& work) { return cases::places(work, existing); });
    EXPECT_EQ(places.size(), 1u);
    auto const story = story_of(world, existing);
    EXPECT_EQ(std::count(story.begin(), story.end(), '|'), 2);
}

TEST(Deciding, EveryOtherWayKeepsTheReasonAndMakesNoCase) {
    for (std::string const decision : {"advise", "signpost", "another_panel", "reject"}) {
        ReferralWorld world;
        auto const id = world.sent_by("carys");  // with somebody nobody could place
        ASSERT_TRUE(decide_as(world, "amal", id, {.decision = decision, .reason = "Not ours"}));
        auto const decided = world.read_as("carys", id);
        EXPECT_EQ(decided.decision, decision);
        EXPECT_EQ(decided.decision_reason, "Not ours");
        EXPECT_EQ(world.value("SELECT count(*) AS n FROM case_record"), "0");
        auto const page = *world.as(
            "amal", [](access::Work& work) { return queue(work, {.state = "decided"}, {}, 10); });
        EXPECT_EQ(page.rows.size(), 1u);
        EXPECT_EQ(world.as("amal", [](access::Work& work) { return totals(work); })->waiting, 0);
    }
}

TEST(ReferrerTold, IsKeptAndMayBePutRight) {
    ReferralWorld world;
    auto const id = world.sent_by("carys");
    ASSERT_TRUE(decide_as(world, "amal", id, {.decision = "reject", .reason = "Not ours"}));
    world.pass_days(2);
    auto const tell = [&](std::int64_t revision, Date on, std::string const& how) {
        return world.as("marek", [&](access::Work& work) {
            return record_referrer_told(work, id, revision, on, how);
        });
    };
    EXPECT_TRUE(tell(3, world.clock.today, "cannot_be_told"));
    EXPECT_TRUE(tell(4, add_days(world.clock.today, -1), "phone"));
    auto const kept = world.read_as("carys", id);
    EXPECT_EQ(kept.referrer_told_on, make_date(2026, 2, 3));
    EXPECT_EQ(kept.referrer_told_how, "phone");
}

TEST(Escalating, NeedsTheWholePartnershipAndMarksOnlyWhatIsLate) {
    ReferralWorld world;
    auto const late = world.sent_by("carys");
    world.pass_days(3);
    auto const hourly = [&] {
        auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
        auto work = access::Gate::for_system(tx, world.partnership(), world.clock, "hourly");
        auto const marked = *escalate_overdue(work);
        access::Gate::finish(work);
        return marked;
    };
    EXPECT_EQ(hourly(), 0);  // due today is not late
    auto const fresh = world.sent_by("carys");
    world.pass_days(1);
    EXPECT_EQ(hourly(), 1);
    EXPECT_EQ(world.read_as("amal", late).escalated_at, world.clock.now);
    EXPECT_EQ(world.read_as("amal", late).revision, 2);
    EXPECT_EQ(world.read_as("amal", fresh).escalated_at, std::nullopt);
    EXPECT_EQ(
        world.as("amal", [](access::Work& work) { return escalate_overdue(work); }).error().code,
        "not_allowed");
}

ReferralId waiting(ReferralWorld& world) {
    return world.sent_by("carys");
}
ReferralId resolved(ReferralWorld& world) {
    return world.resolved_by("carys");
}
ReferralId decided(ReferralWorld& world) {
    auto const id = world.sent_by("carys");
    EXPECT_TRUE(decide_as(world, "amal", id, {.decision = "reject", .reason = "Not ours"}));
    return id;
}
ReferralId draft(ReferralWorld& world) {
    return world.draft_of("amal");
}
ReferralId from_bea(ReferralWorld& world) {
    return world.sent_by("bea");
}
// A case that only Harrogate may see.
ReferralId beside_a_strange_case(ReferralWorld& world) {
    world.case_of("HAR", "bea");
    return world.resolved_by("carys");
}
CaseId only_case(ReferralWorld& world) {
    return {world.value("SELECT id FROM case_record")};
}

Error owning(ReferralWorld& world, access::Work& work, ReferralId const& id) {
    return error_of(set_owner(work, id, 2, world.user("marek")));
}
template <auto who>
Error owning_by(ReferralWorld& world, access::Work& work, ReferralId const& id) {
    return error_of(set_owner(work, id, 2, who(world)));
}
ReferralPersonId entry(ReferralWorld& world, int position) {
    return {
        world.value("SELECT id FROM referral_person WHERE position = " + std::to_string(position))};
}
Error choosing_new(ReferralWorld&, access::Work& work, ReferralId const& id) {
    return error_of(choose_person(work, id, 2, {"nobody"}, {"new", {}, {}}));
}
template <auto choice>
Error choosing(ReferralWorld& world, access::Work& work, ReferralId const& id) {
    return error_of(choose_person(work, id, 2, entry(world, 1), choice(world)));
}
Error rejecting(ReferralWorld& world, access::Work& work, ReferralId const& id) {
    return error_of(
        decide(work, world.catalogue, id, 2, {.decision = "reject", .reason = "Not ours"}));
}
template <auto decision>
Error deciding(ReferralWorld& world, access::Work& work, ReferralId const& id) {
    return error_of(decide(work, world.catalogue, id, 2, decision(world)));
}
constexpr auto kAccept = [](ReferralWorld& w) { return w.accepting(); };
constexpr auto kAcceptNothing = [](ReferralWorld&) { return Decision{.decision = "accept"}; };
constexpr auto kNone = [](ReferralWorld&) { return Decision{}; };
constexpr auto kOther = [](ReferralWorld&) {
    return Decision{.decision = "forget", .reason = std::string(kLongestReason + 1, 'x')};
};
constexpr auto kNoReason = [](ReferralWorld&) { return Decision{.decision = "advise"}; };
constexpr auto kUnclean = [](ReferralWorld&) {
    return Decision{.decision = "signpost", .reason = "\x02"};
};
constexpr auto kLinkNothing = [](ReferralWorld&) { return Decision{.decision = "link"}; };
constexpr auto kLinkUnknown = [](ReferralWorld&) {
    return Decision{.decision = "link", .case_id = CaseId{"00000000-0000-7000-8000-000000000000"}};
};
constexpr auto kLink = [](ReferralWorld& w) {
    return Decision{.decision = "link", .case_id = only_case(w)};
};
Error telling(ReferralWorld& world, access::Work& work, ReferralId const& id) {
    return error_of(record_referrer_told(work, id, 3, world.clock.today, "phone"));
}

// clang-format off
RefusalCase const kRefusals[] = {
    {"OwningByAReferrer", "carys", waiting, owning, Refusal::Forbidden, "not_allowed", {}},
    {"OwningByAStranger", "bea", waiting, owning, Refusal::NotFound, "no_such_referral", {}},
    {"OwningByAnotherHubThatReferredIt", "bea", from_bea, owning, Refusal::Forbidden, "not_your_area", {}},
    {"OwningADraft", "amal", draft,
     [](ReferralWorld& w, access::Work& work, ReferralId const& id) { return error_of(set_owner(work, id, 1, w.user("marek"))); },
     Refusal::Conflict, "not_waiting", {}},
    {"OwningWhatIsDecided", "amal", decided, owning, Refusal::Conflict, "not_waiting", {}},
    {"OwningByNobody", "amal", waiting, owning_by<[](ReferralWorld&) { return UserId{}; }>,
     Refusal::Invalid, "check_answers", {{"owner_user_id", "required"}}},
    {"OwningByWhoMayNot", "amal", waiting, owning_by<[](ReferralWorld& w) { return w.user("carys"); }>,
     Refusal::Invalid, "check_answers", {{"owner_user_id", "not_offered"}}},
    {"OwningByWhoMayElsewhere", "amal", waiting, owning_by<[](ReferralWorld& w) { return w.user("bea"); }>,
     Refusal::Invalid, "check_answers", {{"owner_user_id", "not_offered"}}},
    {"OwningByWhoLeft", "amal",
     [](ReferralWorld& w) {
         auto const id = waiting(w);
         w.run("UPDATE user_account SET valid_to = '2026-01-31' WHERE id = '" + w.user("marek").value + "'");
         return id;
     },
     owning, Refusal::Invalid, "check_answers", {{"owner_user_id", "not_offered"}}},
    {"OwningLate", "amal", waiting,
     [](ReferralWorld& w, access::Work& work, ReferralId const& id) { return error_of(set_owner(work, id, 1, w.user("marek"))); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"ChoosingByAReferrer", "carys", waiting, choosing_new, Refusal::Forbidden, "not_allowed", {}},
    {"ChoosingForNobody", "amal", waiting, choosing_new, Refusal::NotFound, "no_such_person_in_referral", {}},
    {"ChoosingAfterTheDecision", "amal", decided, choosing_new, Refusal::Conflict, "not_waiting", {}},
    {"ChoosingNothing", "amal", waiting, choosing<[](ReferralWorld&) { return Choice{}; }>,
     Refusal::Invalid, "check_answers", {{"choice", "required"}}},
    {"ChoosingToLeaveItOpen", "amal", waiting,
     choosing<[](ReferralWorld&) { return Choice{"none_shown", {}, {{"x"}}}; }>,
     Refusal::Invalid, "check_answers", {{"choice", "not_offered"}, {"shown", "not_found"}}},
    {"ChoosingKnownWithoutWho", "amal", waiting, choosing<[](ReferralWorld&) { return Choice{"known", {}, {}}; }>,
     Refusal::Invalid, "check_answers", {{"person_id", "required"}}},
    {"ChoosingSomebodyUnknown", "amal", waiting,
     choosing<[](ReferralWorld& w) { return Choice{"known", PersonId{w.street.value}, {}}; }>,
     Refusal::Invalid, "check_answers", {{"person_id", "not_found"}}},
    {"ChoosingFromTooMany", "amal", waiting,
     choosing<[](ReferralWorld& w) { return Choice{"known", w.vic, std::vector<PersonId>(kMostShown + 1, w.vic)}; }>,
     Refusal::Invalid, "check_answers", {{"shown", "too_many"}}},
    {"ChoosingLate", "amal", waiting,
     [](ReferralWorld& w, access::Work& work, ReferralId const& id) { return error_of(choose_person(work, id, 1, entry(w, 1), {"new", {}, {}})); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"DecidingByAReferrer", "carys", waiting, rejecting, Refusal::Forbidden, "not_allowed", {}},
    {"DecidingByAStranger", "bea", waiting, rejecting, Refusal::NotFound, "no_such_referral", {}},
    {"DecidingForAnotherHub", "bea", from_bea, rejecting, Refusal::Forbidden, "not_your_area", {}},
    {"DecidingADraft", "amal", draft, rejecting, Refusal::Conflict, "not_waiting", {}},
    {"DecidingTwice", "marek", decided, rejecting, Refusal::Conflict, "already_decided", {}},
    {"DecidingLate", "amal", waiting,
     [](ReferralWorld& w, access::Work& work, ReferralId const& id) {
         return error_of(decide(work, w.catalogue, id, 1, {.decision = "reject", .reason = "Not ours"}));
     },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"DecidingNothing", "amal", waiting, deciding<kNone>, Refusal::Invalid, "check_answers", {{"decision", "required"}}},
    {"DecidingOtherwise", "amal", waiting, deciding<kOther>, Refusal::Invalid, "check_answers",
     {{"decision", "not_offered"}, {"reason", "too_long"}}},
    {"DecidingWithoutAReason", "amal", waiting, deciding<kNoReason>, Refusal::Invalid, "check_answers", {{"reason", "required"}}},
    {"DecidingWithWhatIsNotText", "amal", waiting, deciding<kUnclean>, Refusal::Invalid, "check_answers", {{"reason", "not_clean_text"}}},
    {"AcceptingSomebodyNotResolved", "amal", waiting, deciding<kAccept>, Refusal::Conflict, "people_not_resolved", {}},
    {"AcceptingWithoutWhatACaseNeeds", "amal", resolved, deciding<kAcceptNothing>, Refusal::Invalid, "check_answers",
     {{"title", "required"}, {"answers.behaviour_type", "required"}, {"answers.behaviour_class", "required"},
      {"answers.hate_element", "required"}, {"answers.harm_test", "required"}, {"answers.effect_on_person", "required"},
      {"answers.local_season", "required"}}},
    {"LinkingWithNothing", "amal", resolved, deciding<kLinkNothing>, Refusal::Invalid, "check_answers", {{"case_id", "required"}}},
    {"LinkingWithAnUnknownCase", "amal", beside_a_strange_case, deciding<kLinkUnknown>,
     Refusal::Invalid, "check_answers", {{"case_id", "not_found"}}},
    {"LinkingWithACaseThatIsNotVisible", "amal", beside_a_strange_case, deciding<kLink>,
     Refusal::Invalid, "check_answers", {{"case_id", "not_found"}}},
    {"LinkingWithAClosedCase", "amal",
     [](ReferralWorld& w) {
         w.case_of("SCA", "amal");
         w.run("UPDATE case_record SET is_open = 0, closed_on = '2026-02-01', closing_reason = 'x', "
               "closing_summary = 'x', victim_told = 'told'");
         return resolved(w);
     },
     deciding<kLink>, Refusal::Conflict, "case_closed", {}},
    {"LinkingARoleThatTheCaseDoesNotKnow", "amal",
     [](ReferralWorld& w) {
         w.case_of("SCA", "amal");
         auto const id = resolved(w);
         w.run("UPDATE referral_person SET role = 'dog'");
         return id;
     },
     deciding<kLink>, Refusal::Invalid, "check_answers", {{"people[0].role", "not_offered"}}},
    {"TellingBeforeTheDecision", "amal", waiting, telling, Refusal::Conflict, "not_decided", {}},
    {"TellingByAReferrer", "carys", decided, telling, Refusal::Forbidden, "not_allowed", {}},
    {"TellingLate", "amal", decided,
     [](ReferralWorld& w, access::Work& work, ReferralId const& id) { return error_of(record_referrer_told(work, id, 2, w.clock.today, "phone")); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"TellingTomorrowWithoutSayingHow", "amal", decided,
     [](ReferralWorld& w, access::Work& work, ReferralId const& id) { return error_of(record_referrer_told(work, id, 3, add_days(w.clock.today, 1), "")); },
     Refusal::Invalid, "check_answers", {{"how", "required"}, {"told_on", "in_the_future"}}},
    {"TellingBeforeItWasDecidedByPigeon", "amal", decided,
     [](ReferralWorld& w, access::Work& work, ReferralId const& id) { return error_of(record_referrer_told(work, id, 3, add_days(w.clock.today, -1), "pigeon")); },
     Refusal::Invalid, "check_answers", {{"how", "not_offered"}, {"told_on", "before_decision"}}},
};
// clang-format on

class TriageIsRefused : public testing::TestWithParam<RefusalCase> {};
TEST_P(TriageIsRefused, AndChangesNothing) {
    expect_refused(GetParam());
}
INSTANTIATE_TEST_SUITE_P(When, TriageIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::referrals
