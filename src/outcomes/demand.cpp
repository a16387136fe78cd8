// Demand before opening and after closing.

#include "cases/case_people.h"
#include "cases/chronology.h"
#include "incidents/incidents.h"
#include "outcomes/outcomes.h"
#include "outcomes_sql.h"
#include "places/places.h"
#include "seen_case.h"

#include "foundation/text.h"

#include <algorithm>
#include <set>

namespace waymark::outcomes {

namespace {

using incidents::Span;

// What is counted on one side of a case: reported to us by the day, recorded by whole months.
struct Windows {
    int days = 0;
    Date reported_from, reported_to;  // the last day
    incidents::DemandWindow recorded;

    Date reported_known_from() const { return add_days(reported_to, 1); }
    Date known_from() const { return std::max(reported_known_from(), recorded.known_from()); }
};

Windows windows_of(programmes::Catalogue const& catalogue, cases::CaseDetail const& seen, Span span,
                   Date day) {
    auto const days = definition_of(catalogue, seen).timings.demand_window_days;
    auto const from = span == Span::Before ? add_days(day, -days) : add_days(day, 1);
    return {.days = days,
            .reported_from = from,
            .reported_to = add_days(from, days - 1),
            .recorded = incidents::demand_window(day, span)};
}

struct Recorded {
    std::optional<std::int64_t> count;  // nothing without a place or with a month missing
    std::vector<std::string> months;
    bool is_known = false;
};

std::string month_of_day(Date day) {
    return to_text(day).substr(0, 7);
}

bool may_see_incidents(access::Work const& work) {
    return work.actor().may(access::Permission::SeeMap);
}

std::string code_of(Span span) {
    return span == Span::Before ? "before" : "after";
}

// Of every place that the case has or had, so that before and after are counted at the same ones.
Result<std::vector<geography::Point>> positions(access::Work& work, CaseId const& id) {
    auto const links = cases::places(work, id);
    if (!links) return links.error();
    std::set<PlaceId> ids;
    for (auto const& link : *links) ids.insert(link.place_id);
    std::vector<geography::Point> points;
    for (auto const& place_id : ids) {
        auto const place = places::find(work, place_id);
        if (place && place->longitude && place->latitude) {
            points.push_back({*place->longitude, *place->latitude});
        }
    }
    return points;
}

// Each location once, however many of the places it is near.
Result<std::vector<std::int64_t>> locations_near(access::Work& work,
                                                 std::vector<geography::Point> const& points,
                                                 Date from, Date to) {
    std::set<std::int64_t> ids;
    for (auto const& point : points) {
        auto const near = incidents::incidents_near(
            work, {.centre = point},
            {.from_month = month_of_day(from), .to_month = month_of_day(to)});
        if (!near) return near.error();
        for (auto const& one : *near) ids.insert(one.location.id);
    }
    return std::vector<std::int64_t>{ids.begin(), ids.end()};
}

Result<Recorded> count_recorded(access::Work& work, CaseId const& id, Date from, Date to) {
    auto const points = positions(work, id);
    if (!points) return points.error();
    if (points->empty()) return Recorded{.count = {}, .months = {}, .is_known = true};
    auto const locations = locations_near(work, *points, from, to);
    if (!locations) return locations.error();
    auto const counted = incidents::count_between(work, *locations, from, to);
    if (!counted) return counted.error();
    Recorded recorded{
        .count = {}, .months = counted->months_counted, .is_known = counted->is_known()};
    if (recorded.is_known) recorded.count = counted->count;
    return recorded;
}

// `statement` files the windows, or leaves or replaces those that are there.
void file(access::Work& work, store::Sql const& statement, CaseId const& id, Span span,
          Windows const& windows) {
    auto const due_on = std::max(windows.known_from(), work.clock().today);
    work.tx().execute(statement, {id, code_of(span), work.actor().partnership, windows.days,
                                  to_text(windows.recorded.from_on),
                                  to_text(windows.recorded.to_on), to_text(due_on)});
}

// Counts and keeps; false when a day is still to come or a month still missing.
Result<bool> count_and_keep(access::Work& work, CaseId const& id, Span span,
                            Windows const& windows) {
    Recorded recorded;
    if (windows.known_from() <= work.clock().today) {
        auto const counted =
            count_recorded(work, id, windows.recorded.from_on, windows.recorded.to_on);
        if (!counted) return counted.error();
        recorded = *counted;
    }
    if (!recorded.is_known) {
        work.tx().execute(sql::kTriedDemand, {id, code_of(span), work.now()});
        return false;
    }
    auto const reported =
        cases::count_incidents(work, id, windows.reported_from, windows.reported_to);
    if (!reported) return reported.error();
    work.tx().execute(sql::kSetDemand, {id, code_of(span), *reported, recorded.count,
                                        join(recorded.months, ","), work.now()});
    return true;
}

// What was kept of exactly these windows; what was kept of others is no answer.
std::optional<store::Row> stored(access::Work& work, CaseId const& id, Span span,
                                 Windows const& windows) {
    for (auto const& row : work.tx().all(sql::kDemandOf, {id})) {
        if (row.text("span") == code_of(span) && row.flag("is_known") &&
            row.integer("days") == windows.days &&
            row.date("from_on") == windows.recorded.from_on) {
            return row;
        }
    }
    return std::nullopt;
}

Result<Done> fill_reported(access::Work& work, cases::CaseDetail const& seen,
                           std::optional<store::Row> const& kept, DemandCount& reported) {
    if (work.clock().today < *reported.available_from) return Done{};
    reported.available = true;
    // What is on the hub's other cases is no partner's to learn.
    if (!work.actor().may_in(access::Permission::ReadCases, seen.area_id)) return Done{};
    if (kept) {
        reported.count = kept->optional_integer("reported");
        return Done{};
    }
    auto const counted = cases::count_incidents(work, seen.id, *reported.from_on, *reported.to_on);
    if (!counted) return counted.error();
    reported.count = *counted;
    return Done{};
}

Result<Done> fill_recorded(access::Work& work, CaseId const& id,
                           std::optional<store::Row> const& kept, Demand& demand) {
    auto& recorded = demand.recorded;
    if (kept) {
        recorded.available = true;
        recorded.count = kept->optional_integer("recorded");
        auto const months = kept->text("months");
        if (!months.empty()) demand.months = split(months, ',');
        return Done{};
    }
    if (work.clock().today < *recorded.available_from || !may_see_incidents(work)) return Done{};
    auto const counted = count_recorded(work, id, *recorded.from_on, *recorded.to_on);
    if (!counted) return counted.error();
    recorded.available = counted->is_known;
    recorded.count = counted->count;
    demand.months = counted->months;
    return Done{};
}

Result<Demand> shown(access::Work& work, programmes::Catalogue const& catalogue,
                     cases::CaseDetail const& seen, Span span, Date day) {
    auto const windows = windows_of(catalogue, seen, span, day);
    Demand demand{.span = code_of(span), .reported = {}, .recorded = {}, .months = {}};
    demand.reported.from_on = windows.reported_from;
    demand.reported.to_on = windows.reported_to;
    demand.reported.available_from = windows.reported_known_from();
    demand.recorded.from_on = windows.recorded.from_on;
    demand.recorded.to_on = windows.recorded.to_on;
    demand.recorded.available_from = windows.recorded.known_from();
    auto const kept = stored(work, seen.id, span, windows);
    if (auto const done = fill_reported(work, seen, kept, demand.reported); !done) {
        return done.error();
    }
    if (auto const done = fill_recorded(work, seen.id, kept, demand); !done) return done.error();
    return demand;
}

// Windows of which the day has come. A case that was opened again has no "after" to count.
Result<bool> count_due(access::Work& work, programmes::Catalogue const& catalogue,
                       store::Row const& row) {
    auto const id = row.id<CaseId>("case_id");
    auto const seen = cases::find(work, id);
    if (!seen) return seen.error();
    auto const before = windows_of(catalogue, *seen, Span::Before, seen->opened_on);
    if (row.text("span") == "before") return count_and_keep(work, id, Span::Before, before);
    if (seen->is_open) {
        work.tx().execute(sql::kDropAfter, {id});
        return false;
    }
    auto const known = count_and_keep(work, id, Span::After,
                                      windows_of(catalogue, *seen, Span::After, *seen->closed_on));
    if (!known || !*known) return known;
    // At the same places as after: one that was found late is counted before, too.
    file(work, sql::kFileDemand, id, Span::Before, before);
    auto const again = count_and_keep(work, id, Span::Before, before);
    if (!again) return again.error();
    return true;
}

}  // namespace

Result<Done> follow_opening(access::Work& work, programmes::Catalogue const& catalogue,
                            CaseId const& id) {
    auto const seen = case_to_measure(work, id);
    if (!seen) return seen.error();
    if (!work.tx().all(sql::kDemandOf, {id}).empty()) return Done{};
    auto const windows = windows_of(catalogue, *seen, Span::Before, seen->opened_on);
    file(work, sql::kFileDemand, id, Span::Before, windows);
    if (!may_see_incidents(work)) return Done{};
    auto const counted = count_and_keep(work, id, Span::Before, windows);
    if (!counted) return counted.error();
    return Done{};
}

void follow_closing(access::Work& work, programmes::Catalogue const& catalogue,
                    cases::CaseDetail const& seen, Date closed_on) {
    file(work, sql::kFileDemandAgain, seen.id, Span::After,
         windows_of(catalogue, seen, Span::After, closed_on));
}

Result<std::vector<Demand>> demand(access::Work& work, programmes::Catalogue const& catalogue,
                                   CaseId const& id) {
    auto const seen = cases::find(work, id);
    if (!seen) return seen.error();
    auto const before = shown(work, catalogue, *seen, Span::Before, seen->opened_on);
    if (!before) return before.error();
    if (!seen->closed_on) {
        return std::vector<Demand>{
            *before, {.span = code_of(Span::After), .reported = {}, .recorded = {}, .months = {}}};
    }
    auto const after = shown(work, catalogue, *seen, Span::After, *seen->closed_on);
    if (!after) return after.error();
    return std::vector<Demand>{*before, *after};
}

Result<DemandCounted> count_demand_due(access::Work& work, programmes::Catalogue const& catalogue,
                                       int limit) {
    if (!may_see_incidents(work) || !work.actor().may(access::Permission::ReadCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    DemandCounted result;
    auto const rows = work.tx().all(sql::kDemandDue,
                                    {work.actor().partnership, to_text(work.clock().today), limit});
    for (auto const& row : rows) {
        auto const known = count_due(work, catalogue, row);
        if (!known) return known.error();
        ++(*known ? result.counted : result.waiting);
    }
    work.note({"demand.count", "list", ""});
    return result;
}

}  // namespace waymark::outcomes
