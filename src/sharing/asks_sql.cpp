#include "asks_sql.h"

namespace waymark::sharing::sql {

store::Sql const kInsertAsk{"sharing.insert_ask", R"sql(
    INSERT INTO sharing_ask (id, partnership_id, user_id, agency_id, reference, record_id, depth,
                             purpose, reason, asked_at, answer_due_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};

store::Sql const kAskedBy{"sharing.asked_by", R"sql(
    SELECT id, user_id, agency_id, reference, record_id, depth, purpose, reason, asked_at,
           answer_due_on, decision, answer, revision
      FROM sharing_ask
     WHERE user_id = $1
     ORDER BY asked_at DESC, id DESC
     LIMIT $2
)sql"};

store::Sql const kWaiting{"sharing.waiting", R"sql(
    SELECT id, user_id, agency_id, reference, record_id, depth, purpose, reason, asked_at,
           answer_due_on, decision, answer, revision
      FROM sharing_ask
     WHERE partnership_id = $1 AND user_id <> $2 AND decision IS NULL AND record_id IS NOT NULL
     ORDER BY answer_due_on, id
     LIMIT $3
)sql"};

store::Sql const kAsk{"sharing.ask", R"sql(
    SELECT id, user_id, agency_id, reference, record_id, depth, purpose, reason, asked_at,
           answer_due_on, decision, answer, revision
      FROM sharing_ask
     WHERE id = $1 AND partnership_id = $2 AND user_id <> $3 AND record_id IS NOT NULL
)sql"};

store::Sql const kDecide{"sharing.decide", R"sql(
    UPDATE sharing_ask
       SET decision = $3, answer = $4, grant_id = $5, decided_by = $6, decided_at = $7,
           revision = revision + 1
     WHERE id = $1 AND revision = $2 AND decision IS NULL
)sql"};

}  // namespace waymark::sharing::sql
