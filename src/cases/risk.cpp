#include "cases/risk.h"

#include "filing.h"
#include "foundation/text.h"
#include "risk_sql.h"
#include "standing.h"

namespace waymark::cases {

namespace {

using programmes::Questionnaire;

// The longest note beside one answer.
constexpr std::size_t kLongestAnswerNote = 2000;

RiskAssessment assessment_from(store::Row const& row) {
    return {.id = row.id<RiskId>("id"),
            .point = row.text("point"),
            .questionnaire_version = row.text("questionnaire_version"),
            .score = row.integer("score"),
            .local_score = row.integer("local_score"),
            .scored_band = row.text("scored_band"),
            .band = row.text("band"),
            .override_reason = row.text("override_reason"),
            .override_note = row.text("override_note"),
            .assessed_on = row.date("assessed_on"),
            .reassess_by = row.optional_date("reassess_by"),
            .recorded_at = row.instant("recorded_at"),
            .recorded_by = row.id<UserId>("recorded_by")};
}

void check_override(std::vector<FieldError>& mistakes, Questionnaire const& questionnaire,
                    Override const& by, Date day) {
    if (questionnaire.band(by.band) == nullptr) {
        mistakes.push_back({"override.band", "not_offered"});
    }
    check_code(mistakes, "override.reason", by.reason, questionnaire.override_reasons, day);
    check_text(mistakes, "override.note", by.note, kLongestBody, Needed::Yes);
}

void check_assessed_on(std::vector<FieldError>& mistakes, access::Work& work, CaseId const& id,
                       Date assessed_on) {
    check_day(mistakes, "assessed_on", work, assessed_on);
    auto const last = work.tx().first(sql::kLastAssessedOn, {id})->optional_date("assessed_on");
    if (last && assessed_on < *last) mistakes.push_back({"assessed_on", "before_last"});
}

std::vector<FieldError> mistakes_in(access::Work& work, Questionnaire const& questionnaire,
                                    NewAssessment const& request, Date assessed_on) {
    std::vector<FieldError> mistakes;
    if (request.point != "opening" && request.point != "review" && request.point != "closing") {
        mistakes.push_back({"point", "not_offered"});
    }
    auto const scored = programmes::score(questionnaire, request.answers);
    if (!scored) {
        for (auto const& mistake : scored.error().fields) {
            mistakes.push_back({"answers." + mistake.field, mistake.code});
        }
    }
    for (auto const& [question, note] : request.notes) {
        auto const field = "notes." + question;
        if (questionnaire.question(question) == nullptr) mistakes.push_back({field, "not_asked"});
        check_text(mistakes, field, note, kLongestAnswerNote, Needed::No);
    }
    if (request.override_by) {
        check_override(mistakes, questionnaire, *request.override_by, assessed_on);
    }
    check_assessed_on(mistakes, work, request.case_id, assessed_on);
    return mistakes;
}

RiskAssessment assessment_of(access::Work const& work, Questionnaire const& questionnaire,
                             NewAssessment const& request, Date assessed_on) {
    auto const scored = *programmes::score(questionnaire, request.answers);
    auto const& by = request.override_by;
    auto const band = by ? by->band : scored.band;
    auto const days = questionnaire.band(band)->reassess_days;
    return {.id = new_id<RiskId>(work.clock().now),
            .point = request.point,
            .questionnaire_version = questionnaire.version,
            .score = scored.score,
            .local_score = scored.local_score,
            .scored_band = scored.band,
            .band = band,
            .override_reason = by ? by->reason : std::string{},
            .override_note = by ? by->note : std::string{},
            .assessed_on = assessed_on,
            .reassess_by = add_days(assessed_on, days),
            .recorded_at = work.clock().now,
            .recorded_by = work.actor().user};
}

void insert(access::Work& work, NewAssessment const& request, RiskAssessment const& made) {
    work.tx().execute(sql::kInsertRisk,
                      {made.id, request.case_id, made.point, made.questionnaire_version, made.score,
                       made.local_score, made.scored_band, made.band, made.override_reason,
                       made.override_note, to_text(made.assessed_on),
                       store::text_of(made.reassess_by), work.now(), made.recorded_by});
    for (auto const& [question, answer] : request.answers) {
        auto const note = request.notes.find(question);
        work.tx().execute(sql::kInsertRiskAnswer,
                          {made.id, question, answer,
                           note == request.notes.end() ? std::string_view{} : note->second});
    }
}

}  // namespace

Result<RiskAssessment> assess(access::Work& work, programmes::Catalogue const& catalogue,
                              NewAssessment const& request) {
    auto const standing = to_work_on_open(work, request.case_id);
    if (!standing) return standing.error();
    auto const& questionnaire = definition_of(catalogue, standing->programme).risk;
    auto const assessed_on = request.assessed_on.value_or(work.clock().today);
    auto mistakes = mistakes_in(work, questionnaire, request, assessed_on);
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const made = assessment_of(work, questionnaire, request, assessed_on);
    insert(work, request, made);
    work.tx().execute(sql::kSetRisk,
                      {request.case_id, made.band, made.score, store::text_of(made.reassess_by)});
    auto const revision = raise_revision(work, *standing);
    write_entries(work, request.case_id,
                  {{.kind = "risk",
                    .body = made.override_note,
                    .detail = join({made.point, std::to_string(made.score), made.scored_band,
                                    made.band, made.override_reason},
                                   ","),
                    .about_id = made.id.value,
                    .happened_at = instant_on(work, assessed_on)}});
    refile_due(work, request.case_id);
    work.note({"case.change", "case", request.case_id.value, revision, "risk"});
    return made;
}

Result<std::vector<RiskAssessment>> risk_history(access::Work& work, CaseId const& id) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    std::vector<RiskAssessment> list;
    for (auto const& row : work.tx().all(sql::kRisks, {id})) list.push_back(assessment_from(row));
    work.note({"case.read", "case", id.value, std::nullopt, "risk"});
    return list;
}

Result<RiskDetail> risk_detail(access::Work& work, CaseId const& case_id, RiskId const& id) {
    auto const standing = to_read(work, case_id);
    if (!standing) return standing.error();
    auto const row = work.tx().first(sql::kRisk, {id, case_id});
    if (!row) return access::not_found("no_such_assessment");
    RiskDetail detail{assessment_from(*row), {}};
    for (auto const& answer : work.tx().all(sql::kRiskAnswers, {id})) {
        detail.answers.push_back(
            {answer.text("question"), answer.text("answer"), answer.text("note")});
    }
    work.note({"case.read", "case", case_id.value, std::nullopt, "risk"});
    return detail;
}

}  // namespace waymark::cases
