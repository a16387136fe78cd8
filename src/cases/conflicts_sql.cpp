#include "conflicts_sql.h"

namespace waymark::cases::sql {

store::Sql const kInCasesWith{"cases.in_cases_with", R"sql(
    SELECT DISTINCT other.person_id
      FROM case_person known
      JOIN case_person other ON other.case_id = known.case_id
     WHERE known.person_id = $1 AND other.role <> 'professional'
)sql"};

store::Sql const kCasesWith{"cases.cases_with", R"sql(
    SELECT DISTINCT case_id FROM case_person WHERE person_id = $1
)sql"};

store::Sql const kPlacesIn{"cases.places_in", R"sql(
    SELECT DISTINCT place_id FROM case_place WHERE case_id = $1
)sql"};

store::Sql const kCasesAt{"cases.cases_at", R"sql(
    SELECT DISTINCT case_id FROM case_place WHERE place_id = $1
)sql"};

store::Sql const kPeopleAndPlacesIn{"cases.people_and_places_in", R"sql(
    SELECT person_id AS record_id FROM case_person WHERE case_id = $1
    UNION
    SELECT place_id FROM case_place WHERE case_id = $1
)sql"};

store::Sql const kEndLead{"cases.end_lead", R"sql(
    UPDATE case_record SET lead_user_id = NULL, updated_at = $3, revision = revision + 1
     WHERE id = $1 AND lead_user_id = $2 AND is_open = 1
    RETURNING lead_agency_id, revision
)sql"};

store::Sql const kLetActionsGo{"cases.let_actions_go", R"sql(
    UPDATE case_action SET owner_user_id = NULL, revision = revision + 1
     WHERE case_id = $1 AND owner_user_id = $2 AND result IS NULL
    RETURNING id, revision
)sql"};

}  // namespace waymark::cases::sql
