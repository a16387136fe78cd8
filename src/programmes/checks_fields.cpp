// Checks of fields, questions and options, which the core and extensions share.

#include "checks.h"

#include <algorithm>

namespace waymark::programmes {

namespace {

bool is_choice(Field const& field) {
    return field.type == FieldType::Choice || field.type == FieldType::Choices;
}

bool has_section(std::vector<Section> const& sections, std::string const& code) {
    return std::any_of(sections.begin(), sections.end(),
                       [&](Section const& one) { return one.code == code; });
}

// What nobody knows must weigh more than the safest answer, or asking nothing looks safe.
void check_answers_of(Question const& question, std::string const& at, Faults& faults) {
    auto const& answers = question.answers;
    auto const lowest = std::min_element(
        answers.begin(), answers.end(),
        [](Answer const& one, Answer const& other) { return one.weight < other.weight; });
    if (lowest->weight != 0) {
        faults.add(at, "lowest_not_zero",
                   "Let the safest answer weigh 0, so that bands start at 0.");
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i].code != kNotKnown) continue;
        if (answers[i].weight > lowest->weight) return;
        faults.add(below(below(at, i), "weight"), "unknown_counts_as_no",
                   "Let not_known weigh more than the safest answer: not knowing is not safety.");
        return;
    }
    faults.add(at, "not_known_missing", "Offer an answer with the code not_known.");
}

}  // namespace

void check_period(std::optional<Date> from, std::optional<Date> to, std::string const& at,
                  Faults& faults) {
    if (from && to && *to < *from) {
        faults.add(below(at, "valid_to"), "dates_reversed",
                   "Let the last day be on or after valid_from.");
    }
}

void check_options(std::vector<Option> const& options, std::string const& at, Faults& faults) {
    check_codes_differ(options, at, faults);
    for (std::size_t i = 0; i < options.size(); ++i) {
        check_period(options[i].valid_from, options[i].valid_to, below(at, i), faults);
    }
}

void check_fields(std::vector<Field> const& fields, std::vector<Section> const& sections,
                  std::string const& at, Faults& faults) {
    check_codes_differ(fields, at, faults);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto const& field = fields[i];
        auto const here = below(at, i);
        if (!has_section(sections, field.section)) {
            faults.add(below(here, "section"), "unknown_section",
                       "Use the code of a section of this programme.");
        }
        if (is_choice(field) && field.options.empty()) {
            faults.add(here, "options_missing", "Add \"options\" to choose from.");
        }
        if (!is_choice(field) && !field.options.empty()) {
            faults.add(below(here, "options"), "options_without_choice",
                       "Remove the options, or make the type choice or choices.");
        }
        check_options(field.options, below(here, "options"), faults);
    }
}

void check_questions(std::vector<Question> const& questions, std::string const& at,
                     Faults& faults) {
    check_codes_differ(questions, at, faults);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        auto const answers = below(below(at, i), "answers");
        check_codes_differ(questions[i].answers, answers, faults);
        check_answers_of(questions[i], answers, faults);
    }
}

}  // namespace waymark::programmes
