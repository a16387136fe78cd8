#pragma once

// The working days of England and Wales: weekdays that are not bank holidays. Clocks of law and
// guidance run by them.
//
// Bank holidays follow from the Banking and Financial Dealings Act 1971, schedule 1, and from
// proclamations, which can move one or add one. So they are a table, of 2019 to 2028; its test
// holds it to what the Act and the yearly proclamations give, and names each year that was
// otherwise. Of any other year only the weekends are skipped, so a day may fall due on a holiday
// there and never later than it should.

#include "foundation/dates.h"

#include <span>

namespace waymark {

inline constexpr int kFirstListedYear = 2019;
inline constexpr int kLastListedYear = 2028;

// Every listed bank holiday, in order.
std::span<Date const> bank_holidays();

bool is_working_day(Date day);

// The day that many working days after `from`, which itself does not count; `from` when 0 or fewer.
Date add_working_days(Date from, int working_days);

}  // namespace waymark
