// One question over a real socket: no certificate, no answer; nothing followed, nothing endless.

#include "openid/fetch.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

namespace waymark::openid {

namespace {

// Takes one connection and gives it to `serve`.
class OneAnswer {
  public:
    explicit OneAnswer(std::function<void(int)> serve)
        : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        bool const listens =
            bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
            listen(socket_, 4) == 0 &&
            getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
        EXPECT_TRUE(listens);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread{[this, serve = std::move(serve)] {
            int const connection = accept(socket_, nullptr, nullptr);
            if (connection < 0) return;
            serve(connection);
            close(connection);
        }};
    }
    ~OneAnswer() {
        shutdown(socket_, SHUT_RDWR);
        thread_.join();
        close(socket_);
    }
    OneAnswer(OneAnswer const&) = delete;
    OneAnswer& operator=(OneAnswer const&) = delete;

    std::string address(std::string const& scheme = "http") const {
        return scheme + "://127.0.0.1:" + std::to_string(port_) + "/x";
    }

  private:
    int socket_;
    unsigned short port_ = 0;
    std::thread thread_;
};

void say(int connection, std::string const& text) {
    std::size_t sent = 0;
    while (sent < text.size()) {
        auto const more = send(connection, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (more <= 0) return;
        sent += static_cast<std::size_t>(more);
    }
}

std::string hear(int connection) {
    char buffer[4096];
    auto const got = recv(connection, buffer, sizeof buffer, 0);
    return got > 0 ? std::string{buffer, static_cast<std::size_t>(got)} : "";
}

std::string answer_of(std::size_t bytes, std::string const& head = "HTTP/1.1 200 OK\r\n") {
    return head + "Content-Length: " + std::to_string(bytes) + "\r\n\r\n" + std::string(bytes, 'a');
}

TEST(Fetch, SendsAFormAndAHeaderAndGivesTheAnswer) {
    std::string asked;
    OneAnswer const server{[&](int connection) {
        asked = hear(connection);
        say(connection, answer_of(3));
    }};
    auto const answer =
        fetch({.url = server.address(), .form = "a=b", .authorization = "Basic eA=="});
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "aaa");
    EXPECT_TRUE(asked.starts_with("POST /x HTTP/1.1\r\n")) << asked;
    EXPECT_NE(asked.find("\r\nAuthorization: Basic eA==\r\n"), std::string::npos);
    EXPECT_NE(asked.find("\r\nContent-Type: application/x-www-form-urlencoded\r\n"),
              std::string::npos);
    EXPECT_TRUE(asked.ends_with("\r\n\r\na=b"));
}

TEST(Fetch, FollowsNobodyElsewhere) {
    bool was_followed = false;
    OneAnswer const elsewhere{[&](int) { was_followed = true; }};
    OneAnswer const server{[&](int connection) {
        (void)hear(connection);
        say(connection,
            answer_of(0, "HTTP/1.1 302 Found\r\nLocation: " + elsewhere.address() + "\r\n"));
    }};
    EXPECT_EQ(fetch({.url = server.address()}).status, 302);
    EXPECT_FALSE(was_followed);
}

TEST(Fetch, TakesAnAnswerOf256KiBAndNotOneByteMore) {
    for (std::size_t const bytes : {kLongestAnswer, kLongestAnswer + 1}) {
        long const status = bytes > kLongestAnswer ? 0 : 200;
        OneAnswer const server{[&](int connection) {
            (void)hear(connection);
            say(connection, answer_of(bytes));
        }};
        auto const answer = fetch({.url = server.address()});
        EXPECT_EQ(answer.status, status);
        EXPECT_EQ(answer.body.size(), status == 200 ? bytes : 0);
    }
}

// A byte now and then keeps nobody waiting for ever.
TEST(Fetch, WaitsFiveSecondsForTheWholeOfIt) {
    std::atomic<bool> is_over{false};
    OneAnswer const server{[&](int connection) {
        (void)hear(connection);
        say(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        while (!is_over) {
            say(connection, "a");
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
    }};
    auto const from = std::chrono::steady_clock::now();
    EXPECT_EQ(fetch({.url = server.address()}).status, 0);
    is_over = true;
    auto const took = std::chrono::steady_clock::now() - from;
    EXPECT_GE(took, kAnswerWithin - std::chrono::milliseconds{100});
    EXPECT_LT(took, kAnswerWithin + std::chrono::seconds{3});
}

TEST(Fetch, AsksNoAddressThatIsNotSafe) {
    for (auto const* url :
         {"http://id.example.org/", "file:///etc/passwd", "ftp://127.0.0.1/", ""}) {
        EXPECT_EQ(fetch({.url = url}).status, 0) << url;
    }
    OneAnswer const nobody{[](int) {}};
    EXPECT_EQ(fetch({.url = nobody.address()}).status, 0);  // it hangs up
}

struct TlsTest : testing::Test {
    std::filesystem::path folder = testing::TempDir() + "waymark-fetch-" + std::to_string(getpid());
    std::string const key = (folder / "key").string(), certificate = (folder / "crt").string();

    TlsTest() {
        std::filesystem::create_directories(folder);
        auto const command =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
            "-days 2 -subj /CN=waymark -addext subjectAltName=IP:127.0.0.1 -keyout " +
            key + " -out " + certificate + " 2>/dev/null";
        EXPECT_EQ(std::system(command.c_str()), 0);
    }
    ~TlsTest() override { std::filesystem::remove_all(folder); }

    void serve(int connection) const {
        auto* context = SSL_CTX_new(TLS_server_method());
        SSL_CTX_use_certificate_file(context, certificate.c_str(), SSL_FILETYPE_PEM);
        SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM);
        auto* tls = SSL_new(context);
        SSL_set_fd(tls, connection);
        if (SSL_accept(tls) == 1) {
            char buffer[4096];
            (void)SSL_read(tls, buffer, sizeof buffer);
            auto const text = answer_of(3);
            (void)SSL_write(tls, text.data(), static_cast<int>(text.size()));
        }
        SSL_free(tls);
        SSL_CTX_free(context);
    }
};

TEST_F(TlsTest, BelievesOnlyWhomACertificateVouchesFor) {
    {
        OneAnswer const stranger{[this](int connection) { serve(connection); }};
        EXPECT_EQ(fetch({.url = stranger.address("https")}).status, 0);
    }
    {
        OneAnswer const known{[this](int connection) { serve(connection); }};
        auto const answer = fetch({.url = known.address("https"), .ca_file = certificate});
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, "aaa");
    }
    // The certificate is of 127.0.0.1, and of no other name.
    OneAnswer const misnamed{[this](int connection) { serve(connection); }};
    auto url = misnamed.address("https");
    url.replace(url.find("127.0.0.1"), 9, "localhost");
    EXPECT_EQ(fetch({.url = url, .ca_file = certificate}).status, 0);
}

}  // namespace

}  // namespace waymark::openid
