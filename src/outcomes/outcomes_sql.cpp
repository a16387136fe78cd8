#include "outcomes_sql.h"

namespace waymark::outcomes::sql {

store::Sql const kInsertMeasure{"outcomes.insert_measure", R"sql(
    INSERT INTO outcome_measure (id, case_id, point, point_id, measure, value, not_taken, taken_on,
                                 recorded_at, recorded_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql"};

store::Sql const kMeasures{"outcomes.measures", R"sql(
    SELECT id, point, point_id, measure, value, not_taken, taken_on, recorded_at, recorded_by
      FROM outcome_measure
     WHERE case_id = $1
     ORDER BY recorded_at DESC, point DESC, measure, id
)sql"};

store::Sql const kIsMeasuredAtOpening{"outcomes.is_measured_at_opening", R"sql(
    SELECT 1 AS there FROM outcome_measure WHERE case_id = $1 AND point = 'opening' LIMIT 1
)sql"};

store::Sql const kPutOpeningCore{"outcomes.put_opening_core", R"sql(
    INSERT INTO outcome_core (case_id, opening_risk_band, opening_risk_score, opening_frequency,
                              opening_feels_safe, opening_confidence)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (case_id) DO UPDATE
       SET opening_risk_band = excluded.opening_risk_band,
           opening_risk_score = excluded.opening_risk_score,
           opening_frequency = excluded.opening_frequency,
           opening_feels_safe = excluded.opening_feels_safe,
           opening_confidence = excluded.opening_confidence
)sql"};

store::Sql const kPutClosingCore{"outcomes.put_closing_core", R"sql(
    INSERT INTO outcome_core (case_id, closing_risk_band, closing_risk_score, closing_frequency,
                              closing_feels_safe, closing_confidence)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (case_id) DO UPDATE
       SET closing_risk_band = excluded.closing_risk_band,
           closing_risk_score = excluded.closing_risk_score,
           closing_frequency = excluded.closing_frequency,
           closing_feels_safe = excluded.closing_feels_safe,
           closing_confidence = excluded.closing_confidence
)sql"};

store::Sql const kOpeningRisk{"outcomes.opening_risk", R"sql(
    SELECT opening_risk_band FROM outcome_core WHERE case_id = $1
)sql"};

store::Sql const kSetOpeningRisk{"outcomes.set_opening_risk", R"sql(
    UPDATE outcome_core SET opening_risk_band = $2, opening_risk_score = $3 WHERE case_id = $1
)sql"};

store::Sql const kInsertGoal{"outcomes.insert_goal", R"sql(
    INSERT INTO outcome_goal (id, case_id, description, agreed_with, agreed_on, recorded_by)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql"};

store::Sql const kGoals{"outcomes.goals", R"sql(
    SELECT id, description, agreed_with, agreed_on, result, result_on, revision
      FROM outcome_goal
     WHERE case_id = $1
     ORDER BY agreed_on, id
)sql"};

store::Sql const kHasGoal{"outcomes.has_goal", R"sql(
    SELECT 1 AS there FROM outcome_goal WHERE id = $1 AND case_id = $2
)sql"};

store::Sql const kSetGoalResult{"outcomes.set_goal_result", R"sql(
    UPDATE outcome_goal
       SET result = $3, result_on = $4, revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

// At closing, of a goal that the same transaction has found to be without one.
store::Sql const kSetFirstGoalResult{"outcomes.set_first_goal_result", R"sql(
    UPDATE outcome_goal
       SET result = $2, result_on = $3, revision = revision + 1
     WHERE id = $1
)sql"};

store::Sql const kCountGoals{"outcomes.count_goals", R"sql(
    INSERT INTO outcome_core (case_id, goals_agreed, goals_met, goals_not_known)
    SELECT CAST($1 AS TEXT), count(*),
           coalesce(sum(CASE WHEN result = 'met' THEN 1 ELSE 0 END), 0),
           coalesce(sum(CASE WHEN coalesce(result, 'not_known') = 'not_known' THEN 1 ELSE 0 END), 0)
      FROM outcome_goal
     WHERE case_id = $1
    ON CONFLICT (case_id) DO UPDATE
       SET goals_agreed = excluded.goals_agreed, goals_met = excluded.goals_met,
           goals_not_known = excluded.goals_not_known
)sql"};

store::Sql const kFileDemand{"outcomes.file_demand", R"sql(
    INSERT INTO outcome_demand (case_id, span, partnership_id, days, from_on, to_on, due_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (case_id, span) DO NOTHING
)sql"};

// For a case that closes, perhaps not for the first time: the window is a new one.
store::Sql const kFileDemandAgain{"outcomes.file_demand_again", R"sql(
    INSERT INTO outcome_demand (case_id, span, partnership_id, days, from_on, to_on, due_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (case_id, span) DO UPDATE
       SET days = excluded.days, from_on = excluded.from_on, to_on = excluded.to_on,
           due_on = excluded.due_on, is_known = 0, reported = NULL, recorded = NULL, months = '',
           looked_at = ''
)sql"};

store::Sql const kDemandOf{"outcomes.demand_of", R"sql(
    SELECT span, days, from_on, is_known, reported, recorded, months
      FROM outcome_demand
     WHERE case_id = $1
)sql"};

store::Sql const kDemandDue{"outcomes.demand_due", R"sql(
    SELECT case_id, span
      FROM outcome_demand
     WHERE partnership_id = $1 AND is_known = 0 AND due_on <= $2
     ORDER BY looked_at, case_id, span
     LIMIT $3
)sql"};

store::Sql const kSetDemand{"outcomes.set_demand", R"sql(
    UPDATE outcome_demand
       SET is_known = 1, reported = $3, recorded = $4, months = $5, looked_at = $6
     WHERE case_id = $1 AND span = $2
)sql"};

store::Sql const kTriedDemand{"outcomes.tried_demand", R"sql(
    UPDATE outcome_demand SET looked_at = $3 WHERE case_id = $1 AND span = $2
)sql"};

store::Sql const kDropAfter{"outcomes.drop_after", R"sql(
    DELETE FROM outcome_demand WHERE case_id = $1 AND span = 'after'
)sql"};

}  // namespace waymark::outcomes::sql
