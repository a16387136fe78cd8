// A file of incidents: any bytes become rows, each an incident or one reason why not.

#include "foundation/csv.h"
#include "incidents/rows.h"

#include <cstdint>
#include <sstream>
#include <string>

using namespace waymark;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::istringstream file{std::string{reinterpret_cast<char const*>(data), size}};
    csv::Reader reader{file};
    csv::Row row;
    if (!reader.next(row)) return 0;
    auto const columns = incidents::columns_of(row.fields);
    incidents::RowRules rules{{}, "anti_social_behaviour", "2026-02"};
    if (columns) rules.columns = *columns;
    while (reader.next(row)) {
        if (!columns || row.fields.size() != rules.columns.count) continue;
        auto const read = incidents::incident_from(row.fields, rules);
        if (auto const* reason = std::get_if<std::string_view>(&read)) {
            if (reason->empty()) __builtin_trap();
        }
    }
    return 0;
}
