// What forms are made from: the directory in force, colleagues, and programmes with their
// vocabularies.

#include "access/directory.h"
#include "http/directory_json.h"
#include "http/http.h"

namespace waymark::http {

namespace {

constexpr int kMostColleagues = 500;

Response get_directory(access::Work& work, Services const&, Request&) {
    return ok(JsonObject{{"areas", array_of(access::areas(work), area_json)},
                         {"agencies", array_of(access::agencies(work), agency_json)},
                         {"teams", array_of(access::teams(work), team_json)}});
}

Response get_colleagues(access::Work& work, Services const&, Request& request) {
    auto const found =
        access::colleagues(work, request.query_id<AgencyId>("agency_id"), kMostColleagues);
    return ok(JsonObject{{"colleagues", array_of(found, [](access::Colleague const& one) {
                              return JsonObject{{"id", one.id.value},
                                                {"name", one.name},
                                                {"agency_id", one.agency.value},
                                                {"agency_name", one.agency_name},
                                                {"job_title", one.job_title}};
                          })}});
}

Response get_programmes(access::Work& work, Services const& services, Request&) {
    auto const offered = services.catalogue->offered(work.clock().today);
    return ok(JsonObject{{"programmes", array_of(offered, [](auto const* programme) {
                              return JsonObject{{"code", programme->ref.code},
                                                {"version", programme->ref.version},
                                                {"title", programme->title},
                                                {"summary", programme->summary}};
                          })}});
}

// Entries that have ended stay listed: an older record may carry them.
JsonArray options_json(std::vector<programmes::Option> const& options) {
    return array_of(options, [](programmes::Option const& option) {
        return JsonObject{{"code", option.code}, {"label", option.label}};
    });
}

JsonArray points_json(std::vector<programmes::Point> const& points) {
    return array_of(points, [](auto point) { return programmes::to_code(point); });
}

JsonObject field_json(programmes::Field const& field) {
    return {{"code", field.code},
            {"label", field.label},
            {"hint", field.hint},
            {"section", field.section},
            {"type", programmes::to_code(field.type)},
            {"options", options_json(field.options)},
            {"required_at", points_json(field.required_at)},
            {"core", field.core}};
}

JsonObject question_json(programmes::Question const& question) {
    return {{"code", question.code},
            {"text", question.text},
            {"help", question.help},
            {"core", question.core},
            {"answers", array_of(question.answers, [](programmes::Answer const& answer) {
                 return JsonObject{
                     {"code", answer.code}, {"label", answer.label}, {"weight", answer.weight}};
             })}};
}

JsonObject questionnaire_json(programmes::Questionnaire const& risk) {
    return {{"code", risk.code},
            {"version", risk.version},
            {"title", risk.title},
            {"source", risk.source},
            {"override_reasons", options_json(risk.override_reasons)},
            {"questions", array_of(risk.questions, question_json)},
            {"bands", array_of(risk.bands, [](programmes::Band const& band) {
                 return JsonObject{{"code", band.code},
                                   {"label", band.label},
                                   {"from_score", band.from_score},
                                   {"reassess_days", band.reassess_days}};
             })}};
}

JsonObject measure_json(programmes::Measure const& measure) {
    return {{"code", measure.code},
            {"label", measure.label},
            {"question", measure.question},
            {"kind", programmes::to_code(measure.kind)},
            {"lowest", measure.lowest},
            {"highest", measure.highest},
            {"options", options_json(measure.options)}};
}

JsonObject programme_json(programmes::Definition const& programme) {
    auto const& lists = programme.lists;
    return {
        {"code", programme.ref.code},
        {"version", programme.ref.version},
        {"extension", programme.ref.extension},
        {"title", programme.title},
        {"summary", programme.summary},
        {"stages", array_of(programme.stages,
                            [](programmes::Stage const& stage) {
                                return JsonObject{{"code", stage.code},
                                                  {"label", stage.label},
                                                  {"may_move_to",
                                                   array_of(stage.may_move_to,
                                                            [](auto const& code) { return code; })},
                                                  {"closed", stage.closed}};
                            })},
        {"sections",
         array_of(programme.sections,
                  [](programmes::Section const& section) {
                      return JsonObject{{"code", section.code}, {"label", section.label}};
                  })},
        {"fields", array_of(programme.fields, field_json)},
        {"questionnaire", questionnaire_json(programme.risk)},
        {"measures", array_of(programme.measures, measure_json)},
        {"not_taken_reasons", options_json(lists.not_taken_reasons)},
        {"not_told_reasons", options_json(lists.not_told_reasons)},
        {"person_roles", options_json(lists.roles)},
        {"subject_kinds", options_json(lists.subject_kinds)},
        {"classes", options_json(lists.classes)},
        {"intake_sources", options_json(lists.intake_sources)},
        {"referral_decisions", options_json(lists.referral_decisions)},
        {"tools", array_of(programme.actions,
                           [](programmes::ActionKind const& action) {
                               return JsonObject{{"code", action.code}, {"label", action.label}};
                           })},
        {"action_results", options_json(lists.action_results)},
        {"outcome_results", options_json(lists.outcome_results)},
        {"closing_reasons", options_json(lists.closing_reasons)},
        {"update_channels", options_json(lists.update_channels)},
        {"timings",
         JsonObject{{"triage_working_days", programme.timings.triage_working_days},
                    {"review_every_days", programme.timings.review_every_days},
                    {"victim_update_every_days", programme.timings.victim_update_every_days}}}};
}

Response get_programme(access::Work& work, Services const& services, Request& request) {
    programmes::Ref ref{request.parameter("code"), request.query_text("version"),
                        request.query_text("extension")};
    if (ref.version.empty()) {
        auto const current = services.catalogue->current(ref.code, request.query_text("area_code"),
                                                         work.clock().today);
        if (current) ref = *current;
    }
    auto const* programme = services.catalogue->find(ref);
    if (programme == nullptr) return refuse(access::not_found("no_such_programme"));
    return ok(programme_json(*programme));
}

}  // namespace

// None of these shows a person's record, so they leave no entry in the audit.
std::vector<Route> reference_routes() {
    using enum access::Permission;
    return {
        {"GET", "/directory", SignedIn, "", get_directory},
        {"GET", "/colleagues", SignedIn, "", get_colleagues},
        {"GET", "/programmes", SignedIn, "", get_programmes},
        {"GET", "/programmes/{code}", SignedIn, "", get_programme},
    };
}

}  // namespace waymark::http
