// What a copy of the database tells of authenticator apps, and what another key or another row is
// worth.

#include "access/app_secrets.h"

#include "access/second_factor.h"
#include "access/sign_in.h"
#include "test_world.h"

#include <gtest/gtest.h>
#include <liboath/oath.h>

#include <cstdlib>

namespace waymark::access {

namespace {

using std::chrono::seconds;

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

struct AppSecretsTest : testing::Test {
    // What an authenticator app shows now.
    std::string code_of(std::string const& secret) {
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
    std::string begin(std::string const& who) {
        auto work = world.work_as(who);
        auto const begun = begin_second_factor(work, {kPassword}, world.checked_with());
        work.finish();
        return without_spaces(begun->secret);
    }
    std::vector<std::string> confirm(std::string const& who, std::string const& secret) {
        auto work = world.work_as(who);
        auto codes = confirm_second_factor(work, code_of(secret), world.checked_with(), "");
        work.finish();
        world.pass(seconds{30});
        return *codes;
    }
    std::string set_up(std::string const& who) {
        auto secret = begin(who);
        recovery_codes = confirm(who, secret);
        return secret;
    }
    // As a server of before the secrets were sealed kept it.
    std::string set_up_in_the_clear(std::string const& who) {
        auto secret = set_up(who);
        world.run("UPDATE user_second_factor SET secret = '" + secret + "' WHERE user_id = '" +
                  world.user(who).value + "'");
        return secret;
    }
    std::string kept(std::string const& who, std::string const& column = "secret") {
        return world.value("SELECT " + column + " FROM user_second_factor WHERE user_id = '" +
                           world.user(who).value + "'");
    }
    Result<SignedIn> sign_in_as(std::string const& who, std::string const& code,
                                CheckedWith const& with) {
        return sign_in(world.database(),
                       {who + "@example.org", kPassword, "192.0.2.1", "test", code, {}, with},
                       std::chrono::hours{12}, world.clock, store::Deadline::after(seconds{20}));
    }
    Result<SignedIn> sign_in_as(std::string const& who, std::string const& code) {
        return sign_in_as(who, code, world.checked_with());
    }
    int not_opened(sealing::SealingKey const& key) {
        return world.database().read(
            store::Deadline::after(seconds{20}),
            [&](store::Transaction& tx) { return secrets_not_opened(tx, key); });
    }
    int seal_all() {
        return seal_clear_secrets(world.database(), world.sealing_key,
                                  store::Deadline::after(seconds{20}));
    }

    TestWorld world;
    std::vector<std::string> recovery_codes;
    sealing::SealingKey const another = sealing::SealingKey::make();
};

TEST_F(AppSecretsTest, AreInNoTableInTheClear) {
    auto const secret = begin("amal");
    EXPECT_EQ(world.dump().find(secret), std::string::npos);
    confirm("amal", secret);
    EXPECT_EQ(world.dump().find(secret), std::string::npos);
    EXPECT_TRUE(kept("amal").starts_with("sealed:"));
    EXPECT_TRUE(sign_in_as("amal", code_of(secret)));
    // The dump does show what stands in the clear.
    auto const mareks = set_up_in_the_clear("marek");
    EXPECT_NE(world.dump().find(mareks), std::string::npos);
}

TEST_F(AppSecretsTest, OfAnotherUserDoNotOpen) {
    auto const amals = set_up("amal");
    set_up("marek");
    world.run("UPDATE user_second_factor SET secret = '" + kept("amal") + "' WHERE user_id = '" +
              world.user("marek").value + "'");
    EXPECT_THROW((void)sign_in_as("marek", code_of(amals)), SecondFactorUnchecked);
    EXPECT_EQ(world.value("SELECT count(*) FROM user_session"), "0");
    EXPECT_EQ(not_opened(world.sealing_key), 1);
    EXPECT_TRUE(sign_in_as("amal", code_of(amals)));
}

TEST_F(AppSecretsTest, ThatWaitForAFirstCodeAreNotInUse) {
    set_up("amal");
    auto work = world.work_as("amal");
    auto const begun =
        begin_second_factor(work, {kPassword, recovery_codes[0]}, world.checked_with());
    work.finish();
    world.run("UPDATE user_second_factor SET secret = pending_secret");
    EXPECT_THROW((void)sign_in_as("amal", code_of(without_spaces(begun->secret))),
                 SecondFactorUnchecked);
}

TEST_F(AppSecretsTest, AreNotCheckedWithAnotherKeyAndNobodyIsLetIn) {
    auto const secret = set_up("amal");
    CheckedWith const wrong{{}, &another};
    auto const before = world.dump();
    EXPECT_THROW((void)sign_in_as("amal", code_of(secret), wrong), SecondFactorUnchecked);
    EXPECT_THROW((void)sign_in_as("amal", "000000", wrong), SecondFactorUnchecked);
    EXPECT_THROW((void)sign_in_as("amal", code_of(secret), {}), SecondFactorUnchecked);
    EXPECT_EQ(world.dump(), before);
    EXPECT_EQ(not_opened(another), 1);
    EXPECT_EQ(not_opened(world.sealing_key), 0);
    // A password alone opens nothing, and a recovery code needs no key.
    EXPECT_EQ(sign_in_as("amal", "", wrong).error().code, "second_factor_needed");
    EXPECT_EQ(sign_in_as("amal", "AAAA-BBBB", wrong).error().code, "second_factor_wrong");
    EXPECT_TRUE(sign_in_as("amal", recovery_codes[0], wrong));
    try {
        (void)sign_in_as("amal", code_of(secret), wrong);
    } catch (SecondFactorUnchecked const& trouble) {
        EXPECT_NE(std::string{trouble.what()}.find("sealing_key"), std::string::npos);
        EXPECT_EQ(std::string{trouble.what()}.find(code_of(secret)), std::string::npos);
    }
}

TEST_F(AppSecretsTest, NoneIsKeptWithoutAKey) {
    auto work = world.work_as("amal");
    EXPECT_THROW((void)begin_second_factor(work, {kPassword}, {}), SecondFactorUnchecked);
}

TEST_F(AppSecretsTest, OfBeforeAreSealedWhenTheyAreUsed) {
    auto const secret = set_up_in_the_clear("amal");
    EXPECT_EQ(sign_in_as("amal", "000000").error().code, "second_factor_wrong");
    EXPECT_EQ(kept("amal"), secret);
    EXPECT_TRUE(sign_in_as("amal", code_of(secret)));
    EXPECT_EQ(world.dump().find(secret), std::string::npos);
    world.pass(seconds{30});
    EXPECT_TRUE(sign_in_as("amal", code_of(secret)));
}

TEST_F(AppSecretsTest, OfBeforeAreAllSealedAtOnce) {
    auto const amals = set_up_in_the_clear("amal");
    auto const mareks = set_up_in_the_clear("marek");
    set_up("helen");
    world.run(
        "UPDATE user_second_factor SET pending_secret = 'GEZDGNBVGY3TQOJQ' WHERE user_id = '" +
        world.user("helen").value + "'");
    EXPECT_EQ(seal_all(), 3);
    for (auto const& secret : {amals, mareks, std::string{"GEZDGNBVGY3TQOJQ"}}) {
        EXPECT_EQ(world.dump().find(secret), std::string::npos);
    }
    EXPECT_EQ(not_opened(world.sealing_key), 0);
    auto const after = world.dump();
    EXPECT_EQ(seal_all(), 0);
    EXPECT_EQ(world.dump(), after);
    EXPECT_TRUE(sign_in_as("amal", code_of(amals)));
    EXPECT_TRUE(sign_in_as("marek", code_of(mareks)));
}

TEST_F(AppSecretsTest, MoreThanOneTransactionHolds) {
    for (int i = 0; i < 120; ++i) {
        auto const id = "copy-" + std::to_string(i);
        world.run(
            "INSERT INTO user_account (id, partnership_id, agency_id, email, name, password_hash, "
            "valid_from, created_at) SELECT '" +
            id + "', partnership_id, agency_id, '" + id +
            "', name, password_hash, valid_from, created_at FROM user_account WHERE email = "
            "'amal@example.org'");
        world.run("INSERT INTO user_second_factor (user_id, secret) VALUES ('" + id +
                  "', 'GEZDGNBVGY3TQOJQ')");
    }
    EXPECT_EQ(seal_all(), 120);
    EXPECT_EQ(world.dump().find("GEZDGNBVGY3TQOJQ"), std::string::npos);
}

}  // namespace

}  // namespace waymark::access
