// The hub's picture, the committee report and the export of cases.

#include "access/directory.h"
#include "http/case_json.h"
#include "http/referral_json.h"
#include "reporting/reporting.h"

namespace waymark::http {

namespace {

using reporting::CommitteeReport;

JsonValue text(std::string const& one) {
    return JsonValue(one);
}

JsonObject row_json(reporting::FigureRow const& row) {
    return {{"code", row.code},
            {"label", row.label},
            {"values", array_of(row.values, [](auto const& value) { return or_null(value); })},
            {"opens", row.opens}};
}

JsonObject figure_json(reporting::Figure const& figure) {
    return {
        {"code", figure.code},
        {"title", figure.title},
        {"definition", figure.definition},
        {"base", figure.base},
        {"not_recorded", figure.not_recorded},
        {"columns", array_of(figure.columns,
                             [](reporting::Column const& column) {
                                 return JsonObject{{"code", column.code}, {"label", column.label}};
                             })},
        {"rows", array_of(figure.rows, row_json)}};
}

Response get_hub_picture(access::Work& work, Services const&, Request& request) {
    auto const picture =
        reporting::hub_picture(work, request.id<AreaId>(), request.query_text("programme_code"));
    if (!picture) return refuse(picture.error());
    return ok(JsonObject{{"area_id", picture->area_id.value},
                         {"area_name", picture->area_name},
                         {"as_at", to_text(picture->as_at)},
                         {"figures", array_of(picture->figures, figure_json)}});
}

Response get_hub_picture_rows(access::Work& work, Services const&, Request& request) {
    auto const behind =
        reporting::rows_behind(work, {.area = request.id<AreaId>(),
                                      .figure = request.query_text("figure"),
                                      .row = request.query_text("row"),
                                      .programme_code = request.query_text("programme_code"),
                                      .after = request.query_text("after"),
                                      .limit = request.limit()});
    if (!behind) return refuse(behind.error());
    JsonArray cases_json, referrals_json;
    Names names{work};
    if (!behind->cases.empty()) {
        auto const cases = cases::summaries(work, behind->cases);
        if (!cases) return refuse(cases.error());
        for (auto const& one : *cases) cases_json.emplace_back(case_row_json(one, names));
    }
    if (!behind->referrals.empty()) {
        auto const referrals = referrals::summaries(work, behind->referrals);
        if (!referrals) return refuse(referrals.error());
        for (auto const& one : *referrals) referrals_json.emplace_back(referral_row_json(one));
    }
    return ok(JsonObject{{"cases", std::move(cases_json)},
                         {"referrals", std::move(referrals_json)},
                         {"next", or_null(behind->next)}});
}

// A table is asked for by its section and its own code.
std::string table_code(reporting::Section const& section, reporting::Table const& table) {
    return section.code + "." + table.code;
}

JsonObject table_json(reporting::Section const& section, reporting::Table const& table) {
    return {{"code", table_code(section, table)},
            {"title", table.title},
            {"definition", table.definition},
            {"base", table.base},
            {"not_recorded", table.not_recorded},
            {"source", table.source},
            {"columns", array_of(table.columns, text)},
            {"rows", array_of(table.rows, [](auto const& row) { return array_of(row, text); })}};
}

JsonObject section_json(reporting::Section const& section) {
    return {{"code", section.code},
            {"title", section.title},
            {"text", section.text},
            {"tables", array_of(section.tables, [&](reporting::Table const& table) {
                 return table_json(section, table);
             })}};
}

Result<CommitteeReport> asked_report(access::Work& work, Request const& request) {
    std::vector<FieldError> mistakes;
    auto const day = [&](std::string const& name) {
        auto const given = request.query_text(name);
        auto const parsed = parse_date(given);
        if (!parsed) mistakes.push_back({name, given.empty() ? "required" : "not_a_date"});
        return parsed.value_or(Date{});
    };
    auto const from = day("from");
    auto const to = day("to");
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return reporting::committee_report(work, from, to);
}

Response get_committee_report(access::Work& work, Services const&, Request& request) {
    auto const report = asked_report(work, request);
    if (!report) return refuse(report.error());
    return ok(JsonObject{{"partnership_name", report->partnership_name},
                         {"is_demo", report->is_demo},
                         {"from", to_text(report->from)},
                         {"to", to_text(report->to)},
                         {"previous_from", to_text(report->previous_from)},
                         {"previous_to", to_text(report->previous_to)},
                         {"made_at", to_text(report->made_at)},
                         {"suppression", report->suppression},
                         {"sections", array_of(report->sections, section_json)}});
}

Response get_committee_report_page(access::Work& work, Services const&, Request& request) {
    auto const report = asked_report(work, request);
    if (!report) return refuse(report.error());
    return {.status = 200,
            .content_type = "text/html; charset=utf-8",
            .body = reporting::to_html(*report),
            .style_hash = reporting::style_hash()};
}

std::string download(bool is_demo, std::string const& name) {
    return std::string{"attachment; filename=\""} + (is_demo ? "demonstration-" : "") + name +
           ".csv\"";
}

Response get_committee_report_table(access::Work& work, Services const&, Request& request) {
    auto const report = asked_report(work, request);
    if (!report) return refuse(report.error());
    auto const* table = report->table(request.parameter("code"));
    if (table == nullptr) return refuse(access::not_found("no_such_table"));
    return {.status = 200,
            .content_type = "text/csv; charset=utf-8",
            .body = reporting::to_csv(*report, *table),
            .disposition = download(report->is_demo, table->code)};
}

Response export_cases(access::Work& work, Services const&, Request& request) {
    auto const asked = request.query_text("state");
    auto state = reporting::State::Any;
    if (asked == "open") state = reporting::State::Open;
    if (asked == "closed") state = reporting::State::Closed;
    bool const is_demo = access::partnership(work).is_demo;
    return {.status = 200,
            .content_type = "text/csv; charset=utf-8",
            .body = {},
            .disposition = download(is_demo, "cases"),
            .stream = [&work, state](Sink const& sink) {
                // The edge has refused those who may not; there is nothing left to answer.
                (void)reporting::stream_cases(work, state, sink);
            }};
}

}  // namespace

std::vector<Route> report_routes() {
    using enum access::Permission;
    return {
        {"GET", "/hubs/{id}/picture", SeeHubPicture, "hub.picture", get_hub_picture},
        {"GET", "/hubs/{id}/picture/rows", SeeHubPicture, "hub.rows", get_hub_picture_rows},
        {"GET", "/reports/committee", SeeReports, "report.committee", get_committee_report},
        {"GET", "/reports/committee/page", SeeReports, "report.committee",
         get_committee_report_page},
        {"GET", "/reports/committee/tables/{code}", SeeReports, "report.committee",
         get_committee_report_table},
        {"GET", "/exports/cases", ExportRecords, "case.export", export_cases, Mode::Stream},
    };
}

}  // namespace waymark::http
