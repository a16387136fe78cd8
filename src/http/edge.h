#pragma once

// Where a request becomes work: finds the route, the session and the permission, runs the handler
// in a transaction, writes the audit, and turns refusals and trouble into problem details (RFC
// 9457).

#include "access/gate.h"
#include "access/memory.h"
#include "http/audit_queue.h"
#include "http/http.h"
#include "http/rate_limit.h"
#include "http/sign_on_doors.h"

#include <chrono>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace waymark::http {

using Reply = std::function<void(Response)>;
// Starts a streamed answer and gives back the sink for its pieces.
using StreamReply = std::function<Sink(Response const& head)>;

// A request that waits for a worker.
struct Job {
    Request request;
    Reply reply;
    StreamReply stream;
    std::chrono::steady_clock::time_point arrived = std::chrono::steady_clock::now();
};

// Requests that wait, first come, first served. Safe to use from several threads.
class JobQueue {
  public:
    void add(Job job);
    std::optional<Job> take();
    // The first one, if it only reads and had arrived by then.
    std::optional<Job> take_reading(std::chrono::steady_clock::time_point arrived_by);
    std::size_t size() const;

  private:
    template <class Suits>
    std::optional<Job> take_if(Suits suits) {
        std::lock_guard const lock{mutex_};
        if (jobs_.empty() || !suits(jobs_.front())) return std::nullopt;
        std::optional<Job> job{std::move(jobs_.front())};
        jobs_.pop_front();
        return job;
    }

    mutable std::mutex mutex_;
    std::deque<Job> jobs_;
};

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

    // Answers the next request that waits, if any. Readings that were waiting before its snapshot
    // was taken may be answered out of it: it is no older than they are, and one transaction costs
    // less than many. Throws nothing.
    void work_off(JobQueue& queue);

    // Waits for the threads of its own. For a server that has stopped.
    void stop() { sign_on_.stop(); }

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

    void serve(Job job, JobQueue* queue);
    std::optional<Job> answer(Job& job, JobQueue* queue);
    void end_what_is_over();
    // Null when the request was refused at once, and answered.
    Route const* route_for(Job& job);
    // Gives back a request taken from the queue that must be served by itself.
    std::optional<Job> run_read(Route const& route, Job& job, JobQueue* queue);
    bool read_too(store::Transaction& tx, Job& job);
    Result<access::Work> admit(store::Transaction& tx, Request const& request, Clock clock,
                               access::SessionView& session);
    void read(store::Transaction& tx, Route const& route, Job& job);
    void run_write(Route const& route, Request& request, Reply const& reply);
    void reply_noted(std::vector<audit::Pending> entries, std::string touch_session,
                     Reply const& reply, Response response);
    Response sign_in(Request& request);
    Response accept_invitation(Request& request);
    void sign_on(Job& job);
    bool answered_without_session(Job& job);
    Response for_witness(Request& request);
    std::optional<Response> refuse_early(Route const& route, Request& request);
    std::optional<Response> read_body(Request& request) const;
    void admitted(Request const& request);

    Services services_;
    access::Gate::Limits sessions_;
    EdgeLimits limits_;
    AuditQueue* audit_queue_;
    access::Memory memory_;
    std::vector<Route> routes_;
    std::vector<std::vector<std::string>> patterns_;  // split paths, beside routes_
    RateLimit rate_, guesses_;
    SignOnDoors sign_on_;  // its threads use what stands above
};

}  // namespace waymark::http
