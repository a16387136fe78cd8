// Cases: lists, the case page, and what is done with a case as a whole. What happens within one
// (its chronology, risk, plan, updates) is in case_work_routes.cpp.

#include "cases/cases.h"

#include "cases/case_people.h"
#include "foundation/text.h"
#include "http/case_json.h"
#include "http/sharing_json.h"
#include "outcomes/outcomes.h"

namespace waymark::http {

namespace {

std::optional<cases::Due> due_from(std::string const& code) {
    if (code == "review") return cases::Due::Review;
    if (code == "reassessment") return cases::Due::Reassessment;
    if (code == "update") return cases::Due::Update;
    if (code == "action") return cases::Due::Action;
    return std::nullopt;
}

std::optional<cases::Cursor> cursor_from(Request const& request) {
    auto const parts = cursor_parts(request.query_text("after"));
    if (!parts) return std::nullopt;
    auto const on = parse_date(parts->sort);
    if (!on) return std::nullopt;
    return cases::Cursor{*on, {parts->id}};
}

Response list_cases(access::Work& work, Services const&, Request& request) {
    cases::Filter filter{
        .is_open = request.query_text("state") != "closed",
        .area_id = request.query_id<AreaId>("area_id"),
        .programme_code = request.query_text("programme_code"),
        .stage = request.query_text("stage"),
        .risk_band = request.query_text("risk_band"),
        .due = due_from(request.query_text("due")),
    };
    if (request.query_text("lead") == "me") filter.lead_user_id = work.actor().user;
    auto const page = cases::list(work, filter, cursor_from(request), request.limit());
    if (!page) return refuse(page.error());
    Names names{work};
    JsonArray rows;
    for (auto const& row : page->rows) {
        rows.push_back(
            case_row_json(row, names, filter.due ? std::optional{row.sorted_on} : std::nullopt));
    }
    return ok(JsonObject{
        {"cases", std::move(rows)},
        {"next", page->next ? JsonValue(cursor_text(to_text(page->next->on), page->next->id.value))
                            : JsonValue(nullptr)}});
}

Response open_case(access::Work& work, Services const& services, Request& request) {
    auto& body = request.body;
    cases::NewCase asked{
        .area_id = body.id<AreaId>("area_id"),
        .programme_code = body.text("programme_code"),
        .title = body.text("title"),
        .subject_kind = body.text("subject_kind"),
        .answers = body.lists("answers"),
        .lead_agency_id = body.id<AgencyId>("lead_agency_id"),
        .lead_user_id = body.optional_id<UserId>("lead_user_id"),
    };
    for (auto& one : body.objects("people", 20)) {
        asked.people.push_back(
            {one.id<PersonId>("person_id"), one.text("role"), one.flag("is_subject")});
    }
    for (auto& one : body.objects("places", 20)) {
        asked.places.push_back(
            {one.id<PlaceId>("place_id"), one.text("role"), one.flag("is_subject")});
    }
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    auto const opened = cases::open(work, *services.catalogue, asked);
    if (!opened) return refuse(opened.error());
    // What was reported and recorded there before is counted from today on.
    auto const followed = outcomes::follow_opening(work, *services.catalogue, *opened);
    return followed ? case_answer(work, *opened, 201) : refuse(followed.error());
}

Response get_case(access::Work& work, Services const&, Request& request) {
    return case_answer(work, request.id<CaseId>());
}

// The case after a change that was, or was not, made.
template <class Changed>
Response after_change(access::Work& work, Request const& request, Result<Changed> const& changed,
                      int status = 200) {
    return changed ? case_answer(work, request.id<CaseId>(), status) : refuse(changed.error());
}

Response update_case(access::Work& work, Services const&, Request& request) {
    auto& body = request.body;
    cases::CaseUpdate const asked{
        .id = request.id<CaseId>(),
        .revision = request.revision(),
        .title = body.text("title"),
        .lead_agency_id = body.id<AgencyId>("lead_agency_id"),
        .lead_user_id = body.optional_id<UserId>("lead_user_id"),
    };
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    return after_change(work, request, cases::update(work, asked));
}

JsonObject answers_json(cases::Answers const& answers) {
    JsonObject json;
    for (auto const& [field, values] : answers) {
        json[field] = array_of(values, [](std::string const& value) { return value; });
    }
    return {{"answers", std::move(json)}};
}

Response get_case_answers(access::Work& work, Services const&, Request& request) {
    auto const answers = cases::answers(work, request.id<CaseId>());
    return answers ? ok(answers_json(*answers)) : refuse(answers.error());
}

Response set_case_answers(access::Work& work, Services const& services, Request& request) {
    auto const given = request.body.lists("answers");
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    return after_change(work, request,
                        cases::set_answers(work, *services.catalogue, request.id<CaseId>(),
                                           request.revision(), given));
}

Response move_case(access::Work& work, Services const& services, Request& request) {
    cases::StageMove const asked{request.id<CaseId>(), request.revision(),
                                 request.body.text("stage"), request.body.text("reason", 4000)};
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    return after_change(work, request, cases::change_stage(work, *services.catalogue, asked));
}

Response transfer_case(access::Work& work, Services const&, Request& request) {
    auto& body = request.body;
    cases::TransferRequest const asked{
        .id = request.id<CaseId>(),
        .revision = request.revision(),
        .area_id = body.id<AreaId>("area_id"),
        .reason = body.text("reason", 4000),
        .consent = body.text("consent"),
        .lead_agency_id = body.id<AgencyId>("lead_agency_id"),
        .lead_user_id = body.optional_id<UserId>("lead_user_id"),
    };
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    auto const moved = cases::transfer(work, asked);
    return moved ? no_content() : refuse(moved.error());
}

Response reopen_case(access::Work& work, Services const& services, Request& request) {
    cases::ReopenRequest const asked{
        .id = request.id<CaseId>(),
        .revision = request.revision(),
        .reason = request.body.text("reason", 4000),
    };
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    return after_change(work, request, cases::reopen(work, *services.catalogue, asked));
}

Response add_case_person(access::Work& work, Services const& services, Request& request) {
    auto& body = request.body;
    cases::OpeningPerson const person{
        .person_id = body.id<PersonId>("person_id"),
        .role = body.text("role"),
        .is_subject = body.flag("is_subject"),
        .note = body.text("note", 2000),
    };
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    return after_change(work, request,
                        cases::add_person(work, *services.catalogue, request.id<CaseId>(), person),
                        201);
}

Response end_case_person(access::Work& work, Services const&, Request& request) {
    return after_change(
        work, request,
        cases::end_person(work, request.id<CaseId>(), request.id<cases::CasePersonId>("link"),
                          request.revision()));
}

Response add_case_place(access::Work& work, Services const&, Request& request) {
    auto& body = request.body;
    cases::OpeningPlace const place{body.id<PlaceId>("place_id"), body.text("role"),
                                    body.flag("is_subject")};
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    return after_change(work, request, cases::add_place(work, request.id<CaseId>(), place), 201);
}

Response end_case_place(access::Work& work, Services const&, Request& request) {
    return after_change(
        work, request,
        cases::end_place(work, request.id<CaseId>(), request.id<cases::CasePlaceId>("link"),
                         request.revision()));
}

Response bring_in_partner(access::Work& work, Services const&, Request& request) {
    auto& body = request.body;
    cases::NewPartner const partner{
        .case_id = request.id<CaseId>(),
        .agency_id = body.id<AgencyId>("agency_id"),
        .team_id = body.optional_id<TeamId>("team_id"),
        .reason = body.text("reason", 2000),
        .terms = terms_from(body),
    };
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    return after_change(work, request, cases::bring_in_partner(work, partner), 201);
}

Response renew_partner(access::Work& work, Services const&, Request& request) {
    auto& body = request.body;
    cases::PartnerRenewal const renewal{.case_id = request.id<CaseId>(),
                                        .id = request.id<cases::CasePartnerId>("link"),
                                        .revision = request.revision(),
                                        .reason = body.text("reason", 2000),
                                        .terms = terms_from(body)};
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    return after_change(work, request, cases::renew_partner(work, renewal));
}

Response end_partner(access::Work& work, Services const&, Request& request) {
    return after_change(
        work, request,
        cases::end_partner(work, request.id<CaseId>(), request.id<cases::CasePartnerId>("link"),
                           request.revision()));
}

}  // namespace

std::vector<Route> case_routes() {
    using enum access::Permission;
    auto const edit = Precondition::IfMatch;
    auto const none = Precondition::None;
    return {
        {"GET", "/cases", ReadCases, "case.list", list_cases},
        {"POST", "/cases", RunCases, "case.open", open_case, Mode::Write, none, Create::Yes},
        {"GET", "/cases/{id}", ReadCases, "case.read", get_case},
        {"PUT", "/cases/{id}", RunCases, "case.change", update_case, Mode::Write, edit},
        {"GET", "/cases/{id}/answers", ReadCases, "case.read", get_case_answers},
        {"PUT", "/cases/{id}/answers", WorkOnCases, "case.change", set_case_answers, Mode::Write,
         edit},
        {"PUT", "/cases/{id}/stage", RunCases, "case.move", move_case, Mode::Write, edit},
        {"PUT", "/cases/{id}/transfer", RunCases, "case.transfer", transfer_case, Mode::Write,
         edit},
        {"PUT", "/cases/{id}/reopening", RunCases, "case.reopen", reopen_case, Mode::Write, edit},
        {"POST", "/cases/{id}/people", WorkOnCases, "case.add_person", add_case_person, Mode::Write,
         none, Create::Yes},
        {"PUT", "/cases/{id}/people/{link}/ending", WorkOnCases, "case.end_person", end_case_person,
         Mode::Write, edit},
        {"POST", "/cases/{id}/places", WorkOnCases, "case.add_place", add_case_place, Mode::Write,
         none, Create::Yes},
        {"PUT", "/cases/{id}/places/{link}/ending", WorkOnCases, "case.end_place", end_case_place,
         Mode::Write, edit},
        {"POST", "/cases/{id}/partners", RunCases, "case.bring_in", bring_in_partner, Mode::Write,
         none, Create::Yes},
        {"PUT", "/cases/{id}/partners/{link}/terms", RunCases, "case.renew_partner", renew_partner,
         Mode::Write, edit},
        {"PUT", "/cases/{id}/partners/{link}/ending", RunCases, "case.end_partner", end_partner,
         Mode::Write, edit},
    };
}

}  // namespace waymark::http
