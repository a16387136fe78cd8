// Demand at a place, before and after.

#include "checks.h"
#include "incidents/incidents.h"
#include "incidents_sql.h"
#include "locations.h"

namespace waymark::incidents {

namespace {

constexpr int kMonthsInWindow = 3;
constexpr int kMostYears = 20;

struct Window {
    std::string from_on, to_on;
    std::string first_touched, last_touched;
    std::string first_whole, last_whole;  // the last before the first when no month is whole
    std::vector<std::string> touched;

    bool is_whole(std::string const& month) const {
        return first_whole <= month && month <= last_whole;
    }
};

Window window_between(Date from, Date to) {
    Window window{.from_on = to_text(from), .to_on = to_text(to)};
    window.first_touched = month_text(from);
    window.last_touched = month_text(to);
    window.first_whole = month_text(day_of(from) == 1 ? from : add_months(first_of_month(from), 1));
    auto const next = add_days(to, 1);
    window.last_whole = month_text(day_of(next) == 1 ? to : add_months(first_of_month(to), -1));
    for (auto day = first_of_month(from); day <= to; day = add_months(day, 1)) {
        window.touched.push_back(month_text(day));
    }
    return window;
}

std::optional<Error> refusal_of_dates(Date from, Date to) {
    if (to < from) return invalid({{"to_on", "before_from_on"}});
    if (to > add_months(from, 12 * kMostYears)) return invalid({{"to_on", "too_long"}});
    return std::nullopt;
}

Demand with_months(access::Work& work, Window const& window, Demand demand) {
    for (auto const& month : window.touched) {
        if (!work.tx().first(sql::kMonthThere, {work.actor().partnership, month})) {
            demand.months_missing.push_back(month);
        } else if (window.is_whole(month)) {
            demand.months_counted.push_back(month);
        }
    }
    return demand;
}

void add(Demand& demand, store::Row const& row) {
    demand.count += row.integer("incidents");
    demand.to_the_day += row.integer("to_the_day");
}

}  // namespace

Result<Demand> count_between(access::Work& work, Circle const& circle, Date from, Date to) {
    if (auto const refused = refusal_to_show(work)) return *refused;
    if (auto const refused = refusal_of(circle)) return *refused;
    if (auto const refused = refusal_of_dates(from, to)) return *refused;
    auto const window = window_between(from, to);
    auto const box = box_of(circle);
    auto const rows = work.tx().all(sql::kDemandInBox,
                                    {work.actor().partnership, window.from_on, window.to_on,
                                     window.first_touched, window.last_touched, window.first_whole,
                                     window.last_whole, box.west, box.south, box.east, box.north});
    Demand demand;
    for (auto const& row : rows) {
        geography::Point const point{row.real("longitude"), row.real("latitude")};
        if (geography::metres_between(circle.centre, point) <= circle.metres) add(demand, row);
    }
    return with_months(work, window, std::move(demand));
}

Result<Demand> count_between(access::Work& work, std::vector<std::int64_t> const& location_ids,
                             Date from, Date to) {
    if (auto const refused = refusal_to_show(work)) return *refused;
    if (auto const refused = refusal_of_dates(from, to)) return *refused;
    auto const window = window_between(from, to);
    Demand demand;
    for (auto const id : location_ids) {
        auto const row =
            work.tx().first(sql::kDemandAt, {work.actor().partnership, window.from_on, window.to_on,
                                             window.first_touched, window.last_touched,
                                             window.first_whole, window.last_whole, id});
        add(demand, *row);
    }
    return with_months(work, window, std::move(demand));
}

DemandWindow demand_window(Date day, Span span) {
    auto const own_month = first_of_month(day);
    auto const from = add_months(own_month, span == Span::Before ? -kMonthsInWindow : 1);
    DemandWindow window{from, add_days(add_months(from, kMonthsInWindow), -1), {}};
    for (int i = 0; i < kMonthsInWindow; ++i) {
        window.months.push_back(month_text(add_months(from, i)));
    }
    return window;
}

}  // namespace waymark::incidents
