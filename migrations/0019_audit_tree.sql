-- owner: audit
-- why:   a chain that lives in its own database proves nothing to whoever can write there: heads of
--        it are signed, and signed by others too; and a name shown in a list is a look as well.
-- safe:  adds tables and a column; the release before this one ignores them.

-- Ids of records whose names a list or a search showed, separated by commas; part of the hash
-- where there are any.
ALTER TABLE audit_entry ADD COLUMN shown TEXT NOT NULL DEFAULT '';

-- What this user looked at.
CREATE INDEX audit_entry_by_actor ON audit_entry (actor_id, sequence);

-- Which entries showed a record: drawn from audit_entry.shown, a little later.
CREATE TABLE audit_shown (
    subject_id TEXT NOT NULL,
    sequence   BIGINT NOT NULL,
    PRIMARY KEY (subject_id, sequence)
) {{without_rowid}};
CREATE TABLE audit_progress (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    shown_up_to BIGINT NOT NULL          -- entries up to here are in audit_shown
);
INSERT INTO audit_progress (id, shown_up_to) VALUES (1, 0);

-- Roots of complete parts of the tree, so that no proof needs all entries: of 256 entries each at
-- level 8, of 65,536 at level 16, of 16,777,216 at level 24.
CREATE TABLE audit_node (
    level    INTEGER NOT NULL,
    position BIGINT NOT NULL,
    hash     TEXT NOT NULL,
    PRIMARY KEY (level, position)
) {{without_rowid}};

-- Signed heads, as texts that others keep: a signed note.
CREATE TABLE audit_checkpoint (
    size BIGINT PRIMARY KEY,             -- how many entries it stands for
    at   TEXT NOT NULL,
    note TEXT NOT NULL
);

-- Other agencies that sign heads too.
CREATE TABLE audit_witness (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    agency_id  TEXT NOT NULL,
    key        TEXT NOT NULL,            -- public
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    seen_at    TEXT,                     -- when it last signed, by its own clock
    seen_size  BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE audit_cosignature (
    size       BIGINT NOT NULL,
    witness_id TEXT NOT NULL REFERENCES audit_witness (id),
    at         TEXT NOT NULL,
    line       TEXT NOT NULL,            -- as it stands in the note
    PRIMARY KEY (size, witness_id)
) {{without_rowid}};

-- only: sqlite
CREATE TRIGGER audit_checkpoint_no_update BEFORE UPDATE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_checkpoint_no_delete BEFORE DELETE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_cosignature_no_update BEFORE UPDATE ON audit_cosignature
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_cosignature_no_delete BEFORE DELETE ON audit_cosignature
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
-- end only
-- only: postgresql
CREATE TRIGGER audit_checkpoint_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_cosignature_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_cosignature
FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
-- end only
