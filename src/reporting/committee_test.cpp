// The committee report: true to the records, a year beside it, and nobody to be found in it.

#include "report_world_test.h"

#include <cstdlib>
#include <fstream>

namespace waymark::reporting {

namespace {

CommitteeReport report_as(ReportWorld& world, std::string const& who, Date from, Date to) {
    return *world.as(who, [&](access::Work& work) { return committee_report(work, from, to); });
}

Date const kFrom = make_date(2025, 10, 1);
Date const kTo = make_date(2026, 1, 31);

std::string cell(CommitteeReport const& report, std::string const& code, std::string const& row,
                 std::string const& column) {
    auto const* table = report.table(code);
    if (table == nullptr) return "no such table";
    for (std::size_t j = 0; j < table->columns.size(); ++j) {
        if (table->columns[j] != column) continue;
        for (auto const& one : table->rows) {
            if (one[0] == row) return one[j];
        }
    }
    return "no such cell";
}

TEST(CommitteeReport, CountsWhatIsOnRecord) {
    ReportWorld world;
    for (int i = 0; i < 7; ++i) world.add_case({.opened = make_date(2025, 10, 1 + i % 3)});
    for (int i = 0; i < 6; ++i) world.add_case({.hub = "HAR", .opened = kTo});
    for (int i = 0; i < 5; ++i) world.add_case({.opened = make_date(2024, 10, 1)});
    for (int i = 0; i < 9; ++i) world.add_case({.opened = make_date(2026, 2, 1)});
    auto const report = report_as(world, "helen", kFrom, kTo);
    auto const table = std::string{"antisocial_behaviour.opened"};
    EXPECT_EQ(cell(report, table, "Scarborough", "Total"), "7");
    EXPECT_EQ(cell(report, table, "Harrogate", "Total"), "6");
    EXPECT_EQ(cell(report, table, "All hubs", "Total"), "13");
    EXPECT_EQ(cell(report, table, "Scarborough", "Total, a year earlier"), "5");
    EXPECT_EQ(cell(report, table, "Harrogate", "Total, a year earlier"), "0");
    EXPECT_EQ(cell(report, "antisocial_behaviour.open_at_end", "All hubs", "Total"), "18");
    EXPECT_EQ(report.table(table)->base, "Cases opened in the period: 13 (5, a year earlier)");
}

TEST(CommitteeReport, HidesSmallCountsAndTheNextSmallest) {
    ReportWorld world;
    for (int i = 0; i < 3; ++i) world.add_case({.hub = "HAR"});
    for (int i = 0; i < 8; ++i) world.add_case({});
    auto const report = report_as(world, "helen", kFrom, kTo);
    auto const table = std::string{"antisocial_behaviour.opened"};
    EXPECT_EQ(cell(report, table, "Harrogate", "Total"), "c");
    EXPECT_EQ(cell(report, table, "Scarborough", "Total"), "c");
    EXPECT_EQ(cell(report, table, "All hubs", "Total"), "11");
    EXPECT_EQ(cell(report, table, "All hubs", "Total, a year earlier"), "0");
}

TEST(CommitteeReport, PrintsPercentagesFromCountsAndWhatIsNotRecorded) {
    ReportWorld world;
    for (int i = 0; i < 30; ++i) {
        auto const id = world.add_case({.closed = make_date(2025, 12, 1)});
        if (i >= 24) continue;  // six without any outcome
        // 8 improved, 9 the same, 7 worse
        int const end = i < 8 ? 4 : i < 17 ? 3 : 2;
        world.run(
            "INSERT INTO outcome_core (case_id, opening_feels_safe, closing_feels_safe) "
            "VALUES ('" +
            id + "', 3, " + std::to_string(end) + ")");
    }
    auto const report = report_as(world, "helen", kFrom, kTo);
    auto const table = std::string{"antisocial_behaviour.outcome_feels_safe"};
    EXPECT_EQ(cell(report, table, "Scarborough", "Improved"), "8");
    EXPECT_EQ(cell(report, table, "Scarborough", "Not recorded"), "6");
    EXPECT_EQ(cell(report, table, "Scarborough", "Improved, % of those recorded"), "33.3%");
    EXPECT_EQ(report.table(table)->not_recorded, "6 (0, a year earlier)");
    EXPECT_EQ(cell(report, "antisocial_behaviour.days_open", "Scarborough", "Median days open"),
              "30");
    EXPECT_EQ(cell(report, "antisocial_behaviour.closing_reasons", "Total", "All hubs"), "30");
    EXPECT_EQ(cell(report, "antisocial_behaviour.demand", "Scarborough", "Not known"), "30");
}

TEST(CommitteeReport, AddsUpDemandWhereBothSidesAreKnown) {
    ReportWorld world;
    for (int i = 0; i < 12; ++i) {
        auto const id = world.add_case({.closed = make_date(2025, 12, 1)});
        for (auto const* span : {"before", "after"}) {
            if (i >= 6 && std::string{span} == "after") continue;
            world.run(
                "INSERT INTO outcome_demand (case_id, span, partnership_id, days, from_on, "
                "to_on, due_on, is_known, reported, recorded) VALUES ('" +
                id + "', '" + span + "', 'p', 92, '2025', '2025', '2025', 1, 1, " +
                (std::string{span} == "before" ? "10" : "4") + ")");
        }
    }
    auto const report = report_as(world, "helen", kFrom, kTo);
    auto const table = std::string{"antisocial_behaviour.demand"};
    EXPECT_EQ(cell(report, table, "Scarborough", "Known before and after"), "6");
    EXPECT_EQ(cell(report, table, "Scarborough", "Not known"), "6");
    EXPECT_EQ(cell(report, table, "Scarborough", "Recorded incidents before"), "60");
    EXPECT_EQ(cell(report, table, "Scarborough", "Recorded incidents after"), "24");
    EXPECT_EQ(cell(report, table, "All hubs", "Reported to the hub after"), "6");
}

TEST(CommitteeReport, CountsCasesByTheirAgreedOutcomes) {
    struct Goals {
        int agreed, met, not_known, cases;
    };
    ReportWorld world;
    for (auto const& [agreed, met, not_known, cases] :
         {Goals{2, 2, 0, 9}, Goals{2, 1, 0, 5}, Goals{3, 1, 2, 1}, Goals{2, 0, 0, 6},
          Goals{2, 0, 1, 7}, Goals{0, 0, 0, 8}}) {
        for (int i = 0; i < cases; ++i) {
            auto const id = world.add_case({.closed = make_date(2025, 12, 1)});
            world.run(
                "INSERT INTO outcome_core (case_id, goals_agreed, goals_met, "
                "goals_not_known) VALUES ('" +
                id + "', " + std::to_string(agreed) + ", " + std::to_string(met) + ", " +
                std::to_string(not_known) + ")");
        }
    }
    for (int i = 0; i < 5; ++i) world.add_case({.closed = make_date(2025, 12, 1)});
    auto const report = report_as(world, "helen", kFrom, kTo);
    auto const shown = [&](std::string const& column) {
        return cell(report, "antisocial_behaviour.agreed_outcomes", "Scarborough", column);
    };
    EXPECT_EQ(shown("All met"), "9");
    EXPECT_EQ(shown("Some met in full"), "6");
    EXPECT_EQ(shown("None met in full"), "6");
    EXPECT_EQ(shown("Not recorded"), "7");
    EXPECT_EQ(shown("None agreed"), "13");
    EXPECT_EQ(shown("Total"), "41");
    EXPECT_EQ(shown("All met, % of those recorded"), "42.9%");
}

struct Periods {
    Date from, to, previous_from, previous_to;
};

// Periods that meet also meet a year earlier, across a leap day.
TEST(CommitteeReport, ComparesWithTheSamePeriodAYearEarlier) {
    ReportWorld world;
    world.clock = clock_at(start_of_london_day(make_date(2026, 6, 1)));
    Periods const all[] = {
        {make_date(2025, 1, 1), make_date(2025, 3, 31), make_date(2024, 1, 1),
         make_date(2024, 3, 31)},
        {make_date(2025, 1, 1), make_date(2025, 2, 28), make_date(2024, 1, 1),
         make_date(2024, 2, 29)},
        {make_date(2024, 1, 1), make_date(2024, 2, 29), make_date(2023, 1, 1),
         make_date(2023, 2, 28)},
        {make_date(2024, 1, 1), make_date(2024, 2, 28), make_date(2023, 1, 1),
         make_date(2023, 2, 28)},
        {make_date(2024, 2, 29), make_date(2024, 3, 31), make_date(2023, 3, 1),
         make_date(2023, 3, 31)},
    };
    for (auto const& one : all) {
        auto const report = report_as(world, "helen", one.from, one.to);
        EXPECT_EQ(report.previous_from, one.previous_from) << to_text(one.from);
        EXPECT_EQ(report.previous_to, one.previous_to) << to_text(one.to);
    }
}

TEST(CommitteeReport, IsRefused) {
    ReportWorld world;
    auto const ask = [&](std::string const& who, Date from, Date to) {
        return world.as(who, [&](access::Work& work) { return committee_report(work, from, to); });
    };
    EXPECT_EQ(ask("amal", kFrom, kTo).error().code, "not_allowed");
    EXPECT_EQ(ask("helen", kTo, kFrom).error().fields,
              (std::vector<FieldError>{{"to", "before_from"}}));
    EXPECT_EQ(ask("helen", kFrom, make_date(2027, 1, 1)).error().fields,
              (std::vector<FieldError>{{"to", "in_the_future"}}));
    EXPECT_EQ(ask("helen", make_date(2015, 1, 1), kTo).error().fields,
              (std::vector<FieldError>{{"to", "too_long"}}));
}

// The report of one small partnership as it is printed. To accept a change that was meant, run once
// with WAYMARK_UPDATE_GOLDEN=1 and read the difference.
void expect_golden(std::string const& name, std::string const& text) {
    auto const path = source_path("tests/golden/" + name);
    if (std::getenv("WAYMARK_UPDATE_GOLDEN") != nullptr) {
        std::ofstream{path, std::ios::binary} << text;
    }
    std::ifstream file{path, std::ios::binary};
    std::ostringstream kept;
    kept << file.rdbuf();
    EXPECT_EQ(kept.str(), text) << name;
}

TEST(CommitteeReport, IsPrintedAsItWas) {
    ReportWorld world;
    world.populate(150);
    auto report = report_as(world, "helen", kFrom, kTo);
    report.is_demo = false;
    expect_golden("committee_report.html", to_html(report));
    expect_golden("committee_referrals.csv",
                  to_csv(report, *report.table("antisocial_behaviour.referrals")));
    EXPECT_EQ(to_html(report).find("Demonstration data"), std::string::npos);
    report.is_demo = true;
    EXPECT_NE(to_html(report).find("Demonstration data"), std::string::npos);
    EXPECT_NE(to_csv(report, report.sections[0].tables[0]).find("Demonstration data"),
              std::string::npos);
}

TEST(CommitteeReport, OfAPartnershipWithoutWorkSaysSo) {
    ReportWorld world;
    auto const page = to_html(report_as(world, "helen", kFrom, kTo));
    EXPECT_NE(page.find("Nothing was recorded"), std::string::npos);
    EXPECT_EQ(style_hash().substr(0, 7), "sha256-");
    EXPECT_EQ(style_hash().size(), 7U + 44U);
}

}  // namespace

}  // namespace waymark::reporting
