#include "api_tokens_sql.h"

namespace waymark::access::sql {

store::Sql const kSystemAccount{"access.system_account", R"sql(
    SELECT agency_id FROM user_account WHERE id = $1 AND partnership_id = $2 AND kind = 'system'
)sql"};

// In force on $2, or to come; also those that have lapsed.
store::Sql const kSystemAccounts{"access.system_accounts", R"sql(
    SELECT id, agency_id, email, name, job_title, phone, valid_from, valid_to
      FROM user_account
     WHERE partnership_id = $1 AND kind = 'system' AND (valid_to IS NULL OR valid_to >= $2)
     ORDER BY name, id
)sql"};

store::Sql const kTokenOf{"access.token_of", R"sql(
    SELECT permissions, made_on, ends_on, last_used_on
      FROM user_api_token WHERE user_id = $1 AND ends_on >= $2
)sql"};

store::Sql const kKeepToken{"access.keep_token", R"sql(
    INSERT INTO user_api_token (user_id, token_hash, permissions, made_by, made_on, ends_on)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (user_id) DO UPDATE
       SET token_hash = excluded.token_hash, permissions = excluded.permissions,
           made_by = excluded.made_by, made_on = excluded.made_on, ends_on = excluded.ends_on,
           last_used_on = NULL
)sql"};

store::Sql const kEndToken{"access.end_token", R"sql(
    DELETE FROM user_api_token WHERE user_id = $1
)sql"};

// As kSession, for whoever asks by a token on $2.
store::Sql const kToken{"access.token", R"sql(
    SELECT t.user_id, t.permissions, t.last_used_on, v.number AS directory_version, v.next_end
      FROM user_api_token t
      JOIN access_version v ON v.id = 1
     WHERE t.token_hash = $1 AND t.ends_on >= $2
)sql"};

store::Sql const kTouchToken{"access.touch_token", R"sql(
    UPDATE user_api_token SET last_used_on = $2 WHERE token_hash = $1
)sql"};

}  // namespace waymark::access::sql
