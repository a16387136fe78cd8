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
     WHERE kind = 'incident' AND happened_at >= $2 AND happened_at < $3
       AND case_id IN (
           SELECT CAST($1 AS TEXT)
            UNION
           SELECT theirs.case_id
             FROM case_person ours
             JOIN case_person theirs ON theirs.person_id = ours.person_id
             JOIN case_record c ON c.id = theirs.case_id
            WHERE ours.case_id = $1 AND ours.role IN ('victim', 'both')
              AND theirs.role IN ('victim', 'both')
              AND c.area_id = $4
            UNION
           SELECT theirs.case_id
             FROM case_place ours
             JOIN case_place theirs ON theirs.place_id = ours.place_id
             JOIN case_record c ON c.id = theirs.case_id
            WHERE ours.case_id = $1 AND ours.role = 'where_it_happens'
              AND theirs.role = 'where_it_happens'
              AND c.area_id = $4)
)sql"};

}  // namespace waymark::cases::sql
