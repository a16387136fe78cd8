#pragma once

// A row of a file of referrals, as a referral. See referrals/import.h for what is taken and
// refused.

#include "foundation/result.h"
#include "referrals/referrals.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::referrals {

struct ImportColumns {
    std::size_t count = 0;                               // of the header
    std::map<std::string, std::size_t, std::less<>> at;  // where each is, by name
};

// Refuses with Invalid: column_missing, column_unknown, column_repeated.
Result<ImportColumns> import_columns_of(std::vector<std::string_view> const& header);

struct ImportedRow {
    std::string source_reference;
    std::string area_code;
    std::string agency_code;
    NewReferral referral;  // without its hub and agency, which are to be looked up by their codes
    std::vector<std::string> people_columns;  // what the columns of each person end in: "", "_2"
    std::vector<FieldError> mistakes;         // in what was read, by column
    bool is_clean_text = true;                // else it is not to reach the database
    std::string digest;                       // of what it says, in whatever order of columns
};

ImportedRow imported_row_from(std::vector<std::string_view> const& fields,
                              ImportColumns const& columns);

// The mistakes that sending it found, by the columns that they came from.
std::vector<FieldError> by_column(ImportedRow const& row, std::vector<FieldError> const& mistakes);

}  // namespace waymark::referrals
