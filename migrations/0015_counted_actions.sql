-- owner: cases
-- why:   what is open for somebody is counted on the first page that everybody sees. With the case in
--        the index, and actions that name nobody in one of their own, that reads no action itself.
-- safe:  indexes only; the release before this one uses them too.
DROP INDEX case_action_open_by_user;
CREATE INDEX case_action_open_by_user ON case_action (owner_user_id, due_on, case_id)
    WHERE result IS NULL;
CREATE INDEX case_action_unnamed ON case_action (owner_agency_id, due_on, case_id)
    WHERE result IS NULL AND owner_user_id IS NULL;
