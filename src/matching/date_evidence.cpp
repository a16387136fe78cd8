// How two dates of birth agree, and the slips that are made with them.

#include "evidence.h"
#include "similarity.h"

#include <algorithm>
#include <cstdlib>

namespace waymark::matching {

namespace {

constexpr Evidence kExact{135, Agreement::Same, "exact"};
constexpr Evidence kDayMonthSwapped{95, Agreement::Close, "day_month_swapped"};
constexpr Evidence kTransposedDigits{80, Agreement::Close, "transposed_digits"};
constexpr Evidence kYearOffByOne{75, Agreement::Close, "year_off_by_one"};
constexpr Evidence kOneDigit{70, Agreement::Close, "one_digit"};
constexpr Evidence kDayOffByOne{60, Agreement::Close, "day_off_by_one"};
constexpr Evidence kEmptyDate{0, Agreement::Missing, "default_date"};
constexpr Evidence kSameDefaultDate{60, Agreement::Close, "default_date"};
constexpr Evidence kDefaultInSameYear{30, Agreement::Close, "default_date"};
constexpr Evidence kDefaultInOtherYear{-30, Agreement::Close, "default_date"};
constexpr Evidence kSameDayAndMonth{-10, Agreement::Different, "different_year"};
constexpr Evidence kSameYear{-30, Agreement::Different, "different_day"};
constexpr Evidence kDifferent{-95, Agreement::Different, "different"};
// A father and son, or a mother and daughter, of one name.
constexpr Evidence kGeneration{-95, Agreement::Different, "different_generation"};

constexpr int kGenerationYears = 15;

Evidence compare_default(Date a, Date b) {
    if (is_empty_date(a) || is_empty_date(b)) return kEmptyDate;
    if (a == b) return kSameDefaultDate;
    return year_of(a) == year_of(b) ? kDefaultInSameYear : kDefaultInOtherYear;
}

bool is_swapped(Date a, Date b) {
    return year_of(a) == year_of(b) && month_of(a) == day_of(b) && day_of(a) == month_of(b);
}

Evidence compare_differing(Date a, Date b) {
    int const years = std::abs(year_of(a) - year_of(b));
    bool const same_day_and_month = month_of(a) == month_of(b) && day_of(a) == day_of(b);
    if (is_swapped(a, b)) return kDayMonthSwapped;
    if (years == 1 && same_day_and_month) return kYearOffByOne;
    auto const text_a = to_text(a);
    auto const text_b = to_text(b);
    if (is_transposition(text_a, text_b)) return kTransposedDigits;
    // A slip in the century or in the decade makes a father of a son, so only smaller ones count.
    auto const [in_a, in_b] = std::mismatch(text_a.begin(), text_a.end(), text_b.begin());
    bool const one_digit = std::equal(in_a + 1, text_a.end(), in_b + 1);
    if (one_digit && years < kGenerationYears) return kOneDigit;
    if (std::abs(days_between(a, b)) == 1) return kDayOffByOne;
    if (years >= kGenerationYears) return kGeneration;
    if (same_day_and_month) return kSameDayAndMonth;
    return years == 0 ? kSameYear : kDifferent;
}

}  // namespace

Evidence compare_dates_of_birth(Date a, Date b) {
    if (is_default_date(a) || is_default_date(b)) return compare_default(a, b);
    return a == b ? kExact : compare_differing(a, b);
}

}  // namespace waymark::matching
