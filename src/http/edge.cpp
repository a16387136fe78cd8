#include "http/edge.h"

#include "access/directory.h"
#include "access/gate.h"
#include "cases/case_sharing.h"
#include "foundation/digest.h"
#include "foundation/text.h"
#include "http/witness_doors.h"
#include "http_sql.h"
#include "problems.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace waymark::http {

namespace {

constexpr std::chrono::seconds kTouchAfter{60};
// The most that are answered out of one snapshot besides the first: the rest wait for no more.
constexpr int kReadingsTogether = 8;
constexpr std::chrono::hours kKeepRequestsFor{24};
constexpr int kGuessesPerMinute = 6;
// What is posted by whoever has no session, besides the doors of signing on.
constexpr std::string_view kSignIn = "/session";
constexpr std::string_view kInvitation = "/invitation";
constexpr std::string_view kWitnessCheckpoint = "/witness/checkpoint";
constexpr std::string_view kWitnessCosignature = "/witness/cosignature";
constexpr std::string_view kWithoutSession[] = {kSignIn, kInvitation, kWitnessCheckpoint,
                                                kWitnessCosignature};
constexpr std::string_view kSignOnDoors[] = {SignOnDoors::kBegin, SignOnDoors::kReturn,
                                             SignOnDoors::kCode};

// Thrown by a request that came when something that was granted is over and still filed.
struct SomethingIsOver {};

bool succeeded(Response const& response) {
    return response.status < 400;
}

// What others changed since the revision that was sent, in the answer to an edit that came late.
void add_changes(access::Work& work, Request const& request, Response& response) {
    auto const link = request.parameters.find("link");
    auto const& subject = link == request.parameters.end() ? request.parameter("id") : link->second;
    JsonArray changes;
    for (auto const& entry : audit::changes_since(work.tx(), subject, request.revision())) {
        auto const who = access::colleague(work, entry.actor_id);
        JsonArray fields;
        for (auto const& field : split(entry.detail, ',')) {
            if (!field.empty()) fields.emplace_back(field);
        }
        changes.push_back(JsonObject{{"at", to_text(entry.at)},
                                     {"by", who ? who->name : std::string{}},
                                     {"fields", std::move(fields)}});
    }
    auto body = parse_object(response.body, 8).value_or(JsonObject{});
    body["changes"] = std::move(changes);
    response.body = boost::json::serialize(body);
}

// Not told as the record's own, or a colleague could read there whom a conflict shuts out of it.
audit::Pending refusal_entry(audit::Origin origin, Route const& route, Request const& request) {
    std::string what{route.audit_name.empty() ? route.path : route.audit_name};
    for (auto const& [name, value] : request.parameters) {
        if (is_uuid(value)) what += " " + value;
    }
    return {std::move(origin), {"request.refuse", "refused", "", std::nullopt, std::move(what)}};
}

bool is_refused(Response const& response) {
    return response.status == 403 || response.status == 404;
}

// The same request sent again, or a different one under the same key.
std::optional<Response> known_request(access::Work& work, Request const& request,
                                      std::string const& digest) {
    auto const row =
        work.tx().first(sql::kKnownRequest, {work.actor().user, request.idempotency_key});
    if (!row) return std::nullopt;
    if (row->text("request") != digest) {
        return problem(409, "idempotency_key_used", "This key was used for another request");
    }
    return Response{.status = row->small("status"),
                    .body = row->text("body"),
                    .etag = row->text("etag"),
                    .location = row->text("location")};
}

void keep_request(access::Work& work, Request const& request, std::string const& digest,
                  Response const& response) {
    work.tx().execute(sql::kForgetOldRequests, {to_text(work.clock().now - kKeepRequestsFor)});
    work.tx().execute(sql::kKeepRequest,
                      {work.actor().user, request.idempotency_key, digest, response.status,
                       response.body, response.etag, response.location, work.now()});
}

std::optional<Response> refusal_of(access::Actor const& actor, Route const& route) {
    if (actor.second_factor == access::SecondFactor::Needed &&
        !route.path.starts_with("/session")) {
        return refuse({Refusal::Forbidden, "second_factor_needed"});
    }
    if (!actor.may(route.permission)) return refuse({Refusal::Forbidden, "not_permitted"});
    return std::nullopt;
}

}  // namespace

Edge::Edge(Services services, access::Gate::Limits sessions, EdgeLimits limits,
           AuditQueue& audit_queue)
    : services_(services),
      sessions_(sessions),
      limits_(limits),
      audit_queue_(&audit_queue),
      routes_(all_routes()),
      rate_(limits.requests_per_minute),
      guesses_(limits.requests_per_minute == 0 ? 0 : kGuessesPerMinute),
      sign_on_(services, sessions, limits.deadline) {
    for (auto const& route : routes_) patterns_.push_back(split(route.path, '/'));
}

Edge::Found Edge::find(std::string_view method, std::string_view path,
                       std::map<std::string, std::string, std::less<>>* parameters) const {
    Found found;
    auto const parts = split(path, '/');
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        auto const& pattern = patterns_[i];
        if (pattern.size() != parts.size()) continue;
        bool const fits = std::equal(
            pattern.begin(), pattern.end(), parts.begin(), [](auto const& want, auto const& have) {
                return want.starts_with('{') ? !have.empty() : want == have;
            });
        if (!fits) continue;
        found.path_known = true;
        if (routes_[i].method != method) continue;
        found.route = &routes_[i];
        if (parameters != nullptr) {
            for (std::size_t p = 0; p < parts.size(); ++p) {
                if (pattern[p].starts_with('{')) {
                    (*parameters)[pattern[p].substr(1, pattern[p].size() - 2)] = parts[p];
                }
            }
        }
        // A path with fewer placeholders is listed before the one it resembles.
        return found;
    }
    return found;
}

std::string_view Edge::pattern_of(std::string_view method, std::string_view path) const {
    if (method == "POST") {
        for (auto const known : kWithoutSession) {
            if (path == known) return known;
        }
    }
    if (sign_on_.opens(method, path)) {
        for (auto const known : kSignOnDoors) {
            if (path == known) return known;
        }
    }
    auto const found = find(method, path, nullptr);
    return found.route ? found.route->path : std::string_view{};
}

std::optional<Response> Edge::refuse_early(Route const& route, Request& request) {
    if (!rate_.take(request.session_token, request.network_address,
                    std::chrono::steady_clock::now())) {
        return refuse({Refusal::TooMany, "wait_and_try_again"});
    }
    // Where a password or a code is asked for again, guesses are few; who has no session makes
    // none.
    if (route.method == "PUT" && route.path.starts_with("/session/") &&
        !request.session_token.empty() &&
        !guesses_.take(request.session_token, request.network_address,
                       std::chrono::steady_clock::now())) {
        return refuse({Refusal::TooMany, "wait_and_try_again"});
    }
    if (!request.body_text.empty()) {
        if (auto refused = read_body(request)) return refused;
    }
    if (route.precondition == Precondition::IfMatch && request.if_match.empty()) {
        return problem(428, "if_match_required", "Send If-Match with the ETag that was read");
    }
    if (route.create == Create::Yes &&
        (request.idempotency_key.size() < 8 || request.idempotency_key.size() > 100)) {
        return refuse({Refusal::Invalid, "idempotency_key_required"});
    }
    return std::nullopt;
}

// What another site can send without asking is no JSON by its type.
std::optional<Response> Edge::read_body(Request& request) const {
    if (!request.content_type.starts_with("application/json")) {
        return problem(415, "send_json", "Send application/json");
    }
    auto parsed = parse_object(request.body_text, limits_.json_depth);
    if (!parsed) return refuse({Refusal::Invalid, "not_json"});
    request.body = Body{JsonValue(std::move(*parsed))};
    return std::nullopt;
}

void Edge::admitted(Request const& request) {
    auto const now = std::chrono::steady_clock::now();
    rate_.admitted(request.session_token, now);
    guesses_.admitted(request.session_token, now);
}

void JobQueue::add(Job job) {
    std::lock_guard const lock{mutex_};
    jobs_.push_back(std::move(job));
}

std::optional<Job> JobQueue::take() {
    return take_if([](Job const&) { return true; });
}

std::optional<Job> JobQueue::take_reading(std::chrono::steady_clock::time_point arrived_by) {
    return take_if(
        [&](Job const& job) { return job.request.method == "GET" && job.arrived <= arrived_by; });
}

std::size_t JobQueue::size() const {
    std::lock_guard const lock{mutex_};
    return jobs_.size();
}

void Edge::handle(Request request, Reply const& reply, StreamReply const& stream) {
    serve({std::move(request), reply, stream}, nullptr);
}

void Edge::work_off(JobQueue& queue) {
    auto job = queue.take();
    if (job) serve(std::move(*job), &queue);
}

void Edge::serve(Job job, JobQueue* queue) {
    std::optional<Job> left_over;
    try {
        try {
            left_over = answer(job, queue);
        } catch (SomethingIsOver const&) {
            end_what_is_over();
            left_over = answer(job, queue);
        }
    } catch (std::exception const&) {
        job.reply(after_trouble(job.request.request_id));
    }
    if (left_over) serve(std::move(*left_over), nullptr);
}

bool Edge::answered_without_session(Job& job) {
    auto const& path = job.request.path;
    if (sign_on_.opens(job.request.method, path)) {
        sign_on(job);
        return true;
    }
    if (job.request.method != "POST") return false;
    if (path == kSignIn) {
        job.reply(sign_in(job.request));
        return true;
    }
    if (path == kInvitation) {
        job.reply(accept_invitation(job.request));
        return true;
    }
    if (path == kWitnessCheckpoint || path == kWitnessCosignature) {
        job.reply(for_witness(job.request));
        return true;
    }
    return false;
}

std::optional<Job> Edge::answer(Job& job, JobQueue* queue) {
    if (answered_without_session(job)) return std::nullopt;
    auto const* route = route_for(job);
    if (route == nullptr) return std::nullopt;
    if (route->mode != Mode::Write) return run_read(*route, job, queue);
    run_write(*route, job.request, job.reply);
    return std::nullopt;
}

// In small transactions, so that nobody waits long for one of them; until all of it has ended.
void Edge::end_what_is_over() {
    auto const clock = system_clock();
    auto const deadline = store::Deadline::after(limits_.deadline);
    for (bool more = true; more;) {
        more = services_.database->write(deadline, [&](store::Transaction& tx) {
            bool some_left = false;
            for (auto const& one : access::partnerships(tx)) {
                auto work = access::Gate::for_system(tx, one.id, clock, "sharing");
                some_left = cases::end_what_is_over(work) || some_left;
                audit::append(tx, work.pending());
            }
            tx.commit();
            return some_left;
        });
    }
}

Route const* Edge::route_for(Job& job) {
    auto const found = find(job.request.method, job.request.path, &job.request.parameters);
    if (found.route == nullptr) {
        job.reply(found.path_known ? problem(405, "no_such_method", "No such method here")
                                   : refuse({Refusal::NotFound, "no_such_resource"}));
        return nullptr;
    }
    if (auto const refused = refuse_early(*found.route, job.request)) {
        job.reply(*refused);
        return nullptr;
    }
    return found.route;
}

std::optional<Job> Edge::run_read(Route const& route, Job& job, JobQueue* queue) {
    auto const deadline = store::Deadline::after(
        route.mode == Mode::Stream ? limits_.stream_deadline : limits_.deadline);
    return services_.database->read(deadline, [&](store::Transaction& tx) -> std::optional<Job> {
        // The snapshot is taken by the first statement, which is yet to come.
        auto const snapshot_after = std::chrono::steady_clock::now();
        read(tx, route, job);
        if (queue == nullptr || route.mode == Mode::Stream) return std::nullopt;
        for (int more = 0; more < kReadingsTogether; ++more) {
            auto next = queue->take_reading(snapshot_after);
            if (!next) break;
            if (!read_too(tx, *next)) return next;
        }
        return std::nullopt;
    });
}

// False when the request must be served by itself, from its beginning: then its failure is its own,
// and not that of the requests that were answered before it.
bool Edge::read_too(store::Transaction& tx, Job& job) {
    try {
        auto const found = find(job.request.method, job.request.path, nullptr);
        if (found.route == nullptr || found.route->mode != Mode::Read) return false;
        if (auto const* route = route_for(job)) read(tx, *route, job);
        return true;
    } catch (SomethingIsOver const&) {
        return false;
    } catch (std::exception const&) {
        return false;
    }
}

Result<access::Work> Edge::admit(store::Transaction& tx, Request const& request, Clock clock,
                                 access::SessionView& session) {
    if (request.by_api_token) {
        return access::Gate::admit_system(tx, memory_, request.session_token, clock,
                                          request.request_id, session);
    }
    return access::Gate::admit(tx, memory_, request.session_token, sessions_, clock,
                               request.request_id, session);
}

void Edge::read(store::Transaction& tx, Route const& route, Job& job) {
    auto& request = job.request;
    auto const clock = system_clock();
    access::SessionView session;
    auto work = admit(tx, request, clock, session);
    if (session.something_is_over) throw SomethingIsOver{};
    if (!work) return job.reply(refuse(work.error()));
    admitted(request);
    if (auto refused = refusal_of(work->actor(), route)) {
        return reply_noted({refusal_entry(work->origin(), route, request)}, {}, job.reply,
                           std::move(*refused));
    }
    request.csrf_token = session.csrf_token;
    auto response = route.handle(*work, services_, request);
    if (succeeded(response) && work->notes().empty() && !route.audit_name.empty()) {
        work->note({std::string{route.audit_name}, "list", ""});
    }
    std::vector<audit::Pending> entries;
    if (succeeded(response)) entries = work->pending();
    if (is_refused(response)) entries.push_back(refusal_entry(work->origin(), route, request));
    bool const touch = session.last_used_at + kTouchAfter < clock.now;
    if (response.stream) {
        // A long answer: its audit first, then its rows out of the same snapshot.
        services_.database->write(store::Deadline::after(limits_.deadline),
                                  [&](store::Transaction& audit_tx) {
                                      audit::append(audit_tx, entries);
                                      audit_tx.commit();
                                  });
        auto const rows = response.stream;
        auto const sink = job.stream(std::move(response));
        rows(sink);
        sink({});  // whole
        return;
    }
    reply_noted(std::move(entries), touch ? request.session_token : std::string{}, job.reply,
                std::move(response));
}

// When its entries are durable, and not before.
void Edge::reply_noted(std::vector<audit::Pending> entries, std::string touch_session,
                       Reply const& reply, Response response) {
    if (entries.empty() && touch_session.empty()) return reply(std::move(response));
    audit_queue_->submit({std::move(entries), std::move(touch_session),
                          [reply, answer = std::move(response)](bool written) mutable {
                              reply(written ? std::move(answer) : unavailable());
                          }});
}

void Edge::run_write(Route const& route, Request& request, Reply const& reply) {
    auto const deadline = store::Deadline::after(limits_.deadline);
    auto const clock = system_clock();
    std::optional<audit::Origin> asked_by;
    Response answer = services_.database->write(deadline, [&](store::Transaction& tx) -> Response {
        access::SessionView session;
        auto work = admit(tx, request, clock, session);
        if (session.something_is_over) throw SomethingIsOver{};
        if (!work) return refuse(work.error());
        asked_by = work->origin();
        admitted(request);
        if (!request.by_api_token && request.csrf_token != session.csrf_token) {
            return refuse({Refusal::Forbidden, "csrf_token_wrong"});
        }
        if (auto refused = refusal_of(work->actor(), route)) return std::move(*refused);
        std::string digest;
        if (route.create == Create::Yes) {
            digest = sha256_hex(request.method + " " + request.path + "\n" + request.body_text);
            if (auto known = known_request(*work, request, digest)) return std::move(*known);
        }
        // The work may run again when another writer was in the way: each run reads a fresh body.
        auto attempt = request;
        attempt.body = request.body.fresh();
        auto response = route.handle(*work, services_, attempt);
        if (!succeeded(response)) {
            if (response.status == 412) add_changes(*work, request, response);
            return response;
        }
        if (route.create == Create::Yes) keep_request(*work, request, digest, response);
        if (work->notes().empty()) work->note({std::string{route.audit_name}, "none", ""});
        access::Gate::finish(*work);
        return response;
    });
    if (answer.although_refused) {
        services_.database->write(deadline, [&](store::Transaction& tx) {
            answer.although_refused(tx);
            tx.commit();
        });
    }
    std::vector<audit::Pending> entries;
    if (asked_by && is_refused(answer)) {
        entries.push_back(refusal_entry(*asked_by, route, request));
    }
    reply_noted(std::move(entries), {}, reply, std::move(answer));
}

Response Edge::for_witness(Request& request) {
    if (!rate_.take({}, request.network_address, std::chrono::steady_clock::now())) {
        return refuse({Refusal::TooMany, "wait_and_try_again"});
    }
    auto parsed = parse_object(request.body_text, limits_.json_depth);
    if (!parsed) return refuse({Refusal::Invalid, "not_json"});
    Body body{JsonValue(std::move(*parsed))};
    auto const deadline = store::Deadline::after(limits_.deadline);
    return request.path == kWitnessCheckpoint
               ? give_checkpoint(services_, body, deadline, system_clock())
               : keep_cosignature(services_, body, deadline, system_clock());
}

}  // namespace waymark::http
