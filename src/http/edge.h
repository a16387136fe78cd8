#pragma once

// Where a request becomes work: finds the route, the session and the permission, runs the handler
// in a transaction, writes the audit, and turns refusals and trouble into problem details (RFC
// 9457).

#include "access/gate.h"
#include "access/memory.h"
#include "http/audit_queue.h"
#include "http/http.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace waymark::http {

using Reply = std::function<void(Response)>;
// An answer that has begun. It ends whole, or is broken off so that its reader cannot take it for
// the whole.
struct OpenStream {
    enum class Ending { Whole, BrokenOff };
    Sink piece;
    std::function<void(Ending)> end;
};
using StreamReply = std::function<OpenStream(Response head)>;

struct EdgeLimits {
    std::chrono::milliseconds deadline{10'000};
    std::chrono::milliseconds stream_deadline{600'000};  // an export goes at its reader's pace
    int requests_per_minute = 1200;                      // a session's; 0 for no limit
    std::size_t json_depth = 32;
};

class Edge {
  public:
    Edge(Services services, access::Gate::Limits sessions, EdgeLimits limits,
         AuditQueue& audit_queue);

    // Answers through `reply`, now or from the audit's thread once the audit is durable. Throws
    // nothing.
    void handle(Request request, Reply const& reply, StreamReply const& stream);

    // The pattern of the route that a path would take, for metrics; empty when there is none.
    std::string_view pattern_of(std::string_view method, std::string_view path) const;
    std::vector<Route> const& routes() const { return routes_; }

  private:
    struct Found {
        Route const* route = nullptr;
        bool path_known = false;
    };
    Found find(std::string_view method, std::string_view path,
               std::map<std::string, std::string, std::less<>>* parameters) const;

    void run(Route const& route, Request& request, Reply const& reply, StreamReply const& stream);
    void run_read(Route const& route, Request& request, Reply const& reply,
                  StreamReply const& stream);
    void send_stream(Response response, std::vector<audit::Pending> const& entries,
                     std::string const& request_id, StreamReply const& stream);
    void run_write(Route const& route, Request& request, Reply const& reply);
    Response sign_in(Request& request);
    std::optional<Response> refuse_early(Route const& route, Request& request);
    bool within_rate(std::string const& session_token);

    Services services_;
    access::Gate::Limits sessions_;
    EdgeLimits limits_;
    AuditQueue* audit_queue_;
    access::Memory memory_;
    std::vector<Route> routes_;
    std::vector<std::vector<std::string>> patterns_;  // split paths, beside routes_

    struct Rate {
        std::chrono::steady_clock::time_point since;
        int count = 0;
    };
    std::mutex rates_mutex_;
    std::unordered_map<std::string, Rate> rates_;
};

}  // namespace waymark::http
