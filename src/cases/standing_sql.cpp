#include "standing_sql.h"

namespace waymark::cases::sql {

access::ScopedSql const kStanding{"cases.standing", 1, R"sql(
    SELECT c.id, c.reference, c.area_id, c.programme_code, c.programme_version, c.extension_version,
           c.title, c.stage, c.is_open, c.opened_on, c.lead_agency_id, c.lead_user_id,
           c.reassess_by, c.revision
      FROM case_record c
     WHERE c.id = $1
       AND EXISTS (SELECT 1 FROM case_scope s WHERE s.case_id = c.id AND s.scope IN {scopes})
       {open c.id}
)sql"};

// Writes nothing new: what it does is to take the row.
access::ScopedSql const kHold{"cases.hold", 1, R"sql(
    UPDATE case_record
       SET updated_at = updated_at
     WHERE id = $1
       AND EXISTS (SELECT 1 FROM case_scope s
                    WHERE s.case_id = case_record.id AND s.scope IN {scopes})
       {open case_record.id}
    RETURNING id, reference, area_id, programme_code, programme_version, extension_version, title,
              stage, is_open, opened_on, lead_agency_id, lead_user_id, reassess_by, revision
)sql"};

store::Sql const kRaiseRevision{"cases.raise_revision", R"sql(
    UPDATE case_record SET revision = revision + 1, updated_at = $2 WHERE id = $1
)sql"};

store::Sql const kInsertEntry{"cases.insert_entry", R"sql(
    INSERT INTO case_entry (case_id, happened_at, id, kind, nature, body, detail, about_id,
                            recorded_at, recorded_by, agency_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};

store::Sql const kAnswers{"cases.answers", R"sql(
    SELECT field, value FROM case_answer WHERE case_id = $1 ORDER BY field, position
)sql"};

store::Sql const kDeleteAnswer{"cases.delete_answer", R"sql(
    DELETE FROM case_answer WHERE case_id = $1 AND field = $2
)sql"};

store::Sql const kInsertAnswer{"cases.insert_answer", R"sql(
    INSERT INTO case_answer (case_id, field, position, value) VALUES ($1, $2, $3, $4)
)sql"};

}  // namespace waymark::cases::sql
