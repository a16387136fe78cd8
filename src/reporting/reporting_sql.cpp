#include "reporting_sql.h"

namespace waymark::reporting {

namespace {

std::string replaced(std::string text, std::string_view mark, std::string_view with) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
        text.replace(at, mark.size(), with);
        at += with.size();
    }
    return text;
}

std::string whole(std::string const& text) {
    return replaced(replaced(text, "{visible}", ""), "{visible_referral}", "");
}

std::string scoped(std::string const& text) {
    auto const cases = replaced(text, "{visible}",
                                "AND EXISTS (SELECT 1 FROM report_case_scope s"
                                " WHERE s.case_id = c.case_id AND s.scope IN {scopes})"
                                " {open c.case_id}");
    return replaced(cases, "{visible_referral}",
                    "AND EXISTS (SELECT 1 FROM report_referral_scope s"
                    " WHERE s.referral_id = r.referral_id AND s.scope IN {scopes})"
                    " {open SELECT n.record_id AS id FROM report_referral_closes n"
                    " WHERE n.referral_id = r.referral_id}");
}

// How a measure went from opening to closing. More is better, or less is.
enum class Better { More, Less };
std::string change(std::string const& opening, std::string const& closing, Better better) {
    auto const improved =
        better == Better::More ? closing + " > " + opening : closing + " < " + opening;
    return "CASE WHEN " + opening + " IS NULL AND " + closing +
           " IS NULL THEN 'not_recorded_both' WHEN " + opening +
           " IS NULL THEN 'not_recorded_start' WHEN " + closing +
           " IS NULL THEN 'not_recorded_end' WHEN " + improved + " THEN 'improved' WHEN " +
           closing + " = " + opening + " THEN 'same' ELSE 'worse' END";
}

std::string rank(std::string const& band) {
    return "(CASE " + band + " WHEN 'standard' THEN 1 WHEN 'medium' THEN 2 WHEN 'high' THEN 3 END)";
}

struct MeasureChange {
    char const* measure;
    std::string change;
};

std::vector<MeasureChange> changes() {
    return {
        {"risk_band",
         change(rank("o.opening_risk_band"), rank("o.closing_risk_band"), Better::Less)},
        {"risk_score", change("o.opening_risk_score", "o.closing_risk_score", Better::Less)},
        {"frequency", change("o.opening_frequency", "o.closing_frequency", Better::Less)},
        {"feels_safe", change("o.opening_feels_safe", "o.closing_feels_safe", Better::More)},
        {"confidence_in_agencies",
         change("o.opening_confidence", "o.closing_confidence", Better::More)},
    };
}

// One column for each measure.
std::string change_columns() {
    std::string columns;
    for (auto const& [measure, text] : changes()) {
        if (!columns.empty()) columns += ", ";
        columns += text + " AS " + measure;
    }
    return columns;
}

// The change in the measure that a parameter names.
std::string change_in(std::string const& parameter) {
    std::string text = "CASE " + parameter;
    for (auto const& [measure, change_text] : changes()) {
        text += std::string{" WHEN '"} + measure + "' THEN " + change_text;
    }
    return text + " END";
}

constexpr char const* kMeasureNames =
    "risk_band, risk_score, frequency, feels_safe, confidence_in_agencies";

std::string const kOfHub = " c.area_id = $1 AND (CAST($2 AS TEXT) = '' OR c.programme_code = $2) ";
std::string const kReferralsOfHub =
    " r.area_id = $1 AND (CAST($2 AS TEXT) = '' OR r.programme_code = $2) ";
std::string const kAge =
    "CASE WHEN c.opened_on > $3 THEN 'under_30' WHEN c.opened_on > $4 THEN '30_to_89'"
    " WHEN c.opened_on > $5 THEN '90_to_179' WHEN c.opened_on > $6 THEN '180_to_364'"
    " ELSE '365_and_over' END";
std::string const kReason =
    "CASE WHEN coalesce(c.closing_reason, '') = '' THEN 'not_recorded' ELSE c.closing_reason END";

}  // namespace

HubSql::HubSql(std::string_view name, int fixed, std::string const& text)
    : whole_name_(std::string{name} + "/whole"),
      whole_text_(whole(text)),
      scoped_(name, fixed, scoped(text)) {}

std::vector<store::Row> HubSql::all(access::Work& work, bool sees_all,
                                    std::vector<store::Value> const& values) const {
    if (sees_all && !work.actor().is_shut_out) {
        return work.tx().all({whole_name_, whole_text_}, values);
    }
    return access::all(work, scoped_, values);
}

store::Row HubSql::one(access::Work& work, bool sees_all,
                       std::vector<store::Value> const& values) const {
    return all(work, sees_all, values).front();
}

namespace sql {

HubSql const kOpenByStageAndRisk{"reporting.open_by_stage_and_risk", 2,
                                 "SELECT c.stage, c.risk_band, count(*) AS total FROM report_case c"
                                 " WHERE" +
                                     kOfHub +
                                     "AND c.is_open = 1 {visible}"
                                     " GROUP BY c.stage, c.risk_band"};

// $3 to $6: the day that each age begins after, newest first.
HubSql const kOpenByAge{"reporting.open_by_age", 6,
                        "SELECT age, count(*) AS total FROM (SELECT " + kAge +
                            " AS age"
                            " FROM report_case c WHERE" +
                            kOfHub +
                            "AND c.is_open = 1 {visible}) v"
                            " GROUP BY age"};

// $3 today.
HubSql const kOverdueCases{
    "reporting.overdue_cases", 3,
    "SELECT count(*) AS base,"
    " coalesce(sum(CASE WHEN c.next_review_on < $3 THEN 1 ELSE 0 END), 0) AS reviews,"
    " coalesce(sum(CASE WHEN c.reassess_by < $3 THEN 1 ELSE 0 END), 0) AS reassessments,"
    " coalesce(sum(CASE WHEN c.update_due_on < $3 THEN 1 ELSE 0 END), 0) AS updates,"
    " coalesce(sum(CASE WHEN c.next_review_on IS NULL OR c.reassess_by IS NULL THEN 1 ELSE 0 END),"
    " 0) AS without_date"
    " FROM report_case c WHERE" +
        kOfHub + "AND c.is_open = 1 {visible}"};

HubSql const kOverdueActions{"reporting.overdue_actions", 3,
                             "SELECT count(*) AS items, count(DISTINCT a.case_id) AS total"
                             " FROM report_action a JOIN report_case c ON c.case_id = a.case_id"
                             " WHERE" +
                                 kOfHub +
                                 "AND a.area_id = $1 AND a.result IS NULL AND a.due_on < $3"
                                 " AND c.is_open = 1 {visible}"};

HubSql const kReferralsWaiting{
    "reporting.referrals_waiting", 3,
    "SELECT count(*) AS total,"
    " coalesce(sum(CASE WHEN r.triage_due_on < $3 THEN 1 ELSE 0 END), 0) AS overdue,"
    " coalesce(sum(CASE WHEN r.triage_due_on IS NULL THEN 1 ELSE 0 END), 0) AS without_date"
    " FROM report_referral r WHERE" +
        kReferralsOfHub +
        "AND r.state = 'waiting'"
        " {visible_referral}"};

// $3 and $4: the first day and the first after the last; instants for referrals.
HubSql const kReceivedBetween{"reporting.received_between", 4,
                              "SELECT count(*) AS total FROM report_referral r WHERE" +
                                  kReferralsOfHub +
                                  "AND r.received_at >= $3 AND r.received_at < $4"
                                  " {visible_referral}"};

HubSql const kOpenedBetween{"reporting.opened_between", 4,
                            "SELECT count(*) AS total FROM report_case c WHERE" + kOfHub +
                                "AND c.opened_on >= $3 AND c.opened_on < $4 {visible}"};

HubSql const kClosedBetween{"reporting.closed_between", 4,
                            "SELECT count(*) AS total FROM report_case c WHERE" + kOfHub +
                                "AND c.closed_on IS NOT NULL AND c.closed_on >= $3"
                                " AND c.closed_on < $4 {visible}"};

HubSql const kClosingReasons{"reporting.closing_reasons", 4,
                             "SELECT reason, count(*) AS total FROM (SELECT " + kReason +
                                 " AS reason FROM report_case c WHERE" + kOfHub +
                                 "AND c.closed_on IS NOT NULL AND c.closed_on >= $3"
                                 " AND c.closed_on < $4 {visible}) v GROUP BY reason"
                                 " ORDER BY total DESC, reason"};

HubSql const kOutcomes{"reporting.outcomes", 4,
                       std::string{"SELECT "} + kMeasureNames +
                           ", count(*) AS total FROM (SELECT " + change_columns() +
                           " FROM report_case c LEFT JOIN report_outcome o ON o.case_id = c.case_id"
                           " WHERE" +
                           kOfHub +
                           "AND c.closed_on IS NOT NULL AND c.closed_on >= $3"
                           " AND c.closed_on < $4 {visible}) v GROUP BY " +
                           kMeasureNames};

// Rows: the id that the page before ended with comes next to last, how many last.

// $3 stage, $4 risk band, each or empty text; $5 opened after, $6 and not after, each or empty.
HubSql const kRowsOpen{"reporting.rows_open", 8,
                       "SELECT c.case_id AS id FROM report_case c WHERE" + kOfHub +
                           "AND c.is_open = 1"
                           " AND (CAST($3 AS TEXT) = '' OR c.stage = $3)"
                           " AND (CAST($4 AS TEXT) = '' OR c.risk_band = $4)"
                           " AND (CAST($5 AS TEXT) = '' OR c.opened_on > $5)"
                           " AND (CAST($6 AS TEXT) = '' OR c.opened_on <= $6)"
                           " AND c.case_id > $7 {visible} ORDER BY c.case_id LIMIT $8"};

// $3 today, $4 which.
HubSql const kRowsOverdue{
    "reporting.rows_overdue", 6,
    "SELECT c.case_id AS id FROM report_case c WHERE" + kOfHub +
        "AND c.is_open = 1"
        " AND CASE CAST($4 AS TEXT) WHEN 'reviews' THEN c.next_review_on"
        " WHEN 'reassessments' THEN c.reassess_by WHEN 'updates' THEN c.update_due_on"
        " ELSE (SELECT min(a.due_on) FROM report_action a"
        " WHERE a.case_id = c.case_id AND a.area_id = $1 AND a.result IS NULL) END < $3"
        " AND c.case_id > $5 {visible} ORDER BY c.case_id LIMIT $6"};

HubSql const kRowsOpened{"reporting.rows_opened", 6,
                         "SELECT c.case_id AS id FROM report_case c WHERE" + kOfHub +
                             "AND c.opened_on >= $3 AND c.opened_on < $4"
                             " AND c.case_id > $5 {visible} ORDER BY c.case_id LIMIT $6"};

// $5 the reason, or empty text.
HubSql const kRowsClosed{"reporting.rows_closed", 7,
                         "SELECT c.case_id AS id FROM report_case c WHERE" + kOfHub +
                             "AND c.closed_on IS NOT NULL AND c.closed_on >= $3"
                             " AND c.closed_on < $4 AND (CAST($5 AS TEXT) = '' OR " +
                             kReason +
                             " = $5) AND c.case_id > $6 {visible} ORDER BY c.case_id LIMIT $7"};

// $5 the measure, $6 how it went.
HubSql const kRowsOutcome{"reporting.rows_outcome", 8,
                          "SELECT c.case_id AS id FROM report_case c"
                          " LEFT JOIN report_outcome o ON o.case_id = c.case_id WHERE" +
                              kOfHub +
                              "AND c.closed_on IS NOT NULL AND c.closed_on >= $3"
                              " AND c.closed_on < $4 AND " +
                              change_in("CAST($5 AS TEXT)") +
                              " = $6 AND c.case_id > $7 {visible} ORDER BY c.case_id LIMIT $8"};

HubSql const kRowsReceived{"reporting.rows_received", 6,
                           "SELECT r.referral_id AS id FROM report_referral r WHERE" +
                               kReferralsOfHub +
                               "AND r.received_at >= $3 AND r.received_at < $4"
                               " AND r.referral_id > $5 {visible_referral}"
                               " ORDER BY r.referral_id LIMIT $6"};

// $3 overdue since before that day, or empty text.
HubSql const kRowsWaiting{"reporting.rows_waiting", 5,
                          "SELECT r.referral_id AS id FROM report_referral r WHERE" +
                              kReferralsOfHub +
                              "AND r.state = 'waiting'"
                              " AND (CAST($3 AS TEXT) = '' OR r.triage_due_on < $3)"
                              " AND r.referral_id > $4 {visible_referral}"
                              " ORDER BY r.referral_id LIMIT $5"};

// The report. $1 partnership, $2 the first day, $3 the first after the last.

// Instants. A decision is compared by the day on which it was made.
store::Sql const kReportReferrals{"reporting.report_referrals", R"sql(
    SELECT area_id, programme_code, category, count(*) AS total
      FROM (SELECT coalesce(area_id, '') AS area_id, programme_code,
                   CASE WHEN decided_at IS NULL THEN 'not_decided'
                        WHEN triage_due_on IS NULL THEN 'no_target'
                        WHEN substr(decided_at, 1, 10) <= triage_due_on THEN 'in_time'
                        ELSE 'late' END AS category
              FROM report_referral
             WHERE partnership_id = $1 AND received_at >= $2 AND received_at < $3) v
     GROUP BY area_id, programme_code, category
)sql"};

store::Sql const kReportOpened{"reporting.report_opened", R"sql(
    SELECT area_id, programme_code, 'opened' AS category, count(*) AS total
      FROM report_case
     WHERE partnership_id = $1 AND opened_on >= $2 AND opened_on < $3
     GROUP BY area_id, programme_code
)sql"};

store::Sql const kReportOpenAtEnd{"reporting.report_open_at_end", R"sql(
    SELECT area_id, programme_code, 'open_at_end' AS category, count(*) AS total
      FROM report_case
     WHERE partnership_id = $1 AND opened_on < $2 AND (closed_on IS NULL OR closed_on >= $2)
     GROUP BY area_id, programme_code
)sql"};

// One row a case: its days are for the median, its demand for the sums. Of its agreed outcomes, one
// that nobody knows the result of could have been met.
store::Sql const kReportClosed{"reporting.report_closed", R"sql(
    SELECT c.area_id, c.programme_code, c.opened_on, c.closed_on,
           CASE WHEN coalesce(c.closing_reason, '') = '' THEN 'not_recorded'
                ELSE c.closing_reason END AS category,
           b.recorded AS before_recorded, a.recorded AS after_recorded,
           b.reported AS before_reported, a.reported AS after_reported,
           CASE WHEN coalesce(o.goals_agreed, 0) = 0 THEN 'none_agreed'
                WHEN o.goals_met = o.goals_agreed THEN 'all_met'
                WHEN o.goals_met > 0 THEN 'some_met'
                WHEN o.goals_not_known > 0 THEN 'not_recorded'
                ELSE 'none_met' END AS goals
      FROM report_case c
      LEFT JOIN report_outcome o ON o.case_id = c.case_id
      LEFT JOIN report_demand b ON b.case_id = c.case_id AND b.span = 'before'
      LEFT JOIN report_demand a ON a.case_id = c.case_id AND a.span = 'after'
     WHERE c.partnership_id = $1 AND c.closed_on IS NOT NULL AND c.closed_on >= $2
       AND c.closed_on < $3
)sql"};

namespace {

std::string report_outcomes() {
    return std::string{"SELECT area_id, programme_code, "} + kMeasureNames +
           ", count(*) AS total FROM (SELECT c.area_id, c.programme_code, " + change_columns() +
           " FROM report_case c LEFT JOIN report_outcome o ON o.case_id = c.case_id"
           " WHERE c.partnership_id = $1 AND c.closed_on IS NOT NULL AND c.closed_on >= $2"
           " AND c.closed_on < $3) v GROUP BY area_id, programme_code, " +
           kMeasureNames;
}

std::string const kReportOutcomesText = report_outcomes();

}  // namespace

store::Sql const kReportOutcomes{"reporting.report_outcomes", kReportOutcomesText};

store::Sql const kReportActions{"reporting.report_actions", R"sql(
    SELECT area_id, programme_code, category, count(*) AS total
      FROM (SELECT c.area_id, c.programme_code,
                   CASE WHEN a.result IS NULL THEN 'not_completed'
                        WHEN a.result <> 'done' THEN 'ended_otherwise'
                        WHEN a.completed_on IS NULL THEN 'not_recorded'
                        WHEN a.completed_on <= a.due_on THEN 'in_time'
                        ELSE 'late' END AS category
              FROM report_action a JOIN report_case c ON c.case_id = a.case_id
             WHERE c.partnership_id = $1 AND a.due_on >= $2 AND a.due_on < $3) v
     GROUP BY area_id, programme_code, category
)sql"};

store::Sql const kReportUpdates{"reporting.report_updates", R"sql(
    SELECT area_id, programme_code, category, count(*) AS total
      FROM (SELECT c.area_id, c.programme_code,
                   CASE WHEN u.result = 'tried' THEN 'tried'
                        WHEN u.was_due_on IS NULL THEN 'not_recorded'
                        WHEN u.given_on <= u.was_due_on THEN 'in_time'
                        ELSE 'late' END AS category
              FROM report_update u JOIN report_case c ON c.case_id = u.case_id
             WHERE c.partnership_id = $1 AND u.given_on >= $2 AND u.given_on < $3) v
     GROUP BY area_id, programme_code, category
)sql"};

// Each assessment whose day to reassess by came in the period while the case was open and no later
// one had replaced it before: it was followed by another in time, or was not.
store::Sql const kReportReassessments{"reporting.report_reassessments", R"sql(
    SELECT area_id, programme_code, category, count(*) AS total
      FROM (SELECT c.area_id, c.programme_code,
                   CASE WHEN EXISTS (SELECT 1 FROM report_risk n
                                      WHERE n.case_id = r.case_id AND n.risk_id > r.risk_id
                                        AND n.assessed_on <= r.reassess_by) THEN 'in_time'
                        WHEN EXISTS (SELECT 1 FROM report_risk n
                                      WHERE n.case_id = r.case_id AND n.risk_id > r.risk_id)
                        THEN 'late'
                        ELSE 'not_done' END AS category
              FROM report_risk r JOIN report_case c ON c.case_id = r.case_id
             WHERE c.partnership_id = $1 AND r.reassess_by >= $2 AND r.reassess_by < $3
               AND (c.closed_on IS NULL OR c.closed_on > r.reassess_by)) v
     GROUP BY area_id, programme_code, category
)sql"};

// $1 and $2: whether open and closed ones are wanted.
access::ScopedSql const kExport{"reporting.export", 2, R"sql(
    SELECT c.reference, c.programme_code, a.code AS hub, c.stage, c.risk_band, c.opened_on,
           c.closed_on, c.closing_reason
      FROM report_case c JOIN report_area a ON a.area_id = c.area_id
     WHERE ((c.is_open = 1 AND CAST($1 AS BIGINT) = 1) OR (c.is_open = 0 AND CAST($2 AS BIGINT) = 1))
       AND EXISTS (SELECT 1 FROM report_case_scope s
                    WHERE s.case_id = c.case_id AND s.scope IN {scopes})
       {open c.case_id}
)sql"};

}  // namespace sql

}  // namespace waymark::reporting
