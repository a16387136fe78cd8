#include "directory_sql.h"

namespace waymark::access::sql {

store::Sql const kInsertPartnership{"access.insert_partnership", R"sql(
    INSERT INTO org_partnership (id, name, is_demo, created_at) VALUES ($1, $2, $3, $4)
)sql"};

store::Sql const kPartnerships{"access.partnerships", R"sql(
    SELECT id, name, is_demo FROM org_partnership ORDER BY created_at, id
)sql"};

store::Sql const kPartnership{"access.partnership", R"sql(
    SELECT id, name, is_demo FROM org_partnership WHERE id = $1
)sql"};

store::Sql const kInsertScope{"access.insert_scope", R"sql(
    INSERT INTO access_scope (number, kind, entity_id)
    SELECT coalesce(max(number), 0) + 1, CAST($1 AS TEXT), CAST($2 AS TEXT) FROM access_scope
)sql"};

store::Sql const kScopeNumber{"access.scope_number", R"sql(
    SELECT number FROM access_scope WHERE entity_id = $1
)sql"};

store::Sql const kAreas{"access.areas", R"sql(
    SELECT id, code, name, gss_code, valid_from, valid_to, revision
      FROM org_area
     WHERE partnership_id = $1 AND ($2 = 1 OR (valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)))
     ORDER BY name
)sql"};

store::Sql const kArea{"access.area", R"sql(
    SELECT id, code, name, gss_code, valid_from, valid_to, revision
      FROM org_area WHERE id = $1 AND partnership_id = $2
)sql"};

store::Sql const kInsertArea{"access.insert_area", R"sql(
    INSERT INTO org_area (id, partnership_id, code, name, gss_code, valid_from, valid_to)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql"};

store::Sql const kUpdateArea{"access.update_area", R"sql(
    UPDATE org_area
       SET name = $4, gss_code = $5, valid_from = $6, valid_to = $7, revision = revision + 1
     WHERE id = $1 AND partnership_id = $2 AND revision = $3
)sql"};

store::Sql const kAgencies{"access.agencies", R"sql(
    SELECT id, code, name, kind, valid_from, valid_to, revision
      FROM org_agency
     WHERE partnership_id = $1 AND ($2 = 1 OR (valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)))
     ORDER BY name
)sql"};

store::Sql const kAgency{"access.agency", R"sql(
    SELECT id, code, name, kind, valid_from, valid_to, revision
      FROM org_agency WHERE id = $1 AND partnership_id = $2
)sql"};

store::Sql const kInsertAgency{"access.insert_agency", R"sql(
    INSERT INTO org_agency (id, partnership_id, code, name, kind, valid_from, valid_to)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql"};

store::Sql const kUpdateAgency{"access.update_agency", R"sql(
    UPDATE org_agency
       SET name = $4, kind = $5, valid_from = $6, valid_to = $7, revision = revision + 1
     WHERE id = $1 AND partnership_id = $2 AND revision = $3
)sql"};

store::Sql const kTeams{"access.teams", R"sql(
    SELECT t.id, t.agency_id, t.area_id, t.name, t.valid_from, t.valid_to, t.revision
      FROM org_team t
      JOIN org_agency a ON a.id = t.agency_id
     WHERE a.partnership_id = $1
       AND ($2 = 1 OR (t.valid_from <= $3 AND (t.valid_to IS NULL OR t.valid_to >= $3)))
     ORDER BY t.name
)sql"};

store::Sql const kTeam{"access.team", R"sql(
    SELECT t.id, t.agency_id, t.area_id, t.name, t.valid_from, t.valid_to, t.revision
      FROM org_team t
      JOIN org_agency a ON a.id = t.agency_id
     WHERE t.id = $1 AND a.partnership_id = $2
)sql"};

store::Sql const kInsertTeam{"access.insert_team", R"sql(
    INSERT INTO org_team (id, agency_id, area_id, name, valid_from, valid_to)
    VALUES ($1, $2, $3, $4, $5, $6)
)sql"};

store::Sql const kUpdateTeam{"access.update_team", R"sql(
    UPDATE org_team
       SET area_id = $3, name = $4, valid_from = $5, valid_to = $6, revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kColleagues{"access.colleagues", R"sql(
    SELECT u.id, u.name, u.agency_id, a.name AS agency_name, u.job_title, u.phone
      FROM user_account u
      JOIN org_agency a ON a.id = u.agency_id
     WHERE u.partnership_id = $1
       AND (CAST($2 AS TEXT) IS NULL OR u.agency_id = $2)
       AND u.valid_from <= $3 AND (u.valid_to IS NULL OR u.valid_to >= $3)
       AND (u.lapses_on IS NULL OR u.lapses_on > $3)
     ORDER BY u.name, u.id
     LIMIT $4
)sql"};

store::Sql const kColleague{"access.colleague", R"sql(
    SELECT u.id, u.name, u.agency_id, a.name AS agency_name, u.job_title, u.phone
      FROM user_account u
      JOIN org_agency a ON a.id = u.agency_id
     WHERE u.id = $1 AND u.partnership_id = $2
)sql"};

store::Sql const kEveryColleague{"access.every_colleague", R"sql(
    SELECT u.id, u.name, u.agency_id, a.name AS agency_name, u.job_title, u.phone
      FROM user_account u
      JOIN org_agency a ON a.id = u.agency_id
     WHERE u.partnership_id = $1
)sql"};

store::Sql const kRolesHeld{"access.roles_held", R"sql(
    SELECT r.user_id, u.agency_id, r.role, r.held_at, r.held_at_id
      FROM role_assignment r
      JOIN user_account u ON u.id = r.user_id
     WHERE u.partnership_id = $1
       AND u.valid_from <= $2 AND (u.valid_to IS NULL OR u.valid_to >= $2)
       AND (u.lapses_on IS NULL OR u.lapses_on > $2)
       AND r.approved_by <> '' AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2)
     ORDER BY r.user_id
)sql"};

store::Sql const kRunsHubs{"access.runs_hubs", R"sql(
    SELECT 1 FROM role_assignment r
      JOIN user_account u ON u.id = r.user_id
     WHERE u.agency_id = $1 AND r.held_at = 'area' AND r.approved_by <> '' LIMIT 1
)sql"};

}  // namespace waymark::access::sql
