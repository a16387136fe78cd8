#include "cases/cases.h"

#include "access/directory.h"
#include "cases/conflicts.h"
#include "cases_sql.h"
#include "filing.h"
#include "foundation/text.h"
#include "involving.h"
#include "parts.h"
#include "rows.h"
#include "standing.h"

namespace waymark::cases {

namespace {

std::optional<Closing> closing_from(store::Row const& row) {
    auto const closed_on = row.optional_date("closed_on");
    if (!closed_on) return std::nullopt;
    return Closing{row.text("closing_reason"), row.text("closing_summary"), row.text("victim_told"),
                   *closed_on};
}

Standing standing_of(CaseDetail const& detail) {
    return {.id = detail.id,
            .reference = detail.reference,
            .area_id = detail.area_id,
            .programme = detail.programme,
            .title = detail.title,
            .stage = detail.stage,
            .is_open = detail.is_open,
            .opened_on = detail.opened_on,
            .lead_agency_id = detail.lead_agency_id,
            .lead_user_id = detail.lead_user_id,
            .reassess_by = detail.reassess_by,
            .revision = detail.revision};
}

void add_names(access::Work& work, CaseDetail& detail) {
    if (auto const area = access::area(work, detail.area_id)) {
        detail.area_code = area->code;
        detail.area_name = area->name;
    }
    if (auto const agency = access::agency(work, detail.lead_agency_id)) {
        detail.lead_agency_name = agency->name;
    }
    if (!detail.lead_user_id) return;
    if (auto const lead = access::colleague(work, detail.lead_user_id->value)) {
        detail.lead_user_name = lead->name;
    }
}

CaseDetail detail_from(access::Work& work, store::Row const& row) {
    CaseDetail detail{
        summary_from(row),
        {row.text("programme_code"), row.text("programme_version"), row.text("extension_version")},
        {},
        {},
        {},
        {},
        row.optional_integer("risk_score"),
        closing_from(row),
        row.small("times_reopened"),
        row.instant("created_at"),
        row.id<UserId>("created_by"),
        row.instant("updated_at"),
        work.actor().may(access::Permission::WorkOnCases),
        false,
    };
    detail.may_run = may_run(work, standing_of(detail));
    add_names(work, detail);
    return detail;
}

std::string changed_fields(CaseUpdate const& request, Standing const& standing) {
    std::vector<std::string> fields;
    if (request.title != standing.title) fields.push_back("title");
    if (request.lead_agency_id != standing.lead_agency_id) fields.push_back("lead_agency_id");
    if (request.lead_user_id != standing.lead_user_id) fields.push_back("lead_user_id");
    return join(fields, ",");
}

// Brings a new lead agency in and files the case for the new lead worker.
void follow_new_lead(access::Work& work, CaseUpdate const& request) {
    std::vector<NewEntry> entries = {
        {.kind = "lead",
         .detail = request.lead_agency_id.value,
         .about_id = request.lead_user_id ? request.lead_user_id->value : std::string{}}};
    if (brought_in_by_leading(work, request.lead_agency_id) &&
        !is_partner(work, request.id, request.lead_agency_id)) {
        entries.push_back(
            insert_lead_as_partner(work, request.id, request.lead_agency_id, work.clock().today));
    }
    write_entries(work, request.id, entries);
    refile(work, request.id);
}

// The names of the fields given, for the audit and the chronology.
std::string names_of(Answers const& given) {
    std::vector<std::string> names;
    for (auto const& [field, values] : given) names.push_back(field);
    return join(names, ",");
}

}  // namespace

std::optional<CaseDetail> detail_of(access::Work& work, CaseId const& id) {
    auto const row = access::first(work, sql::kFind, {id});
    if (!row) return std::nullopt;
    return detail_from(work, *row);
}

Result<CaseDetail> find(access::Work& work, CaseId const& id) {
    if (!work.actor().may(access::Permission::ReadCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    auto detail = detail_of(work, id);
    if (!detail) return access::not_found("no_such_case");
    work.note({"case.read", "case", id.value});
    return std::move(*detail);
}

Result<CaseId> find_by_reference(access::Work& work, std::string_view reference) {
    if (!work.actor().may(access::Permission::ReadCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    auto wanted = trimmed(reference);
    for (auto& c : wanted) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    auto const row = access::first(work, sql::kFindByReference, {wanted});
    if (!row) return access::not_found("no_such_case");
    auto const id = row->id<CaseId>("id");
    work.note({.action = "case.search", .subject_kind = "search", .shown = {id.value}});
    return id;
}

Result<std::vector<CaseSummary>> summaries(access::Work& work, std::vector<CaseId> const& ids) {
    if (!work.actor().may(access::Permission::ReadCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    std::vector<CaseSummary> list;
    for (auto const& id : ids) {
        if (auto const row = access::first(work, sql::kFind, {id})) {
            list.push_back(summary_from(*row));
        }
    }
    work.note({.action = "case.list",
               .subject_kind = "list",
               .shown = access::ids_of(list, [](auto const& one) { return one.id; })});
    return list;
}

Result<std::int64_t> update(access::Work& work, CaseUpdate const& request) {
    auto const standing = to_run(work, request.id);
    if (!standing) return standing.error();
    if (!standing->is_open) return Error{Refusal::Conflict, "case_closed"};
    bool const new_lead = request.lead_agency_id != standing->lead_agency_id ||
                          request.lead_user_id != standing->lead_user_id;
    std::vector<FieldError> mistakes;
    check_text(mistakes, "title", request.title, kLongestTitle, Needed::Yes);
    // A lead who has left stays the lead until another is named.
    if (new_lead) check_lead(mistakes, work, request.lead_agency_id, request.lead_user_id);
    if (mistakes.empty() && !is_partner(work, request.id, request.lead_agency_id)) {
        check_lead_terms(mistakes, work, request.lead_agency_id);
    }
    if (new_lead && request.lead_user_id && is_closed_to(work, *request.lead_user_id, request.id)) {
        mistakes.push_back({"lead_user_id", "not_offered"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const changed = work.tx().execute(
        sql::kUpdateCase, {request.id, request.revision, request.title, request.lead_agency_id,
                           request.lead_user_id, work.now()});
    if (changed != 1) return access::stale();
    if (new_lead) follow_new_lead(work, request);
    auto const revision = request.revision + 1;
    work.note(
        {"case.change", "case", request.id.value, revision, changed_fields(request, *standing)});
    return revision;
}

Result<Answers> answers(access::Work& work, CaseId const& id) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    work.note({"case.read", "case", id.value, std::nullopt, "answers"});
    return recorded_answers(work, id);
}

Result<std::int64_t> set_answers(access::Work& work, programmes::Catalogue const& catalogue,
                                 CaseId const& id, std::int64_t revision, Answers const& given) {
    auto const standing = to_work_on_open(work, id);
    if (!standing) return standing.error();
    std::vector<FieldError> mistakes;
    check_given_answers(mistakes, definition_of(catalogue, standing->programme),
                        programmes::Point::Opening, work.clock().today, recorded_answers(work, id),
                        given);
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    if (work.tx().execute(sql::kTouchCase, {id, revision, work.now()}) != 1) {
        return access::stale();
    }
    store_answers(work, id, given);
    write_entries(work, id, {{.kind = "answers", .detail = names_of(given)}});
    work.note({"case.change", "case", id.value, revision + 1, names_of(given)});
    return revision + 1;
}

Result<std::vector<StageChange>> stage_history(access::Work& work, CaseId const& id) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    std::vector<StageChange> history;
    for (auto const& row : work.tx().all(sql::kStageHistory, {id})) {
        history.push_back({row.text("from_stage"), row.text("to_stage"), row.text("reason"),
                           row.instant("changed_at"), row.id<UserId>("changed_by")});
    }
    work.note({"case.read", "case", id.value, std::nullopt, "stage_history"});
    return history;
}

}  // namespace waymark::cases
