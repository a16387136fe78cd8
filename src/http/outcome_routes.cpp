// Outcomes: measures, agreed outcomes and demand; and the reviews and closings that carry measures.

#include "cases/reviews.h"
#include "http/case_json.h"
#include "outcomes/outcomes.h"

namespace waymark::http {

namespace {

constexpr std::size_t kMostMeasures = 50;
constexpr std::size_t kMostGoals = 200;
constexpr std::size_t kLongestSummary = 8000;

// The API names the fields of a closing without the word that its path says already.
Error as_sent(Error error) {
    for (auto& field : error.fields) {
        if (field.field == "closing_reason") field.field = "reason";
        if (field.field == "closing_summary") field.field = "summary";
    }
    return error;
}

std::vector<outcomes::Given> measures_from(Body& body) {
    std::vector<outcomes::Given> measures;
    for (auto& one : body.objects("measures", kMostMeasures)) {
        measures.push_back({.measure = one.text("measure"),
                            .value = one.optional_text("value"),
                            .not_taken = one.optional_text("not_taken")});
    }
    return measures;
}

std::vector<outcomes::GivenResult> results_from(Body& body) {
    std::vector<outcomes::GivenResult> results;
    for (auto& one : body.objects("goals", kMostGoals)) {
        results.push_back({one.id<outcomes::GoalId>("id"), one.text("result")});
    }
    return results;
}

JsonObject count_json(outcomes::DemandCount const& counted) {
    return {{"from_on", or_null(counted.from_on)},
            {"to_on", or_null(counted.to_on)},
            {"count", or_null(counted.count)},
            {"available", counted.available},
            {"available_from", or_null(counted.available_from)}};
}

JsonObject demand_json(outcomes::Demand const& demand) {
    return {{"span", demand.span},
            {"reported", count_json(demand.reported)},
            {"recorded", count_json(demand.recorded)},
            {"months", array_of(demand.months, [](std::string const& month) { return month; })}};
}

JsonObject goal_json(outcomes::Goal const& goal) {
    return {{"id", goal.id.value},
            {"description", goal.description},
            {"agreed_with", goal.agreed_with},
            {"agreed_on", to_text(goal.agreed_on)},
            {"result", or_null(goal.result)},
            {"result_on", or_null(goal.result_on)},
            {"revision", goal.revision}};
}

JsonObject taken_json(outcomes::Taken const& taken, Names& names) {
    return {{"id", taken.id.value},
            {"point", taken.point},
            {"measure", taken.measure},
            {"value", or_null(taken.value)},
            {"not_taken", or_null(taken.not_taken)},
            {"taken_on", to_text(taken.taken_on)},
            {"recorded_by_name", names.user(taken.recorded_by.value)}};
}

Result<JsonObject> outcomes_json(access::Work& work, Services const& services, CaseId const& id) {
    auto const measures = outcomes::measures(work, id);
    if (!measures) return measures.error();
    auto const goals = outcomes::goals(work, id);
    if (!goals) return goals.error();
    auto const demand = outcomes::demand(work, *services.catalogue, id);
    if (!demand) return demand.error();
    Names names{work};
    return JsonObject{
        {"measures",
         array_of(*measures, [&](outcomes::Taken const& one) { return taken_json(one, names); })},
        {"goals", array_of(*goals, goal_json)},
        {"demand", array_of(*demand, demand_json)}};
}

// All of the case's outcomes, which have no revision of their own: a goal carries its.
Response outcomes_answer(access::Work& work, Services const& services, CaseId const& id,
                         int status = 200) {
    auto const json = outcomes_json(work, services, id);
    if (!json) return refuse(json.error());
    auto response = ok(*json);
    response.status = status;
    return response;
}

Response get_outcomes(access::Work& work, Services const& services, Request& request) {
    return outcomes_answer(work, services, request.id<CaseId>());
}

Response record_measures(access::Work& work, Services const& services, Request& request) {
    auto const measures = measures_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const id = request.id<CaseId>();
    auto const done =
        outcomes::record(work, *services.catalogue, id, programmes::Point::Opening, "", measures);
    return done ? outcomes_answer(work, services, id, 201) : refuse(done.error());
}

Response agree_goal(access::Work& work, Services const& services, Request& request) {
    outcomes::NewGoal const goal{
        .case_id = request.id<CaseId>(),
        .description = request.body.text("description", outcomes::kLongestGoal),
        .agreed_with = request.body.text("agreed_with")};
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = outcomes::agree(work, goal);
    return done ? outcomes_answer(work, services, goal.case_id, 201) : refuse(done.error());
}

Response record_goal_result(access::Work& work, Services const& services, Request& request) {
    outcomes::GoalResult const result{.case_id = request.id<CaseId>(),
                                      .id = request.id<outcomes::GoalId>("link"),
                                      .revision = request.revision(),
                                      .result = request.body.text("result")};
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = outcomes::record_result(work, *services.catalogue, result);
    return done ? outcomes_answer(work, services, result.case_id) : refuse(done.error());
}

JsonObject review_json(cases::Review const& review, Names& names) {
    return {{"id", review.id.value},
            {"held_on", to_text(review.held_on)},
            {"summary", review.summary},
            {"next_review_on", or_null(review.next_review_on)},
            {"recorded_by_name", names.user(review.recorded_by.value)}};
}

Response get_reviews(access::Work& work, Services const&, Request& request) {
    auto const reviews = cases::reviews(work, request.id<CaseId>());
    if (!reviews) return refuse(reviews.error());
    Names names{work};
    return ok(JsonObject{{"reviews", array_of(*reviews, [&](cases::Review const& one) {
                              return review_json(one, names);
                          })}});
}

Response record_review(access::Work& work, Services const& services, Request& request) {
    cases::NewReview const review{.case_id = request.id<CaseId>(),
                                  .summary = request.body.text("summary", kLongestSummary),
                                  .held_on = request.body.date("held_on"),
                                  .next_review_on = request.body.date("next_review_on"),
                                  .answers = request.body.lists("answers")};
    auto const measures = measures_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const id = outcomes::record_review(work, *services.catalogue, review, measures);
    if (!id) return refuse(id.error());
    auto const all = cases::reviews(work, review.case_id);
    if (!all) return refuse(all.error());
    Names names{work};
    for (auto const& one : *all) {
        if (one.id != *id) continue;
        auto response = ok(review_json(one, names));
        response.status = 201;
        return response;
    }
    return refuse(access::not_found("no_such_review"));
}

Response close_case(access::Work& work, Services const& services, Request& request) {
    cases::CloseRequest const closing{
        .id = request.id<CaseId>(),
        .revision = request.revision(),
        .closing_reason = request.body.text("reason"),
        .closing_summary = request.body.text("summary", kLongestSummary),
        .victim_told = request.body.text("victim_told"),
        .answers = request.body.lists("answers")};
    auto const measures = measures_from(request.body);
    auto const goals = results_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = outcomes::close_case(work, *services.catalogue, closing, measures, goals);
    return done ? case_answer(work, closing.id) : refuse(as_sent(done.error()));
}

}  // namespace

std::vector<Route> outcome_routes() {
    using enum access::Permission;
    return {
        {"GET", "/cases/{id}/outcomes", ReadCases, "case.read", get_outcomes},
        {"POST", "/cases/{id}/outcomes/measures", WorkOnCases, "case.change", record_measures,
         Mode::Write, Precondition::None, Create::Yes},
        {"POST", "/cases/{id}/outcomes/goals", WorkOnCases, "case.change", agree_goal, Mode::Write,
         Precondition::None, Create::Yes},
        {"PUT", "/cases/{id}/outcomes/goals/{link}/result", WorkOnCases, "case.change",
         record_goal_result, Mode::Write, Precondition::IfMatch},
        {"GET", "/cases/{id}/reviews", ReadCases, "case.read", get_reviews},
        {"POST", "/cases/{id}/reviews", WorkOnCases, "case.change", record_review, Mode::Write,
         Precondition::None, Create::Yes},
        {"PUT", "/cases/{id}/closure", RunCases, "case.close", close_case, Mode::Write,
         Precondition::IfMatch},
    };
}

}  // namespace waymark::http
