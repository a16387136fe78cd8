// The doors of signing on, with a provider that the test plays: what a browser is told, what it
// must bring back, and that a slow provider holds nobody up.

#include "edge_world_test.h"
#include "provider_keys.h"

#include <atomic>
#include <condition_variable>
#include <thread>

namespace waymark::http {

namespace {

constexpr char const* kIssuer = "https://id.example.org";

// Plays a provider: remembers nothing, and gives whoever brings a code the token that is set.
struct PretendProvider {
    openid::SigningKey key = openid::SigningKey::curve("one");
    std::mutex mutex;
    std::condition_variable opened;
    bool is_slow = false;
    std::atomic<int> waiting{0};
    JsonObject claims;
    std::string asked;  // the last form

    openid::Answer operator()(openid::Question const& question) {
        if (question.url.ends_with("/openid-configuration")) {
            return {200,
                    R"({"issuer":"https://id.example.org","authorization_endpoint":)"
                    R"("https://id.example.org/authorize","token_endpoint":)"
                    R"("https://id.example.org/token","jwks_uri":"https://id.example.org/keys"})"};
        }
        if (question.url.ends_with("/keys")) return {200, openid::key_set_of({key.published()})};
        std::unique_lock lock{mutex};
        ++waiting;
        opened.wait(lock, [&] { return !is_slow; });
        asked = question.form;
        return {200, boost::json::serialize(JsonObject{{"id_token", key.sign(claims, "ES256")}})};
    }
    void be_slow(bool slow) {
        {
            std::lock_guard const lock{mutex};
            is_slow = slow;
        }
        opened.notify_all();
    }
};

class SignOnDoorsTest : public EdgeWorld {
  protected:
    SignOnDoorsTest() {
        providers.push_back(
            {std::make_unique<openid::Client>(
                 openid::Provider{"council",
                                  kIssuer,
                                  "waymark",
                                  "secret",
                                  "https://waymark.example/sign-on/return",
                                  {"mfa"}},
                 [this](openid::Question const& question) { return provider(question); }),
             "Borough council", world.agency("council")});
        with_providers =
            std::make_unique<Edge>(Services{.database = &world.database(),
                                            .catalogue = &catalogue,
                                            .password_cost = access::PasswordCost::Minimal,
                                            .over_tls = true,
                                            .sign_on = &providers},
                                   access::Gate::Limits{}, EdgeLimits{}, audit_queue);
    }

    std::future<Response> send_soon(Request request) {
        auto answered = std::make_shared<std::promise<Response>>();
        auto future = answered->get_future();
        with_providers->handle(
            std::move(request),
            [answered](Response response) { answered->set_value(std::move(response)); }, {});
        return future;
    }
    Response ask(std::string const& method, std::string const& path, std::string const& body = "",
                 std::string const& browser = "") {
        auto asked = request({"", ""}, method, path, body);
        asked.sign_on_token = browser;
        asked.network_address = "192.0.2.1";
        return send_soon(std::move(asked)).get();
    }

    struct Begun {
        std::string state, nonce, browser;
    };
    Begun begin() {
        auto const response = ask("POST", "/sign-on", R"({"provider":"council"})");
        EXPECT_EQ(response.status, 200) << response.body;
        EXPECT_TRUE(response.set_cookie.starts_with("__Host-waymark_sign_on="))
            << response.set_cookie;
        EXPECT_TRUE(
            response.set_cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; "
                                          "Max-Age=1200; Secure"));
        std::string const address{parse_object(response.body, 4)->at("go_to").as_string()};
        EXPECT_TRUE(address.starts_with("https://id.example.org/authorize?response_type=code&"));
        auto const from = response.set_cookie.find('=') + 1;
        return {value_in(address, "state"), value_in(address, "nonce"),
                response.set_cookie.substr(from, response.set_cookie.find(';') - from)};
    }
    static std::string value_in(std::string const& address, std::string const& name) {
        auto const from = address.find("&" + name + "=") + name.size() + 2;
        return address.substr(from, address.find('&', from) - from);
    }
    // What the provider says of amal in answer to this sign-on.
    void prove(Begun const& begun, std::string const& email = "amal@example.org",
               bool verified = true) {
        auto const now =
            std::chrono::duration_cast<std::chrono::seconds>(system_clock().now.time_since_epoch())
                .count();
        provider.claims = {{"iss", kIssuer},   {"sub", "s-" + email},
                           {"aud", "waymark"}, {"exp", now + 300},
                           {"iat", now},       {"nonce", begun.nonce},
                           {"email", email},   {"email_verified", verified}};
    }
    Request returning(Begun const& begun, std::string const& browser) {
        auto asked = request({"", ""}, "POST", "/sign-on/return",
                             R"({"state":")" + begun.state + R"(","code":"c-1"})");
        asked.sign_on_token = browser;
        asked.network_address = "192.0.2.1";
        return asked;
    }
    Response come_back(Begun const& begun) {
        return send_soon(returning(begun, begun.browser)).get();
    }

    PretendProvider provider;
    SignOnProviders providers;
    std::unique_ptr<Edge> with_providers;
};

TEST_F(SignOnDoorsTest, AreNotThereWithoutAProvider) {
    EXPECT_EQ(send(request({"", ""}, "GET", "/sign-on")).body, R"({"providers":[]})");
    for (auto const* path : {"/sign-on", "/sign-on/return", "/sign-on/code"}) {
        auto const response = send(request({"", ""}, "POST", path, "{}"));
        EXPECT_EQ(response.status, 404) << path;
        EXPECT_EQ(code_of(response), "no_such_resource");
    }
}

TEST_F(SignOnDoorsTest, EndInAnOrdinarySession) {
    EXPECT_EQ(ask("GET", "/sign-on").body,
              R"({"providers":[{"code":"council","name":"Borough council"}]})");
    auto const begun = begin();
    prove(begun);
    auto const response = come_back(begun);
    EXPECT_EQ(response.status, 200) << response.body;
    EXPECT_TRUE(response.set_cookie.starts_with("waymark_session=")) << response.set_cookie;
    EXPECT_TRUE(response.set_cookie.ends_with("; Secure"));
    EXPECT_EQ(parse_object(response.body, 8)->at("user_id").as_string(), world.user("amal").value);
    EXPECT_NE(provider.asked.find("code_verifier="), std::string::npos);
    // The token stays here: nothing of a JWT goes to the browser.
    EXPECT_EQ(response.body.find("eyJ"), std::string::npos);
}

TEST_F(SignOnDoorsTest, AStateIsGoodOnceAndInItsOwnBrowser) {
    auto const begun = begin();
    prove(begun);
    EXPECT_EQ(code_of(send_soon(returning(begun, "another")).get()), "sign_on_failed");
    EXPECT_EQ(code_of(send_soon(returning(begun, "")).get()), "sign_on_failed");
    EXPECT_EQ(provider.waiting, 0);  // the provider was not asked
    EXPECT_EQ(come_back(begun).status, 200);
    EXPECT_EQ(come_back(begun).status, 401);
    EXPECT_EQ(provider.waiting, 1);
}

// A token of another sign-on, and whoever may not, are told the same.
TEST_F(SignOnDoorsTest, SayTheSameToEverybodyWhoIsRefused) {
    auto const other = begin();
    std::string first;
    for (auto const& [email, verified] : {std::pair{"nobody@example.org", true},
                                          {"amal@example.org", false},
                                          {"carys@example.org", true}}) {
        auto const begun = begin();
        prove(begun, email, verified);
        auto const response = come_back(begun);
        EXPECT_EQ(response.status, 401) << email;
        if (first.empty()) first = response.body;
        EXPECT_EQ(response.body, first) << email;
    }
    auto const begun = begin();
    prove(other);
    EXPECT_EQ(come_back(begun).body, first);
    EXPECT_EQ(ask("POST", "/sign-on/code", R"({"code":"000000"})", begun.browser).body, first);
    EXPECT_EQ(world.value("SELECT count(*) FROM user_session"), "0");
}

TEST_F(SignOnDoorsTest, SayWhatIsWrongInWhatIsSent) {
    EXPECT_EQ(ask("POST", "/sign-on", R"({"provider":"police"})").status, 400);
    EXPECT_EQ(ask("POST", "/sign-on", "{}").status, 400);
    EXPECT_EQ(ask("POST", "/sign-on/return", R"({"state":["s"],"code":"c"})").status, 400);
    EXPECT_EQ(ask("POST", "/sign-on/return", R"({"state":"s","code":"c","more":1})").status, 400);
    EXPECT_EQ(ask("POST", "/sign-on/code", R"({"code":7})").status, 400);
    auto form = request({"", ""}, "POST", "/sign-on", R"({"provider":"council"})");
    form.content_type = "text/plain";
    EXPECT_EQ(send_soon(std::move(form)).get().status, 415);
}

// The provider answers nobody: everybody else is served meanwhile, and beyond thirty-two whoever
// signs on is told to come again. All the test's requests come by one thread, which never waits.
TEST_F(SignOnDoorsTest, ASlowProviderHoldsNobodyUp) {
    std::vector<Begun> all;
    for (int i = 0; i < 33; ++i) all.push_back(begin());
    prove(all.front());
    provider.be_slow(true);
    std::vector<std::future<Response>> answers;
    for (auto const& begun : all) answers.push_back(send_soon(returning(begun, begun.browser)));
    EXPECT_EQ(answers.back().get().status, 503);
    while (provider.waiting < 2) std::this_thread::yield();
    EXPECT_EQ(provider.waiting, 2);
    EXPECT_EQ(ask("GET", "/sign-on").status, 200);
    // No transaction is open: a write goes through at once.
    world.run("UPDATE org_partnership SET is_demo = 1");
    EXPECT_EQ(sign_in("marek").token.size(), 64u);
    provider.be_slow(false);
    EXPECT_EQ(answers.front().get().status, 200);
    // The state of the one that was sent away is still good.
    prove(all.back());
    for (std::size_t i = 1; i < 32; ++i) (void)answers[i].get();
    EXPECT_NE(come_back(all.back()).status, 503);
}

}  // namespace

}  // namespace waymark::http
