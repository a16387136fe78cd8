#include "http_sql.h"

namespace waymark::http::sql {

store::Sql const kKnownRequest{"http.known_request", R"sql(
    SELECT request, status, body, etag, location
      FROM http_idempotency WHERE user_id = $1 AND key = $2
)sql"};

store::Sql const kKeepRequest{"http.keep_request", R"sql(
    INSERT INTO http_idempotency (user_id, key, request, status, body, etag, location, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

store::Sql const kForgetOldRequests{"http.forget_old_requests", R"sql(
    DELETE FROM http_idempotency WHERE created_at < $1
)sql"};

store::Sql const kForgetRequestsOf{"http.forget_requests_of", R"sql(
    DELETE FROM http_idempotency WHERE user_id = $1
)sql"};

}  // namespace waymark::http::sql
