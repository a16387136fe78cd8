// A file of referrals: any bytes become rows, each a referral with what is wrong in it.

#include "foundation/csv.h"
#include "referrals/import.h"
#include "referrals/import_rows.h"

#include <cstdint>
#include <sstream>
#include <string>

using namespace waymark;

namespace {

// The seeds have all of them; whatever bytes come first, rows are read as with these.
referrals::ImportColumns every_column() {
    auto const names = referrals::import_column_names();
    std::vector<std::string_view> header;
    for (auto const& list : {names.needed, names.optional, names.of_person}) {
        header.insert(header.end(), list.begin(), list.end());
    }
    header.emplace_back("date_of_birth_9");
    return *referrals::import_columns_of(header);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static auto const otherwise = every_column();
    std::istringstream file{std::string{reinterpret_cast<char const*>(data), size}};
    csv::Reader reader{file};
    csv::Row row;
    if (!reader.next(row)) return 0;
    auto const named = referrals::import_columns_of(row.fields);
    auto const& columns = named ? *named : otherwise;
    while (reader.next(row)) {
        if (row.fault != csv::Fault::None || row.fields.size() != columns.count) continue;
        auto const read = referrals::imported_row_from(row.fields, columns);
        auto const& people = read.referral.people;
        if (people.size() > referrals::kMostPeopleInRow) __builtin_trap();
        if (people.size() != read.people_columns.size()) __builtin_trap();
        if (!read.is_clean_text && read.mistakes.empty()) __builtin_trap();
        for (auto const& [column, code] : read.mistakes) {
            if (!columns.at.contains(column) || code.empty()) __builtin_trap();
        }
    }
    return 0;
}
