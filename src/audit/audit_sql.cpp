#include "audit_sql.h"

namespace waymark::audit::sql {

// The update is what makes two writers wait for each other.
store::Sql const kTakeHead{"audit.take_head", R"sql(
    UPDATE audit_head SET sequence = sequence + $1 WHERE id = 1 RETURNING sequence, hash
)sql"};

store::Sql const kSetHead{"audit.set_head", R"sql(
    UPDATE audit_head SET hash = $1 WHERE id = 1
)sql"};

store::Sql const kReadHead{"audit.read_head", R"sql(
    SELECT sequence, hash FROM audit_head WHERE id = 1
)sql"};

store::Sql const kInsert{"audit.insert", R"sql(
    INSERT INTO audit_entry (sequence, at, actor_id, agency_id, action, subject_kind, subject_id,
                             revision, detail, request_id, hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};

store::Sql const kAbout{"audit.about", R"sql(
    SELECT sequence, at, actor_id, agency_id, action, subject_kind, subject_id, revision, detail
      FROM audit_entry
     WHERE subject_id = $1 AND sequence < $2
       AND (CAST($4 AS INTEGER) = 1 OR action <> subject_kind || '.read')
     ORDER BY sequence DESC
     LIMIT $3
)sql"};

store::Sql const kChangesSince{"audit.changes_since", R"sql(
    SELECT sequence, at, actor_id, agency_id, action, subject_kind, subject_id, revision, detail
      FROM audit_entry
     WHERE subject_id = $1 AND revision > $2
     ORDER BY sequence
)sql"};

store::Sql const kWholeChain{"audit.whole_chain", R"sql(
    SELECT sequence, at, actor_id, agency_id, action, subject_kind, subject_id, revision, detail,
           request_id, hash
      FROM audit_entry
     ORDER BY sequence
)sql"};

store::Sql const kRoleCouldRewrite{"audit.role_could_rewrite", R"sql(
    SELECT CASE WHEN has_table_privilege('audit_entry', 'UPDATE, DELETE, TRUNCATE')
                  OR pg_has_role(c.relowner, 'USAGE') THEN 1 ELSE 0 END AS could
      FROM pg_class c
     WHERE c.oid = to_regclass('audit_entry')
)sql"};

}  // namespace waymark::audit::sql
