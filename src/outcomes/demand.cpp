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

// A window as it could be counted now.
struct Count {
    std::int64_t reported = 0;
    std::optional<std::int64_t> recorded;  // nothing without a place or with a month missing
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

Result<Count> count(access::Work& work, CaseId const& id, Date from, Date to) {
    auto const reported = cases::count_incidents(work, id, from, to);
    if (!reported) return reported.error();
    auto const points = positions(work, id);
    if (!points) return points.error();
    Count counted{.reported = *reported, .recorded = {}, .months = {}, .is_known = true};
    if (points->empty()) return counted;
    auto const locations = locations_near(work, *points, from, to);
    if (!locations) return locations.error();
    auto const recorded = incidents::count_between(work, *locations, from, to);
    if (!recorded) return recorded.error();
    counted.months = recorded->months_counted;
    counted.is_known = recorded->is_known();
    if (counted.is_known) counted.recorded = recorded->count;
    return counted;
}

// `statement` files the window, or leaves or replaces the one that is there.
void file(access::Work& work, store::Sql const& statement, CaseId const& id, Span span, Date day) {
    auto const window = incidents::demand_window(day, span);
    auto const due_on = std::max(window.known_from(), work.clock().today);
    work.tx().execute(statement, {id, code_of(span), work.actor().partnership,
                                  days_between(window.from_on, window.to_on) + 1,
                                  to_text(window.from_on), to_text(window.to_on), to_text(due_on)});
}

// Counts and keeps; false when a month is still missing.
Result<bool> count_and_keep(access::Work& work, CaseId const& id, Span span, Date from, Date to) {
    auto const counted = count(work, id, from, to);
    if (!counted) return counted.error();
    if (counted->is_known) {
        work.tx().execute(sql::kSetDemand, {id, code_of(span), counted->reported, counted->recorded,
                                            join(counted->months, ","), work.now()});
    } else {
        work.tx().execute(sql::kTriedDemand, {id, code_of(span), work.now()});
    }
    return counted->is_known;
}

std::optional<store::Row> stored(access::Work& work, CaseId const& id, Span span) {
    auto rows = work.tx().all(sql::kDemandOf, {id});
    auto const found = std::find_if(rows.begin(), rows.end(), [&](store::Row const& row) {
        return row.text("span") == code_of(span);
    });
    if (found == rows.end()) return std::nullopt;
    return *found;
}

Demand from_stored(store::Row const& row, Demand shown) {
    shown.reported = row.optional_integer("reported");
    shown.recorded = row.optional_integer("recorded");
    auto const months = row.text("months");
    if (!months.empty()) shown.months = split(months, ',');
    shown.available = true;
    return shown;
}

Result<Demand> shown(access::Work& work, cases::CaseDetail const& seen, Span span, Date day) {
    auto const& id = seen.id;
    auto const window = incidents::demand_window(day, span);
    Demand answer{.span = code_of(span),
                  .from_on = window.from_on,
                  .to_on = window.to_on,
                  .reported = {},
                  .recorded = {},
                  .months = {},
                  .available_from = window.known_from()};
    if (!window.has_passed(work.clock().today)) return answer;
    auto const row = stored(work, id, span);
    if (row && row->flag("is_known") && row->date("from_on") == window.from_on) {
        return from_stored(*row, std::move(answer));
    }
    if (!may_see_incidents(work)) return answer;
    auto const counted = count(work, id, window.from_on, window.to_on);
    if (!counted) return counted.error();
    answer.reported = counted->reported;
    answer.recorded = counted->recorded;
    answer.months = counted->months;
    answer.available = counted->is_known;
    return answer;
}

Result<Demand> shown_to_reader(access::Work& work, cases::CaseDetail const& seen, Span span,
                               Date day) {
    auto demand = shown(work, seen, span, day);
    if (demand && !work.actor().works_in(seen.area_id)) demand->reported = std::nullopt;
    return demand;
}

// One window of which the day has come. A case that was opened again has no "after" to count.
Result<bool> count_due(access::Work& work, store::Row const& row) {
    auto const id = row.id<CaseId>("case_id");
    auto const from = row.date("from_on");
    auto const to = row.date("to_on");
    if (row.text("span") == "before") return count_and_keep(work, id, Span::Before, from, to);
    auto const seen = cases::find(work, id);
    if (!seen) return seen.error();
    if (seen->is_open) {
        work.tx().execute(sql::kDropAfter, {id});
        return false;
    }
    auto const known = count_and_keep(work, id, Span::After, from, to);
    if (!known || !*known) return known;
    // At the same places as after: one that was found late is counted before, too.
    auto const before = incidents::demand_window(seen->opened_on, Span::Before);
    file(work, sql::kFileDemand, id, Span::Before, seen->opened_on);
    auto const again = count_and_keep(work, id, Span::Before, before.from_on, before.to_on);
    if (!again) return again.error();
    return true;
}

}  // namespace

Result<Done> follow_opening(access::Work& work, CaseId const& id) {
    auto const seen = case_to_measure(work, id);
    if (!seen) return seen.error();
    if (stored(work, id, Span::Before)) return Done{};
    file(work, sql::kFileDemand, id, Span::Before, seen->opened_on);
    if (!may_see_incidents(work)) return Done{};
    auto const window = incidents::demand_window(seen->opened_on, Span::Before);
    auto const counted = count_and_keep(work, id, Span::Before, window.from_on, window.to_on);
    if (!counted) return counted.error();
    return Done{};
}

void follow_closing(access::Work& work, CaseId const& id, Date closed_on) {
    file(work, sql::kFileDemandAgain, id, Span::After, closed_on);
}

Result<std::vector<Demand>> demand(access::Work& work, CaseId const& id) {
    auto const seen = cases::find(work, id);
    if (!seen) return seen.error();
    auto before = shown_to_reader(work, *seen, Span::Before, seen->opened_on);
    if (!before) return before.error();
    std::vector<Demand> both{*before};
    if (!seen->closed_on) {
        both.push_back({.span = "after",
                        .from_on = {},
                        .to_on = {},
                        .reported = {},
                        .recorded = {},
                        .months = {},
                        .available_from = {}});
        return both;
    }
    auto after = shown_to_reader(work, *seen, Span::After, *seen->closed_on);
    if (!after) return after.error();
    both.push_back(*after);
    return both;
}

Result<DemandCounted> count_demand_due(access::Work& work, int limit) {
    if (!may_see_incidents(work) || !work.actor().may(access::Permission::ReadCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    DemandCounted result;
    auto const rows = work.tx().all(sql::kDemandDue,
                                    {work.actor().partnership, to_text(work.clock().today), limit});
    for (auto const& row : rows) {
        auto const known = count_due(work, row);
        if (!known) return known.error();
        ++(*known ? result.counted : result.waiting);
    }
    work.note({"demand.count", "list", ""});
    return result;
}

}  // namespace waymark::outcomes
