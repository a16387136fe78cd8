#include "lists_sql.h"

#include <string>

namespace waymark::cases::sql {

namespace {

constexpr std::string_view kFilters = R"sql(
    AND (CAST($2 AS TEXT) = '' OR c.area_id = $2)
    AND (CAST($3 AS TEXT) = '' OR c.programme_code = $3)
    AND (CAST($4 AS TEXT) = '' OR c.stage = $4)
    AND (CAST($5 AS TEXT) = '' OR c.risk_band = $5)
)sql";

constexpr std::string_view kOpened = R"sql(
    SELECT s.opened_on AS sorted_on, s.case_id
      FROM case_scope s
      JOIN case_record c ON c.id = s.case_id
     WHERE s.scope = {scope} AND s.is_open = $1 AND (s.opened_on, s.case_id) < ($6, $7)
)sql";

constexpr std::string_view kOpenedLed = R"sql(
    SELECT c.opened_on AS sorted_on, c.id AS case_id
      FROM case_record c
     WHERE c.lead_user_id = $8 AND c.is_open = $1 AND (c.opened_on, c.id) < ($6, $7)
       AND EXISTS (SELECT 1 FROM case_scope s WHERE s.case_id = c.id AND s.scope IN {scopes})
)sql";

constexpr std::string_view kDue = R"sql(
    SELECT d.due_on AS sorted_on, d.case_id
      FROM case_due d
      JOIN case_record c ON c.id = d.case_id
     WHERE d.scope = {scope} AND d.kind = $1 AND (d.due_on, d.case_id) > ($6, $7)
       AND d.due_on <= $8
)sql";

// A case that several of the reader's scopes show is in their due lists once.
constexpr std::string_view kDueLed = R"sql(
    SELECT DISTINCT d.due_on AS sorted_on, d.case_id
      FROM case_record c
      JOIN case_due d ON d.case_id = c.id
     WHERE c.lead_user_id = $9 AND c.is_open = 1 AND d.scope IN {scopes} AND d.kind = $1
       AND (d.due_on, d.case_id) > ($6, $7) AND d.due_on <= $8
)sql";

std::string filtered(std::string_view source) {
    return std::string{source} + std::string{kFilters};
}

// The rows of a source in its order; `limit` is the placeholder of the limit.
std::string ordered(std::string_view source, std::string_view order, std::string_view limit) {
    return filtered(source) + " ORDER BY " + std::string{order} + " LIMIT " + std::string{limit};
}

std::string in_arms(std::string const& one) {
    return "{arms}" + one + "{end}";
}

std::string page_of(std::string const& source, std::string_view order, std::string_view limit) {
    return "SELECT c.id, c.reference, c.area_id, c.programme_code, c.title, c.subject_kind, "
           "c.stage, c.is_open, c.opened_on, c.closed_on, c.lead_agency_id, c.lead_user_id, "
           "c.risk_band, c.reassess_by, c.next_review_on, c.update_due_on, c.revision, v.sorted_on "
           "FROM (" +
           source + ") v JOIN case_record c ON c.id = v.case_id ORDER BY " + std::string{order} +
           " LIMIT " + std::string{limit};
}

std::string count_of(std::string const& source) {
    return "SELECT count(*) AS total FROM (" + source + ") v";
}

constexpr std::string_view kNewestFirst = "v.sorted_on DESC, v.case_id DESC";
constexpr std::string_view kSoonestFirst = "v.sorted_on, v.case_id";

}  // namespace

access::ScopedSql const kList{
    "cases.list", 8,
    page_of(in_arms(ordered(kOpened, "s.opened_on DESC, s.case_id DESC", "$8")), kNewestFirst,
            "$8")};
access::ScopedSql const kListLed{"cases.list_led", 9,
                                 page_of(filtered(kOpenedLed), kNewestFirst, "$9")};
access::ScopedSql const kListDue{
    "cases.list_due", 9,
    page_of(in_arms(ordered(kDue, "d.due_on, d.case_id", "$9")), kSoonestFirst, "$9")};
access::ScopedSql const kListDueLed{"cases.list_due_led", 10,
                                    page_of(filtered(kDueLed), kSoonestFirst, "$10")};

// The arms are joined by UNION, so a case that several scopes show counts once; a reader of one
// scope has one arm, which is counted as it is read.
access::ScopedSql const kCountAll{"cases.count_all", 1,
                                  count_of(in_arms("SELECT s.case_id FROM case_scope s"
                                                   " WHERE s.scope = {scope} AND s.is_open = $1"))};
access::ScopedSql const kCount{"cases.count", 7, count_of(in_arms(filtered(kOpened)))};
access::ScopedSql const kCountLed{"cases.count_led", 8, count_of(filtered(kOpenedLed))};
access::ScopedSql const kCountDue{"cases.count_due", 8, count_of(in_arms(filtered(kDue)))};
access::ScopedSql const kCountAllDue{"cases.count_all_due", 3, R"sql(
    SELECT count(*) AS total, coalesce(sum(CASE WHEN v.due_on < $3 THEN 1 ELSE 0 END), 0) AS overdue
      FROM ({arms} SELECT d.due_on, d.case_id FROM case_due d
                    WHERE d.scope = {scope} AND d.kind = $1 AND d.due_on <= $2 {end}) v
)sql"};
access::ScopedSql const kCountDueLed{"cases.count_due_led", 9, count_of(filtered(kDueLed))};

}  // namespace waymark::cases::sql
