-- owner: cases
-- why:   what goes out must be made for the one it goes to: a safe address sent to who is feared is
--        the breach that organisations are reprimanded for.
-- safe:  adds a table; the release before this one ignores it.

-- As it went, or waits to go. Its number is what the letter says of itself: never the case's reference.
CREATE TABLE case_letter (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES case_record (id),
    number      TEXT NOT NULL UNIQUE,
    person_id   TEXT NOT NULL,        -- to whom, or for whom somebody acts
    to_name     TEXT NOT NULL,        -- as it stands on the envelope
    acting_name TEXT NOT NULL DEFAULT '',
    route       TEXT NOT NULL CHECK (route IN ('post', 'email', 'by_hand')),
    goes_to     TEXT NOT NULL DEFAULT '',
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    side        TEXT NOT NULL CHECK (side IN ('any', 'harm')),
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'agreed', 'refused')),
    answer      TEXT NOT NULL DEFAULT '',   -- of the second person
    made_by     TEXT NOT NULL,
    made_at     TEXT NOT NULL,
    decided_by  TEXT,
    decided_at  TEXT,
    revision    BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX case_letter_by_case ON case_letter (case_id, made_at);
