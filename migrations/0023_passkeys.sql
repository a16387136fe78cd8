-- owner: access
-- why:   a code from an app can be given away on a false page; a passkey answers only to the true one
--        (Web Authentication, W3C).
-- safe:  adds tables; the release before this one ignores them, and lets whoever has passkeys alone in
--        with the password.

-- A key that a device keeps, of which this is the public half: nobody signs in with what is here.
CREATE TABLE user_passkey (
    id            TEXT PRIMARY KEY,
    user_id       TEXT NOT NULL REFERENCES user_account (id),
    name          TEXT NOT NULL,                -- the user's own: which device it is on
    credential_id TEXT NOT NULL UNIQUE,         -- base64url; the device's name for it
    algorithm     BIGINT NOT NULL,              -- COSE: -7 ES256, -8 EdDSA, -257 RS256
    public_key    TEXT NOT NULL,                -- base64; without the wrapping of COSE
    counter       BIGINT NOT NULL,              -- of signatures; a lower one is of a copied key
    made_at       TEXT NOT NULL,
    last_used_at  TEXT
);
CREATE INDEX user_passkey_user ON user_passkey (user_id);

-- What a passkey was asked to sign, until it has or five minutes are over.
CREATE TABLE user_challenge (
    challenge_hash TEXT PRIMARY KEY,            -- SHA-256
    user_id        TEXT NOT NULL REFERENCES user_account (id),
    purpose        TEXT NOT NULL,               -- sign_in, change, add
    good_until     TEXT NOT NULL
);
CREATE INDEX user_challenge_good_until ON user_challenge (good_until);

-- Whether a user has one is remembered with what they may do. That it was used changes nothing there.
-- only: sqlite
CREATE TRIGGER user_passkey_insert_version AFTER INSERT ON user_passkey
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER user_passkey_delete_version AFTER DELETE ON user_passkey
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
-- end only
-- only: postgresql
CREATE TRIGGER user_passkey_version AFTER INSERT OR DELETE OR TRUNCATE ON user_passkey
FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
-- end only
