-- owner: cases
-- why:   ending an agency's part is a change like any other: who changed it first is told to the
--        other, as with people and places.
-- safe:  adds a column with a default; the release before this one ignores it.
ALTER TABLE case_partner ADD COLUMN revision BIGINT NOT NULL DEFAULT 1;
