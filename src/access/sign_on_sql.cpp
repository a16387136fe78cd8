#include "sign_on_sql.h"

namespace waymark::access::sql {

store::Sql const kBeginSignOn{"access.begin_sign_on", R"sql(
    INSERT INTO user_sign_on (state_hash, browser_hash, provider, expires_at)
    VALUES ($1, $2, $3, $4)
)sql"};

store::Sql const kForgetOldSignOns{"access.forget_old_sign_ons", R"sql(
    DELETE FROM user_sign_on WHERE expires_at <= $1
)sql"};

store::Sql const kForgetOldSignOnCodes{"access.forget_old_sign_on_codes", R"sql(
    DELETE FROM user_sign_on_code WHERE expires_at <= $1
)sql"};

store::Sql const kSignOn{"access.sign_on", R"sql(
    SELECT provider FROM user_sign_on
     WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3
)sql"};

store::Sql const kTakeSignOn{"access.take_sign_on", R"sql(
    DELETE FROM user_sign_on
     WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3
    RETURNING provider
)sql"};

store::Sql const kAccountOfIdentity{"access.account_of_identity", R"sql(
    SELECT u.id, u.email, u.agency_id
      FROM user_identity i
      JOIN user_account u ON u.id = i.user_id
     WHERE i.issuer = $1 AND i.subject = $2
)sql"};

// Of the agency $2, with this e-mail, and nobody linked to it yet.
store::Sql const kAccountToLink{"access.account_to_link", R"sql(
    SELECT u.id, u.email, u.agency_id
      FROM user_account u
     WHERE u.email = $1 AND u.agency_id = $2 AND u.kind = 'person'
       AND NOT EXISTS (SELECT 1 FROM user_identity i WHERE i.user_id = u.id)
)sql"};

store::Sql const kAccountWithAgency{"access.account_with_agency", R"sql(
    SELECT id, email, agency_id FROM user_account WHERE id = $1 AND agency_id = $2
)sql"};

// Changes nothing when either was linked before.
store::Sql const kLinkIdentity{"access.link_identity", R"sql(
    INSERT INTO user_identity (issuer, subject, user_id, since) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING
)sql"};

store::Sql const kIdentityOf{"access.identity_of", R"sql(
    SELECT issuer, subject FROM user_identity WHERE user_id = $1
)sql"};

store::Sql const kUnlinkIdentity{"access.unlink_identity", R"sql(
    DELETE FROM user_identity WHERE user_id = $1
)sql"};

store::Sql const kAwaitSignOnCode{"access.await_sign_on_code", R"sql(
    INSERT INTO user_sign_on_code
        (browser_hash, user_id, agency_id, provider, issuer, subject, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (browser_hash) DO UPDATE
       SET user_id = excluded.user_id, agency_id = excluded.agency_id,
           provider = excluded.provider, issuer = excluded.issuer, subject = excluded.subject,
           expires_at = excluded.expires_at
)sql"};

store::Sql const kSignOnCode{"access.sign_on_code", R"sql(
    SELECT user_id, agency_id, provider, issuer, subject FROM user_sign_on_code
     WHERE browser_hash = $1 AND expires_at > $2
)sql"};

store::Sql const kTakeSignOnCode{"access.take_sign_on_code", R"sql(
    DELETE FROM user_sign_on_code WHERE browser_hash = $1
)sql"};

store::Sql const kForgetSignOnCodesOf{"access.forget_sign_on_codes_of", R"sql(
    DELETE FROM user_sign_on_code WHERE user_id = $1
)sql"};

}  // namespace waymark::access::sql
