// Boost.Beast lives here and nowhere else.

#include "http/server.h"

#include "foundation/ids.h"
#include "foundation/text.h"
#include "http/metrics.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/url.hpp>

#include <atomic>
#include <deque>
#include <future>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace waymark::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = beast::http;
using tcp = asio::ip::tcp;

constexpr std::string_view kApi = "/api/v1";
constexpr std::string_view kContentPolicy =
    "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

// The value of one cookie in a Cookie header; empty when it is not there.
std::string cookie(std::string_view header, std::string_view name) {
    for (auto const& part : split(header, ';')) {
        auto const pair = trimmed(part);
        auto const equals = pair.find('=');
        if (equals != std::string::npos && std::string_view{pair}.substr(0, equals) == name) {
            return pair.substr(equals + 1);
        }
    }
    return {};
}

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

// What every connection shares.
struct Server::Impl {
    Impl(ServerSettings set, Edge& the_edge, StaticFiles the_files, store::Database& the_database)
        : settings(std::move(set)),
          edge(&the_edge),
          files(std::move(the_files)),
          database(&the_database),
          io(settings.io_threads),
          acceptor(io),
          signals(io, SIGINT, SIGTERM),
          workers(static_cast<std::size_t>(settings.workers)) {
        tcp::endpoint const endpoint{asio::ip::make_address(settings.address), settings.port};
        acceptor.open(endpoint.protocol());
        acceptor.set_option(asio::socket_base::reuse_address(true));
        acceptor.bind(endpoint);
        acceptor.listen(asio::socket_base::max_listen_connections);
    }

    void accept();
    void begin_stop();
    bool admit(std::string const& address);
    void release(std::string const& address);

    ServerSettings settings;
    Edge* edge;
    StaticFiles files;
    store::Database* database;
    Metrics metrics;

    asio::io_context io;
    tcp::acceptor acceptor;
    asio::signal_set signals;
    asio::thread_pool workers;
    std::atomic<bool> stopping{false};
    std::atomic<int> waiting{0};
    std::atomic<int> in_flight{0};

    std::mutex connections_mutex;
    std::map<std::string, int> by_address;
    int connections = 0;
};

namespace {

// One connection. Kept alive by the operations that are under way on it.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(tcp::socket socket, Server::Impl& server, std::string address);
    ~Connection();

    void start() { read(); }

  private:
    void read();
    void on_read(beast::error_code error);
    void dispatch();
    void answer_file();
    void answer_service(std::string const& path);
    Request request_from();
    void send(Response response);
    void write_done(beast::error_code error, bool close);
    void fail(int status, std::string_view code);
    void common_headers(bhttp::fields& fields, bool api);
    void measure(int status);
    OpenStream begin_stream(Response head);
    bool write_piece(std::string_view piece);

    beast::tcp_stream stream_;
    Server::Impl* server_;
    std::string address_;
    beast::flat_buffer buffer_;
    std::optional<bhttp::request_parser<bhttp::string_body>> parser_;
    std::optional<bhttp::response<bhttp::string_body>> answer_;
    std::optional<bhttp::response<bhttp::span_body<char const>>> file_answer_;
    std::chrono::steady_clock::time_point began_;
    std::string request_id_, method_, path_;
    bool close_after_ = false;
};

}  // namespace

bool Server::Impl::admit(std::string const& address) {
    std::lock_guard lock{connections_mutex};
    if (connections >= settings.limits.connections) return false;
    auto& count = by_address[address];
    if (count >= settings.limits.connections_per_address) return false;
    ++count;
    ++connections;
    metrics.connections(1);
    return true;
}

void Server::Impl::release(std::string const& address) {
    std::lock_guard lock{connections_mutex};
    --connections;
    metrics.connections(-1);
    if (--by_address[address] == 0) by_address.erase(address);
}

void Server::Impl::accept() {
    acceptor.async_accept(
        asio::make_strand(io), [this](beast::error_code error, tcp::socket socket) {
            if (stopping) return;
            if (!error) {
                beast::error_code ignored;
                auto const address = socket.remote_endpoint(ignored).address().to_string();
                socket.set_option(tcp::no_delay(true), ignored);
                // One connection too many is closed at once: an answer would cost what it saves.
                if (admit(address)) {
                    std::make_shared<Connection>(std::move(socket), *this, address)->start();
                }
            }
            accept();
        });
}

void Server::Impl::begin_stop() {
    if (stopping.exchange(true)) return;
    asio::post(io, [this] {
        beast::error_code ignored;
        acceptor.close(ignored);
        signals.cancel(ignored);
    });
}

namespace {

Connection::Connection(tcp::socket socket, Server::Impl& server, std::string address)
    : stream_(std::move(socket)), server_(&server), address_(std::move(address)) {}

Connection::~Connection() {
    server_->release(address_);
}

void Connection::read() {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(server_->settings.limits.header_bytes));
    parser_->body_limit(server_->settings.limits.body_bytes);
    answer_.reset();
    file_answer_.reset();
    // A quiet connection may rest; once bytes come, the whole request must come soon.
    stream_.expires_after(server_->settings.limits.keep_alive);
    auto self = shared_from_this();
    bhttp::async_read_some(
        stream_, buffer_, *parser_, [self](beast::error_code error, std::size_t) {
            if (error || self->parser_->is_done()) return self->on_read(error);
            self->stream_.expires_after(self->server_->settings.limits.read_within);
            bhttp::async_read(
                self->stream_, self->buffer_, *self->parser_,
                [self](beast::error_code failed, std::size_t) { self->on_read(failed); });
        });
}

void Connection::on_read(beast::error_code error) {
    began_ = std::chrono::steady_clock::now();
    request_id_ = random_hex(8);
    if (error == bhttp::error::header_limit) return fail(431, "header_too_large");
    if (error == bhttp::error::body_limit) return fail(413, "body_too_large");
    if (error == bhttp::error::end_of_stream || error == asio::error::operation_aborted ||
        error == beast::error::timeout || error == asio::error::connection_reset ||
        error == asio::error::eof) {
        return;
    }
    if (error) return fail(400, "not_http");
    stream_.expires_never();
    close_after_ = !parser_->get().keep_alive() || server_->stopping;
    dispatch();
}

void Connection::dispatch() {
    auto const& message = parser_->get();
    method_ = std::string{view(message.method_string())};
    auto const target = boost::urls::parse_origin_form(
        boost::urls::string_view{message.target().data(), message.target().size()});
    if (!target) return fail(400, "not_a_path");
    path_ = target->path();
    if (!is_clean_utf8(path_)) return fail(400, "not_a_path");

    if (path_ == "/healthz" || path_ == "/readyz" || path_ == "/metrics") {
        return answer_service(path_);
    }
    if (!path_.starts_with(std::string{kApi} + "/") || path_ == "/api/v1/openapi.json") {
        return answer_file();
    }
    if (server_->waiting >= server_->settings.limits.waiting_requests) {
        return fail(503, "try_again_later");
    }
    ++server_->waiting;
    ++server_->in_flight;
    auto self = shared_from_this();
    asio::post(server_->workers, [self, request = request_from()]() mutable {
        --self->server_->waiting;
        self->server_->edge->handle(
            std::move(request),
            [self](Response response) {
                asio::post(self->stream_.get_executor(),
                           [self, answer = std::move(response)]() mutable {
                               --self->server_->in_flight;
                               self->send(std::move(answer));
                           });
            },
            [self](Response head) { return self->begin_stream(std::move(head)); });
    });
}

Request Connection::request_from() {
    auto& message = parser_->get();
    Request request;
    request.method = method_;
    request.path = path_.substr(kApi.size());
    auto const target = boost::urls::parse_origin_form(
        boost::urls::string_view{message.target().data(), message.target().size()});
    for (auto const& pair : target->params()) {
        std::string value{pair.value.data(), pair.value.size()};
        if (is_clean_utf8(value)) {
            request.query[std::string{pair.key.data(), pair.key.size()}] = std::move(value);
        }
    }
    request.session_token = cookie(view(message[bhttp::field::cookie]), "waymark_session");
    request.csrf_token = std::string{view(message["X-CSRF-Token"])};
    request.idempotency_key = std::string{view(message["Idempotency-Key"])};
    request.if_match = std::string{view(message[bhttp::field::if_match])};
    request.content_type = lower_ascii(view(message[bhttp::field::content_type]));
    request.network_address = address_;
    request.request_id = request_id_;
    request.body_text = std::move(message.body());
    return request;
}

void Connection::common_headers(bhttp::fields& fields, bool api) {
    fields.set("X-Content-Type-Options", "nosniff");
    fields.set("Referrer-Policy", "no-referrer");
    fields.set("Cross-Origin-Opener-Policy", "same-origin");
    fields.set("Cross-Origin-Resource-Policy", "same-origin");
    fields.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    fields.set("X-Request-Id", request_id_);
    if (server_->settings.behind_tls) {
        fields.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }
    if (api) fields.set(bhttp::field::cache_control, "no-store");
}

void Connection::measure(int status) {
    auto const seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    std::string_view pattern;
    if (path_.starts_with(kApi)) {
        pattern = server_->edge->pattern_of(method_, std::string_view{path_}.substr(kApi.size()));
    }
    server_->metrics.answered(method_, pattern, status, seconds);
    spdlog::info(
        R"("event":"request","method":"{}","route":"{}","status":{},"ms":{:.2f},"request_id":"{}")",
        pattern.empty() ? "" : method_, pattern, status, seconds * 1000, request_id_);
}

void Connection::send(Response response) {
    answer_.emplace(static_cast<bhttp::status>(response.status), 11);
    auto& out = *answer_;
    common_headers(out, true);
    if (!response.content_type.empty()) {
        out.set(bhttp::field::content_type, response.content_type);
    }
    if (!response.etag.empty()) out.set(bhttp::field::etag, response.etag);
    if (!response.location.empty()) out.set(bhttp::field::location, response.location);
    if (!response.set_cookie.empty()) out.set(bhttp::field::set_cookie, response.set_cookie);
    if (!response.disposition.empty()) {
        out.set(bhttp::field::content_disposition, response.disposition);
    }
    if (response.status == 429 || response.status == 503) {
        out.set(bhttp::field::retry_after, "2");
    }
    std::string policy = "default-src 'none'; frame-ancestors 'none'";
    if (!response.style_hash.empty()) policy += "; style-src '" + response.style_hash + "'";
    out.set("Content-Security-Policy", policy);
    out.keep_alive(!close_after_);
    bool const head = method_ == "HEAD";
    out.body() = head ? std::string{} : std::move(response.body);
    if (response.status != 204) out.prepare_payload();
    measure(response.status);

    stream_.expires_after(server_->settings.limits.write_within);
    auto self = shared_from_this();
    bhttp::async_write(stream_, out, [self](beast::error_code error, std::size_t) {
        self->write_done(error, self->close_after_);
    });
}

void Connection::write_done(beast::error_code error, bool close) {
    if (error) return;
    if (close || server_->stopping) {
        beast::error_code ignored;
        stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
        return;
    }
    read();
}

void Connection::fail(int status, std::string_view code) {
    close_after_ = true;
    JsonObject const body{
        {"type", "about:blank"}, {"title", "Refused"}, {"status", status}, {"code", code}};
    send({.status = status,
          .content_type = "application/problem+json",
          .body = boost::json::serialize(body)});
}

void Connection::answer_service(std::string const& path) {
    if (path == "/healthz") {
        return send({.status = 200, .content_type = "text/plain", .body = "ok\n"});
    }
    if (path == "/metrics") {
        return send({.status = 200,
                     .content_type = "text/plain; version=0.0.4",
                     .body = server_->metrics.text()});
    }
    if (server_->stopping) return fail(503, "stopping");
    auto self = shared_from_this();
    asio::post(server_->workers, [self] {
        bool ready = false;
        try {
            auto tx = self->server_->database->begin(
                store::Mode::Read, store::Deadline::after(std::chrono::seconds{2}));
            ready = true;
        } catch (std::exception const&) {
            ready = false;
        }
        asio::post(self->stream_.get_executor(), [self, ready] {
            if (ready) return self->send({.content_type = "text/plain", .body = "ready\n"});
            self->fail(503, "database_not_ready");
        });
    });
}

void Connection::answer_file() {
    auto const& message = parser_->get();
    bool const head = method_ == "HEAD";
    if (method_ != "GET" && !head) return fail(405, "no_such_method");
    auto const* file =
        server_->files.find(path_ == "/api/v1/openapi.json" ? "/openapi.json" : path_);
    if (path_.starts_with("/api/") && path_ != "/api/v1/openapi.json") file = nullptr;
    if (file == nullptr) {
        JsonObject const body{{"type", "about:blank"},
                              {"title", "Not found"},
                              {"status", 404},
                              {"code", "no_such_resource"}};
        return send({.status = 404,
                     .content_type = "application/problem+json",
                     .body = boost::json::serialize(body)});
    }

    auto const accepted = view(message[bhttp::field::accept_encoding]);
    std::string const* body = &file->plain;
    std::string_view encoding;
    if (!file->brotli.empty() && accepted.find("br") != std::string_view::npos) {
        body = &file->brotli;
        encoding = "br";
    } else if (!file->gzip.empty() && accepted.find("gzip") != std::string_view::npos) {
        body = &file->gzip;
        encoding = "gzip";
    }
    bool const unchanged = view(message[bhttp::field::if_none_match]) == file->etag;

    file_answer_.emplace(unchanged ? bhttp::status::not_modified : bhttp::status::ok, 11);
    auto& out = *file_answer_;
    common_headers(out, false);
    out.set(bhttp::field::content_type, file->content_type);
    out.set(bhttp::field::cache_control, file->cache_control);
    out.set(bhttp::field::etag, file->etag);
    out.set(bhttp::field::vary, "Accept-Encoding");
    out.set("Content-Security-Policy", kContentPolicy);
    if (!encoding.empty()) out.set(bhttp::field::content_encoding, encoding);
    out.keep_alive(!close_after_);
    if (!unchanged) {
        if (!head) out.body() = {body->data(), body->size()};
        out.content_length(body->size());
    }
    measure(static_cast<int>(out.result_int()));
    stream_.expires_after(server_->settings.limits.write_within);
    auto self = shared_from_this();
    bhttp::async_write(stream_, out, [self](beast::error_code error, std::size_t) {
        self->write_done(error, self->close_after_);
    });
}

// Called on a worker's thread: the header goes first, then each piece as one chunk, each waiting
// until the last has gone, so a slow reader slows the query and costs no memory.
OpenStream Connection::begin_stream(Response head) {
    bhttp::response<bhttp::empty_body> out{static_cast<bhttp::status>(head.status), 11};
    common_headers(out, true);
    out.set(bhttp::field::content_type, head.content_type);
    out.set(bhttp::field::content_disposition, head.disposition);
    out.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    out.chunked(true);
    // After a stream the connection is closed: if it breaks off half way, the reader must know.
    out.keep_alive(false);
    close_after_ = true;
    std::string text;
    {
        std::ostringstream stream;
        stream << out.base();
        text = stream.str();
    }
    write_piece(text);
    auto self = shared_from_this();
    auto const piece = [self](std::string_view bytes) {
        return bytes.empty() ||
               self->write_piece(fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes));
    };
    auto const end = [self](OpenStream::Ending ending) {
        bool const whole = ending == OpenStream::Ending::Whole;
        if (whole) self->write_piece("0\r\n\r\n");
        asio::post(self->stream_.get_executor(), [self, whole] {
            --self->server_->in_flight;
            self->measure(whole ? 200 : 500);
            self->write_done({}, true);
        });
    };
    return {piece, end};
}

bool Connection::write_piece(std::string_view piece) {
    std::promise<bool> written;
    auto result = written.get_future();
    asio::post(stream_.get_executor(), [&] {
        stream_.expires_after(server_->settings.limits.write_within);
        asio::async_write(
            stream_, asio::buffer(piece.data(), piece.size()),
            [&written](beast::error_code error, std::size_t) { written.set_value(!error); });
    });
    return result.get();
}

}  // namespace

Server::Server(ServerSettings settings, Edge& edge, StaticFiles files, store::Database& database)
    : impl_(std::make_unique<Impl>(std::move(settings), edge, std::move(files), database)) {}

Server::~Server() = default;

unsigned short Server::port() const {
    return impl_->acceptor.local_endpoint().port();
}

void Server::stop() {
    impl_->begin_stop();
}

void Server::run(std::chrono::seconds grace) {
    auto& impl = *impl_;
    impl.signals.async_wait([&impl](beast::error_code error, int) {
        if (!error) impl.begin_stop();
    });
    impl.accept();

    // Looks once in a while whether it is to stop and whether everything in flight is done.
    asio::steady_timer watch{impl.io};
    auto stop_by = std::chrono::steady_clock::time_point::max();
    std::function<void(beast::error_code)> look = [&](beast::error_code) {
        if (impl.stopping) {
            auto const now = std::chrono::steady_clock::now();
            if (stop_by == std::chrono::steady_clock::time_point::max()) stop_by = now + grace;
            if (impl.in_flight == 0 || now >= stop_by) return impl.io.stop();
        }
        watch.expires_after(std::chrono::milliseconds{50});
        watch.async_wait(look);
    };
    watch.expires_after(std::chrono::milliseconds{50});
    watch.async_wait(look);

    std::vector<std::thread> threads;
    for (int i = 1; i < impl.settings.io_threads; ++i) {
        threads.emplace_back([&impl] { impl.io.run(); });
    }
    impl.io.run();
    for (auto& thread : threads) thread.join();
    impl.workers.stop();
    impl.workers.join();
}

}  // namespace waymark::http
