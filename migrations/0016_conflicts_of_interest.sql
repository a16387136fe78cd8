-- owner: access
-- why:   nobody opens a record of themselves, of their household or of somebody they know, and
--        nobody who is linked to the person said to cause harm finds whom it was done to (Domestic
--        Abuse Act guidance; the commissioner's reprimands of 2022 and 2023).
-- safe:  adds tables and a view; the release before this one ignores them.

-- Whom a user knows outside their work. Ended by somebody else, with a reason; never deleted.
CREATE TABLE access_interest (
    id             TEXT PRIMARY KEY,
    partnership_id TEXT NOT NULL,
    user_id        TEXT NOT NULL REFERENCES user_account (id),
    person_id      TEXT NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('self', 'household', 'family', 'associate')),
    note           TEXT NOT NULL DEFAULT '',
    declared_by    TEXT NOT NULL,
    declared_at    TEXT NOT NULL,
    ended_by       TEXT,
    ended_at       TEXT,
    end_reason     TEXT NOT NULL DEFAULT '',
    revision       BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX access_interest_held ON access_interest (user_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX access_interest_by_person ON access_interest (person_id) WHERE ended_at IS NULL;

-- The people, cases and places that therefore do not exist for a user. Written whole from the above
-- and from the cases that those people are in.
CREATE TABLE access_shut_out (
    user_id   TEXT NOT NULL,
    record_id TEXT NOT NULL,
    PRIMARY KEY (user_id, record_id)
) {{without_rowid}};
CREATE INDEX access_shut_out_by_record ON access_shut_out (record_id);

-- Whether a user is shut out of anything is remembered with what they may do.
-- only: sqlite
CREATE TRIGGER access_interest_insert_version AFTER INSERT ON access_interest
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER access_interest_update_version AFTER UPDATE ON access_interest
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
CREATE TRIGGER access_interest_delete_version AFTER DELETE ON access_interest
BEGIN UPDATE access_version SET number = number + 1 WHERE id = 1; END;
-- end only
-- only: postgresql
CREATE TRIGGER access_interest_version AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON access_interest
FOR EACH STATEMENT EXECUTE FUNCTION raise_access_version();
-- end only

-- With whom, where and what a referral closes.
CREATE VIEW report_referral_closes AS
SELECT referral_id, person_id AS record_id FROM referral_person WHERE person_id IS NOT NULL
UNION ALL
SELECT id, place_id FROM referral_record WHERE place_id IS NOT NULL
UNION ALL
SELECT id, case_id FROM referral_record WHERE case_id IS NOT NULL;
