// What the server promises on the wire: TLS, limits, slow clients, whole streams, and a stop that
// cuts no answer short. Real sockets on the loopback address.

#include "http/server.h"

#include "test_world.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

namespace waymark::http {

namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

// A client's end of a connection.
class Client {
  public:
    explicit Client(unsigned short port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        timeval const patience{20, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        is_open_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~Client() {
        SSL_free(tls_);
        SSL_CTX_free(context_);
        ::close(socket_);
    }
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;

    bool is_open() const { return is_open_; }
    bool shake_hands(int newest = TLS1_3_VERSION) {
        context_ = SSL_CTX_new(TLS_client_method());
        SSL_CTX_set_min_proto_version(context_, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_, newest);
        tls_ = SSL_new(context_);
        SSL_set_fd(tls_, socket_);
        return SSL_connect(tls_) == 1;
    }
    void send(std::string const& text) {
        if (tls_ != nullptr) {
            SSL_write(tls_, text.data(), static_cast<int>(text.size()));
        } else {
            (void)::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
        }
    }
    // Everything until the server closes.
    std::string rest() {
        std::string all;
        char buffer[4096];
        for (;;) {
            auto const got = tls_ != nullptr ? SSL_read(tls_, buffer, sizeof buffer)
                                             : recv(socket_, buffer, sizeof buffer, 0);
            if (got <= 0) return all;
            all.append(buffer, static_cast<std::size_t>(got));
        }
    }
    std::string ask(std::string const& path, std::string const& headers = "") {
        send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
        return rest();
    }

  private:
    int socket_;
    bool is_open_ = false;
    SSL_CTX* context_ = nullptr;
    SSL* tls_ = nullptr;
};

programmes::Catalogue catalogue_on_disk() {
    return std::get<programmes::Catalogue>(programmes::Catalogue::load(source_path("programmes")));
}

// A certificate for this test alone, by the command that operators would use.
TlsFiles throw_away_certificate(fs::path const& folder, std::string const& name) {
    TlsFiles const files{(folder / (name + ".crt")).string(), (folder / (name + ".key")).string()};
    auto const command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        "-subj /CN=localhost -keyout " +
        files.key + " -out " + files.certificate + " 2>/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0);
    return files;
}

class ServerTest : public testing::Test {
  protected:
    ServerTest()
        : folder(fs::temp_directory_path() / ("waymark-server-" + std::to_string(getpid()))),
          catalogue(catalogue_on_disk()),
          audit_queue(world.database(), seconds{1}) {
        fs::create_directories(folder / "web");
        std::ofstream{folder / "web" / "index.html"} << "<!doctype html>";
        settings.port = 0;
        settings.workers = 2;
    }
    ~ServerTest() override {
        stop();
        fs::remove_all(folder);
    }

    // A file that fits into no socket's buffers.
    void make_large_file() const {
        std::ofstream{folder / "web" / "large.txt"} << std::string(kLarge, 'x');
    }
    unsigned short start(seconds grace = seconds{10}) {
        edge.emplace(Services{.database = &world.database(),
                              .catalogue = &catalogue,
                              .password_cost = access::PasswordCost::Minimal,
                              .sealing_key = &sealing_key,
                              .over_tls = settings.behind_tls || settings.tls.has_value()},
                     access::Gate::Limits{}, EdgeLimits{}, audit_queue);
        server.emplace(settings, *edge, StaticFiles::read((folder / "web").string()),
                       world.database());
        running = std::async(std::launch::async, [this, grace] { server->run(grace); });
        return server->port();
    }
    void stop() {
        if (!server) return;
        server->stop();
        if (running.valid()) running.get();
        server.reset();
    }

    static std::string sign_in(std::string const& email, std::string const& password,
                               std::string const& headers = "") {
        auto const body = R"({"email":")" + email + R"(","password":")" + password + R"("})";
        return "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers +
               "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
               "\r\n\r\n" + body;
    }
    // A Cookie header for somebody who has signed in.
    static std::string cookie_of(unsigned short port, std::string const& name) {
        Client client{port};
        client.send(sign_in(name + "@example.org", kPassword));
        auto const answer = client.rest();
        auto const from = answer.find("waymark_session=");
        EXPECT_NE(from, std::string::npos) << answer;
        return "Cookie: " + answer.substr(from, answer.find(';', from) - from) + "\r\n";
    }

    static constexpr std::size_t kLarge = 8 * 1024 * 1024;
    fs::path folder;
    TestWorld world;
    programmes::Catalogue catalogue;
    AuditQueue audit_queue;
    sealing::SealingKey const sealing_key = sealing::SealingKey::make();
    ServerSettings settings;
    std::optional<Edge> edge;
    std::optional<Server> server;
    std::future<void> running;
};

TEST_F(ServerTest, SpeaksTlsWithACertificateOfItsOwn) {
    make_large_file();
    settings.tls = throw_away_certificate(folder, "one");
    auto const port = start();
    Client client{port};
    ASSERT_TRUE(client.shake_hands());
    client.send(sign_in("amal@example.org", kPassword));
    auto const answer = client.rest();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
    EXPECT_NE(answer.find("Strict-Transport-Security: max-age="), std::string::npos) << answer;
    EXPECT_NE(answer.find("; Secure"), std::string::npos) << answer;

    Client large{port};
    ASSERT_TRUE(large.shake_hands());
    EXPECT_GT(large.ask("/large.txt").size(), kLarge);
}

TEST_F(ServerTest, UnderTlsAnswersNobodyWhoSpeaksPlainlyOrAnOldVersion) {
    settings.tls = throw_away_certificate(folder, "one");
    auto const port = start();
    EXPECT_EQ(Client{port}.ask("/healthz").find("HTTP/"), std::string::npos);
    Client old{port};
    EXPECT_FALSE(old.shake_hands(TLS1_1_VERSION));
    Client recent{port};
    EXPECT_TRUE(recent.shake_hands(TLS1_2_VERSION));
}

TEST_F(ServerTest, RefusesACertificateThatIsNotThereOrHasAnotherKey) {
    auto const one = throw_away_certificate(folder, "one");
    auto const other = throw_away_certificate(folder, "other");
    settings.tls = TlsFiles{(folder / "none.crt").string(), one.key};
    EXPECT_THROW(start(), BadCertificate);
    settings.tls = TlsFiles{one.certificate, other.key};
    EXPECT_THROW(start(), BadCertificate);
}

TEST_F(ServerTest, PlainlyItPromisesNoTls) {
    auto const port = start();
    Client client{port};
    client.send(sign_in("amal@example.org", kPassword));
    auto const answer = client.rest();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
    EXPECT_EQ(answer.find("Strict-Transport"), std::string::npos);
    EXPECT_EQ(answer.find("; Secure"), std::string::npos);
}

TEST_F(ServerTest, RefusesWhatIsTooLargeOrNotHttp) {
    settings.limits.header_bytes = 2048;
    settings.limits.body_bytes = 4096;
    auto const port = start();
    EXPECT_TRUE(Client{port}
                    .ask("/healthz", "X-Long: " + std::string(4000, 'a') + "\r\n")
                    .starts_with("HTTP/1.1 431"));
    Client body{port};
    body.send("POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
    EXPECT_TRUE(body.rest().starts_with("HTTP/1.1 413"));
    Client nonsense{port};
    nonsense.send("GEHT NICHT\r\n\r\n");
    EXPECT_TRUE(nonsense.rest().starts_with("HTTP/1.1 400"));
    // Two lengths, or a length beside chunks, are how one request is smuggled within another.
    for (std::string const lengths : {"Content-Length: 3\r\nContent-Length: 5\r\n",
                                      "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"}) {
        Client smuggler{port};
        smuggler.send("POST /api/v1/session HTTP/1.1\r\nHost: x\r\n" + lengths + "\r\nabc");
        EXPECT_TRUE(smuggler.rest().starts_with("HTTP/1.1 400")) << lengths;
    }
}

TEST_F(ServerTest, AMethodThatSomebodyMadeUpIsInNoMetric) {
    auto const port = start();
    Client client{port};
    client.send("SMITH /api/v1/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(client.rest().starts_with("HTTP/1.1 404"));
    auto const metrics = Client{port}.ask("/metrics");
    EXPECT_NE(metrics.find("waymark_http_connections"), std::string::npos);
    EXPECT_EQ(metrics.find("SMITH"), std::string::npos);
}

TEST_F(ServerTest, LetsGoOfAClientThatDawdles) {
    settings.limits.read_within = seconds{1};
    auto const port = start();
    Client slow{port};
    slow.send("GET /healthz HTTP/1.1\r\n");
    auto const before = std::chrono::steady_clock::now();
    EXPECT_EQ(slow.rest(), "");
    EXPECT_LT(std::chrono::steady_clock::now() - before, seconds{10});
}

TEST_F(ServerTest, HoldsOneAddressToItsShareOfConnections) {
    settings.limits.connections_per_address = 2;
    auto const port = start();
    Client first{port};
    Client second{port};
    first.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    second.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(Client{port}.ask("/healthz"), "");
}

TEST_F(ServerTest, BehindAProxyItsClientsAreToldApart) {
    settings.behind_tls = true;
    auto const port = start();
    auto const attempt = [&](std::string const& from, std::string const& password) {
        Client client{port};
        client.send(sign_in("amal@example.org", password, "X-Forwarded-For: " + from + "\r\n"));
        return client.rest().substr(9, 3);
    };
    for (std::string const name : {"marek", "bea", "carys", "dev", "helen", "dpo", "admin"}) {
        for (int i = 0; i < 5; ++i) {
            Client client{port};
            client.send(sign_in(name + "@example.org", "wrong",
                                "X-Forwarded-For: 10.0.0.1, 192.0.2.7\r\n"));
            (void)client.rest();
        }
    }
    EXPECT_EQ(attempt("192.0.2.7", kPassword), "429");
    // What stands before the last is the client's own word.
    EXPECT_EQ(attempt("192.0.2.8, 192.0.2.7", kPassword), "429");
    EXPECT_EQ(attempt("192.0.2.7, 192.0.2.8", kPassword), "200");
}

TEST_F(ServerTest, AnExportEndsWholeAndLeavesNothingInFlight) {
    auto const port = start(seconds{30});
    auto const answer = Client{port}.ask("/api/v1/exports/cases", cookie_of(port, "marek"));
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
    EXPECT_TRUE(answer.ends_with("\r\n0\r\n\r\n")) << answer;
    auto const before = std::chrono::steady_clock::now();
    stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, seconds{10});
}

TEST_F(ServerTest, StoppingFinishesWhatIsBeingSentAndTakesNoMore) {
    make_large_file();
    auto const port = start(seconds{30});
    Client reader{port};
    Client idle{port};
    idle.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    reader.send("GET /large.txt HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    server->stop();
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    EXPECT_FALSE(Client{port}.is_open());
    EXPECT_GT(reader.rest().size(), kLarge);
}

TEST_F(ServerTest, AReaderWhoStandsStillDoesNotHoldAStopLongerThanTheGrace) {
    make_large_file();
    auto const port = start(seconds{1});
    Client reader{port};
    reader.send("GET /large.txt HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    auto const before = std::chrono::steady_clock::now();
    stop();
    auto const took = std::chrono::steady_clock::now() - before;
    EXPECT_GE(took, std::chrono::milliseconds{900});
    EXPECT_LT(took, seconds{10});
}

}  // namespace

}  // namespace waymark::http
