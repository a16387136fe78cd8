#pragma once

// Dates, instants and the clock.
//
// Instants are kept in UTC to the millisecond and written as ISO 8601 with a Z; dates are calendar
// dates in Europe/London, written YYYY-MM-DD. Both forms sort as text, which the queries rely on.

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace waymark {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

struct Date {
    std::chrono::sys_days days;

    auto operator<=>(Date const&) const = default;
};

Date make_date(int year, unsigned month, unsigned day);
int year_of(Date date);
unsigned month_of(Date date);  // 1 to 12
unsigned day_of(Date date);    // 1 to 31

Date add_days(Date date, int days);
// The same day `months` later or earlier; the last day of the month where there is no such day.
Date add_months(Date date, int months);
int days_between(Date from, Date to);  // negative when `to` is earlier
Date first_of_month(Date date);

std::string to_text(Date date);        // 2026-03-31
std::string to_text(Instant instant);  // 2026-03-31T09:30:00.000Z

// Nothing unless the text is a real calendar date in the form YYYY-MM-DD.
std::optional<Date> parse_date(std::string_view text);
// Accepts YYYY-MM-DDTHH:MM with optional seconds, milliseconds and Z; always read as UTC.
std::optional<Instant> parse_instant(std::string_view text);

// For text that this program wrote itself, as read back from the database.
Date date_from_text(std::string_view text);
Instant instant_from_text(std::string_view text);

// The calendar date in Europe/London at this instant, and the instant at which a London date
// begins.
Date london_date(Instant instant);
Instant start_of_london_day(Date date);

// The time as a use case sees it. A value, so that tests and the demonstration choose their own.
struct Clock {
    Instant now;
    Date today;  // in Europe/London
};

Clock clock_at(Instant now);
Clock system_clock();

}  // namespace waymark
