-- owner: people
-- why:   the people in the records: names, safe ways to reach them, and the keys that find them.
-- safe:  first schema.

CREATE TABLE person_record (
    id                 TEXT PRIMARY KEY,
    partnership_id     TEXT NOT NULL,
    given_names        TEXT NOT NULL,
    family_name        TEXT NOT NULL,
    date_of_birth      TEXT,
    date_of_birth_note TEXT NOT NULL DEFAULT '',   -- exact, estimated or not_known
    gender             TEXT NOT NULL DEFAULT 'not_known',
    phone              TEXT NOT NULL DEFAULT '',
    phone_is_safe      TEXT NOT NULL DEFAULT 'not_known' CHECK (phone_is_safe IN ('yes', 'no', 'not_known')),
    email              TEXT NOT NULL DEFAULT '',
    email_is_safe      TEXT NOT NULL DEFAULT 'not_known' CHECK (email_is_safe IN ('yes', 'no', 'not_known')),
    safe_contact       TEXT NOT NULL DEFAULT '',   -- in words: when, how, and what never to do
    needs              TEXT NOT NULL DEFAULT '',   -- language, interpreter, access
    filed_keys         TEXT NOT NULL DEFAULT '',   -- the keys in person_key, separated by tabs
    revision           BIGINT NOT NULL DEFAULT 1,
    created_at         TEXT NOT NULL,
    created_by         TEXT NOT NULL,
    updated_at         TEXT NOT NULL
);

CREATE TABLE person_alias (
    person_id   TEXT NOT NULL REFERENCES person_record (id),
    position    INTEGER NOT NULL,                 -- from 0, in the order they were entered
    given_names TEXT NOT NULL,
    family_name TEXT NOT NULL,
    kind        TEXT NOT NULL,                    -- also_known_as, former_name, nickname
    PRIMARY KEY (person_id, position)
) {{without_rowid}};

CREATE TABLE person_address (
    person_id TEXT NOT NULL REFERENCES person_record (id),
    position  INTEGER NOT NULL,                   -- from 0, in the order they were entered
    line      TEXT NOT NULL,                      -- house and street as one line
    town      TEXT NOT NULL DEFAULT '',
    postcode  TEXT NOT NULL DEFAULT '',
    place_id  TEXT,                               -- when it is also a place of ours
    from_on   TEXT,
    to_on     TEXT,
    PRIMARY KEY (person_id, position)
) {{without_rowid}};

-- Which scopes may know that this person is on record.
CREATE TABLE person_scope (
    scope     BIGINT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person_record (id),
    PRIMARY KEY (scope, person_id)
) {{without_rowid}};
CREATE INDEX person_scope_by_person ON person_scope (person_id);

-- Search and matching keys (see matching/matching.h), filed by scope first: a look-up reads only
-- what the reader may see, and takes no longer for what they may not. Keys are compared byte by
-- byte, so that a prefix is a range. There is no index by person, which would double the largest
-- table of all: a person's rows are found through person_scope and person_record.filed_keys.
CREATE TABLE person_key (
    scope     BIGINT NOT NULL,
-- only: sqlite
    key       TEXT NOT NULL,
-- only: postgresql
    key       TEXT COLLATE "C" NOT NULL,
-- end only
    person_id TEXT NOT NULL,
    PRIMARY KEY (scope, key, person_id)
) {{without_rowid}};
