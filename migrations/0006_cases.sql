-- owner: cases
-- why:   joint work from opening to closing: people, places and agencies in it, its risk, plan,
--        reviews, updates to victims, and everything that happened, in order.
-- safe:  first schema.

CREATE TABLE case_record (
    id                TEXT PRIMARY KEY,
    reference         TEXT NOT NULL UNIQUE,       -- SCA-2026-0147: said on the phone
    partnership_id    TEXT NOT NULL,
    area_id           TEXT NOT NULL REFERENCES org_area (id),
    programme_code    TEXT NOT NULL,
    programme_version TEXT NOT NULL,              -- fixed at opening
    extension_version TEXT NOT NULL DEFAULT '',   -- of the hub that opened it: SCA/2026
    title             TEXT NOT NULL,              -- short, without names
    subject_kind      TEXT NOT NULL,
    stage             TEXT NOT NULL,
    is_open           INTEGER NOT NULL DEFAULT 1,
    opened_on         TEXT NOT NULL,
    closed_on         TEXT,
    closing_reason    TEXT,
    closing_summary   TEXT,
    victim_told       TEXT,                       -- told, or why not, from the programme
    lead_agency_id    TEXT NOT NULL REFERENCES org_agency (id),
    lead_user_id      TEXT REFERENCES user_account (id),
    risk_band         TEXT NOT NULL DEFAULT 'not_recorded',
    risk_score        BIGINT,
    reassess_by       TEXT,
    next_review_on    TEXT,
    update_due_on     TEXT,                       -- earliest promised update to a victim
    times_reopened    INTEGER NOT NULL DEFAULT 0,
    revision          BIGINT NOT NULL DEFAULT 1,
    created_at        TEXT NOT NULL,
    created_by        TEXT NOT NULL,
    updated_at        TEXT NOT NULL
);
-- The hub picture: open cases by stage, risk and age; closures by month. Both read only the index.
CREATE INDEX case_record_picture ON case_record (area_id, is_open, programme_code, stage, risk_band, opened_on);
CREATE INDEX case_record_closed ON case_record (area_id, closed_on, programme_code, closing_reason, opened_on, id)
    WHERE closed_on IS NOT NULL;
CREATE INDEX case_record_opened ON case_record (area_id, opened_on, programme_code);
-- My work: what is mine and what falls due.
CREATE INDEX case_record_by_lead ON case_record (lead_user_id, is_open, opened_on);
CREATE INDEX case_record_review_due ON case_record (area_id, next_review_on) WHERE is_open = 1;
CREATE INDEX case_record_reassess_due ON case_record (area_id, reassess_by) WHERE is_open = 1;
CREATE INDEX case_record_update_due ON case_record (area_id, update_due_on) WHERE is_open = 1;

CREATE TABLE case_reference_counter (
    area_id TEXT NOT NULL,
    year    INTEGER NOT NULL,
    last    BIGINT NOT NULL,
    PRIMARY KEY (area_id, year)
);

-- Who may know the case: the partnership, its hub, and every team, agency or user brought in.
-- Lists start here, in their order, so they cost the same however much there is besides.
CREATE TABLE case_scope (
    scope     BIGINT NOT NULL,
    is_open   INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    case_id   TEXT NOT NULL REFERENCES case_record (id),
    PRIMARY KEY (scope, is_open, opened_on, case_id)
) {{without_rowid}};
CREATE INDEX case_scope_by_case ON case_scope (case_id, scope);

-- What falls due on open cases, filed like the cases themselves, so that a reader's due lists and
-- their counts are read in order from one index.
CREATE TABLE case_due (
    scope   BIGINT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('review', 'reassessment', 'update', 'action')),
    due_on  TEXT NOT NULL,                        -- of actions: the earliest that is open
    case_id TEXT NOT NULL REFERENCES case_record (id),
    PRIMARY KEY (scope, kind, due_on, case_id)
) {{without_rowid}};
CREATE INDEX case_due_by_case ON case_due (case_id, kind, scope);

CREATE TABLE case_person (
    id         TEXT PRIMARY KEY,
    case_id    TEXT NOT NULL REFERENCES case_record (id),
    person_id  TEXT NOT NULL REFERENCES person_record (id),
    role       TEXT NOT NULL,
    is_subject INTEGER NOT NULL DEFAULT 0,
    note       TEXT NOT NULL DEFAULT '',
    from_on    TEXT NOT NULL,
    to_on      TEXT,
    revision   BIGINT NOT NULL DEFAULT 1,
    added_by   TEXT NOT NULL
);
CREATE INDEX case_person_by_case ON case_person (case_id);
CREATE INDEX case_person_by_person ON case_person (person_id);

CREATE TABLE case_place (
    id         TEXT PRIMARY KEY,
    case_id    TEXT NOT NULL REFERENCES case_record (id),
    place_id   TEXT NOT NULL REFERENCES place_record (id),
    role       TEXT NOT NULL,                     -- where_it_happens, home_of_victim ...
    is_subject INTEGER NOT NULL DEFAULT 0,
    from_on    TEXT NOT NULL,
    to_on      TEXT,
    revision   BIGINT NOT NULL DEFAULT 1,
    added_by   TEXT NOT NULL
);
CREATE INDEX case_place_by_case ON case_place (case_id);
CREATE INDEX case_place_by_place ON case_place (place_id);

-- Agencies and teams brought into the case, and until when.
CREATE TABLE case_partner (
    id        TEXT PRIMARY KEY,
    case_id   TEXT NOT NULL REFERENCES case_record (id),
    agency_id TEXT NOT NULL REFERENCES org_agency (id),
    team_id   TEXT REFERENCES org_team (id),
    reason    TEXT NOT NULL DEFAULT '',
    from_on   TEXT NOT NULL,
    to_on     TEXT,
    added_by  TEXT NOT NULL
);
CREATE INDEX case_partner_by_case ON case_partner (case_id);

CREATE TABLE case_answer (
    case_id  TEXT NOT NULL REFERENCES case_record (id),
    field    TEXT NOT NULL,                       -- of the case's programme version
    position INTEGER NOT NULL,                    -- 0, or more for a choice of several
    value    TEXT NOT NULL,
    PRIMARY KEY (case_id, field, position)
) {{without_rowid}};
CREATE INDEX case_answer_by_value ON case_answer (field, value, case_id);

-- The chronology, kept together by case so that a page of it is one place on the disk.
CREATE TABLE case_entry (
    case_id     TEXT NOT NULL REFERENCES case_record (id),
    happened_at TEXT NOT NULL,
    id          TEXT NOT NULL,
    kind        TEXT NOT NULL,                    -- as cases/chronology.h lists them
    nature      TEXT NOT NULL DEFAULT '',         -- fact, opinion or third_party for notes
    body        TEXT NOT NULL DEFAULT '',
    detail      TEXT NOT NULL DEFAULT '',         -- codes for entries the system wrote
    about_id    TEXT NOT NULL DEFAULT '',         -- the action, review, person ... it concerns
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    agency_id   TEXT NOT NULL,
    PRIMARY KEY (case_id, happened_at, id)
) {{without_rowid}};

CREATE TABLE case_risk (
    id                    TEXT PRIMARY KEY,
    case_id               TEXT NOT NULL REFERENCES case_record (id),
    point                 TEXT NOT NULL,          -- opening, review or closing
    questionnaire_version TEXT NOT NULL,
    score                 BIGINT NOT NULL,
    local_score           BIGINT NOT NULL DEFAULT 0,
    scored_band           TEXT NOT NULL,
    band                  TEXT NOT NULL,          -- after professional judgement
    override_reason       TEXT NOT NULL DEFAULT '',  -- a code of the questionnaire
    override_note         TEXT NOT NULL DEFAULT '',
    assessed_on           TEXT NOT NULL,
    reassess_by           TEXT,
    recorded_at           TEXT NOT NULL,
    recorded_by           TEXT NOT NULL
);
CREATE INDEX case_risk_by_case ON case_risk (case_id, recorded_at);

CREATE TABLE case_risk_answer (
    risk_id  TEXT NOT NULL REFERENCES case_risk (id),
    question TEXT NOT NULL,
    answer   TEXT NOT NULL,
    note     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (risk_id, question)
) {{without_rowid}};

CREATE TABLE case_action (
    id              TEXT PRIMARY KEY,
    case_id         TEXT NOT NULL REFERENCES case_record (id),
    area_id         TEXT NOT NULL,                -- the case's, so that a hub's overdue list is one read
    tool            TEXT NOT NULL DEFAULT '',     -- from the programme's catalogue
    description     TEXT NOT NULL,
    owner_agency_id TEXT NOT NULL REFERENCES org_agency (id),
    owner_user_id   TEXT REFERENCES user_account (id),
    due_on          TEXT NOT NULL,
    remind_on       TEXT,
    result          TEXT,                         -- done, overtaken_by_events, not_done_by_agency, refused
    result_note     TEXT NOT NULL DEFAULT '',
    completed_on    TEXT,
    revision        BIGINT NOT NULL DEFAULT 1,
    created_at      TEXT NOT NULL,
    created_by      TEXT NOT NULL
);
CREATE INDEX case_action_by_case ON case_action (case_id, due_on);
CREATE INDEX case_action_open_by_area ON case_action (area_id, due_on) WHERE result IS NULL;
CREATE INDEX case_action_open_by_user ON case_action (owner_user_id, due_on) WHERE result IS NULL;
CREATE INDEX case_action_open_by_agency ON case_action (owner_agency_id, due_on) WHERE result IS NULL;

CREATE TABLE case_review (
    id             TEXT PRIMARY KEY,
    case_id        TEXT NOT NULL REFERENCES case_record (id),
    held_on        TEXT NOT NULL,
    summary        TEXT NOT NULL,
    next_review_on TEXT,
    recorded_at    TEXT NOT NULL,
    recorded_by    TEXT NOT NULL
);
CREATE INDEX case_review_by_case ON case_review (case_id, held_on);

-- What a victim was promised: by which safe channel, and how often.
CREATE TABLE case_update_agreement (
    id          TEXT PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES case_record (id),
    person_id   TEXT NOT NULL REFERENCES person_record (id),
    channel     TEXT NOT NULL,
    every_days  INTEGER NOT NULL,
    next_due_on TEXT,
    agreed_on   TEXT NOT NULL,
    ended_on    TEXT,
    revision    BIGINT NOT NULL DEFAULT 1,
    recorded_by TEXT NOT NULL
);
CREATE INDEX case_update_agreement_by_case ON case_update_agreement (case_id);

CREATE TABLE case_update (
    id           TEXT PRIMARY KEY,
    agreement_id TEXT NOT NULL REFERENCES case_update_agreement (id),
    case_id      TEXT NOT NULL REFERENCES case_record (id),
    given_on     TEXT NOT NULL,
    channel      TEXT NOT NULL,
    result       TEXT NOT NULL,                   -- given, tried, declined
    note         TEXT NOT NULL DEFAULT '',
    was_due_on   TEXT,
    recorded_at  TEXT NOT NULL,
    recorded_by  TEXT NOT NULL
);
CREATE INDEX case_update_by_case ON case_update (case_id, given_on);

CREATE TABLE case_stage_change (
    id         TEXT PRIMARY KEY,
    case_id    TEXT NOT NULL REFERENCES case_record (id),
    from_stage TEXT NOT NULL,                     -- empty at opening
    to_stage   TEXT NOT NULL,
    reason     TEXT NOT NULL DEFAULT '',
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL
);
CREATE INDEX case_stage_change_by_case ON case_stage_change (case_id, changed_at);

CREATE TABLE case_transfer (
    id             TEXT PRIMARY KEY,
    case_id        TEXT NOT NULL REFERENCES case_record (id),
    from_area_id   TEXT NOT NULL,
    to_area_id     TEXT NOT NULL,
    reason         TEXT NOT NULL,
    consent        TEXT NOT NULL,                 -- given or not_needed: decided before it moves
    transferred_on TEXT NOT NULL,
    transferred_by TEXT NOT NULL
);
CREATE INDEX case_transfer_by_case ON case_transfer (case_id);
