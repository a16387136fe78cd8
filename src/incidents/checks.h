#pragma once

// What the figures ask before they count.

#include "access/work.h"
#include "incidents/incidents.h"

#include <optional>
#include <string>

namespace waymark::incidents {

std::optional<Error> refusal_to_show(access::Work const& work);  // without SeeMap
std::optional<Error> refusal_of(access::Work& work, Filter const& filter);

bool is_month(std::string_view text);  // YYYY-MM
// The filter's ends, with months in the place of those left open.
std::string first_month(Filter const& filter);
std::string last_month(Filter const& filter);

std::string month_text(Date date);  // YYYY-MM

}  // namespace waymark::incidents
