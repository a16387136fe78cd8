// The figures behind the map.

#include "checks.h"
#include "foundation/text.h"
#include "hubs.h"
#include "incidents/incidents.h"
#include "incidents_sql.h"
#include "locations.h"

#include <algorithm>
#include <unordered_map>

namespace waymark::incidents {

namespace {

constexpr int kMostListed = 500;
constexpr std::size_t kMostMonths = 120;

void note_list(access::Work& work) {
    work.note({"incident.list", "list", ""});
}

std::vector<store::Row> filtered(access::Work& work, store::Sql const& sql, Filter const& filter) {
    auto const from = first_month(filter);
    auto const to = last_month(filter);
    return work.tx().all(sql, {work.actor().partnership, filter.area, from, to, filter.category});
}

}  // namespace

Result<std::vector<MonthCount>> months(access::Work& work, Filter const& filter) {
    if (auto const refused = refusal_of(work, filter)) return *refused;
    std::vector<MonthCount> list;
    for (auto const& row : filtered(work, sql::kMonths, filter)) {
        list.push_back({row.text("month"), row.integer("incidents")});
    }
    note_list(work);
    return list;
}

Result<std::vector<MonthAreaCount>> counts_by_month_and_area(access::Work& work,
                                                             Filter const& filter) {
    if (auto const refused = refusal_of(work, filter)) return *refused;
    std::vector<MonthAreaCount> list;
    for (auto const& row : filtered(work, sql::kByMonthAndArea, filter)) {
        list.push_back(
            {row.text("month"), row.optional_id<AreaId>("area_id"), row.integer("incidents")});
    }
    note_list(work);
    return list;
}

Result<std::vector<CategoryCount>> categories(access::Work& work, Filter const& filter) {
    if (auto const refused = refusal_of(work, filter)) return *refused;
    std::vector<CategoryCount> list;
    for (auto const& row : filtered(work, sql::kCategories, filter)) {
        list.push_back({row.text("category"), row.integer("incidents")});
    }
    note_list(work);
    return list;
}

Result<geography::HotSpots> hot_spots(access::Work& work, Filter const& filter) {
    if (auto const refused = refusal_of(work, filter)) return *refused;
    auto const study_area =
        read_hubs(work.tx(), work.actor().partnership, Detail::Outline, filter.area);
    if (study_area.areas.empty()) return Error{Refusal::Conflict, "no_boundaries"};
    std::vector<geography::PointCount> points;
    for (auto const& row : filtered(work, sql::kPoints, filter)) {
        points.push_back({{row.real("longitude"), row.real("latitude")}, row.small("incidents")});
    }
    note_list(work);
    return geography::hot_spots(points, study_area.index);
}

namespace {

// The months that there are in the period, whatever the area and category.
std::vector<std::string> months_there(access::Work& work, Filter const& filter) {
    std::vector<std::string> list;
    Filter const period{.from_month = filter.from_month, .to_month = filter.to_month};
    for (auto const& row : filtered(work, sql::kMonths, period)) list.push_back(row.text("month"));
    if (list.size() > kMostMonths) {
        list.erase(list.begin(), list.end() - static_cast<std::ptrdiff_t>(kMostMonths));
    }
    return list;
}

std::vector<geography::LocationCount> by_location(access::Work& work, Filter filter,
                                                  std::vector<std::string> const& months) {
    filter.from_month = months.front();
    filter.to_month = months.back();
    std::unordered_map<std::string, std::size_t> positions;
    for (auto const& month : months) positions.emplace(month, positions.size());
    std::vector<geography::LocationCount> list;
    for (auto const& row : filtered(work, sql::kByLocationAndMonth, filter)) {
        auto key = std::to_string(row.integer("id"));
        if (list.empty() || list.back().key != key) {
            list.push_back({std::move(key), std::vector<int>(months.size(), 0)});
        }
        list.back().months[positions.at(row.text("month"))] = row.small("incidents");
    }
    return list;
}

}  // namespace

Result<RepeatLocations> repeat_locations(access::Work& work, Filter const& filter, int limit) {
    if (auto const refused = refusal_of(work, filter)) return *refused;
    note_list(work);
    RepeatLocations answer{.months = months_there(work, filter)};
    if (answer.months.empty()) return answer;

    auto const all = by_location(work, filter, answer.months);
    answer.compared = all.size();
    std::unordered_map<std::string_view, geography::LocationCount const*> by_key;
    for (auto const& one : all) by_key.emplace(one.key, &one);
    auto const most = static_cast<std::size_t>(std::clamp(limit, 1, kMostListed));
    for (auto& ranked : geography::rank_repeat_locations(all, most)) {
        auto const id = *parse_integer(ranked.key);
        auto const row = work.tx().first(sql::kLocation, {id, work.actor().partnership});
        auto counts = by_key.at(ranked.key)->months;
        answer.locations.push_back({location_from(*row), std::move(ranked), std::move(counts)});
    }
    return answer;
}

Result<Location> location(access::Work& work, std::int64_t id) {
    if (auto const refused = refusal_to_show(work)) return *refused;
    auto const row = work.tx().first(sql::kLocation, {id, work.actor().partnership});
    if (!row) return access::not_found("no_such_location");
    return location_from(*row);
}

Result<std::vector<LocationCount>> outside(access::Work& work, std::int64_t after_id, int limit) {
    if (auto const refused = refusal_to_show(work)) return *refused;
    note_list(work);
    return location_counts(work.tx().all(
        sql::kOutside, {work.actor().partnership, after_id, std::clamp(limit, 1, kMostListed)}));
}

Result<std::vector<LocationCount>> incidents_near(access::Work& work, Circle const& circle,
                                                  Filter const& filter) {
    if (auto const refused = refusal_of(work, filter)) return *refused;
    if (auto const refused = refusal_of(circle)) return *refused;
    auto const box = box_of(circle);
    auto const from = first_month(filter);
    auto const to = last_month(filter);
    auto list = location_counts(
        work.tx().all(sql::kInBox, {work.actor().partnership, filter.area, from, to,
                                    filter.category, box.west, box.south, box.east, box.north}));
    auto const distance = [&](LocationCount const& one) {
        return geography::metres_between(circle.centre, one.location.point);
    };
    std::erase_if(list, [&](auto const& one) { return distance(one) > circle.metres; });
    std::sort(list.begin(), list.end(), [&](auto const& a, auto const& b) {
        return std::pair{distance(a), a.location.id} < std::pair{distance(b), b.location.id};
    });
    if (list.size() > kMostListed) list.resize(kMostListed);
    note_list(work);
    return list;
}

}  // namespace waymark::incidents
