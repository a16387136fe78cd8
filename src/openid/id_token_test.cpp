// Which ID tokens are believed, and that no bytes at all break their reader.

#include "id_token.h"

#include "provider_keys.h"

#include <gtest/gtest.h>

#include <random>

namespace waymark::openid {

namespace {

using boost::json::array;
using boost::json::object;

constexpr char const* kIssuer = "https://id.example.org/";

SigningKey const& rsa() {
    static auto const key = SigningKey::rsa("rsa-1");
    return key;
}

SigningKey const& curve() {
    static auto const key = SigningKey::curve("curve-1");
    return key;
}

struct IdTokenTest : testing::Test {
    Instant const now = instant_from_text("2026-02-02T10:00:00.000Z");
    Provider const provider{
        "council",      kIssuer,      "waymark", "secret", "https://waymark.example/sign-on/return",
        {"mfa", "otp"}, {"urn:loa:2"}};
    std::vector<Key> const keys = *keys_from(key_set_of({rsa().published(), curve().published()}));

    std::int64_t seconds(Instant at) const {
        return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
    }
    object claims() const {
        return {{"iss", kIssuer},
                {"sub", "u-17"},
                {"aud", "waymark"},
                {"exp", seconds(now) + 300},
                {"iat", seconds(now)},
                {"nonce", "n-1"},
                {"email", "amal@example.org"},
                {"email_verified", true}};
    }
    object with(std::string_view name, boost::json::value value) const {
        auto changed = claims();
        changed[name] = std::move(value);
        return changed;
    }
    object without(std::string_view name) const {
        auto changed = claims();
        changed.erase(name);
        return changed;
    }
    std::variant<Claims, TokenFault> read(std::string const& token) const {
        return claims_from(token, keys, provider, "n-1", now);
    }
    // "" when it is believed.
    std::string fault(std::string const& token) const {
        auto const result = read(token);
        auto const* found = std::get_if<TokenFault>(&result);
        return found ? std::string{code_of(*found)} : "";
    }
    std::string fault_of(object const& changed) const {
        return fault(rsa().sign(changed, "RS256"));
    }
};

TEST_F(IdTokenTest, IsBelievedWhenTheProvidersOwnKeySignedIt) {
    for (auto const& token : {rsa().sign(claims(), "RS256"), rsa().sign(claims(), "PS256"),
                              curve().sign(claims(), "ES256")}) {
        auto const result = read(token);
        auto const* found = std::get_if<Claims>(&result);
        ASSERT_TRUE(found) << fault(token);
        EXPECT_EQ(found->subject, "u-17");
        EXPECT_EQ(found->email, "amal@example.org");
        EXPECT_TRUE(found->email_verified);
        EXPECT_FALSE(found->second_factor);
    }
    EXPECT_EQ(fault_of(with("aud", array{"waymark"})), "");
    EXPECT_EQ(fault_of(with("azp", "waymark")), "");
}

TEST_F(IdTokenTest, IsOfThisProviderForThisClientAndThisSignOn) {
    EXPECT_EQ(fault_of(with("iss", "https://id.example.org")), "wrong_issuer");
    EXPECT_EQ(fault_of(without("iss")), "wrong_issuer");
    EXPECT_EQ(fault_of(with("aud", "another")), "wrong_audience");
    EXPECT_EQ(fault_of(without("aud")), "wrong_audience");
    EXPECT_EQ(fault_of(with("aud", array{})), "wrong_audience");
    EXPECT_EQ(fault_of(with("aud", array{"waymark", "another"})), "wrong_audience");
    EXPECT_EQ(fault_of(with("aud", array{"waymark", 1})), "wrong_audience");
    EXPECT_EQ(fault_of(with("azp", "another")), "wrong_audience");
    auto two = with("aud", array{"waymark", "another"});
    two["azp"] = "waymark";
    EXPECT_EQ(fault_of(two), "wrong_audience");
    EXPECT_EQ(fault_of(with("nonce", "n-2")), "wrong_nonce");
    EXPECT_EQ(fault_of(without("nonce")), "wrong_nonce");
    EXPECT_TRUE(std::holds_alternative<TokenFault>(
        claims_from(rsa().sign(with("nonce", ""), "RS256"), keys, provider, "", now)));
}

TEST_F(IdTokenTest, CountsWithinItsTimeAndAMinute) {
    auto const at = seconds(now);
    EXPECT_EQ(fault_of(with("exp", at - 59)), "");
    EXPECT_EQ(fault_of(with("exp", at - 60)), "expired");
    EXPECT_EQ(fault_of(without("exp")), "expired");
    EXPECT_EQ(fault_of(with("exp", "never")), "expired");
    EXPECT_EQ(fault_of(with("exp", 1e300)), "expired");
    EXPECT_EQ(fault_of(with("exp", -1)), "expired");
    EXPECT_EQ(fault_of(with("iat", at + 60)), "");
    EXPECT_EQ(fault_of(with("iat", at + 61)), "not_yet");
    EXPECT_EQ(fault_of(without("iat")), "not_yet");
    EXPECT_EQ(fault_of(with("iat", at - 660)), "");
    EXPECT_EQ(fault_of(with("iat", at - 661)), "too_old");
    EXPECT_EQ(fault_of(with("nbf", at + 60)), "");
    EXPECT_EQ(fault_of(with("nbf", at + 61)), "not_yet");
    EXPECT_EQ(fault_of(with("nbf", nullptr)), "not_yet");
    EXPECT_EQ(fault_of(with("iat", static_cast<double>(at) + 0.5)), "");
}

TEST_F(IdTokenTest, NeedsAKeyAndAnAlgorithmThatCount) {
    auto const payload = base64url(boost::json::serialize(claims()));
    EXPECT_EQ(fault(base64url(R"({"alg":"none"})") + "." + payload + "."), "not_a_token");
    EXPECT_EQ(fault(base64url(R"({"alg":"none","kid":"rsa-1"})") + "." + payload + ".AA"),
              "algorithm_not_allowed");
    // The public key as a shared secret, in the forms that somebody might have it.
    auto const jwk = boost::json::serialize(rsa().published());
    for (auto const& secret : {jwk, keys.front().jwk, std::string{"secret"}}) {
        auto const forged = SigningKey::shared_secret("rsa-1", secret).sign(claims(), "HS256");
        EXPECT_EQ(fault(forged), "algorithm_not_allowed");
    }
    EXPECT_EQ(fault(rsa().sign(claims(), "RS384")), "algorithm_not_allowed");
    EXPECT_EQ(fault(SigningKey::rsa("rsa-2").sign(claims(), "RS256")), "unknown_key");
    EXPECT_EQ(fault(SigningKey::rsa("rsa-1").sign(claims(), "RS256")), "wrong_signature");
    // A key of the one kind does for no algorithm of the other.
    EXPECT_EQ(fault(SigningKey::curve("rsa-1").sign(claims(), "ES256")), "unknown_key");
    auto narrow = rsa().published();
    narrow["alg"] = "PS256";
    auto const for_ps = *keys_from(key_set_of({narrow}));
    EXPECT_TRUE(std::holds_alternative<TokenFault>(
        claims_from(rsa().sign(claims(), "RS256"), for_ps, provider, "n-1", now)));
    EXPECT_TRUE(std::holds_alternative<Claims>(
        claims_from(rsa().sign(claims(), "PS256"), for_ps, provider, "n-1", now)));
}

TEST_F(IdTokenTest, IsNoTokenForSomethingElse) {
    EXPECT_EQ(fault(rsa().sign(claims(), "RS256", "jwt")), "");
    for (auto const* type : {"at+jwt", "application/at+jwt", "logout+jwt", "x"}) {
        EXPECT_EQ(fault(rsa().sign(claims(), "RS256", type)), "not_a_token") << type;
    }
}

TEST_F(IdTokenTest, IsSignedAsItStands) {
    auto const token = rsa().sign(claims(), "RS256");
    auto const first = token.find('.'), second = token.rfind('.');
    auto const payload = base64url(boost::json::serialize(with("sub", "u-18")));
    EXPECT_EQ(fault(token.substr(0, first + 1) + payload + token.substr(second)),
              "wrong_signature");
    auto const header = base64url(R"({"alg":"PS256","kid":"rsa-1"})");
    EXPECT_EQ(fault(header + token.substr(first)), "wrong_signature");
    auto const critical = base64url(R"({"alg":"RS256","kid":"rsa-1","crit":["x"],"x":1})");
    EXPECT_EQ(fault(critical + token.substr(first)), "not_a_token");
    EXPECT_EQ(fault(token + "." + token), "not_a_token");
    EXPECT_EQ(fault(std::string(kLongestToken + 1, 'a')), "not_a_token");
    EXPECT_EQ(fault(""), "not_a_token");
    // Of a length that no bytes give: libcjose stops at these.
    EXPECT_EQ(fault("AAAAA.AAAA.AAAA"), "not_a_token");
    EXPECT_EQ(fault(token.substr(0, second + 6)), "not_a_token");
}

TEST_F(IdTokenTest, SaysWhoSomebodyIsAndNoMoreThanItDoes) {
    EXPECT_EQ(fault_of(without("sub")), "no_subject");
    EXPECT_EQ(fault_of(with("sub", "")), "no_subject");
    EXPECT_EQ(fault_of(with("sub", boost::json::string(256, 'a'))), "no_subject");
    EXPECT_EQ(fault_of(with("sub", "a\nb")), "no_subject");
    EXPECT_EQ(fault_of(with("sub", 17)), "no_subject");
    auto const claims_of = [&](object const& changed) {
        return std::get<Claims>(read(rsa().sign(changed, "RS256")));
    };
    for (auto const& not_true : array{"true", 1, nullptr, false}) {
        EXPECT_FALSE(claims_of(with("email_verified", not_true)).email_verified);
    }
    EXPECT_FALSE(claims_of(without("email_verified")).email_verified);
    EXPECT_TRUE(claims_of(with("amr", array{"pwd", "otp"})).second_factor);
    EXPECT_FALSE(claims_of(with("amr", array{"pwd"})).second_factor);
    EXPECT_FALSE(claims_of(with("amr", "mfa")).second_factor);
    EXPECT_TRUE(claims_of(with("acr", "urn:loa:2")).second_factor);
    EXPECT_FALSE(claims_of(with("acr", "urn:loa:1")).second_factor);
}

// Nothing of it is believed, and nothing breaks: every beginning of a good token, and twenty
// thousand that have been changed somewhere.
TEST_F(IdTokenTest, SpoiltTokensAreRefused) {
    for (auto const& token : {rsa().sign(claims(), "RS256"), curve().sign(claims(), "ES256")}) {
        for (std::size_t length = 0; length < token.size(); ++length) {
            ASSERT_NE(fault(token.substr(0, length)), "") << length;
        }
        std::mt19937 random{17};
        for (int i = 0; i < 10'000; ++i) {
            auto spoilt = token;
            auto const at = random() % spoilt.size();
            auto const was = spoilt[at];
            spoilt[at] =
                static_cast<char>(i % 3 == 0 ? random() % 256 : was ^ (1 << (random() % 7)));
            // The last character of a part may hold bits that stand for nothing.
            bool const is_last = at + 1 == spoilt.size() || token[at + 1] == '.';
            if (spoilt[at] == was || is_last) continue;
            ASSERT_NE(fault(spoilt), "") << at;
        }
    }
}

}  // namespace

}  // namespace waymark::openid
