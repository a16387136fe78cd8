#include "access_sql.h"

namespace waymark::access::sql {

store::Sql const kSession{"access.session", R"sql(
    SELECT s.user_id, s.csrf_token, s.last_used_at, s.expires_at, s.second_factor_proved,
           v.number AS directory_version, v.next_end
      FROM user_session s
      JOIN access_version v ON v.id = 1
     WHERE s.token_hash = $1
)sql"};

// $2 is today: an account outside its dates, or that nobody has confirmed, is no account.
store::Sql const kUser{"access.user", R"sql(
    SELECT u.id, u.name, u.agency_id, u.partnership_id,
           (SELECT count(*) FROM access_interest i
             WHERE i.user_id = u.id AND i.ended_at IS NULL) AS interests,
           (SELECT count(*) FROM user_second_factor f
             WHERE f.user_id = u.id AND f.secret <> '') +
           (SELECT count(*) FROM user_passkey k WHERE k.user_id = u.id) AS second_factors,
           p.is_demo
      FROM user_account u
      JOIN org_agency a ON a.id = u.agency_id
      JOIN org_partnership p ON p.id = u.partnership_id
     WHERE u.id = $1
       AND u.valid_from <= $2 AND (u.valid_to IS NULL OR u.valid_to >= $2)
       AND (u.lapses_on IS NULL OR u.lapses_on > $2)
       AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
)sql"};

// In force on $2 but that nobody has confirmed it.
store::Sql const kHasLapsed{"access.has_lapsed", R"sql(
    SELECT 1
      FROM user_account u
      JOIN org_agency a ON a.id = u.agency_id
     WHERE u.id = $1 AND u.lapses_on <= $2
       AND u.valid_from <= $2 AND (u.valid_to IS NULL OR u.valid_to >= $2)
       AND a.valid_from <= $2 AND (a.valid_to IS NULL OR a.valid_to >= $2)
)sql"};

// Roles valid on $2 with the scope of where they are held, then the scopes of the user's agency
// and of the user.
store::Sql const kRolesAndScopes{"access.roles_and_scopes", R"sql(
    SELECT r.role, r.held_at, r.held_at_id, s.number
      FROM role_assignment r
      JOIN access_scope s ON s.entity_id = r.held_at_id
     WHERE r.user_id = $1 AND r.approved_by <> ''
       AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2)
    UNION ALL
    SELECT '', s.kind, s.entity_id, s.number
      FROM access_scope s
     WHERE s.entity_id IN ($1, $3)
)sql"};

store::Sql const kScopeOf{"access.scope_of", R"sql(
    SELECT number FROM access_scope WHERE entity_id = $1
)sql"};

store::Sql const kTouchSession{"access.touch_session", R"sql(
    UPDATE user_session SET last_used_at = $2 WHERE token_hash = $1
)sql"};

store::Sql const kEndNoLaterThan{"access.end_no_later_than", R"sql(
    UPDATE access_version
       SET next_end = CASE WHEN next_end = '' OR next_end > $1 THEN $1 ELSE next_end END
     WHERE id = 1
)sql"};

store::Sql const kSetNextEnd{"access.set_next_end", R"sql(
    UPDATE access_version SET next_end = $1 WHERE id = 1
)sql"};

store::Sql const kCredentials{"access.credentials", R"sql(
    SELECT id, password_hash FROM user_account WHERE email = $1
)sql"};

store::Sql const kInsertSession{"access.insert_session", R"sql(
    INSERT INTO user_session
        (token_hash, user_id, csrf_token, created_at, last_used_at, expires_at, second_factor_proved)
    VALUES ($1, $2, $3, $4, $4, $5, $6)
)sql"};

store::Sql const kDeleteSession{"access.delete_session", R"sql(
    DELETE FROM user_session WHERE token_hash = $1
)sql"};

store::Sql const kDeleteSessionsOfUser{"access.delete_sessions_of_user", R"sql(
    DELETE FROM user_session WHERE user_id = $1
)sql"};

store::Sql const kDeleteOldSessions{"access.delete_old_sessions", R"sql(
    DELETE FROM user_session WHERE expires_at < $1 OR last_used_at < $2
)sql"};

store::Sql const kFailures{"access.failures", R"sql(
    SELECT failures, last_at FROM user_sign_in_failure WHERE bucket = $1
)sql"};

// $3 is the time before which a failure is forgotten.
store::Sql const kCountFailure{"access.count_failure", R"sql(
    INSERT INTO user_sign_in_failure (bucket, failures, last_at) VALUES ($1, 1, $2)
    ON CONFLICT (bucket) DO UPDATE
       SET failures = CASE WHEN user_sign_in_failure.last_at < $3 THEN 1
                           ELSE user_sign_in_failure.failures + 1 END,
           last_at = excluded.last_at
)sql"};

store::Sql const kForgetFailures{"access.forget_failures", R"sql(
    DELETE FROM user_sign_in_failure WHERE bucket = $1
)sql"};

store::Sql const kForgetOldFailures{"access.forget_old_failures", R"sql(
    DELETE FROM user_sign_in_failure WHERE last_at < $1
)sql"};

}  // namespace waymark::access::sql
