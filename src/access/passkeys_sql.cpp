#include "passkeys_sql.h"

namespace waymark::access::sql {

store::Sql const kPasskeys{"access.passkeys", R"sql(
    SELECT id, name, credential_id, made_at, last_used_at
      FROM user_passkey
     WHERE user_id = $1
     ORDER BY made_at, id
)sql"};

store::Sql const kPasskey{"access.passkey", R"sql(
    SELECT id, algorithm, public_key, counter
      FROM user_passkey
     WHERE user_id = $1 AND credential_id = $2
)sql"};

// Whoever it is that has it.
store::Sql const kPasskeyKnown{"access.passkey_known", R"sql(
    SELECT 1 AS known FROM user_passkey WHERE credential_id = $1
)sql"};

store::Sql const kInsertPasskey{"access.insert_passkey", R"sql(
    INSERT INTO user_passkey (id, user_id, name, credential_id, algorithm, public_key, counter,
                              made_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

// $3 is the counter that was signed, which grows or, for devices that do not count, stays 0.
store::Sql const kUsePasskey{"access.use_passkey", R"sql(
    UPDATE user_passkey SET counter = $3, last_used_at = $4
     WHERE user_id = $1 AND id = $2 AND (counter < $3 OR (counter = 0 AND $3 = 0))
)sql"};

store::Sql const kDeletePasskey{"access.delete_passkey", R"sql(
    DELETE FROM user_passkey WHERE user_id = $1 AND id = $2
)sql"};

store::Sql const kForgetPasskeys{"access.forget_passkeys", R"sql(
    DELETE FROM user_passkey WHERE user_id = $1
)sql"};

store::Sql const kInsertChallenge{"access.insert_challenge", R"sql(
    INSERT INTO user_challenge (challenge_hash, user_id, purpose, good_until)
    VALUES ($1, $2, $3, $4)
)sql"};

store::Sql const kTakeChallenge{"access.take_challenge", R"sql(
    DELETE FROM user_challenge
     WHERE challenge_hash = $1 AND user_id = $2 AND purpose = $3 AND good_until > $4
)sql"};

store::Sql const kSpendChallenge{"access.spend_challenge", R"sql(
    DELETE FROM user_challenge WHERE challenge_hash = $1 AND user_id = $2
)sql"};

store::Sql const kForgetOldChallenges{"access.forget_old_challenges", R"sql(
    DELETE FROM user_challenge WHERE good_until <= $1
)sql"};

store::Sql const kForgetChallenges{"access.forget_challenges", R"sql(
    DELETE FROM user_challenge WHERE user_id = $1
)sql"};

}  // namespace waymark::access::sql
