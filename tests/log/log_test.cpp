// Nothing that anybody typed comes back in a log or an error, whatever is thrown at the service:
// a marked name in every field, key, path, query and header, as several people, in requests that
// succeed, that are refused, and that run into a broken database.

#include "http/edge.h"
#include "http/server.h"
#include "test_world.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <future>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

namespace waymark::http {

namespace {

constexpr char const* kMark = "Zzmarked";
// With what could end a quotation, a statement or a line.
constexpr char const* kMarkedName = "Zzmarked \"O'Zzmarked\" \\ \xc3\xa9; --";

// Everything logged while it stands.
class LogKept {
  public:
    LogKept() : before_(spdlog::default_logger()) {
        auto logger = std::make_shared<spdlog::logger>(
            "kept", std::make_shared<spdlog::sinks::ostream_sink_mt>(text_));
        logger->set_pattern("{%v}");
        logger->set_level(spdlog::level::trace);
        spdlog::set_default_logger(logger);
    }
    ~LogKept() { spdlog::set_default_logger(before_); }
    LogKept(LogKept const&) = delete;
    LogKept& operator=(LogKept const&) = delete;
    std::string text() const { return text_.str(); }

  private:
    std::shared_ptr<spdlog::logger> before_;
    std::ostringstream text_;
};

// Every name that the API description gives to anything: among them, every field's.
std::vector<std::string> every_field_name() {
    std::ifstream file{source_path("api/openapi.yaml")};
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    std::regex const key{R"(([a-z][a-z_0-9]+):)"};
    std::set<std::string> names;
    for (std::sregex_iterator found{text.begin(), text.end(), key}, end; found != end; ++found) {
        names.insert((*found)[1]);
    }
    return {names.begin(), names.end()};
}

// Bodies that carry the mark in every field: as text, in a list, in objects and as a key.
std::vector<std::string> marked_bodies() {
    JsonObject const inner{{kMarkedName, kMarkedName}, {"field", kMarkedName}};
    JsonObject texts, lists, objects, keys, listed_keys;
    for (auto const& name : every_field_name()) {
        texts[name] = kMarkedName;
        lists[name] = JsonArray{kMarkedName, inner};
        objects[name] = inner;
        keys[name] = JsonObject{{kMarkedName, JsonArray{kMarkedName, 7}}};
        listed_keys[name] = JsonObject{{kMarkedName, JsonArray{kMarkedName}}};
    }
    return {boost::json::serialize(texts),       boost::json::serialize(lists),
            boost::json::serialize(objects),     boost::json::serialize(keys),
            boost::json::serialize(listed_keys), std::string{"{\""} + kMark,
            std::string{"\""} + kMark + "\""};
}

class LogTest : public testing::Test {
  protected:
    LogTest()
        : catalogue(std::get<programmes::Catalogue>(
              programmes::Catalogue::load(source_path("programmes")))),
          audit_queue(world.database(), std::chrono::seconds{1}),
          edge({.database = &world.database(),
                .catalogue = &catalogue,
                .password_cost = access::PasswordCost::Minimal},
               {}, {.requests_per_minute = 0}, audit_queue) {}

    Response send(Request request) {
        std::promise<Response> answered;
        auto future = answered.get_future();
        bool streamed = false;
        edge.handle(
            std::move(request),
            [&](Response response) {
                if (!streamed) answered.set_value(std::move(response));
            },
            [&](Response head) {
                streamed = true;
                answered.set_value(std::move(head));
                return Sink{[](std::string_view) { return true; }};
            });
        return future.get();
    }

    Request sign_in_as(std::string const& email, std::string const& password) {
        Request request;
        request.method = "POST";
        request.path = "/session";
        request.content_type = "application/json";
        request.body_text =
            boost::json::serialize(JsonObject{{"email", email}, {"password", password}});
        request.network_address = "192.0.2.1";
        request.request_id = "test";
        return request;
    }

    // A request that is somebody's, with the mark wherever there is room for one.
    Request marked(std::string const& name, Route const& route, std::string const& body) {
        if (!sessions.contains(name)) {
            auto const answer = send(sign_in_as(name + "@example.org", kPassword));
            auto const from = answer.set_cookie.find('=') + 1;
            sessions[name] = {
                answer.set_cookie.substr(from, answer.set_cookie.find(';') - from),
                std::string{parse_object(answer.body, 8)->at("csrf_token").as_string()}};
        }
        Request request;
        request.method = std::string{route.method};
        request.path =
            std::regex_replace(std::string{route.path}, std::regex{R"(\{[^}]*\})"}, kMark);
        for (auto const& query : {"q", "after", "limit", "from", "to", "figure", "kind", "area_id",
                                  "before", "state", "agency_id", "from_month", kMark}) {
            request.query[query] = kMarkedName;
        }
        request.session_token = sessions[name].first;
        request.csrf_token = sessions[name].second;
        request.idempotency_key = std::string{kMark} + std::to_string(++keys);
        request.if_match = kMarkedName;
        request.content_type = "application/json";
        request.network_address = kMark;
        request.body_text = body;
        request.request_id = "test";
        return request;
    }

    void send_everything(std::string const& name) {
        auto const bodies = marked_bodies();
        for (auto const& route : edge.routes()) {
            if (route.path == "/session" && route.method == "DELETE") continue;
            bool const reads = route.method == "GET";
            for (auto const& body : reads ? std::vector<std::string>{""} : bodies) {
                auto const answer = send(marked(name, route, body));
                if (answer.status < 400) continue;
                EXPECT_EQ(answer.body.find(kMark), std::string::npos)
                    << route.method << " " << route.path << " " << answer.body;
            }
        }
    }

    TestWorld world;
    programmes::Catalogue catalogue;
    AuditQueue audit_queue;
    Edge edge;
    std::map<std::string, std::pair<std::string, std::string>> sessions;
    int keys = 0;
    LogKept log;
};

TEST_F(LogTest, NoErrorRepeatsWhatWasTypedInAnyFieldOfAnyRoute) {
    for (std::string const name : {"amal", "marek", "carys", "admin"}) send_everything(name);
    EXPECT_EQ(log.text().find(kMark), std::string::npos) << log.text();
}

TEST_F(LogTest, NorDoesSigningIn) {
    for (auto const& [email, password] :
         {std::pair{std::string{kMark} + "@example.org", std::string{kMarkedName}},
          std::pair{std::string{"amal@example.org"}, std::string{kMarkedName}},
          std::pair{std::string{kMarkedName}, std::string{kMarkedName}}}) {
        auto const answer = send(sign_in_as(email, password));
        EXPECT_EQ(answer.status, 401) << answer.body;
        EXPECT_EQ(answer.body.find(kMark), std::string::npos) << answer.body;
    }
    EXPECT_EQ(log.text().find(kMark), std::string::npos) << log.text();
}

// The names of what a broken database lacks may be logged; what was to be written may not.
TEST_F(LogTest, NorDoesADatabaseThatBreaks) {
    auto const session = marked("amal", edge.routes().front(), "");
    auto const body = boost::json::serialize(
        JsonObject{{"given_names", kMarkedName}, {"family_name", kMarkedName}});
    auto request = session;
    request.method = "POST";
    request.path = "/people";
    request.body_text = body;
    auto const written = send(request);
    EXPECT_EQ(written.status, 201) << written.body;

    world.run("ALTER TABLE person_record RENAME TO person_gone");
    request.idempotency_key += "-again";
    auto const broken = send(request);
    EXPECT_EQ(broken.status, 500);
    EXPECT_EQ(broken.body.find(kMark), std::string::npos);
    request.method = "GET";
    request.path = "/people/" + std::string{parse_object(written.body, 8)->at("id").as_string()};
    request.body_text.clear();
    EXPECT_EQ(send(request).status, 500);

    auto const logged = log.text();
    EXPECT_NE(logged.find("internal_error"), std::string::npos);
    EXPECT_EQ(logged.find(kMark), std::string::npos) << logged;
    std::istringstream lines{logged};
    for (std::string line; std::getline(lines, line);) {
        EXPECT_TRUE(parse_object(line, 4)) << line;
    }
}

// The server's own line about each request, and what it refuses before anybody is asked.
TEST_F(LogTest, NorDoesTheServer) {
    Server server{{.port = 0, .workers = 1}, edge, StaticFiles{}, world.database()};
    auto running = std::async(std::launch::async, [&] { server.run(std::chrono::seconds{5}); });
    std::string const mark{kMark};
    for (auto const& text :
         {"GET /api/v1/people/" + mark + "?q=" + mark + " HTTP/1.1\r\nCookie: waymark_session=" +
              mark + "\r\nX-CSRF-Token: " + mark + "\r\nUser-Agent: " + mark + "\r\n",
          mark + " /api/v1/" + mark + " HTTP/1.1\r\n", "GET /" + mark + " HTTP/1.1\r\n",
          "GET %zz" + mark + " HTTP/1.1\r\n", mark + "\r\n",
          "POST /api/v1/session HTTP/1.1\r\nContent-Length: 10\r\nContent-Type: " + mark +
              "\r\n\r\n{\"" + mark.substr(0, 8)}) {
        int const client = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(server.port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ASSERT_EQ(connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        auto const whole = text + "Host: x\r\nConnection: close\r\n\r\n";
        (void)::send(client, whole.data(), whole.size(), MSG_NOSIGNAL);
        std::string answer;
        char buffer[4096];
        for (ssize_t got = 1; got > 0;) {
            got = recv(client, buffer, sizeof buffer, 0);
            if (got > 0) answer.append(buffer, static_cast<std::size_t>(got));
        }
        close(client);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 4")) << answer;
        EXPECT_EQ(answer.find(mark), std::string::npos) << answer;
    }
    server.stop();
    running.get();
    auto const logged = log.text();
    EXPECT_NE(logged.find(R"("event":"request")"), std::string::npos);
    EXPECT_EQ(logged.find(mark), std::string::npos) << logged;
}

}  // namespace

}  // namespace waymark::http
