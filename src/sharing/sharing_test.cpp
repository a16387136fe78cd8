// What agreements, grants and asks promise, whatever the record. The council and the police are
// parties of the world's agreement; the fire service is of none.

#include "sharing/asks.h"
#include "sharing/grants.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::sharing {

namespace {

constexpr char const* kRecord = "00000000-0000-7000-8000-000000000001";

struct SharingWorld : TestWorld {
    Agreement well_formed() const {
        return {.id = {},
                .title = "Tasking agreement",
                .covers = "Incidents and who is involved",
                .starts_on = make_date(2026, 1, 1),
                .review_on = make_date(2026, 6, 1),
                .ends_on = make_date(2026, 12, 31),
                .parties = {agency("council"), agency("police")},
                .purposes = {"prevent_crime"},
                .gateways = {"CDA115"}};
    }
    NewGrant grant_to_police() const {
        return {.record_id = kRecord,
                .to = To::Agency,
                .to_id = agency("police").value,
                .depth = Depth::Summary,
                .terms = terms(),
                .reason = "They patrol there"};
    }
    template <class Do>
    auto as(std::string const& who, Do&& act) {
        auto work = work_as(who);
        auto result = act(static_cast<access::Work&>(work));
        work.finish();
        pass(std::chrono::milliseconds{1});
        return result;
    }
    GrantId given(NewGrant const& request) {
        return as("amal", [&](access::Work& work) { return give(work, request); });
    }
    std::size_t filings() {
        auto work = work_as("amal");
        return filings_of(work->tx(), kRecord).size();
    }
};

template <class T>
std::string code_of(Result<T> const& result) {
    return result ? "" : result.error().code;
}

std::string first_mistake(std::vector<FieldError> const& mistakes) {
    return mistakes.empty() ? "" : mistakes.front().field + " " + mistakes.front().code;
}

TEST(Agreements, AreWrittenByWhoManagesThemAndReadByEverybody) {
    SharingWorld world;
    auto const id = world.as(
        "dpo", [&](access::Work& work) { return create_agreement(work, world.well_formed()); });
    ASSERT_TRUE(id);
    world.as("carys", [&](access::Work& work) {
        auto const found = agreement(work, *id);
        EXPECT_EQ(found->title, "Tasking agreement");
        EXPECT_TRUE(found->names(world.agency("police")));
        EXPECT_FALSE(found->names(world.agency("housing")));
        EXPECT_TRUE(found->in_force(make_date(2026, 12, 31)));
        EXPECT_FALSE(found->in_force(make_date(2027, 1, 1)));
        EXPECT_FALSE(found->in_force(make_date(2025, 12, 31)));
        EXPECT_EQ(agreements(work).size(), 2U);
        return 0;
    });
    auto changed = world.well_formed();
    changed.id = *id;
    changed.parties.push_back(world.agency("housing"));
    changed.parties.push_back(world.agency("housing"));
    auto const revision =
        world.as("helen", [&](access::Work& work) { return change_agreement(work, changed); });
    ASSERT_TRUE(revision);
    EXPECT_EQ(*revision, 2);
    world.as("dpo", [&](access::Work& work) {
        EXPECT_EQ(agreement(work, *id)->parties.size(), 3U);
        EXPECT_EQ(code_of(change_agreement(work, changed)), "changed_by_someone_else");
        changed.id = {"00000000-0000-7000-8000-00000000000f"};
        EXPECT_EQ(code_of(change_agreement(work, changed)), "no_such_agreement");
        return 0;
    });
}

struct AgreementMistake {
    char const* name;
    void (*change)(Agreement&);
    char const* expect;
};
AgreementMistake const kAgreementMistakes[] = {
    {"NoTitle", [](Agreement& a) { a.title = " "; }, "title required"},
    {"LongTitle", [](Agreement& a) { a.title = std::string(201, 'x'); }, "title too_long"},
    {"BrokenTitle", [](Agreement& a) { a.title = "\xff"; }, "title not_clean_text"},
    {"LongCovers", [](Agreement& a) { a.covers = std::string(2001, 'x'); }, "covers too_long"},
    {"EndBeforeStart", [](Agreement& a) { a.ends_on = a.review_on = make_date(2025, 12, 31); },
     "ends_on before_start"},
    {"ReviewBeforeStart", [](Agreement& a) { a.review_on = make_date(2025, 1, 1); },
     "review_on before_start"},
    {"ReviewAfterEnd", [](Agreement& a) { a.review_on = make_date(2027, 1, 1); },
     "review_on after_end"},
    {"OneParty", [](Agreement& a) { a.parties.pop_back(); }, "parties too_few"},
    {"OnePartyTwice", [](Agreement& a) { a.parties[1] = a.parties[0]; }, "parties too_few"},
    {"UnknownParty", [](Agreement& a) { a.parties[1] = {"nobody"}; }, "parties not_offered"},
    {"NoPurpose", [](Agreement& a) { a.purposes.clear(); }, "purposes required"},
    {"UnknownPurpose", [](Agreement& a) { a.purposes = {"curiosity"}; }, "purposes not_offered"},
    {"NoGateway", [](Agreement& a) { a.gateways.clear(); }, "gateways required"},
    {"PurposeAsGateway", [](Agreement& a) { a.gateways = {"prevent_crime"}; },
     "gateways not_offered"},
};

class AgreementIsRefused : public testing::TestWithParam<AgreementMistake> {};

TEST_P(AgreementIsRefused, AndChangesNothing) {
    SharingWorld world;
    auto const before = world.dump();
    auto work = world.work_as("dpo");
    auto wanted = world.well_formed();
    GetParam().change(wanted);
    auto const made = create_agreement(work, wanted);
    ASSERT_FALSE(made);
    EXPECT_EQ(first_mistake(made.error().fields), GetParam().expect);
    work.finish();
    EXPECT_EQ(world.dump(), before);
}

INSTANTIATE_TEST_SUITE_P(When, AgreementIsRefused, testing::ValuesIn(kAgreementMistakes),
                         [](auto const& one) { return one.param.name; });

TEST(Agreements, AreNotForOfficers) {
    SharingWorld world;
    for (auto const* const who : {"amal", "carys", "admin", "marek"}) {
        auto work = world.work_as(who);
        EXPECT_EQ(code_of(create_agreement(work, world.well_formed())), "not_allowed") << who;
        EXPECT_EQ(code_of(change_agreement(work, world.well_formed())), "not_allowed") << who;
    }
}

struct GrantMistake {
    char const* name;
    void (*change)(SharingWorld&, NewGrant&);
    char const* expect;
};
GrantMistake const kGrantMistakes[] = {
    {"None", [](SharingWorld&, NewGrant&) {}, ""},
    {"ToNobody", [](SharingWorld&, NewGrant& g) { g.to_id = "nobody"; }, "to_id not_offered"},
    {"ToATeamAsAnAgency",
     [](SharingWorld& w, NewGrant& g) { g.to_id = w.team("police_sca").value; },
     "to_id not_offered"},
    {"ToAPersonWhoHasLeft",
     [](SharingWorld& w, NewGrant& g) {
         g.to = To::User;
         g.to_id = w.user("carys").value;
         w.run("UPDATE user_account SET valid_to = '2026-02-01' WHERE name = 'carys'");
     },
     "to_id not_offered"},
    {"ToAnAgencyThatHasClosed",
     [](SharingWorld& w, NewGrant&) {
         w.run("UPDATE org_agency SET valid_to = '2026-02-01' WHERE code = 'police'");
     },
     "to_id not_offered"},
    {"ToWhomItIsClosed",
     [](SharingWorld& w, NewGrant& g) {
         g.to = To::User;
         g.to_id = w.user("carys").value;
         w.run("INSERT INTO access_shut_out (user_id, record_id) VALUES ('" + g.to_id + "', '" +
               kRecord + "')");
     },
     "to_id not_offered"},
    {"NoPurpose", [](SharingWorld&, NewGrant& g) { g.terms.purpose = ""; }, "purpose required"},
    {"UnknownPurpose", [](SharingWorld&, NewGrant& g) { g.terms.purpose = "curiosity"; },
     "purpose not_offered"},
    {"PurposeNotAgreed", [](SharingWorld&, NewGrant& g) { g.terms.purpose = "manage_tenancy"; },
     "purpose not_in_agreement"},
    {"NoGateway", [](SharingWorld&, NewGrant& g) { g.terms.gateway = ""; }, "gateway required"},
    {"GatewayOfAnotherTime",
     [](SharingWorld& w, NewGrant&) {
         w.run("UPDATE sharing_code SET valid_to = '2026-02-01' WHERE code = 'CDA115'");
     },
     "gateway not_offered"},
    {"GatewayNotAgreed", [](SharingWorld&, NewGrant& g) { g.terms.gateway = "MAPPA"; },
     "gateway not_in_agreement"},
    {"EndedYesterday",
     [](SharingWorld& w, NewGrant& g) { g.terms.ends_on = add_days(w.clock.today, -1); },
     "ends_on in_the_past"},
    {"LongerThanAnyGrant",
     [](SharingWorld& w, NewGrant& g) { g.terms.ends_on = add_days(w.clock.today, 367); },
     "ends_on too_late"},
    {"LongerThanTheAgreement",
     [](SharingWorld& w, NewGrant&) {
         w.run("UPDATE sharing_agreement SET ends_on = '2026-03-01'");
     },
     "ends_on too_late"},
    {"NoAgreement", [](SharingWorld&, NewGrant& g) { g.terms.agreement.reset(); },
     "agreement_id required"},
    {"UnknownAgreement",
     [](SharingWorld&, NewGrant& g) { g.terms.agreement = AgreementId{"nothing"}; },
     "agreement_id not_offered"},
    {"AgreementThatIsOver",
     [](SharingWorld& w, NewGrant&) {
         w.run("UPDATE sharing_agreement SET ends_on = '2026-02-01'");
     },
     "agreement_id not_in_force"},
    {"AgreementThatHasNotBegun",
     [](SharingWorld& w, NewGrant&) {
         w.run("UPDATE sharing_agreement SET starts_on = '2026-02-03'");
     },
     "agreement_id not_in_force"},
    {"AgreementOfOthers",
     [](SharingWorld& w, NewGrant&) {
         w.run("DELETE FROM sharing_agreement_party WHERE agency_id = '" +
               w.agency("police").value + "'");
     },
     "agreement_id not_a_party"},
    {"AgreementWithoutTheGiver",
     [](SharingWorld& w, NewGrant&) {
         w.run("DELETE FROM sharing_agreement_party WHERE agency_id = '" +
               w.agency("council").value + "'");
     },
     "agreement_id not_a_party"},
    {"WithinOneAgencyWithoutAgreement",
     [](SharingWorld& w, NewGrant& g) {
         g.to = To::User;
         g.to_id = w.user("bea").value;
         g.terms.agreement.reset();
     },
     ""},
    {"NoReason", [](SharingWorld&, NewGrant& g) { g.reason = ""; }, "reason required"},
    {"LongReason", [](SharingWorld&, NewGrant& g) { g.reason = std::string(2001, 'x'); },
     "reason too_long"},
    {"BrokenReason", [](SharingWorld&, NewGrant& g) { g.reason = "\xff"; },
     "reason not_clean_text"},
};

class GrantMistakes : public testing::TestWithParam<GrantMistake> {};

TEST_P(GrantMistakes, AreNamed) {
    SharingWorld world;
    auto request = world.grant_to_police();
    GetParam().change(world, request);
    auto work = world.work_as("amal");
    auto const mistakes = mistakes_in(work, request);
    auto const expect = std::string{GetParam().expect};
    bool const found = std::any_of(mistakes.begin(), mistakes.end(), [&](FieldError const& one) {
        return one.field + " " + one.code == expect;
    });
    EXPECT_TRUE(expect.empty() ? mistakes.empty() : found) << first_mistake(mistakes);
}

INSTANTIATE_TEST_SUITE_P(When, GrantMistakes, testing::ValuesIn(kGrantMistakes),
                         [](auto const& one) { return one.param.name; });

TEST(UsualTerms, AreOfTheAgreementThatLastsLongestAndBothAreIn) {
    SharingWorld world;
    auto longer = world.well_formed();
    longer.ends_on = make_date(2030, 1, 1);
    longer.purposes = {"support_victim"};
    auto const made =
        *world.as("dpo", [&](access::Work& work) { return create_agreement(work, longer); });
    world.as("amal", [&](access::Work& work) {
        auto const police = usual_terms(work, world.agency("police"));
        EXPECT_EQ(police->agreement, made);
        EXPECT_EQ(police->purpose, "support_victim");
        EXPECT_EQ(police->ends_on, add_days(work.clock().today, 366)) << "no longer than any grant";
        EXPECT_EQ(usual_terms(work, world.agency("housing"))->agreement, world.agreement());
        return 0;
    });
    world.run("UPDATE sharing_agreement SET ends_on = '2026-03-01' WHERE id = '" +
              world.agreement().value + "'");
    world.as("amal", [&](access::Work& work) {
        EXPECT_EQ(usual_terms(work, world.agency("housing"))->ends_on, make_date(2026, 3, 1));
        return 0;
    });
    world.run("UPDATE sharing_agreement SET ends_on = '2026-02-01'");
    world.as("amal", [&](access::Work& work) {
        EXPECT_FALSE(usual_terms(work, world.agency("housing")));
        return 0;
    });
}

TEST(Grants, HoldUntilTheEndOfTheirLastDayInLondon) {
    SharingWorld world;
    world.clock = clock_at(*parse_instant("2026-06-01T10:00"));
    auto request = world.grant_to_police();
    request.terms.ends_on = make_date(2026, 6, 3);
    world.given(request);
    EXPECT_EQ(world.value("SELECT until FROM sharing_grant"), "2026-06-03T23:00:00.000Z");
    EXPECT_EQ(world.value("SELECT next_end FROM access_version"), "2026-06-03T23:00:00.000Z");
    world.clock = clock_at(*parse_instant("2026-06-03T22:59"));
    world.as("helen", [&](access::Work& work) {
        EXPECT_TRUE(end_what_is_over(work, 10).empty());
        return 0;
    });
    EXPECT_EQ(world.filings(), 1U);
    world.clock = clock_at(*parse_instant("2026-06-03T23:00"));
    world.as("helen", [&](access::Work& work) {
        auto const over = end_what_is_over(work, 10);
        EXPECT_EQ(over.size(), 1U);
        EXPECT_EQ(over.front().ending, "expired");
        EXPECT_TRUE(end_what_is_over(work, 10).empty()) << "once";
        return 0;
    });
    EXPECT_EQ(world.filings(), 0U);
    EXPECT_EQ(world.value("SELECT next_end FROM access_version"), "");
}

TEST(Grants, OfWhichSomeAreLeftLeaveTheirEndInSight) {
    SharingWorld world;
    auto request = world.grant_to_police();
    for (int day : {5, 3, 4, 9}) {
        request.terms.ends_on = add_days(world.clock.today, day);
        world.given(request);
    }
    EXPECT_EQ(world.value("SELECT next_end FROM access_version"), "2026-02-06T00:00:00.000Z");
    world.pass_days(6);
    world.as("helen", [&](access::Work& work) { return end_what_is_over(work, 2).size(); });
    EXPECT_EQ(world.value("SELECT next_end FROM access_version"), "2026-02-06T00:00:00.000Z");
    world.as("helen", [&](access::Work& work) { return end_what_is_over(work, 2).size(); });
    EXPECT_EQ(world.value("SELECT next_end FROM access_version"), "2026-02-12T00:00:00.000Z");
    EXPECT_EQ(world.filings(), 1U);
}

TEST(Grants, CanBeNarrowedAndNeverWidened) {
    SharingWorld world;
    auto const id = world.given(world.grant_to_police());
    Narrowing request{id, kRecord, 1, Depth::Existence, add_days(world.clock.today, 10)};
    auto const narrowed =
        world.as("amal", [&](access::Work& work) { return narrow(work, request); });
    ASSERT_TRUE(narrowed);
    EXPECT_EQ(*narrowed, 2);
    EXPECT_EQ(world.value("SELECT next_end FROM access_version"), "2026-02-13T00:00:00.000Z");

    auto const before = world.dump();
    auto work = world.work_as("amal");
    auto const refused = [&](auto change) {
        auto wanted = request;
        wanted.revision = 2;
        change(wanted);
        auto const answer = narrow(work, wanted);
        if (answer) return std::string{"taken"};
        return answer.error().fields.empty() ? answer.error().code
                                             : first_mistake(answer.error().fields);
    };
    EXPECT_EQ(refused([](Narrowing& n) { n.depth = Depth::Summary; }), "depth wider");
    EXPECT_EQ(refused([](Narrowing& n) { n.ends_on = add_days(n.ends_on, 1); }), "ends_on later");
    EXPECT_EQ(refused([&](Narrowing& n) { n.ends_on = add_days(world.clock.today, -1); }),
              "ends_on in_the_past");
    EXPECT_EQ(refused([](Narrowing& n) { n.revision = 1; }), "changed_by_someone_else");
    EXPECT_EQ(refused([](Narrowing& n) { n.record_id = "another"; }), "no_such_grant");
    work.finish();
    EXPECT_EQ(world.dump(), before);
}

TEST(Grants, EndOnce) {
    SharingWorld world;
    auto const id = world.given(world.grant_to_police());
    auto const ended = [&](std::int64_t revision, std::string const& reason) {
        return world.as("amal", [&](access::Work& work) {
            auto const done = end(work, kRecord, id, revision, Ending::Withdrawn, reason);
            return done ? std::string{}
                        : done.error().code + (done.error().fields.empty()
                                                   ? ""
                                                   : " " + first_mistake(done.error().fields));
        });
    };
    EXPECT_EQ(ended(1, ""), "check_answers reason required");
    EXPECT_EQ(ended(2, "Moved"), "changed_by_someone_else");
    EXPECT_EQ(world.filings(), 1U);
    EXPECT_EQ(ended(1, "Moved"), "");
    EXPECT_EQ(world.filings(), 0U);
    EXPECT_EQ(ended(2, "Moved"), "already_ended");
    world.as("amal", [&](access::Work& work) {
        EXPECT_EQ(code_of(narrow(work, {id, kRecord, 2, Depth::Existence, work.clock().today})),
                  "already_ended");
        EXPECT_EQ(code_of(end(work, "another", id, 2, Ending::Withdrawn, "Moved")),
                  "no_such_grant");
        return 0;
    });
}

TEST(Emergencies, LastAnHourAndAreReviewedByTheNextWorkingDayBySomebodyElse) {
    SharingWorld world;
    world.clock = clock_at(*parse_instant("2026-02-06T18:00"));  // a Friday
    auto const taken = world.as("marek", [&](access::Work& work) {
        return take(work, kRecord, "She rang, he is outside");
    });
    EXPECT_EQ(taken.until, *parse_instant("2026-02-06T19:00"));
    EXPECT_EQ(world.value("SELECT review_due_on FROM sharing_emergency"), "2026-02-09");

    auto const review = [&](char const* who, std::string const& finding, std::string const& note,
                            std::int64_t revision = 1) {
        return world.as(who, [&](access::Work& work) {
            auto const done = review_emergency(work, taken.grant, revision, finding, note);
            if (done) return std::string{};
            return done.error().fields.empty() ? done.error().code
                                               : first_mistake(done.error().fields);
        });
    };
    EXPECT_EQ(review("marek", "justified", "I had to"), "no_such_emergency");
    EXPECT_EQ(review("amal", "justified", "Fine"), "not_allowed");
    EXPECT_EQ(review("dpo", "", "Fine"), "finding required");
    EXPECT_EQ(review("dpo", "perhaps", "Fine"), "finding not_offered");
    EXPECT_EQ(review("dpo", "justified", ""), "note required");
    EXPECT_EQ(review("dpo", "justified", "Fine", 2), "changed_by_someone_else");
    world.as("dpo", [&](access::Work& work) {
        auto const list = *emergencies(work, 10);
        EXPECT_EQ(list.size(), 1U);
        EXPECT_EQ(list.front().finding, "");
        EXPECT_EQ(list.front().user, world.user("marek"));
        EXPECT_EQ(record_of_emergency(work, taken.grant), kRecord);
        return 0;
    });
    EXPECT_EQ(review("dpo", "not_justified", "He could have rung"), "");
    EXPECT_EQ(review("dpo", "justified", "Fine", 2), "already_reviewed");
    world.as("marek", [&](access::Work& work) {
        EXPECT_TRUE(emergencies(work, 10)->empty()) << "not one's own";
        EXPECT_FALSE(record_of_emergency(work, taken.grant));
        return 0;
    });
    world.as("amal", [&](access::Work& work) {
        EXPECT_EQ(code_of(emergencies(work, 10)), "not_allowed");
        return 0;
    });
}

TEST(Asks, AreAnsweredOnceBySomebodyElse) {
    SharingWorld world;
    NewAsk const well_formed{"SCA-2026-4147", kRecord, Depth::Content, "support_victim",
                             "We house her"};
    auto const asked =
        world.as("carys", [&](access::Work& work) { return ask(work, well_formed); });
    ASSERT_TRUE(asked);
    EXPECT_EQ(world.value("SELECT answer_due_on FROM sharing_ask"), "2026-02-09");
    world.as("carys", [&](access::Work& work) {
        EXPECT_TRUE(waiting(work, 10).empty()) << "not one's own";
        EXPECT_FALSE(find_ask(work, *asked));
        EXPECT_EQ(code_of(decide(work, {*asked, 1, std::nullopt, "No"})), "no_such_ask");
        EXPECT_EQ(asked_by_actor(work, 10).size(), 1U);
        return 0;
    });
    auto const decided = [&](std::int64_t revision, std::string const& answer) {
        return world.as("amal", [&](access::Work& work) {
            auto const done = decide(work, {*asked, revision, std::nullopt, answer});
            if (done) return std::string{};
            return done.error().fields.empty() ? done.error().code
                                               : first_mistake(done.error().fields);
        });
    };
    EXPECT_EQ(decided(1, ""), "answer required");
    EXPECT_EQ(decided(2, "No"), "changed_by_someone_else");
    EXPECT_EQ(decided(1, "No: ring us instead"), "");
    EXPECT_EQ(decided(2, "No"), "already_decided");
    world.as("carys", [&](access::Work& work) {
        EXPECT_EQ(asked_by_actor(work, 10).front().decision, "refused");
        EXPECT_EQ(asked_by_actor(work, 10).front().answer, "No: ring us instead");
        return 0;
    });
}

TEST(Asks, SayWhatIsWrongWithThem) {
    SharingWorld world;
    auto const before = world.dump();
    auto work = world.work_as("carys");
    auto const mistake = [&](auto change) {
        NewAsk wanted{"SCA-2026-4147", std::nullopt, Depth::Content, "support_victim",
                      "We house her"};
        change(wanted);
        return first_mistake(ask(work, wanted).error().fields);
    };
    EXPECT_EQ(mistake([](NewAsk& a) { a.reference = " "; }), "reference required");
    EXPECT_EQ(mistake([](NewAsk& a) { a.reference = std::string(41, 'x'); }), "reference too_long");
    EXPECT_EQ(mistake([](NewAsk& a) { a.purpose = ""; }), "purpose required");
    EXPECT_EQ(mistake([](NewAsk& a) { a.purpose = "curiosity"; }), "purpose not_offered");
    EXPECT_EQ(mistake([](NewAsk& a) { a.reason = ""; }), "reason required");
    EXPECT_EQ(mistake([](NewAsk& a) { a.reason = "\xff"; }), "reason not_clean_text");
    work.finish();
    EXPECT_EQ(world.dump(), before);
}

}  // namespace

}  // namespace waymark::sharing
