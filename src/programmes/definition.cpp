// Look-ups in a definition, and the list of its vocabularies.

#include "definition.h"

#include <algorithm>

namespace waymark::programmes {

namespace {

template <class Thing>
Thing const* with_code(std::vector<Thing> const& things, std::string_view code) {
    auto const found = std::find_if(things.begin(), things.end(),
                                    [&](Thing const& thing) { return thing.code == code; });
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

bool Field::required(Point point) const {
    return std::find(required_at.begin(), required_at.end(), point) != required_at.end();
}

Question const* Questionnaire::question(std::string_view wanted) const {
    return with_code(questions, wanted);
}

Band const* Questionnaire::band(std::string_view wanted) const {
    return with_code(bands, wanted);
}

int Questionnaire::highest_score() const {
    int total = 0;
    for (auto const& question : questions) {
        if (!question.core) continue;
        int highest = 0;
        for (auto const& answer : question.answers) highest = std::max(highest, answer.weight);
        total += highest;
    }
    return total;
}

std::vector<std::pair<std::string_view, std::vector<Option> const*>> all_lists(
    CodeLists const& lists) {
    return {
        {"roles", &lists.roles},
        {"subject_kinds", &lists.subject_kinds},
        {"classes", &lists.classes},
        {"harm_test", &lists.harm_test},
        {"intake_sources", &lists.intake_sources},
        {"referral_decisions", &lists.referral_decisions},
        {"action_results", &lists.action_results},
        {"outcome_results", &lists.outcome_results},
        {"closing_reasons", &lists.closing_reasons},
        {"update_channels", &lists.update_channels},
        {"not_told_reasons", &lists.not_told_reasons},
        {"not_taken_reasons", &lists.not_taken_reasons},
    };
}

Field const* Definition::field(std::string_view code) const {
    return with_code(fields, code);
}

Measure const* Definition::measure(std::string_view code) const {
    return with_code(measures, code);
}

Stage const* Definition::stage(std::string_view code) const {
    return with_code(stages, code);
}

ActionKind const* Definition::action(std::string_view code) const {
    return with_code(actions, code);
}

Option const* Definition::closing_reason(std::string_view code) const {
    return with_code(lists.closing_reasons, code);
}

bool Definition::has_role(std::string_view code) const {
    return with_code(lists.roles, code) != nullptr;
}

bool Definition::may_move(std::string_view from, std::string_view to) const {
    auto const* start = stage(from);
    return start != nullptr && std::find(start->may_move_to.begin(), start->may_move_to.end(),
                                         to) != start->may_move_to.end();
}

Option const* find_option(std::vector<Option> const& list, std::string_view code) {
    return with_code(list, code);
}

bool offers(std::vector<Option> const& list, std::string_view code, Date day) {
    auto const* option = with_code(list, code);
    return option != nullptr && option->offered_on(day);
}

}  // namespace waymark::programmes
