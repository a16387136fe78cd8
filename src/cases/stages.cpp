// Moving a case: through its stages, to its closing, open again, and to another hub.

#include "access/directory.h"
#include "cases/cases.h"
#include "cases/conflicts.h"
#include "cases_sql.h"
#include "filing.h"
#include "involving.h"
#include "standing.h"

#include <algorithm>

namespace waymark::cases {

namespace {

using programmes::Definition;

programmes::Stage const& closed_stage(Definition const& definition) {
    // The loader refuses a programme without one.
    return *std::find_if(definition.stages.begin(), definition.stages.end(),
                         [](auto const& stage) { return stage.closed; });
}

void record_stage_change(access::Work& work, Standing const& from, std::string const& to,
                         std::string const& reason) {
    work.tx().execute(sql::kInsertStageChange, {new_uuid(work.clock().now), from.id, from.stage, to,
                                                reason, work.now(), work.actor().user});
}

NewEntry stage_entry(Standing const& from, std::string const& to, std::string const& reason) {
    return {.kind = "stage", .body = reason, .detail = from.stage + "," + to};
}

std::vector<FieldError> obstacles_to_closing(access::Work& work, Standing const& standing,
                                             Definition const& definition) {
    auto const& closed = closed_stage(definition).code;
    auto const row = work.tx().first(sql::kObstacles, {standing.id, closed});
    std::vector<FieldError> obstacles;
    if (row->integer("open_actions") > 0) obstacles.push_back({"open_actions", "obstacle"});
    if (standing.reassess_by && *standing.reassess_by < work.clock().today) {
        obstacles.push_back({"risk_reassessment_due", "obstacle"});
    }
    if (row->integer("closing_risks") == 0) obstacles.push_back({"no_closing_risk", "obstacle"});
    if (!definition.may_move(standing.stage, closed)) {
        obstacles.push_back({"stage_not_next", "obstacle"});
    }
    return obstacles;
}

std::vector<FieldError> mistakes_in(access::Work& work, Standing const& standing,
                                    Definition const& definition, CloseRequest const& request,
                                    Date closed_on) {
    std::vector<FieldError> mistakes;
    check_code(mistakes, "closing_reason", request.closing_reason, definition.lists.closing_reasons,
               closed_on);
    check_text(mistakes, "closing_summary", request.closing_summary, kLongestBody, Needed::Yes);
    if (request.victim_told != kTold) {
        check_code(mistakes, "victim_told", request.victim_told, definition.lists.not_told_reasons,
                   closed_on);
    }
    check_day(mistakes, "closed_on", work, closed_on);
    if (closed_on < standing.opened_on) mistakes.push_back({"closed_on", "before_opening"});
    check_given_answers(mistakes, definition, programmes::Point::Closing, closed_on,
                        recorded_answers(work, standing.id), request.answers);
    mistakes.insert(mistakes.end(), request.also_wrong.begin(), request.also_wrong.end());
    return mistakes;
}

std::string stage_to_reopen_at(Definition const& definition, ReopenRequest const& request) {
    if (!request.stage.empty()) return request.stage;
    auto const& onward = closed_stage(definition).may_move_to;
    return onward.empty() ? std::string{} : onward.front();
}

std::vector<FieldError> mistakes_in(access::Work& work, TransferRequest const& request) {
    std::vector<FieldError> mistakes;
    auto const area = access::area(work, request.area_id);
    if (!area || !area->valid.covers(work.clock().today)) {
        mistakes.push_back({"area_id", "not_offered"});
    }
    check_text(mistakes, "reason", request.reason, kLongestBody, Needed::Yes);
    if (request.consent.empty()) {
        mistakes.push_back({"consent", "required"});
    } else if (request.consent != "given" && request.consent != "not_needed") {
        mistakes.push_back({"consent", "not_offered"});
    }
    check_lead(mistakes, work, request.lead_agency_id, request.lead_user_id);
    if (mistakes.empty() && !is_partner(work, request.id, request.lead_agency_id)) {
        check_lead_terms(mistakes, work, request.lead_agency_id);
    }
    if (request.lead_user_id && is_closed_to(work, *request.lead_user_id, request.id)) {
        mistakes.push_back({"lead_user_id", "not_offered"});
    }
    return mistakes;
}

void record_transfer(access::Work& work, Standing const& from, TransferRequest const& request) {
    work.tx().execute(sql::kTransferActions, {from.id, request.area_id});
    work.tx().execute(sql::kInsertTransfer, {new_uuid(work.clock().now), from.id, from.area_id,
                                             request.area_id, request.reason, request.consent,
                                             to_text(work.clock().today), work.actor().user});
    std::vector<NewEntry> entries = {
        {.kind = "transfer",
         .body = request.reason,
         .detail = from.area_id.value + "," + request.area_id.value + "," + request.consent},
        {.kind = "lead",
         .detail = request.lead_agency_id.value,
         .about_id = request.lead_user_id ? request.lead_user_id->value : std::string{}}};
    if (brought_in_by_leading(work, request.lead_agency_id) &&
        !is_partner(work, from.id, request.lead_agency_id)) {
        entries.push_back(
            insert_lead_as_partner(work, from.id, request.lead_agency_id, work.clock().today));
    }
    write_entries(work, from.id, entries);
}

}  // namespace

Result<std::int64_t> change_stage(access::Work& work, programmes::Catalogue const& catalogue,
                                  StageMove const& request) {
    auto const standing = to_run(work, request.id);
    if (!standing) return standing.error();
    if (!standing->is_open) return Error{Refusal::Conflict, "case_closed"};
    auto const& definition = definition_of(catalogue, standing->programme);
    std::vector<FieldError> mistakes;
    auto const* stage = definition.stage(request.stage);
    if (stage == nullptr) mistakes.push_back({"stage", "not_offered"});
    check_text(mistakes, "reason", request.reason, kLongestBody, Needed::No);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    if (stage->closed) return Error{Refusal::Conflict, "close_instead"};
    if (!definition.may_move(standing->stage, stage->code)) {
        return Error{Refusal::Conflict, "stage_not_next"};
    }

    if (work.tx().execute(sql::kChangeStage,
                          {request.id, request.revision, request.stage, work.now()}) != 1) {
        return access::stale();
    }
    record_stage_change(work, *standing, request.stage, request.reason);
    write_entries(work, request.id, {stage_entry(*standing, request.stage, request.reason)});
    work.note({"case.change", "case", request.id.value, request.revision + 1, "stage"});
    return request.revision + 1;
}

Result<std::int64_t> close(access::Work& work, programmes::Catalogue const& catalogue,
                           CloseRequest const& request) {
    auto const standing = to_run(work, request.id);
    if (!standing) return standing.error();
    if (!standing->is_open) return Error{Refusal::Conflict, "case_closed"};
    auto const& definition = definition_of(catalogue, standing->programme);
    // What stands in the way is said before anybody is asked to correct what they typed.
    auto obstacles = obstacles_to_closing(work, *standing, definition);
    if (!obstacles.empty()) return Error{Refusal::Conflict, "cannot_close", std::move(obstacles)};
    auto const closed_on = request.closed_on.value_or(work.clock().today);
    auto mistakes = mistakes_in(work, *standing, definition, request, closed_on);
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const& stage = closed_stage(definition).code;
    auto const changed =
        work.tx().execute(sql::kCloseCase, {request.id, request.revision, stage, to_text(closed_on),
                                            request.closing_reason, request.closing_summary,
                                            request.victim_told, work.now()});
    if (changed != 1) return access::stale();
    store_answers(work, request.id, request.answers);
    record_stage_change(work, *standing, stage, request.closing_reason);
    write_entries(work, request.id,
                  {stage_entry(*standing, stage, ""),
                   {.kind = "closed",
                    .body = request.closing_summary,
                    .detail = request.closing_reason + "," + request.victim_told}});
    refile(work, request.id);
    work.note(
        {"case.close", "case", request.id.value, request.revision + 1, request.closing_reason});
    return request.revision + 1;
}

Result<std::int64_t> reopen(access::Work& work, programmes::Catalogue const& catalogue,
                            ReopenRequest const& request) {
    auto const standing = to_run(work, request.id);
    if (!standing) return standing.error();
    if (standing->is_open) return Error{Refusal::Conflict, "case_is_open"};
    auto const& definition = definition_of(catalogue, standing->programme);
    auto const stage = stage_to_reopen_at(definition, request);
    std::vector<FieldError> mistakes;
    check_text(mistakes, "reason", request.reason, kLongestBody, Needed::Yes);
    if (!definition.may_move(standing->stage, stage)) mistakes.push_back({"stage", "not_offered"});
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const next_review = add_days(work.clock().today, definition.timings.review_every_days);
    if (work.tx().execute(sql::kReopenCase, {request.id, request.revision, stage,
                                             to_text(next_review), work.now()}) != 1) {
        return access::stale();
    }
    record_stage_change(work, *standing, stage, request.reason);
    write_entries(
        work, request.id,
        {{.kind = "reopened", .body = request.reason}, stage_entry(*standing, stage, "")});
    refile(work, request.id);
    follow_conflicts(work, request.id);
    work.note({"case.reopen", "case", request.id.value, request.revision + 1});
    return request.revision + 1;
}

Result<std::int64_t> transfer(access::Work& work, TransferRequest const& request) {
    auto const standing = to_run(work, request.id);
    if (!standing) return standing.error();
    if (!standing->is_open) return Error{Refusal::Conflict, "case_closed"};
    if (standing->area_id == request.area_id) return Error{Refusal::Conflict, "same_area"};
    if (request.consent == "refused") return Error{Refusal::Conflict, "consent_refused"};
    auto mistakes = mistakes_in(work, request);
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const changed = work.tx().execute(
        sql::kTransferCase, {request.id, request.revision, request.area_id, request.lead_agency_id,
                             request.lead_user_id, work.now()});
    if (changed != 1) return access::stale();
    record_transfer(work, *standing, request);
    refile(work, request.id);
    work.note({"case.transfer", "case", request.id.value, request.revision + 1,
               "area_id,lead_agency_id,lead_user_id"});
    return request.revision + 1;
}

}  // namespace waymark::cases
