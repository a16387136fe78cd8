// Reading requests within limits, handing them to the edge, and writing answers.

#include "connection.h"

#include "foundation/ids.h"
#include "foundation/text.h"
#include "http/sign_on_doors.h"
#include "request_parts.h"

#include <spdlog/spdlog.h>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <future>
#include <sstream>

namespace waymark::http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = beast::http;
using tcp = asio::ip::tcp;

using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

constexpr std::string_view kApi = "/api/v1";
constexpr std::string_view kContentPolicy =
    "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

constexpr std::size_t kFirstRead = 4096;

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

// One connection, over `Stream`. Kept alive by the operations that are under way on it.
template <class Stream>
class Connection : public std::enable_shared_from_this<Connection<Stream>> {
  public:
    template <class... More>
    Connection(tcp::socket socket, Server::Impl& server, std::string address, More&... more)
        : stream_(std::move(socket), more...), server_(&server), address_(std::move(address)) {}
    ~Connection() { server_->release(address_); }
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    void start();

  private:
    // The end of a streamed answer, however it comes about: said by the edge, or because the rows
    // broke off and the last holder of the sink is gone.
    struct StreamEnd {
        std::shared_ptr<Connection> connection;
        bool is_whole = false;
        explicit StreamEnd(std::shared_ptr<Connection> of) : connection(std::move(of)) {}
        ~StreamEnd();
        StreamEnd(StreamEnd const&) = delete;
        StreamEnd& operator=(StreamEnd const&) = delete;
    };

    beast::tcp_stream& socket() { return beast::get_lowest_layer(stream_); }
    void read();
    void read_request();
    void on_read(beast::error_code error);
    void dispatch();
    void answer_file();
    void answer_service(std::string const& path);
    Request request_from(Query query);
    void send(Response response);
    void write_done(beast::error_code error, bool close);
    void close();
    void fail(int status, std::string_view code);
    void common_headers(bhttp::fields& fields, bool api);
    void measure(int status);
    Sink begin_stream(Response const& head);
    bool write_piece(std::string piece);

    Stream stream_;
    Server::Impl* server_;
    std::string address_;
    beast::flat_buffer buffer_;
    std::optional<bhttp::request_parser<bhttp::string_body>> parser_;
    std::optional<bhttp::response<bhttp::string_body>> answer_;
    std::optional<bhttp::response<bhttp::span_body<char const>>> file_answer_;
    std::chrono::steady_clock::time_point began_;
    std::string request_id_, method_, path_;
    bool close_after_ = false;
    bool is_streaming_ = false;
};

template <class Stream>
void Connection<Stream>::start() {
    if constexpr (std::is_same_v<Stream, TlsStream>) {
        socket().expires_after(server_->settings.limits.read_within);
        auto self = this->shared_from_this();
        stream_.async_handshake(asio::ssl::stream_base::server, [self](beast::error_code error) {
            if (!error) self->read();
        });
    } else {
        read();
    }
}

template <class Stream>
void Connection<Stream>::read() {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(server_->settings.limits.header_bytes));
    parser_->body_limit(server_->settings.limits.body_bytes);
    answer_.reset();
    file_answer_.reset();
    if (buffer_.size() > 0) return read_request();
    // A quiet connection may rest; once bytes come, the whole request must come soon.
    socket().expires_after(server_->settings.limits.keep_alive);
    stream_.async_read_some(
        buffer_.prepare(kFirstRead),
        [self = this->shared_from_this()](beast::error_code error, std::size_t bytes) {
            if (error) return;
            self->buffer_.commit(bytes);
            self->read_request();
        });
}

template <class Stream>
void Connection<Stream>::read_request() {
    socket().expires_after(server_->settings.limits.read_within);
    bhttp::async_read(stream_, buffer_, *parser_,
                      [self = this->shared_from_this()](beast::error_code error, std::size_t) {
                          self->on_read(error);
                      });
}

template <class Stream>
void Connection<Stream>::on_read(beast::error_code error) {
    if (error == bhttp::error::end_of_stream || error == asio::error::operation_aborted ||
        error == beast::error::timeout || error == asio::error::connection_reset ||
        error == asio::error::eof || error == asio::ssl::error::stream_truncated) {
        return;
    }
    began_ = std::chrono::steady_clock::now();
    request_id_ = random_hex(8);
    method_.clear();
    path_.clear();
    ++server_->in_flight;
    if (error == bhttp::error::header_limit) return fail(431, "header_too_large");
    if (error == bhttp::error::body_limit) return fail(413, "body_too_large");
    if (error) return fail(400, "not_http");
    socket().expires_never();
    close_after_ = !parser_->get().keep_alive() || server_->stopping;
    dispatch();
}

template <class Stream>
void Connection<Stream>::dispatch() {
    auto const& message = parser_->get();
    method_ = std::string{view(message.method_string())};
    auto target = target_from(view(message.target()));
    if (!target) return fail(400, "not_a_path");
    path_ = std::move(target->path);

    if (path_ == "/healthz" || path_ == "/readyz" || path_ == "/metrics") {
        return answer_service(path_);
    }
    if (!path_.starts_with(std::string{kApi} + "/") || path_ == "/api/v1/openapi.json") {
        return answer_file();
    }
    auto const most = static_cast<std::size_t>(server_->settings.limits.waiting_requests);
    if (server_->jobs.size() >= most) return fail(503, "try_again_later");
    auto self = this->shared_from_this();
    server_->jobs.add({request_from(std::move(target->query)),
                       [self](Response response) {
                           asio::post(self->stream_.get_executor(),
                                      [self, answer = std::move(response)]() mutable {
                                          // Of a stream that broke off, its end tells.
                                          if (!self->is_streaming_) self->send(std::move(answer));
                                      });
                       },
                       [self](Response const& head) { return self->begin_stream(head); }});
    asio::post(server_->workers, [server = server_] { server->edge->work_off(server->jobs); });
}

template <class Stream>
Request Connection<Stream>::request_from(Query query) {
    auto& message = parser_->get();
    Request request;
    request.method = method_;
    request.path = path_.substr(kApi.size());
    request.query = std::move(query);
    request.session_token = cookie(view(message[bhttp::field::cookie]), "waymark_session");
    if (auto token = bearer_token(view(message[bhttp::field::authorization])); !token.empty()) {
        request.session_token = std::move(token);
        request.by_api_token = true;
    }
    request.sign_on_token =
        cookie(view(message[bhttp::field::cookie]),
               sign_on_cookie_name(server_->settings.behind_tls || server_->tls));
    request.csrf_token = std::string{view(message["X-CSRF-Token"])};
    request.idempotency_key = std::string{view(message["Idempotency-Key"])};
    request.if_match = std::string{view(message[bhttp::field::if_match])};
    request.content_type = lower_ascii(view(message[bhttp::field::content_type]));
    request.network_address = address_;
    if (server_->settings.behind_tls) {
        auto forwarded = forwarded_address(view(message["X-Forwarded-For"]));
        if (!forwarded.empty()) request.network_address = std::move(forwarded);
    }
    request.request_id = request_id_;
    request.body_text = std::move(message.body());
    return request;
}

template <class Stream>
void Connection<Stream>::common_headers(bhttp::fields& fields, bool api) {
    fields.set("X-Content-Type-Options", "nosniff");
    fields.set("Referrer-Policy", "no-referrer");
    fields.set("Cross-Origin-Opener-Policy", "same-origin");
    fields.set("Cross-Origin-Resource-Policy", "same-origin");
    fields.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    fields.set("X-Request-Id", request_id_);
    if (server_->settings.behind_tls || server_->tls) {
        fields.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }
    if (api) fields.set(bhttp::field::cache_control, "no-store");
}

template <class Stream>
void Connection<Stream>::measure(int status) {
    auto const seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    std::string_view pattern;
    if (path_.starts_with(kApi)) {
        pattern = server_->edge->pattern_of(method_, std::string_view{path_}.substr(kApi.size()));
    }
    // What is no route of ours is somebody's own text, and could be anything.
    std::string_view const method = pattern.empty() ? std::string_view{} : method_;
    server_->metrics.answered(method, pattern, status, seconds);
    spdlog::info(
        R"("event":"request","method":"{}","route":"{}","status":{},"ms":{:.2f},"request_id":"{}")",
        method, pattern, status, seconds * 1000, request_id_);
}

template <class Stream>
void Connection<Stream>::send(Response response) {
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

    socket().expires_after(server_->settings.limits.write_within);
    auto self = this->shared_from_this();
    bhttp::async_write(stream_, out, [self](beast::error_code error, std::size_t) {
        self->write_done(error, self->close_after_);
    });
}

// Every request that was read ends here, once.
template <class Stream>
void Connection<Stream>::write_done(beast::error_code error, bool close_now) {
    --server_->in_flight;
    if (error) return;
    if (close_now || server_->stopping) return close();
    read();
}

template <class Stream>
void Connection<Stream>::close() {
    if constexpr (std::is_same_v<Stream, TlsStream>) {
        socket().expires_after(server_->settings.limits.read_within);
        stream_.async_shutdown([self = this->shared_from_this()](beast::error_code) {});
    } else {
        beast::error_code ignored;
        stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    }
}

template <class Stream>
void Connection<Stream>::fail(int status, std::string_view code) {
    close_after_ = true;
    JsonObject const body{
        {"type", "about:blank"}, {"title", "Refused"}, {"status", status}, {"code", code}};
    send({.status = status,
          .content_type = "application/problem+json",
          .body = boost::json::serialize(body)});
}

template <class Stream>
void Connection<Stream>::answer_service(std::string const& path) {
    if (path == "/healthz") {
        return send({.status = 200, .content_type = "text/plain", .body = "ok\n"});
    }
    if (path == "/metrics") {
        return send({.status = 200,
                     .content_type = "text/plain; version=0.0.4",
                     .body = server_->metrics.text()});
    }
    if (server_->stopping) return fail(503, "stopping");
    auto self = this->shared_from_this();
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

template <class Stream>
void Connection<Stream>::answer_file() {
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
    socket().expires_after(server_->settings.limits.write_within);
    auto self = this->shared_from_this();
    bhttp::async_write(stream_, out, [self](beast::error_code error, std::size_t) {
        self->write_done(error, self->close_after_);
    });
}

// Called on a worker's thread: the header goes first, then each piece as one chunk, each waiting
// until the last has gone, so a slow reader slows the query and costs no memory. An empty piece
// says that the answer is whole.
template <class Stream>
Sink Connection<Stream>::begin_stream(Response const& head) {
    bhttp::response<bhttp::empty_body> out{static_cast<bhttp::status>(head.status), 11};
    common_headers(out, true);
    out.set(bhttp::field::content_type, head.content_type);
    out.set(bhttp::field::content_disposition, head.disposition);
    out.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    out.chunked(true);
    // After a stream the connection is closed: if it breaks off half way, the reader must know.
    out.keep_alive(false);
    close_after_ = true;
    is_streaming_ = true;
    auto end = std::make_shared<StreamEnd>(this->shared_from_this());
    std::ostringstream text;
    text << out.base();
    write_piece(text.str());
    return [end](std::string_view piece) {
        if (piece.empty()) {
            end->is_whole = end->connection->write_piece("0\r\n\r\n");
            return end->is_whole;
        }
        char size[20];
        auto const length = std::snprintf(size, sizeof size, "%zx\r\n", piece.size());
        std::string chunk{size, static_cast<std::size_t>(length)};
        chunk += piece;
        chunk += "\r\n";
        return end->connection->write_piece(std::move(chunk));
    };
}

template <class Stream>
Connection<Stream>::StreamEnd::~StreamEnd() {
    auto const executor = connection->stream_.get_executor();
    asio::post(executor, [of = std::move(connection), is_whole = is_whole] {
        // 499, as proxies write it: the reader left, or the rows broke off.
        of->measure(is_whole ? 200 : 499);
        of->write_done(is_whole ? beast::error_code{} : asio::error::connection_aborted, true);
    });
}

// False when the reader has gone, or the server has stopped for good.
template <class Stream>
bool Connection<Stream>::write_piece(std::string piece) {
    struct Writing {
        std::string piece;
        std::promise<bool> written;
    };
    auto writing = std::make_shared<Writing>();
    writing->piece = std::move(piece);
    auto result = writing->written.get_future();
    auto self = this->shared_from_this();
    asio::post(stream_.get_executor(), [self, writing] {
        self->socket().expires_after(self->server_->settings.limits.write_within);
        asio::async_write(self->stream_, asio::buffer(writing->piece),
                          [self, writing](beast::error_code error, std::size_t) {
                              writing->written.set_value(!error);
                          });
    });
    // A server that has stopped runs no more of these, and must not be waited for.
    while (result.wait_for(std::chrono::milliseconds{100}) != std::future_status::ready) {
        if (server_->io.stopped()) return false;
    }
    return result.get();
}

}  // namespace

void serve_connection(tcp::socket socket, Server::Impl& server, std::string address) {
    if (server.tls) {
        std::make_shared<Connection<TlsStream>>(std::move(socket), server, std::move(address),
                                                *server.tls)
            ->start();
    } else {
        std::make_shared<Connection<PlainStream>>(std::move(socket), server, std::move(address))
            ->start();
    }
}

}  // namespace waymark::http
