-- owner: access
-- why:   a password alone opens these records to whoever has learned it. A code of the moment from a
--        phone is asked for as well (RFC 6238).
-- safe:  adds tables; the release before this one ignores them and asks for the password alone.

-- What a user's codes are made from. Whoever reads it can make codes, but not sign in without the
-- password, which is not here.
CREATE TABLE user_second_factor (
    user_id        TEXT PRIMARY KEY REFERENCES user_account (id),
    secret         TEXT NOT NULL DEFAULT '',    -- base32; empty until a first code was given
    pending_secret TEXT NOT NULL DEFAULT '',    -- shown, and not yet confirmed by a code
    since          TEXT
);

-- A code is good once: the last half minute whose code was taken.
CREATE TABLE user_code_taken (
    user_id TEXT PRIMARY KEY REFERENCES user_account (id),
    step    BIGINT NOT NULL
);

-- For who has lost the phone: each is good once.
CREATE TABLE user_recovery_code (
    user_id   TEXT NOT NULL REFERENCES user_account (id),
    code_hash TEXT NOT NULL,                    -- SHA-256
    used_at   TEXT,
    PRIMARY KEY (user_id, code_hash)
) {{without_rowid}};

-- Whether a user has one is remembered with what they may do.
-- only: sqlite
CREATE TRIGGER user_second_factor_insert_version AFTER INSERT ON user_second_factor
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER user_second_factor_update_version AFTER UPDATE ON user_second_factor
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER user_second_factor_delete_version AFTER DELETE ON user_second_factor
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
-- end only
-- only: postgresql
CREATE TRIGGER user_second_factor_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON user_second_factor
FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
-- end only
