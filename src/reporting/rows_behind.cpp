// The cases or referrals that a figure counts, by the conditions that count it.

#include "hub_window.h"
#include "reporting/reporting.h"
#include "reporting_sql.h"

#include <algorithm>

namespace waymark::reporting {

namespace {

using access::Permission;
using store::Row;
using store::Value;

// The rows of a figure, or nothing when there is no such figure or row.
using Listed = std::optional<std::vector<Row>>;

struct Lister {
    access::Work& work;
    HubAsked const& hub;
    RowsAsked const& asked;

    std::vector<Row> list(HubSql const& statement, std::vector<Value> values) const {
        values.insert(values.begin(), {Value{hub.area}, Value{hub.programme}});
        values.emplace_back(asked.after);
        values.emplace_back(std::clamp(asked.limit, 1, kMostRows) + 1);
        return statement.all(work, hub.sees_all, values);
    }

    Listed open_cases() const {
        if (asked.row.empty()) return std::nullopt;
        bool const by_stage = asked.figure == "open_by_stage";
        return list(sql::kRowsOpen, {by_stage ? asked.row : "", by_stage ? "" : asked.row, "", ""});
    }

    Listed age() const {
        auto const found = std::find(kAgeCodes.begin(), kAgeCodes.end(), asked.row);
        if (found == kAgeCodes.end()) return std::nullopt;
        auto const index = static_cast<std::size_t>(found - kAgeCodes.begin());
        auto const start = [&](std::size_t age) {
            return to_text(add_days(work.clock().today, -kAges[age]));
        };
        return list(sql::kRowsOpen, {"", "", index < kAges.size() ? start(index) : std::string{},
                                     index > 0 ? start(index - 1) : std::string{}});
    }

    Listed overdue() const {
        for (auto const kind : {"actions", "reviews", "reassessments", "updates"}) {
            if (asked.row == kind) {
                return list(sql::kRowsOverdue, {to_text(work.clock().today), asked.row});
            }
        }
        return std::nullopt;
    }

    Listed waiting() const {
        if (asked.row == "waiting") return list(sql::kRowsWaiting, {""});
        if (asked.row != "overdue") return std::nullopt;
        return list(sql::kRowsWaiting, {to_text(work.clock().today)});
    }

    std::optional<Days> month() const {
        for (auto const& one : last_months(work.clock().today)) {
            if (one.code == asked.row) return one.days;
        }
        return std::nullopt;
    }

    Listed received() const {
        auto const days = month();
        if (!days) return std::nullopt;
        return list(sql::kRowsReceived, {to_text(start_of_london_day(days->from)),
                                         to_text(start_of_london_day(days->until))});
    }

    Listed opened() const {
        auto const days = month();
        if (!days) return std::nullopt;
        return list(sql::kRowsOpened, {to_text(days->from), to_text(days->until)});
    }

    Listed closed() const {
        auto const days = month();
        if (!days) return std::nullopt;
        return list(sql::kRowsClosed, {to_text(days->from), to_text(days->until), ""});
    }

    Listed closing_reason() const {
        if (asked.row.empty()) return std::nullopt;
        auto const days = last_year(work.clock().today);
        return list(sql::kRowsClosed, {to_text(days.from), to_text(days.until), asked.row});
    }

    Listed outcome() const {
        auto const measure = asked.figure.substr(std::string_view{"outcome_"}.size());
        if (std::find(kMeasures.begin(), kMeasures.end(), measure) == kMeasures.end() ||
            std::find(kChanges.begin(), kChanges.end(), asked.row) == kChanges.end()) {
            return std::nullopt;
        }
        auto const days = last_year(work.clock().today);
        return list(sql::kRowsOutcome,
                    {to_text(days.from), to_text(days.until), measure, asked.row});
    }

    Listed rows() const {
        if (asked.figure == "open_by_stage" || asked.figure == "open_by_risk") return open_cases();
        if (asked.figure == "open_by_age") return age();
        if (asked.figure == "overdue") return overdue();
        if (asked.figure == "referrals_waiting") return waiting();
        if (asked.figure == "referrals_received") return received();
        if (asked.figure == "cases_opened") return opened();
        if (asked.figure == "cases_closed") return closed();
        if (asked.figure == "closing_reasons") return closing_reason();
        if (asked.figure.starts_with("outcome_")) return outcome();
        return std::nullopt;
    }
};

}  // namespace

Result<RowsBehind> rows_behind(access::Work& work, RowsAsked const& asked) {
    bool const of_referrals = asked.figure.starts_with("referrals_");
    auto const needed = of_referrals ? Permission::TriageReferrals : Permission::ReadCases;
    if (!work.actor().may(needed)) return Error{Refusal::Forbidden, "not_allowed"};
    auto hub = asked_of(work, asked.area, asked.programme_code);
    if (!hub) return hub.error();
    // Who counts in a hub and reads in another is shown rows of what they read.
    hub->sees_all = hub->sees_all && work.actor().may_in(needed, asked.area);
    auto const rows = Lister{work, *hub, asked}.rows();
    if (!rows) return access::not_found("no_such_figure");

    RowsBehind answer;
    auto const limit = static_cast<std::size_t>(std::clamp(asked.limit, 1, kMostRows));
    for (auto const& row : *rows) {
        auto id = row.text("id");
        auto const count = answer.cases.size() + answer.referrals.size();
        if (count == limit) {
            answer.next = of_referrals ? answer.referrals.back().value : answer.cases.back().value;
            break;
        }
        if (of_referrals) {
            answer.referrals.push_back({std::move(id)});
        } else {
            answer.cases.push_back({std::move(id)});
        }
    }
    work.note({"hub.rows", "area", asked.area.value, std::nullopt, ""});
    return answer;
}

}  // namespace waymark::reporting
