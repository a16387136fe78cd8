#include "outcomes/outcomes.h"

#include "cases/risk.h"
#include "given_checks.h"
#include "outcomes_sql.h"
#include "seen_case.h"

#include "foundation/text.h"

#include <algorithm>
#include <stdexcept>

namespace waymark::outcomes {

namespace {

using programmes::Point;

// The frequency that counts as nought.
constexpr std::string_view kStopped = "stopped";

// One recording, at one point of one case.
struct Recording {
    CaseId id;
    programmes::Definition const* definition;
    Point point;
    std::string point_id;
    Date taken_on;
};

// The core measures as outcome_core keeps them; nothing when not taken.
struct Core {
    std::optional<std::string> risk_band;
    std::optional<std::int64_t> risk_score, frequency, feels_safe, confidence;
};

// How many steps a frequency is from having stopped.
std::optional<std::int64_t> steps_from_stopped(programmes::Measure const& measure,
                                               std::optional<std::string> const& value) {
    if (!value) return std::nullopt;
    auto const at = [&](std::string_view code) {
        auto const found =
            std::find_if(measure.options.begin(), measure.options.end(),
                         [&](programmes::Option const& option) { return option.code == code; });
        return found - measure.options.begin();
    };
    return std::abs(at(kStopped) - at(*value));
}

std::optional<std::int64_t> number(std::optional<std::string> const& value) {
    return value ? parse_integer(*value) : std::nullopt;
}

void insert_measure(access::Work& work, Recording const& recording, std::string_view measure,
                    std::optional<std::string> const& value,
                    std::optional<std::string> const& not_taken) {
    work.tx().execute(
        sql::kInsertMeasure,
        {new_uuid(work.clock().now), recording.id, to_code(recording.point), recording.point_id,
         measure, value, not_taken, to_text(recording.taken_on), work.now(), work.actor().user});
}

std::optional<cases::RiskAssessment> latest_assessment(access::Work& work, CaseId const& id,
                                                       Point point) {
    auto const history = cases::risk_history(work, id);
    if (!history) return std::nullopt;
    auto const code = to_code(point);
    auto const found = std::find_if(history->begin(), history->end(),
                                    [&](auto const& one) { return one.point == code; });
    if (found == history->end()) return std::nullopt;
    return *found;
}

void insert_risk(access::Work& work, Recording const& recording, Core& core) {
    std::optional<std::string> score, not_taken;
    if (auto const assessed = latest_assessment(work, recording.id, recording.point)) {
        core.risk_band = assessed->band;
        core.risk_score = assessed->score;
        score = std::to_string(assessed->score);
    } else {
        not_taken = std::string{kNoAssessment};
    }
    insert_measure(work, recording, programmes::kRiskBand, core.risk_band, not_taken);
    insert_measure(work, recording, programmes::kRiskScore, score, not_taken);
}

void take_into(Core& core, programmes::Measure const& measure,
               std::optional<std::string> const& value) {
    if (measure.code == programmes::kFrequency) core.frequency = steps_from_stopped(measure, value);
    if (measure.code == programmes::kFeelsSafe) core.feels_safe = number(value);
    if (measure.code == programmes::kConfidenceInAgencies) core.confidence = number(value);
}

void keep_core(access::Work& work, Recording const& recording, Core const& core) {
    if (recording.point == Point::Review) return;
    auto const& statement =
        recording.point == Point::Opening ? sql::kPutOpeningCore : sql::kPutClosingCore;
    work.tx().execute(statement, {recording.id, core.risk_band, core.risk_score, core.frequency,
                                  core.feels_safe, core.confidence});
}

// Writes what has been checked.
void write(access::Work& work, Recording const& recording, std::vector<Given> const& measures) {
    Core core;
    insert_risk(work, recording, core);
    for (auto const& given : measures) {
        auto const& measure = *recording.definition->measure(given.measure);
        bool const is_taken = given.value && !given.value->empty();
        auto const value = is_taken ? given.value : std::nullopt;
        insert_measure(work, recording, measure.code, value,
                       is_taken ? std::nullopt : given.not_taken);
        take_into(core, measure, value);
    }
    keep_core(work, recording, core);
    work.note({"case.change", "case", recording.id.value, std::nullopt, "measures"});
}

bool has_review(access::Work& work, CaseId const& id, std::string const& review) {
    auto const reviews = cases::reviews(work, id);
    return reviews && std::any_of(reviews->begin(), reviews->end(),
                                  [&](cases::Review const& one) { return one.id.value == review; });
}

void take_over_opening_risk(access::Work& work, CaseId const& id) {
    auto const core = work.tx().first(sql::kOpeningRisk, {id});
    if (!core || !core->is_null("opening_risk_band")) return;
    if (!work.tx().first(sql::kIsMeasuredAtOpening, {id})) return;
    auto const assessed = latest_assessment(work, id, Point::Opening);
    if (!assessed) return;
    Recording const recording{id, nullptr, Point::Opening, "", assessed->assessed_on};
    insert_measure(work, recording, programmes::kRiskBand, assessed->band, std::nullopt);
    insert_measure(work, recording, programmes::kRiskScore, std::to_string(assessed->score),
                   std::nullopt);
    work.tx().execute(sql::kSetOpeningRisk, {id, assessed->band, assessed->score});
    work.note({"case.change", "case", id.value, std::nullopt, "measures"});
}

Taken taken_from(store::Row const& row) {
    return {.id = row.id<MeasureId>("id"),
            .point = row.text("point"),
            .point_id = row.text("point_id"),
            .measure = row.text("measure"),
            .value = row.optional_text("value"),
            .not_taken = row.optional_text("not_taken"),
            .taken_on = row.date("taken_on"),
            .recorded_at = row.instant("recorded_at"),
            .recorded_by = row.id<UserId>("recorded_by")};
}

}  // namespace

Result<cases::CaseDetail> case_to_measure(access::Work& work, CaseId const& id) {
    if (!work.actor().may(access::Permission::WorkOnCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    return cases::find(work, id);
}

Result<cases::CaseDetail> open_case_to_measure(access::Work& work, CaseId const& id) {
    auto seen = case_to_measure(work, id);
    if (seen && !seen->is_open) return Error{Refusal::Conflict, "case_closed"};
    return seen;
}

programmes::Definition const& definition_of(programmes::Catalogue const& catalogue,
                                            cases::CaseDetail const& seen) {
    auto const* definition = catalogue.find(seen.programme);
    if (definition == nullptr) {
        throw std::runtime_error("the programme version of a case is not loaded: " +
                                 seen.programme.code + " " + seen.programme.version);
    }
    return *definition;
}

Result<Done> record(access::Work& work, programmes::Catalogue const& catalogue, CaseId const& id,
                    Point point, std::string const& point_id, std::vector<Given> const& measures) {
    auto const seen = open_case_to_measure(work, id);
    if (!seen) return seen.error();
    if (point == Point::Closing) return Error{Refusal::Conflict, "close_instead"};
    auto const& definition = definition_of(catalogue, *seen);
    auto const today = work.clock().today;
    auto mistakes = mistakes_in(measures, definition, today);
    bool const is_known =
        point == Point::Review ? has_review(work, id, point_id) : point_id.empty();
    if (!is_known) mistakes.push_back({"point_id", "not_offered"});
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    write(work, {id, &definition, point, point_id, today}, measures);
    take_over_opening_risk(work, id);
    return follow_opening(work, catalogue, id);
}

Result<std::int64_t> close_case(access::Work& work, programmes::Catalogue const& catalogue,
                                cases::CloseRequest const& request,
                                std::vector<Given> const& measures,
                                std::vector<GivenResult> const& given) {
    auto const seen = case_to_measure(work, request.id);
    if (!seen) return seen.error();
    auto const agreed = goals(work, request.id);
    if (!agreed) return agreed.error();
    auto const& definition = definition_of(catalogue, *seen);
    auto const closed_on = request.closed_on.value_or(work.clock().today);
    auto together = request;
    together.also_wrong = mistakes_in(measures, definition, closed_on);
    auto const about_goals = mistakes_in(given, *agreed, definition, closed_on);
    together.also_wrong.insert(together.also_wrong.end(), about_goals.begin(), about_goals.end());
    auto closed = cases::close(work, catalogue, together);
    if (!closed) return closed;

    write(work, {request.id, &definition, Point::Closing, "", closed_on}, measures);
    record_results(work, request.id, given, closed_on);
    take_over_opening_risk(work, request.id);
    follow_closing(work, catalogue, *seen, closed_on);
    return closed;
}

Result<cases::ReviewId> record_review(access::Work& work, programmes::Catalogue const& catalogue,
                                      cases::NewReview const& request,
                                      std::vector<Given> const& measures) {
    auto const seen = case_to_measure(work, request.case_id);
    if (!seen) return seen.error();
    auto const& definition = definition_of(catalogue, *seen);
    auto const held_on = request.held_on.value_or(work.clock().today);
    auto together = request;
    together.also_wrong = mistakes_in(measures, definition, held_on);
    auto review = cases::record_review(work, catalogue, together);
    if (!review) return review;

    write(work, {request.case_id, &definition, Point::Review, review->value, held_on}, measures);
    take_over_opening_risk(work, request.case_id);
    return review;
}

Result<Done> follow_assessment(access::Work& work, CaseId const& id) {
    auto const seen = case_to_measure(work, id);
    if (!seen) return seen.error();
    take_over_opening_risk(work, id);
    return Done{};
}

Result<std::vector<Taken>> measures(access::Work& work, CaseId const& id) {
    auto const seen = cases::find(work, id);
    if (!seen) return seen.error();
    std::vector<Taken> list;
    for (auto const& row : work.tx().all(sql::kMeasures, {id})) list.push_back(taken_from(row));
    return list;
}

}  // namespace waymark::outcomes
