#include "case_people_sql.h"

namespace waymark::cases::sql {

store::Sql const kInsertPerson{"cases.insert_person", R"sql(
    INSERT INTO case_person (id, case_id, person_id, role, is_subject, note, from_on, added_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

store::Sql const kInsertPlace{"cases.insert_place", R"sql(
    INSERT INTO case_place (id, case_id, place_id, role, is_subject, from_on, added_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql"};

store::Sql const kInsertPartner{"cases.insert_partner", R"sql(
    INSERT INTO case_partner (id, case_id, agency_id, team_id, reason, from_on, added_by, grant_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

store::Sql const kPeople{"cases.people", R"sql(
    SELECT id, person_id, role, is_subject, note, from_on, to_on, revision
      FROM case_person WHERE case_id = $1
     ORDER BY CASE WHEN to_on IS NULL THEN 0 ELSE 1 END, from_on, id
)sql"};

store::Sql const kPlaces{"cases.places", R"sql(
    SELECT id, place_id, role, is_subject, from_on, to_on, revision
      FROM case_place WHERE case_id = $1
     ORDER BY CASE WHEN to_on IS NULL THEN 0 ELSE 1 END, from_on, id
)sql"};

store::Sql const kPartners{"cases.partners", R"sql(
    SELECT id, agency_id, team_id, reason, from_on, to_on, revision
      FROM case_partner WHERE case_id = $1
     ORDER BY CASE WHEN to_on IS NULL THEN 0 ELSE 1 END, from_on, id
)sql"};

store::Sql const kPerson{"cases.person", R"sql(
    SELECT id, person_id, role, is_subject, note, from_on, to_on, revision
      FROM case_person WHERE id = $1 AND case_id = $2
)sql"};

store::Sql const kPlace{"cases.place", R"sql(
    SELECT id, place_id, role, is_subject, from_on, to_on, revision
      FROM case_place WHERE id = $1 AND case_id = $2
)sql"};

store::Sql const kPartner{"cases.partner", R"sql(
    SELECT id, agency_id, team_id, reason, from_on, to_on, revision, grant_id
      FROM case_partner WHERE id = $1 AND case_id = $2
)sql"};

store::Sql const kChangePerson{"cases.change_person", R"sql(
    UPDATE case_person
       SET role = $3, is_subject = $4, note = $5, revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kEndPerson{"cases.end_person", R"sql(
    UPDATE case_person SET to_on = $3, revision = revision + 1 WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kEndPlace{"cases.end_place", R"sql(
    UPDATE case_place SET to_on = $3, revision = revision + 1 WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kEndPartner{"cases.end_partner", R"sql(
    UPDATE case_partner SET to_on = $3, revision = revision + 1 WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kRenewPartner{"cases.renew_partner", R"sql(
    UPDATE case_partner SET grant_id = $3, revision = revision + 1 WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kHasPerson{"cases.has_person", R"sql(
    SELECT id FROM case_person
     WHERE case_id = $1 AND person_id = $2 AND to_on IS NULL
       AND (CAST($3 AS TEXT) = '' OR role = $3)
)sql"};

store::Sql const kHasPlace{"cases.has_place", R"sql(
    SELECT id FROM case_place
     WHERE case_id = $1 AND place_id = $2 AND to_on IS NULL
       AND (CAST($3 AS TEXT) = '' OR role = $3)
)sql"};

store::Sql const kHasPartner{"cases.has_partner", R"sql(
    SELECT id FROM case_partner
     WHERE case_id = $1 AND agency_id = $2 AND coalesce(team_id, '') = $3 AND to_on IS NULL
)sql"};

store::Sql const kIsPartner{"cases.is_partner", R"sql(
    SELECT id FROM case_partner
     WHERE case_id = $1 AND agency_id = $2 AND id <> $3 AND to_on IS NULL
     LIMIT 1
)sql"};

store::Sql const kOpenActionsOfAgency{"cases.open_actions_of_agency", R"sql(
    SELECT count(*) AS total
      FROM case_action WHERE case_id = $1 AND owner_agency_id = $2 AND result IS NULL
)sql"};

store::Sql const kEndAgreementsOf{"cases.end_agreements_of", R"sql(
    UPDATE case_update_agreement
       SET ended_on = $3, next_due_on = NULL, revision = revision + 1
     WHERE case_id = $1 AND person_id = $2 AND ended_on IS NULL
)sql"};

access::ScopedSql const kCasesOfPerson{"cases.cases_of_person", 2, R"sql(
    SELECT c.id, c.reference, c.area_id, c.programme_code, c.title, c.subject_kind, c.stage,
           c.is_open, c.opened_on, c.closed_on, c.lead_agency_id, c.lead_user_id, c.risk_band,
           c.reassess_by, c.next_review_on, c.update_due_on, c.revision,
           p.role, p.is_subject, p.to_on
      FROM case_person p
      JOIN case_record c ON c.id = p.case_id
     WHERE p.person_id = $1
       AND EXISTS (SELECT 1 FROM case_scope s WHERE s.case_id = c.id AND s.scope IN {scopes})
       {open c.id}
     ORDER BY c.opened_on DESC, c.id DESC, p.id
     LIMIT $2
)sql"};

access::ScopedSql const kCasesOfPlace{"cases.cases_of_place", 2, R"sql(
    SELECT c.id, c.reference, c.area_id, c.programme_code, c.title, c.subject_kind, c.stage,
           c.is_open, c.opened_on, c.closed_on, c.lead_agency_id, c.lead_user_id, c.risk_band,
           c.reassess_by, c.next_review_on, c.update_due_on, c.revision,
           p.role, p.is_subject, p.to_on
      FROM case_place p
      JOIN case_record c ON c.id = p.case_id
     WHERE p.place_id = $1
       AND EXISTS (SELECT 1 FROM case_scope s WHERE s.case_id = c.id AND s.scope IN {scopes})
       {open c.id}
     ORDER BY c.opened_on DESC, c.id DESC, p.id
     LIMIT $2
)sql"};

}  // namespace waymark::cases::sql
