// One's own passkeys: making, listing and removing them; and taking the authenticator app out of
// use.

#include "access/second_factor.h"
#include "foundation/digest.h"
#include "http/passkey_json.h"

namespace waymark::http {

namespace {

JsonArray recovery_codes_json(std::vector<std::string> const& codes) {
    return array_of(codes, [](std::string const& one) { return one; });
}

Response list_passkeys(access::Work& work, Services const& services, Request&) {
    return ok(
        JsonObject{{"origin", services.relying_party.origin},
                   {"has_app", access::has_app(work.tx(), work.actor().user)},
                   {"passkeys", array_of(access::passkeys(work), [](access::Passkey const& one) {
                        return JsonObject{{"id", one.id.value},
                                          {"name", one.name},
                                          {"made_at", to_text(one.made_at)},
                                          {"last_used_at", or_null(one.last_used_at)}};
                    })}});
}

Response ask_for_passkey(access::Work& work, Services const& services, Request& request) {
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    return ok(question_json(access::ask_for_passkey(work), services.relying_party));
}

Response begin_passkey(access::Work& work, Services const& services, Request& request) {
    auto const name = request.body.text("name", access::kLongestPasskeyName);
    auto const proof = proof_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const offer = access::begin_passkey(work, name, proof, services.checked_with());
    if (!offer) return refuse_proof(work, proof, offer.error());
    auto answer = question_json(offer->question, services.relying_party);
    answer["user_handle"] = base64url_of(work.actor().user.value);
    answer["user_name"] = offer->user_name;
    answer["user_display_name"] = work.actor().name;
    return ok(answer);
}

Response add_passkey(access::Work& work, Services const& services, Request& request) {
    auto const name = request.body.text("name", access::kLongestPasskeyName);
    auto const made = new_passkey_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const added =
        access::add_passkey(work, name, made, services.relying_party, request.session_token);
    if (!added) return refuse(added.error());
    return ok(JsonObject{{"id", added->id.value},
                         {"recovery_codes", recovery_codes_json(added->recovery_codes)}});
}

Response remove_passkey(access::Work& work, Services const& services, Request& request) {
    auto const proof = proof_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = access::remove_passkey(work, request.id<access::PasskeyId>(), proof,
                                             services.checked_with(), request.session_token);
    return done ? no_content() : refuse_proof(work, proof, done.error());
}

Response remove_app(access::Work& work, Services const& services, Request& request) {
    auto const proof = proof_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done =
        access::remove_app(work, proof, services.checked_with(), request.session_token);
    return done ? no_content() : refuse_proof(work, proof, done.error());
}

}  // namespace

std::vector<Route> passkey_routes() {
    using enum access::Permission;
    auto constexpr write = Mode::Write;
    return {
        // One's own, so it is not noted.
        {"GET", "/session/passkeys", SignedIn, "", list_passkeys},
        // Not once for each key: recovery codes must not be kept for who sends it again.
        {"POST", "/session/passkeys", SignedIn, "user.add_passkey", add_passkey, write},
        {"POST", "/session/passkeys/question", SignedIn, "user.ask_passkey", ask_for_passkey,
         write},
        // Those that a password is given to are PUT: the edge lets few of them through a minute.
        {"PUT", "/session/passkeys/beginning", SignedIn, "user.begin_passkey", begin_passkey,
         write},
        {"PUT", "/session/passkeys/{id}/removal", SignedIn, "user.remove_passkey", remove_passkey,
         write},
        {"PUT", "/session/second-factor/removal", SignedIn, "user.remove_second_factor", remove_app,
         write},
    };
}

}  // namespace waymark::http
