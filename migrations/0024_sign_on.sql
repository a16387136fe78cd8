-- owner: access
-- why:   people of an agency that has an identity provider sign on there (OpenID Connect), so that who
--        leaves the agency is out at once, and its own second factor counts.
-- safe:  adds tables and a column with a default; the release before this one ignores them, and asks
--        who signed on by a provider for a second factor of its own where one is required.

-- Sign-ons under way, from the button to the return.
CREATE TABLE user_sign_on (
    state_hash   TEXT PRIMARY KEY,            -- SHA-256 of what goes to the provider and comes back
    browser_hash TEXT NOT NULL,               -- SHA-256 of the cookie of the browser that began it
    provider     TEXT NOT NULL,               -- the operator's code for it
    expires_at   TEXT NOT NULL
);
CREATE INDEX user_sign_on_by_age ON user_sign_on (expires_at);

-- Those that the provider has answered, and that still need a code of Waymark's own.
CREATE TABLE user_sign_on_code (
    browser_hash TEXT PRIMARY KEY,
    user_id      TEXT NOT NULL REFERENCES user_account (id),
    agency_id    TEXT NOT NULL REFERENCES org_agency (id),
    provider     TEXT NOT NULL,
    issuer       TEXT NOT NULL,
    subject      TEXT NOT NULL,
    expires_at   TEXT NOT NULL
);

-- Whose account an identity opens: one identity an account, one account an identity.
CREATE TABLE user_identity (
    issuer  TEXT NOT NULL,
    subject TEXT NOT NULL,                    -- the provider's own word for somebody; never reused
    user_id TEXT NOT NULL UNIQUE REFERENCES user_account (id),
    since   TEXT NOT NULL,
    PRIMARY KEY (issuer, subject)
);

-- Whether the provider proved a second factor: then none of Waymark's own is asked for.
ALTER TABLE user_session ADD COLUMN second_factor_proved INTEGER NOT NULL DEFAULT 0; -- by a provider
