-- owner: sharing
-- why:   sharing is a grant: to whom, how deep, for which purpose, under which agreement and
--        gateway, until when, by whom. What opened a case to an agency had none of these.
-- safe:  adds tables and a column; the release before this one ignores them.

-- What may be chosen, and between which days: `kind` is purpose or gateway. A gateway is the law
-- that lets it be shared. Each with where it is from.
CREATE TABLE sharing_code (
    kind       TEXT NOT NULL CHECK (kind IN ('purpose', 'gateway')),
    code       TEXT NOT NULL,
    name       TEXT NOT NULL,
    source     TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    position   INTEGER NOT NULL,
    PRIMARY KEY (kind, code)
);
INSERT INTO sharing_code (kind, code, name, source, valid_from, valid_to, position) VALUES
('purpose', 'prevent_crime', 'To prevent or reduce crime, disorder or anti-social behaviour', 'Crime and Disorder Act 1998 s.6', '1998-09-30', NULL, 1),
('purpose', 'protect_from_harm', 'To protect somebody from harm', 'Children Act 2004 s.11; Care Act 2014 s.42', '2005-10-01', NULL, 2),
('purpose', 'support_victim', 'To support a victim', 'Victims and Prisoners Act 2024 s.13', '1998-09-30', NULL, 3),
('purpose', 'case_review', 'To review an anti-social behaviour case', 'Anti-social Behaviour, Crime and Policing Act 2014 Sch.4', '2014-10-20', NULL, 4),
('purpose', 'manage_tenancy', 'To manage a tenancy or a building', 'Crime and Disorder Act 1998 s.115', '1998-09-30', NULL, 5),
('gateway', 'CDA115', 'Crime and Disorder Act 1998 section 115', 'Crime and Disorder Act 1998 s.115', '1998-09-30', NULL, 1),
('gateway', 'ASB-S4', 'Anti-social Behaviour, Crime and Policing Act 2014 schedule 4', 'ASB, Crime and Policing Act 2014 Sch.4 para.7', '2014-10-20', NULL, 2),
('gateway', 'SAFEG', 'Children Acts 1989 and 2004, Care Act 2014', 'Care Act 2014 ss.42-45', '2015-04-01', NULL, 3),
('gateway', 'SVD16', 'Police, Crime, Sentencing and Courts Act 2022 section 16', 'PCSC Act 2022 s.16', '2023-01-31', NULL, 4),
('gateway', 'VPA13', 'Victims and Prisoners Act 2024 section 13', 'Victims and Prisoners Act 2024 s.13(9)', '2024-05-24', NULL, 5),
('gateway', 'MAPPA', 'Criminal Justice Act 2003 section 325', 'Criminal Justice Act 2003 s.325', '2004-04-05', NULL, 6),
('gateway', 'consent', 'Consent of the person', 'UK GDPR Art.6(1)(a); common law duty of confidence', '2018-05-25', NULL, 7);

-- Limits that policy sets, each from a day on; the latest that has begun holds.
CREATE TABLE sharing_limit (
    code       TEXT NOT NULL,
    value      BIGINT NOT NULL,
    source     TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    PRIMARY KEY (code, valid_from)
);
INSERT INTO sharing_limit (code, value, source, valid_from) VALUES
('longest_grant_days', 366, 'default of this product: look again at least once a year', '2014-04-01'),
('emergency_minutes', 60, 'default of this product: one emergency, not a day', '2014-04-01'),
('emergency_review_working_days', 1, 'default of this product: reviewed within one working day', '2014-04-01'),
('ask_answer_working_days', 5, 'default of this product', '2014-04-01');

-- Information sharing agreements: who may share what with whom, why and under which law.
CREATE TABLE sharing_agreement (
    id             TEXT PRIMARY KEY,
    partnership_id TEXT NOT NULL,
    title          TEXT NOT NULL,
    covers         TEXT NOT NULL DEFAULT '',    -- what kinds of information, in words
    starts_on      TEXT NOT NULL,
    review_on      TEXT NOT NULL,
    ends_on        TEXT NOT NULL,               -- last day; nothing new is shared under it after
    created_by     TEXT NOT NULL,
    created_at     TEXT NOT NULL,
    revision       BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX sharing_agreement_by_partnership ON sharing_agreement (partnership_id, ends_on);
CREATE TABLE sharing_agreement_party (
    agreement_id TEXT NOT NULL REFERENCES sharing_agreement (id),
    agency_id    TEXT NOT NULL REFERENCES org_agency (id),
    PRIMARY KEY (agreement_id, agency_id)
);
CREATE TABLE sharing_agreement_code (
    agreement_id TEXT NOT NULL REFERENCES sharing_agreement (id),
    kind         TEXT NOT NULL,
    code         TEXT NOT NULL,
    PRIMARY KEY (agreement_id, kind, code)
);

CREATE TABLE sharing_grant (
    id             TEXT PRIMARY KEY,
    partnership_id TEXT NOT NULL,
    record_id      TEXT NOT NULL,               -- of a case
    to_kind        TEXT NOT NULL CHECK (to_kind IN ('agency', 'team', 'user')),
    to_id          TEXT NOT NULL,
    to_agency_id   TEXT NOT NULL,
    depth          TEXT NOT NULL CHECK (depth IN ('existence', 'summary', 'content')),
    purpose        TEXT NOT NULL,               -- not_recorded before agreements were kept here
    gateway        TEXT NOT NULL,
    agreement_id   TEXT REFERENCES sharing_agreement (id),
    reason         TEXT NOT NULL DEFAULT '',
    origin         TEXT NOT NULL CHECK (origin IN ('given', 'partner', 'asked', 'emergency')),
    given_by       TEXT NOT NULL,
    given_at       TEXT NOT NULL,
    until          TEXT NOT NULL,               -- from this instant it opens nothing
    ended_at       TEXT,
    ended_by       TEXT,
    ending         TEXT CHECK (ending IN ('withdrawn', 'expired', 'partner_ended', 'replaced')),
    end_reason     TEXT NOT NULL DEFAULT '',
    revision       BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX sharing_grant_by_record ON sharing_grant (record_id, ended_at);
CREATE INDEX sharing_grant_by_end ON sharing_grant (until) WHERE ended_at IS NULL;

-- Access in an emergency: what the grant of it does not say.
CREATE TABLE sharing_emergency (
    grant_id       TEXT PRIMARY KEY REFERENCES sharing_grant (id),
    partnership_id TEXT NOT NULL,
    user_id        TEXT NOT NULL,
    review_due_on  TEXT NOT NULL,
    finding        TEXT CHECK (finding IN ('justified', 'not_justified')),
    note           TEXT NOT NULL DEFAULT '',
    reviewed_by    TEXT,
    reviewed_at    TEXT,
    revision       BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX sharing_emergency_by_review ON sharing_emergency (partnership_id, reviewed_at, review_due_on);

-- Somebody asks to be let into a case whose reference they were told. It is taken whether or not
-- there is such a case, so that asking tells nothing.
CREATE TABLE sharing_ask (
    id             TEXT PRIMARY KEY,
    partnership_id TEXT NOT NULL,
    user_id        TEXT NOT NULL,
    agency_id      TEXT NOT NULL,
    reference      TEXT NOT NULL,
    record_id      TEXT,                        -- NULL when there is none, or none for them
    depth          TEXT NOT NULL,
    purpose        TEXT NOT NULL,
    reason         TEXT NOT NULL,
    asked_at       TEXT NOT NULL,
    answer_due_on  TEXT NOT NULL,
    decision       TEXT CHECK (decision IN ('given', 'refused')),
    answer         TEXT NOT NULL DEFAULT '',    -- to who asked
    grant_id       TEXT REFERENCES sharing_grant (id),
    decided_by     TEXT,
    decided_at     TEXT,
    revision       BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX sharing_ask_by_user ON sharing_ask (user_id, asked_at);
CREATE INDEX sharing_ask_waiting ON sharing_ask (record_id) WHERE decision IS NULL;

-- owner: access
-- why:   nobody is let in while a grant that is over is still filed: each request sees from this
--        whether one is.
-- safe:  adds a column with a default; the release before this one ignores it.

-- The soonest instant at which anything that was granted ends; empty when nothing is.
ALTER TABLE access_version ADD COLUMN next_end TEXT NOT NULL DEFAULT '';

-- owner: cases
-- why:   a partner sees a case by a grant, and ends with it; and what is granted less than whole is
--        kept apart, so that no door that shows a case can open by it.
-- safe:  adds a table and a column; partners of before keep their access, without an end.

ALTER TABLE case_partner ADD COLUMN grant_id TEXT;
CREATE INDEX case_partner_by_grant ON case_partner (grant_id);

-- Cases of which a scope may know only that they are there, or a summary.
CREATE TABLE case_glimpse (
    scope   BIGINT NOT NULL,
    case_id TEXT NOT NULL REFERENCES case_record (id),
    depth   TEXT NOT NULL CHECK (depth IN ('existence', 'summary')),
    PRIMARY KEY (scope, case_id)
) {{without_rowid}};
CREATE INDEX case_glimpse_by_case ON case_glimpse (case_id);

-- Of a grant of the same id, which follows below.
UPDATE case_partner SET grant_id = id WHERE to_on IS NULL;

-- owner: sharing
-- why:   partners of before keep what they see.
-- safe:  fills a table that the release before this one does not know.

-- Partners of before: each under a grant of its own id that says what was not recorded.
INSERT INTO sharing_grant (id, partnership_id, record_id, to_kind, to_id, to_agency_id, depth,
                           purpose, gateway, reason, origin, given_by, given_at, until)
SELECT p.id, c.partnership_id, p.case_id, CASE WHEN p.team_id IS NULL THEN 'agency' ELSE 'team' END,
       coalesce(p.team_id, p.agency_id), p.agency_id, 'content', 'not_recorded', 'not_recorded',
       p.reason, 'partner', p.added_by, p.from_on || 'T00:00:00.000Z', '9999-12-31T00:00:00.000Z'
  FROM case_partner p
  JOIN case_record c ON c.id = p.case_id
 WHERE p.to_on IS NULL;
