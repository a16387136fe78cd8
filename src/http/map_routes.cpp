// Recorded incidents: outlines, counts by month, hot spots and repeat locations.

#include "http/http.h"
#include "incidents/incidents.h"

namespace waymark::http {

namespace {

// As the glossary names them.
constexpr char const* kHotSpotMethod = "getis_ord_gi_star";
constexpr char const* kRepeatMethod = "gamma_poisson_lower_bound";

incidents::Filter filter_from(Request const& request) {
    return {.area = request.query_id<AreaId>("area_id"),
            .from_month = request.query_text("from_month"),
            .to_month = request.query_text("to_month")};
}

Response get_boundaries(access::Work& work, Services const&, Request& request) {
    auto const kind = incidents::boundary_kind(request.query_text("kind"));
    auto const found = incidents::boundaries(work, kind.value_or(incidents::BoundaryKind::District),
                                             request.query_id<AreaId>("area_id"));
    if (!found) return refuse(found.error());
    // The outlines are JSON already: they are put in as they stand.
    std::string features;
    for (auto const& outline : *found) {
        if (!features.empty()) features += ',';
        features += R"({"type":"Feature","geometry":)" + outline.outline + R"(,"properties":)" +
                    boost::json::serialize(JsonObject{{"code", outline.code},
                                                      {"name", outline.name},
                                                      {"kind", outline.kind},
                                                      {"area_id", or_null(outline.area)}}) +
                    "}";
    }
    return {.status = 200, .body = R"({"type":"FeatureCollection","features":[)" + features + "]}"};
}

Response get_months(access::Work& work, Services const&, Request& request) {
    auto const counts = incidents::counts_by_month_and_area(work, filter_from(request));
    if (!counts) return refuse(counts.error());
    auto const months = incidents::months(work, filter_from(request));
    if (!months) return refuse(months.error());
    bool const none = months->empty();
    return ok(JsonObject{
        {"first_month", none ? JsonValue(nullptr) : JsonValue(months->front().month)},
        {"last_month", none ? JsonValue(nullptr) : JsonValue(months->back().month)},
        {"months", array_of(*counts, [](incidents::MonthAreaCount const& one) {
             return JsonObject{
                 {"month", one.month}, {"area_id", or_null(one.area)}, {"count", one.count}};
         })}});
}

Response get_hot_spots(access::Work& work, Services const&, Request& request) {
    auto const found = incidents::hot_spots(work, filter_from(request));
    if (!found) return refuse(found.error());
    return ok(JsonObject{{"method", kHotSpotMethod},
                         {"cell_metres", found->cell_metres},
                         {"cells", array_of(found->hot, [](geography::HotSpot const& cell) {
                              return JsonObject{{"longitude", cell.centre.longitude},
                                                {"latitude", cell.centre.latitude},
                                                {"count", cell.count},
                                                {"z", cell.z},
                                                {"p", cell.p}};
                          })}});
}

Response get_repeat_locations(access::Work& work, Services const&, Request& request) {
    auto const found = incidents::repeat_locations(work, filter_from(request), request.limit());
    if (!found) return refuse(found.error());
    bool const none = found->months.empty();
    return ok(JsonObject{
        {"method", kRepeatMethod},
        {"from_month", none ? JsonValue(nullptr) : JsonValue(found->months.front())},
        {"to_month", none ? JsonValue(nullptr) : JsonValue(found->months.back())},
        {"locations", array_of(found->locations, [](incidents::RepeatLocation const& one) {
             return JsonObject{{"location_id", one.location.id},
                               {"name", one.location.name},
                               {"longitude", one.location.point.longitude},
                               {"latitude", one.location.point.latitude},
                               {"area_id", or_null(one.location.area)},
                               {"count", one.ranked.count},
                               {"months_active", one.ranked.months_active},
                               {"rate", one.ranked.score},
                               {"lower", one.ranked.lower},
                               {"upper", one.ranked.upper},
                               {"by_month", array_of(one.months, [](int count) { return count; })}};
         })}});
}

}  // namespace

std::vector<Route> map_routes() {
    using enum access::Permission;
    return {
        {"GET", "/map/boundaries", SeeMap, "", get_boundaries},
        {"GET", "/map/months", SeeMap, "incident.count", get_months},
        {"GET", "/map/hot-spots", SeeMap, "incident.hot_spots", get_hot_spots},
        {"GET", "/map/repeat-locations", SeeMap, "incident.repeat", get_repeat_locations},
    };
}

}  // namespace waymark::http
