-- owner: access
-- why:   decision 0020. One administrator alone could make an account, choose its password and give
--        it any role. Two people do now, accounts lapse, and each is confirmed every quarter.
-- safe:  adds tables and columns; what was given before counts as approved, and every account is
--        due for confirmation a quarter from now. The release before this one gives what waits.

-- Limits that policy sets, each from a day on; the latest that has begun holds.
CREATE TABLE access_limit (
    code       TEXT NOT NULL,
    value      BIGINT NOT NULL,
    source     TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    PRIMARY KEY (code, valid_from)
);
INSERT INTO access_limit (code, value, source, valid_from) VALUES
('confirm_days', 92, 'default of this product: every account is confirmed each quarter', '2014-04-01'),
('dormant_days', 30, 'default of this product: an account that nobody uses is closed', '2014-04-01'),
('invitation_hours', 72, 'OWASP ASVS 5.0 6.4.1: a first secret is good for a short time', '2014-04-01'),
('invitation_guesses', 5, 'OWASP ASVS 5.0 6.4.1: and cannot be guessed', '2014-04-01');

-- `confirmed_on`: when somebody last said that the account is still needed. `lapses_on`: from this
-- day on it is not in force until somebody says so again; never, in a demonstration.
ALTER TABLE user_account ADD COLUMN confirmed_on TEXT NOT NULL DEFAULT '';
ALTER TABLE user_account ADD COLUMN confirmed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE user_account ADD COLUMN lapses_on TEXT;

-- only: sqlite
UPDATE user_account
   SET confirmed_on = date('now'),
       lapses_on = CASE WHEN (SELECT p.is_demo FROM org_partnership p WHERE p.id = partnership_id) = 0
                        THEN date('now', '+92 days') END;
-- end only
-- only: postgresql
UPDATE user_account
   SET confirmed_on = to_char(now(), 'YYYY-MM-DD'),
       lapses_on = CASE WHEN (SELECT p.is_demo FROM org_partnership p WHERE p.id = partnership_id) = 0
                        THEN to_char(now() + interval '92 days', 'YYYY-MM-DD') END;
-- end only

-- The last day on which somebody signed in. Apart from the account, because the directory is
-- remembered for as long as nothing in it changes.
CREATE TABLE user_seen (
    user_id TEXT PRIMARY KEY REFERENCES user_account (id),
    last_on TEXT NOT NULL
);

-- A role counts once somebody else than who proposed it has approved it.
ALTER TABLE role_assignment ADD COLUMN proposed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE role_assignment ADD COLUMN approved_by TEXT NOT NULL DEFAULT 'before_approvals';

-- Leave to choose a password, once. It takes a link, which who invited has, and a code, which who
-- approved has: neither alone can take the account over.
CREATE TABLE user_invitation (
    user_id     TEXT PRIMARY KEY REFERENCES user_account (id),
    token_hash  TEXT NOT NULL UNIQUE,           -- SHA-256
    invited_by  TEXT NOT NULL,
    invited_at  TEXT NOT NULL,
    expires_at  TEXT NOT NULL,
    approved_by TEXT NOT NULL DEFAULT '',
    code_hash   TEXT NOT NULL DEFAULT '',       -- SHA-256 of code and token_hash; empty: not approved
    guesses     BIGINT NOT NULL DEFAULT 0
);
