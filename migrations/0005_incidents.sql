-- owner: incidents
-- why:   demand as the police and others record it, imported; the boundaries it falls in; and the
--        places it falls on, again and again.
-- safe:  first schema.

CREATE TABLE incident_boundary (
    partnership_id TEXT NOT NULL,
    code           TEXT NOT NULL,                 -- Office for National Statistics code
    kind           TEXT NOT NULL,                 -- district, ward, lsoa
    name           TEXT NOT NULL,
    area_id        TEXT REFERENCES org_area (id), -- the hub whose area this is, or is part of
    changed_at     TEXT NOT NULL,                 -- when an import last added or changed it
    geometry       TEXT NOT NULL,                 -- GeoJSON MultiPolygon, as imported
    outline        TEXT NOT NULL,                 -- the same, simplified for drawing
    PRIMARY KEY (partnership_id, code)
);

-- One file read. Counts are kept so that a re-import can be told from a first; they grow with each
-- chunk that is committed, so they are true of an import that was broken off too.
CREATE TABLE incident_import (
    id             TEXT PRIMARY KEY,
    partnership_id TEXT NOT NULL,
    source         TEXT NOT NULL,                 -- name given on the command line, or the file's
    file_digest    TEXT NOT NULL DEFAULT '',      -- SHA-256; empty until the whole file was read
    rows_read      BIGINT NOT NULL,
    rows_added     BIGINT NOT NULL,
    rows_known     BIGINT NOT NULL,
    rows_rejected  BIGINT NOT NULL,
    rows_outside   BIGINT NOT NULL,               -- in no boundary of ours
    imported_at    TEXT NOT NULL,                 -- when it began
    finished_at    TEXT,                          -- NULL while under way or when broken off
    imported_by    TEXT NOT NULL
);
CREATE INDEX incident_import_by_partnership ON incident_import (partnership_id, imported_at);

-- A point to which the publisher snaps incidents. Many incidents share one.
CREATE TABLE incident_location (
-- only: sqlite
    id             INTEGER PRIMARY KEY,           -- given by the database
-- end only
-- only: postgresql
    id             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
-- end only
    partnership_id TEXT NOT NULL,
    longitude      DOUBLE PRECISION NOT NULL,     -- WGS84 degrees, to a millionth
    latitude       DOUBLE PRECISION NOT NULL,
    name           TEXT NOT NULL,
    lsoa_code      TEXT NOT NULL DEFAULT '',
    area_id        TEXT,                          -- NULL when it lies in no boundary of ours
    UNIQUE (partnership_id, longitude, latitude, name)
);
CREATE INDEX incident_location_by_area ON incident_location (partnership_id, area_id, id);

CREATE TABLE incident_record (
    row_key     TEXT PRIMARY KEY,                 -- digest of what tells the incident from others
    location_id BIGINT NOT NULL REFERENCES incident_location (id),
    month       TEXT NOT NULL,                    -- YYYY-MM
    occurred_on TEXT,                             -- when the source gives a day
    category    TEXT NOT NULL,
    import_id   TEXT NOT NULL REFERENCES incident_import (id),
    area_id     TEXT                              -- its location's, for the reports
) {{without_rowid}};
CREATE INDEX incident_record_by_location ON incident_record (location_id, month, category);
CREATE INDEX incident_record_by_area ON incident_record (area_id, month, location_id);
