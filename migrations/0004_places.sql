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

CREATE TABLE place_key (
    scope    BIGINT NOT NULL,
    key      TEXT NOT NULL,
    place_id TEXT NOT NULL,
    PRIMARY KEY (scope, key, place_id)
) {{without_rowid}};
-- only: postgresql
CREATE INDEX place_key_prefix ON place_key (scope, key text_pattern_ops, place_id);
-- end only
CREATE INDEX place_key_by_place ON place_key (place_id);
