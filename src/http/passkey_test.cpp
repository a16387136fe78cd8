// Passkeys over the edge: as JSON, from being added to signing in, and what a refusal leaves.

#include "edge_world_test.h"
#include "foundation/digest.h"
#include "http/passkey_json.h"
#include "soft_passkey.h"

namespace waymark::http {

namespace {

struct PasskeyEdge : EdgeWorld {
    Response ask(Request request) {
        std::promise<Response> answered;
        ours.handle(std::move(request),
                    [&](Response response) { answered.set_value(std::move(response)); }, {});
        return answered.get_future().get();
    }
    Response put(std::string const& path, JsonObject const& body) {
        return ask(request(session, "PUT", path, boost::json::serialize(body)));
    }
    Response sign_in_with(JsonObject more, std::string const& password = kPassword) {
        more["email"] = "amal@example.org";
        more["password"] = password;
        Request asked;
        asked.method = "POST";
        asked.path = "/session";
        asked.network_address = "192.0.2.1";
        asked.content_type = "application/json";
        asked.body_text = boost::json::serialize(more);
        return ask(std::move(asked));
    }
    static JsonObject body_of(Response const& response) {
        return parse_object(response.body, 16).value_or(JsonObject{});
    }
    static std::string challenge_in(JsonObject const& question) {
        return std::string{question.at("challenge").as_string()};
    }
    std::string asked() {
        return challenge_in(body_of(sign_in_with({})).at("passkeys").as_object());
    }
    static JsonObject json_of(access::Assertion const& assertion) {
        return {{"credential_id", assertion.credential_id},
                {"client_data", base64url_of(assertion.client.raw)},
                {"authenticator_data", base64url_of(assertion.authenticator_data)},
                {"signature", base64url_of(assertion.signature)}};
    }
    JsonObject answer_to(std::string const& challenge) {
        return {{"assertion", json_of(device.used_for(challenge))}};
    }
    // Gives what is answered when it is added.
    Response add() {
        auto const begun = put("/session/passkeys/beginning",
                               {{"name", "Phone"}, {"current_password", kPassword}});
        EXPECT_EQ(begun.status, 200) << begun.body;
        auto const made = device.made_for(challenge_in(body_of(begun)));
        JsonObject const body{
            {"name", "Phone"},
            {"passkey", JsonObject{{"client_data", base64url_of(made.client.raw)},
                                   {"authenticator_data", base64url_of(made.authenticator_data)}}}};
        return ask(request(session, "POST", "/session/passkeys", boost::json::serialize(body)));
    }
    std::string in_session() {
        return challenge_in(body_of(ask(request(session, "POST", "/session/passkeys/question"))));
    }

    Edge ours{{.database = &world.database(),
               .catalogue = &catalogue,
               .password_cost = access::PasswordCost::Minimal,
               .sealing_key = &world.sealing_key,
               .relying_party = {"waymark.example.gov.uk", "https://waymark.example.gov.uk"}},
              {},
              {.requests_per_minute = 0},
              audit_queue};
    Session session = sign_in("amal");
    SoftPasskey device;
};

TEST_F(PasskeyEdge, IsAddedListedUsedAndRemoved) {
    auto const added = add();
    ASSERT_EQ(added.status, 200) << added.body;
    EXPECT_EQ(body_of(added).at("recovery_codes").as_array().size(), 10u);
    auto const list = body_of(ask(request(session, "GET", "/session/passkeys")));
    EXPECT_EQ(list.at("origin").as_string(), "https://waymark.example.gov.uk");
    EXPECT_FALSE(list.at("has_app").as_bool());
    auto const& one = list.at("passkeys").as_array().at(0).as_object();
    EXPECT_EQ(one.at("name").as_string(), "Phone");
    EXPECT_TRUE(one.at("last_used_at").is_null());

    auto const needed = sign_in_with({});
    EXPECT_EQ(code_of(needed), "second_factor_needed");
    auto const question = body_of(needed).at("passkeys").as_object();
    EXPECT_EQ(question.at("relying_party_id").as_string(), "waymark.example.gov.uk");
    EXPECT_EQ(question.at("credential_ids").as_array().size(), 1u);
    EXPECT_EQ(sign_in_with(answer_to(challenge_in(question))).status, 200);

    auto const path = "/session/passkeys/" + std::string{one.at("id").as_string()} + "/removal";
    EXPECT_EQ(put(path, {{"current_password", kPassword}}).status, 400);
    auto proof = answer_to(in_session());
    proof["current_password"] = kPassword;
    EXPECT_EQ(put(path, proof).status, 204);
    EXPECT_EQ(sign_in_with({}).status, 200);
}

TEST_F(PasskeyEdge, TellsNothingOfPasskeysToWhoDoesNotKnowThePassword) {
    ASSERT_EQ(add().status, 200);
    auto const wrong = sign_in_with({}, "not the pass phrase");
    EXPECT_EQ(code_of(wrong), "sign_in_failed");
    EXPECT_FALSE(body_of(wrong).contains("passkeys"));
    auto const proof = sign_in_with(answer_to("c29tZXRoaW5n"), "not the pass phrase");
    EXPECT_EQ(proof.body, wrong.body);
}

TEST_F(PasskeyEdge, WhatCannotBeReadIsAWrongAnswer) {
    ASSERT_EQ(add().status, 200);
    for (auto const& unreadable :
         {JsonObject{}, JsonObject{{"client_data", "!"}, {"signature", "=="}},
          JsonObject{{"credential_id", "YSBjcmVkZW50aWFs"}, {"client_data", base64url_of("[1]")}},
          JsonObject{{"client_data", base64url_of(R"({"type":1,"challenge":null})")}}}) {
        auto const refused = sign_in_with({{"assertion", unreadable}});
        EXPECT_EQ(code_of(refused), "second_factor_wrong") << refused.body;
        EXPECT_TRUE(body_of(refused).contains("passkeys"));
    }
    EXPECT_EQ(sign_in_with({{"assertion", "text"}}).status, 400);
    EXPECT_EQ(sign_in_with({{"assertion", JsonObject{{"more", 1}}}}).status, 400);
    EXPECT_EQ(world.value("SELECT max(failures) FROM user_sign_in_failure"), "4");
}

// The work that was refused is rolled back; what it must leave is not.
TEST_F(PasskeyEdge, ARefusedAnswerUsesUpTheChallengeAndIsNoted) {
    ASSERT_EQ(add().status, 200);
    device.counter = 40;
    ASSERT_EQ(sign_in_with(answer_to(asked())).status, 200);
    device.counter = 7;
    auto const begin = [&](JsonObject proof) {
        proof["name"] = "Key";
        proof["current_password"] = kPassword;
        return put("/session/passkeys/beginning", proof);
    };
    auto const challenge = in_session();
    auto const copied = begin(answer_to(challenge));
    EXPECT_EQ(copied.status, 400);
    EXPECT_NE(copied.body.find("counter_went_back"), std::string::npos);
    EXPECT_EQ(world.value("SELECT count(*) FROM audit_entry WHERE action = 'user.refuse_passkey'"),
              "1");
    device.counter = 50;
    EXPECT_EQ(begin(answer_to(challenge)).status, 400);
    EXPECT_EQ(begin(answer_to(in_session())).status, 200);
}

TEST_F(PasskeyEdge, IsOfferedByNoServerThatDoesNotKnowItsAddress) {
    auto const begin =
        request(session, "PUT", "/session/passkeys/beginning",
                R"({"name":"Phone","current_password":")" + std::string{kPassword} + R"("})");
    EXPECT_EQ(code_of(send(begin)), "no_public_origin");
    ASSERT_EQ(add().status, 200);
    // Signed in by a recovery code, then, and never by what another server was told.
    auto asked =
        request({}, "POST", "/session",
                R"({"email":"amal@example.org","password":")" + std::string{kPassword} + R"("})");
    asked.network_address = "192.0.2.1";
    auto const refused = send(asked);
    EXPECT_EQ(code_of(refused), "second_factor_needed");
    EXPECT_FALSE(body_of(refused).contains("passkeys"));
}

TEST(PasskeyJson, ReadsWhatTheBrowserSaysItWasAsked) {
    auto const read = client_data_from(
        R"({"type":"webauthn.get","challenge":"AAAA","origin":"https://a.gov.uk","other":[1]})");
    EXPECT_EQ(read.type, "webauthn.get");
    EXPECT_EQ(read.challenge, "AAAA");
    EXPECT_EQ(read.origin, "https://a.gov.uk");
    EXPECT_FALSE(read.cross_origin);
    EXPECT_FALSE(client_data_from(R"({"crossOrigin":false})").cross_origin);
    for (auto const* crossed : {R"({"crossOrigin":true})", R"({"crossOrigin":"false"})",
                                R"({"crossOrigin":null})", R"({"topOrigin":"https://b.org"})"}) {
        EXPECT_TRUE(client_data_from(crossed).cross_origin) << crossed;
    }
    for (auto const* broken : {"", "[]", "{", R"({"type":{"a":{"b":{"c":{"d":{}}}}}})", "\xff"}) {
        EXPECT_EQ(client_data_from(broken).type, "") << broken;
        EXPECT_EQ(client_data_from(broken).raw, broken);
    }
}

}  // namespace

}  // namespace waymark::http
