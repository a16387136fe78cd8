#include "http/sign_on_doors.h"

#include "problems.h"
#include "signed_in.h"

#include <spdlog/spdlog.h>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <algorithm>
#include <atomic>

namespace waymark::http {

namespace {

constexpr std::size_t kThreads = 2;
constexpr int kMostAtOnce = 32;  // those that the threads are at, and those that wait
constexpr std::chrono::seconds kLongestWait{10};

// What a provider may send with its answer: codes are opaque, and some are long.
constexpr std::size_t kLongestCode = 4096;
constexpr std::size_t kLongestIssuer = 1000;

std::string sign_on_cookie(std::string_view token, bool over_tls) {
    auto cookie =
        std::string{sign_on_cookie_name(over_tls)} + "=" + std::string{token} +
        "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" +
        std::to_string(std::chrono::seconds{access::kSignOnWithin + access::kCodeWithin}.count());
    if (over_tls) cookie += "; Secure";
    return cookie;
}

openid::Drawn drawn_of(access::SignOnBegun const& begun) {
    return {begun.state, access::sign_on_nonce(begun), access::sign_on_verifier(begun)};
}

Response no_answer() {
    return problem(503, "provider_does_not_answer", "The identity provider does not answer now");
}

}  // namespace

std::string_view sign_on_cookie_name(bool over_tls) {
    return over_tls ? "__Host-waymark_sign_on" : "waymark_sign_on";
}

// Where one provider is asked.
class SignOnDoors::Desk {
  public:
    explicit Desk(SignOnProvider const& provider)
        : provider_(&provider), threads_(std::make_unique<boost::asio::thread_pool>(kThreads)) {}
    ~Desk() { stop(); }
    Desk(Desk const&) = delete;
    Desk& operator=(Desk const&) = delete;

    SignOnProvider const& provider() const { return *provider_; }
    std::string const& code() const { return provider_->client->provider().code; }

    // Answers that it is busy, when it is, or when a thread comes to it too late.
    void run(std::string request_id, Reply const& reply, std::function<Response()> give) {
        if (at_once_.fetch_add(1) >= kMostAtOnce) {
            --at_once_;
            return reply(unavailable());
        }
        auto const too_late = std::chrono::steady_clock::now() + kLongestWait;
        boost::asio::post(*threads_, [this, request_id = std::move(request_id), reply, too_late,
                                      act = std::move(give)] {
            bool const is_late = std::chrono::steady_clock::now() > too_late;
            auto answer = is_late ? unavailable() : guarded(request_id, act);
            --at_once_;
            reply(std::move(answer));
        });
    }
    // Those that wait are let go: their connections must not outlive the server.
    void stop() {
        if (!threads_) return;
        threads_->stop();
        threads_->join();
        threads_.reset();
    }

  private:
    SignOnProvider const* provider_;
    std::atomic<int> at_once_{0};
    std::unique_ptr<boost::asio::thread_pool> threads_;
};

SignOnDoors::SignOnDoors(Services const& services, access::Gate::Limits sessions,
                         std::chrono::milliseconds deadline)
    : services_(services), sessions_(sessions), deadline_(deadline) {
    if (!services_.sign_on) return;
    for (auto const& one : *services_.sign_on) desks_.push_back(std::make_unique<Desk>(one));
}

SignOnDoors::~SignOnDoors() = default;

void SignOnDoors::stop() {
    for (auto const& desk : desks_) desk->stop();
}

bool SignOnDoors::opens(std::string_view method, std::string_view path) const {
    // Every sign-in page asks which there are; the other doors are not there without one.
    if (method == "GET") return path == kProviders;
    return method == "POST" && !desks_.empty() &&
           (path == kBegin || path == kReturn || path == kCode);
}

SignOnDoors::Desk* SignOnDoors::desk_of(std::string_view provider) {
    auto const found = std::find_if(desks_.begin(), desks_.end(),
                                    [&](auto const& one) { return one->code() == provider; });
    return found == desks_.end() ? nullptr : found->get();
}

void SignOnDoors::answer(Request request, Reply reply) {
    if (request.method == "GET") return reply(list());
    if (request.path == kBegin) return begin(std::move(request), reply);
    if (request.path == kReturn) return come_back(std::move(request), reply);
    reply(take_code(request));
}

Response SignOnDoors::list() const {
    return ok(
        JsonObject{{"providers", array_of(desks_, [](auto const& desk) {
                        return JsonObject{{"code", desk->code()}, {"name", desk->provider().name}};
                    })}});
}

void SignOnDoors::begin(Request request, Reply const& reply) {
    auto const code = request.body.text("provider", 40);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return reply(refuse(invalid(problems)));
    }
    auto* desk = desk_of(code);
    if (!desk) return reply(refuse(invalid({{"provider", "not_offered"}})));
    desk->run(request.request_id, reply, [this, desk] {
        auto const clock = system_clock();
        auto const begun =
            access::begin_sign_on(*services_.database, desk->code(), clock, deadline());
        auto const address = desk->provider().client->address_for(drawn_of(begun), clock.now);
        if (!address) {
            spdlog::warn(R"("event":"sign_on","provider":{},"what":"no_discovery")",
                         http::quoted(desk->code()));
            return no_answer();
        }
        auto response = ok(JsonObject{{"go_to", *address}});
        response.set_cookie = sign_on_cookie(begun.browser_token, services_.over_tls);
        return response;
    });
}

void SignOnDoors::come_back(Request request, Reply const& reply) {
    auto& body = request.body;
    auto const state = body.text("state", 200);
    openid::Returned returned{body.text("code", kLongestCode),
                              body.optional_text("iss", kLongestIssuer).value_or("")};
    if (auto const problems = body.problems(); !problems.empty()) {
        return reply(refuse(invalid(problems)));
    }
    auto const under_way = access::sign_on_under_way(
        *services_.database, {state, request.sign_on_token}, system_clock(), deadline());
    auto* desk = under_way ? desk_of(*under_way) : nullptr;
    if (!desk) {
        return reply(refuse(access::refuse_sign_on(*services_.database, attempt_of(request),
                                                   system_clock(), deadline())));
    }
    auto request_id = request.request_id;
    desk->run(std::move(request_id), reply,
              [this, desk, state, returned = std::move(returned), asked = std::move(request)] {
                  return redeem(*desk, asked, state, returned);
              });
}

// On a desk's thread. The state is used up first, whatever comes of it.
Response SignOnDoors::redeem(Desk& desk, Request const& request, std::string const& state,
                             openid::Returned const& returned) const {
    access::SignOnBegun const begun{state, request.sign_on_token};
    auto& database = *services_.database;
    if (!access::take_sign_on(database, begun, system_clock(), deadline())) {
        return refuse(
            access::refuse_sign_on(database, attempt_of(request), system_clock(), deadline()));
    }
    auto const& client = desk.provider().client;
    auto const proven = client->redeem(returned, drawn_of(begun), system_clock().now);
    auto const clock = system_clock();
    if (auto const* fault = std::get_if<openid::Fault>(&proven)) {
        spdlog::warn(R"("event":"sign_on","provider":{},"what":"{}","request_id":"{}")",
                     http::quoted(desk.code()), fault->code, request.request_id);
        if (fault->is_trouble) return no_answer();
        return refuse(access::refuse_sign_on(database, attempt_of(request), clock, deadline()));
    }
    auto const& person = std::get<openid::Proven>(proven);
    access::Identity const identity{desk.code(),  client->provider().issuer, person.subject,
                                    person.email, desk.provider().agency,    person.second_factor};
    return finish(request,
                  access::finish_sign_on(database, attempt_of(request), identity,
                                         services_.session_longest, clock, deadline()),
                  clock);
}

Response SignOnDoors::take_code(Request& request) const {
    auto const code = request.body.text("code", 40);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const clock = system_clock();
    return finish(request,
                  access::finish_sign_on_with_code(*services_.database, attempt_of(request), code,
                                                   services_.session_longest, clock, deadline()),
                  clock);
}

access::SignOnAttempt SignOnDoors::attempt_of(Request const& request) const {
    return {request.sign_on_token, request.network_address, request.request_id,
            services_.checked_with()};
}

Response SignOnDoors::finish(Request const& request, Result<access::SignedIn> const& signed_in,
                             Clock clock) const {
    if (!signed_in) return refuse(signed_in.error());
    return signed_in_answer(services_, sessions_, *signed_in, clock, request.request_id,
                            deadline());
}

}  // namespace waymark::http
