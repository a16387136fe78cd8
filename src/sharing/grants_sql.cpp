#include "grants_sql.h"

namespace waymark::sharing::sql {

store::Sql const kInsertGrant{"sharing.insert_grant", R"sql(
    INSERT INTO sharing_grant (id, partnership_id, record_id, to_kind, to_id, to_agency_id, depth,
                               purpose, gateway, agreement_id, reason, origin, given_by, given_at,
                               until)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
)sql"};

// One of them, or all when $2 is NULL.
store::Sql const kGrantsOn{"sharing.grants_on", R"sql(
    SELECT id, record_id, to_kind, to_id, to_agency_id, depth, purpose, gateway, agreement_id,
           reason, origin, given_by, given_at, until, ended_at, ending, end_reason, revision
      FROM sharing_grant
     WHERE record_id = $1 AND (CAST($2 AS TEXT) IS NULL OR id = $2)
     ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, given_at DESC, id DESC
)sql"};

store::Sql const kNarrow{"sharing.narrow", R"sql(
    UPDATE sharing_grant SET depth = $3, until = $4, revision = revision + 1
     WHERE id = $1 AND revision = $2 AND ended_at IS NULL
)sql"};

store::Sql const kEnd{"sharing.end", R"sql(
    UPDATE sharing_grant
       SET ended_at = $3, ended_by = $4, ending = $5, end_reason = $6, revision = revision + 1
     WHERE id = $1 AND revision = $2 AND ended_at IS NULL
)sql"};

store::Sql const kEndWith{"sharing.end_with", R"sql(
    UPDATE sharing_grant
       SET ended_at = $2, ended_by = $3, ending = $4, revision = revision + 1
     WHERE id = $1 AND ended_at IS NULL
)sql"};

store::Sql const kFilings{"sharing.filings", R"sql(
    SELECT DISTINCT to_id, depth FROM sharing_grant WHERE record_id = $1 AND ended_at IS NULL
)sql"};

store::Sql const kOver{"sharing.over", R"sql(
    UPDATE sharing_grant
       SET ended_at = until, ended_by = $3, ending = 'expired', revision = revision + 1
     WHERE id IN (SELECT id FROM sharing_grant
                   WHERE partnership_id = $1 AND ended_at IS NULL AND until <= $2
                   ORDER BY until, id LIMIT $4)
    RETURNING id, record_id, to_kind, to_id, to_agency_id, depth, purpose, gateway, agreement_id,
              reason, origin, given_by, given_at, until, ended_at, ending, end_reason, revision
)sql"};

store::Sql const kNextEnd{"sharing.next_end", R"sql(
    SELECT min(until) AS until FROM sharing_grant WHERE ended_at IS NULL
)sql"};

store::Sql const kInsertEmergency{"sharing.insert_emergency", R"sql(
    INSERT INTO sharing_emergency (grant_id, partnership_id, user_id, review_due_on)
    VALUES ($1, $2, $3, $4)
)sql"};

// Nobody reads or reviews their own.
store::Sql const kEmergencies{"sharing.emergencies", R"sql(
    SELECT g.id, g.record_id, g.to_kind, g.to_id, g.to_agency_id, g.depth, g.purpose, g.gateway,
           g.agreement_id, g.reason, g.origin, g.given_by, g.given_at, g.until, g.ended_at,
           g.ending, g.end_reason, e.user_id, e.review_due_on, e.finding, e.note, e.reviewed_by,
           e.revision
      FROM sharing_emergency e
      JOIN sharing_grant g ON g.id = e.grant_id
     WHERE e.partnership_id = $1 AND e.user_id <> $2
     ORDER BY CASE WHEN e.reviewed_at IS NULL THEN 0 ELSE 1 END, g.given_at DESC, g.id DESC
     LIMIT $3
)sql"};

store::Sql const kEmergency{"sharing.emergency", R"sql(
    SELECT g.record_id, e.reviewed_at
      FROM sharing_emergency e
      JOIN sharing_grant g ON g.id = e.grant_id
     WHERE e.grant_id = $1 AND e.partnership_id = $2 AND e.user_id <> $3
)sql"};

store::Sql const kReview{"sharing.review", R"sql(
    UPDATE sharing_emergency
       SET finding = $3, note = $4, reviewed_by = $5, reviewed_at = $6, revision = revision + 1
     WHERE grant_id = $1 AND revision = $2 AND reviewed_at IS NULL
)sql"};

}  // namespace waymark::sharing::sql
