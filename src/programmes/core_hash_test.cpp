// An extension changes nothing of the core: the digest sees every change of the core, and random
// extensions either are refused or leave the digest, the score and the band as they were.

#include "test_files.h"

#include <random>

namespace waymark::programmes {

namespace {

struct Change {
    char const* name;
    void (*make)(Definition& definition);
};

// clang-format off
Change const kCoreChanges[] = {
    {"Code", [](Definition& d) { d.ref.code += "x"; }},
    {"Version", [](Definition& d) { d.ref.version += "x"; }},
    {"Title", [](Definition& d) { d.title += "x"; }},
    {"Summary", [](Definition& d) { d.summary += "x"; }},
    {"Source", [](Definition& d) { d.source += "x"; }},
    {"ValidFrom", [](Definition& d) { d.valid_from = add_days(d.valid_from, 1); }},
    {"ValidTo", [](Definition& d) { d.valid_to = make_date(2030, 1, 1); }},
    {"SectionLabel", [](Definition& d) { d.sections[0].label += "x"; }},
    {"FieldCode", [](Definition& d) { d.fields[0].code += "x"; }},
    {"FieldLabel", [](Definition& d) { d.fields[0].label += "x"; }},
    {"FieldHint", [](Definition& d) { d.fields[0].hint += "x"; }},
    {"FieldSection", [](Definition& d) { d.fields[0].section += "x"; }},
    {"FieldType", [](Definition& d) { d.fields[0].type = FieldType::Choice; }},
    {"FieldOption", [](Definition& d) { d.fields[0].options[1].label += "x"; }},
    {"FieldRequired", [](Definition& d) { d.fields[0].required_at.push_back(Point::Closing); }},
    {"FieldDropped", [](Definition& d) { d.fields.erase(d.fields.begin()); }},
    {"FieldNoLongerCore", [](Definition& d) { d.fields[0].core = false; }},
    {"FieldOrder", [](Definition& d) { std::swap(d.fields[0], d.fields[1]); }},
    {"QuestionnaireCode", [](Definition& d) { d.risk.code += "x"; }},
    {"QuestionnaireVersion", [](Definition& d) { d.risk.version += "x"; }},
    {"QuestionnaireTitle", [](Definition& d) { d.risk.title += "x"; }},
    {"QuestionnaireSource", [](Definition& d) { d.risk.source += "x"; }},
    {"QuestionText", [](Definition& d) { d.risk.questions[0].text += "x"; }},
    {"QuestionHelp", [](Definition& d) { d.risk.questions[0].help += "x"; }},
    {"AnswerLabel", [](Definition& d) { d.risk.questions[0].answers[0].label += "x"; }},
    {"AnswerWeight", [](Definition& d) { ++d.risk.questions[0].answers[1].weight; }},
    {"QuestionDropped", [](Definition& d) { d.risk.questions.pop_back(); }},
    {"BandCode", [](Definition& d) { d.risk.bands[1].code += "x"; }},
    {"BandLabel", [](Definition& d) { d.risk.bands[1].label += "x"; }},
    {"BandCutOff", [](Definition& d) { ++d.risk.bands[1].from_score; }},
    {"BandDays", [](Definition& d) { ++d.risk.bands[1].reassess_days; }},
    {"OverrideReason", [](Definition& d) { d.risk.override_reasons.pop_back(); }},
    {"MeasureLabel", [](Definition& d) { d.measures[0].label += "x"; }},
    {"MeasureQuestion", [](Definition& d) { d.measures[0].question += "x"; }},
    {"MeasureDefinition", [](Definition& d) { d.measures[0].definition += "x"; }},
    {"MeasureKind", [](Definition& d) { d.measures[0].kind = MeasureKind::Choice; }},
    {"MeasureLowest", [](Definition& d) { --d.measures[3].lowest; }},
    {"MeasureHighest", [](Definition& d) { ++d.measures[3].highest; }},
    {"MeasureOption", [](Definition& d) { d.measures[2].options.pop_back(); }},
    {"MeasureDirection", [](Definition& d) { d.measures[0].lower_is_better = false; }},
    {"StageLabel", [](Definition& d) { d.stages[0].label += "x"; }},
    {"StageHelp", [](Definition& d) { d.stages[0].help += "x"; }},
    {"StageMove", [](Definition& d) { d.stages[0].may_move_to.pop_back(); }},
    {"StageClosed", [](Definition& d) { d.stages[3].closed = true; }},
    {"ActionLabel", [](Definition& d) { d.actions[0].label += "x"; }},
    {"ActionGroup", [](Definition& d) { d.actions[0].group += "x"; }},
    {"ActionLaw", [](Definition& d) { d.actions[0].legal_basis += "x"; }},
    {"ActionNote", [](Definition& d) { d.actions[0].note += "x"; }},
    {"ActionFrom", [](Definition& d) { d.actions[0].valid_from = make_date(2020, 1, 1); }},
    {"ActionTo", [](Definition& d) { d.actions[0].valid_to = make_date(2020, 1, 1); }},
    {"Role", [](Definition& d) { d.lists.roles.pop_back(); }},
    {"SubjectKind", [](Definition& d) { d.lists.subject_kinds.pop_back(); }},
    {"Class", [](Definition& d) { d.lists.classes.pop_back(); }},
    {"HarmTest", [](Definition& d) { d.lists.harm_test.pop_back(); }},
    {"IntakeSource", [](Definition& d) { d.lists.intake_sources.pop_back(); }},
    {"ReferralDecision", [](Definition& d) { d.lists.referral_decisions.pop_back(); }},
    {"ActionResult", [](Definition& d) { d.lists.action_results.pop_back(); }},
    {"OutcomeResult", [](Definition& d) { d.lists.outcome_results.pop_back(); }},
    {"ClosingReason", [](Definition& d) { d.lists.closing_reasons.pop_back(); }},
    {"ClosingGroup", [](Definition& d) { d.lists.closing_reasons[0].group += "x"; }},
    {"OptionFrom", [](Definition& d) { d.lists.roles[0].valid_from = make_date(2020, 1, 1); }},
    {"OptionTo", [](Definition& d) { d.lists.roles[0].valid_to = make_date(2020, 1, 1); }},
    {"UpdateChannel", [](Definition& d) { d.lists.update_channels.pop_back(); }},
    {"NotToldReason", [](Definition& d) { d.lists.not_told_reasons.pop_back(); }},
    {"NotTakenReason", [](Definition& d) { d.lists.not_taken_reasons.pop_back(); }},
    {"AcknowledgeTiming", [](Definition& d) { ++d.timings.acknowledge_working_days; }},
    {"TriageTiming", [](Definition& d) { ++d.timings.triage_working_days; }},
    {"UrgentTiming", [](Definition& d) { ++d.timings.urgent_triage_working_days; }},
    {"ReviewTiming", [](Definition& d) { ++d.timings.review_every_days; }},
    {"UpdateTiming", [](Definition& d) { ++d.timings.victim_update_every_days; }},
    {"DemandWindow", [](Definition& d) { ++d.timings.demand_window_days; }},
    {"TimingSource", [](Definition& d) { d.timings.sources["review_every_days"] += "x"; }},
};
// clang-format on

class AChangeOfTheCore : public testing::TestWithParam<Change> {};

TEST_P(AChangeOfTheCore, ChangesTheDigest) {
    auto changed = asb();
    GetParam().make(changed);

    EXPECT_NE(core_hash(changed), core_hash(asb()));
}

INSTANTIATE_TEST_SUITE_P(To, AChangeOfTheCore, testing::ValuesIn(kCoreChanges),
                         [](auto const& one) { return one.param.name; });

// Draws extensions whose codes are sometimes the core's, so that both answers come up.
class ExtensionDrawer {
  public:
    explicit ExtensionDrawer(unsigned seed) : random_(seed) {}

    int up_to(int most) { return static_cast<int>(random_() % (static_cast<unsigned>(most) + 1)); }

    std::string draw() {
        std::vector<std::string> fields;
        std::vector<std::string> questions;
        for (int i = up_to(4); i > 0; --i) fields.push_back(field(i));
        for (int i = up_to(4); i > 0; --i) questions.push_back(question(i));
        return R"({"programme":"antisocial_behaviour","extends":"2026","area":"RYE",)"
               R"("version":"2026","title":"Drawn","source":"A test","valid_from":"2020-01-01",)"
               R"("fields":[)" +
               join(fields, ",") + R"(],"questions":[)" + join(questions, ",") + "]}";
    }
    bool redefines() const { return redefines_; }

  private:
    template <class Thing>
    std::string code(int index, std::vector<Thing> const& core) {
        if (up_to(19) > 0) return "local_" + std::to_string(index);
        redefines_ = true;
        return core[static_cast<std::size_t>(up_to(static_cast<int>(core.size()) - 1))].code;
    }
    std::string field(int index) {
        return R"({"code":")" + code(index, asb().fields) +
               R"(","label":"Drawn","section":"people","type":"text","required_at":["opening"]})";
    }
    std::string question(int index) {
        return R"({"code":")" + code(index, asb().risk.questions) +
               R"(","text":"Drawn?","answers":[{"code":"no","label":"No","weight":0},)"
               R"({"code":"yes","label":"Yes","weight":)" +
               std::to_string(up_to(100)) +
               R"(},{"code":"not_known","label":"Not known","weight":1}]})";
    }

    std::mt19937 random_;
    bool redefines_ = false;
};

std::map<std::string, std::string> drawn_answers(Questionnaire const& risk,
                                                 ExtensionDrawer& drawer) {
    std::map<std::string, std::string> answers;
    for (auto const& question : risk.questions) {
        auto const last = static_cast<int>(question.answers.size()) - 1;
        answers[question.code] =
            question.answers[static_cast<std::size_t>(drawer.up_to(last))].code;
    }
    return answers;
}

void expect_core_untouched(Definition const& merged, ExtensionDrawer& drawer) {
    EXPECT_EQ(core_hash(merged), core_hash(asb()));
    auto answers = drawn_answers(merged.risk, drawer);
    auto const with = score(merged.risk, answers);
    std::erase_if(answers, [](auto const& one) { return one.first.starts_with("local_"); });
    auto const bare = score(asb().risk, answers);
    ASSERT_TRUE(with && bare);
    EXPECT_EQ(with->score, bare->score);
    EXPECT_EQ(with->band, bare->band);
    EXPECT_EQ(with->reassess_days, bare->reassess_days);
}

TEST(AnyExtension, IsRefusedOrLeavesTheCoreAsItWas) {
    constexpr unsigned kDrawn = 60;
    auto files = shipped_files();
    files.push_back({"antisocial_behaviour/extensions/RYE/2026.json", ""});
    int refused = 0;
    for (unsigned seed = 1; seed <= kDrawn; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        ExtensionDrawer drawer(seed);
        files.back().text = drawer.draw();

        auto const loaded = Catalogue::read(files);

        auto const* catalogue = std::get_if<Catalogue>(&loaded);
        EXPECT_EQ(catalogue == nullptr, drawer.redefines());
        if (!catalogue) {
            ++refused;
            continue;
        }
        expect_core_untouched(*catalogue->find({"antisocial_behaviour", "2026", "RYE/2026"}),
                              drawer);
    }
    EXPECT_GT(refused, 3) << "the drawing must try to redefine the core";
    EXPECT_LT(refused, 40) << "the drawing must mostly be sound";
}

}  // namespace

}  // namespace waymark::programmes
