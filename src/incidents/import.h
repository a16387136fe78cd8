#pragma once

// Reading incidents and boundaries from files. Both may be run again on the same file: what is
// known already stays as it is.

#include "access/work.h"
#include "foundation/dates.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "incidents/incidents.h"
#include "store/store.h"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::incidents {

// Boundaries

struct BoundarySummary {
    BoundaryKind kind = BoundaryKind::District;
    std::int64_t read = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t known = 0;  // the same as before
    std::int64_t ours = 0;   // of those read, the hubs' areas or part of one
    // Locations of incidents imported before that now fall in another area, or none.
    std::int64_t locations_moved = 0;
};

// Reads a GeoJSON or TopoJSON file of boundaries, all of it or nothing. Without a kind, the codes
// say it (E05: wards, E01: LSOAs, E06 to E09: districts, and their like in Wales).
//
// A district is a hub's area when its code is the area's GSS code or its name the area's name, in
// any case. A ward or LSOA belongs to the hub whose GSS code names its object in a TopoJSON file,
// else to the hub whose district holds a point inside it, else, an LSOA, to the hub that it is
// named after (Selby 002A). Others are kept, as nobody's.
//
// Needs Permission::Administer (Forbidden, not_allowed). Refuses with Invalid: check_file, with the
// path and code of each fault as geography::read_boundaries gives them; or kind is required.
Result<BoundarySummary> import_boundaries(access::Work& work, std::string_view text,
                                          std::optional<BoundaryKind> kind = std::nullopt);

// The same in a transaction of its own, for the command line. Also refuses with Invalid: file is
// not_readable or too_large.
Result<BoundarySummary> import_boundaries_file(store::Database& database,
                                               PartnershipId const& partnership,
                                               std::string const& path,
                                               std::optional<BoundaryKind> kind = std::nullopt,
                                               Clock clock = system_clock());

// Incidents

struct ImportProgress {
    std::int64_t bytes_read;
    std::int64_t rows_read;
};

struct ImportOptions {
    std::string source = {};  // a name for people to know the file by; import_file has the file's
    // For files without a column that says what happened.
    std::string category = "anti_social_behaviour";
    // Where rejected rows are written, as CSV: line, reason, then the row as it was. Nothing is
    // written when none is.
    std::ostream* rejected = nullptr;
    // Where added and known incidents that lie in no area are listed, as CSV: month, longitude,
    // latitude, location, lsoa_code, category. Nothing is written when there is none.
    std::ostream* outside = nullptr;
    // Called when a chunk is durable. Answer false to stop there; importing again goes on.
    std::function<bool(ImportProgress const&)> progress = {};
    std::size_t chunk_rows = 5000;
    std::function<Clock()> clock = system_clock;
};

struct ImportSummary {
    std::string import_id = {};
    bool is_finished = false;  // false when `progress` stopped it
    bool category_assumed = false;
    std::int64_t rows_read = 0;  // added + known + rejected
    std::int64_t added = 0;
    std::int64_t known = 0;
    std::int64_t rejected = 0;
    std::int64_t outside = 0;                          // added or known, in no boundary of ours
    std::map<AreaId, std::int64_t> by_area = {};       // added or known
    std::map<std::string, std::int64_t> reasons = {};  // of rejected rows, by code
};

// Imports a street-level file of data.police.uk (CSV), or any comma- or tab-separated file with the
// columns longitude, latitude and month (YYYY-MM, or a date) or date (YYYY-MM-DD: the day is then
// known); and as there are: location, lsoa_code, crime_type or category, crime_id, reported_by.
// Columns are known by their names, in any order and case; others are passed over.
//
// An incident is known again by its Crime ID; one without (all anti-social behaviour) by month or
// day, point, location, category and force, and by its turn among rows that are equal in all of
// these in the file. So a file can be imported again, whole after a part, or with corrections.
// Limits: two files that each hold some of the equal rows of one month and place count as the
// larger of the two (import whole months); and a row republished with another place or category and
// without a Crime ID is a further incident.
// "On or near" before a location's name is left out: it is true of all of them.
//
// Rows are committed in chunks, so nobody waits long for the database, and memory does not grow
// with the rows, only with the different places, months and categories. Stopped or killed at any
// point, importing the same file again adds what is missing.
//
// Reasons for a rejected row: wrong_number_of_fields, field_too_long, row_too_long,
// quote_not_closed, text_after_quote, not_clean_text, month_missing, not_a_month, not_a_date,
// month_differs (from the date), in_the_future, no_location (neither longitude nor latitude, as the
// police publish what they cannot place), longitude_not_a_number, latitude_not_a_number,
// out_of_range (outside the United Kingdom), name_too_long, lsoa_code_too_long, category_missing,
// category_too_long.
//
// Refuses with Invalid before anything is written: file is empty; header lacks longitude, latitude,
// or month and date (column_missing), or names one twice (column_repeated); category (of the
// options) is not_a_code.
Result<ImportSummary> import_incidents(store::Database& database, PartnershipId const& partnership,
                                       std::istream& file, ImportOptions const& options);

// The same from a file. Also refuses with Invalid: file is not_readable.
Result<ImportSummary> import_file(store::Database& database, PartnershipId const& partnership,
                                  std::string const& path, ImportOptions options);

// What was imported

struct Import {
    std::string id;
    std::string source;
    std::int64_t rows_read, rows_added, rows_known, rows_rejected, rows_outside;
    Instant imported_at;
    std::optional<Instant> finished_at;  // nothing while under way or when it was broken off
};

// Newest first, at most `limit`, 1 to 100. Needs Permission::SeeMap.
Result<std::vector<Import>> imports(access::Work& work, int limit);

}  // namespace waymark::incidents
