// Whose account a proven identity opens, and whose it does not.

#include "access/sign_on.h"

#include "access/memory.h"
#include "access/second_factor.h"
#include "test_world.h"

#include <gtest/gtest.h>
#include <liboath/oath.h>

#include <cstdlib>

namespace waymark::access {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

auto const kDeadline = [] { return store::Deadline::after(seconds{20}); };

struct SignOnTest : testing::Test {
    Identity amal(std::string const& subject = "amal-1") {
        return {"council", "https://id.council.example", subject, "amal@example.org",
                world.agency("council")};
    }
    Result<SignedIn> finish(Identity const& identity, std::string const& browser = "browser-1") {
        return finish_sign_on(world.database(),
                              {browser, "192.0.2.1", "test", world.checked_with()}, identity,
                              std::chrono::hours{12}, world.clock, kDeadline());
    }
    Result<SignedIn> give(std::string const& code, std::string const& browser = "browser-1") {
        return finish_sign_on_with_code(world.database(),
                                        {browser, "192.0.2.1", "test", world.checked_with()}, code,
                                        std::chrono::hours{12}, world.clock, kDeadline());
    }
    std::string refusal(Result<SignedIn> const& result) {
        return result ? "" : result.error().code;
    }
    std::string count(std::string const& table) {
        return world.value("SELECT count(*) FROM " + table);
    }
    Result<Done> reset(std::string const& who, UserId const& user,
                       std::string const& checked = "in_person") {
        auto work = world.work_as(who);
        auto done = reset_sign_on(work, user, checked);
        if (done) work.finish();
        return done;
    }
    // Sets up amal's second factor; gives its secret.
    std::string set_up() {
        std::string secret;
        {
            auto work = world.work_as("amal");
            secret = begin_second_factor(work, {kPassword}, world.checked_with())->secret;
            work.finish();
        }
        auto work = world.work_as("amal");
        EXPECT_TRUE(confirm_second_factor(work, code_of(secret), world.checked_with(), ""));
        work.finish();
        world.pass(seconds{30});
        return secret;
    }
    std::string code_of(std::string secret) {
        std::erase(secret, ' ');
        char* key = nullptr;
        std::size_t length = 0;
        EXPECT_EQ(oath_base32_decode(secret.data(), secret.size(), &key, &length), OATH_OK);
        char code[7];
        auto const at =
            std::chrono::duration_cast<seconds>(world.clock.now.time_since_epoch()).count();
        EXPECT_EQ(oath_totp_generate(key, length, at, 30, 0, 6, code), OATH_OK);
        std::free(key);
        return code;
    }
    Actor admitted(std::string const& token, Memory& memory) {
        auto tx = world.database().begin(store::Mode::Read, kDeadline());
        SessionView session;
        auto work = Gate::admit(tx, memory, token, {.second_factor_required = true}, world.clock,
                                "test", session);
        EXPECT_TRUE(work);
        return work->actor();
    }

    TestWorld world;
};

TEST_F(SignOnTest, IsGoodOnceForItsBrowserWithinTenMinutes) {
    auto const begun = begin_sign_on(world.database(), "council", world.clock, kDeadline());
    auto const take = [&](std::string const& state, std::string const& browser) {
        return take_sign_on(world.database(), {state, browser}, world.clock, kDeadline());
    };
    EXPECT_FALSE(take(begun.state, "another browser"));
    EXPECT_FALSE(take("another state", begun.browser_token));
    EXPECT_EQ(sign_on_under_way(world.database(), begun, world.clock, kDeadline()), "council");
    EXPECT_EQ(take(begun.state, begun.browser_token), "council");
    EXPECT_FALSE(take(begun.state, begun.browser_token));
    EXPECT_FALSE(sign_on_under_way(world.database(), begun, world.clock, kDeadline()));
    auto const late = begin_sign_on(world.database(), "council", world.clock, kDeadline());
    world.pass(kSignOnWithin);
    EXPECT_FALSE(take(late.state, late.browser_token));
    // The next one that begins sweeps up after it.
    (void)begin_sign_on(world.database(), "council", world.clock, kDeadline());
    EXPECT_EQ(count("user_sign_on"), "1");
}

TEST_F(SignOnTest, KeepsNothingThatACopyOfTheDatabaseCouldUse) {
    auto const begun = begin_sign_on(world.database(), "council", world.clock, kDeadline());
    auto const dump = world.dump();
    for (auto const& secret :
         {begun.state, begun.browser_token, sign_on_nonce(begun), sign_on_verifier(begun)}) {
        EXPECT_GE(secret.size(), 43u);
        EXPECT_EQ(dump.find(secret), std::string::npos);
    }
    EXPECT_NE(sign_on_nonce(begun), sign_on_verifier(begun));
    EXPECT_NE(sign_on_verifier(begun), sign_on_verifier({begun.state, "another"}));
    EXPECT_NE(sign_on_verifier(begun), sign_on_verifier({"another", begun.browser_token}));
}

TEST_F(SignOnTest, LinksTheAccountWithTheVerifiedEmailAndKnowsItBySubjectFromThen) {
    auto identity = amal();
    identity.email = " Amal@Example.ORG ";
    auto const first = finish(identity);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->user, world.user("amal"));
    EXPECT_EQ(world.audit_trail(),
              "amal user.link_sign_on user council\namal session.create user\n");
    // Their e-mail at the agency has changed, or is not sent any more.
    identity.email = "amal.khan@example.org";
    EXPECT_EQ(finish(identity)->user, world.user("amal"));
    identity.email = "";
    EXPECT_EQ(finish(identity)->user, world.user("amal"));
    // Even to that of a colleague.
    identity.email = "marek@example.org";
    EXPECT_EQ(finish(identity)->user, world.user("amal"));
    EXPECT_EQ(count("user_identity"), "1");
}

TEST_F(SignOnTest, MakesNobodyAUser) {
    auto const before = count("user_account");
    auto stranger = amal("stranger-1");
    stranger.email = "stranger@example.org";
    EXPECT_EQ(refusal(finish(stranger)), "sign_on_failed");
    EXPECT_EQ(count("user_account"), before);
    EXPECT_EQ(count("user_session"), "0");
}

// Who is refused, each in the same words, and with nothing done but counted.
TEST_F(SignOnTest, RefusesWhoeverMayNotInTheSameWords) {
    auto unverified = amal();
    unverified.email = "";
    auto of_police = amal();
    of_police.agency = world.agency("police");
    auto another = amal("amal-2");
    ASSERT_TRUE(finish(amal()));
    world.run("DELETE FROM user_session");
    EXPECT_EQ(refusal(finish(another)), "sign_on_failed");
    EXPECT_EQ(refusal(finish(of_police)), "sign_on_failed");
    world.run("DELETE FROM user_identity");
    EXPECT_EQ(refusal(finish(unverified)), "sign_on_failed");
    EXPECT_EQ(refusal(finish(of_police)), "sign_on_failed");
    world.run("UPDATE user_account SET valid_to = '2026-02-01' WHERE email = 'amal@example.org'");
    EXPECT_EQ(refusal(finish(amal())), "sign_on_failed");
    world.run("UPDATE user_account SET valid_to = NULL WHERE email = 'amal@example.org'");
    world.run("UPDATE org_agency SET valid_to = '2026-02-01' WHERE code = 'council'");
    EXPECT_EQ(refusal(finish(amal())), "sign_on_failed");
    EXPECT_EQ(count("user_session"), "0");
    EXPECT_EQ(count("user_identity"), "0");
}

TEST_F(SignOnTest, OpensNoAccountThatNobodyUsedAndNoneOfASystem) {
    ASSERT_TRUE(finish(amal()));
    world.run("UPDATE org_partnership SET is_demo = 0");
    world.pass_days(30);
    EXPECT_TRUE(finish(amal()));
    world.pass_days(31);
    EXPECT_EQ(refusal(finish(amal())), "account_lapsed");
    world.run("DELETE FROM user_identity");
    world.run("UPDATE user_account SET kind = 'system', confirmed_on = '9999-01-01'");
    EXPECT_EQ(refusal(finish(amal())), "sign_on_failed");
}

TEST_F(SignOnTest, AnAccountThatMovedToAnotherAgencyIsOpenedByNeither) {
    ASSERT_TRUE(finish(amal()));
    world.run("UPDATE user_account SET agency_id = '" + world.agency("police").value +
              "' WHERE email = 'amal@example.org'");
    EXPECT_EQ(refusal(finish(amal())), "sign_on_failed");
    auto of_police = amal("police-9");
    of_police.issuer = "https://id.police.example";
    of_police.agency = world.agency("police");
    EXPECT_EQ(refusal(finish(of_police)), "sign_on_failed");
    ASSERT_TRUE(reset("admin", world.user("amal")));
    EXPECT_EQ(finish(of_police)->user, world.user("amal"));
}

TEST_F(SignOnTest, IsUnlinkedByAnAdministratorWhoSpokeToThemButNotTheirOwn) {
    EXPECT_EQ(reset("admin", world.user("amal")).error().code, "not_linked");
    auto const signed_in = finish(amal());
    EXPECT_EQ(reset("marek", world.user("amal")).error().code, "not_allowed");
    EXPECT_EQ(reset("admin", world.user("admin")).error().code, "not_your_own");
    EXPECT_EQ(reset("admin", {"nobody"}).error().code, "no_such_user");
    EXPECT_EQ(reset("admin", world.user("amal"), "").error().fields,
              (std::vector<FieldError>{{"identity_checked", "required"}}));
    EXPECT_EQ(reset("admin", world.user("amal"), "x").error().fields,
              (std::vector<FieldError>{{"identity_checked", "not_offered"}}));
    EXPECT_EQ(count("user_identity"), "1");
    ASSERT_TRUE(reset("admin", world.user("amal")));
    EXPECT_EQ(count("user_session"), "0");
    EXPECT_EQ(finish(amal("amal-2"))->user, world.user("amal"));
    EXPECT_EQ(refusal(finish(amal())), "sign_on_failed");
}

TEST_F(SignOnTest, AsksForTheCodeThatTheProviderDidNotProve) {
    auto const secret = set_up();
    EXPECT_EQ(refusal(finish(amal())), "second_factor_needed");
    EXPECT_EQ(count("user_session"), "0");
    EXPECT_EQ(count("user_identity"), "0");  // linked only at the end
    EXPECT_EQ(refusal(give("000000")), "second_factor_wrong");
    EXPECT_EQ(refusal(give(code_of(secret), "another browser")), "sign_on_failed");
    auto const signed_in = give(code_of(secret));
    ASSERT_TRUE(signed_in);
    EXPECT_EQ(signed_in->user, world.user("amal"));
    EXPECT_FALSE(signed_in->second_factor_proved);
    EXPECT_EQ(count("user_identity"), "1");
    world.pass(seconds{30});
    EXPECT_EQ(refusal(give(code_of(secret))), "sign_on_failed");  // it was used up
}

TEST_F(SignOnTest, TheCodeIsWaitedForTenMinutesAndFromTheSameAccount) {
    auto const secret = set_up();
    ASSERT_EQ(refusal(finish(amal())), "second_factor_needed");
    world.pass(kCodeWithin);
    EXPECT_EQ(refusal(give(code_of(secret))), "sign_on_failed");
    ASSERT_EQ(refusal(finish(amal())), "second_factor_needed");
    world.run("UPDATE user_account SET valid_to = '2026-02-01' WHERE email = 'amal@example.org'");
    EXPECT_EQ(refusal(give(code_of(secret))), "sign_on_failed");
    world.run("UPDATE user_account SET valid_to = NULL WHERE email = 'amal@example.org'");
    world.run("UPDATE user_account SET agency_id = '" + world.agency("police").value +
              "' WHERE email = 'amal@example.org'");
    EXPECT_EQ(refusal(give(code_of(secret))), "sign_on_failed");
}

TEST_F(SignOnTest, AnUnlinkingForgetsTheCodeThatIsWaitedFor) {
    auto const secret = set_up();
    auto identity = amal();
    identity.second_factor = true;
    ASSERT_TRUE(finish(identity));
    ASSERT_EQ(refusal(finish(amal())), "second_factor_needed");
    ASSERT_TRUE(reset("admin", world.user("amal")));
    EXPECT_EQ(refusal(give(code_of(secret))), "sign_on_failed");
}

TEST_F(SignOnTest, GuessesOfTheCodeSoonHaveToWait) {
    auto const secret = set_up();
    ASSERT_EQ(refusal(finish(amal())), "second_factor_needed");
    std::string last;
    for (int i = 0; i < 8; ++i) last = refusal(give("000000"));
    EXPECT_EQ(last, "wait_and_try_again");
    EXPECT_EQ(refusal(give(code_of(secret))), "wait_and_try_again");
    EXPECT_EQ(refusal(finish(amal())), "wait_and_try_again");
}

TEST_F(SignOnTest, AnAddressThatFailsOftenHasToWait) {
    auto stranger = amal("stranger-1");
    stranger.email = "stranger@example.org";
    for (int i = 0; i < 32; ++i) (void)finish(stranger);
    EXPECT_EQ(refusal(finish(stranger)), "wait_and_try_again");
    auto const refused =
        refuse_sign_on(world.database(), {"b", "192.0.2.1", "test"}, world.clock, kDeadline());
    EXPECT_EQ(refused.code, "wait_and_try_again");
    auto const elsewhere =
        refuse_sign_on(world.database(), {"b", "192.0.2.2", "test"}, world.clock, kDeadline());
    EXPECT_EQ(elsewhere.code, "sign_on_failed");
}

TEST_F(SignOnTest, FailuresAreAuditedWithoutWhoWasNamed) {
    auto stranger = amal("stranger-1");
    stranger.email = "stranger@example.org";
    (void)finish(stranger);
    EXPECT_EQ(world.audit_trail(), "system:sign-in session.refuse user\n");
    EXPECT_EQ(world.dump().find("stranger"), std::string::npos);
}

// A second factor that the provider proved counts for its session, and for no other of the user.
TEST_F(SignOnTest, AProvedSecondFactorOpensWhatOneIsRequiredFor) {
    world.run("UPDATE org_partnership SET is_demo = 0");
    auto identity = amal();
    auto const without = finish(identity);
    identity.second_factor = true;
    auto const with = finish(identity);
    ASSERT_TRUE(without && with);
    EXPECT_TRUE(with->second_factor_proved);
    Memory memory;
    for (int again = 0; again < 2; ++again) {
        auto const confined = admitted(without->session_token, memory);
        EXPECT_EQ(confined.second_factor, SecondFactor::Needed);
        EXPECT_TRUE(confined.scopes.empty());
        auto const open = admitted(with->session_token, memory);
        EXPECT_EQ(open.second_factor, SecondFactor::Off);
        EXPECT_FALSE(open.scopes.empty());
    }
}

TEST_F(SignOnTest, AProvedSecondFactorStandsForOnesOwn) {
    (void)set_up();
    auto identity = amal();
    identity.second_factor = true;
    EXPECT_TRUE(finish(identity));
}

}  // namespace

}  // namespace waymark::access
