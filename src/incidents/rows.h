#pragma once

// A row of a file of incidents, checked. See incidents/import.h for what is taken and refused.

#include "foundation/dates.h"
#include "foundation/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace waymark::incidents {

// Where in a row each thing stands.
struct Columns {
    std::size_t count = 0;  // of the header
    std::optional<std::size_t> month, date, longitude, latitude, location, lsoa_code, category,
        crime_id, reported_by;
};

// Refuses with Invalid when a column that is needed is missing or one is there twice.
Result<Columns> columns_of(std::vector<std::string_view> const& header);

struct Incident {
    std::string month;        // YYYY-MM
    std::string occurred_on;  // YYYY-MM-DD, empty when only the month is known
    double longitude = 0;     // to a millionth of a degree
    double latitude = 0;
    std::string location;
    std::string lsoa_code;
    std::string category;  // a code
    std::string crime_id;
    std::string reported_by;
};

struct RowRules {
    Columns columns;
    std::string category;    // for files without a column of it
    std::string this_month;  // nothing happened after it
};

// The incident, or the code of the first thing wrong with the row.
std::variant<Incident, std::string_view> incident_from(std::vector<std::string_view> const& fields,
                                                       RowRules const& rules);

// A name as a code: "Anti-social behaviour" is anti_social_behaviour. Empty when nothing is left.
std::string code_from_name(std::string_view name);

}  // namespace waymark::incidents
