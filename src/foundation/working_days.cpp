#include "working_days.h"

#include <algorithm>
#include <vector>

namespace waymark {

namespace {

struct Day {
    unsigned month, day;
};
struct Year {
    int year;
    std::vector<Day> days;
};

// clang-format off
// New Year, Good Friday, Easter Monday, early May, spring, (others,) summer, Christmas, Boxing Day,
// or the weekday that stands in for one that falls on a weekend.
Year const kYears[] = {
    {2019, {{1, 1}, {4, 19}, {4, 22}, {5, 6}, {5, 27}, {8, 26}, {12, 25}, {12, 26}}},
    // The early May holiday moved to the 75th anniversary of VE Day.
    {2020, {{1, 1}, {4, 10}, {4, 13}, {5, 8}, {5, 25}, {8, 31}, {12, 25}, {12, 28}}},
    {2021, {{1, 1}, {4, 2}, {4, 5}, {5, 3}, {5, 31}, {8, 30}, {12, 27}, {12, 28}}},
    // Platinum Jubilee (spring moved to 2 June, with 3 June); state funeral of Queen Elizabeth II.
    {2022, {{1, 3}, {4, 15}, {4, 18}, {5, 2}, {6, 2}, {6, 3}, {8, 29}, {9, 19}, {12, 26}, {12, 27}}},
    // Coronation of King Charles III on 8 May.
    {2023, {{1, 2}, {4, 7}, {4, 10}, {5, 1}, {5, 8}, {5, 29}, {8, 28}, {12, 25}, {12, 26}}},
    {2024, {{1, 1}, {3, 29}, {4, 1}, {5, 6}, {5, 27}, {8, 26}, {12, 25}, {12, 26}}},
    {2025, {{1, 1}, {4, 18}, {4, 21}, {5, 5}, {5, 26}, {8, 25}, {12, 25}, {12, 26}}},
    {2026, {{1, 1}, {4, 3}, {4, 6}, {5, 4}, {5, 25}, {8, 31}, {12, 25}, {12, 28}}},
    {2027, {{1, 1}, {3, 26}, {3, 29}, {5, 3}, {5, 31}, {8, 30}, {12, 27}, {12, 28}}},
    {2028, {{1, 3}, {4, 14}, {4, 17}, {5, 1}, {5, 29}, {8, 28}, {12, 25}, {12, 26}}},
};
// clang-format on

std::vector<Date> all_days() {
    std::vector<Date> days;
    for (auto const& year : kYears) {
        for (auto const& day : year.days) days.push_back(make_date(year.year, day.month, day.day));
    }
    return days;
}

}  // namespace

std::span<Date const> bank_holidays() {
    static std::vector<Date> const days = all_days();
    return days;
}

bool is_working_day(Date day) {
    std::chrono::weekday const weekday{day.days};
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
    auto const holidays = bank_holidays();
    return !std::binary_search(holidays.begin(), holidays.end(), day);
}

Date add_working_days(Date from, int working_days) {
    auto day = from;
    for (int left = working_days; left > 0;) {
        day = add_days(day, 1);
        if (is_working_day(day)) --left;
    }
    return day;
}

}  // namespace waymark
