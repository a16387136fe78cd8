#include "actions_sql.h"

#include <string>

namespace waymark::cases::sql {

namespace {

// An action's own columns, as every statement here gives them.
constexpr std::string_view kColumns =
    "a.id, a.case_id, a.tool, a.description, a.owner_agency_id, a.owner_user_id, a.due_on, "
    "a.remind_on, a.result, a.result_note, a.completed_on, a.revision, a.created_at, a.created_by";

constexpr std::string_view kVisible =
    " AND EXISTS (SELECT 1 FROM case_scope s WHERE s.case_id = a.case_id AND s.scope IN {scopes})"
    " {open a.case_id}";

std::string const kOwnedByUser = "a.owner_user_id";
std::string const kOwnedByAgency = "a.owner_agency_id";
// Of an agency's, what nobody is named for.
std::string const kUnnamed = "a.owner_user_id IS NULL AND a.owner_agency_id";

std::string open_by(std::string_view owner) {
    return "SELECT " + std::string{kColumns} +
           ", c.reference, c.title, c.area_id"
           "  FROM case_action a JOIN case_record c ON c.id = a.case_id"
           " WHERE " +
           std::string{owner} + " = $1 AND a.result IS NULL AND a.due_on <= $2" +
           std::string{kVisible} + " ORDER BY a.due_on, a.id LIMIT $3";
}

// $3: today.
std::string count_by(std::string_view owner) {
    return "SELECT count(*) AS total, coalesce(sum(CASE WHEN a.due_on < $3 THEN 1 ELSE 0 END), 0) "
           "AS overdue FROM case_action a WHERE " +
           std::string{owner} + " = $1 AND a.result IS NULL AND a.due_on <= $2" +
           std::string{kVisible};
}

}  // namespace

store::Sql const kActions{"cases.actions", R"sql(
    SELECT a.id, a.case_id, a.tool, a.description, a.owner_agency_id, a.owner_user_id, a.due_on,
           a.remind_on, a.result, a.result_note, a.completed_on, a.revision, a.created_at,
           a.created_by
      FROM case_action a WHERE a.case_id = $1
     ORDER BY CASE WHEN a.result IS NULL THEN 0 ELSE 1 END, a.due_on, a.id
)sql"};

store::Sql const kCountOpen{"cases.count_open_actions", R"sql(
    SELECT count(*) AS open, coalesce(sum(CASE WHEN due_on < $2 THEN 1 ELSE 0 END), 0) AS overdue
      FROM case_action WHERE case_id = $1 AND result IS NULL
)sql"};

store::Sql const kAction{"cases.action", R"sql(
    SELECT a.id, a.case_id, a.tool, a.description, a.owner_agency_id, a.owner_user_id, a.due_on,
           a.remind_on, a.result, a.result_note, a.completed_on, a.revision, a.created_at,
           a.created_by
      FROM case_action a WHERE a.id = $1 AND a.case_id = $2
)sql"};

store::Sql const kInsertAction{"cases.insert_action", R"sql(
    INSERT INTO case_action (id, case_id, area_id, tool, description, owner_agency_id,
                             owner_user_id, due_on, remind_on, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};

store::Sql const kUpdateAction{"cases.update_action", R"sql(
    UPDATE case_action
       SET tool = $3, description = $4, owner_agency_id = $5, owner_user_id = $6, due_on = $7,
           remind_on = $8, revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kRecordResult{"cases.record_result", R"sql(
    UPDATE case_action
       SET result = $3, result_note = $4, completed_on = $5, revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

access::ScopedSql const kOpenOfUser{"cases.open_of_user", 3, open_by(kOwnedByUser)};
access::ScopedSql const kOpenOfAgency{"cases.open_of_agency", 3, open_by(kOwnedByAgency)};
access::ScopedSql const kUnnamedOfAgency{"cases.unnamed_of_agency", 3, open_by(kUnnamed)};
access::ScopedSql const kOpenOfArea{"cases.open_of_area", 3, open_by("a.area_id")};

access::ScopedSql const kCountOpenOfUser{"cases.count_open_of_user", 3, count_by(kOwnedByUser)};
access::ScopedSql const kCountOpenOfAgency{"cases.count_open_of_agency", 3,
                                           count_by(kOwnedByAgency)};
access::ScopedSql const kCountUnnamedOfAgency{"cases.count_unnamed_of_agency", 3,
                                              count_by(kUnnamed)};
access::ScopedSql const kCountOpenOfArea{"cases.count_open_of_area", 3, count_by("a.area_id")};

}  // namespace waymark::cases::sql
