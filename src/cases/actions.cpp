#include "cases/actions.h"

#include "actions_sql.h"
#include "cases/conflicts.h"
#include "filing.h"
#include "involving.h"
#include "standing.h"

#include <algorithm>

namespace waymark::cases {

namespace {

// Later than any due date.
constexpr char const* kEver = "9999-12-31";

Action action_from(store::Row const& row) {
    return {.id = row.id<ActionId>("id"),
            .case_id = row.id<CaseId>("case_id"),
            .tool = row.text("tool"),
            .description = row.text("description"),
            .owner_agency_id = row.id<AgencyId>("owner_agency_id"),
            .owner_user_id = row.optional_id<UserId>("owner_user_id"),
            .due_on = row.date("due_on"),
            .remind_on = row.optional_date("remind_on"),
            .result = row.optional_text("result"),
            .result_note = row.text("result_note"),
            .completed_on = row.optional_date("completed_on"),
            .revision = row.integer("revision"),
            .created_at = row.instant("created_at"),
            .created_by = row.id<UserId>("created_by")};
}

// Whoever runs the case plans for everybody in it, a partner for their own agency.
bool may_plan_for(access::Work const& work, Standing const& standing, AgencyId const& agency) {
    return agency == work.actor().agency || may_run(work, standing);
}

Error not_your_agency() {
    return {Refusal::Forbidden, "not_your_agency"};
}

// `before` is the action as it was, when there was one.
std::vector<FieldError> mistakes_in(access::Work& work, Standing const& standing,
                                    programmes::Definition const& definition,
                                    ActionPlan const& plan, Action const* before) {
    auto const today = work.clock().today;
    std::vector<FieldError> mistakes;
    if (!plan.tool.empty() && !(before != nullptr && before->tool == plan.tool)) {
        auto const* tool = definition.action(plan.tool);
        if (tool == nullptr || !tool->offered_on(today)) {
            mistakes.push_back({"tool", "not_offered"});
        }
    }
    check_text(mistakes, "description", plan.description, kLongestBody, Needed::Yes);
    if (!is_in_case(work, standing, plan.owner_agency_id)) {
        mistakes.push_back({"owner_agency_id", "not_in_case"});
    } else if (plan.owner_user_id && !works_for(work, plan.owner_agency_id, *plan.owner_user_id)) {
        mistakes.push_back({"owner_user_id", "not_in_agency"});
    } else if (plan.owner_user_id && is_closed_to(work, *plan.owner_user_id, standing.id)) {
        mistakes.push_back({"owner_user_id", "not_offered"});
    }
    bool const as_before = before != nullptr && before->due_on == plan.due_on;
    if (plan.due_on < today && !as_before) mistakes.push_back({"due_on", "in_the_past"});
    if (plan.remind_on && *plan.remind_on > plan.due_on) {
        mistakes.push_back({"remind_on", "after_due"});
    }
    return mistakes;
}

std::vector<FieldError> mistakes_in(access::Work const& work,
                                    programmes::Definition const& definition,
                                    ActionResult const& request, Date completed_on) {
    std::vector<FieldError> mistakes;
    check_code(mistakes, "result", request.result, definition.lists.action_results, completed_on);
    check_text(mistakes, "result_note", request.result_note, kLongestBody,
               request.result == "done" ? Needed::No : Needed::Yes);
    check_day(mistakes, "completed_on", work, completed_on);
    return mistakes;
}

// The action that is to be changed; refuses for what both ways of changing one refuse.
Result<Action> open_action(access::Work& work, Standing const& standing, ActionId const& id) {
    auto const row = work.tx().first(sql::kAction, {id, standing.id});
    if (!row) return access::not_found("no_such_action");
    auto action = action_from(*row);
    if (!may_plan_for(work, standing, action.owner_agency_id)) return not_your_agency();
    if (action.result) return Error{Refusal::Conflict, "action_has_result"};
    return action;
}

DueAction due_action_from(store::Row const& row) {
    return {action_from(row), row.text("reference"), row.text("title"), row.id<AreaId>("area_id")};
}

Result<DueActions> due_actions(access::Work& work, access::ScopedSql const& list,
                               access::ScopedSql const& count, store::Value const& whose,
                               std::string const& until, int limit) {
    if (!work.actor().may(access::Permission::ReadCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    auto const counted = access::first(work, count, {whose, until, to_text(work.clock().today)});
    DueActions due{counted->integer("total"), counted->integer("overdue"), {}};
    for (auto const& row :
         access::all(work, list, {whose, until, std::clamp(limit, 1, kMostRows)})) {
        due.rows.push_back(due_action_from(row));
    }
    work.note(
        {.action = "action.list",
         .subject_kind = "list",
         .shown = access::ids_of(due.rows, [](auto const& one) { return one.action.case_id; })});
    return due;
}

}  // namespace

Result<std::vector<Action>> actions(access::Work& work, CaseId const& id) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    std::vector<Action> list;
    for (auto const& row : work.tx().all(sql::kActions, {id})) list.push_back(action_from(row));
    work.note({"case.read", "case", id.value, std::nullopt, "actions"});
    return list;
}

Result<ActionId> add_action(access::Work& work, programmes::Catalogue const& catalogue,
                            CaseId const& case_id, ActionPlan const& plan) {
    auto const standing = to_work_on_open(work, case_id);
    if (!standing) return standing.error();
    if (!may_plan_for(work, *standing, plan.owner_agency_id)) return not_your_agency();
    auto mistakes =
        mistakes_in(work, *standing, definition_of(catalogue, standing->programme), plan, nullptr);
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const id = new_id<ActionId>(work.clock().now);
    work.tx().execute(sql::kInsertAction,
                      {id, case_id, standing->area_id, plan.tool, plan.description,
                       plan.owner_agency_id, plan.owner_user_id, to_text(plan.due_on),
                       store::text_of(plan.remind_on), work.now(), work.actor().user});
    write_entries(
        work, case_id,
        {{.kind = "action_added",
          .body = plan.description,
          .detail = plan.tool + "," + plan.owner_agency_id.value + "," + to_text(plan.due_on),
          .about_id = id.value}});
    refile_due(work, case_id);
    work.note({"action.create", "action", id.value, 1});
    return id;
}

Result<std::int64_t> update_action(access::Work& work, programmes::Catalogue const& catalogue,
                                   CaseId const& case_id, ActionId const& id, std::int64_t revision,
                                   ActionPlan const& plan) {
    auto const standing = to_work_on_open(work, case_id);
    if (!standing) return standing.error();
    auto const before = open_action(work, *standing, id);
    if (!before) return before.error();
    if (!may_plan_for(work, *standing, plan.owner_agency_id)) return not_your_agency();
    auto mistakes =
        mistakes_in(work, *standing, definition_of(catalogue, standing->programme), plan, &*before);
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const changed = work.tx().execute(
        sql::kUpdateAction,
        {id, revision, plan.tool, plan.description, plan.owner_agency_id, plan.owner_user_id,
         to_text(plan.due_on), store::text_of(plan.remind_on)});
    if (changed != 1) return access::stale();
    write_entries(
        work, case_id,
        {{.kind = "action_changed",
          .body = plan.description,
          .detail = plan.tool + "," + plan.owner_agency_id.value + "," + to_text(plan.due_on),
          .about_id = id.value}});
    refile_due(work, case_id);
    work.note({"action.change", "action", id.value, revision + 1});
    return revision + 1;
}

Result<std::int64_t> record_result(access::Work& work, programmes::Catalogue const& catalogue,
                                   ActionResult const& request) {
    auto const standing = to_work_on_open(work, request.case_id);
    if (!standing) return standing.error();
    auto const before = open_action(work, *standing, request.id);
    if (!before) return before.error();
    auto const completed_on = request.completed_on.value_or(work.clock().today);
    auto mistakes =
        mistakes_in(work, definition_of(catalogue, standing->programme), request, completed_on);
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const changed = work.tx().execute(
        sql::kRecordResult,
        {request.id, request.revision, request.result, request.result_note, to_text(completed_on)});
    if (changed != 1) return access::stale();
    write_entries(work, request.case_id,
                  {{.kind = "action_done",
                    .body = request.result_note,
                    .detail = request.result,
                    .about_id = request.id.value,
                    .happened_at = instant_on(work, completed_on)}});
    refile_due(work, request.case_id);
    work.note({"action.result", "action", request.id.value, request.revision + 1, request.result});
    return request.revision + 1;
}

Result<DueActions> my_open(access::Work& work, int limit) {
    return due_actions(work, sql::kOpenOfUser, sql::kCountOpenOfUser, work.actor().user, kEver,
                       limit);
}

Result<DueActions> agency_open(access::Work& work, std::optional<Date> until, int limit) {
    return due_actions(work, sql::kOpenOfAgency, sql::kCountOpenOfAgency, work.actor().agency,
                       until ? to_text(*until) : kEver, limit);
}

Result<DueActions> unnamed_of_agency(access::Work& work, int limit) {
    return due_actions(work, sql::kUnnamedOfAgency, sql::kCountUnnamedOfAgency, work.actor().agency,
                       kEver, limit);
}

Result<DueActions> overdue_in(access::Work& work, AreaId const& area, int limit) {
    return due_actions(work, sql::kOpenOfArea, sql::kCountOpenOfArea, area,
                       to_text(add_days(work.clock().today, -1)), limit);
}

}  // namespace waymark::cases
