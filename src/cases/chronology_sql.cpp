#include "chronology_sql.h"

namespace waymark::cases::sql {

store::Sql const kEntries{"cases.entries", R"sql(
    SELECT id, kind, nature, body, detail, about_id, happened_at, recorded_at, recorded_by,
           agency_id
      FROM case_entry
     WHERE case_id = $1 AND (happened_at, id) < ($2, $3)
     ORDER BY happened_at DESC, id DESC
     LIMIT $4
)sql"};

store::Sql const kEntriesOfKinds{"cases.entries_of_kinds", R"sql(
    SELECT id, kind, nature, body, detail, about_id, happened_at, recorded_at, recorded_by,
           agency_id
      FROM case_entry
     WHERE case_id = $1 AND (happened_at, id) < ($2, $3)
       AND kind IN ($5, $6, $7, $8, $9, $10)
     ORDER BY happened_at DESC, id DESC
     LIMIT $4
)sql"};

store::Sql const kCountIncidents{"cases.count_incidents", R"sql(
    SELECT count(*) AS total
      FROM case_entry
     WHERE case_id = $1 AND kind = 'incident' AND happened_at >= $2 AND happened_at < $3
)sql"};

}  // namespace waymark::cases::sql
