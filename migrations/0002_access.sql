-- owner: access
-- why:   partnerships, their hubs, agencies, teams and people, each with the dates between which it
--        is valid, because councils merge and people move; and who may see what.
-- safe:  first schema.

CREATE TABLE org_partnership (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    is_demo    INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL
);

CREATE TABLE org_area (                       -- a hub's area
    id             TEXT PRIMARY KEY,
    partnership_id TEXT NOT NULL REFERENCES org_partnership (id),
    code           TEXT NOT NULL,             -- three letters: SCA
    name           TEXT NOT NULL,
    gss_code       TEXT,                      -- Office for National Statistics code of its boundary
    valid_from     TEXT NOT NULL,
    valid_to       TEXT,                      -- last day; open when NULL
    revision       BIGINT NOT NULL DEFAULT 1,
    UNIQUE (partnership_id, code)
);

CREATE TABLE org_agency (
    id             TEXT PRIMARY KEY,
    partnership_id TEXT NOT NULL REFERENCES org_partnership (id),
    code           TEXT NOT NULL,
    name           TEXT NOT NULL,
    kind           TEXT NOT NULL,             -- police, council, fire, health, housing, charity ...
    valid_from     TEXT NOT NULL,
    valid_to       TEXT,
    revision       BIGINT NOT NULL DEFAULT 1,
    UNIQUE (partnership_id, code)
);

CREATE TABLE org_team (
    id         TEXT PRIMARY KEY,
    agency_id  TEXT NOT NULL REFERENCES org_agency (id),
    area_id    TEXT REFERENCES org_area (id),
    name       TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    revision   BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE user_account (
    id             TEXT PRIMARY KEY,
    partnership_id TEXT NOT NULL REFERENCES org_partnership (id),
    agency_id      TEXT NOT NULL REFERENCES org_agency (id),
    email          TEXT NOT NULL UNIQUE,      -- lower case
    name           TEXT NOT NULL,
    job_title      TEXT NOT NULL DEFAULT '',
    phone          TEXT NOT NULL DEFAULT '',
    password_hash  TEXT NOT NULL,             -- Argon2id, as libsodium writes it
    valid_from     TEXT NOT NULL,
    valid_to       TEXT,
    revision       BIGINT NOT NULL DEFAULT 1,
    created_at     TEXT NOT NULL
);
CREATE INDEX user_account_by_agency ON user_account (agency_id, name);

-- A role held at a place in the partnership: the whole of it, one hub area or one team.
CREATE TABLE role_assignment (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES user_account (id),
    role       TEXT NOT NULL,                 -- as listed in access/roles.h
    held_at    TEXT NOT NULL CHECK (held_at IN ('partnership', 'area', 'team')),
    held_at_id TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT
);
CREATE INDEX role_assignment_by_user ON role_assignment (user_id);
CREATE INDEX role_assignment_by_place ON role_assignment (held_at_id, role);

-- A scope is what a record is filed under and what a person may see: the partnership, a hub area,
-- a team, an agency, or one user. Small numbers, because every record is filed by them.
CREATE TABLE access_scope (
    number    BIGINT PRIMARY KEY,
    kind      TEXT NOT NULL,
    entity_id TEXT NOT NULL UNIQUE
);

CREATE TABLE user_session (
    token_hash   TEXT PRIMARY KEY,            -- SHA-256 of the cookie
    user_id      TEXT NOT NULL REFERENCES user_account (id),
    csrf_token   TEXT NOT NULL,
    created_at   TEXT NOT NULL,
    last_used_at TEXT NOT NULL,
    expires_at   TEXT NOT NULL                -- at the latest, however busy
);
CREATE INDEX user_session_by_user ON user_session (user_id);

-- Failed sign-ins, by account and by address, so that guessing gets slower and slower.
CREATE TABLE user_sign_in_failure (
    bucket   TEXT PRIMARY KEY,                -- SHA-256 of account:<e-mail> or address:<ip>
    failures BIGINT NOT NULL,
    last_at  TEXT NOT NULL
);
