// Scoring and checking answers. The rows of tests/scenarios/programmes_scoring.tsv start from the
// same answer to every question and change a few.

#include "test_files.h"

#include <algorithm>

namespace waymark::programmes {

namespace {

using Values = std::vector<std::string>;

Answer const& start_answer(Question const& question, std::string const& start) {
    auto const lighter = [](Answer const& one, Answer const& other) {
        return one.weight < other.weight;
    };
    auto const& all = question.answers;
    if (start == "lowest") return *std::min_element(all.begin(), all.end(), lighter);
    if (start == "highest") return *std::max_element(all.begin(), all.end(), lighter);
    return *std::find_if(all.begin(), all.end(),
                         [](Answer const& one) { return one.code == kNotKnown; });
}

std::map<std::string, std::string> answers_from(Questionnaire const& risk, std::string const& start,
                                                std::string const& changes) {
    std::map<std::string, std::string> answers;
    for (auto const& question : risk.questions) {
        answers[question.code] = start_answer(question, start).code;
    }
    for (auto const& change : split(changes, ',')) {
        if (is_blank(change)) continue;
        auto const parts = split(trimmed(change), '=');
        if (parts.size() == 2)
            answers[parts[0]] = parts[1];
        else
            answers.erase(parts[0]);
    }
    return answers;
}

std::string outcome_of(Result<Assessment> const& scored) {
    if (scored) {
        return std::to_string(scored->score) + "+" + std::to_string(scored->local_score) + " " +
               scored->band + " " + std::to_string(scored->reassess_days);
    }
    EXPECT_EQ(scored.error().refusal, Refusal::Invalid);
    std::vector<std::string> mistakes;
    for (auto const& field : scored.error().fields)
        mistakes.push_back(field.field + " " + field.code);
    return "refused: " + join(mistakes, ", ");
}

class Scoring : public testing::TestWithParam<Row> {};

TEST_P(Scoring, GivesTheScoreTheBandAndTheDays) {
    auto const& row = GetParam();
    auto const* definition = shipped().find({row.at("programme"), "2026", row.at("extension")});
    ASSERT_TRUE(definition);

    auto const scored =
        score(definition->risk, answers_from(definition->risk, row.at("start"), row.at("changes")));

    EXPECT_EQ(outcome_of(scored), row.at("expect"));
}

INSTANTIATE_TEST_SUITE_P(When, Scoring, testing::ValuesIn(scenario_rows("programmes_scoring")),
                         [](auto const& one) { return test_name(one.param.at("when")); });

// A small programme, so that each kind of field can be answered rightly and wrongly.
Definition with_one_of_each() {
    auto made = asb();
    Option const now{.code = "now", .label = "Now", .group = {}, .valid_from = {}, .valid_to = {}};
    Option const old{.code = "old",
                     .label = "Old",
                     .group = {},
                     .valid_from = make_date(2020, 1, 1),
                     .valid_to = make_date(2025, 12, 31)};
    auto const field = [&](std::string code, FieldType type, std::vector<Point> at = {}) {
        return Field{.code = code,
                     .label = code,
                     .hint = {},
                     .section = "behaviour",
                     .type = type,
                     .options = {now, old},
                     .required_at = std::move(at),
                     .core = true};
    };
    made.fields = {field("text", FieldType::Text, {Point::Opening}),
                   field("long_text", FieldType::LongText, {Point::Opening, Point::Closing}),
                   field("date", FieldType::Date),
                   field("number", FieldType::Number),
                   field("known", FieldType::YesNoUnknown),
                   field("choice", FieldType::Choice, {Point::Review}),
                   field("choices", FieldType::Choices)};
    return made;
}

std::map<std::string, Values> good_answers() {
    return {{"text", {"A few words"}},  {"long_text", {"More words\nand more"}},
            {"date", {"2024-02-29"}},   {"number", {"12.5"}},
            {"known", {"not_known"}},   {"choice", {"now"}},
            {"choices", {"now", "old"}}};
}

struct AnswerCase {
    char const* name;
    Point point;
    Date on;
    std::map<std::string, Values> changes;
    std::vector<FieldError> mistakes;
};

Date const kIn2025 = make_date(2025, 12, 31);
Date const kIn2026 = make_date(2026, 1, 1);

// clang-format off
AnswerCase const kAnswerCases[] = {
    {"GoodAnswersAreTaken", Point::Opening, kIn2025, {}, {}},
    {"WhatIsAskedAtClosingMayWaitUntilThen", Point::Opening, kIn2025, {{"choice", {}}}, {}},
    {"ABlankIsNoAnswer", Point::Opening, kIn2025, {{"text", {" \t"}}}, {{"text", "required"}}},
    {"AnEmptyOneIsNoAnswer", Point::Review, kIn2025, {{"choice", {""}}}, {{"choice", "required"}}},
    {"RequiredAtTwoPoints", Point::Closing, kIn2025, {{"long_text", {}}}, {{"long_text", "required"}}},
    {"ADayInNoCalendar", Point::Opening, kIn2025, {{"date", {"2025-02-29"}}}, {{"date", "not_a_date"}}},
    {"NotANumber", Point::Opening, kIn2025, {{"number", {"12 or so"}}}, {{"number", "not_a_number"}}},
    {"InfinityIsNoNumber", Point::Opening, kIn2025, {{"number", {"inf"}}}, {{"number", "not_a_number"}}},
    {"NotYesNoOrUnknown", Point::Opening, kIn2025, {{"known", {"maybe"}}}, {{"known", "not_offered"}}},
    {"AnOptionNobodyOffers", Point::Opening, kIn2025, {{"choice", {"never"}}}, {{"choice", "not_offered"}}},
    {"AnOptionAfterItsLastDay", Point::Opening, kIn2026, {}, {{"choices", "not_offered"}}},
    {"TwoWhereOneIsAsked", Point::Opening, kIn2025, {{"choice", {"now", "old"}}}, {{"choice", "too_many"}}},
    {"TheSameTwice", Point::Opening, kIn2025, {{"choices", {"now", "now"}}}, {{"choices", "repeated"}}},
    {"TextAtTheLimit", Point::Opening, kIn2025, {{"text", {std::string(kLongestText, 'a')}}}, {}},
    {"TextBeyondTheLimit", Point::Opening, kIn2025, {{"text", {std::string(kLongestText + 1, 'a')}}}, {{"text", "too_long"}}},
    {"LongTextAtTheLimit", Point::Opening, kIn2025, {{"long_text", {std::string(kLongestLongText, 'a')}}}, {}},
    {"LongTextBeyondTheLimit", Point::Opening, kIn2025, {{"long_text", {std::string(kLongestLongText + 1, 'a')}}}, {{"long_text", "too_long"}}},
    {"BrokenText", Point::Opening, kIn2025, {{"text", {"\xC3\x28"}}}, {{"text", "not_clean_text"}}},
    {"AFieldNobodyAsked", Point::Opening, kIn2025, {{"shoe_size", {"9"}}}, {{"shoe_size", "not_asked"}}},
    {"ANameThatIsNoCodeIsNotToldBack", Point::Opening, kIn2025, {{"Mrs Amal Khan", {"9"}}}, {{"answers", "not_asked"}}},
    {"EveryMistakeAtOnce", Point::Opening, kIn2026, {{"text", {}}, {"date", {"soon"}}},
     {{"text", "required"}, {"date", "not_a_date"}, {"choices", "not_offered"}}},
};
// clang-format on

class CheckingAnswers : public testing::TestWithParam<AnswerCase> {};

TEST_P(CheckingAnswers, NamesEveryMistake) {
    auto answers = good_answers();
    for (auto const& [code, values] : GetParam().changes) answers[code] = values;

    auto const checked =
        check_answers(with_one_of_each(), GetParam().point, GetParam().on, answers);

    EXPECT_EQ(static_cast<bool>(checked), GetParam().mistakes.empty());
    if (checked) return;
    EXPECT_EQ(checked.error().refusal, Refusal::Invalid);
    EXPECT_EQ(checked.error().fields, GetParam().mistakes);
}

INSTANTIATE_TEST_SUITE_P(When, CheckingAnswers, testing::ValuesIn(kAnswerCases),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::programmes
