#include "given_checks.h"

#include "foundation/text.h"

#include <set>

namespace waymark::outcomes {

namespace {

using programmes::Measure;
using programmes::MeasureKind;

bool is_given(std::optional<std::string> const& text) {
    return text && !text->empty();
}

bool is_choice(Measure const& measure) {
    return measure.kind == MeasureKind::Choice || measure.kind == MeasureKind::Band;
}

// Empty when the value is good.
std::string fault_of_value(Measure const& measure, std::string const& value, Date day) {
    if (is_choice(measure)) {
        return programmes::offers(measure.options, value, day) ? "" : "not_offered";
    }
    auto const number = parse_integer(value);
    if (!number) return "not_a_number";
    bool const in_range = *number >= measure.lowest && *number <= measure.highest;
    return in_range ? "" : "out_of_range";
}

std::string fault_of(Given const& given, Measure const& measure,
                     programmes::Definition const& definition, Date day) {
    if (comes_from_assessment(measure.code)) return "from_assessment";
    bool const has_value = is_given(given.value);
    bool const has_reason = is_given(given.not_taken);
    if (has_value && has_reason) return "not_both";
    if (has_value) return fault_of_value(measure, *given.value, day);
    if (!has_reason) return "required";
    bool const offered =
        programmes::offers(definition.lists.not_taken_reasons, *given.not_taken, day);
    return offered ? "" : "reason_not_offered";
}

}  // namespace

bool comes_from_assessment(std::string_view measure) {
    return measure == programmes::kRiskBand || measure == programmes::kRiskScore;
}

std::vector<FieldError> mistakes_in(std::vector<Given> const& measures,
                                    programmes::Definition const& definition, Date day) {
    std::vector<FieldError> mistakes;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        auto const* measure = definition.measure(measures[i].measure);
        if (measure == nullptr) {
            // By its position: what was sent as a code may be anything.
            mistakes.push_back({"measures[" + std::to_string(i) + "].measure", "not_offered"});
            continue;
        }
        auto const field = "measures." + measure->code;
        if (!seen.insert(measure->code).second) {
            mistakes.push_back({field, "repeated"});
            continue;
        }
        auto fault = fault_of(measures[i], *measure, definition, day);
        if (!fault.empty()) mistakes.push_back({field, std::move(fault)});
    }
    for (auto const& measure : definition.measures) {
        if (!comes_from_assessment(measure.code) && !seen.contains(measure.code)) {
            mistakes.push_back({"measures." + measure.code, "required"});
        }
    }
    return mistakes;
}

}  // namespace waymark::outcomes
