// What is answered when a server has another sealing key than the one that the secrets of
// authenticator apps were sealed with.

#include "access/second_factor.h"

#include "edge_world_test.h"

#include <gtest/gtest.h>
#include <liboath/oath.h>

#include <cstdlib>

namespace waymark::http {

namespace {

// What an authenticator app shows now.
std::string shown_for(std::string secret) {
    std::erase(secret, ' ');
    char* key = nullptr;
    std::size_t length = 0;
    EXPECT_EQ(oath_base32_decode(secret.data(), secret.size(), &key, &length), OATH_OK);
    char code[7];
    EXPECT_EQ(oath_totp_generate(key, length, std::time(nullptr), 30, 0, 6, code), OATH_OK);
    std::free(key);
    return code;
}

struct SecondFactorEdge : EdgeWorld {
    Response ask_other(Request made) {
        std::promise<Response> answered;
        auto future = answered.get_future();
        other.handle(
            std::move(made), [&](Response response) { answered.set_value(std::move(response)); },
            [](Response const&) { return Sink{}; });
        return future.get();
    }
    Request sign_in_with(std::string const& code) {
        Request made;
        made.method = "POST";
        made.path = "/session";
        made.network_address = "192.0.2.1";
        made.content_type = "application/json";
        made.body_text = R"({"email":"amal@example.org","password":")" + std::string{kPassword} +
                         R"(","code":")" + code + R"("})";
        return made;
    }
    std::string set_up() {
        auto const begun =
            send(request(session, "PUT", "/session/second-factor",
                         R"({"current_password":")" + std::string{kPassword} + R"("})"));
        EXPECT_EQ(begun.status, 200) << begun.body;
        auto const secret = std::string{parse_object(begun.body, 8)->at("secret").as_string()};
        auto const confirmed = send(request(session, "PUT", "/session/second-factor/confirmation",
                                            R"({"code":")" + shown_for(secret) + R"("})"));
        EXPECT_EQ(confirmed.status, 200) << confirmed.body;
        // The code that confirmed is good again, so that the test need not wait.
        world.run("UPDATE user_code_taken SET step = 0");
        return secret;
    }

    sealing::SealingKey const another = sealing::SealingKey::make();
    Edge other{{.database = &world.database(),
                .catalogue = &catalogue,
                .password_cost = access::PasswordCost::Minimal,
                .sealing_key = &another},
               {},
               {.requests_per_minute = 0},
               audit_queue};
    Session session = sign_in("amal");
};

TEST_F(SecondFactorEdge, IsUncheckedUnderAnotherSealingKey) {
    auto const secret = set_up();
    auto const refused = ask_other(sign_in_with(shown_for(secret)));
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(parse_object(refused.body, 8)->at("code").as_string(), "second_factor_unchecked");
    EXPECT_TRUE(refused.set_cookie.empty());
    // Nor is anything changed by who is signed in.
    auto const again = ask_other(request(session, "PUT", "/session/second-factor",
                                         R"({"current_password":")" + std::string{kPassword} +
                                             R"(","code":")" + shown_for(secret) + R"("})"));
    EXPECT_EQ(again.status, 503);
    EXPECT_EQ(parse_object(again.body, 8)->at("code").as_string(), "second_factor_unchecked");
    EXPECT_EQ(send(sign_in_with(shown_for(secret))).status, 200);
}

}  // namespace

}  // namespace waymark::http
