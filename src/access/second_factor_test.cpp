// Setting up a second factor, signing in with it, and losing it.

#include "access/second_factor.h"

#include "access/sign_in.h"

#include "access/memory.h"
#include "foundation/digest.h"
#include "test_world.h"

#include <gtest/gtest.h>
#include <liboath/oath.h>

#include <cstdlib>

namespace waymark::access {

namespace {

using std::chrono::seconds;

// What an authenticator app shows for this secret.
std::string code_at(std::string secret, Instant now) {
    std::erase(secret, ' ');
    char* key = nullptr;
    std::size_t length = 0;
    EXPECT_EQ(oath_base32_decode(secret.data(), secret.size(), &key, &length), OATH_OK);
    char code[7];
    auto const at = std::chrono::duration_cast<seconds>(now.time_since_epoch()).count();
    EXPECT_EQ(oath_totp_generate(key, length, at, 30, 0, 6, code), OATH_OK);
    std::free(key);
    return code;
}

struct SecondFactorTest : testing::Test {
    template <class Do>
    auto as(std::string const& who, Do&& act) {
        auto work = world.work_as(who);
        auto result = act(static_cast<Work&>(work));
        if (result) work.finish();
        return result;
    }
    Result<NewSecret> begin(std::string const& password, std::string const& code = "") {
        return as("amal", [&](Work& work) {
            return begin_second_factor(work, {password, code}, world.checked_with());
        });
    }
    Result<std::vector<std::string>> confirm(std::string const& code,
                                             std::string const& session = "") {
        return as("amal", [&](Work& work) {
            return confirm_second_factor(work, code, world.checked_with(), session);
        });
    }
    // Gives the recovery codes.
    std::vector<std::string> set_up() {
        secret = begin(kPassword)->secret;
        return *confirm(code_at(secret, world.clock.now));
    }
    Result<SignedIn> sign_in_with(std::string const& code,
                                  std::string const& password = kPassword) {
        return sign_in(
            world.database(),
            {"amal@example.org", password, "192.0.2.1", "test", code, {}, world.checked_with()},
            std::chrono::hours{12}, world.clock, store::Deadline::after(seconds{20}));
    }
    std::string code() { return code_at(secret, world.clock.now); }

    TestWorld world;
    std::string secret;
};

TEST_F(SecondFactorTest, IsAskedForOnceItWasConfirmed) {
    EXPECT_TRUE(sign_in_with(""));
    secret = begin(kPassword)->secret;
    EXPECT_TRUE(sign_in_with(""));  // not confirmed yet
    EXPECT_EQ(confirm("000000").error().fields, (std::vector<FieldError>{{"code", "wrong"}}));
    EXPECT_EQ(confirm(code())->size(), 10u);
    EXPECT_EQ(sign_in_with("").error().code, "second_factor_needed");
    EXPECT_EQ(sign_in_with("", "not the pass phrase").error().code, "sign_in_failed");
    world.pass(seconds{30});
    EXPECT_TRUE(sign_in_with(code()));
    EXPECT_EQ(confirm(code()).error().code, "nothing_to_confirm");
}

TEST_F(SecondFactorTest, TakesACodeOnceAndOnlyNearItsTime) {
    set_up();
    EXPECT_EQ(sign_in_with(code()).error().code, "second_factor_wrong");  // it confirmed
    world.pass(seconds{30});
    EXPECT_TRUE(sign_in_with(code()));
    EXPECT_EQ(sign_in_with(code()).error().code, "second_factor_wrong");
    auto const early = code_at(secret, world.clock.now + seconds{30});
    EXPECT_TRUE(sign_in_with(early.substr(0, 3) + " " + early.substr(3)));
    // One that was passed over by a later one is not good any more.
    EXPECT_EQ(sign_in_with(code()).error().code, "second_factor_wrong");
    world.pass(seconds{300});
    EXPECT_EQ(sign_in_with(code_at(secret, world.clock.now - seconds{90})).error().code,
              "second_factor_wrong");
    EXPECT_EQ(sign_in_with(code_at(secret, world.clock.now + seconds{90})).error().code,
              "second_factor_wrong");
    EXPECT_TRUE(sign_in_with(code_at(secret, world.clock.now - seconds{30})));
}

TEST_F(SecondFactorTest, GuessesOfACodeSoonHaveToWait) {
    set_up();
    world.pass(seconds{60});
    std::string last;
    for (int i = 0; i < 8; ++i) last = sign_in_with("000000").error().code;
    EXPECT_EQ(last, "wait_and_try_again");
    EXPECT_EQ(sign_in_with(code()).error().code, "wait_and_try_again");
}

TEST_F(SecondFactorTest, RecoveryCodesAreGoodOnceEachAndReplacedByNewOnes) {
    auto const codes = set_up();
    EXPECT_EQ(codes.front().size(), 29u);  // 24 of base32: 120 bits
    EXPECT_TRUE(sign_in_with(codes[3]));
    EXPECT_EQ(sign_in_with(codes[3]).error().code, "second_factor_wrong");
    EXPECT_TRUE(sign_in_with(" " + codes[4] + " "));
    // The phone is replaced: the old one's codes and the old recovery codes are no good any more.
    auto const old = secret;
    EXPECT_EQ(begin(kPassword).error().fields, (std::vector<FieldError>{{"code", "required"}}));
    secret = begin(kPassword, codes[5])->secret;
    EXPECT_TRUE(confirm(code()));
    world.pass(seconds{60});
    EXPECT_EQ(sign_in_with(code_at(old, world.clock.now)).error().code, "second_factor_wrong");
    EXPECT_EQ(sign_in_with(codes[6]).error().code, "second_factor_wrong");
    EXPECT_TRUE(sign_in_with(code()));
    EXPECT_EQ(
        world.value("SELECT count(*) FROM user_recovery_code WHERE code_hash = '" + codes[6] + "'"),
        "0");
}

// Of 80 bits, as they were made at first.
TEST_F(SecondFactorTest, RecoveryCodesOfBeforeStayGood) {
    set_up();
    world.run("INSERT INTO user_recovery_code (user_id, code_hash) VALUES ('" +
              world.user("amal").value + "', '" + sha256_hex("ABCDEFGHIJKLMNOP") + "')");
    EXPECT_TRUE(sign_in_with("abcd-efgh-ijkl-mnop"));
    EXPECT_EQ(sign_in_with("abcd-efgh-ijkl-mnop").error().code, "second_factor_wrong");
}

TEST_F(SecondFactorTest, NeedsThePresentPassword) {
    EXPECT_EQ(begin("").error().fields,
              (std::vector<FieldError>{{"current_password", "required"}}));
    EXPECT_EQ(begin("not the pass phrase").error().fields,
              (std::vector<FieldError>{{"current_password", "wrong"}}));
    EXPECT_EQ(world.value("SELECT count(*) FROM user_second_factor"), "0");
    auto const uri = begin(kPassword)->uri;
    EXPECT_TRUE(uri.starts_with("otpauth://totp/Waymark:amal%40example.org?secret=")) << uri;
}

TEST_F(SecondFactorTest, ConfirmingEndsTheOtherSessions) {
    auto const here = sign_in_with("");
    auto const elsewhere = sign_in_with("");
    ASSERT_TRUE(here && elsewhere);
    secret = begin(kPassword)->secret;
    ASSERT_TRUE(confirm(code(), here->session_token));
    EXPECT_EQ(world.value("SELECT count(*) FROM user_session"), "1");
}

TEST_F(SecondFactorTest, IsTakenAwayByAnAdministratorButNotTheirOwn) {
    set_up();
    auto const reset = [&](std::string const& who, UserId const& user) {
        return as(who, [&](Work& work) { return reset_second_factor(work, user, "in_person"); });
    };
    EXPECT_EQ(reset("marek", world.user("amal")).error().code, "not_allowed");
    EXPECT_EQ(reset("admin", world.user("admin")).error().code, "not_your_own");
    EXPECT_EQ(reset("admin", {"nobody"}).error().code, "no_such_user");
    auto const unsure =
        as("admin", [&](Work& work) { return reset_second_factor(work, world.user("amal"), ""); });
    EXPECT_EQ(unsure.error().fields, (std::vector<FieldError>{{"identity_checked", "required"}}));
    EXPECT_TRUE(reset("admin", world.user("amal")));
    EXPECT_TRUE(sign_in_with(""));
    EXPECT_EQ(world.value("SELECT count(*) FROM user_recovery_code"), "0");
}

// Whoever has none may do nothing else where one is required.
TEST_F(SecondFactorTest, WhereRequiredOpensNothingToWhoHasNone) {
    world.run("UPDATE org_partnership SET is_demo = 0");
    Memory memory;
    auto const admitted = [&](std::string const& token) {
        auto tx = world.database().begin(store::Mode::Read, store::Deadline::after(seconds{20}));
        SessionView session;
        auto work = Gate::admit(tx, memory, token, {.second_factor_required = true}, world.clock,
                                "test", session);
        return work->actor();
    };
    auto const before = admitted(sign_in_with("")->session_token);
    EXPECT_EQ(before.second_factor, SecondFactor::Needed);
    EXPECT_TRUE(before.scopes.empty());
    EXPECT_TRUE(before.areas.empty());
    EXPECT_EQ(before.permissions.count(), 1u);
    set_up();
    world.pass(seconds{30});
    auto const after = admitted(sign_in_with(code())->session_token);
    EXPECT_EQ(after.second_factor, SecondFactor::On);
    EXPECT_FALSE(after.scopes.empty());
    world.run("UPDATE org_partnership SET is_demo = 1");
    ASSERT_TRUE(as("admin", [&](Work& work) {
        return reset_second_factor(work, world.user("amal"), "in_person");
    }));
    EXPECT_EQ(admitted(sign_in_with("")->session_token).second_factor, SecondFactor::Off);
}

// RFC 6238, appendix B, SHA-1: 94287082 in eight digits at 59 seconds.
TEST_F(SecondFactorTest, CodesAreThoseOfTheStandard) {
    world.run("INSERT INTO user_second_factor (user_id, secret) VALUES ('" +
              world.user("amal").value + "', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')");
    auto tx = world.database().begin(store::Mode::Write, store::Deadline::after(seconds{20}));
    EXPECT_FALSE(
        take_code(tx, world.user("amal"), "287083", world.checked_with(), Instant{} + seconds{59}));
    EXPECT_TRUE(
        take_code(tx, world.user("amal"), "287082", world.checked_with(), Instant{} + seconds{59}));
}

}  // namespace

}  // namespace waymark::access
