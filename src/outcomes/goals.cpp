// Outcomes that were agreed with somebody, and whether they were met.

#include "outcomes/outcomes.h"
#include "outcomes_sql.h"
#include "seen_case.h"

#include "foundation/text.h"

#include <algorithm>

namespace waymark::outcomes {

namespace {

constexpr std::string_view kAgreedWith[] = {"victim", "household", "partners", "community"};

std::vector<FieldError> mistakes_in(NewGoal const& request) {
    std::vector<FieldError> mistakes;
    if (is_blank(request.description)) {
        mistakes.push_back({"description", "required"});
    } else if (!is_clean_utf8(request.description)) {
        mistakes.push_back({"description", "not_clean_text"});
    } else if (characters(request.description) > kLongestGoal) {
        mistakes.push_back({"description", "too_long"});
    }
    if (request.agreed_with.empty()) {
        mistakes.push_back({"agreed_with", "required"});
    } else if (std::find(std::begin(kAgreedWith), std::end(kAgreedWith), request.agreed_with) ==
               std::end(kAgreedWith)) {
        mistakes.push_back({"agreed_with", "not_offered"});
    }
    return mistakes;
}

Goal goal_from(store::Row const& row) {
    return {.id = row.id<GoalId>("id"),
            .description = row.text("description"),
            .agreed_with = row.text("agreed_with"),
            .agreed_on = row.date("agreed_on"),
            .result = row.optional_text("result"),
            .result_on = row.optional_date("result_on"),
            .revision = row.integer("revision")};
}

}  // namespace

Result<GoalId> agree(access::Work& work, NewGoal const& request) {
    auto const seen = open_case_to_measure(work, request.case_id);
    if (!seen) return seen.error();
    auto mistakes = mistakes_in(request);
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const id = new_id<GoalId>(work.clock().now);
    work.tx().execute(sql::kInsertGoal,
                      {id, request.case_id, request.description, request.agreed_with,
                       to_text(work.clock().today), work.actor().user});
    work.tx().execute(sql::kCountGoals, {request.case_id});
    work.note({"case.change", "case", request.case_id.value, std::nullopt, "goal"});
    return id;
}

Result<std::int64_t> record_result(access::Work& work, programmes::Catalogue const& catalogue,
                                   GoalResult const& request) {
    auto const seen = case_to_measure(work, request.case_id);
    if (!seen) return seen.error();
    if (!work.tx().first(sql::kHasGoal, {request.id, request.case_id})) {
        return access::not_found("no_such_goal");
    }
    auto const today = work.clock().today;
    auto const& results = definition_of(catalogue, *seen).lists.outcome_results;
    if (request.result.empty()) return invalid({{"result", "required"}});
    if (!programmes::offers(results, request.result, today)) {
        return invalid({{"result", "not_offered"}});
    }

    auto const changed = work.tx().execute(
        sql::kSetGoalResult, {request.id, request.revision, request.result, to_text(today)});
    if (changed != 1) return access::stale();
    work.tx().execute(sql::kCountGoals, {request.case_id});
    work.note({"case.change", "case", request.case_id.value, std::nullopt, "goal"});
    return request.revision + 1;
}

Result<std::vector<Goal>> goals(access::Work& work, CaseId const& id) {
    auto const seen = cases::find(work, id);
    if (!seen) return seen.error();
    std::vector<Goal> list;
    for (auto const& row : work.tx().all(sql::kGoals, {id})) list.push_back(goal_from(row));
    return list;
}

}  // namespace waymark::outcomes
