// Every route, gathered from one file for each part of the service.

#include "http/http.h"

namespace waymark::http {

std::vector<Route> session_routes();

std::vector<Route> all_routes() {
    std::vector<Route> all;
    for (auto const& part : {session_routes}) {
        auto const routes = part();
        all.insert(all.end(), routes.begin(), routes.end());
    }
    return all;
}

}  // namespace waymark::http
