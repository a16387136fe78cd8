#include "second_factor_sql.h"

namespace waymark::access::sql {

store::Sql const kSecondFactor{"access.second_factor", R"sql(
    SELECT user_id, secret, pending_secret FROM user_second_factor WHERE user_id = $1
)sql"};

store::Sql const kEmailOf{"access.email_of", R"sql(
    SELECT email FROM user_account WHERE id = $1 AND partnership_id = $2
)sql"};

store::Sql const kSetPendingSecret{"access.set_pending_secret", R"sql(
    INSERT INTO user_second_factor (user_id, pending_secret) VALUES ($1, $2)
    ON CONFLICT (user_id) DO UPDATE SET pending_secret = excluded.pending_secret
)sql"};

store::Sql const kConfirmSecret{"access.confirm_secret", R"sql(
    UPDATE user_second_factor
       SET secret = $2, pending_secret = '', since = $3
     WHERE user_id = $1
)sql"};

// Not when they were changed since they were read.
store::Sql const kReplaceSecrets{"access.replace_secrets", R"sql(
    UPDATE user_second_factor SET secret = $4, pending_secret = $5
     WHERE user_id = $1 AND secret = $2 AND pending_secret = $3
)sql"};

// What was kept before secrets were sealed: base32, which has no colon.
store::Sql const kClearSecrets{"access.clear_secrets", R"sql(
    SELECT user_id, secret, pending_secret FROM user_second_factor
     WHERE (secret <> '' AND secret NOT LIKE 'sealed:%')
        OR (pending_secret <> '' AND pending_secret NOT LIKE 'sealed:%')
     ORDER BY user_id LIMIT $1
)sql"};

store::Sql const kSealedSecrets{"access.sealed_secrets", R"sql(
    SELECT user_id, secret, pending_secret FROM user_second_factor
     WHERE secret LIKE 'sealed:%' OR pending_secret LIKE 'sealed:%'
     ORDER BY user_id LIMIT $1
)sql"};

store::Sql const kForgetSecondFactor{"access.forget_second_factor", R"sql(
    DELETE FROM user_second_factor WHERE user_id = $1
)sql"};

store::Sql const kForgetCodesTaken{"access.forget_codes_taken", R"sql(
    DELETE FROM user_code_taken WHERE user_id = $1
)sql"};

// Changes nothing that matters, but whoever else comes waits.
store::Sql const kHoldSecondFactor{"access.hold_second_factor", R"sql(
    INSERT INTO user_code_taken (user_id, step) VALUES ($1, 0)
    ON CONFLICT (user_id) DO UPDATE SET step = user_code_taken.step
)sql"};

// No row when a code of that half minute, or of a later one, was taken before.
store::Sql const kTakeStep{"access.take_step", R"sql(
    INSERT INTO user_code_taken (user_id, step) VALUES ($1, $2)
    ON CONFLICT (user_id) DO UPDATE SET step = excluded.step
     WHERE user_code_taken.step < excluded.step
    RETURNING step
)sql"};

store::Sql const kInsertRecoveryCode{"access.insert_recovery_code", R"sql(
    INSERT INTO user_recovery_code (user_id, code_hash) VALUES ($1, $2)
)sql"};

store::Sql const kForgetRecoveryCodes{"access.forget_recovery_codes", R"sql(
    DELETE FROM user_recovery_code WHERE user_id = $1
)sql"};

store::Sql const kUseRecoveryCode{"access.use_recovery_code", R"sql(
    UPDATE user_recovery_code SET used_at = $3
     WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL
)sql"};

store::Sql const kDeleteOtherSessions{"access.delete_other_sessions", R"sql(
    DELETE FROM user_session WHERE user_id = $1 AND token_hash <> $2
)sql"};

}  // namespace waymark::access::sql
