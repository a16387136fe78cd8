-- owner: reporting
-- why:   what reporting may read. The columns are a promise; the tables behind them are not.
-- safe:  views only.

CREATE VIEW report_area AS
SELECT id AS area_id, partnership_id, code, name, valid_from, valid_to FROM org_area;

CREATE VIEW report_case AS
SELECT id AS case_id, partnership_id, area_id, programme_code, stage, is_open, subject_kind, opened_on,
       closed_on, closing_reason, risk_band, reassess_by, next_review_on, update_due_on,
       times_reopened, lead_user_id, reference, title
  FROM case_record;

CREATE VIEW report_case_scope AS
SELECT scope, is_open, opened_on, case_id FROM case_scope;

CREATE VIEW report_referral AS
SELECT id AS referral_id, partnership_id, area_id, programme_code, source, state, received_at,
       triage_due_on, decision, decided_at, referrer_told_on, reference, class
  FROM referral_record
 WHERE state <> 'draft';

CREATE VIEW report_referral_scope AS
SELECT scope, state, sort_at, referral_id FROM referral_scope;

CREATE VIEW report_action AS
SELECT id AS action_id, case_id, area_id, owner_agency_id, owner_user_id, tool, due_on, result,
       completed_on
  FROM case_action;

CREATE VIEW report_risk AS
SELECT id AS risk_id, case_id, point, assessed_on, reassess_by FROM case_risk;

CREATE VIEW report_update AS
SELECT id AS update_id, case_id, given_on, was_due_on, result FROM case_update;

CREATE VIEW report_outcome AS
SELECT case_id, opening_risk_band, opening_risk_score, opening_frequency, opening_feels_safe,
       opening_confidence, closing_risk_band, closing_risk_score, closing_frequency,
       closing_feels_safe, closing_confidence, goals_agreed, goals_met, goals_not_known
  FROM outcome_core;

CREATE VIEW report_demand AS
SELECT case_id, span, days, reported, recorded FROM outcome_demand WHERE is_known = 1;

CREATE VIEW report_incident AS
SELECT area_id, month, location_id, category FROM incident_record;
