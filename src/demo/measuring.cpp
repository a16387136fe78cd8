#include "measuring.h"

#include "words.h"

#include <algorithm>
#include <cmath>

namespace waymark::demo {

namespace {

using programmes::FieldType;
using programmes::MeasureKind;

double clamped(double share) {
    return std::clamp(share, 0.0, 1.0);
}

// The answer whose weight is nearest to this share of the heaviest.
std::string nearest_answer(programmes::Question const& question, double share) {
    int heaviest = 0;
    for (auto const& answer : question.answers) heaviest = std::max(heaviest, answer.weight);
    programmes::Answer const* best = nullptr;
    double best_gap = 0;
    for (auto const& answer : question.answers) {
        if (answer.code == programmes::kNotKnown) continue;
        double const gap = std::abs(answer.weight - share * heaviest);
        if (best == nullptr || gap < best_gap) best = &answer, best_gap = gap;
    }
    return best->code;
}

std::string measure_value(Random& random, programmes::Measure const& measure, double harm) {
    double const seen = clamped(harm + random.between(-0.15, 0.15));
    if (measure.kind == MeasureKind::Choice) {
        auto const last = static_cast<double>(measure.options.size() - 1);
        return measure.options[static_cast<std::size_t>((1 - seen) * last + 0.5)].code;
    }
    double const good = measure.lower_is_better ? seen : 1 - seen;
    return std::to_string(measure.lowest +
                          static_cast<int>(good * (measure.highest - measure.lowest) + 0.5));
}

std::string one_answer(Random& random, programmes::Field const& field, Date on) {
    return draw_code(random, field.options, "", on);
}

}  // namespace

std::string draw_code(Random& random, std::vector<programmes::Option> const& list,
                      std::string_view group, Date on) {
    std::vector<std::string_view> fitting;
    for (auto const& option : list) {
        if (option.offered_on(on) && (group.empty() || option.group == group)) {
            fitting.push_back(option.code);
        }
    }
    return std::string{random.pick(fitting)};
}

std::map<std::string, std::string> risk_answers(Random& random,
                                                programmes::Definition const& programme,
                                                double harm) {
    std::map<std::string, std::string> answers;
    for (auto const& question : programme.risk.questions) {
        answers[question.code] =
            random.chance(0.06)
                ? std::string{programmes::kNotKnown}
                : nearest_answer(question, clamped(harm + random.between(-0.35, 0.3)));
    }
    return answers;
}

std::vector<outcomes::Given> measures(Random& random, programmes::Definition const& programme,
                                      double harm, double not_taken) {
    static constexpr std::string_view kWhy[] = {"declined", "could_not_reach", "no_safe_way_to_ask",
                                                "not_asked", "nobody_to_ask"};
    bool const nobody_reached = random.chance(not_taken);
    std::string const why{kWhy[random.weighted({0.2, 0.4, 0.1, 0.2, 0.1})]};
    std::vector<outcomes::Given> given;
    for (auto const& measure : programme.measures) {
        if (measure.code == programmes::kRiskBand || measure.code == programmes::kRiskScore)
            continue;
        // How often it happens is known from the reports; the rest has to be asked.
        bool const from_reports = measure.code == programmes::kFrequency;
        if (nobody_reached && !(from_reports && random.chance(0.6))) {
            given.push_back({.measure = measure.code, .not_taken = why});
        } else {
            given.push_back(
                {.measure = measure.code, .value = measure_value(random, measure, harm)});
        }
    }
    return given;
}

cases::Answers field_answers(Random& random, programmes::Definition const& programme,
                             programmes::Point point, Date on, std::string_view behaviour,
                             std::string_view class_code, std::string_view place_kind) {
    cases::Answers answers;
    for (auto const& field : programme.fields) {
        if (!field.required(point)) continue;
        auto& values = answers[field.code];
        bool const is_yes_no = field.type == FieldType::YesNoUnknown;
        if (field.code == "behaviour_type") {
            values = {std::string{behaviour}};
        } else if (field.code == "behaviour_class") {
            values = {std::string{class_code}};
        } else if (field.code == "place_kind" && !place_kind.empty()) {
            values = {std::string{place_kind}};
        } else if (field.code == "harm_test") {
            values = {random.chance(0.72) ? "met" : random.chance(0.5) ? "not_met" : "not_known"};
        } else if (field.code == "hate_element") {
            values = {random.chance(0.88) ? "no" : random.chance(0.6) ? "yes" : "not_known"};
        } else if (is_yes_no) {
            values = {random.chance(0.75) ? "yes" : random.chance(0.6) ? "no" : "not_known"};
        } else if (field.type == FieldType::Date) {
            values = {to_text(on)};
        } else if (field.type == FieldType::Number) {
            values = {std::to_string(random.between(2, 30))};
        } else if (field.type == FieldType::Choice || field.type == FieldType::Choices) {
            values = {one_answer(random, field, on)};
        } else {
            values = {
                answer_words(random, field.code, programme.ref.code != "antisocial_behaviour")};
        }
    }
    return answers;
}

}  // namespace waymark::demo
