#include "checks.h"

#include "access/directory.h"

namespace waymark::incidents {

namespace {

constexpr std::size_t kMonthLength = 7;

}  // namespace

std::optional<Error> refusal_to_show(access::Work const& work) {
    if (work.actor().may(access::Permission::SeeMap)) return std::nullopt;
    return Error{Refusal::Forbidden, "not_allowed"};
}

bool is_month(std::string_view text) {
    return text.size() == kMonthLength && parse_date(std::string{text} + "-01").has_value();
}

std::optional<Error> refusal_of(access::Work& work, Filter const& filter) {
    if (auto refused = refusal_to_show(work)) return refused;
    if (filter.area) {
        if (auto const area = access::area(work, *filter.area); !area) return area.error();
    }
    std::vector<FieldError> mistakes;
    bool const from_is_good = filter.from_month.empty() || is_month(filter.from_month);
    bool const to_is_good = filter.to_month.empty() || is_month(filter.to_month);
    if (!from_is_good) mistakes.push_back({"from_month", "not_a_month"});
    if (!to_is_good) mistakes.push_back({"to_month", "not_a_month"});
    if (from_is_good && to_is_good && !filter.to_month.empty() &&
        filter.to_month < filter.from_month) {
        mistakes.push_back({"to_month", "before_from_month"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return std::nullopt;
}

std::string first_month(Filter const& filter) {
    return filter.from_month;  // empty text sorts before every month
}

std::string last_month(Filter const& filter) {
    return filter.to_month.empty() ? "9999-12" : filter.to_month;
}

std::string month_text(Date date) {
    return to_text(date).substr(0, kMonthLength);
}

}  // namespace waymark::incidents
