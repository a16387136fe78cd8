#include "safe_addresses_sql.h"

namespace waymark::safe_addresses::sql {

store::Sql const kInsert{"safe_addresses.insert", R"sql(
    INSERT INTO safe_address (id, partnership_id, person_id, agency_id, key, body, sealed_by,
                              sealed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

store::Sql const kKeptFor{"safe_addresses.kept_for", R"sql(
    SELECT id, person_id, sealed_by, sealed_at, revision
      FROM safe_address
     WHERE agency_id = $1 AND person_id = $2 AND ended_at IS NULL
)sql"};

store::Sql const kFind{"safe_addresses.find", R"sql(
    SELECT id, person_id, sealed_by, sealed_at, revision
      FROM safe_address
     WHERE id = $1 AND agency_id = $2 AND ended_at IS NULL
)sql"};

store::Sql const kBody{"safe_addresses.body", R"sql(
    SELECT key, body FROM safe_address WHERE id = $1 AND ended_at IS NULL
)sql"};

store::Sql const kEnd{"safe_addresses.end", R"sql(
    UPDATE safe_address
       SET key = '', body = '', ended_by = $3, ended_at = $4, revision = revision + 1
     WHERE id = $1 AND revision = $2 AND ended_at IS NULL
)sql"};

store::Sql const kInsertReveal{"safe_addresses.insert_reveal", R"sql(
    INSERT INTO safe_address_reveal (id, address_id, asked_by, asked_at, reason)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

store::Sql const kReveals{"safe_addresses.reveals", R"sql(
    SELECT r.id, r.address_id, a.person_id, r.asked_by, r.asked_at, r.reason, r.decision,
           r.decided_by, r.until, r.revision, a.ended_at
      FROM safe_address_reveal r
      JOIN safe_address a ON a.id = r.address_id
     WHERE a.agency_id = $1
     ORDER BY CASE WHEN r.decision IS NULL THEN 0 ELSE 1 END, r.asked_at DESC
     LIMIT $2
)sql"};

store::Sql const kReveal{"safe_addresses.reveal", R"sql(
    SELECT r.id, r.address_id, a.person_id, r.asked_by, r.asked_at, r.reason, r.decision,
           r.decided_by, r.until, r.revision, a.ended_at
      FROM safe_address_reveal r
      JOIN safe_address a ON a.id = r.address_id
     WHERE r.id = $1 AND a.agency_id = $2
)sql"};

store::Sql const kDecide{"safe_addresses.decide", R"sql(
    UPDATE safe_address_reveal
       SET decision = $3, decided_by = $4, decided_at = $5, until = $6, revision = revision + 1
     WHERE id = $1 AND revision = $2 AND decision IS NULL
)sql"};

store::Sql const kLimit{"safe_addresses.limit", R"sql(
    SELECT value FROM safe_address_limit WHERE code = $1 AND valid_from <= $2
     ORDER BY valid_from DESC LIMIT 1
)sql"};

store::Sql const kAny{"safe_addresses.any", R"sql(
    SELECT 1 AS kept FROM safe_address WHERE ended_at IS NULL LIMIT 1
)sql"};

}  // namespace waymark::safe_addresses::sql
