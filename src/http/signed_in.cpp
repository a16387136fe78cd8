#include "signed_in.h"

namespace waymark::http {

// In session_routes.cpp, which also answers GET /session.
JsonObject session_json(access::Work& work, std::string const& csrf_token);

namespace {

std::string session_cookie(std::string_view token, bool secure, std::chrono::seconds age) {
    auto cookie = "waymark_session=" + std::string{token} +
                  "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(age.count());
    if (secure) cookie += "; Secure";
    return cookie;
}

}  // namespace

Response signed_in_answer(Services const& services, access::Gate::Limits const& sessions,
                          access::SignedIn const& signed_in, Clock clock,
                          std::string const& request_id, store::Deadline deadline) {
    return services.database->read(deadline, [&](store::Transaction& tx) {
        bool const required = sessions.second_factor_required && !signed_in.second_factor_proved;
        auto work = access::Gate::on_behalf_of(tx, signed_in.user, clock, request_id, required);
        if (!work) return refuse(work.error());
        auto response = ok(session_json(*work, signed_in.csrf_token));
        response.set_cookie =
            session_cookie(signed_in.session_token, services.over_tls, services.session_longest);
        return response;
    });
}

}  // namespace waymark::http
