#include "foundation/dates.h"

#include <date/tz.h>

#include <charconv>
#include <stdexcept>

namespace waymark {

namespace {

using std::chrono::year_month_day;

year_month_day calendar(Date date) {
    return year_month_day{date.days};
}

// The digits of text[from, from+count) as a number; nothing when any is not a digit.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    if (text.size() < from + count) return std::nullopt;
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

// Overwrites text[from, from+count) with the number, zeroes before it. Years have four digits.
void write_digits(std::string& text, std::size_t from, std::size_t count, int number) {
    for (auto at = from + count; at > from; --at, number /= 10) {
        text[at - 1] = static_cast<char>('0' + number % 10);
    }
}

date::time_zone const* london() {
    static date::time_zone const* const zone = date::locate_zone("Europe/London");
    return zone;
}

}  // namespace

Date make_date(int year, unsigned month, unsigned day) {
    return {std::chrono::sys_days{
        year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}}};
}

int year_of(Date date) {
    return static_cast<int>(calendar(date).year());
}
unsigned month_of(Date date) {
    return static_cast<unsigned>(calendar(date).month());
}
unsigned day_of(Date date) {
    return static_cast<unsigned>(calendar(date).day());
}

Date add_days(Date date, int days) {
    return {date.days + std::chrono::days{days}};
}

Date add_months(Date date, int months) {
    auto moved = calendar(date) + std::chrono::months{months};
    if (!moved.ok()) {
        return {std::chrono::sys_days{moved.year() / moved.month() / std::chrono::last}};
    }
    return {std::chrono::sys_days{moved}};
}

int days_between(Date from, Date to) {
    return static_cast<int>((to.days - from.days).count());
}

Date first_of_month(Date date) {
    auto const ymd = calendar(date);
    return {std::chrono::sys_days{ymd.year() / ymd.month() / 1}};
}

// By hand, because every row that is read or written has several.
std::string to_text(Date date) {
    auto const ymd = calendar(date);
    std::string text = "0000-00-00";
    write_digits(text, 0, 4, static_cast<int>(ymd.year()));
    write_digits(text, 5, 2, static_cast<int>(static_cast<unsigned>(ymd.month())));
    write_digits(text, 8, 2, static_cast<int>(static_cast<unsigned>(ymd.day())));
    return text;
}

std::string to_text(Instant instant) {
    auto const day = std::chrono::floor<std::chrono::days>(instant);
    auto const ms = static_cast<int>((instant - day).count());
    auto text = to_text(Date{day});
    text += "T00:00:00.000Z";
    write_digits(text, 11, 2, ms / 3'600'000);
    write_digits(text, 14, 2, ms / 60'000 % 60);
    write_digits(text, 17, 2, ms / 1000 % 60);
    write_digits(text, 20, 3, ms % 1000);
    return text;
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const year = digits(text, 0, 4);
    auto const month = digits(text, 5, 2);
    auto const day = digits(text, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    year_month_day const ymd{std::chrono::year{*year},
                             std::chrono::month{static_cast<unsigned>(*month)},
                             std::chrono::day{static_cast<unsigned>(*day)}};
    if (!ymd.ok()) return std::nullopt;
    return Date{std::chrono::sys_days{ymd}};
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.ends_with('Z')) text.remove_suffix(1);
    if (text.size() < 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    auto const day = parse_date(text.substr(0, 10));
    auto const hour = digits(text, 11, 2);
    auto const minute = digits(text, 14, 2);
    if (!day || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    int second = 0;
    int ms = 0;
    if (text.size() > 16) {
        auto const parsed = digits(text, 17, 2);
        if (text[16] != ':' || !parsed || *parsed > 59) return std::nullopt;
        second = *parsed;
        if (text.size() > 19) {
            auto const fraction = digits(text, 20, 3);
            if (text[19] != '.' || !fraction || text.size() != 23) return std::nullopt;
            ms = *fraction;
        }
    }
    return Instant{day->days} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{second} + std::chrono::milliseconds{ms};
}

Date date_from_text(std::string_view text) {
    if (auto const date = parse_date(text)) return *date;
    throw std::runtime_error("stored value is not a date");
}

Instant instant_from_text(std::string_view text) {
    if (auto const instant = parse_instant(text)) return *instant;
    throw std::runtime_error("stored value is not an instant");
}

Date london_date(Instant instant) {
    auto const local = london()->to_local(instant);
    auto const day = std::chrono::floor<std::chrono::days>(local);
    return {std::chrono::sys_days{day.time_since_epoch()}};
}

Instant start_of_london_day(Date date) {
    date::local_days const day{date.days.time_since_epoch()};
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        london()->to_sys(day, date::choose::earliest));
}

Clock clock_at(Instant now) {
    return {now, london_date(now)};
}

Clock system_clock() {
    return clock_at(
        std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()));
}

}  // namespace waymark
