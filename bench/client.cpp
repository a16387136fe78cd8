#include "client.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <chrono>
#include <deque>
#include <memory>
#include <stdexcept>

namespace waymark::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Seconds = std::chrono::duration<double>;
using Steady = std::chrono::steady_clock;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

asio::ip::tcp::endpoint at(unsigned short port) {
    return {asio::ip::address_v4::loopback(), port};
}

// Keys of idempotency that nobody has used: each run of the bench has its own.
std::string new_key() {
    static auto const run = Steady::now().time_since_epoch().count();
    static std::int64_t number = 0;
    return "bench-" + std::to_string(run) + "-" + std::to_string(++number);
}

Request request_for(Session const& session, Asked const& asked) {
    Request request{http::string_to_verb(asked.method), asked.path, 11};
    request.set(http::field::host, "127.0.0.1");
    if (!session.cookie.empty()) request.set(http::field::cookie, session.cookie);
    if (asked.method != "GET") {
        request.set("X-CSRF-Token", session.csrf_token);
        request.set("Idempotency-Key", new_key());
        request.set(http::field::content_type, "application/json");
    }
    if (!asked.etag.empty()) request.set(http::field::if_match, asked.etag);
    request.body() = asked.body;
    request.prepare_payload();
    return request;
}

Answer answer_of(Response&& response) {
    return {static_cast<int>(response.result_int()), std::move(response.body()),
            std::string{response[http::field::etag]}};
}

[[noreturn]] void not_good(Asked const& asked, int status, std::string const& body) {
    throw std::runtime_error(asked.method + " " + asked.path + " was answered with " +
                             std::to_string(status) + ": " + body.substr(0, 300));
}

Response one_exchange(unsigned short port, Request const& request) {
    asio::io_context io;
    beast::tcp_stream stream{io};
    stream.connect(at(port));
    http::write(stream, request);
    beast::flat_buffer buffer;
    http::response_parser<http::string_body> parser;
    parser.body_limit(64 << 20);
    http::read(stream, buffer, parser);
    return parser.release();
}

// All the connections of one load, in one thread.
class Load {
  public:
    Load(unsigned short port, Session const& session, double seconds, Next const& next)
        : port_(port),
          session_(session),
          next_(next),
          begun_(Steady::now()),
          counts_from_(begun_ +
                       std::chrono::duration_cast<Steady::duration>(Seconds{seconds / 10})),
          ends_(counts_from_ + std::chrono::duration_cast<Steady::duration>(Seconds{seconds})) {}

    LoadResult run(int connections) {
        for (int i = 0; i < connections; ++i) {
            auto& one = connections_.emplace_back(io_, i);
            one.stream.connect(at(port_));
            one.stream.socket().set_option(asio::ip::tcp::no_delay{true});
            send(one);
        }
        io_.run();
        if (!fault_.empty()) throw std::runtime_error(fault_);
        if (times_.empty()) throw std::runtime_error("no request was answered in time");
        std::sort(times_.begin(), times_.end());
        auto const share = [&](double of) {
            return times_[static_cast<std::size_t>(of * static_cast<double>(times_.size() - 1))] *
                   1000;
        };
        return {static_cast<std::int64_t>(times_.size()), Seconds{ends_ - counts_from_}.count(),
                share(0.5), share(0.95)};
    }

  private:
    struct Connection {
        Connection(asio::io_context& io, std::int64_t number_) : stream(io), number(number_) {}
        beast::tcp_stream stream;
        beast::flat_buffer buffer;
        std::int64_t number, turn = 0;
        Request request;
        Response response;
        Asked asked;
        Answer last{};
        Steady::time_point sent;
    };

    void send(Connection& one) {
        if (!fault_.empty() || Steady::now() >= ends_) return;
        one.asked = next_(one.number, one.turn++, one.last);
        one.request = request_for(session_, one.asked);
        one.response = {};
        one.sent = Steady::now();
        http::async_write(one.stream, one.request, [this, &one](auto error, std::size_t) {
            if (error) return stop("a connection broke: " + error.message());
            http::async_read(one.stream, one.buffer, one.response,
                             [this, &one](auto failed, std::size_t) { received(one, failed); });
        });
    }
    void received(Connection& one, boost::system::error_code error) {
        if (error) return stop("a connection broke: " + error.message());
        auto const now = Steady::now();
        one.last = answer_of(std::move(one.response));
        if (one.last.status < 200 || one.last.status > 299) {
            return stop(one.asked.method + " " + one.asked.path + " was answered with " +
                        std::to_string(one.last.status) + ": " + one.last.body.substr(0, 300));
        }
        if (now >= counts_from_ && now < ends_) times_.push_back(Seconds{now - one.sent}.count());
        send(one);
    }
    void stop(std::string fault) {
        if (fault_.empty()) fault_ = std::move(fault);
        io_.stop();
    }

    unsigned short port_;
    Session const& session_;
    Next const& next_;
    Steady::time_point begun_, counts_from_, ends_;
    asio::io_context io_{1};
    std::deque<Connection> connections_;
    std::vector<double> times_;
    std::string fault_;
};

}  // namespace

bool answers(unsigned short port, std::string const& path) {
    try {
        auto const response = one_exchange(port, request_for({}, {.path = path}));
        return response.result_int() >= 200 && response.result_int() < 300;
    } catch (boost::system::system_error const&) {
        return false;
    }
}

Session sign_in(unsigned short port, std::string const& email, std::string const& password) {
    Asked const asked{.method = "POST",
                      .path = "/api/v1/session",
                      .body = boost::json::serialize(
                          boost::json::object{{"email", email}, {"password", password}})};
    auto response = one_exchange(port, request_for({}, asked));
    if (response.result_int() / 100 != 2) {
        not_good(asked, static_cast<int>(response.result_int()), response.body());
    }
    std::string const set{response[http::field::set_cookie]};
    auto const body = boost::json::parse(response.body());
    return {set.substr(0, set.find(';')), std::string{body.at("csrf_token").as_string()}};
}

Answer ask(unsigned short port, Session const& session, Asked const& asked) {
    auto answer = answer_of(one_exchange(port, request_for(session, asked)));
    if (answer.status < 200 || answer.status > 299) not_good(asked, answer.status, answer.body);
    return answer;
}

Streamed stream(unsigned short port, Session const& session, std::string const& path) {
    asio::io_context io;
    beast::tcp_stream connection{io};
    connection.connect(at(port));
    Asked const asked{.path = path};
    auto const start = Steady::now();
    http::write(connection, request_for(session, asked));
    beast::flat_buffer buffer;
    http::response_parser<http::buffer_body> parser;
    parser.body_limit(boost::none);
    http::read_header(connection, buffer, parser);
    auto const status = static_cast<int>(parser.get().result_int());
    if (status < 200 || status > 299) not_good(asked, status, "");
    Streamed read{};
    std::vector<char> part(1 << 16);
    while (!parser.is_done()) {
        parser.get().body().data = part.data();
        parser.get().body().size = part.size();
        boost::system::error_code error;
        http::read(connection, buffer, parser, error);
        if (error && error != http::error::need_buffer) throw boost::system::system_error{error};
        auto const length = part.size() - parser.get().body().size;
        read.bytes += static_cast<std::int64_t>(length);
        read.rows +=
            std::count(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(length), '\n');
    }
    read.seconds = Seconds{Steady::now() - start}.count();
    return read;
}

LoadResult load(unsigned short port, Session const& session, int connections, double seconds,
                Next const& next) {
    return Load{port, session, seconds, next}.run(connections);
}

}  // namespace waymark::bench
