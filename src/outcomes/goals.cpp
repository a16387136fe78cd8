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

// What is wrong with one of the results, given `times` over.
std::optional<std::string> mistake_in(Goal const& goal, std::string const& result,
                                      std::ptrdiff_t times,
                                      programmes::Definition const& definition, Date day) {
    if (times > 1) return "repeated";
    if (times == 1 && goal.result) return "already_recorded";
    if (result.empty()) return goal.result ? std::nullopt : std::optional<std::string>{"required"};
    if (!programmes::offers(definition.lists.outcome_results, result, day)) return "not_offered";
    return std::nullopt;
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

std::vector<FieldError> mistakes_in(std::vector<GivenResult> const& given,
                                    std::vector<Goal> const& goals,
                                    programmes::Definition const& definition, Date day) {
    std::vector<FieldError> mistakes;
    for (auto const& goal : goals) {
        auto const is_for = [&](GivenResult const& one) { return one.id == goal.id; };
        auto const found = std::find_if(given.begin(), given.end(), is_for);
        auto const times = std::count_if(given.begin(), given.end(), is_for);
        auto const mistake = mistake_in(goal, found == given.end() ? std::string{} : found->result,
                                        times, definition, day);
        if (mistake) mistakes.push_back({"goals." + goal.id.value, *mistake});
    }
    for (auto const& one : given) {
        bool const is_known = std::any_of(goals.begin(), goals.end(),
                                          [&](Goal const& goal) { return goal.id == one.id; });
        if (!is_known) mistakes.push_back({"goals." + one.id.value, "not_found"});
    }
    return mistakes;
}

void record_results(access::Work& work, CaseId const& id, std::vector<GivenResult> const& given,
                    Date day) {
    for (auto const& one : given) {
        work.tx().execute(sql::kSetFirstGoalResult, {one.id, one.result, to_text(day)});
    }
    work.tx().execute(sql::kCountGoals, {id});
    if (!given.empty()) work.note({"case.change", "case", id.value, std::nullopt, "goal"});
}

}  // namespace waymark::outcomes
