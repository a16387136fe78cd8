#pragma once

// Referrals from a file of another agency's. It may be run again on the same file: what came in
// already stays as it is.

#include "foundation/dates.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "programmes/programmes.h"
#include "store/store.h"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::referrals {

inline constexpr std::size_t kLongestSourceReference = 120;  // in characters
// People that one row may name: the first in role, given_names, ...; the next in role_2, ...
inline constexpr std::size_t kMostPeopleInRow = 9;

struct ImportColumnNames {
    std::vector<std::string_view> needed, optional, of_person;
};
ImportColumnNames import_column_names();

struct ImportProgress {
    std::int64_t line;  // of the file, where the row that was just dealt with begins
    std::int64_t rows_read;
};

struct ImportOptions {
    // Where rejected rows are written, as CSV: line, reason, then the row as it was. Nothing is
    // written when there is none. They hold what was typed about people.
    std::ostream* rejected = nullptr;
    // Called when a row is durable or rejected. Answer false to stop there; importing again goes
    // on.
    std::function<bool(ImportProgress const&)> progress = {};
    std::function<Clock()> clock = system_clock;
};

struct ImportSummary {
    bool is_finished = false;    // false when `progress` stopped it
    std::int64_t rows_read = 0;  // added + known + rejected
    std::int64_t added = 0;
    std::int64_t known = 0;  // came in before, the same as they are now
    std::int64_t rejected = 0;
    std::map<std::string, std::int64_t> by_area = {};  // added, by the hub's code
    // How many rejected rows have each mistake: "what_happened: required". A row may have several.
    std::map<std::string, std::int64_t> reasons = {};
};

// Imports a comma- or tab-separated file with a header, one referral a row, each sent to the queue
// of the hub whose code is in `area`, as an operator's command with the source kind `import`. A row
// comes in by the same use cases, checks and clocks as what somebody types, in a transaction of its
// own: wholly or not at all.
//
// Columns are known by their names, in any order and case. Those of Said keep their names; `area`
// and `referrer_agency` hold the codes of a hub and an agency; `source` is `import` unless given.
// Dates are YYYY-MM-DD. Nobody whom a row names is linked to or recorded as a person: who they are
// is left to be chosen in triage.
//
// A row is known again by its `source_reference`, which each agency gives (or, where no agency is
// named, each source). One that came in before and says something else now is rejected, so that
// somebody looks at what changed. Two imports of one file at one time add nothing twice: one of
// them stops with store::UniqueViolation and can be run again.
//
// Reasons for a rejected row are COLUMN: CODE, all of them at once: what `send` refuses;
// not_a_date; not_clean_text; `source_reference` required, too_long, known_and_different; and for
// the row as a whole, `row` wrong_number_of_fields and the faults of csv::Reader.
//
// Refuses with Invalid before anything is written: file is empty or its first line has a fault;
// column_missing, column_unknown and column_repeated, each with the column's name. Unless one
// needed column is there, the first line may be somebody's record and not a header: unknown ones
// are then named by their place (column_3).
Result<ImportSummary> import_referrals(store::Database& database, PartnershipId const& partnership,
                                       programmes::Catalogue const& catalogue, std::istream& file,
                                       ImportOptions const& options);

// The same from a file. Also refuses with Invalid: file is not_readable.
Result<ImportSummary> import_file(store::Database& database, PartnershipId const& partnership,
                                  programmes::Catalogue const& catalogue, std::string const& path,
                                  ImportOptions const& options);

}  // namespace waymark::referrals
