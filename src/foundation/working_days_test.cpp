// The calendar that clocks of law and guidance run by.

#include "working_days.h"

#include "foundation/text.h"
#include "test_world.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

namespace waymark {

namespace {

struct Scenario {
    Date from;
    int working_days;
    Date expect;
    std::string because;
};

std::vector<Scenario> scenarios() {
    std::ifstream in(source_path("tests/scenarios/foundation_working_days.tsv"));
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

Date first_monday_from(Date day) {
    while (std::chrono::weekday{day.days} != std::chrono::Monday) day = add_days(day, 1);
    return day;
}

// The day, or the first weekday after it that is not one of those already.
void add_or_substitute(std::set<std::string>& days, Date day) {
    while (true) {
        std::chrono::weekday const weekday{day.days};
        bool const is_weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
        if (!is_weekend && days.insert(to_text(day)).second) return;
        day = add_days(day, 1);
    }
}

// Of a year like any other: Easter Monday, the last Mondays of May and August, Christmas and Boxing
// Day (the Act), Good Friday (common law), New Year and the first Monday of May (by proclamation
// each year), and a weekday for each of them that falls on a weekend.
std::set<std::string> usual_holidays(int year) {
    std::set<std::string> days = {to_text(add_days(easter(year), -2)),
                                  to_text(add_days(easter(year), 1)),
                                  to_text(first_monday_from(make_date(year, 5, 1))),
                                  to_text(first_monday_from(make_date(year, 5, 25))),
                                  to_text(first_monday_from(make_date(year, 8, 25)))};
    add_or_substitute(days, make_date(year, 1, 1));
    add_or_substitute(days, make_date(year, 12, 25));
    add_or_substitute(days, make_date(year, 12, 26));
    return days;
}

TEST(BankHolidays, AreThoseOfTheActButForWhatWasProclaimed) {
    std::map<int, std::set<std::string>> expected;
    for (int year = kFirstListedYear; year <= kLastListedYear; ++year) {
        expected[year] = usual_holidays(year);
    }
    expected[2020].erase("2020-05-04");  // moved to the 75th anniversary of VE Day
    expected[2020].insert("2020-05-08");
    expected[2022].erase("2022-05-30");  // moved, with a day more for the Platinum Jubilee
    expected[2022].insert({"2022-06-02", "2022-06-03"});
    expected[2022].insert("2022-09-19");  // the state funeral of Queen Elizabeth II
    expected[2023].insert("2023-05-08");  // the coronation of King Charles III
    std::map<int, std::set<std::string>> listed;
    for (auto const day : bank_holidays()) listed[year_of(day)].insert(to_text(day));
    EXPECT_EQ(listed, expected);
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

}  // namespace waymark
