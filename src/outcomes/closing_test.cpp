// Closing with everything that is asked at the end in one: the programme's fields, the measures and
// the agreed outcomes. Any of it that is missing or wrong leaves the case as it was.

#include "outcome_world_test.h"

#include "foundation/text.h"

#include <fstream>
#include <map>

namespace waymark::outcomes {

namespace {

// The case of OutcomeWorld with one agreed outcome, ready to close but for what is asked at
// closing.
struct ClosingWorld : OutcomeWorld {
    GoalId goal;

    ClosingWorld() {
        run("DELETE FROM case_answer WHERE field IN ('case_review_explained', "
            "'person_agrees_to_close')");
        goal = *as("amal", [&](access::Work& work) {
            return agree(work, {id, "Sleep through the night", "victim"});
        });
        assess("closing", false);
    }

    cases::Answers const answers = {{"case_review_explained", {"yes"}},
                                    {"person_agrees_to_close", {"yes"}}};

    Result<std::int64_t> close_with(cases::Answers const& given,
                                    std::vector<GivenResult> const& results) {
        auto request = closing();
        request.answers = given;
        return as("amal", [&](access::Work& work) {
            return close_case(work, catalogue, request, good(), results);
        });
    }
};

// A row of tests/scenarios/outcomes_closing.tsv, which practitioners own.
using Row = std::map<std::string, std::string>;

std::vector<Row> scenarios() {
    std::ifstream file(source_path("tests/scenarios/outcomes_closing.tsv"));
    std::vector<std::string> columns;
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        auto const cells = split(line, '\t');
        if (columns.empty()) {
            columns = cells;
            continue;
        }
        EXPECT_EQ(cells.size(), columns.size()) << line;
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            row[columns[i]] = cells.at(i) == "-" ? std::string{} : cells.at(i);
        }
    }
    return rows;
}

cases::CloseRequest request_of(ClosingWorld& world, Row const& row) {
    auto request = world.closing();
    request.closing_reason = row.at("reason");
    request.closing_summary = row.at("summary");
    request.victim_told = row.at("victim_told");
    auto const answer = [&](std::string const& field, std::string const& value) {
        if (!value.empty()) request.answers[field] = {value};
    };
    answer("case_review_explained", row.at("review_explained"));
    answer("person_agrees_to_close", row.at("agrees"));
    return request;
}

// "4", "not:declined" or both with a space between.
std::vector<Given> measures_of(Row const& row) {
    std::vector<Given> measures;
    for (auto const& [code, column] :
         std::map<std::string, std::string>{{"frequency", "frequency"},
                                            {"feels_safe", "feels_safe"},
                                            {"confidence_in_agencies", "confidence"}}) {
        if (row.at(column).empty()) continue;
        auto& given = measures.emplace_back(Given{code});
        for (auto const& part : split(row.at(column), ' ')) {
            bool const is_reason = part.rfind("not:", 0) == 0;
            auto const reason = is_reason ? part.substr(4) : std::string{};
            (is_reason ? given.not_taken : given.value) =
                is_reason ? (reason == "-" ? std::string{} : reason) : part;
        }
    }
    return measures;
}

std::string outcome_of(ClosingWorld const& world, Result<std::int64_t> const& closed) {
    if (closed) return "closed";
    std::string text;
    for (auto const& [field, code] : closed.error().fields) {
        if (!text.empty()) text += ",";
        text += (field == "goals." + world.goal.value ? "goal" : field) + "=" + code;
    }
    return text;
}

TEST(CloseCase, FollowsTheScenariosOfPractitioners) {
    auto const rows = scenarios();
    ASSERT_GE(rows.size(), 20U);
    for (auto const& row : rows) {
        ClosingWorld world;
        auto const before = world.records();
        std::vector<GivenResult> results;
        if (!row.at("goal").empty()) results.push_back({world.goal, row.at("goal")});
        auto const closed = world.as("amal", [&](access::Work& work) {
            return close_case(work, world.catalogue, request_of(world, row), measures_of(row),
                              results);
        });
        EXPECT_EQ(outcome_of(world, closed), row.at("expect")) << row.at("because");
        if (!closed) {
            EXPECT_EQ(world.records(), before) << row.at("because");
        }
    }
}

TEST(CloseCase, KeepsTheAnswersAndResultsThatCameWithIt) {
    ClosingWorld world;
    ASSERT_TRUE(world.close_with(world.answers, {{world.goal, "met"}}));

    EXPECT_EQ(world.value("SELECT value FROM case_answer WHERE field = 'person_agrees_to_close'"),
              "yes");
    EXPECT_EQ(world.value("SELECT result FROM outcome_goal"), "met");
    EXPECT_EQ(world.value("SELECT result_on FROM outcome_goal"), to_text(world.clock.today));
    EXPECT_EQ(world.core("goals_agreed"), "1");
    EXPECT_EQ(world.core("goals_met"), "1");
}

TEST(CloseCase, NeedsNothingAgainThatIsRecorded) {
    ClosingWorld world;
    auto const revision = world.closing().revision;
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return cases::set_answers(work, world.catalogue, world.id, revision, world.answers);
    }));
    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return record_result(work, world.catalogue, {world.id, world.goal, 1, "partly_met"});
    }));
    ASSERT_TRUE(world.close_with({}, {}));
    EXPECT_EQ(world.value("SELECT result FROM outcome_goal"), "partly_met");
}

TEST(CloseCase, TakesNoResultOverAColleaguesNorTwiceNorOfAnotherCase) {
    ClosingWorld world;
    auto const refused = [&](std::vector<GivenResult> const& results) {
        auto const before = world.records();
        auto const closed = world.close_with(world.answers, results);
        EXPECT_FALSE(closed);
        EXPECT_EQ(world.records(), before);
        return closed ? std::vector<FieldError>{} : closed.error().fields;
    };
    using Fields = std::vector<FieldError>;
    EXPECT_EQ(refused({{world.goal, "met"}, {world.goal, "not_met"}}),
              (Fields{{"goals." + world.goal.value, "repeated"}}));

    auto const other = world.open_case(-0.4, 54.28);
    auto const theirs = *world.as("amal", [&](access::Work& work) {
        return agree(work, {other, "No more noise", "victim"});
    });
    EXPECT_EQ(refused({{world.goal, "met"}, {theirs, "met"}}),
              (Fields{{"goals." + theirs.value, "not_found"}}));

    ASSERT_TRUE(world.as("amal", [&](access::Work& work) {
        return record_result(work, world.catalogue, {world.id, world.goal, 1, "not_met"});
    }));
    EXPECT_EQ(refused({{world.goal, "met"}}),
              (Fields{{"goals." + world.goal.value, "already_recorded"}}));
}

TEST(RecordReview, TakesTheAnswersThatTheProgrammeNeedsAtReviews) {
    ClosingWorld world;
    auto const review = [&](cases::Answers const& given) {
        return world.as("amal", [&](access::Work& work) {
            return record_review(
                work, world.catalogue,
                {.case_id = world.id, .summary = "Quieter at night", .answers = given},
                world.bad());
        });
    };
    auto const refused = review({});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields,
              (std::vector<FieldError>{{"answers.case_review_explained", "required"}}));
    ASSERT_TRUE(review({{"case_review_explained", {"no"}}}));
    EXPECT_EQ(world.value("SELECT value FROM case_answer WHERE field = 'case_review_explained'"),
              "no");
}

}  // namespace

}  // namespace waymark::outcomes
