#include "problems.h"

#include "access/app_secrets.h"

#include <spdlog/spdlog.h>

namespace waymark::http {

Response problem(int status, std::string_view code, char const* title) {
    JsonObject const body{
        {"type", "about:blank"}, {"title", title}, {"status", status}, {"code", code}};
    return {.status = status,
            .content_type = "application/problem+json",
            .body = boost::json::serialize(body)};
}

Response unavailable() {
    return problem(503, "try_again_later", "The service cannot answer now; try again");
}

Response broken() {
    return problem(500, "internal_error", "Something went wrong here");
}

Response after_trouble(std::string_view request_id) {
    try {
        throw;
    } catch (access::SecondFactorUnchecked const& trouble) {
        spdlog::error(R"("event":"second_factor_unchecked","request_id":"{}","what":{})",
                      request_id, quoted(trouble.what()));
        return problem(503, "second_factor_unchecked", "Two-step sign-in cannot be checked now");
    } catch (store::Unavailable const& trouble) {
        spdlog::warn(R"("event":"unavailable","request_id":"{}","what":{})", request_id,
                     quoted(trouble.what()));
        return unavailable();
    } catch (std::exception const& trouble) {
        // The text of these names statements, tables and columns, never values.
        spdlog::error(R"("event":"internal_error","request_id":"{}","what":{})", request_id,
                      quoted(trouble.what()));
        return broken();
    }
}

Response guarded(std::string_view request_id, std::function<Response()> const& give) {
    try {
        return give();
    } catch (std::exception const&) {
        return after_trouble(request_id);
    }
}

}  // namespace waymark::http
