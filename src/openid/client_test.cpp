// What is asked of a provider, how often, and what of its documents is believed.

#include "openid/client.h"

#include "documents.h"
#include "provider_keys.h"

#include <gtest/gtest.h>

#include <map>

namespace waymark::openid {

namespace {

using boost::json::object;

constexpr char const* kIssuer = "https://id.example.org";

object discovery_document() {
    return {{"issuer", kIssuer},
            {"authorization_endpoint", "https://id.example.org/authorize"},
            {"token_endpoint", "https://id.example.org/token"},
            {"jwks_uri", "https://id.example.org/keys"}};
}

struct ClientTest : testing::Test {
    Instant now = instant_from_text("2026-02-02T10:00:00.000Z");
    SigningKey key = SigningKey::curve("one");
    Drawn const drawn{"state-1", "nonce-1", "verifier-of-at-least-forty-three-characters-long"};
    std::map<std::string, Answer> answers;
    std::vector<Question> asked;
    Client client{
        {"council", kIssuer, "way mark", "s:e&t", "https://waymark.example/sign-on/return"},
        [this](Question const& question) {
            asked.push_back(question);
            return answers[question.url];
        }};

    ClientTest() {
        say("/.well-known/openid-configuration", discovery_document());
        publish(key);
        answer_with(key);
    }
    void say(std::string const& path, object const& body) {
        answers[kIssuer + path] = {200, boost::json::serialize(body)};
    }
    void publish(SigningKey const& one) {
        answers[std::string{kIssuer} + "/keys"] = {200, key_set_of({one.published()})};
    }
    void answer_with(SigningKey const& signer, bool verified = true) {
        auto const at =
            std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
        say("/token", {{"access_token", "a"},
                       {"token_type", "Bearer"},
                       {"id_token", signer.sign({{"iss", kIssuer},
                                                 {"sub", "u-17"},
                                                 {"aud", "way mark"},
                                                 {"exp", at + 300},
                                                 {"iat", at},
                                                 {"nonce", "nonce-1"},
                                                 {"email", "amal@example.org"},
                                                 {"email_verified", verified}},
                                                "ES256")}});
    }
    // The subject, or the fault's code with a ! when it is trouble.
    std::string redeem(std::string const& issuer = "") {
        auto const result = client.redeem({"code-1", issuer}, drawn, now);
        if (auto const* fault = std::get_if<Fault>(&result)) {
            return std::string{fault->code} + (fault->is_trouble ? "!" : "");
        }
        return std::get<Proven>(result).subject + " " + std::get<Proven>(result).email;
    }
    int times(std::string const& path) const {
        return static_cast<int>(std::count_if(asked.begin(), asked.end(), [&](auto const& one) {
            return one.url == kIssuer + path;
        }));
    }
};

TEST_F(ClientTest, SendsTheBrowserWithTheChallengeAndNotTheVerifier) {
    auto const address = client.address_for(drawn, now);
    ASSERT_TRUE(address);
    // The challenge is BASE64URL(SHA256(verifier)).
    EXPECT_EQ(
        *address,
        "https://id.example.org/authorize?response_type=code&client_id=way%20mark&redirect_uri="
        "https%3A%2F%2Fwaymark.example%2Fsign-on%2Freturn&scope=openid%20email&state=state-1&"
        "nonce=nonce-1&code_challenge=" +
            base64url(bytes_of(sha256(drawn.verifier))) + "&code_challenge_method=S256");
}

// RFC 7636, appendix B.
TEST_F(ClientTest, ChallengesAreThoseOfTheStandard) {
    auto const address =
        client.address_for({"s", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"}, now);
    ASSERT_TRUE(address);
    EXPECT_NE(address->find("code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&"),
              std::string::npos);
}

TEST_F(ClientTest, RedeemsACodeWithSecretAndVerifier) {
    EXPECT_EQ(redeem(), "u-17 amal@example.org");
    auto const& question = asked[1];
    EXPECT_EQ(question.url, "https://id.example.org/token");
    EXPECT_EQ(question.form,
              "grant_type=authorization_code&code=code-1&redirect_uri=https%3A%2F%2Fwaymark.example"
              "%2Fsign-on%2Freturn&code_verifier=verifier-of-at-least-forty-three-characters-long");
    EXPECT_EQ(question.authorization, "Basic " + base64_of("way%20mark:s%3Ae%26t"));
    answer_with(key, false);
    EXPECT_EQ(redeem(), "u-17 ");
}

TEST_F(ClientTest, GivesTheSecretInTheFormWhereTheProviderTakesItNoOtherWay) {
    auto document = discovery_document();
    document["token_endpoint_auth_methods_supported"] = boost::json::array{"client_secret_post"};
    say("/.well-known/openid-configuration", document);
    EXPECT_EQ(redeem(), "u-17 amal@example.org");
    EXPECT_EQ(asked[1].authorization, "");
    EXPECT_NE(asked[1].form.find("&client_secret=s%3Ae%26t"), std::string::npos);
}

// RFC 9207: the answer of one provider is not redeemed at another.
TEST_F(ClientTest, TakesNoAnswerOfAnotherIssuer) {
    EXPECT_EQ(redeem(kIssuer), "u-17 amal@example.org");
    EXPECT_EQ(redeem("https://evil.example"), "answer_of_another_issuer");
    EXPECT_EQ(times("/token"), 1);
}

TEST_F(ClientTest, MissesTheIssuerWhereTheProviderSaysThatItNamesItself) {
    auto document = discovery_document();
    document["authorization_response_iss_parameter_supported"] = true;
    say("/.well-known/openid-configuration", document);
    EXPECT_EQ(redeem(), "answer_of_another_issuer");
    EXPECT_EQ(redeem(kIssuer), "u-17 amal@example.org");
}

TEST_F(ClientTest, AsksForWhatItKnowsOnceAnHour) {
    EXPECT_EQ(redeem(), "u-17 amal@example.org");
    now += std::chrono::minutes{59};
    answer_with(key);
    EXPECT_EQ(redeem(), "u-17 amal@example.org");
    EXPECT_EQ(times("/keys"), 1);
    EXPECT_EQ(times("/.well-known/openid-configuration"), 1);
    now += std::chrono::minutes{1};
    answer_with(key);
    EXPECT_EQ(redeem(), "u-17 amal@example.org");
    EXPECT_EQ(times("/keys"), 2);
    EXPECT_EQ(times("/.well-known/openid-configuration"), 2);
}

TEST_F(ClientTest, LooksForANewKeyAtMostOnceAMinute) {
    EXPECT_EQ(redeem(), "u-17 amal@example.org");
    auto const second = SigningKey::curve("two");
    answer_with(second);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(redeem(), "unknown_key");
    EXPECT_EQ(times("/keys"), 1);
    now += std::chrono::minutes{1};
    publish(second);
    answer_with(second);
    EXPECT_EQ(redeem(), "u-17 amal@example.org");
    EXPECT_EQ(times("/keys"), 2);
}

TEST_F(ClientTest, LeavesAProviderAloneForAWhileThatDoesNotAnswer) {
    answers.erase(std::string{kIssuer} + "/.well-known/openid-configuration");
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(client.address_for(drawn, now));
    EXPECT_EQ(redeem(), "no_discovery!");
    EXPECT_EQ(times("/.well-known/openid-configuration"), 1);
    now += std::chrono::seconds{10};
    say("/.well-known/openid-configuration", discovery_document());
    EXPECT_TRUE(client.address_for(drawn, now));
}

TEST_F(ClientTest, TellsACodeThatIsRefusedFromAProviderInTrouble) {
    answers[std::string{kIssuer} + "/token"] = {400, R"({"error":"invalid_grant"})"};
    EXPECT_EQ(redeem(), "code_refused");
    answers[std::string{kIssuer} + "/token"] = {200, R"({"access_token":"a"})"};
    EXPECT_EQ(redeem(), "no_id_token");
    answers[std::string{kIssuer} + "/token"] = {502, "bad gateway"};
    EXPECT_EQ(redeem(), "no_answer!");
    answers[std::string{kIssuer} + "/token"] = {};
    EXPECT_EQ(redeem(), "no_answer!");
}

TEST(Discovery, IsOfItsIssuerAndLeadsOnlyToSafeAddresses) {
    auto const reads = [](object const& document) {
        return discovery_from(boost::json::serialize(document), kIssuer).has_value();
    };
    EXPECT_TRUE(reads(discovery_document()));
    for (auto const* name : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
        for (auto const* bad : {"http://id.example.org/x", "http://127.0.0.1/x",
                                "file:///etc/passwd", "https://", "https://u:p@id.example.org/x",
                                "/x", "", "javascript:alert(1)", "https://id.example.org/x#y"}) {
            auto changed = discovery_document();
            changed[name] = bad;
            EXPECT_FALSE(reads(changed)) << name << " " << bad;
        }
    }
    auto other = discovery_document();
    other["issuer"] = "https://id.example.org/";
    EXPECT_FALSE(reads(other));
    EXPECT_FALSE(discovery_from("[]", kIssuer));
    EXPECT_FALSE(discovery_from("", kIssuer));
}

TEST(Keys, AreThePublicOnesThatMaySign) {
    auto const read = [](object const& key) { return keys_from(key_set_of({key}))->size(); };
    auto const good = SigningKey::rsa("one").published();
    EXPECT_EQ(read(good), 1u);
    auto changed = good;
    changed["use"] = "enc";
    EXPECT_EQ(read(changed), 0u);
    changed = good;
    changed.erase("kid");
    EXPECT_EQ(read(changed), 0u);
    EXPECT_EQ(read(SigningKey::rsa("short", 1024).published()), 0u);
    EXPECT_EQ(read({{"kty", "oct"}, {"k", "AAAA"}, {"kid", "secret"}}), 0u);
    EXPECT_EQ(read({{"kty", "EC"}, {"crv", "P-384"}, {"x", "AA"}, {"y", "AA"}, {"kid", "c"}}), 0u);
    // Of a length that no bytes give: libcjose stops at these.
    changed = good;
    changed["e"] = "AQABA";
    EXPECT_EQ(read(changed), 0u);
    EXPECT_FALSE(keys_from("{}"));
    EXPECT_FALSE(keys_from(R"({"keys":{}})"));
}

TEST(Addresses, AreSafeByTlsOrOnThisMachine) {
    for (auto const* good :
         {"https://id.example.org", "https://id.example.org:8443/a?b=c", "http://127.0.0.1:9000/x",
          "http://[::1]:9000", "http://localhost:1"}) {
        EXPECT_TRUE(is_safe_address(good)) << good;
    }
    for (auto const* bad : {"http://id.example.org", "http://127.0.0.1.example.org",
                            "ftp://127.0.0.1", "http://u@127.0.0.1", "https://a b", "https:///x",
                            "http://localhost.example.org", "https://127.0.0.1.example.org"}) {
        EXPECT_FALSE(is_safe_address(bad)) << bad;
    }
}

}  // namespace

}  // namespace waymark::openid
