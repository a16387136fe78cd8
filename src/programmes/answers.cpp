// Scoring a questionnaire and checking the answers to fields.

#include "foundation/text.h"
#include "programmes.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace waymark::programmes {

namespace {

using Values = std::vector<std::string>;

Answer const* answer_of(Question const& question, std::string_view code) {
    for (auto const& answer : question.answers) {
        if (answer.code == code) return &answer;
    }
    return nullptr;
}

Band const& band_for(Questionnaire const& questionnaire, int score) {
    auto const* chosen = &questionnaire.bands.front();
    for (auto const& band : questionnaire.bands) {
        if (score >= band.from_score) chosen = &band;
    }
    return *chosen;
}

// The code of what is wrong with one value of a field; empty when nothing is.
std::string_view mistake_in(Field const& field, Date on, std::string const& value) {
    if (!is_clean_utf8(value)) return "not_clean_text";
    switch (field.type) {
        case FieldType::Text:
            return characters(value) > kLongestText ? "too_long" : "";
        case FieldType::LongText:
            return characters(value) > kLongestLongText ? "too_long" : "";
        case FieldType::Date:
            return parse_date(value) ? "" : "not_a_date";
        case FieldType::Number: {
            auto const number = parse_number(value);
            return number && std::isfinite(*number) ? "" : "not_a_number";
        }
        case FieldType::YesNoUnknown:
            return value == kYes || value == kNo || value == kNotKnown ? "" : "not_offered";
        case FieldType::Choice:
        case FieldType::Choices:
            return offers(field.options, value, on) ? "" : "not_offered";
    }
    return "";
}

std::string_view mistake_in(Field const& field, Date on, Values const& values) {
    if (values.size() > 1 && field.type != FieldType::Choices) return "too_many";
    if (std::set<std::string>(values.begin(), values.end()).size() != values.size()) {
        return "repeated";
    }
    for (auto const& value : values) {
        auto const mistake = mistake_in(field, on, value);
        if (!mistake.empty()) return mistake;
    }
    return "";
}

// A form sends an empty value for what was left blank; that is no answer.
Values given(std::map<std::string, Values> const& answers, std::string const& code) {
    Values kept;
    auto const found = answers.find(code);
    if (found == answers.end()) return kept;
    std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(kept),
                 [](std::string const& value) { return !is_blank(value); });
    return kept;
}

// An unknown name is told back only when it could be a code, so that nothing typed rides in it.
std::string safe_name(std::string const& code) {
    auto const fits = [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    constexpr std::size_t kLongestCode = 60;
    return code.size() <= kLongestCode && std::all_of(code.begin(), code.end(), fits) ? code
                                                                                      : "answers";
}

}  // namespace

Result<Assessment> score(Questionnaire const& questionnaire,
                         std::map<std::string, std::string> const& answers) {
    Assessment made{.score = 0, .local_score = 0, .band = {}, .reassess_days = 0};
    std::vector<FieldError> mistakes;
    for (auto const& question : questionnaire.questions) {
        auto const chosen = answers.find(question.code);
        if (chosen == answers.end() || is_blank(chosen->second)) {
            mistakes.push_back({question.code, "required"});
        } else if (auto const* answer = answer_of(question, chosen->second)) {
            (question.core ? made.score : made.local_score) += answer->weight;
        } else {
            mistakes.push_back({question.code, "not_offered"});
        }
    }
    for (auto const& [code, chosen] : answers) {
        if (questionnaire.question(code) == nullptr)
            mistakes.push_back({safe_name(code), "not_asked"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const& band = band_for(questionnaire, made.score);
    made.band = band.code;
    made.reassess_days = band.reassess_days;
    return made;
}

Result<Done> check_answers(Definition const& definition, Point point, Date on,
                           std::map<std::string, Values> const& answers) {
    std::vector<FieldError> mistakes;
    for (auto const& field : definition.fields) {
        auto const values = given(answers, field.code);
        if (values.empty()) {
            if (field.required(point)) mistakes.push_back({field.code, "required"});
            continue;
        }
        auto const mistake = mistake_in(field, on, values);
        if (!mistake.empty()) mistakes.push_back({field.code, std::string(mistake)});
    }
    for (auto const& [code, values] : answers) {
        if (definition.field(code) == nullptr) mistakes.push_back({safe_name(code), "not_asked"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    return Done{};
}

}  // namespace waymark::programmes
