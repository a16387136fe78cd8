// Listening, admitting connections, and stopping without cutting an answer short.

#include "http/server.h"

#include "connection.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <functional>
#include <thread>
#include <vector>

namespace waymark::http {

namespace {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;

void require(Error const& error, std::string const& what, std::string const& file) {
    if (error)
        throw BadCertificate(what + " cannot be used: " + file + " (" + error.message() + ")");
}

// TLS 1.2 with forward secrecy, or 1.3, as the NCSC advises.
asio::ssl::context tls_from(TlsFiles const& files) {
    asio::ssl::context context{asio::ssl::context::tls_server};
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context.native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION);
    // A key under a password would be asked for on a terminal that nobody watches.
    context.set_password_callback(
        [](std::size_t, asio::ssl::context::password_purpose) { return std::string{}; });
    Error error;
    context.use_certificate_chain_file(files.certificate, error);
    require(error, "the certificate", files.certificate);
    context.use_private_key_file(files.key, asio::ssl::context::pem, error);
    require(error, "the key", files.key);
    return context;
}

}  // namespace

Server::Impl::Impl(ServerSettings set, Edge& the_edge, StaticFiles the_files,
                   store::Database& the_database)
    : settings(std::move(set)),
      edge(&the_edge),
      files(std::move(the_files)),
      database(&the_database),
      io(settings.io_threads),
      acceptor(io),
      signals(io, SIGINT, SIGTERM),
      workers(static_cast<std::size_t>(settings.workers)) {
    if (settings.tls) tls.emplace(tls_from(*settings.tls));
    tcp::endpoint const endpoint{asio::ip::make_address(settings.address), settings.port};
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address(true));
    Error error;
    acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        throw std::runtime_error("cannot listen on " + settings.address + " port " +
                                 std::to_string(settings.port) + ": " + error.message());
    }
}

bool Server::Impl::admit(std::string const& address) {
    std::lock_guard lock{connections_mutex};
    if (connections >= settings.limits.connections) return false;
    auto& count = by_address[address];
    // Behind a proxy they all come from its address: there it is the proxy that counts.
    if (!settings.behind_tls && count >= settings.limits.connections_per_address) return false;
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
    acceptor.async_accept(asio::make_strand(io), [this](Error error, tcp::socket socket) {
        if (stopping) return;
        if (!error) {
            Error ignored;
            auto address = socket.remote_endpoint(ignored).address().to_string();
            socket.set_option(tcp::no_delay(true), ignored);
            // One connection too many is closed at once: an answer would cost what it saves.
            if (admit(address)) serve_connection(std::move(socket), *this, std::move(address));
        }
        accept();
    });
}

void Server::Impl::begin_stop() {
    if (stopping.exchange(true)) return;
    asio::post(io, [this] {
        Error ignored;
        acceptor.close(ignored);
        signals.cancel(ignored);
    });
}

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
    impl.signals.async_wait([&impl](Error error, int) {
        if (!error) impl.begin_stop();
    });
    impl.accept();

    // Looks once in a while whether it is to stop and whether everything in flight is done.
    asio::steady_timer watch{impl.io};
    auto stop_by = std::chrono::steady_clock::time_point::max();
    std::function<void(Error)> look = [&](Error) {
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
    impl.edge->stop();
}

}  // namespace waymark::http
