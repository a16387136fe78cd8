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

// Nothing but case_scope is read when nothing narrows the list.
constexpr std::string_view kAnyOpened = R"sql(
    SELECT s.opened_on AS sorted_on, s.case_id
      FROM case_scope s
     WHERE s.scope = {scope} AND s.is_open = $1 AND (s.opened_on, s.case_id) < ($2, $3)
       {open s.case_id}
)sql";

constexpr std::string_view kOpened = R"sql(
    SELECT s.opened_on AS sorted_on, s.case_id
      FROM case_scope s
      JOIN case_record c ON c.id = s.case_id
     WHERE s.scope = {scope} AND s.is_open = $1 AND (s.opened_on, s.case_id) < ($6, $7)
       {open s.case_id}
)sql";

constexpr std::string_view kOpenedLed = R"sql(
    SELECT c.opened_on AS sorted_on, c.id AS case_id
      FROM case_record c
     WHERE c.lead_user_id = $8 AND c.is_open = $1 AND (c.opened_on, c.id) < ($6, $7)
       AND EXISTS (SELECT 1 FROM case_scope s WHERE s.case_id = c.id AND s.scope IN {scopes})
       {open c.id}
)sql";

constexpr std::string_view kAnyDue = R"sql(
    SELECT d.due_on AS sorted_on, d.case_id
      FROM case_due d
     WHERE d.scope = {scope} AND d.kind = $1 AND (d.due_on, d.case_id) > ($2, $3)
       AND d.due_on <= $4 {open d.case_id}
)sql";

constexpr std::string_view kDue = R"sql(
    SELECT d.due_on AS sorted_on, d.case_id
      FROM case_due d
      JOIN case_record c ON c.id = d.case_id
     WHERE d.scope = {scope} AND d.kind = $1 AND (d.due_on, d.case_id) > ($6, $7)
       AND d.due_on <= $8 {open d.case_id}
)sql";

// A case that several of the reader's scopes show is in their due lists once.
constexpr std::string_view kDueLed = R"sql(
    SELECT DISTINCT d.due_on AS sorted_on, d.case_id
      FROM case_record c
      JOIN case_due d ON d.case_id = c.id
     WHERE c.lead_user_id = $9 AND c.is_open = 1 AND d.scope IN {scopes} AND d.kind = $1
       AND (d.due_on, d.case_id) > ($6, $7) AND d.due_on <= $8 {open d.case_id}
)sql";

std::string filtered(std::string_view source) {
    return std::string{source} + std::string{kFilters};
}

constexpr std::string_view kNewestFirst = "sorted_on DESC, case_id DESC";
constexpr std::string_view kSoonestFirst = "sorted_on, case_id";

std::string ordered(std::string const& source, std::string_view order, std::string_view limit) {
    return source + " ORDER BY " + std::string{order} + " LIMIT " + std::string{limit};
}

// The first of all scopes, found before a case is looked at; `limit` is its placeholder.
std::string first_of_arms(std::string const& one, std::string_view order, std::string_view limit) {
    auto const arms = "{arms}" + ordered(one, order, limit) + "{end}";
    return ordered("SELECT sorted_on, case_id FROM (" + arms + ") u", order, limit);
}

std::string page_of(std::string const& source, std::string_view order, std::string_view limit) {
    return ordered(
        "SELECT c.id, c.reference, c.area_id, c.programme_code, c.title, "
        "c.subject_kind, c.stage, c.is_open, c.opened_on, c.closed_on, "
        "c.lead_agency_id, c.lead_user_id, c.risk_band, c.reassess_by, "
        "c.next_review_on, c.update_due_on, c.revision, v.sorted_on "
        "FROM (" +
            source + ") v JOIN case_record c ON c.id = v.case_id",
        order, limit);
}

std::string count_of(std::string const& source) {
    return "SELECT count(*) AS total FROM (" + source + ") v";
}

// What of a row of `table`, called `t`, an earlier part has counted.
std::string unless_counted(std::string_view table, std::string_view t, std::string_view key) {
    return "{later} AND NOT EXISTS (SELECT 1 FROM " + std::string{table} +
           " e WHERE e.scope IN {earlier} AND " + std::string{key} +
           " AND e.case_id = " + std::string{t} + ".case_id){end_later}";
}

std::string count_in_parts(std::string const& source, std::string const& unless) {
    return "SELECT CAST(coalesce(sum(n), 0) AS BIGINT) AS total FROM ({parts}SELECT count(*) AS n "
           "FROM (" +
           source + unless + ") v{end}) p";
}

std::string const kUnlessOpened =
    unless_counted("case_scope", "s", "e.is_open = s.is_open AND e.opened_on = s.opened_on");
// `until` is the placeholder of the day until which things fall due: PostgreSQL builds a table of
// what was counted, and need not put in what is due later.
std::string unless_due(std::string const& until) {
    return unless_counted("case_due", "d",
                          "e.kind = d.kind AND e.due_on = d.due_on AND e.due_on <= " + until);
}

}  // namespace

access::ScopedSql const kListAll{
    "cases.list_all", 4,
    page_of(first_of_arms(std::string{kAnyOpened}, kNewestFirst, "$4"), kNewestFirst, "$4")};
access::ScopedSql const kList{
    "cases.list", 8,
    page_of(first_of_arms(filtered(kOpened), kNewestFirst, "$8"), kNewestFirst, "$8")};
access::ScopedSql const kListLed{"cases.list_led", 9,
                                 page_of(filtered(kOpenedLed), kNewestFirst, "$9")};
access::ScopedSql const kListAllDue{
    "cases.list_all_due", 5,
    page_of(first_of_arms(std::string{kAnyDue}, kSoonestFirst, "$5"), kSoonestFirst, "$5")};
access::ScopedSql const kListDue{
    "cases.list_due", 9,
    page_of(first_of_arms(filtered(kDue), kSoonestFirst, "$9"), kSoonestFirst, "$9")};
access::ScopedSql const kListDueLed{"cases.list_due_led", 10,
                                    page_of(filtered(kDueLed), kSoonestFirst, "$10")};

access::ScopedSql const kCountAll{"cases.count_all", 1,
                                  count_in_parts("SELECT s.case_id FROM case_scope s WHERE s.scope "
                                                 "= {scope} AND s.is_open = $1 {open s.case_id}",
                                                 kUnlessOpened)};
access::ScopedSql const kCount{"cases.count", 7, count_in_parts(filtered(kOpened), kUnlessOpened)};
access::ScopedSql const kCountLed{"cases.count_led", 8, count_of(filtered(kOpenedLed))};
access::ScopedSql const kCountDue{"cases.count_due", 8,
                                  count_in_parts(filtered(kDue), unless_due("$8"))};
access::ScopedSql const kCountAllDue{
    "cases.count_all_due", 3,
    "SELECT CAST(coalesce(sum(n), 0) AS BIGINT) AS total,"
    " CAST(coalesce(sum(late), 0) AS BIGINT) AS overdue"
    " FROM ({parts}SELECT count(*) AS n, sum(CASE WHEN d.due_on < $3 THEN 1 ELSE 0 END) AS late"
    " FROM case_due d WHERE d.scope = {scope} AND d.kind = $1 AND d.due_on <= $2 {open d.case_id}" +
        unless_due("$2") + "{end}) p"};
access::ScopedSql const kCountDueLed{"cases.count_due_led", 9, count_of(filtered(kDueLed))};

}  // namespace waymark::cases::sql
