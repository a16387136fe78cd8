// Checks of measures: the county's five are there, each has what its kind needs, and the risk
// measures agree with the questionnaire they are taken from.

#include "checks.h"

#include <algorithm>
#include <set>

namespace waymark::programmes {

namespace {

struct CoreMeasure {
    std::string_view code;
    MeasureKind kind;
};

constexpr CoreMeasure kCoreMeasures[] = {
    {kRiskBand, MeasureKind::Band},
    {kRiskScore, MeasureKind::Score},
    {kFrequency, MeasureKind::Choice},
    {kFeelsSafe, MeasureKind::Scale},
    {kConfidenceInAgencies, MeasureKind::Scale},
};

bool has_range(Measure const& measure) {
    return measure.kind == MeasureKind::Scale || measure.kind == MeasureKind::Score ||
           measure.kind == MeasureKind::Number;
}

void check_core_measures(Definition const& definition, Faults& faults) {
    for (auto const& core : kCoreMeasures) {
        auto const* measure = definition.measure(core.code);
        if (!measure) {
            faults.add("/measures", "core_measure_missing",
                       "Add the county measure " + std::string(core.code) + ".");
        } else if (measure->kind != core.kind) {
            auto const index = static_cast<std::size_t>(measure - definition.measures.data());
            faults.add(
                below(below("/measures", index), "kind"), "core_measure_kind",
                "Give this county measure the kind " + std::string(to_code(core.kind)) + ".");
        }
    }
}

// The points of a scale are labelled one by one, by their numbers.
void check_scale(Measure const& measure, std::string const& at, Faults& faults) {
    if (measure.options.empty()) return;
    std::vector<std::string> points;
    for (int i = measure.lowest; i <= measure.highest; ++i) points.push_back(std::to_string(i));
    std::vector<std::string> labelled;
    for (auto const& option : measure.options) labelled.push_back(option.code);
    std::sort(points.begin(), points.end());
    std::sort(labelled.begin(), labelled.end());
    if (points != labelled) {
        faults.add(below(at, "options"), "scale_points_differ",
                   "Label each point from lowest to highest once, with its number as the code.");
    }
}

void check_risk_measure(Measure const& measure, Questionnaire const& risk, std::string const& at,
                        Faults& faults) {
    if (measure.kind == MeasureKind::Band) {
        std::set<std::string> bands;
        std::set<std::string> offered;
        for (auto const& band : risk.bands) bands.insert(band.code);
        for (auto const& option : measure.options) offered.insert(option.code);
        if (bands != offered) {
            faults.add(below(at, "options"), "band_codes_differ",
                       "Offer exactly the codes of the questionnaire's bands.");
        }
    }
    if (measure.kind == MeasureKind::Score &&
        (risk.highest_score() > measure.highest || measure.lowest > 0)) {
        faults.add(below(at, "highest"), "score_beyond_measure",
                   "Widen the range, or lower weights: scores run from 0 to " +
                       std::to_string(risk.highest_score()) + ".");
    }
}

}  // namespace

void check_measures(Definition const& definition, Faults& faults) {
    check_codes_differ(definition.measures, "/measures", faults);
    check_core_measures(definition, faults);
    for (std::size_t i = 0; i < definition.measures.size(); ++i) {
        auto const& measure = definition.measures[i];
        auto const at = below("/measures", i);
        check_options(measure.options, below(at, "options"), faults);
        if (has_range(measure) && measure.lowest >= measure.highest) {
            faults.add(below(at, "highest"), "measure_range", "Let highest be above lowest.");
        } else if (measure.kind == MeasureKind::Scale) {
            check_scale(measure, at, faults);
        }
        if (!has_range(measure) && measure.options.empty()) {
            faults.add(at, "options_missing", "Add \"options\" to choose from.");
        }
        check_risk_measure(measure, definition.risk, at, faults);
    }
}

}  // namespace waymark::programmes
