-- owner: outcomes
-- why:   what changed for people: the same measures at opening, review and closing in every hub.
-- safe:  first schema.

-- One measure taken, or not taken and why, at one point of a case.
CREATE TABLE outcome_measure (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES case_record (id),
    point       TEXT NOT NULL CHECK (point IN ('opening', 'review', 'closing')),
    point_id    TEXT NOT NULL DEFAULT '',         -- the review's id
    measure     TEXT NOT NULL,
    value       TEXT,
    not_taken   TEXT,                             -- why there is no value
    taken_on    TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    CHECK ((value IS NULL) <> (not_taken IS NULL))
);
CREATE INDEX outcome_measure_by_case ON outcome_measure (case_id, recorded_at);

-- The latest core measures at opening and at closing, one row a case, for counting quickly.
-- NULL when not recorded. Always written together with outcome_measure.
CREATE TABLE outcome_core (
    case_id            TEXT PRIMARY KEY REFERENCES case_record (id),
    opening_risk_band  TEXT,
    opening_risk_score BIGINT,
    opening_frequency  BIGINT,                    -- position in the measure's list, 0 = stopped
    opening_feels_safe BIGINT,
    opening_confidence BIGINT,
    closing_risk_band  TEXT,
    closing_risk_score BIGINT,
    closing_frequency  BIGINT,
    closing_feels_safe BIGINT,
    closing_confidence BIGINT,
    goals_agreed       BIGINT NOT NULL DEFAULT 0,
    goals_met          BIGINT NOT NULL DEFAULT 0,
    goals_not_known    BIGINT NOT NULL DEFAULT 0  -- no result yet, or not_known
) {{without_rowid}};

-- An outcome that the victim, or the partners for a place, agreed to aim for.
CREATE TABLE outcome_goal (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES case_record (id),
    description TEXT NOT NULL,
    agreed_with TEXT NOT NULL,                    -- victim, household, partners, community
    agreed_on   TEXT NOT NULL,
    result      TEXT,                             -- of the programme: met, partly_met, not_met ...
    result_on   TEXT,
    revision    BIGINT NOT NULL DEFAULT 1,
    recorded_by TEXT NOT NULL
);
CREATE INDEX outcome_goal_by_case ON outcome_goal (case_id);

-- Incidents at the case's places in the window before opening or after closing. Filed when the case
-- opens or closes; known once the window has passed and all of its months were imported.
CREATE TABLE outcome_demand (
    case_id        TEXT NOT NULL REFERENCES case_record (id),
    span           TEXT NOT NULL CHECK (span IN ('before', 'after')),
    partnership_id TEXT NOT NULL,
    days           INTEGER NOT NULL,
    from_on        TEXT NOT NULL,
    to_on          TEXT NOT NULL,
    due_on         TEXT NOT NULL,              -- the first day on which it can be counted
    is_known       INTEGER NOT NULL DEFAULT 0,
    reported       BIGINT,                     -- entries of kind incident; NULL until known
    recorded       BIGINT,                     -- imported incidents; NULL until known, or no place
    months         TEXT NOT NULL DEFAULT '',   -- counted whole: 2025-11,2025-12,2026-01
    looked_at      TEXT NOT NULL DEFAULT '',   -- when last counted or tried
    PRIMARY KEY (case_id, span)
);
-- Housekeeping: what can be counted now, longest waiting first.
CREATE INDEX outcome_demand_waiting ON outcome_demand (partnership_id, looked_at, case_id)
    WHERE is_known = 0;
