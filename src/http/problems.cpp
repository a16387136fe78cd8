#include "problems.h"

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

Response guarded(std::string_view request_id, std::function<Response()> const& give) {
    try {
        return give();
    } catch (store::Unavailable const& trouble) {
        spdlog::warn(R"("event":"unavailable","request_id":"{}","what":{})", request_id,
                     quoted(trouble.what()));
        return unavailable();
    } catch (std::exception const& trouble) {
        spdlog::error(R"("event":"internal_error","request_id":"{}","what":{})", request_id,
                      quoted(trouble.what()));
        return broken();
    }
}

}  // namespace waymark::http
