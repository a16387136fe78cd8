// The hub's picture. A reader with the whole hub is answered from indexes alone.

#include "access/directory.h"
#include "hub_window.h"
#include "report_words.h"
#include "reporting/reporting.h"
#include "reporting_sql.h"

#include <algorithm>
#include <map>

namespace waymark::reporting {

namespace {

using access::Permission;
using store::Value;

class Picture {
  public:
    Picture(access::Work& work, HubAsked const& asked)
        : work_(work),
          asked_(asked),
          lists_cases_(work.actor().may(Permission::ReadCases)),
          lists_referrals_(work.actor().may(Permission::TriageReferrals)) {}

    std::vector<Figure> figures() {
        open_cases();
        ages();
        overdue();
        waiting();
        by_month("referrals_received", sql::kReceivedBetween, true);
        by_month("cases_opened", sql::kOpenedBetween, false);
        by_month("cases_closed", sql::kClosedBetween, false);
        outcomes();
        closing_reasons();
        return std::move(figures_);
    }

  private:
    std::vector<store::Row> all(HubSql const& statement, std::vector<Value> values = {}) {
        values.insert(values.begin(), {Value{asked_.area}, Value{asked_.programme}});
        return statement.all(work_, asked_.sees_all, values);
    }
    std::string today() const { return to_text(work_.clock().today); }

    static Figure figure(std::string_view code, std::vector<std::string_view> const& columns) {
        auto const words = figure_words(code);
        Figure made{std::string{code},
                    std::string{words.title},
                    std::string{words.definition},
                    0,
                    0,
                    {},
                    {}};
        for (auto const column : columns) {
            made.columns.push_back({std::string{column}, label(column)});
        }
        return made;
    }
    FigureRow row(std::string_view code, std::vector<std::optional<std::int64_t>> values) const {
        return {std::string{code}, label(code), std::move(values), lists_cases_};
    }

    void open_cases() {
        std::map<std::string, std::int64_t> stages, bands;
        for (auto const band : {"high", "medium", "standard", "not_recorded"}) bands[band] = 0;
        std::int64_t base = 0;
        for (auto const& one : all(sql::kOpenByStageAndRisk)) {
            auto const total = one.integer("total");
            stages[one.text("stage")] += total;
            bands[one.text("risk_band")] += total;
            base += total;
        }
        auto by_stage = figure("open_by_stage", {"count"});
        by_stage.base = base;
        for (auto const& [stage, total] : stages) by_stage.rows.push_back(row(stage, {total}));
        figures_.push_back(std::move(by_stage));

        auto by_risk = figure("open_by_risk", {"count"});
        by_risk.base = base;
        by_risk.not_recorded = bands["not_recorded"];
        for (auto const band : {"high", "medium", "standard"}) {
            by_risk.rows.push_back(row(band, {bands[band]}));
            bands.erase(band);
        }
        // Bands of other questionnaires, and last those without.
        auto const without = bands.extract("not_recorded").mapped();
        for (auto const& [band, total] : bands) by_risk.rows.push_back(row(band, {total}));
        by_risk.rows.push_back(row("not_recorded", {without}));
        figures_.push_back(std::move(by_risk));
    }

    void ages() {
        std::array<std::string, 4> starts;
        for (std::size_t i = 0; i < kAges.size(); ++i) {
            starts[i] = to_text(add_days(work_.clock().today, -kAges[i]));
        }
        std::map<std::string, std::int64_t, std::less<>> ages;
        for (auto const& one : all(sql::kOpenByAge, {starts[0], starts[1], starts[2], starts[3]})) {
            ages[one.text("age")] = one.integer("total");
        }
        auto made = figure("open_by_age", {"count"});
        for (auto const code : kAgeCodes) {
            auto const found = ages.find(code);
            auto const total = found == ages.end() ? 0 : found->second;
            made.base += total;
            made.rows.push_back(row(code, {total}));
        }
        figures_.push_back(std::move(made));
    }

    void overdue() {
        auto const day = today();
        auto const cases = all(sql::kOverdueCases, {day}).front();
        auto const actions = all(sql::kOverdueActions, {day}).front();
        auto made = figure("overdue", {"cases", "items"});
        made.base = cases.integer("base");
        made.not_recorded = cases.integer("without_date");
        made.rows.push_back(row("actions", {actions.integer("total"), actions.integer("items")}));
        for (auto const kind : {"reviews", "reassessments", "updates"}) {
            made.rows.push_back(row(kind, {cases.integer(kind), cases.integer(kind)}));
        }
        figures_.push_back(std::move(made));
    }

    void waiting() {
        auto const counts = all(sql::kReferralsWaiting, {today()}).front();
        auto made = figure("referrals_waiting", {"count"});
        made.base = counts.integer("total");
        made.not_recorded = counts.integer("without_date");
        made.rows.push_back(row("waiting", {counts.integer("total")}));
        made.rows.push_back(row("overdue", {counts.integer("overdue")}));
        for (auto& one : made.rows) one.opens = lists_referrals_;
        figures_.push_back(std::move(made));
    }

    std::int64_t between(HubSql const& statement, Days const& days, bool instants) {
        auto const from = instants ? to_text(start_of_london_day(days.from)) : to_text(days.from);
        auto const until =
            instants ? to_text(start_of_london_day(days.until)) : to_text(days.until);
        return all(statement, {from, until}).front().integer("total");
    }

    void by_month(std::string_view code, HubSql const& statement, bool of_referrals) {
        auto made = figure(code, {"count", "year_before"});
        for (auto const& month : last_months(work_.clock().today)) {
            auto const now = between(statement, month.days, of_referrals);
            auto const before = between(statement, month.year_before, of_referrals);
            made.base += now;
            made.rows.push_back({month.code,
                                 month.code,
                                 {now, before},
                                 of_referrals ? lists_referrals_ : lists_cases_});
        }
        figures_.push_back(std::move(made));
    }

    void outcomes() {
        std::map<std::string_view, std::map<std::string, std::int64_t, std::less<>>> changes;
        auto const days = last_year(work_.clock().today);
        std::int64_t base = 0;
        for (auto const& one : all(sql::kOutcomes, {to_text(days.from), to_text(days.until)})) {
            base += one.integer("total");
            for (auto const measure : kMeasures) {
                changes[measure][one.text(measure)] += one.integer("total");
            }
        }
        for (auto const measure : kMeasures) {
            auto made = figure("outcome_" + std::string{measure}, {"count"});
            made.base = base;
            for (auto const change : kChanges) {
                auto const total = changes[measure][std::string{change}];
                if (change.starts_with("not_recorded")) made.not_recorded += total;
                made.rows.push_back(row(change, {total}));
            }
            figures_.push_back(std::move(made));
        }
    }

    void closing_reasons() {
        auto const days = last_year(work_.clock().today);
        auto made = figure("closing_reasons", {"count"});
        for (auto const& one :
             all(sql::kClosingReasons, {to_text(days.from), to_text(days.until)})) {
            auto const total = one.integer("total");
            made.base += total;
            if (one.text("reason") == "not_recorded") made.not_recorded = total;
            made.rows.push_back(row(one.text("reason"), {total}));
        }
        figures_.push_back(std::move(made));
    }

    access::Work& work_;
    HubAsked const& asked_;
    bool lists_cases_, lists_referrals_;
    std::vector<Figure> figures_;
};

}  // namespace

Date year_earlier(Date day) {
    bool const is_leap_day = month_of(day) == 2 && day_of(day) == 29;
    return is_leap_day ? make_date(year_of(day) - 1, 3, 1) : add_months(day, -kMonths);
}

std::vector<Month> last_months(Date today) {
    std::vector<Month> months;
    auto const tomorrow = add_days(today, 1);
    for (int back = kMonths - 1; back >= 0; --back) {
        auto const from = add_months(first_of_month(today), -back);
        auto const until = back == 0 ? tomorrow : add_months(from, 1);
        months.push_back(
            {to_text(from).substr(0, 7), {from, until}, {year_earlier(from), year_earlier(until)}});
    }
    return months;
}

Days last_year(Date today) {
    return {add_months(first_of_month(today), 1 - kMonths), add_days(today, 1)};
}

Result<HubAsked> asked_of(access::Work& work, AreaId const& area, std::string const& programme) {
    if (!work.actor().may(Permission::SeeHubPicture)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    auto const found = access::area(work, area);
    if (!found) return access::not_found("no_such_area");
    return HubAsked{area, found->name, programme,
                    work.actor().may_in(Permission::SeeHubPicture, area)};
}

Result<HubPicture> hub_picture(access::Work& work, AreaId const& area,
                               std::string const& programme_code) {
    auto const asked = asked_of(work, area, programme_code);
    if (!asked) return asked.error();
    HubPicture picture{area, asked->area_name, work.clock().now, {}};
    picture.figures = Picture{work, *asked}.figures();
    work.note({"hub.picture", "area", area.value});
    return picture;
}

}  // namespace waymark::reporting
