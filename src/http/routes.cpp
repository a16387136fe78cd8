// Every route, gathered from one file for each part of the service.

#include "http/http.h"

namespace waymark::http {

std::vector<Route> session_routes();
std::vector<Route> passkey_routes();
std::vector<Route> reference_routes();
std::vector<Route> my_work_routes();
std::vector<Route> referral_routes();
std::vector<Route> record_routes();
std::vector<Route> interest_routes();
std::vector<Route> case_routes();
std::vector<Route> case_work_routes();
std::vector<Route> sharing_routes();
std::vector<Route> outcome_routes();
std::vector<Route> map_routes();
std::vector<Route> report_routes();
std::vector<Route> administration_routes();
std::vector<Route> approval_routes();
std::vector<Route> audit_routes();
std::vector<Route> extract_routes();
std::vector<Route> notice_routes();
std::vector<Route> letter_routes();
std::vector<Route> safe_address_routes();

std::vector<Route> all_routes() {
    std::vector<Route> all;
    for (auto const& part :
         {session_routes,   passkey_routes,        reference_routes, my_work_routes,
          referral_routes,  record_routes,         interest_routes,  case_routes,
          case_work_routes, sharing_routes,        outcome_routes,   map_routes,
          report_routes,    administration_routes, approval_routes,  audit_routes,
          extract_routes,   notice_routes,         letter_routes,    safe_address_routes}) {
        auto const routes = part();
        all.insert(all.end(), routes.begin(), routes.end());
    }
    return all;
}

}  // namespace waymark::http
