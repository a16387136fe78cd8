#include "filing_sql.h"

namespace waymark::cases::sql {

store::Sql const kFiledUnder{"cases.filed_under", R"sql(
    SELECT c.partnership_id AS entity_id FROM case_record c WHERE c.id = $1
    UNION
    SELECT c.area_id FROM case_record c WHERE c.id = $1
    UNION
    SELECT c.lead_user_id FROM case_record c WHERE c.id = $1 AND c.lead_user_id IS NOT NULL
)sql"};

store::Sql const kScopesNow{"cases.scopes_now", R"sql(
    SELECT scope FROM case_scope WHERE case_id = $1
)sql"};

store::Sql const kUnfile{"cases.unfile", R"sql(
    DELETE FROM case_scope WHERE case_id = $1
)sql"};

store::Sql const kFile{"cases.file", R"sql(
    INSERT INTO case_scope (scope, is_open, opened_on, case_id)
    SELECT CAST($2 AS BIGINT), c.is_open, c.opened_on, c.id FROM case_record c WHERE c.id = $1
)sql"};

store::Sql const kUnfileInPart{"cases.unfile_in_part", R"sql(
    DELETE FROM case_glimpse WHERE case_id = $1
)sql"};

store::Sql const kFileInPart{"cases.file_in_part", R"sql(
    INSERT INTO case_glimpse (scope, case_id, depth) VALUES ($1, $2, $3)
)sql"};

store::Sql const kUnfileDue{"cases.unfile_due", R"sql(
    DELETE FROM case_due WHERE case_id = $1
)sql"};

store::Sql const kFileDue{"cases.file_due", R"sql(
    INSERT INTO case_due (scope, kind, due_on, case_id)
    SELECT s.scope, d.kind, d.due_on, d.case_id
      FROM (SELECT 'review' AS kind, c.next_review_on AS due_on, c.id AS case_id
              FROM case_record c WHERE c.id = $1 AND c.is_open = 1
            UNION ALL
            SELECT 'reassessment', c.reassess_by, c.id
              FROM case_record c WHERE c.id = $1 AND c.is_open = 1
            UNION ALL
            SELECT 'update', c.update_due_on, c.id
              FROM case_record c WHERE c.id = $1 AND c.is_open = 1
            UNION ALL
            SELECT 'action', min(a.due_on), a.case_id
              FROM case_action a WHERE a.case_id = $1 AND a.result IS NULL
             GROUP BY a.case_id) d
      JOIN case_scope s ON s.case_id = d.case_id
     WHERE d.due_on IS NOT NULL
)sql"};

store::Sql const kPeopleNow{"cases.people_now", R"sql(
    SELECT DISTINCT person_id FROM case_person WHERE case_id = $1 AND to_on IS NULL
)sql"};

store::Sql const kPlacesNow{"cases.places_now", R"sql(
    SELECT DISTINCT place_id FROM case_place WHERE case_id = $1 AND to_on IS NULL
)sql"};

// Whoever was in a case stays in its history, so a part that has ended counts as well.
store::Sql const kPeopleUnknownTo{"cases.people_unknown_to", R"sql(
    SELECT DISTINCT p.person_id AS id
      FROM case_person p
     WHERE p.case_id = $1
       AND NOT EXISTS (SELECT 1
                         FROM case_person o
                         JOIN case_scope s ON s.case_id = o.case_id
                        WHERE o.person_id = p.person_id AND s.scope = $2)
)sql"};

store::Sql const kPlacesUnknownTo{"cases.places_unknown_to", R"sql(
    SELECT DISTINCT p.place_id AS id
      FROM case_place p
     WHERE p.case_id = $1
       AND NOT EXISTS (SELECT 1
                         FROM case_place o
                         JOIN case_scope s ON s.case_id = o.case_id
                        WHERE o.place_id = p.place_id AND s.scope = $2)
)sql"};

}  // namespace waymark::cases::sql
