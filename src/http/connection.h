#pragma once

// One connection of the server, plain or under TLS. Private to http; Boost.Beast is in
// connection.cpp and server.cpp and nowhere else.

#include "http/metrics.h"
#include "http/server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace waymark::http {

// What every connection shares.
struct Server::Impl {
    Impl(ServerSettings settings, Edge& edge, StaticFiles files, store::Database& database);

    void accept();
    void begin_stop();
    bool admit(std::string const& address);
    void release(std::string const& address);

    ServerSettings settings;
    Edge* edge;
    StaticFiles files;
    store::Database* database;
    Metrics metrics;
    std::optional<boost::asio::ssl::context> tls;  // nothing: plain HTTP

    std::atomic<bool> stopping{false};
    std::atomic<int> in_flight{0};  // read, and not wholly answered

    std::mutex connections_mutex;
    std::map<std::string, int> by_address;
    int connections = 0;

    // Below all that connections use: what is still open goes when these go.
    boost::asio::io_context io;
    boost::asio::ip::tcp::acceptor acceptor;
    boost::asio::signal_set signals;
    JobQueue jobs;  // for the workers
    boost::asio::thread_pool workers;
};

// Serves one socket until it is closed. The server has admitted the address.
void serve_connection(boost::asio::ip::tcp::socket socket, Server::Impl& server,
                      std::string address);

}  // namespace waymark::http
