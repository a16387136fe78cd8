-- owner: audit
-- why:   who did what, who looked, and proof that nobody altered the account of it.
-- safe:  first schema.

CREATE TABLE audit_entry (
    sequence     BIGINT PRIMARY KEY,   -- 1, 2, 3 ... without a gap
    at           TEXT NOT NULL,
    actor_id     TEXT NOT NULL,        -- a user's id, or system:<command>
    agency_id    TEXT NOT NULL,        -- of the actor at the time; empty for the system
    action       TEXT NOT NULL,        -- case.read, referral.decide ...
    subject_kind TEXT NOT NULL,
    subject_id   TEXT NOT NULL,
    revision     BIGINT,               -- of the subject, after a change
    detail       TEXT NOT NULL,        -- codes and names of fields; never what was typed
    request_id   TEXT NOT NULL,
    hash         TEXT NOT NULL         -- SHA-256 over the hash before and every column above
);

-- Asked for on the audit page of a record, and when somebody's change collides with another's.
CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, sequence);

-- The end of the chain. One row; taking it for update is what puts writers in order.
CREATE TABLE audit_head (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    sequence BIGINT NOT NULL,
    hash     TEXT NOT NULL
);
INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '');

-- only: sqlite
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
-- end only
-- only: postgresql
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit is append-only'; END $$;
CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
-- end only
