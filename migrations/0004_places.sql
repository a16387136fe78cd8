-- owner: places
-- why:   addresses, premises, streets and open spaces that cases are about. Never safe
--        accommodation: that has a module of its own.
-- safe:  first schema.

CREATE TABLE place_record (
    id             TEXT PRIMARY KEY,
    partnership_id TEXT NOT NULL,
    kind           TEXT NOT NULL,                 -- address, premises, street, open_space
    name           TEXT NOT NULL DEFAULT '',      -- of premises or an open space
    line           TEXT NOT NULL DEFAULT '',      -- house and street as one line
    locality       TEXT NOT NULL DEFAULT '',
    town           TEXT NOT NULL DEFAULT '',
    postcode       TEXT NOT NULL DEFAULT '',
    uprn           TEXT NOT NULL DEFAULT '',
    longitude      DOUBLE PRECISION,
    latitude       DOUBLE PRECISION,
    area_id        TEXT,
    filed_keys     TEXT NOT NULL DEFAULT '',      -- the keys in place_key, separated by tabs
    revision       BIGINT NOT NULL DEFAULT 1,
    created_at     TEXT NOT NULL,
    created_by     TEXT NOT NULL,
    updated_at     TEXT NOT NULL
);

CREATE TABLE place_scope (
    scope    BIGINT NOT NULL,
    place_id TEXT NOT NULL REFERENCES place_record (id),
    PRIMARY KEY (scope, place_id)
) {{without_rowid}};
CREATE INDEX place_scope_by_place ON place_scope (place_id);

-- Search and matching keys, and the squares of the map that places lie in; see person_key, which is
-- made the same way.
CREATE TABLE place_key (
    scope    BIGINT NOT NULL,
-- only: sqlite
    key      TEXT NOT NULL,
-- only: postgresql
    key      TEXT COLLATE "C" NOT NULL,
-- end only
    place_id TEXT NOT NULL,
    PRIMARY KEY (scope, key, place_id)
) {{without_rowid}};
