// Signing in, signing on and taking an invitation: what the edge answers to whoever has no session
// yet.

#include "access/invitations.h"
#include "access/sign_in.h"
#include "http/edge.h"
#include "http/passkey_json.h"
#include "signed_in.h"

namespace waymark::http {

namespace {

// With what a passkey may answer to, for whoever knew the password.
Response refuse_sign_in(Error const& error, std::optional<access::PasskeyQuestion> const& question,
                        access::RelyingParty const& relying_party) {
    auto refused = refuse(error);
    if (!question) return refused;
    auto body = parse_object(refused.body, 8).value_or(JsonObject{});
    body["passkeys"] = question_json(*question, relying_party);
    refused.body = boost::json::serialize(body);
    return refused;
}

}  // namespace

Response Edge::sign_in(Request& request) {
    if (!rate_.take({}, request.network_address, std::chrono::steady_clock::now())) {
        return refuse({Refusal::TooMany, "wait_and_try_again"});
    }
    if (auto refused = read_body(request)) return std::move(*refused);
    auto& body = request.body;
    auto const email = body.text("email", 254);
    auto const password = body.text("password", 1024);
    auto const code = body.text("code", 40);
    auto const assertion = assertion_from(body);
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));

    auto const deadline = store::Deadline::after(limits_.deadline);
    auto const clock = system_clock();
    std::optional<access::PasskeyQuestion> question;
    auto const signed_in =
        access::sign_in(*services_.database,
                        {email, password, request.network_address, request.request_id, code,
                         assertion, services_.checked_with()},
                        services_.session_longest, clock, deadline, &question);
    if (!signed_in) return refuse_sign_in(signed_in.error(), question, services_.relying_party);

    return signed_in_answer(services_, sessions_, *signed_in, clock, request.request_id, deadline);
}

Response Edge::accept_invitation(Request& request) {
    if (!rate_.take({}, request.network_address, std::chrono::steady_clock::now())) {
        return refuse({Refusal::TooMany, "wait_and_try_again"});
    }
    if (auto refused = read_body(request)) return std::move(*refused);
    auto& body = request.body;
    access::Acceptance const acceptance{body.text("token", 100), body.text("code", 40),
                                        body.text("password", 1024), request.request_id};
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    auto const done =
        access::accept_invitation(*services_.database, acceptance, services_.password_cost,
                                  system_clock(), store::Deadline::after(limits_.deadline));
    return done ? no_content() : refuse(done.error());
}

void Edge::sign_on(Job& job) {
    auto& request = job.request;
    if (!rate_.take({}, request.network_address, std::chrono::steady_clock::now())) {
        return job.reply(refuse({Refusal::TooMany, "wait_and_try_again"}));
    }
    if (request.method == "POST") {
        if (auto const refused = read_body(request)) return job.reply(*refused);
    }
    sign_on_.answer(std::move(request), job.reply);
}

}  // namespace waymark::http
