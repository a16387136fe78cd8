// The report over a made-up partnership: what it prints adds up, and what it prints is what the
// records say.

#include "report_world_test.h"

namespace waymark::reporting {

namespace {

// Whether a cell is a count that is shown.
std::optional<std::int64_t> shown(std::string const& cell) {
    if (cell.empty() || cell.find_first_not_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    return std::stoll(cell);
}

TEST(CommitteeReport, ShowsNoSmallCountAndAddsUpOverHubs) {
    ReportWorld world;
    world.populate(160);
    auto const report = *world.as("helen", [&](access::Work& work) {
        return committee_report(work, make_date(2025, 2, 1), make_date(2026, 1, 31));
    });
    ASSERT_EQ(report.sections.size(), 2U);
    for (auto const& section : report.sections) {
        for (auto const& table : section.tables) {
            if (table.code == "days_open" || table.code.starts_with("closing")) continue;
            for (std::size_t j = 1; j < table.columns.size(); ++j) {
                std::int64_t sum = 0;
                bool all_shown = true;
                for (auto const& row : table.rows) {
                    auto const count = shown(row[j]);
                    EXPECT_FALSE(count && *count > 0 && *count < 5) << table.code;
                    if (!count) all_shown = false;
                    if (count && &row != &table.rows.back()) sum += *count;
                }
                if (all_shown) {
                    EXPECT_EQ(sum, *shown(table.rows.back()[j])) << table.code;
                }
            }
        }
    }
}

}  // namespace

}  // namespace waymark::reporting
