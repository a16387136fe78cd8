// The committee report: for each programme, what was done and what came of it, by hub, beside the
// same period a year earlier.

#include "access/directory.h"
#include "hub_window.h"
#include "report_words.h"
#include "reporting/reporting.h"
#include "reporting_sql.h"
#include "tables.h"

#include <algorithm>
#include <set>

namespace waymark::reporting {

namespace {

constexpr int kMostYears = 5;

using Categories = std::vector<std::string>;

// What is known of one programme in one period.
struct Facts {
    HubCounts referrals, opened, open_at_end, reasons, actions, updates, reassessments, demand,
        goals;
    std::map<std::string_view, HubCounts> changes;      // by measure
    std::map<std::string, std::vector<int>> days_open;  // by hub
    std::map<std::string, HubCounts> demand_sums;       // by before_recorded ...
};
using FactsByProgramme = std::map<std::string, Facts>;

class Reader {
  public:
    Reader(access::Work& work, Days days) : work_(work), days_(days) {}

    FactsByProgramme read() {
        counts(sql::kReportReferrals, true, &Facts::referrals);
        counts(sql::kReportOpened, false, &Facts::opened);
        counts(sql::kReportActions, false, &Facts::actions);
        counts(sql::kReportUpdates, false, &Facts::updates);
        counts(sql::kReportReassessments, false, &Facts::reassessments);
        for (auto const& row : work_.tx().all(sql::kReportOpenAtEnd,
                                              {work_.actor().partnership, to_text(days_.until)})) {
            add(row, &Facts::open_at_end);
        }
        closed();
        changes();
        return std::move(facts_);
    }

  private:
    Facts& of(store::Row const& row) { return facts_[row.text("programme_code")]; }
    void add(store::Row const& row, HubCounts Facts::*counts) {
        (of(row).*counts).add(row.text("area_id"), row.text("category"), row.integer("total"));
    }

    void counts(store::Sql const& statement, bool instants, HubCounts Facts::*counts) {
        auto const from = instants ? to_text(start_of_london_day(days_.from)) : to_text(days_.from);
        auto const until =
            instants ? to_text(start_of_london_day(days_.until)) : to_text(days_.until);
        for (auto const& row :
             work_.tx().all(statement, {work_.actor().partnership, from, until})) {
            add(row, counts);
        }
    }

    void closed() {
        for (auto const& row : work_.tx().all(
                 sql::kReportClosed,
                 {work_.actor().partnership, to_text(days_.from), to_text(days_.until)})) {
            auto& facts = of(row);
            auto const hub = row.text("area_id");
            facts.reasons.add(hub, row.text("category"), 1);
            facts.days_open[hub].push_back(
                days_between(row.date("opened_on"), row.date("closed_on")));
            facts.goals.add(hub, row.text("goals"), 1);
            demand(facts, hub, row);
        }
    }

    static void demand(Facts& facts, std::string const& hub, store::Row const& row) {
        bool const known = !row.is_null("before_recorded") && !row.is_null("after_recorded");
        facts.demand.add(hub, known ? "counted" : "not_counted", 1);
        if (!known) return;
        for (auto const column :
             {"before_recorded", "after_recorded", "before_reported", "after_reported"}) {
            facts.demand_sums[column].add(hub, "sum", row.integer(column));
        }
    }

    void changes() {
        for (auto const& row : work_.tx().all(
                 sql::kReportOutcomes,
                 {work_.actor().partnership, to_text(days_.from), to_text(days_.until)})) {
            for (auto const measure : kMeasures) {
                auto change = row.text(measure);
                if (change.starts_with("not_recorded")) change = "not_recorded";
                of(row).changes[measure].add(row.text("area_id"), change, row.integer("total"));
            }
        }
    }

    access::Work& work_;
    Days days_;
    FactsByProgramme facts_;
};

// A programme's tables; every published set of counts made once for each period.
class SectionMaker {
  public:
    SectionMaker(std::vector<Hub> const& hubs, Facts const& now, Facts const& before)
        : hubs_(hubs),
          now_(now),
          before_(before),
          reasons_(reasons_that_occur()),
          closed_now_(closed(now)),
          closed_before_(closed(before)) {}

    std::vector<Table> tables() {
        parts("referrals", {"in_time", "late", "no_target", "not_decided"}, &Facts::referrals,
              {"no_target"});
        parts("opened", {"opened"}, &Facts::opened, {});
        closing_reasons("closing_reasons", closed_now_);
        closing_reasons("closing_reasons_before", closed_before_);
        parts("open_at_end", {"open_at_end"}, &Facts::open_at_end, {});
        days_open();
        parts("actions", {"in_time", "late", "ended_otherwise", "not_completed", "not_recorded"},
              &Facts::actions, {"not_recorded"});
        parts("updates", {"in_time", "late", "tried", "not_recorded"}, &Facts::updates,
              {"not_recorded"});
        parts("reassessments", {"in_time", "late", "not_done"}, &Facts::reassessments, {});
        for (std::size_t i = 0; i < kMeasures.size(); ++i) outcome(i);
        agreed_outcomes();
        demand();
        return std::move(tables_);
    }

  private:
    static Categories goals() {
        return {"all_met", "some_met", "none_met", "not_recorded", "none_agreed"};
    }
    static Categories changes() { return {"improved", "same", "worse", "not_recorded"}; }

    Categories reasons_that_occur() const {
        std::set<std::string> found;
        for (auto const* facts : {&now_, &before_}) {
            for (auto const& reason : facts->reasons.categories()) found.insert(reason);
        }
        found.insert("not_recorded");
        return {found.begin(), found.end()};
    }

    // Everything that adds up to the cases closed is hidden together: part 0 is the reasons, then
    // the measures, then whether demand is known, then the agreed outcomes.
    Published closed(Facts const& facts) const {
        std::vector<Part> all{{reasons_, facts.reasons}};
        for (auto const measure : kMeasures) {
            auto const found = facts.changes.find(measure);
            all.push_back({changes(), found == facts.changes.end() ? HubCounts{} : found->second});
        }
        all.push_back({{"counted", "not_counted"}, facts.demand});
        all.push_back({goals(), facts.goals});
        return Published{hubs_, std::move(all)};
    }
    std::size_t demand_part() const { return 1 + kMeasures.size(); }
    std::size_t goals_part() const { return demand_part() + 1; }

    static Table start(std::string_view code, std::string not_recorded, std::string base) {
        auto const words = table_words(code);
        return {.code = std::string{code},
                .title = std::string{words.title},
                .definition = std::string{words.definition},
                .base = std::string{words.base} + ": " + base,
                .not_recorded = std::move(not_recorded),
                .source = std::string{words.source},
                .columns = {},
                .rows = {}};
    }
    static std::string both(std::string const& now, std::string const& before) {
        return now + " (" + before + std::string{words::kYearBefore} + ")";
    }
    std::string name(std::size_t hub) const {
        return hub < hubs_.size() ? hubs_[hub].name : std::string{words::kAllHubs};
    }
    static void columns(Table& table, std::vector<std::string> const& codes) {
        table.columns.emplace_back(words::kHub);
        for (auto const& code : codes) {
            table.columns.push_back(label(code));
            table.columns.push_back(label(code) + std::string{words::kYearBefore});
        }
    }

    // A table of counts by hub that adds up across, with what was done in time as a percentage.
    void parts(std::string_view code, Categories const& categories, HubCounts Facts::*counts,
               Categories const& not_recorded) {
        Published const now{hubs_, {{categories, now_.*counts}}};
        Published const before{hubs_, {{categories, before_.*counts}}};
        auto const all = now.hubs();
        std::string missing{words::kNoneApplies};
        for (auto const& category : not_recorded) {
            missing =
                both(printed(now.count(0, all, category)), printed(before.count(0, all, category)));
        }
        auto table =
            start(code, missing, both(printed(now.total(all)), printed(before.total(all))));
        bool const has_parts = categories.size() > 1;
        auto shown = has_parts ? categories : Categories{};
        shown.emplace_back("total");
        if (has_parts) shown.emplace_back("percent_in_time");
        columns(table, shown);
        for (std::size_t hub = 0; hub <= all; ++hub) {
            std::vector<std::string> row{name(hub)};
            for (auto const* period : {&now, &before}) {
                std::size_t at = period == &now ? 1 : 2;
                auto const put = [&](std::string cell) {
                    row.resize(std::max(row.size(), at + 1));
                    row[at] = std::move(cell);
                    at += 2;
                };
                if (has_parts) {
                    for (auto const& one : categories) put(printed(period->count(0, hub, one)));
                }
                put(printed(period->total(hub)));
                if (has_parts) put(percent(period->count(0, hub, "in_time"), period->total(hub)));
            }
            table.rows.push_back(std::move(row));
        }
        tables_.push_back(std::move(table));
    }

    // Reasons down, hubs across: there are many reasons.
    void closing_reasons(std::string_view code, Published const& closed) {
        auto const all = closed.hubs();
        auto table =
            start(code, printed(closed.count(0, all, "not_recorded")), printed(closed.total(all)));
        table.columns.push_back(table.title);
        for (std::size_t hub = 0; hub <= all; ++hub) table.columns.push_back(name(hub));
        for (auto const& reason : reasons_) {
            std::vector<std::string> row{label(reason)};
            for (std::size_t hub = 0; hub <= all; ++hub) {
                row.push_back(printed(closed.count(0, hub, reason)));
            }
            table.rows.push_back(std::move(row));
        }
        std::vector<std::string> totals{label("total")};
        for (std::size_t hub = 0; hub <= all; ++hub) totals.push_back(printed(closed.total(hub)));
        table.rows.push_back(std::move(totals));
        tables_.push_back(std::move(table));
    }

    std::string closed_base() const {
        return both(printed(closed_now_.total(closed_now_.hubs())),
                    printed(closed_before_.total(closed_before_.hubs())));
    }

    std::string median(Published const& closed, Facts const& facts, std::size_t hub) const {
        if (closed.is_total_hidden(hub)) return "c";
        std::vector<int> days;
        for (auto const& [id, of_hub] : facts.days_open) {
            if (hub == hubs_.size() || id == hubs_[hub].id) {
                days.insert(days.end(), of_hub.begin(), of_hub.end());
            }
        }
        if (days.empty()) return std::string{words::kNoneApplies};
        std::sort(days.begin(), days.end());
        auto const middle = days.size() / 2;
        if (days.size() % 2 == 1) return std::to_string(days[middle]);
        auto const twice = days[middle - 1] + days[middle];
        return std::to_string(twice / 2) + (twice % 2 == 0 ? "" : ".5");
    }

    void days_open() {
        auto table = start("days_open", std::string{words::kNoneApplies}, closed_base());
        columns(table, {"median_days", "cases"});
        for (std::size_t hub = 0; hub <= hubs_.size(); ++hub) {
            table.rows.push_back(
                {name(hub), median(closed_now_, now_, hub), median(closed_before_, before_, hub),
                 printed(closed_now_.total(hub)), printed(closed_before_.total(hub))});
        }
        tables_.push_back(std::move(table));
    }

    static std::optional<std::int64_t> sum_of(Published const& closed, std::size_t part,
                                              std::size_t hub, Categories const& categories) {
        std::int64_t sum = 0;
        for (auto const& category : categories) {
            auto const count = closed.count(part, hub, category);
            if (!count) return std::nullopt;
            sum += *count;
        }
        return sum;
    }

    void outcome(std::size_t measure) {
        closed_by("outcome_" + std::string{kMeasures[measure]}, 1 + measure, changes(),
                  {"improved", "same", "worse"}, "percent_improved");
    }
    void agreed_outcomes() {
        closed_by("agreed_outcomes", goals_part(), goals(), {"all_met", "some_met", "none_met"},
                  "percent_all_met");
    }

    // The cases closed by categories, the first of them as a percentage of those recorded.
    void closed_by(std::string_view code, std::size_t part, Categories const& categories,
                   Categories const& recorded, std::string const& percentage) {
        auto const all = hubs_.size();
        auto table = start(code,
                           both(printed(closed_now_.count(part, all, "not_recorded")),
                                printed(closed_before_.count(part, all, "not_recorded"))),
                           closed_base());
        auto shown = categories;
        shown.emplace_back("total");
        shown.push_back(percentage);
        columns(table, shown);
        for (std::size_t hub = 0; hub <= all; ++hub) {
            std::vector<std::string> row{name(hub)};
            for (auto const& category : categories) {
                row.push_back(printed(closed_now_.count(part, hub, category)));
                row.push_back(printed(closed_before_.count(part, hub, category)));
            }
            for (auto const* closed : {&closed_now_, &closed_before_}) {
                row.push_back(printed(closed->total(hub)));
            }
            for (auto const* closed : {&closed_now_, &closed_before_}) {
                row.push_back(percent(closed->count(part, hub, categories.front()),
                                      sum_of(*closed, part, hub, recorded)));
            }
            table.rows.push_back(std::move(row));
        }
        tables_.push_back(std::move(table));
    }

    // A hub's incidents are not shown where its number of cases is not.
    Published demand_sum(Published const& closed, Facts const& facts,
                         std::string const& which) const {
        std::vector<bool> forced;
        for (std::size_t hub = 0; hub <= hubs_.size(); ++hub) {
            forced.push_back(!closed.count(demand_part(), hub, "counted"));
        }
        auto const found = facts.demand_sums.find(which);
        return Published{
            hubs_,
            {{{"sum"}, found == facts.demand_sums.end() ? HubCounts{} : found->second}},
            forced};
    }

    void demand() {
        auto const all = hubs_.size();
        auto table = start("demand",
                           both(printed(closed_now_.count(demand_part(), all, "not_counted")),
                                printed(closed_before_.count(demand_part(), all, "not_counted"))),
                           closed_base());
        Categories const sums = {"before_recorded", "after_recorded", "before_reported",
                                 "after_reported"};
        auto shown = sums;
        shown.insert(shown.begin(), {"counted", "not_counted"});
        columns(table, shown);
        for (std::size_t hub = 0; hub <= all; ++hub) {
            table.rows.push_back({name(hub)});
            for (auto const category : {"counted", "not_counted"}) {
                for (auto const* closed : {&closed_now_, &closed_before_}) {
                    table.rows.back().push_back(
                        printed(closed->count(demand_part(), hub, category)));
                }
            }
        }
        for (auto const& which : sums) {
            auto const now = demand_sum(closed_now_, now_, which);
            auto const before = demand_sum(closed_before_, before_, which);
            for (std::size_t hub = 0; hub <= all; ++hub) {
                table.rows[hub].push_back(printed(now.total(hub)));
                table.rows[hub].push_back(printed(before.total(hub)));
            }
        }
        tables_.push_back(std::move(table));
    }

    std::vector<Hub> const& hubs_;
    Facts const& now_;
    Facts const& before_;
    Categories reasons_;
    Published closed_now_, closed_before_;
    std::vector<Table> tables_;
};

std::optional<Error> refusal_of(access::Work const& work, Date from, Date to) {
    if (!work.actor().may(access::Permission::SeeReports)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    std::vector<FieldError> mistakes;
    if (to < from) mistakes.push_back({"to", "before_from"});
    if (to > work.clock().today) mistakes.push_back({"to", "in_the_future"});
    if (to > add_months(from, kMostYears * kMonths)) mistakes.push_back({"to", "too_long"});
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return std::nullopt;
}

// Hubs by name, former ones too, and last what no hub is recorded for when there is any.
std::vector<Hub> hubs_of(access::Work& work, FactsByProgramme const& now,
                         FactsByProgramme const& before) {
    std::vector<Hub> hubs;
    for (auto const& area : access::areas(work, access::Include::Former)) {
        hubs.push_back({area.id.value, area.name});
    }
    std::sort(hubs.begin(), hubs.end(), [](Hub const& a, Hub const& b) { return a.name < b.name; });
    for (auto const* period : {&now, &before}) {
        for (auto const& [programme, facts] : *period) {
            if (facts.referrals.total_of("") == 0) continue;
            hubs.push_back({"", label("not_recorded")});
            return hubs;
        }
    }
    return hubs;
}

}  // namespace

Table const* CommitteeReport::table(std::string_view code) const {
    for (auto const& section : sections) {
        for (auto const& table : section.tables) {
            if (section.code + "." + table.code == code) return &table;
        }
    }
    return nullptr;
}

Result<CommitteeReport> committee_report(access::Work& work, Date from, Date to) {
    if (auto refused = refusal_of(work, from, to)) return *refused;
    Days const days{from, add_days(to, 1)};
    Days const earlier{year_earlier(days.from), year_earlier(days.until)};
    auto now = Reader{work, days}.read();
    auto before = Reader{work, earlier}.read();
    auto const hubs = hubs_of(work, now, before);
    auto const partnership = access::partnership(work);

    CommitteeReport report{.partnership_name = partnership.name,
                           .is_demo = partnership.is_demo,
                           .from = from,
                           .to = to,
                           .previous_from = earlier.from,
                           .previous_to = add_days(earlier.until, -1),
                           .made_at = work.clock().now,
                           .suppression = std::string{words::kSuppression},
                           .sections = {}};
    for (auto const& [programme, facts] : before) now.try_emplace(programme);
    for (auto const& [programme, facts] : now) {
        if (programme.empty()) continue;
        report.sections.push_back({programme, label(programme), std::string{words::kSectionText},
                                   SectionMaker{hubs, facts, before[programme]}.tables()});
    }
    work.note({"report.committee", "report", ""});
    return report;
}

}  // namespace waymark::reporting
