// Who may know a case besides its hub, how much of it, and until when. Carys is of the police, Dev
// of housing, Bea of the other hub.

#include "cases/case_sharing.h"

#include "case_world_test.h"
#include "cases/conflicts.h"
#include "notices/notices.h"

namespace waymark::cases {

namespace {

using sharing::Depth;
using sharing::To;

struct SharingWorld : CaseWorld {
    sharing::NewGrant to(To kind, std::string const& receiver, Depth depth) const {
        return {.record_id = {},
                .to = kind,
                .to_id = receiver,
                .depth = depth,
                .terms = terms(),
                .reason = "They know the street"};
    }
    sharing::NewGrant to_police(Depth depth) const {
        return to(To::Agency, agency("police").value, depth);
    }
    sharing::GrantId shared(sharing::NewGrant const& request) {
        return *as("amal", [&](access::Work& work) { return share(work, id, request); });
    }
    std::vector<InPart> in_part(std::string const& who) {
        return *as(who, [](access::Work& work) { return known_in_part(work); });
    }
    bool sees_vic(std::string const& who) {
        return as(who, [&](access::Work& work) { return bool(people::find(work, vic)); });
    }
    bool sees_home(std::string const& who) {
        return as(who, [&](access::Work& work) { return bool(places::find(work, home)); });
    }
    std::size_t listed(std::string const& who) {
        return as(
            who, [&](access::Work& work) { return list(work, {}, std::nullopt, 50)->rows.size(); });
    }
    void end_all_that_is_over() {
        auto work = work_as("helen");
        while (end_what_is_over(work)) {
        }
        work.finish();
    }
    OpenedInEmergency open_as(std::string const& who) {
        auto const reference = column("reference");
        return *as(who, [&](access::Work& work) {
            return open_in_emergency(work, " " + reference + " ", "He is outside her door");
        });
    }
    std::string last_entry() {
        return as("helen", [&](access::Work& work) {
            auto const entry = chronology(work, id, std::nullopt, 1)->rows.front();
            return entry.kind + " " + entry.detail;
        });
    }
};

template <class T>
std::string refusal(Result<T> const& result) {
    if (result) return "";
    auto const& error = result.error();
    return error.fields.empty() ? error.code
                                : error.fields.front().field + " " + error.fields.front().code;
}

TEST(Sharing, OfTheContentOpensTheCaseItsPeopleAndPlacesToWhomItIsGiven) {
    SharingWorld world;
    ASSERT_FALSE(world.sees("carys"));
    auto const grant = world.shared(world.to_police(Depth::Content));
    EXPECT_EQ(world.last_entry(), "sharing given,agency,content");
    EXPECT_TRUE(world.sees("carys"));
    EXPECT_TRUE(world.sees_vic("carys"));
    EXPECT_TRUE(world.sees_home("carys"));
    EXPECT_EQ(world.listed("carys"), 1U);
    EXPECT_TRUE(world.in_part("carys").empty());
    EXPECT_FALSE(world.sees("dev"));

    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return end_share(work, world.id, grant, 1, "No longer needed");
    }));
    EXPECT_EQ(world.last_entry(), "sharing withdrawn,agency,content");
    EXPECT_FALSE(world.sees("carys"));
    EXPECT_FALSE(world.sees_vic("carys"));
    EXPECT_FALSE(world.sees_home("carys"));
    EXPECT_EQ(world.listed("carys"), 0U);
}

TEST(Sharing, WithOnePersonOrTeamIsNotSharingWithTheirAgency) {
    SharingWorld world;
    world.shared(world.to(To::User, world.user("bea").value, Depth::Content));
    EXPECT_TRUE(world.sees("bea"));
    EXPECT_FALSE(world.sees("carys"));
    world.shared(world.to(To::Team, world.team("housing").value, Depth::Content));
    EXPECT_TRUE(world.sees("dev"));
    EXPECT_FALSE(world.sees("carys"));
}

TEST(Sharing, ThatItExistsTellsWhomToRingAndNothingElse) {
    SharingWorld world;
    world.shared(world.to_police(Depth::Existence));
    EXPECT_FALSE(world.sees("carys"));
    EXPECT_FALSE(world.sees_vic("carys"));
    EXPECT_EQ(world.listed("carys"), 0U);
    auto const parts = world.in_part("carys");
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts[0].reference, world.column("reference"));
    EXPECT_EQ(parts[0].lead_user_id, world.user("amal"));
    EXPECT_EQ(parts[0].area_id, world.area("SCA"));
    EXPECT_EQ(parts[0].title, "");
    EXPECT_EQ(parts[0].programme_code, "");
    EXPECT_EQ(parts[0].stage, "");
    EXPECT_EQ(parts[0].risk_band, "");
    EXPECT_EQ(parts[0].opened_on, std::nullopt);
    EXPECT_EQ(parts[0].next_review_on, std::nullopt);
    EXPECT_TRUE(world.in_part("dev").empty());
}

TEST(Sharing, OfASummaryTellsHowItStands) {
    SharingWorld world;
    world.shared(world.to_police(Depth::Existence));
    world.shared(world.to_police(Depth::Summary));
    auto const parts = world.in_part("carys");
    ASSERT_EQ(parts.size(), 1U) << "once, and as deep as any grant goes";
    EXPECT_EQ(parts[0].depth, Depth::Summary);
    EXPECT_EQ(parts[0].title, "Noise on Cliff Street");
    EXPECT_EQ(parts[0].stage, world.column("stage"));
    EXPECT_TRUE(parts[0].is_open);
    EXPECT_FALSE(world.sees("carys"));
    EXPECT_FALSE(world.sees_vic("carys"));
    EXPECT_EQ(world.listed("carys"), 0U);
}

TEST(Sharing, InPartWithAReaderOfTheWholeShowsTheWhole) {
    SharingWorld world;
    world.shared(world.to(To::Agency, world.agency("council").value, Depth::Summary));
    EXPECT_TRUE(world.in_part("amal").empty()) << "his hub's case";
    EXPECT_EQ(world.in_part("bea").size(), 1U) << "of the same council, but another hub";
}

TEST(Sharing, InPartIsClosedByAConflictOfInterest) {
    SharingWorld world;
    world.shared(world.to(To::Agency, world.agency("council").value, Depth::Summary));
    ASSERT_EQ(world.in_part("bea").size(), 1U);
    ASSERT_TRUE(world.as("helen", [&](access::Work& work) {
        return cases::declare_interest(work, access::NewInterest{.user = world.user("bea"),
                                                                 .person = world.alan,
                                                                 .kind = "family",
                                                                 .note = "His sister"});
    }));
    EXPECT_TRUE(world.in_part("bea").empty());
}

TEST(Sharing, NarrowedFromContentClosesTheCase) {
    SharingWorld world;
    auto const grant = world.shared(world.to_police(Depth::Content));
    ASSERT_TRUE(world.sees("carys"));
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return narrow_share(work, world.id,
                            {.id = grant,
                             .record_id = {},
                             .revision = 1,
                             .depth = Depth::Existence,
                             .ends_on = world.terms().ends_on});
    }));
    EXPECT_EQ(world.last_entry(), "sharing narrowed,agency,existence");
    EXPECT_FALSE(world.sees("carys"));
    EXPECT_FALSE(world.sees_vic("carys"));
    EXPECT_EQ(world.in_part("carys").size(), 1U);
}

TEST(Sharing, IsOverWhenItsTimeIs) {
    SharingWorld world;
    world.shared(world.to_police(Depth::Content));
    world.shared(world.to(To::Team, world.team("housing").value, Depth::Summary));
    world.pass_days(91);
    world.end_all_that_is_over();
    EXPECT_FALSE(world.sees("carys"));
    EXPECT_FALSE(world.sees_vic("carys"));
    EXPECT_TRUE(world.in_part("dev").empty());
    auto const story = world.as("helen", [&](access::Work& work) {
        return chronology(work, world.id, std::nullopt, 2)->rows;
    });
    EXPECT_EQ(story[0].kind, "sharing");
    EXPECT_EQ(story[0].happened_at, start_of_london_day(make_date(2026, 5, 4)));
}

TEST(APartner, EndsWhenItsGrantIsOverUnlessItIsRenewed) {
    SharingWorld world;
    auto const police = world.bring_in("police");
    auto const housing = world.bring_in("housing");
    world.pass_days(80);
    auto const renewed = world.as("amal", [&](access::Work& work) {
        return renew_partner(work, {world.id, police, 1, "Still patrols", world.terms()});
    });
    ASSERT_TRUE(renewed);
    EXPECT_EQ(*renewed, 2);
    EXPECT_EQ(world.value("SELECT count(*) FROM sharing_grant WHERE ending = 'replaced'"), "1");
    world.pass_days(12);
    world.end_all_that_is_over();
    EXPECT_TRUE(world.sees("carys"));
    EXPECT_FALSE(world.sees("dev"));
    EXPECT_EQ(world.last_entry(), "partner expired");
    EXPECT_EQ(world.value("SELECT to_on FROM case_partner WHERE id = '" + housing.value + "'"),
              "2026-05-03");
}

TEST(APartner, ThatIsEndedHasNoGrantLeft) {
    SharingWorld world;
    auto const police = world.bring_in("police");
    ASSERT_TRUE(world.as(
        "amal", [&](access::Work& work) { return end_partner(work, world.id, police, 1); }));
    EXPECT_EQ(world.value("SELECT ending FROM sharing_grant"), "partner_ended");
    EXPECT_FALSE(world.sees("carys"));
}

struct Refused {
    char const* name;
    char const* who;
    std::string (*attempt)(SharingWorld&, access::Work&);
    char const* expect;
};

std::string give_as(SharingWorld& w, access::Work& work, void (*change)(sharing::NewGrant&)) {
    auto request = w.to_police(Depth::Summary);
    change(request);
    return refusal(share(work, w.id, request));
}

Refused const kRefused[] = {
    {"SharingByAPartner", "dev",
     [](SharingWorld& w, access::Work& work) { return give_as(w, work, [](auto&) {}); },
     "not_allowed"},
    {"SharingByAStranger", "bea",
     [](SharingWorld& w, access::Work& work) { return give_as(w, work, [](auto&) {}); },
     "no_such_case"},
    {"SharingWithoutAReason", "amal",
     [](SharingWorld& w, access::Work& work) {
         return give_as(w, work, [](auto& grant) { grant.reason = ""; });
     },
     "reason required"},
    {"SharingAgain", "amal",
     [](SharingWorld& w, access::Work& work) {
         auto request = w.to(To::Team, w.team("housing").value, Depth::Summary);
         return refusal(share(work, w.id, request));
     },
     "already_shared"},
    {"NarrowingByAStranger", "bea",
     [](SharingWorld& w, access::Work& work) {
         return refusal(narrow_share(work, w.id, {{"x"}, {}, 1, Depth::Existence, w.clock.today}));
     },
     "no_such_case"},
    {"NarrowingWhatIsNot", "amal",
     [](SharingWorld& w, access::Work& work) {
         return refusal(narrow_share(work, w.id, {{"x"}, {}, 1, Depth::Existence, w.clock.today}));
     },
     "no_such_grant"},
    {"EndingByAPartner", "dev",
     [](SharingWorld& w, access::Work& work) {
         return refusal(end_share(work, w.id, {"x"}, 1, "Why"));
     },
     "not_allowed"},
    {"EndingWhatAPartnerHas", "amal",
     [](SharingWorld& w, access::Work& work) {
         auto const grants = *shared_with(work, w.id);
         auto const partner = std::find_if(grants.begin(), grants.end(),
                                           [](auto const& one) { return one.origin == "partner"; });
         return refusal(end_share(work, w.id, partner->id, 1, "Why"));
     },
     "end_partner_instead"},
    {"ReadingWhoHasItByAStranger", "bea",
     [](SharingWorld& w, access::Work& work) { return refusal(shared_with(work, w.id)); },
     "no_such_case"},
    {"RenewingByAPartner", "dev",
     [](SharingWorld& w, access::Work& work) {
         return refusal(renew_partner(work, {w.id, {"x"}, 1, "Why", w.terms()}));
     },
     "not_allowed"},
    {"RenewingWhatIsNot", "amal",
     [](SharingWorld& w, access::Work& work) {
         return refusal(renew_partner(work, {w.id, {"x"}, 1, "Why", w.terms()}));
     },
     "no_such_partner"},
    {"RenewingWithoutAReason", "amal",
     [](SharingWorld& w, access::Work& work) {
         CasePartnerId const partner{
             work.tx().first({"p", "SELECT id FROM case_partner"}, {})->text("id")};
         return refusal(renew_partner(work, {w.id, partner, 1, "", w.terms()}));
     },
     "reason required"},
    {"RenewingLate", "amal",
     [](SharingWorld& w, access::Work& work) {
         CasePartnerId const partner{
             work.tx().first({"p", "SELECT id FROM case_partner"}, {})->text("id")};
         return refusal(renew_partner(work, {w.id, partner, 7, "Why", w.terms()}));
     },
     "changed_by_someone_else"},
    {"BringingInUnderAnAgreementThatIsOver", "amal",
     [](SharingWorld& w, access::Work& work) {
         auto terms = w.terms();
         terms.ends_on = make_date(2030, 1, 1);
         return refusal(bring_in_partner(
             work,
             {.case_id = w.id, .agency_id = w.agency("police"), .reason = "R", .terms = terms}));
     },
     "ends_on too_late"},
    {"AnEmergencyOfAReaderOfTheCase", "amal",
     [](SharingWorld& w, access::Work& work) {
         return refusal(open_in_emergency(work, w.column("reference"), "Now"));
     },
     "already_open_to_you"},
    {"AnEmergencyByWhoMayNot", "dpo",
     [](SharingWorld& w, access::Work& work) {
         return refusal(open_in_emergency(work, w.column("reference"), "Now"));
     },
     "not_allowed"},
    {"AnEmergencyWithoutAReason", "carys",
     [](SharingWorld& w, access::Work& work) {
         return refusal(open_in_emergency(work, w.column("reference"), " "));
     },
     "reason required"},
    {"AnEmergencyAboutNothing", "carys",
     [](SharingWorld&, access::Work& work) {
         return refusal(open_in_emergency(work, "SCA-2026-0000", "Now"));
     },
     "no_such_case"},
    {"AskingByWhoReadsNoCases", "admin",
     [](SharingWorld& w, access::Work& work) {
         return refusal(
             ask_for(work, {w.column("reference"), {}, Depth::Content, "support_victim", "R"}));
     },
     "not_allowed"},
    {"AskingWithoutAReason", "carys",
     [](SharingWorld& w, access::Work& work) {
         return refusal(
             ask_for(work, {w.column("reference"), {}, Depth::Content, "support_victim", ""}));
     },
     "reason required"},
    {"DecidingWhatWasNotAsked", "amal",
     [](SharingWorld&, access::Work& work) {
         return refusal(decide_ask(work, {{"x"}, 1, std::nullopt, {}, "No"}));
     },
     "no_such_ask"},
    {"DecidingByWhoRunsNoCases", "dpo",
     [](SharingWorld&, access::Work& work) { return refusal(asks_to_decide(work)); },
     "not_allowed"},
    {"ReadingInPartByWhoReadsNoCases", "admin",
     [](SharingWorld&, access::Work& work) { return refusal(known_in_part(work)); }, "not_allowed"},
    {"ReviewingNoEmergency", "dpo",
     [](SharingWorld&, access::Work& work) {
         return refusal(review_emergency(work, {"x"}, 1, "justified", "R"));
     },
     "no_such_emergency"},
};

class SharingIsRefused : public testing::TestWithParam<Refused> {};

TEST_P(SharingIsRefused, AndChangesNothing) {
    SharingWorld world;
    world.bring_in("housing");
    world.shared(world.to(To::Team, world.team("housing").value, Depth::Summary));
    auto const before = world.dump();
    auto work = world.work_as(GetParam().who);
    EXPECT_EQ(GetParam().attempt(world, work), GetParam().expect);
    EXPECT_EQ(world.dump(), before);
}

INSTANTIATE_TEST_SUITE_P(When, SharingIsRefused, testing::ValuesIn(kRefused),
                         [](auto const& one) { return one.param.name; });

TEST(AnEmergency, OpensTheCaseToOnePersonForAnHour) {
    SharingWorld world;
    auto const opened = world.open_as("carys");
    EXPECT_EQ(opened.id, world.id);
    EXPECT_EQ(opened.until,
              world.clock.now + std::chrono::minutes{60} - std::chrono::milliseconds{1});
    EXPECT_TRUE(world.sees("carys"));
    EXPECT_TRUE(world.sees_vic("carys"));
    EXPECT_EQ(world.last_entry(), "sharing emergency");
    EXPECT_FALSE(world.sees("dev"));
    EXPECT_EQ(world.value("SELECT action FROM audit_entry WHERE actor_id = '" +
                          world.user("carys").value + "' ORDER BY sequence LIMIT 1"),
              "grant.give");
    world.pass(std::chrono::minutes{60});
    world.end_all_that_is_over();
    EXPECT_FALSE(world.sees("carys"));
    EXPECT_FALSE(world.sees_vic("carys"));
}

TEST(AnEmergency, NeverOpensWhatAConflictOfInterestCloses) {
    SharingWorld world;
    ASSERT_TRUE(world.as("helen", [&](access::Work& work) {
        return cases::declare_interest(work, access::NewInterest{.user = world.user("carys"),
                                                                 .person = world.alan,
                                                                 .kind = "family",
                                                                 .note = "Sister"});
    }));
    auto const before = world.dump();
    auto const reference = world.column("reference");
    auto work = world.work_as("carys");
    EXPECT_EQ(refusal(open_in_emergency(work, reference, "Now")), "no_such_case");
    EXPECT_EQ(world.dump(), before);
}

TEST(AnEmergency, IsReviewedByWhoSeesTheCaseAndDidNotOpenIt) {
    SharingWorld world;
    world.open_as("bea");
    auto const grant = world.value("SELECT grant_id FROM sharing_emergency");
    world.as("marek", [&](access::Work& work) {
        auto const list = *emergencies(work, 10);
        EXPECT_EQ(list.size(), 1U);
        EXPECT_EQ(list.front().reference, world.column("reference"));
        return 0;
    });
    world.run("UPDATE role_assignment SET role = 'hub_manager' WHERE user_id = '" +
              world.user("bea").value + "'");
    world.pass(std::chrono::hours{2});
    world.end_all_that_is_over();
    world.as("bea", [&](access::Work& work) {
        EXPECT_TRUE(emergencies(work, 10)->empty());
        EXPECT_EQ(refusal(review_emergency(work, {grant}, 1, "justified", "R")),
                  "no_such_emergency");
        return 0;
    });
    ASSERT_TRUE(world.as("marek", [&](access::Work& work) {
        return review_emergency(work, {grant}, 1, "justified", "She was in danger");
    }));
    EXPECT_EQ(world.value("SELECT finding FROM sharing_emergency"), "justified");
}

TEST(AnEmergency, OfAnotherHubIsNotForAManagerToReview) {
    SharingWorld world;
    world.open_as("carys");
    world.run("UPDATE role_assignment SET role = 'hub_manager' WHERE user_id = '" +
              world.user("bea").value + "'");
    auto const grant = world.value("SELECT grant_id FROM sharing_emergency");
    world.as("bea", [&](access::Work& work) {
        EXPECT_TRUE(emergencies(work, 10)->empty());
        EXPECT_EQ(refusal(review_emergency(work, {grant}, 1, "justified", "R")),
                  "no_such_emergency");
        return 0;
    });
}

TEST(AskingForACase, TellsNothingUntilItIsDecided) {
    SharingWorld world;
    auto const reference = world.column("reference");
    auto const ask_as = [&](char const* who, std::string const& said) {
        return *world.as(who, [&](access::Work& work) {
            return ask_for(work, {said, {}, Depth::Content, "support_victim", "We house her"});
        });
    };
    auto const asked = ask_as("carys", reference);
    ask_as("carys", "SCA-2026-0000");
    world.as("carys", [&](access::Work& work) {
        auto const mine = sharing::asked_by_actor(work, 10);
        EXPECT_EQ(mine.size(), 2U);
        for (auto const& one : mine) EXPECT_EQ(one.decision, "");
        return 0;
    });
    EXPECT_FALSE(world.sees("carys"));
    auto const to_decide = [&](char const* who) {
        return world.as(who, [](access::Work& work) { return asks_to_decide(work)->size(); });
    };
    EXPECT_EQ(to_decide("amal"), 1U);
    EXPECT_EQ(to_decide("bea"), 0U);

    auto const decide_as = [&](char const* who, std::optional<Depth> depth, auto const& terms) {
        return world.as(who, [&](access::Work& work) {
            return refusal(decide_ask(work, {asked, 1, depth, terms, "Yes: until spring"}));
        });
    };
    EXPECT_EQ(decide_as("bea", Depth::Content, world.terms()), "no_such_ask");
    EXPECT_EQ(decide_as("amal", Depth::Content, sharing::Terms{}), "purpose required");
    EXPECT_FALSE(world.sees("carys"));
    EXPECT_EQ(decide_as("amal", Depth::Content, world.terms()), "");
    EXPECT_TRUE(world.sees("carys"));
    EXPECT_EQ(to_decide("amal"), 0U);
    EXPECT_EQ(decide_as("amal", Depth::Content, world.terms()), "already_decided");
}

TEST(AskingForACase, ThatAConflictClosesReachesNobody) {
    SharingWorld world;
    ASSERT_TRUE(world.as("helen", [&](access::Work& work) {
        return cases::declare_interest(work, access::NewInterest{.user = world.user("carys"),
                                                                 .person = world.alan,
                                                                 .kind = "family",
                                                                 .note = "Sister"});
    }));
    auto const reference = world.column("reference");
    EXPECT_TRUE(world.as("carys", [&](access::Work& work) {
        return ask_for(work, {reference, {}, Depth::Content, "support_victim", "We house her"});
    }));
    EXPECT_EQ(world.value("SELECT coalesce(record_id, 'none') FROM sharing_ask"), "none");
    EXPECT_TRUE(world.as("amal", [](access::Work& work) { return asks_to_decide(work)->empty(); }));
}

TEST(OpeningACase, LedByAnAgencyThatNoAgreementNamesIsRefused) {
    SharingWorld world;
    world.run("UPDATE sharing_agreement SET ends_on = '2026-02-01'");
    auto const before = world.dump();
    auto work = world.work_as("amal");
    auto request = world.well_formed();
    request.lead_agency_id = world.agency("police");
    request.lead_user_id.reset();
    EXPECT_EQ(refusal(open(work, world.catalogue, request)), "lead_agency_id no_agreement");
    EXPECT_EQ(refusal(update(work, {world.id, 1, "Noise", world.agency("police"), std::nullopt})),
              "lead_agency_id no_agreement");
    EXPECT_EQ(refusal(transfer(work, {.id = world.id,
                                      .revision = 1,
                                      .area_id = world.area("HAR"),
                                      .reason = "Moved",
                                      .consent = "given",
                                      .lead_agency_id = world.agency("police")})),
              "lead_agency_id no_agreement");
    EXPECT_EQ(world.dump(), before);
}

std::string notices_of(SharingWorld& world, std::string const& who) {
    auto work = world.work_as(who);
    std::string kinds;
    for (auto const& one : notices::mine(work, 20)) kinds += one.kind + " ";
    return kinds;
}

TEST(AnEmergency, IsToldAtOnceToWhoAnswersForTheCase) {
    SharingWorld world;
    world.open_as("carys");
    EXPECT_EQ(notices_of(world, "amal"), "emergency ") << "who leads it";
    EXPECT_EQ(notices_of(world, "marek"), "emergency ") << "who manages the hub";
    EXPECT_EQ(notices_of(world, "dpo"), "emergency ");
    EXPECT_EQ(notices_of(world, "carys"), "") << "who opened it knows";
    EXPECT_EQ(notices_of(world, "bea"), "") << "of another hub";
}

TEST(Sharing, IsToldToThePersonOrTheTeamThatItIsWith) {
    SharingWorld world;
    world.shared(world.to(To::Team, world.team("police_sca").value, Depth::Summary));
    world.shared(world.to(To::User, world.user("bea").value, Depth::Content));
    world.shared(world.to(To::Agency, world.agency("housing").value, Depth::Content));
    EXPECT_EQ(notices_of(world, "carys"), "shared ");
    EXPECT_EQ(notices_of(world, "bea"), "shared ");
    EXPECT_EQ(notices_of(world, "dev"), "") << "an agency is not told as a whole";
}

TEST(ACorrection, IsToldToEverybodyWhoOpenedTheCase) {
    SharingWorld world;
    auto const grant = world.shared(world.to_police(Depth::Content));
    world.as("carys", [&](access::Work& work) { return bool(find(work, world.id)); });
    world.as("marek", [&](access::Work& work) { return bool(find(work, world.id)); });
    EXPECT_TRUE(world.as(
        "amal", [&](access::Work& work) { return end_share(work, world.id, grant, 1, "Over"); }));
    auto const said = world.as("amal", [&](access::Work& work) {
        return refusal(correct(work, world.id, "His name is Tom, not Tim"));
    });
    EXPECT_EQ(said, "");
    EXPECT_EQ(world.last_entry(), "sharing correction");
    EXPECT_EQ(notices_of(world, "carys"), "correction ") << "who sees it no more, too";
    EXPECT_EQ(notices_of(world, "marek"), "correction ");
    EXPECT_EQ(notices_of(world, "dev"), "") << "who never opened it";
    auto work = world.work_as("bea");
    EXPECT_EQ(refusal(correct(work, world.id, "x")), "no_such_case") << "of another hub";
}

}  // namespace

}  // namespace waymark::cases
