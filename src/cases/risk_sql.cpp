#include "risk_sql.h"

namespace waymark::cases::sql {

store::Sql const kInsertRisk{"cases.insert_risk", R"sql(
    INSERT INTO case_risk (id, case_id, point, questionnaire_version, score, local_score,
                           scored_band, band, override_reason, override_note, assessed_on,
                           reassess_by, recorded_at, recorded_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
)sql"};

store::Sql const kInsertRiskAnswer{"cases.insert_risk_answer", R"sql(
    INSERT INTO case_risk_answer (risk_id, question, answer, note) VALUES ($1, $2, $3, $4)
)sql"};

store::Sql const kRisks{"cases.risks", R"sql(
    SELECT id, point, questionnaire_version, score, local_score, scored_band, band,
           override_reason, override_note, assessed_on, reassess_by, recorded_at, recorded_by
      FROM case_risk WHERE case_id = $1
     ORDER BY recorded_at DESC, id DESC
)sql"};

store::Sql const kRisk{"cases.risk", R"sql(
    SELECT id, point, questionnaire_version, score, local_score, scored_band, band,
           override_reason, override_note, assessed_on, reassess_by, recorded_at, recorded_by
      FROM case_risk WHERE id = $1 AND case_id = $2
)sql"};

store::Sql const kRiskAnswers{"cases.risk_answers", R"sql(
    SELECT question, answer, note FROM case_risk_answer WHERE risk_id = $1 ORDER BY question
)sql"};

store::Sql const kLastAssessedOn{"cases.last_assessed_on", R"sql(
    SELECT max(assessed_on) AS assessed_on FROM case_risk WHERE case_id = $1
)sql"};

store::Sql const kSetRisk{"cases.set_risk", R"sql(
    UPDATE case_record SET risk_band = $2, risk_score = $3, reassess_by = $4 WHERE id = $1
)sql"};

}  // namespace waymark::cases::sql
