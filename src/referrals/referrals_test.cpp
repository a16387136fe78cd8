// What drafts, sending and the queue promise. Carys is of the police's team in Scarborough, Amal
// and Marek of that hub, Bea of another, Dev of a housing association, Helen of the whole
// partnership.

#include "referral_world_test.h"
#include "rows.h"

#include "foundation/text.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

namespace waymark::referrals {

namespace {

TEST(Draft, IsItsAuthorsAlone) {
    for (std::string const author : {"carys", "amal", "helen"}) {
        ReferralWorld world;
        auto const id = world.draft_of(author);
        for (std::string const name : {"amal", "marek", "bea", "carys", "dev", "helen", "dpo"}) {
            EXPECT_EQ(world.sees(name, id), name == author) << name << " of " << author;
            auto const page = world.as(
                name, [](access::Work& work) { return queue(work, {.state = "draft"}, {}, 10); });
            EXPECT_EQ(page->rows.size(), name == author ? 1u : 0u) << name;
            auto const own = world.as(name, [](access::Work& work) { return totals(work); });
            EXPECT_EQ(own->my_drafts, name == author ? 1 : 0) << name;
        }
        EXPECT_EQ(world.read_as(author, id).form, "{\"what\":\"typed\"}");
    }
}

TEST(Draft, IsSavedAsItGoesAndThrownAway) {
    ReferralWorld world;
    auto const id = world.draft_of("carys");
    ASSERT_TRUE(world.as("carys",
                         [&](access::Work& work) { return save_draft(work, id, 1, "{\"a\":1}"); }));
    EXPECT_EQ(world.read_as("carys", id).form, "{\"a\":1}");
    EXPECT_EQ(world.read_as("carys", id).revision, 2);
    EXPECT_TRUE(world.as("carys", [&](access::Work& work) { return discard(work, id, 2); }));
    EXPECT_FALSE(world.sees("carys", id));
    EXPECT_NE(world.audit_trail().find("carys referral.discard referral"), std::string::npos);
}

TEST(SentReferral, IsSeenByItsHubItsAuthorAndTheirAgency) {
    ReferralWorld world;
    world.run("UPDATE user_account SET agency_id = '" + world.agency("police").value +
              "' WHERE id = '" + world.user("dev").value + "'");
    auto const id = world.sent_by("carys");
    for (std::string const name : {"amal", "marek", "carys", "dev", "helen", "dpo"}) {
        EXPECT_TRUE(world.sees(name, id)) << name;
    }
    EXPECT_FALSE(world.sees("bea", id));
}

TEST(SentReferral, DoesNotExistForStrangers) {
    ReferralWorld world;
    auto const id = world.sent_by("carys");
    for (std::string const name : {"bea", "dev"}) {
        EXPECT_FALSE(world.sees(name, id)) << name;
        auto const page = world.as(name, [](access::Work& work) { return queue(work, {}, {}, 9); });
        EXPECT_TRUE(page->rows.empty()) << name;
        auto const listed =
            world.as(name, [&](access::Work& work) { return summaries(work, {id}); });
        EXPECT_TRUE(listed->empty()) << name;
    }
    EXPECT_TRUE(world.sees("amal", id));
}

TEST(SentReferral, OfAHubIsNotShownToTheOtherHubsOfItsAgency) {
    ReferralWorld world;
    auto const id = world.sent_by("amal");
    EXPECT_TRUE(world.sees("marek", id));
    EXPECT_FALSE(world.sees("bea", id));
    // Nor, when Bea refers to another hub, is hers lost to herself.
    auto const hers = world.sent_by("bea");
    EXPECT_TRUE(world.sees("bea", hers));
    EXPECT_TRUE(world.sees("amal", hers));
}

// Its author holds no role in a hub, but colleagues of theirs do, in others.
TEST(SentReferral, OfATeamOfAnAgencyThatRunsHubsIsNotShownToItsOtherHubs) {
    ReferralWorld world;
    world.run("UPDATE user_account SET agency_id = '" + world.agency("council").value +
              "' WHERE id = '" + world.user("carys").value + "'");
    auto const id = world.sent_by("carys");
    EXPECT_TRUE(world.sees("carys", id));
    EXPECT_TRUE(world.sees("amal", id));
    EXPECT_FALSE(world.sees("bea", id));
}

TEST(SentReferral, DoesNotTellTheAgencyThatThePlaceIsOnRecord) {
    ReferralWorld world;
    world.run("UPDATE user_account SET agency_id = '" + world.agency("police").value +
              "' WHERE id = '" + world.user("dev").value + "'");
    auto form = world.well_formed();
    form.place_id = world.street;
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        auto const carys = access::scope_of(work.tx(), world.user("carys").value);
        return places::file_under(work, world.street, {carys});
    }));
    auto const id = world.sent_by("carys", form);
    EXPECT_EQ(world.read_as("carys", id).said.place_id, world.street);
    EXPECT_EQ(world.read_as("amal", id).said.place_id, world.street);
    EXPECT_EQ(world.read_as("dev", id).said.place_id, std::nullopt);
}

TEST(SentReferral, KeepsEverythingThatWasSaid) {
    ReferralWorld world;
    auto form = world.well_formed();
    form.source_kind = "public";
    form.channel = "phone";
    form.referrer_name = "A neighbour";
    form.referrer_contact = "01723 111111";
    form.referrer_agency_id = world.agency("housing");
    form.class_code = "nuisance";
    form.place_id = world.street;
    form.happened_on = make_date(2026, 1, 30);
    form.happened_note = "after midnight";
    form.how_often = "weekly";
    form.risk_now_note = "He has a dog";
    form.safe_contact = "Mornings only";
    form.people[0].date_of_birth = make_date(1980, 2, 3);
    form.people[0].phone = "07700 900123";
    form.people[0].email = "nell@example.org";
    form.people[0].address_line = "3 Cliff Street";
    form.people[0].town = "Scarborough";
    form.people[0].postcode = "YO11 1AA";
    auto const id = world.sent_by("amal", form);
    auto const kept = world.read_as("amal", id);
    auto const& said = kept.said;
    EXPECT_EQ(kept.state, "waiting");
    EXPECT_EQ(kept.form, "");
    EXPECT_EQ(kept.area_id, world.area("SCA"));
    EXPECT_EQ(said.source_kind + said.source + said.channel, "publicpolicephone");
    EXPECT_EQ(said.referrer_name + said.referrer_contact, "A neighbour01723 111111");
    EXPECT_EQ(said.referrer_agency_id, world.agency("housing"));
    EXPECT_EQ(said.how_known + said.consent + said.risk_now, "told_by_victimgivenno");
    EXPECT_EQ(kept.class_code + said.how_often, "nuisanceweekly");
    EXPECT_EQ(said.what_happened + said.where_happened,
              "Shouting and banging at night.Behind the flats");
    EXPECT_EQ(said.place_id, world.street);
    EXPECT_EQ(said.happened_on, make_date(2026, 1, 30));
    EXPECT_EQ(said.happened_note + said.risk_now_note + said.safe_contact,
              "after midnightHe has a dogMornings only");
    EXPECT_EQ(kept.created_by_name, "amal");
    EXPECT_EQ(kept.received_at, world.clock.now);
    ASSERT_EQ(kept.people.size(), 2u);
    auto const& nell = kept.people[0];
    EXPECT_EQ(nell.role + nell.given_names + nell.family_name, "victimNellExample");
    EXPECT_EQ(nell.date_of_birth, make_date(1980, 2, 3));
    EXPECT_EQ(nell.phone + nell.email, "07700 900123nell@example.org");
    EXPECT_EQ(nell.address_line + nell.town + nell.postcode, "3 Cliff StreetScarboroughYO11 1AA");
    auto const recorded =
        world.as("amal", [&](access::Work& work) { return people::find(work, *nell.person_id); });
    EXPECT_EQ(recorded->given_names, "Nell");
    EXPECT_EQ(recorded->addresses.front().postcode, "YO11 1AA");
}

TEST(SentReferral, OfAnAgencyIsItsAuthorsUnlessAnotherIsNamed) {
    ReferralWorld world;
    auto const id = world.sent_by("carys");
    EXPECT_EQ(world.read_as("amal", id).said.referrer_agency_id, world.agency("police"));
    auto form = world.well_formed();
    form.source_kind = "public";
    form.source = "anonymous";
    auto const anonymous = world.sent_by("carys", form);
    EXPECT_EQ(world.read_as("amal", anonymous).said.referrer_agency_id, std::nullopt);
}

TEST(SentReferral, IsDueAfterTheProgrammesWorkingDaysOrTodayWhenSomebodyIsAtRisk) {
    ReferralWorld world;
    world.clock = clock_at(*parse_instant("2026-12-23T10:00"));
    auto const id = world.sent_by("carys");
    EXPECT_EQ(world.read_as("amal", id).triage_due_on, make_date(2026, 12, 30));
    auto form = world.well_formed();
    form.risk_now = "yes";
    EXPECT_EQ(world.read_as("amal", world.sent_by("carys", form)).triage_due_on,
              make_date(2026, 12, 23));
    form.risk_now = "not_known";
    EXPECT_EQ(world.read_as("amal", world.sent_by("carys", form)).triage_due_on,
              make_date(2026, 12, 30));
}

TEST(Reference, IsDrawnForItsHubAndLondonYear) {
    using testing::MatchesRegex;
    ReferralWorld world;
    auto const reference = [&](std::string const& reader, auto const&... form) {
        return world.read_as(reader, world.sent_by("carys", form...)).reference.value_or("");
    };
    EXPECT_THAT(reference("amal"), MatchesRegex("SCA-R-2026-[1-9][0-9]{3}"));
    auto form = world.well_formed();
    form.area_id = world.area("HAR");
    EXPECT_THAT(reference("bea", form), MatchesRegex("HAR-R-2026-[1-9][0-9]{3}"));
    world.clock = clock_at(*parse_instant("2026-12-31T23:59"));
    EXPECT_THAT(reference("amal"), MatchesRegex("SCA-R-2026-.*"));
    world.clock = clock_at(*parse_instant("2027-01-01T00:00"));
    EXPECT_THAT(reference("amal"), MatchesRegex("SCA-R-2027-[1-9][0-9]{3}"));
    world.run("UPDATE referral_reference_counter SET last = 4500");
    EXPECT_THAT(reference("amal"), MatchesRegex("SCA-R-2027-[1-9][0-9]{4}"));
}

TEST(PeopleInAReferral, BecomeKnownToTheHubAndTheChoiceIsKept) {
    ReferralWorld world;
    auto const mine = world.as("bea", [&](access::Work& work) {
        people::Person person;
        person.given_names = "Kim";
        person.family_name = "Example";
        return people::create(work, person, {access::scope_of(work.tx(), world.area("HAR").value)});
    });
    ASSERT_FALSE(world.sees_person("amal", mine->id));
    auto form = world.well_formed();
    form.place_id.reset();
    form.people = {ReferralWorld::named("Kim", "victim", {"known", mine->id, {mine->id}}),
                   ReferralWorld::named("Nell", "witness", {"new", {}, {}}),
                   ReferralWorld::named("Sam", "reporter", {"none_shown", {}, {}}),
                   ReferralWorld::named("Pat", "reporter")};
    auto const id = world.sent_by("bea", form);
    EXPECT_TRUE(world.sees_person("amal", mine->id));
    EXPECT_FALSE(world.sees_person("carys", mine->id));
    auto const people = world.read_as("amal", id).people;
    ASSERT_EQ(people.size(), 4u);
    EXPECT_EQ(people[0].choice, "known");
    EXPECT_EQ(people[0].person_id, mine->id);
    EXPECT_EQ(people[0].choice_by, world.user("bea"));
    EXPECT_EQ(people[0].choice_at, world.clock.now);
    ASSERT_EQ(people[0].shown.rfind(mine->id.value + ":", 0), 0u);
    EXPECT_GE(std::stoi(people[0].shown.substr(mine->id.value.size() + 1)), 35);
    EXPECT_TRUE(world.sees_person("amal", people[1].person_id.value()));
    EXPECT_TRUE(world.sees_person("bea", people[1].person_id.value()));
    EXPECT_FALSE(world.sees_person("dev", people[1].person_id.value()));
    EXPECT_EQ(people[2].choice, "none_shown");
    EXPECT_EQ(people[2].person_id, std::nullopt);
    EXPECT_EQ(people[3].choice, "");
    EXPECT_EQ(people[3].choice_by, std::nullopt);
    auto const trail = world.audit_trail();
    EXPECT_NE(trail.find(",known," + mine->id.value), std::string::npos);
    EXPECT_NE(trail.find("bea referral.send referral SCA"), std::string::npos);
}

TEST(Sending, SetsTheTriageClockAsThePractitionersTableSays) {
    std::ifstream file(source_path("tests/scenarios/referrals_triage_clock.tsv"));
    int rows = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#' || line.starts_with("sent\t")) continue;
        auto const cells = split(line, '\t');
        ASSERT_EQ(cells.size(), 4U) << line;
        ReferralWorld world;
        world.clock = clock_at(*parse_instant(cells[0]));
        auto form = world.well_formed();
        form.risk_now = cells[1];
        auto const due = world.read_as("amal", world.sent_by("amal", form)).triage_due_on;
        EXPECT_EQ(to_text(due.value()), cells[2]) << cells[3];
        ++rows;
    }
    EXPECT_GE(rows, 11);
}

TEST(Headline, IsTheFirstWordsOnOneLine) {
    EXPECT_EQ(headline_of(" Shouting\n\nand   banging "), "Shouting and banging");
    EXPECT_EQ(headline_of(""), "");
    std::string const words = "wordword ";
    std::string text;
    for (int i = 0; i < 30; ++i) text += words;
    EXPECT_EQ(headline_of(text), text.substr(0, 98) + "…");
    EXPECT_EQ(headline_of(std::string(100, 'x')), std::string(100, 'x'));
    EXPECT_EQ(headline_of(std::string(101, 'x')), std::string(100, 'x') + "…");
    std::string accents;
    for (int i = 0; i < 110; ++i) accents += "é";
    EXPECT_EQ(headline_of(accents), accents.substr(0, 200) + "…");
}

TEST(Headline, EndsWithASentenceWhereOneIsShortEnough) {
    std::string const first = "A group gathers outside most evenings, shouting.";
    std::string const second = "It stops when a patrol passes!";
    std::string const third =
        "Then it starts again, and the neighbours are afraid to go out at night.";
    EXPECT_EQ(headline_of(first + " " + second), first + " " + second);
    EXPECT_EQ(headline_of(first + " " + second + "\n" + third), first + " " + second);
    EXPECT_EQ(headline_of(third + " " + first), third);
    EXPECT_EQ(headline_of("Why? " + std::string(100, 'x')), "Why?");
    // A full stop within a number or a word ends nothing.
    auto const number = "Since 10.30 " + std::string(95, 'x');
    EXPECT_EQ(headline_of(number), "Since 10.30…");
}

std::vector<ReferralId> read_all(ReferralWorld& world, std::string const& who, Filter const& filter,
                                 int at_a_time) {
    std::vector<ReferralId> ids;
    std::optional<Cursor> after;
    do {
        auto const page = world.as(
            who, [&](access::Work& work) { return queue(work, filter, after, at_a_time); });
        EXPECT_LE(page->rows.size(), static_cast<std::size_t>(at_a_time));
        for (auto const& row : page->rows) ids.push_back(row.id);
        after = page->next;
    } while (after);
    return ids;
}

TEST(Queue, GivesEveryReferralOnceThoughTheyCameInAtOneTime) {
    ReferralWorld world;
    std::vector<ReferralId> sent;
    for (int i = 0; i < 5; ++i) sent.push_back(world.sent_by("carys"));
    world.pass(std::chrono::minutes{1});
    sent.push_back(world.sent_by("amal"));
    sent.push_back(world.sent_by("amal"));
    std::sort(sent.begin(), sent.end() - 2);
    std::sort(sent.end() - 2, sent.end());
    for (int const at_a_time : {1, 2, 7, 10}) {
        for (std::string const who : {"amal", "helen"}) {
            EXPECT_EQ(read_all(world, who, {}, at_a_time), sent) << who << at_a_time;
            EXPECT_EQ(read_all(world, who, {.in_my_hubs = true}, at_a_time), sent) << who;
        }
    }
    world.run("UPDATE referral_record SET state = 'decided'");
    world.run("UPDATE referral_scope SET state = 'decided'");
    std::reverse(sent.begin(), sent.end());
    for (int const at_a_time : {1, 3}) {
        EXPECT_EQ(read_all(world, "amal", {.state = "decided"}, at_a_time), sent);
    }
    EXPECT_TRUE(read_all(world, "amal", {}, 3).empty());
    std::vector<ReferralId> drafts;
    for (int i = 0; i < 3; ++i) drafts.push_back(world.draft_of("amal"));
    std::sort(drafts.rbegin(), drafts.rend());
    EXPECT_EQ(read_all(world, "amal", {.state = "draft"}, 1), drafts);
    auto listed = drafts;
    listed.push_back(sent[1]);
    listed.push_back(sent[0]);
    auto const given =
        world.as("amal", [&](access::Work& work) { return summaries(work, listed); });
    ASSERT_EQ(given->size(), 2u);
    EXPECT_EQ(given->at(0).id, sent[1]);
    EXPECT_EQ(given->at(1).id, sent[0]);
}

// A hub's own totals against every row, looked at one by one.
TEST(Totals, EqualWhatWaitsOneByOne) {
    ReferralWorld world;
    auto elsewhere = world.well_formed();
    elsewhere.area_id = world.area("HAR");
    for (int day = 0; day < 5; ++day) {
        world.sent_by("carys");
        world.sent_by("amal", elsewhere);
        if (day == 3)
            world.run("UPDATE referral_record SET owner_user_id = '" + world.user("marek").value +
                      "' WHERE state = 'waiting'");
        if (day == 4) {
            auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
            auto work = access::Gate::for_system(tx, world.partnership(), world.clock, "hourly");
            EXPECT_GT(*escalate_overdue(work), 0);
            EXPECT_EQ(*escalate_overdue(work), 0);
            access::Gate::finish(work);
        }
        world.pass_days(1);
    }
    for (std::string const who : {"amal", "bea", "helen", "carys", "dev"}) {
        Totals slow;
        auto const ids = read_all(world, who, {}, 100);
        for (auto const& id : ids) {
            auto const one = world.read_as(who, id);
            bool const ours = who == "helen" ||
                              (who == "amal" && one.area_id == world.area("SCA")) ||
                              (who == "bea" && one.area_id == world.area("HAR"));
            if (!ours) continue;
            ++slow.waiting;
            bool const overdue = *one.triage_due_on < world.clock.today;
            EXPECT_EQ(one.overdue, overdue);
            if (overdue) ++slow.overdue;
        }
        auto const fast = *world.as(who, [](access::Work& work) { return totals(work); });
        EXPECT_EQ(fast.waiting, slow.waiting) << who;
        EXPECT_EQ(fast.overdue, slow.overdue) << who;
        auto const late = read_all(world, who, {.overdue = true, .in_my_hubs = true}, 2);
        EXPECT_EQ(static_cast<std::int64_t>(late.size()), slow.overdue) << who;
        EXPECT_EQ(
            static_cast<std::int64_t>(
                read_all(world, who, {.area_id = world.area("HAR"), .in_my_hubs = true}, 3).size()),
            who == "helen" || who == "bea" ? 5 : 0);
    }
    auto const amal = *world.as("amal", [](access::Work& work) { return totals(work); });
    EXPECT_EQ(amal.waiting, 5);
    EXPECT_GT(amal.overdue, 0);
    EXPECT_LT(amal.overdue, 5);
}

// What a refusal is about, each row changing one thing in a form that would be taken.
NewReferral with(ReferralWorld const& world, void (*change)(ReferralWorld const&, NewReferral&)) {
    auto form = world.well_formed();
    change(world, form);
    return form;
}
ReferralId draft(ReferralWorld& world) {
    return world.draft_of("carys");
}
ReferralId waiting(ReferralWorld& world) {
    return world.sent_by("carys");
}
template <auto change>
Error sending(ReferralWorld& world, access::Work& work, ReferralId const& id) {
    return error_of(send(work, world.catalogue, id, 1, with(world, change)));
}
Error plain_sending(ReferralWorld& world, access::Work& work, ReferralId const& id) {
    return error_of(send(work, world.catalogue, id, 1, world.well_formed()));
}

constexpr auto kNothingSaid = [](ReferralWorld const&, NewReferral& form) { form = {}; };
constexpr auto kNothingOffered = [](ReferralWorld const& world, NewReferral& form) {
    form.area_id = {"nowhere"};
    form.source_kind = "import";
    form.source = form.channel = form.how_known = form.subject_kind = form.class_code = "other";
    form.how_often = form.risk_now = form.consent = form.people[0].role = "other";
    form.people[0].choice.choice = "maybe";
    form.referrer_agency_id = AgencyId{world.area("SCA").value};
};
constexpr auto kWrong = [](ReferralWorld const& world, NewReferral& form) {
    form.programme_code = "hoarding";
    form.what_happened = std::string(kLongestWhatHappened + 1, 'x');
    form.where_happened = "\x01";
    form.happened_on = add_days(world.clock.today, 1);
    form.place_id = PlaceId{world.vic.value};
    form.people[0].phone = "none";
    form.people[0].postcode = "nowhere";
    form.people[0].date_of_birth = add_days(world.clock.today, 1);
    form.people[1].given_names = form.people[1].family_name = "";
    form.people[1].choice.shown = {{"somebody"}};
};
constexpr auto kUnknownPerson = [](ReferralWorld const& world, NewReferral& form) {
    // On record in Scarborough's hub, which Dev may not see.
    form.people[0].choice = {"known", world.vic, {}};
    form.people[1].choice = {"known", {}, {}};
    form.place_id = world.street;
};
constexpr auto kTooMany = [](ReferralWorld const&, NewReferral& form) {
    form.people[0].choice.shown.assign(kMostShown + 1, PersonId{new_uuid({})});
    form.people.resize(kMostPeople + 1, form.people[1]);
};

// clang-format off
RefusalCase const kRefusals[] = {
    {"StartingWithoutPermission", "dpo", [](ReferralWorld&) { return ReferralId{}; },
     [](ReferralWorld&, access::Work& work, ReferralId const&) { return error_of(start(work, "{}")); },
     Refusal::Forbidden, "not_allowed", {}},
    {"StartingWithTooMuch", "carys", [](ReferralWorld&) { return ReferralId{}; },
     [](ReferralWorld&, access::Work& work, ReferralId const&) { return error_of(start(work, std::string(kLongestForm + 1, 'x'))); },
     Refusal::Invalid, "check_answers", {{"form", "too_long"}}},
    {"SavingWhatIsNotText", "carys", draft,
     [](ReferralWorld&, access::Work& work, ReferralId const& id) { return error_of(save_draft(work, id, 1, "\xff")); },
     Refusal::Invalid, "check_answers", {{"form", "not_clean_text"}}},
    {"SavingAnothersDraft", "amal", draft,
     [](ReferralWorld&, access::Work& work, ReferralId const& id) { return error_of(save_draft(work, id, 1, "{}")); },
     Refusal::NotFound, "no_such_referral", {}},
    {"SavingAnOldDraft", "carys", draft,
     [](ReferralWorld&, access::Work& work, ReferralId const& id) { return error_of(save_draft(work, id, 2, "{}")); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"SavingWhatWasSent", "carys", waiting,
     [](ReferralWorld&, access::Work& work, ReferralId const& id) { return error_of(save_draft(work, id, 2, "{}")); },
     Refusal::Conflict, "already_sent", {}},
    {"DiscardingAnothersDraft", "helen", draft,
     [](ReferralWorld&, access::Work& work, ReferralId const& id) { return error_of(discard(work, id, 1)); },
     Refusal::NotFound, "no_such_referral", {}},
    {"DiscardingAnOldDraft", "carys", draft,
     [](ReferralWorld&, access::Work& work, ReferralId const& id) { return error_of(discard(work, id, 0)); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"DiscardingWhatWasSent", "carys", waiting,
     [](ReferralWorld&, access::Work& work, ReferralId const& id) { return error_of(discard(work, id, 2)); },
     Refusal::Conflict, "already_sent", {}},
    {"SendingWithoutPermission", "dpo", draft, plain_sending, Refusal::Forbidden, "not_allowed", {}},
    {"SendingAnothersDraft", "amal", draft, plain_sending, Refusal::NotFound, "no_such_referral", {}},
    {"SendingTwice", "carys", waiting, plain_sending, Refusal::Conflict, "already_sent", {}},
    {"SendingAnOldDraft", "carys", draft,
     [](ReferralWorld& w, access::Work& work, ReferralId const& id) { return error_of(send(work, w.catalogue, id, 3, w.well_formed())); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"SendingNothing", "carys", draft, sending<kNothingSaid>, Refusal::Invalid, "check_answers",
     {{"area_id", "required"}, {"source_kind", "required"}, {"programme_code", "required"},
      {"how_known", "required"}, {"what_happened", "required"}, {"risk_now", "required"},
      {"consent", "required"}}},
    {"SendingWhatIsNotOffered", "carys", draft, sending<kNothingOffered>, Refusal::Invalid, "check_answers",
     {{"area_id", "not_offered"}, {"source_kind", "not_offered"}, {"channel", "not_offered"},
      {"referrer_agency_id", "not_offered"}, {"source", "not_offered"}, {"subject_kind", "not_offered"},
      {"class", "not_offered"}, {"how_often", "not_offered"}, {"people[0].role", "not_offered"},
      {"how_known", "not_offered"}, {"risk_now", "not_offered"}, {"consent", "not_offered"},
      {"people[0].choice", "not_offered"}}},
    {"SendingWhatCannotBe", "carys", draft, sending<kWrong>, Refusal::Invalid, "check_answers",
     {{"programme_code", "not_offered"}, {"what_happened", "too_long"}, {"where_happened", "not_clean_text"},
      {"place_id", "not_found"}, {"happened_on", "in_the_future"},
      {"people[0].date_of_birth", "in_the_future"}, {"people[0].phone", "not_a_phone"},
      {"people[0].postcode", "not_a_postcode"}, {"people[1].given_names", "required"},
      {"people[1].shown", "not_found"}}},
    {"SendingSomebodyWhoIsNotTheSendersToKnow", "dev", [](ReferralWorld& w) { return w.draft_of("dev"); },
     sending<kUnknownPerson>, Refusal::Invalid, "check_answers",
     {{"place_id", "not_found"}, {"people[0].person_id", "not_found"}, {"people[1].person_id", "required"}}},
    {"SendingTooMany", "carys", draft, sending<kTooMany>, Refusal::Invalid, "check_answers",
     {{"people", "too_many"}, {"people[0].shown", "too_many"}}},
    {"ReadingByAnAdministrator", "admin", waiting,
     [](ReferralWorld&, access::Work& work, ReferralId const& id) { return error_of(find(work, id)); },
     Refusal::Forbidden, "not_allowed", {}},
    {"ListingByAnAdministrator", "admin", waiting,
     [](ReferralWorld&, access::Work& work, ReferralId const&) { return error_of(queue(work, {}, {}, 1)); },
     Refusal::Forbidden, "not_allowed", {}},
    {"ListingSomeByAnAdministrator", "admin", waiting,
     [](ReferralWorld&, access::Work& work, ReferralId const& id) { return error_of(summaries(work, {id})); },
     Refusal::Forbidden, "not_allowed", {}},
    {"CountingByAnAdministrator", "admin", waiting,
     [](ReferralWorld&, access::Work& work, ReferralId const&) { return error_of(totals(work)); },
     Refusal::Forbidden, "not_allowed", {}},
    {"ListingAnUnknownStateOrTheOverdueOfAnother", "amal", waiting,
     [](ReferralWorld&, access::Work& work, ReferralId const&) { return error_of(queue(work, {.state = "lost", .overdue = true}, {}, 1)); },
     Refusal::Invalid, "check_answers", {{"state", "not_offered"}, {"overdue", "not_offered"}}},
};
// clang-format on

class ReferralIsRefused : public testing::TestWithParam<RefusalCase> {};
TEST_P(ReferralIsRefused, AndChangesNothing) {
    expect_refused(GetParam());
}
INSTANTIATE_TEST_SUITE_P(When, ReferralIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::referrals
