#include "notices_sql.h"

namespace waymark::notices::sql {

store::Sql const kInsert{"notices.insert", R"sql(
    INSERT INTO notice (id, user_id, kind, subject_kind, subject_id, by_id, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql"};

store::Sql const kMine{"notices.mine", R"sql(
    SELECT id, kind, subject_kind, subject_id, by_id, at,
           CASE WHEN seen_at IS NULL THEN 0 ELSE 1 END AS is_seen
      FROM notice
     WHERE user_id = $1 AND (seen_at IS NULL OR at >= $2)
     ORDER BY is_seen, at DESC, id
     LIMIT $3
)sql"};

store::Sql const kSee{"notices.see", R"sql(
    UPDATE notice SET seen_at = $3 WHERE id = $1 AND user_id = $2 AND seen_at IS NULL
)sql"};

store::Sql const kIsMine{"notices.is_mine", R"sql(
    SELECT 1 AS mine FROM notice WHERE id = $1 AND user_id = $2
)sql"};

}  // namespace waymark::notices::sql
