// Who is signed in; signing out; one's own password. Signing in itself has no session yet, so the
// edge does it.

#include "access/directory.h"
#include "access/own_password.h"
#include "access/second_factor.h"
#include "access/sign_in.h"
#include "http/http.h"
#include "http/passkey_json.h"

namespace waymark::http {

namespace {

std::string_view code_of(access::SecondFactor state) {
    switch (state) {
        case access::SecondFactor::On:
            return "on";
        case access::SecondFactor::Needed:
            return "needed";
        case access::SecondFactor::Off:
            break;
    }
    return "off";
}

}  // namespace

JsonObject session_json(access::Work& work, std::string const& csrf_token) {
    auto const& actor = work.actor();
    auto const partnership = access::partnership(work);
    auto const agency = access::agency(work, actor.agency);
    JsonArray permissions;
    for (std::size_t i = 0; i < actor.permissions.size(); ++i) {
        if (actor.permissions.test(i)) {
            permissions.emplace_back(access::permission_code(static_cast<access::Permission>(i)));
        }
    }
    return {{"user_id", actor.user.value},
            {"name", actor.name},
            {"agency_id", actor.agency.value},
            {"agency_name", agency ? agency->name : std::string{}},
            {"partnership_name", partnership.name},
            {"is_demo", partnership.is_demo},
            {"permissions", std::move(permissions)},
            {"area_ids", array_of(actor.areas, [](AreaId const& id) { return id.value; })},
            {"sees_partnership", actor.sees_partnership},
            {"second_factor", code_of(actor.second_factor)},
            {"csrf_token", csrf_token},
            {"today", to_text(work.clock().today)}};
}

namespace {

Response get_session(access::Work& work, Services const&, Request& request) {
    return ok(session_json(work, request.csrf_token));
}

Response sign_out(access::Work& work, Services const& services, Request& request) {
    access::sign_out(work, request.session_token);
    auto response = no_content();
    response.set_cookie = "waymark_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0";
    if (services.over_tls) response.set_cookie += "; Secure";
    return response;
}

Response change_own_password(access::Work& work, Services const& services, Request& request) {
    auto const current = request.body.text("current_password", 1024);
    auto const password = request.body.text("password", 1024);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = access::change_own_password(work, current, password, services.password_cost);
    return done ? no_content() : refuse(done.error());
}

Response begin_second_factor(access::Work& work, Services const& services, Request& request) {
    auto const proof = proof_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const begun = access::begin_second_factor(work, proof, services.checked_with());
    if (!begun) return refuse_proof(work, proof, begun.error());
    return ok(JsonObject{{"secret", begun->secret}, {"uri", begun->uri}});
}

Response confirm_second_factor(access::Work& work, Services const& services, Request& request) {
    auto const code = request.body.text("code", 40);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const codes =
        access::confirm_second_factor(work, code, services.checked_with(), request.session_token);
    if (!codes) return refuse(codes.error());
    return ok(JsonObject{
        {"recovery_codes", array_of(*codes, [](std::string const& one) { return one; })}});
}

}  // namespace

std::vector<Route> session_routes() {
    using enum access::Permission;
    return {
        // Asked for by every page as it opens; it shows nobody's record, so it is not noted.
        {"GET", "/session", SignedIn, "", get_session},
        {"DELETE", "/session", SignedIn, "session.end", sign_out, Mode::Write},
        {"PUT", "/session/password", SignedIn, "user.set_password", change_own_password,
         Mode::Write},
        {"PUT", "/session/second-factor", SignedIn, "user.begin_second_factor", begin_second_factor,
         Mode::Write},
        {"PUT", "/session/second-factor/confirmation", SignedIn, "user.set_second_factor",
         confirm_second_factor, Mode::Write},
    };
}

}  // namespace waymark::http
