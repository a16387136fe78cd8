-- owner: access
-- why:   decision 0023. A partner's own system asks as somebody: an account of its agency with
--        approved roles, that no person can sign in to, by a token that ends.
-- safe:  adds a column and a table; the release before this one lets nobody in by a token.

ALTER TABLE user_account ADD COLUMN kind TEXT NOT NULL DEFAULT 'person'
    CHECK (kind IN ('person', 'system'));

CREATE TABLE user_api_token (
    user_id      TEXT PRIMARY KEY REFERENCES user_account (id),
    token_hash   TEXT NOT NULL UNIQUE,          -- SHA-256
    permissions  TEXT NOT NULL,                 -- comma-separated: what of its roles it may use
    made_by      TEXT NOT NULL,
    made_on      TEXT NOT NULL,
    ends_on      TEXT NOT NULL,                 -- last day
    last_used_on TEXT
);

INSERT INTO access_limit (code, value, source, valid_from) VALUES
('longest_token_days', 366, 'default of this product: looked at again at least once a year', '2014-04-01');
