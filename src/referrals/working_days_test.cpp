// The calendar that the triage clock runs by.

#include "working_days.h"

#include "foundation/text.h"
#include "test_world.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

namespace waymark::referrals {

namespace {

struct Scenario {
    Date from;
    int working_days;
    Date expect;
    std::string because;
};

std::vector<Scenario> scenarios() {
    std::ifstream in(source_path("tests/scenarios/referrals_working_days.tsv"));
    std::vector<Scenario> list;
    bool is_heading = true;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with("#")) continue;
        auto const cells = split(line, '\t');
        if (!is_heading) {
            list.push_back({*parse_date(cells.at(0)), static_cast<int>(*parse_integer(cells.at(1))),
                            *parse_date(cells.at(2)), cells.at(3)});
        }
        is_heading = false;
    }
    return list;
}

TEST(WorkingDays, AreCountedAsThePractitionersTableSays) {
    auto const all = scenarios();
    ASSERT_GE(all.size(), 20u);
    for (auto const& one : all) {
        EXPECT_EQ(to_text(add_working_days(one.from, one.working_days)), to_text(one.expect))
            << to_text(one.from) << " + " << one.working_days << ": " << one.because;
    }
}

// Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876).
Date easter(int year) {
    int const a = year % 19, b = year / 100, c = year % 100;
    int const h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int const l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int const m = (a + 11 * h + 22 * l) / 451;
    int const day = h + l - 7 * m + 114;
    return make_date(year, static_cast<unsigned>(day / 31), static_cast<unsigned>(day % 31 + 1));
}

TEST(BankHolidays, AreEightAYearWithEasterAndTheGreatOccasions) {
    std::map<int, int> count;
    std::optional<Date> before;
    for (auto const day : bank_holidays()) {
        if (before) {
            EXPECT_LT(*before, day);
        }
        before = day;
        ++count[year_of(day)];
        std::chrono::weekday const weekday{day.days};
        EXPECT_NE(weekday, std::chrono::Saturday) << to_text(day);
        EXPECT_NE(weekday, std::chrono::Sunday) << to_text(day);
    }
    for (int year = kFirstListedYear; year <= kLastListedYear; ++year) {
        EXPECT_EQ(count[year], year == 2022 ? 10 : year == 2023 ? 9 : 8) << year;
        EXPECT_FALSE(is_working_day(add_days(easter(year), -2))) << year;
        EXPECT_FALSE(is_working_day(add_days(easter(year), 1))) << year;
        EXPECT_TRUE(is_working_day(add_days(easter(year), 2))) << year;
    }
    EXPECT_EQ(count.size(), static_cast<std::size_t>(kLastListedYear - kFirstListedYear + 1));
}

}  // namespace

}  // namespace waymark::referrals
