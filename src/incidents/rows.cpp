#include "rows.h"

#include "checks.h"
#include "foundation/text.h"

#include <algorithm>
#include <cmath>

namespace waymark::incidents {

namespace {

// The United Kingdom with room around it: nought and nought, and swapped columns, are outside.
constexpr double kWest = -9, kEast = 4, kSouth = 49, kNorth = 62;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestCode = 60;
constexpr double kMillion = 1e6;
constexpr std::string_view kOnOrNear = "On or near ";

std::string_view trimmed_view(std::string_view text) {
    auto const is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::optional<std::size_t>* column_named(Columns& columns, std::string_view code) {
    if (code == "month") return &columns.month;
    if (code == "date" || code == "occurred_on") return &columns.date;
    if (code == "longitude") return &columns.longitude;
    if (code == "latitude") return &columns.latitude;
    if (code == "location") return &columns.location;
    if (code == "lsoa_code") return &columns.lsoa_code;
    if (code == "crime_type" || code == "category") return &columns.category;
    if (code == "crime_id") return &columns.crime_id;
    if (code == "reported_by") return &columns.reported_by;
    return nullptr;
}

std::string_view field(std::vector<std::string_view> const& fields,
                       std::optional<std::size_t> const& column) {
    return column ? trimmed_view(fields[*column]) : std::string_view{};
}

// A date, or the date at the start of a date and time.
std::string day_of(std::string_view text) {
    constexpr std::size_t kDateLength = 10;
    if (text.size() > kDateLength && text[kDateLength] != 'T' && text[kDateLength] != ' ') {
        return "";
    }
    auto const day = text.substr(0, kDateLength);
    return parse_date(day) ? std::string{day} : "";
}

constexpr std::size_t kMonthLength = 7;

std::string_view read_time(std::vector<std::string_view> const& fields, RowRules const& rules,
                           Incident& incident) {
    auto const month = field(fields, rules.columns.month);
    auto const date = field(fields, rules.columns.date);
    if (month.empty() && date.empty()) return "month_missing";
    if (!date.empty()) {
        incident.occurred_on = day_of(date);
        if (incident.occurred_on.empty()) return "not_a_date";
        incident.month = incident.occurred_on.substr(0, kMonthLength);
    }
    if (!month.empty()) {
        if (!is_month(month) && !parse_date(month)) return "not_a_month";
        auto const given = month.substr(0, kMonthLength);
        if (!date.empty() && given != incident.month) return "month_differs";
        incident.month = given;
    }
    return incident.month > rules.this_month ? "in_the_future" : "";
}

std::string_view read_point(std::vector<std::string_view> const& fields, Columns const& columns,
                            Incident& incident) {
    auto const longitude = field(fields, columns.longitude);
    auto const latitude = field(fields, columns.latitude);
    if (longitude.empty() && latitude.empty()) return "no_location";
    auto const x = parse_number(longitude);
    auto const y = parse_number(latitude);
    if (!x || std::isnan(*x)) return "longitude_not_a_number";
    if (!y || std::isnan(*y)) return "latitude_not_a_number";
    bool const is_here = *x >= kWest && *x <= kEast && *y >= kSouth && *y <= kNorth;
    if (!is_here) return "out_of_range";
    incident.longitude = std::round(*x * kMillion) / kMillion;
    incident.latitude = std::round(*y * kMillion) / kMillion;
    return "";
}

std::string_view read_names(std::vector<std::string_view> const& fields, RowRules const& rules,
                            Incident& incident) {
    auto location = field(fields, rules.columns.location);
    if (location.starts_with(kOnOrNear)) location.remove_prefix(kOnOrNear.size());
    if (characters(location) > kLongestName) return "name_too_long";
    incident.location = location;
    incident.lsoa_code = field(fields, rules.columns.lsoa_code);
    if (incident.lsoa_code.size() > kLongestCode) return "lsoa_code_too_long";
    incident.crime_id = field(fields, rules.columns.crime_id);
    incident.reported_by = field(fields, rules.columns.reported_by);
    incident.category = rules.columns.category
                            ? code_from_name(field(fields, rules.columns.category))
                            : rules.category;
    if (incident.category.empty()) return "category_missing";
    return incident.category.size() > kLongestCode ? "category_too_long" : "";
}

}  // namespace

std::string code_from_name(std::string_view name) {
    std::string code;
    for (char const c : lower_ascii(name)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            code += c;
        } else if (!code.empty() && code.back() != '_') {
            code += '_';
        }
    }
    if (!code.empty() && code.back() == '_') code.pop_back();
    return code;
}

Result<Columns> columns_of(std::vector<std::string_view> const& header) {
    Columns columns{.count = header.size()};
    std::vector<FieldError> mistakes;
    for (std::size_t i = 0; i < header.size(); ++i) {
        auto const code = code_from_name(header[i]);
        auto* const column = column_named(columns, code);
        if (column == nullptr) continue;
        if (*column) mistakes.push_back({code, "column_repeated"});
        *column = i;
    }
    if (!columns.month && !columns.date) mistakes.push_back({"month", "column_missing"});
    if (!columns.longitude) mistakes.push_back({"longitude", "column_missing"});
    if (!columns.latitude) mistakes.push_back({"latitude", "column_missing"});
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return columns;
}

std::variant<Incident, std::string_view> incident_from(std::vector<std::string_view> const& fields,
                                                       RowRules const& rules) {
    if (fields.size() != rules.columns.count) return "wrong_number_of_fields";
    if (!std::all_of(fields.begin(), fields.end(), is_clean_utf8)) return "not_clean_text";
    Incident incident;
    auto wrong = read_time(fields, rules, incident);
    if (wrong.empty()) wrong = read_point(fields, rules.columns, incident);
    if (wrong.empty()) wrong = read_names(fields, rules, incident);
    if (!wrong.empty()) return wrong;
    return incident;
}

}  // namespace waymark::incidents
