#include "accounts_sql.h"

namespace waymark::access::sql {

store::Sql const kUsers{"access.users", R"sql(
    SELECT id, agency_id, email, name, job_title, phone, valid_from, valid_to, revision, lapses_on,
           kind
      FROM user_account
     WHERE partnership_id = $1
       AND (CAST($2 AS TEXT) IS NULL
            OR (name, id) > (SELECT before.name, before.id FROM user_account before
                              WHERE before.id = $2 AND before.partnership_id = $1))
     ORDER BY name, id
     LIMIT $3
)sql"};

store::Sql const kUserById{"access.user_by_id", R"sql(
    SELECT id, agency_id, email, name, job_title, phone, valid_from, valid_to, revision, lapses_on,
           kind
      FROM user_account WHERE id = $1 AND partnership_id = $2
)sql"};

store::Sql const kUserByEmail{"access.user_by_email", R"sql(
    SELECT id, agency_id, email, name, job_title, phone, valid_from, valid_to, revision, lapses_on,
           kind
      FROM user_account WHERE email = $1 AND partnership_id = $2
)sql"};

store::Sql const kRolesOf{"access.roles_of", R"sql(
    SELECT id, role, held_at, held_at_id, valid_from, valid_to, proposed_by, approved_by
      FROM role_assignment WHERE user_id = $1
     ORDER BY valid_from, role, held_at_id
)sql"};

// No password fits the empty hash.
store::Sql const kInsertUser{"access.insert_user", R"sql(
    INSERT INTO user_account (id, partnership_id, agency_id, email, name, job_title, phone,
                              password_hash, valid_from, valid_to, created_at, kind)
    VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, $9, $10, $11)
)sql"};

store::Sql const kUpdateUser{"access.update_user", R"sql(
    UPDATE user_account
       SET agency_id = $4, name = $5, job_title = $6, phone = $7, valid_from = $8, valid_to = $9,
           revision = revision + 1
     WHERE id = $1 AND partnership_id = $2 AND revision = $3
)sql"};

store::Sql const kPasswordHash{"access.password_hash", R"sql(
    SELECT password_hash FROM user_account WHERE id = $1
)sql"};

store::Sql const kNamesAbout{"access.names_about", R"sql(
    SELECT account.name, account.email, agency.name AS agency_name,
           partnership.name AS partnership_name
      FROM user_account account
      JOIN org_agency agency ON agency.id = account.agency_id
      JOIN org_partnership partnership ON partnership.id = account.partnership_id
     WHERE account.id = $1
)sql"};

store::Sql const kSetPassword{"access.set_password", R"sql(
    UPDATE user_account SET password_hash = $3, revision = revision + 1
     WHERE id = $1 AND partnership_id = $2
)sql"};

store::Sql const kInsertRole{"access.insert_role", R"sql(
    INSERT INTO role_assignment (id, user_id, role, held_at, held_at_id, valid_from, valid_to,
                                 proposed_by, approved_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

store::Sql const kDeleteRoles{"access.delete_roles", R"sql(
    DELETE FROM role_assignment WHERE user_id = $1
)sql"};

store::Sql const kWaitingRoles{"access.waiting_roles", R"sql(
    SELECT r.id, r.role, r.held_at, r.held_at_id, r.valid_from, r.valid_to, r.proposed_by,
           r.approved_by, u.id AS user_id, u.agency_id, u.email, u.name, u.job_title, u.phone,
           u.valid_from AS user_from, u.valid_to AS user_to, u.lapses_on
      FROM role_assignment r
      JOIN user_account u ON u.id = r.user_id
     WHERE u.partnership_id = $1 AND r.approved_by = ''
     ORDER BY u.name, u.id, r.valid_from, r.id
)sql"};

store::Sql const kWaitingRole{"access.waiting_role", R"sql(
    SELECT r.id, r.role, r.held_at, r.held_at_id, r.valid_from, r.valid_to, r.proposed_by,
           r.approved_by, u.id AS user_id, u.agency_id
      FROM role_assignment r
      JOIN user_account u ON u.id = r.user_id
     WHERE r.id = $1 AND u.partnership_id = $2 AND r.approved_by = ''
)sql"};

store::Sql const kApproveRole{"access.approve_role", R"sql(
    UPDATE role_assignment SET approved_by = $2 WHERE id = $1
)sql"};

store::Sql const kDeleteRole{"access.delete_role", R"sql(
    DELETE FROM role_assignment WHERE id = $1
)sql"};

// Approved, of the same role at the same place, and within these days.
store::Sql const kDeleteWithin{"access.delete_within", R"sql(
    DELETE FROM role_assignment
     WHERE user_id = $1 AND role = $2 AND held_at = $3 AND held_at_id = $4 AND approved_by <> ''
       AND valid_from >= $5
       AND (CAST($6 AS TEXT) IS NULL OR (valid_to IS NOT NULL AND valid_to <= $6))
)sql"};

store::Sql const kRaiseRevision{"access.raise_revision", R"sql(
    UPDATE user_account SET revision = revision + 1 WHERE id = $1
)sql"};

store::Sql const kApproversOf{"access.approvers_of", R"sql(
    SELECT DISTINCT u.id
      FROM user_account u
      JOIN role_assignment r ON r.user_id = u.id
     WHERE u.agency_id = $1 AND r.role = 'agency_approver' AND r.approved_by <> ''
       AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2)
       AND u.valid_from <= $2 AND (u.valid_to IS NULL OR u.valid_to >= $2)
       AND (u.lapses_on IS NULL OR u.lapses_on > $2)
)sql"};

store::Sql const kWaitingInvitations{"access.waiting_invitations", R"sql(
    SELECT i.invited_by, i.approved_by, i.expires_at, u.id AS user_id, u.agency_id, u.email, u.name, u.job_title,
           u.phone, u.valid_from AS user_from, u.valid_to AS user_to, u.lapses_on
      FROM user_invitation i
      JOIN user_account u ON u.id = i.user_id
     WHERE u.partnership_id = $1 AND i.expires_at > $2
     ORDER BY u.name, u.id
)sql"};

// In force on $2 but for a lapse, and last confirmed on $3 or before; the longest ago first.
store::Sql const kDueAccounts{"access.due_accounts", R"sql(
    SELECT u.id AS user_id, u.agency_id, u.email, u.name, u.job_title, u.phone,
           u.valid_from AS user_from, u.valid_to AS user_to, u.lapses_on,
           CASE WHEN u.confirmed_on <> '' THEN u.confirmed_on END AS confirmed_on, s.last_on
      FROM user_account u
      LEFT JOIN user_seen s ON s.user_id = u.id
     WHERE u.partnership_id = $1
       AND u.valid_from <= $2 AND (u.valid_to IS NULL OR u.valid_to >= $2)
       AND u.confirmed_on <= $3
     ORDER BY u.confirmed_on, u.name, u.id
)sql"};

// A demonstration's accounts do not lapse.
store::Sql const kConfirmAccount{"access.confirm_account", R"sql(
    UPDATE user_account
       SET confirmed_on = $2, confirmed_by = $3,
           lapses_on = CASE WHEN (SELECT p.is_demo FROM org_partnership p
                                   WHERE p.id = partnership_id) = 0
                            THEN CAST($4 AS TEXT) END
     WHERE id = $1
)sql"};

store::Sql const kEndAccount{"access.end_account", R"sql(
    UPDATE user_account SET valid_to = $2, revision = revision + 1 WHERE id = $1
)sql"};

// Used or confirmed on $2 or later.
store::Sql const kIsInUse{"access.is_in_use", R"sql(
    SELECT 1
      FROM user_account u
      JOIN org_partnership p ON p.id = u.partnership_id
      LEFT JOIN user_seen s ON s.user_id = u.id
     WHERE u.id = $1 AND (p.is_demo = 1 OR u.confirmed_on >= $2 OR s.last_on >= $2)
)sql"};

store::Sql const kSeen{"access.seen", R"sql(
    INSERT INTO user_seen (user_id, last_on) VALUES ($1, $2)
    ON CONFLICT (user_id) DO UPDATE SET last_on = excluded.last_on
)sql"};

store::Sql const kLimit{"access.limit", R"sql(
    SELECT value FROM access_limit
     WHERE code = $1 AND valid_from <= $2
     ORDER BY valid_from DESC LIMIT 1
)sql"};

store::Sql const kInvite{"access.invite", R"sql(
    INSERT INTO user_invitation (user_id, token_hash, invited_by, invited_at, expires_at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (user_id) DO UPDATE
       SET token_hash = excluded.token_hash, invited_by = excluded.invited_by,
           invited_at = excluded.invited_at, expires_at = excluded.expires_at,
           approved_by = '', code_hash = '', guesses = 0
)sql"};

store::Sql const kInvitationOf{"access.invitation_of", R"sql(
    SELECT i.token_hash, i.invited_by, u.agency_id
      FROM user_invitation i
      JOIN user_account u ON u.id = i.user_id
     WHERE i.user_id = $1 AND u.partnership_id = $2 AND i.expires_at > $3
)sql"};

store::Sql const kApproveInvitation{"access.approve_invitation", R"sql(
    UPDATE user_invitation SET approved_by = $2, code_hash = $3, guesses = 0 WHERE user_id = $1
)sql"};

// $3 is how many guesses there may be.
store::Sql const kTakeGuess{"access.take_guess", R"sql(
    UPDATE user_invitation SET guesses = guesses + 1
     WHERE token_hash = $1 AND expires_at > $2 AND code_hash <> '' AND guesses < $3
    RETURNING user_id, code_hash
)sql"};

store::Sql const kTakeInvitation{"access.take_invitation", R"sql(
    DELETE FROM user_invitation WHERE token_hash = $1 AND code_hash = $2
)sql"};

store::Sql const kChoosePassword{"access.choose_password", R"sql(
    UPDATE user_account SET password_hash = $2, revision = revision + 1 WHERE id = $1
)sql"};

store::Sql const kDeleteInvitation{"access.delete_invitation", R"sql(
    DELETE FROM user_invitation WHERE user_id = $1
)sql"};

}  // namespace waymark::access::sql
