-- owner: referrals
-- why:   everything that comes in, from whomever, until somebody has decided it and the referrer
--        has heard.
-- safe:  first schema.

CREATE TABLE referral_record (
    id                 TEXT PRIMARY KEY,
    reference          TEXT UNIQUE,               -- SCA-R-2026-0412, given when it is sent
    partnership_id     TEXT NOT NULL,
    area_id            TEXT REFERENCES org_area (id),
    state              TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'decided')),
    draft              TEXT NOT NULL DEFAULT '',  -- the form as typed, until it is sent
    source_kind        TEXT NOT NULL DEFAULT '',  -- agency, public, import
    source             TEXT NOT NULL DEFAULT '',  -- from the programme's intake sources
    channel            TEXT NOT NULL DEFAULT '',
    referrer_name      TEXT NOT NULL DEFAULT '',
    referrer_contact   TEXT NOT NULL DEFAULT '',
    referrer_agency_id TEXT,
    how_known          TEXT NOT NULL DEFAULT '',  -- saw_it, told_by_victim, told_by_other, records
    programme_code     TEXT NOT NULL DEFAULT '',
    subject_kind       TEXT NOT NULL DEFAULT '',
    class              TEXT NOT NULL DEFAULT '',  -- personal, nuisance, environmental
    what_happened      TEXT NOT NULL DEFAULT '',
    where_happened     TEXT NOT NULL DEFAULT '',
    place_id           TEXT,
    happened_on        TEXT,
    happened_note      TEXT NOT NULL DEFAULT '',  -- time of day, or how sure
    how_often          TEXT NOT NULL DEFAULT '',
    risk_now           TEXT NOT NULL DEFAULT '' CHECK (risk_now IN ('', 'yes', 'no', 'not_known')),
    risk_now_note      TEXT NOT NULL DEFAULT '',
    consent            TEXT NOT NULL DEFAULT '',  -- given, refused, not_asked, not_needed
    safe_contact       TEXT NOT NULL DEFAULT '',
    received_at        TEXT,
    triage_due_on      TEXT,
    owner_user_id      TEXT REFERENCES user_account (id),
    escalated_at       TEXT,
    decision           TEXT,                      -- accept, advise, signpost, link, another_panel, reject
    decision_reason    TEXT NOT NULL DEFAULT '',
    decided_at         TEXT,
    decided_by         TEXT,
    case_id            TEXT,
    referrer_told_on   TEXT,
    referrer_told_how  TEXT NOT NULL DEFAULT '',
    revision           BIGINT NOT NULL DEFAULT 1,
    created_at         TEXT NOT NULL,
    created_by         TEXT NOT NULL,
    updated_at         TEXT NOT NULL
);
CREATE INDEX referral_record_received ON referral_record (area_id, received_at, programme_code)
    WHERE state <> 'draft';
CREATE INDEX referral_record_waiting ON referral_record (area_id, triage_due_on, escalated_at, owner_user_id, id)
    WHERE state = 'waiting';
CREATE INDEX referral_record_drafts ON referral_record (created_by) WHERE state = 'draft';
CREATE INDEX referral_record_by_case ON referral_record (case_id);

-- Who may know of what was sent. A draft is not filed: it is its author's alone.
CREATE TABLE referral_scope (
    scope       BIGINT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'decided')),
    sort_at     TEXT NOT NULL,                    -- received_at, or decided_at once decided
    referral_id TEXT NOT NULL REFERENCES referral_record (id),
    PRIMARY KEY (scope, state, sort_at, referral_id)
) {{without_rowid}};
CREATE INDEX referral_scope_by_referral ON referral_scope (referral_id, scope);

-- Somebody named in a referral: as they were described, and which person of ours they turned out
-- to be. What was known then, and what was chosen, is kept.
CREATE TABLE referral_person (
    id            TEXT PRIMARY KEY,
    referral_id   TEXT NOT NULL REFERENCES referral_record (id),
    position      INTEGER NOT NULL,
    role          TEXT NOT NULL,
    given_names   TEXT NOT NULL DEFAULT '',
    family_name   TEXT NOT NULL DEFAULT '',
    date_of_birth TEXT,
    phone         TEXT NOT NULL DEFAULT '',
    email         TEXT NOT NULL DEFAULT '',
    address_line  TEXT NOT NULL DEFAULT '',
    town          TEXT NOT NULL DEFAULT '',
    postcode      TEXT NOT NULL DEFAULT '',
    person_id     TEXT,                           -- NULL until chosen or made
    choice        TEXT NOT NULL DEFAULT '',       -- known, new, none_shown
    choice_at     TEXT,
    choice_by     TEXT,
    shown         TEXT NOT NULL DEFAULT ''        -- ids and scores of the matches that were shown
);
CREATE INDEX referral_person_by_referral ON referral_person (referral_id, position);

CREATE TABLE referral_reference_counter (
    area_id TEXT NOT NULL,
    year    INTEGER NOT NULL,
    last    BIGINT NOT NULL,
    PRIMARY KEY (area_id, year)
);
