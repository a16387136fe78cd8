// What happens within a case: its chronology, risk, plan and updates to victims. Reviews and
// outcomes, which are measured together, are in outcome_routes.cpp.

#include "cases/actions.h"
#include "cases/chronology.h"
#include "cases/reviews.h"
#include "cases/risk.h"
#include "foundation/text.h"
#include "http/case_json.h"
#include "outcomes/outcomes.h"
#include "people/people.h"

namespace waymark::http {

namespace {

Response get_chronology(access::Work& work, Services const&, Request& request) {
    std::optional<cases::EntryCursor> before;
    if (auto const parts = cursor_parts(request.query_text("after"))) {
        if (auto const at = parse_instant(parts->sort)) before = {*at, {parts->id}};
    }
    std::vector<std::string> kinds;
    if (auto const kind = request.query_text("kind"); !kind.empty()) kinds.push_back(kind);
    auto const page = cases::chronology(work, request.id<CaseId>(), before, request.limit(), kinds);
    if (!page) return refuse(page.error());
    Names names{work};
    return ok(JsonObject{
        {"entries",
         array_of(page->rows, [&](auto const& entry) { return entry_json(entry, names); })},
        {"next",
         page->next ? JsonValue(cursor_text(to_text(page->next->happened_at), page->next->id.value))
                    : JsonValue(nullptr)}});
}

// Adds what was written; `entry` then tells it as the chronology will.
Result<cases::EntryId> add(access::Work& work, Services const& services, CaseId const& id,
                           Body& body, cases::Entry& entry) {
    auto const happened_at = body.optional_instant("happened_at");
    auto const channel = body.text("channel");
    auto const person = body.optional_id<PersonId>("person_id");
    auto const place = body.optional_id<PlaceId>("place_id");
    entry.kind = body.text("kind");
    entry.body = body.text("body", 20000);
    entry.nature = body.text("nature");
    entry.happened_at = happened_at.value_or(work.clock().now);
    if (auto problems = body.problems(); !problems.empty()) return invalid(std::move(problems));
    if (entry.kind == "note") {
        return cases::add_note(work, {id, entry.nature, entry.body, happened_at});
    }
    if (entry.kind == "contact") {
        entry.detail = channel;
        return cases::add_contact(work, *services.catalogue,
                                  {id, channel, entry.body, person, happened_at});
    }
    if (entry.kind == "incident") {
        return cases::add_incident(work, {id, entry.happened_at, entry.body, place});
    }
    return invalid({{"kind", "not_offered"}});
}

Response add_entry(access::Work& work, Services const& services, Request& request) {
    cases::Entry entry;
    auto const added = add(work, services, request.id<CaseId>(), request.body, entry);
    if (!added) return refuse(added.error());
    entry.id = *added;
    entry.recorded_at = work.clock().now;
    entry.recorded_by_name = work.actor().name;
    entry.agency_id = work.actor().agency;
    Names names{work};
    auto response = ok(entry_json(entry, names));
    response.status = 201;
    return response;
}

Result<JsonObject> risk_json(access::Work& work, CaseId const& id,
                             cases::RiskAssessment const& risk, Names& names) {
    auto const detail = cases::risk_detail(work, id, risk.id);
    if (!detail) return detail.error();
    return JsonObject{{"id", risk.id.value},
                      {"point", risk.point},
                      {"questionnaire_version", risk.questionnaire_version},
                      {"score", risk.score},
                      {"local_score", risk.local_score},
                      {"scored_band", risk.scored_band},
                      {"band", risk.band},
                      {"override_reason", risk.override_reason},
                      {"override_note", risk.override_note},
                      {"assessed_on", to_text(risk.assessed_on)},
                      {"reassess_by", or_null(risk.reassess_by)},
                      {"recorded_by_name", names.user(risk.recorded_by.value)},
                      {"answers", array_of(detail->answers, [](cases::RiskAnswer const& answer) {
                           return JsonObject{{"question", answer.question},
                                             {"answer", answer.answer},
                                             {"note", answer.note}};
                       })}};
}

Response get_risk_assessments(access::Work& work, Services const&, Request& request) {
    auto const id = request.id<CaseId>();
    auto const history = cases::risk_history(work, id);
    if (!history) return refuse(history.error());
    Names names{work};
    JsonArray rows;
    for (auto const& risk : *history) {
        auto json = risk_json(work, id, risk, names);
        if (!json) return refuse(json.error());
        rows.push_back(std::move(*json));
    }
    return ok(JsonObject{{"risk_assessments", std::move(rows)}});
}

Response assess_risk(access::Work& work, Services const& services, Request& request) {
    auto& body = request.body;
    auto const id = request.id<CaseId>();
    cases::NewAssessment asked{.case_id = id, .point = body.text("point"), .answers = {}};
    for (auto& one : body.objects("answers", 200)) {
        auto const question = one.text("question");
        asked.answers[question] = one.text("answer");
        if (auto note = one.text("note", 2000); !note.empty()) asked.notes[question] = note;
    }
    auto const band = body.text("override_band");
    auto const reason = body.text("override_reason");
    auto const note = body.text("override_note", 4000);
    if (!band.empty()) asked.override_by = {band, reason, note};
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    auto const made = cases::assess(work, *services.catalogue, asked);
    if (!made) return refuse(made.error());
    auto const followed = outcomes::follow_assessment(work, id);
    if (!followed) return refuse(followed.error());
    Names names{work};
    auto json = risk_json(work, id, *made, names);
    if (!json) return refuse(json.error());
    auto response = ok(*json);
    response.status = 201;
    return response;
}

cases::ActionPlan plan_from(Body& body) {
    return {.tool = body.text("tool"),
            .description = body.text("description", 2000),
            .owner_agency_id = body.id<AgencyId>("owner_agency_id"),
            .owner_user_id = body.optional_id<UserId>("owner_user_id"),
            .due_on = body.date("due_on"),
            .remind_on = body.optional_date("remind_on")};
}

Response get_actions(access::Work& work, Services const&, Request& request) {
    auto const actions = cases::actions(work, request.id<CaseId>());
    if (!actions) return refuse(actions.error());
    Names names{work};
    return ok(JsonObject{{"actions", array_of(*actions, [&](auto const& action) {
                              return action_json(action, names, work.clock().today);
                          })}});
}

// One action of the case as an answer.
Response action_answer(access::Work& work, CaseId const& id, cases::ActionId const& wanted,
                       int status) {
    auto const actions = cases::actions(work, id);
    if (!actions) return refuse(actions.error());
    Names names{work};
    for (auto const& action : *actions) {
        if (action.id != wanted) continue;
        auto const json = action_json(action, names, work.clock().today);
        return status == 201 ? created(json, action.revision) : ok(json, action.revision);
    }
    return refuse(access::not_found("no_such_action"));
}

Response add_action(access::Work& work, Services const& services, Request& request) {
    auto const plan = plan_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const id = request.id<CaseId>();
    auto const added = cases::add_action(work, *services.catalogue, id, plan);
    return added ? action_answer(work, id, *added, 201) : refuse(added.error());
}

Response update_action(access::Work& work, Services const& services, Request& request) {
    auto const plan = plan_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const id = request.id<CaseId>();
    auto const action = request.id<cases::ActionId>("link");
    auto const changed =
        cases::update_action(work, *services.catalogue, id, action, request.revision(), plan);
    return changed ? action_answer(work, id, action, 200) : refuse(changed.error());
}

Response record_action_result(access::Work& work, Services const& services, Request& request) {
    auto& body = request.body;
    cases::ActionResult const asked{
        .case_id = request.id<CaseId>(),
        .id = request.id<cases::ActionId>("link"),
        .revision = request.revision(),
        .result = body.text("result"),
        .result_note = body.text("note", 4000),
        .completed_on = body.optional_date("completed_on"),
    };
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    auto const recorded = cases::record_result(work, *services.catalogue, asked);
    return recorded ? action_answer(work, asked.case_id, asked.id, 200) : refuse(recorded.error());
}

std::string name_in(std::map<PersonId, people::Person> const& people, PersonId const& id) {
    auto const found = people.find(id);
    if (found == people.end()) return {};
    return trimmed(found->second.given_names + " " + found->second.family_name);
}

Result<JsonObject> updates_json(access::Work& work, CaseId const& id) {
    auto const agreements = cases::agreements(work, id);
    if (!agreements) return agreements.error();
    auto const updates = cases::updates(work, id);
    if (!updates) return updates.error();
    std::map<PersonId, people::Person> told;
    for (auto const& agreement : *agreements) {
        if (told.contains(agreement.person_id)) continue;
        if (auto person = people::find(work, agreement.person_id)) {
            told.emplace(agreement.person_id, std::move(*person));
        }
    }
    Names names{work};
    auto const today = work.clock().today;
    return JsonObject{
        {"agreements", array_of(*agreements,
                                [&](cases::Agreement const& one) {
                                    bool const overdue = !one.ended_on && one.next_due_on &&
                                                         *one.next_due_on < today;
                                    return JsonObject{
                                        {"id", one.id.value},
                                        {"person_id", one.person_id.value},
                                        {"person_name", name_in(told, one.person_id)},
                                        // Beside the channel, for whoever is about to use it.
                                        {"safe_contact", told.contains(one.person_id)
                                                             ? told.at(one.person_id).safe_contact
                                                             : std::string{}},
                                        {"channel", one.channel},
                                        {"every_days", one.every_days},
                                        {"next_due_on", or_null(one.next_due_on)},
                                        {"agreed_on", to_text(one.agreed_on)},
                                        {"ended_on", or_null(one.ended_on)},
                                        {"overdue", overdue},
                                        {"revision", one.revision}};
                                })},
        {"updates", array_of(*updates, [&](cases::Update const& one) {
             return JsonObject{{"id", one.id.value},
                               {"agreement_id", one.agreement_id.value},
                               {"given_on", to_text(one.given_on)},
                               {"channel", one.channel},
                               {"result", one.result},
                               {"note", one.note},
                               {"was_due_on", or_null(one.was_due_on)},
                               {"recorded_by_name", names.user(one.recorded_by.value)}};
         })}};
}

Response updates_answer(access::Work& work, CaseId const& id, int status) {
    auto json = updates_json(work, id);
    if (!json) return refuse(json.error());
    auto response = ok(*json);
    response.status = status;
    return response;
}

Response get_victim_updates(access::Work& work, Services const&, Request& request) {
    return updates_answer(work, request.id<CaseId>(), 200);
}

Response agree_victim_updates(access::Work& work, Services const& services, Request& request) {
    auto& body = request.body;
    cases::NewAgreement const asked{request.id<CaseId>(), body.id<PersonId>("person_id"),
                                    body.text("channel"),
                                    static_cast<int>(body.integer("every_days"))};
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    auto const agreed = cases::agree_updates(work, *services.catalogue, asked);
    return agreed ? updates_answer(work, asked.case_id, 201) : refuse(agreed.error());
}

Response record_victim_update(access::Work& work, Services const& services, Request& request) {
    auto& body = request.body;
    cases::NewUpdate const asked{
        .case_id = request.id<CaseId>(),
        .agreement_id = request.id<cases::AgreementId>("link"),
        .revision = request.revision(),
        .result = body.text("result"),
        .channel = body.text("channel"),
        .note = body.text("note", 4000),
        .given_on = body.date("given_on"),
    };
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    auto const recorded = cases::record_update(work, *services.catalogue, asked);
    return recorded ? updates_answer(work, asked.case_id, 201) : refuse(recorded.error());
}

}  // namespace

std::vector<Route> case_work_routes() {
    using enum access::Permission;
    auto const edit = Precondition::IfMatch;
    auto const none = Precondition::None;
    return {
        {"GET", "/cases/{id}/chronology", ReadCases, "case.read_chronology", get_chronology},
        {"POST", "/cases/{id}/chronology", WorkOnCases, "case.add_entry", add_entry, Mode::Write,
         none, Create::Yes},
        {"GET", "/cases/{id}/risk-assessments", ReadCases, "case.read_risk", get_risk_assessments},
        {"POST", "/cases/{id}/risk-assessments", WorkOnCases, "case.assess", assess_risk,
         Mode::Write, none, Create::Yes},
        {"GET", "/cases/{id}/actions", ReadCases, "case.read_actions", get_actions},
        {"POST", "/cases/{id}/actions", WorkOnCases, "case.add_action", add_action, Mode::Write,
         none, Create::Yes},
        {"PUT", "/cases/{id}/actions/{link}", WorkOnCases, "case.change_action", update_action,
         Mode::Write, edit},
        {"PUT", "/cases/{id}/actions/{link}/result", WorkOnCases, "case.end_action",
         record_action_result, Mode::Write, edit},
        {"GET", "/cases/{id}/victim-updates", ReadCases, "case.read_updates", get_victim_updates},
        {"POST", "/cases/{id}/victim-updates", WorkOnCases, "case.agree_updates",
         agree_victim_updates, Mode::Write, none, Create::Yes},
        {"POST", "/cases/{id}/victim-updates/{link}/updates", WorkOnCases, "case.update_victim",
         record_victim_update, Mode::Write, edit, Create::Yes},
    };
}

}  // namespace waymark::http
