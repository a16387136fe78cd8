#pragma once

// The HTTP/1.1 server: reads requests within limits, hands those under /api/v1 to the edge on a few
// worker threads, and answers files, health and metrics itself. Speaks TLS when it is given a
// certificate; else that is for what stands in front.

#include "http/edge.h"
#include "http/static_files.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace waymark::http {

struct ServerLimits {
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 1024 * 1024;
    std::chrono::seconds read_within{15};   // the whole of a request, header and body
    std::chrono::seconds write_within{60};  // one answer, or one piece of a streamed one
    std::chrono::seconds keep_alive{75};
    int connections = 2000;
    int connections_per_address = 256;
    int waiting_requests = 1000;  // more than this many at once are answered 503
};

// Both in PEM: the certificate with those that vouch for it, and its key without a password.
struct TlsFiles {
    std::string certificate, key;
};

// The certificate or the key cannot be read, or they are not a pair. Names the file.
class BadCertificate : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct ServerSettings {
    std::string address = "127.0.0.1";
    unsigned short port = 8080;  // 0 for any that is free
    int io_threads = 1;
    int workers = 4;
    // A proxy in front speaks TLS: send HSTS, and believe it about whom it asks for.
    bool behind_tls = false;
    std::optional<TlsFiles> tls = std::nullopt;  // speak TLS here, and send HSTS
    ServerLimits limits;
};

class Server {
  public:
    // Listens at once. Throws BadCertificate.
    Server(ServerSettings settings, Edge& edge, StaticFiles files, store::Database& database);
    ~Server();

    unsigned short port() const;
    // Serves until SIGINT, SIGTERM or stop(); then takes no more, finishes what is in flight for at
    // most `grace`, and returns.
    void run(std::chrono::seconds grace);
    void stop();

    struct Impl;  // what every connection shares: connection.h

  private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace waymark::http
