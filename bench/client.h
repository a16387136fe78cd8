#pragma once

// Requests to the server that is measured: one at a time, and as load from many connections.
//
// The load is asked for over connections that stay open, each sending its next request when the
// last was answered. Any answer that is not 2xx stops the measurement: a fast refusal is not an
// answer.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace waymark::bench {

struct Session {
    std::string cookie;
    std::string csrf_token;
};

struct Asked {
    std::string method = "GET";
    std::string path;
    std::string body = {};
    std::string etag = {};  // for If-Match
};

struct Answer {
    int status;
    std::string body, etag;
};

// Whether the server answers at all with 2xx.
bool answers(unsigned short port, std::string const& path);
Session sign_in(unsigned short port, std::string const& email, std::string const& password);
// Throws unless the answer is 2xx.
Answer ask(unsigned short port, Session const& session, Asked const& asked);

// Reads a whole answer without keeping it; gives its rows (line ends) and seconds.
struct Streamed {
    std::int64_t rows, bytes;
    double seconds;
};
Streamed stream(unsigned short port, Session const& session, std::string const& path);

struct LoadResult {
    std::int64_t requests;
    double seconds;
    double p50_ms, p95_ms;
    double a_second() const { return static_cast<double>(requests) / seconds; }
};

// What connection `connection` asks for as its `turn`-th request, given its last answer.
using Next = std::function<Asked(std::int64_t connection, std::int64_t turn, Answer const& last)>;

// For `seconds`, after one in ten of them to warm up.
LoadResult load(unsigned short port, Session const& session, int connections, double seconds,
                Next const& next);

}  // namespace waymark::bench
