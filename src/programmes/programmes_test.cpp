// What the shipped programmes promise, and which version applies on a day.

#include "test_files.h"

#include <algorithm>

namespace waymark::programmes {

namespace {

Date const kToday = make_date(2026, 3, 31);

TEST(ShippedProgrammes, AreTwoAndEachSaysWhereItIsFrom) {
    auto const offered = shipped().offered(kToday);

    ASSERT_EQ(offered.size(), 2U);
    EXPECT_EQ(offered[0]->ref, (Ref{"antisocial_behaviour", "2026", ""}));
    EXPECT_EQ(offered[1]->ref, (Ref{"place_problem_solving", "2026", ""}));
    for (auto const* one : offered) {
        EXPECT_NE(one->source.find("local configuration"), std::string::npos);
        for (auto const& [name, source] : one->timings.sources) EXPECT_NE(source, "") << name;
    }
}

TEST(ShippedProgrammes, TakeTheSameMeasures) {
    auto const* place = shipped().find({"place_problem_solving", "2026", ""});

    EXPECT_EQ(asb().measures, place->measures);
    EXPECT_EQ(asb().measures.size(), 5U);
}

TEST(ShippedProgrammes, NeverCallARiskStandardWhenNothingIsKnown) {
    for (auto const& definition : shipped().all()) {
        std::map<std::string, std::string> answers;
        for (auto const& question : definition.risk.questions) {
            answers[question.code] = kNotKnown;
        }
        auto const scored = score(definition.risk, answers);
        ASSERT_TRUE(scored);
        EXPECT_NE(scored->band, "standard") << definition.ref.code;
    }
}

TEST(ShippedProgrammes, FollowOsaraForAPlaceAndDoNotEndAResponseUnassessed) {
    auto const* place = shipped().find({"place_problem_solving", "2026", ""});
    std::vector<std::string> stages;
    for (auto const& stage : place->stages) stages.push_back(stage.code);

    EXPECT_EQ(stages, (std::vector<std::string>{"objective", "scanning", "analysis", "response",
                                                "assessment", "closed"}));
    EXPECT_FALSE(place->may_move("response", "closed"));
    EXPECT_TRUE(place->may_move("assessment", "closed"));
    EXPECT_TRUE(place->stage("closed")->closed);
}

TEST(ADefinition, AnswersForItsCodesAndForNoOther) {
    EXPECT_EQ(asb().first_stage().code, "opened");
    EXPECT_TRUE(asb().has_role("child_in_household"));
    EXPECT_FALSE(asb().has_role("landlord"));
    EXPECT_EQ(asb().closing_reason("moved_away")->group, "not_resolved");
    EXPECT_FALSE(asb().closing_reason("bored"));
    EXPECT_FALSE(asb().may_move("opened", "monitoring"));
    EXPECT_FALSE(asb().may_move("nowhere", "closed"));
    EXPECT_EQ(asb().risk.band("high")->reassess_days, 7);
    EXPECT_FALSE(asb().risk.band("extreme"));
    EXPECT_EQ(asb().action("closure_order")->group, "enforcement");
    EXPECT_FALSE(asb().action("closure_order")->offered_on(make_date(2014, 10, 19)));
    EXPECT_TRUE(asb().action("closure_order")->offered_on(make_date(2014, 10, 20)));
    EXPECT_FALSE(asb().field("local_season"));
}

TEST(AnExtension, IsMergedForItsHubAndForNoOther) {
    auto const scarborough = shipped().current("antisocial_behaviour", "SCA", kToday);
    auto const selby = shipped().current("antisocial_behaviour", "SEL", kToday);

    ASSERT_TRUE(scarborough && selby);
    EXPECT_EQ(scarborough->extension, "SCA/2026");
    EXPECT_EQ(selby->extension, "");
    auto const* merged = shipped().find(*scarborough);
    ASSERT_TRUE(merged);
    ASSERT_TRUE(merged->field("local_season"));
    EXPECT_FALSE(merged->field("local_season")->core);
    EXPECT_TRUE(merged->field("behaviour_type")->core);
    EXPECT_TRUE(merged->risk.question("local_seafront"));
    EXPECT_EQ(core_hash(*merged), core_hash(asb()));
    EXPECT_NE(*merged, asb());
    EXPECT_EQ(merged->risk.highest_score(), 65) << "the hub's own questions do not count";
}

TEST(AnUnknownRef, FindsNothing) {
    EXPECT_FALSE(shipped().find({"antisocial_behaviour", "2026", "HAR/2026"}));
    EXPECT_FALSE(shipped().find({"antisocial_behaviour", "2025", ""}));
    EXPECT_FALSE(shipped().find({"", "", ""}));
    EXPECT_FALSE(shipped().current("housing", "SCA", kToday));
}

// The shipped files with a second version that begins on 1 April 2027 and the first ending before.
std::vector<SourceFile> with_next_version() {
    auto files = shipped_files();
    auto const replace = [](std::string text, std::string const& what, std::string const& with) {
        auto const at = text.find(what);
        EXPECT_NE(at, std::string::npos) << what;
        return text.replace(at, what.size(), with);
    };
    auto next = files[2].text;
    next = replace(next, "\"version\": \"2026\"", "\"version\": \"2027\"");
    next = replace(next, "\"valid_from\": \"2015-04-01\"",
                   "\"valid_from\": \"2027-04-01\", \"valid_to\": \"2028-03-31\"");
    auto extension = files[3].text;
    extension = replace(extension, "\"version\": \"2026\"", "\"version\": \"2026.1\"");
    extension = replace(extension, "\"valid_from\": \"2015-04-01\"",
                        "\"valid_from\": \"2026-06-01\", \"valid_to\": \"2026-08-31\"");
    files.push_back({"antisocial_behaviour/2027.json", next});
    files.push_back({"antisocial_behaviour/extensions/SCA/2026.1.json", extension});
    return files;
}

TEST(TheCurrentVersion, IsTheNewestThatIsValidOnTheDay) {
    auto const catalogue = expect_sound(Catalogue::read(with_next_version()));
    auto const on = [&](int year, unsigned month, unsigned day) {
        auto const ref =
            catalogue.current("antisocial_behaviour", "SCA", make_date(year, month, day));
        return ref ? ref->version + " " + ref->extension : "none";
    };

    EXPECT_EQ(on(2015, 3, 31), "none");
    EXPECT_EQ(on(2015, 4, 1), "2026 SCA/2026");
    EXPECT_EQ(on(2026, 5, 31), "2026 SCA/2026");
    EXPECT_EQ(on(2026, 6, 1), "2026 SCA/2026.1");
    EXPECT_EQ(on(2026, 8, 31), "2026 SCA/2026.1");
    EXPECT_EQ(on(2026, 9, 1), "2026 SCA/2026");
    EXPECT_EQ(on(2027, 3, 31), "2026 SCA/2026");
    EXPECT_EQ(on(2027, 4, 1), "2027 ");
    EXPECT_EQ(on(2028, 3, 31), "2027 ");
    EXPECT_EQ(on(2028, 4, 1), "2026 SCA/2026");
}

TEST(TheCurrentVersion, LeavesTheOldOneReadable) {
    auto const catalogue = expect_sound(Catalogue::read(with_next_version()));

    EXPECT_TRUE(catalogue.find({"antisocial_behaviour", "2026", "SCA/2026"}));
    EXPECT_TRUE(catalogue.find({"antisocial_behaviour", "2026", "SCA/2026.1"}));
    EXPECT_FALSE(catalogue.find({"antisocial_behaviour", "2027", "SCA/2026"}));
    EXPECT_EQ(catalogue.all().size(), 6U);
    EXPECT_EQ(catalogue.offered("SCA", kToday).front()->ref.extension, "SCA/2026");
}

}  // namespace

}  // namespace waymark::programmes
