// What reviews and updates to victims promise.

#include "case_world_test.h"

namespace waymark::cases {

namespace {

Answers review_answers() {
    return {{"case_review_explained", {"yes"}}};
}

AgreementId agreed(CaseWorld& world, std::string const& channel, int every_days) {
    return *world.as("amal", [&](access::Work& work) {
        return agree_updates(work, world.catalogue, {world.id, world.vic, channel, every_days});
    });
}

// Gives the new revision of the agreement with Vic.
void updated(CaseWorld& world, AgreementId const& id, std::int64_t revision,
             std::string const& result) {
    auto const made = world.as("amal", [&](access::Work& work) {
        return record_update(work, world.catalogue,
                             {.case_id = world.id,
                              .agreement_id = id,
                              .revision = revision,
                              .result = result,
                              .channel = "phone"});
    });
    ASSERT_TRUE(made);
}

TEST(Review, SetsWhenTheNextOneIsDue) {
    CaseWorld world;
    world.pass_days(20);
    world.as("amal", [&](access::Work& work) {
        return *record_review(work, world.catalogue,
                              {.case_id = world.id,
                               .summary = "Quieter",
                               .held_on = add_days(work.clock().today, -1),
                               .answers = review_answers()});
    });
    EXPECT_EQ(world.column("next_review_on"), "2026-03-21");
    EXPECT_EQ(world.value("SELECT due_on FROM case_due WHERE kind = 'review' LIMIT 1"),
              "2026-03-21");
    EXPECT_EQ(world.revision(), 2);
    world.as("amal", [&](access::Work& work) {
        return *record_review(work, world.catalogue,
                              {.case_id = world.id,
                               .summary = "Quiet",
                               .next_review_on = add_days(work.clock().today, 7)});
    });

    auto const all =
        *world.as("marek", [&](access::Work& work) { return reviews(work, world.id); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].summary, "Quiet");
    EXPECT_EQ(all[0].next_review_on, make_date(2026, 3, 1));
    EXPECT_EQ(all[1].held_on, make_date(2026, 2, 21));
    EXPECT_EQ(world.column("next_review_on"), "2026-03-01");
    EXPECT_EQ(world.story(), "opened person person place review review ");
}

TEST(VictimUpdate, GivenOrDeclinedMovesThePromiseAndTriedDoesNot) {
    CaseWorld world;
    auto const id = agreed(world, "phone", 7);
    EXPECT_EQ(world.column("update_due_on"), "2026-02-09");
    world.pass_days(8);

    updated(world, id, 1, "tried");
    EXPECT_EQ(world.column("update_due_on"), "2026-02-09");
    updated(world, id, 2, "given");
    EXPECT_EQ(world.column("update_due_on"), "2026-02-17");
    world.pass_days(1);
    updated(world, id, 3, "declined");
    EXPECT_EQ(world.column("update_due_on"), "2026-02-18");

    auto const all =
        *world.as("marek", [&](access::Work& work) { return updates(work, world.id); });
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].result, "declined");
    EXPECT_EQ(all[0].was_due_on, make_date(2026, 2, 17));
    EXPECT_EQ(all[0].person_id, world.vic);
    EXPECT_EQ(all[2].was_due_on, make_date(2026, 2, 9));
    EXPECT_EQ(world.story(), "opened person person place update_agreed update update update ");
}

TEST(VictimUpdate, IsTheEarliestOfWhatWasPromisedToSeveral) {
    CaseWorld world;
    world.as("amal", [&](access::Work& work) {
        auto const wendy = CaseWorld::make_person(work, "Wendy");
        EXPECT_TRUE(add_person(work, world.catalogue, world.id, {wendy, "reporter"}));
        EXPECT_TRUE(agree_updates(work, world.catalogue, {world.id, wendy, "letter", 5}));
        return 0;
    });
    auto const id = agreed(world, "phone", 3);
    EXPECT_EQ(world.column("update_due_on"), "2026-02-05");
    world.pass_days(1);
    updated(world, id, 1, "given");
    EXPECT_EQ(world.column("update_due_on"), "2026-02-06");
    world.pass_days(4);
    updated(world, id, 2, "given");
    EXPECT_EQ(world.column("update_due_on"), "2026-02-07");
}

TEST(VictimUpdate, AgreedAnewReplacesWhatWasAgreedWithThatPerson) {
    CaseWorld world;
    agreed(world, "phone", 7);
    world.pass_days(1);
    auto const second = agreed(world, "no_contact", 0);

    auto const all =
        *world.as("amal", [&](access::Work& work) { return agreements(work, world.id); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, second);
    EXPECT_FALSE(all[0].next_due_on);
    EXPECT_EQ(all[1].ended_on, world.clock.today);
    EXPECT_EQ(world.column("update_due_on"), "");
}

TEST(VictimUpdate, UsesAPhoneThatNobodyCalledUnsafeAndALetterWhateverThePhone) {
    CaseWorld world;
    world.run("UPDATE person_record SET phone_is_safe = 'not_known', email_is_safe = 'no'");
    agreed(world, "text", 7);
    world.run("UPDATE person_record SET phone_is_safe = 'no', email_is_safe = 'yes'");
    agreed(world, "email", 7);
    agreed(world, "letter", 7);
}

Error agreeing(CaseWorld& world, access::Work& work, PersonId const& person, std::string channel,
               int every_days) {
    return error_of(
        agree_updates(work, world.catalogue, {world.id, person, std::move(channel), every_days}));
}

Error reviewing(CaseWorld& world, access::Work& work, void (*change)(NewReview&)) {
    NewReview request{.case_id = world.id, .summary = "Quiet", .answers = review_answers()};
    change(request);
    return error_of(record_review(work, world.catalogue, request));
}

void as_is(NewReview&) {}

Error updating(CaseWorld& world, access::Work& work, void (*change)(NewUpdate&)) {
    NewUpdate request{.case_id = world.id,
                      .agreement_id = {world.value("SELECT min(id) FROM case_update_agreement")},
                      .revision = 1,
                      .result = "given",
                      .channel = "phone"};
    change(request);
    return error_of(record_update(work, world.catalogue, request));
}

void with_agreement(CaseWorld& world) {
    agreed(world, "phone", 7);
}

void phone_unsafe(CaseWorld& world) {
    world.run("UPDATE person_record SET phone_is_safe = 'no'");
}

// clang-format off
RefusalCase const kRefusals[] = {
    {"ReviewByAStranger", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return reviewing(w, work, as_is); },
     Refusal::NotFound, "no_such_case", {}},
    {"ReviewByAReader", "dpo", nothing,
     [](CaseWorld& w, access::Work& work) { return reviewing(w, work, as_is); },
     Refusal::Forbidden, "not_allowed", {}},
    {"ReviewOfAClosedCase", "amal", [](CaseWorld& w) { w.close_it(); },
     [](CaseWorld& w, access::Work& work) { return reviewing(w, work, as_is); },
     Refusal::Conflict, "case_closed", {}},
    {"ReviewWithEveryMistake", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return reviewing(w, work, [](NewReview& r) {
         r.summary = ""; r.held_on = make_date(2026, 2, 3); r.next_review_on = make_date(2026, 2, 3);
         r.answers = {{"colour", {"red"}}}; }); },
     Refusal::Invalid, "check_answers",
     {{"summary", "required"}, {"held_on", "in_the_future"}, {"next_review_on", "not_after_review"},
      {"answers.case_review_explained", "required"}, {"answers.colour", "not_asked"}}},
    {"ReviewBeforeTheCaseWasOpened", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return reviewing(w, work, [](NewReview& r) { r.held_on = make_date(2026, 2, 1); }); },
     Refusal::Invalid, "check_answers", {{"held_on", "before_opening"}}},
    {"AgreedWithSomebodyWhoIsNotInTheCase", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return agreeing(w, work, {"none"}, "phone", 7); },
     Refusal::Invalid, "check_answers", {{"person_id", "not_in_case"}}},
    {"AgreedWithTheAllegedPerpetrator", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return agreeing(w, work, w.alan, "phone", 7); },
     Refusal::Invalid, "check_answers", {{"person_id", "not_to_be_told"}}},
    {"AgreedByNoChannelAtNoTime", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return agreeing(w, work, w.vic, "", 0); },
     Refusal::Invalid, "check_answers", {{"channel", "required"}, {"every_days", "out_of_range"}}},
    {"AgreedByAnUnknownChannelMuchTooSeldom", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return agreeing(w, work, w.vic, "pigeon", 366); },
     Refusal::Invalid, "check_answers", {{"channel", "not_offered"}, {"every_days", "out_of_range"}}},
    {"AgreedByAPhoneThatIsNotSafe", "amal", phone_unsafe,
     [](CaseWorld& w, access::Work& work) { return agreeing(w, work, w.vic, "phone", 7); },
     Refusal::Conflict, "unsafe_channel", {}},
    {"AgreedWithoutMessagesByAPhoneThatIsNotSafe", "amal", phone_unsafe,
     [](CaseWorld& w, access::Work& work) { return agreeing(w, work, w.vic, "phone_no_message", 7); },
     Refusal::Conflict, "unsafe_channel", {}},
    {"AgreedByTextToAPhoneThatIsNotSafe", "amal", phone_unsafe,
     [](CaseWorld& w, access::Work& work) { return agreeing(w, work, w.vic, "text", 7); },
     Refusal::Conflict, "unsafe_channel", {}},
    {"AgreedByAnEmailThatIsNotSafe", "amal",
     [](CaseWorld& w) { w.run("UPDATE person_record SET email_is_safe = 'no'"); },
     [](CaseWorld& w, access::Work& work) { return agreeing(w, work, w.vic, "email", 7); },
     Refusal::Conflict, "unsafe_channel", {}},
    {"AgreedByAStranger", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return agreeing(w, work, w.vic, "phone", 7); },
     Refusal::NotFound, "no_such_case", {}},
    // Their record changed after the agreement.
    {"GivenByAPhoneThatIsNoLongerSafe", "amal", [](CaseWorld& w) { with_agreement(w); phone_unsafe(w); },
     [](CaseWorld& w, access::Work& work) { return updating(w, work, [](NewUpdate&) {}); },
     Refusal::Conflict, "unsafe_channel", {}},
    {"GivenUnderNoAgreement", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return updating(w, work, [](NewUpdate& u) { u.agreement_id = {"none"}; }); },
     Refusal::NotFound, "no_such_agreement", {}},
    {"GivenUnderAnotherCasesAgreement", "amal",
     [](CaseWorld& w) { with_agreement(w);
         w.id = *w.as("amal", [&](access::Work& work) { return open(work, w.catalogue, w.well_formed()); }); },
     [](CaseWorld& w, access::Work& work) { return updating(w, work, [](NewUpdate&) {}); },
     Refusal::NotFound, "no_such_agreement", {}},
    {"GivenUnderAnAgreementThatEnded", "amal", [](CaseWorld& w) { with_agreement(w); w.pass_days(1); with_agreement(w); },
     [](CaseWorld& w, access::Work& work) { return updating(w, work, [](NewUpdate&) {}); },
     Refusal::Conflict, "agreement_ended", {}},
    {"GivenUnderAnAgreementThatChanged", "amal", with_agreement,
     [](CaseWorld& w, access::Work& work) { return updating(w, work, [](NewUpdate& u) { u.revision = 2; }); },
     Refusal::Stale, "changed_by_someone_else", {}},
    {"GivenWithEveryMistake", "amal", with_agreement,
     [](CaseWorld& w, access::Work& work) { return updating(w, work, [](NewUpdate& u) {
         u.result = ""; u.channel = "pigeon"; u.note = std::string(20001, 'x'); u.given_on = make_date(2026, 2, 3); }); },
     Refusal::Invalid, "check_answers",
     {{"result", "required"}, {"channel", "not_offered"}, {"note", "too_long"}, {"given_on", "in_the_future"}}},
    {"GivenBeforeItWasAgreed", "amal", with_agreement,
     [](CaseWorld& w, access::Work& work) { return updating(w, work, [](NewUpdate& u) {
         u.result = "perhaps"; u.given_on = make_date(2026, 2, 1); }); },
     Refusal::Invalid, "check_answers", {{"result", "not_offered"}, {"given_on", "before_agreement"}}},
};
// clang-format on

class ReviewingIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(ReviewingIsRefused, AndChangesNothing) {
    expect_refused(GetParam());
}

INSTANTIATE_TEST_SUITE_P(When, ReviewingIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::cases
