#include "cases_sql.h"

namespace waymark::cases::sql {

store::Sql const kNextReference{"cases.next_reference", R"sql(
    INSERT INTO case_reference_counter (area_id, year, last) VALUES ($1, $2, 1)
    ON CONFLICT (area_id, year) DO UPDATE SET last = case_reference_counter.last + 1
    RETURNING last
)sql"};

store::Sql const kHasReference{"cases.has_reference", R"sql(
    SELECT id FROM case_record WHERE reference = $1
)sql"};

store::Sql const kInsertCase{"cases.insert", R"sql(
    INSERT INTO case_record (id, reference, partnership_id, area_id, programme_code,
                             programme_version, extension_version, title, subject_kind, stage,
                             opened_on, lead_agency_id, lead_user_id, next_review_on, created_at,
                             created_by, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $15)
)sql"};

store::Sql const kInsertStageChange{"cases.insert_stage_change", R"sql(
    INSERT INTO case_stage_change (id, case_id, from_stage, to_stage, reason, changed_at,
                                   changed_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql"};

access::ScopedSql const kFind{"cases.find", 1, R"sql(
    SELECT c.id, c.reference, c.area_id, c.programme_code, c.programme_version,
           c.extension_version, c.title, c.subject_kind, c.stage, c.is_open, c.opened_on,
           c.closed_on, c.closing_reason, c.closing_summary, c.victim_told, c.lead_agency_id,
           c.lead_user_id, c.risk_band, c.risk_score, c.reassess_by, c.next_review_on,
           c.update_due_on, c.times_reopened, c.revision, c.created_at, c.created_by, c.updated_at
      FROM case_record c
     WHERE c.id = $1
       AND EXISTS (SELECT 1 FROM case_scope s WHERE s.case_id = c.id AND s.scope IN {scopes})
       {open c.id}
)sql"};

access::ScopedSql const kFindByReference{"cases.find_by_reference", 1, R"sql(
    SELECT c.id
      FROM case_record c
     WHERE c.reference = $1
       AND EXISTS (SELECT 1 FROM case_scope s WHERE s.case_id = c.id AND s.scope IN {scopes})
       {open c.id}
)sql"};

store::Sql const kUpdateCase{"cases.update", R"sql(
    UPDATE case_record
       SET title = $3, lead_agency_id = $4, lead_user_id = $5, updated_at = $6,
           revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kTouchCase{"cases.touch", R"sql(
    UPDATE case_record SET updated_at = $3, revision = revision + 1 WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kChangeStage{"cases.change_stage", R"sql(
    UPDATE case_record
       SET stage = $3, updated_at = $4, revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kCloseCase{"cases.close", R"sql(
    UPDATE case_record
       SET is_open = 0, stage = $3, closed_on = $4, closing_reason = $5, closing_summary = $6,
           victim_told = $7, updated_at = $8, revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kReopenCase{"cases.reopen", R"sql(
    UPDATE case_record
       SET is_open = 1, stage = $3, closed_on = NULL, closing_reason = NULL,
           closing_summary = NULL, victim_told = NULL, next_review_on = $4,
           times_reopened = times_reopened + 1, updated_at = $5, revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kTransferCase{"cases.transfer", R"sql(
    UPDATE case_record
       SET area_id = $3, lead_agency_id = $4, lead_user_id = $5, updated_at = $6,
           revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kTransferActions{"cases.transfer_actions", R"sql(
    UPDATE case_action SET area_id = $2 WHERE case_id = $1
)sql"};

store::Sql const kInsertTransfer{"cases.insert_transfer", R"sql(
    INSERT INTO case_transfer (id, case_id, from_area_id, to_area_id, reason, consent,
                               transferred_on, transferred_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

store::Sql const kStageHistory{"cases.stage_history", R"sql(
    SELECT from_stage, to_stage, reason, changed_at, changed_by
      FROM case_stage_change WHERE case_id = $1
     ORDER BY changed_at, id
)sql"};

// $2: the stage in which cases are closed. An assessment made before the case was last opened
// again says nothing about how it ends now.
store::Sql const kObstacles{"cases.obstacles", R"sql(
    SELECT (SELECT count(*) FROM case_action a
             WHERE a.case_id = $1 AND a.result IS NULL) AS open_actions,
           (SELECT count(*) FROM case_risk r
             WHERE r.case_id = $1 AND r.point = 'closing'
               AND r.recorded_at >= coalesce((SELECT max(h.changed_at) FROM case_stage_change h
                                               WHERE h.case_id = $1 AND h.from_stage = $2), '')
           ) AS closing_risks
)sql"};

}  // namespace waymark::cases::sql
