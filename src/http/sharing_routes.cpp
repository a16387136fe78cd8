// Sharing: agreements, who a case is shared with, asking for it, emergencies, and what is known in
// part.

#include "access/directory.h"
#include "cases/case_sharing.h"
#include "http/http.h"
#include "http/names.h"
#include "http/sharing_json.h"

namespace waymark::http {

namespace {

constexpr std::size_t kMostParties = 200;
constexpr std::size_t kMostCodes = 50;
constexpr int kMostShown = 200;

Response list_agreements(access::Work& work, Services const&, Request&) {
    return ok(JsonObject{
        {"agreements", array_of(sharing::agreements(work),
                                [&](auto const& one) { return agreement_json(work, one); })},
        {"purposes", array_of(sharing::purposes(work), code_json)},
        {"gateways", array_of(sharing::gateways(work), code_json)},
        {"longest_grant_days", sharing::limit(work, "longest_grant_days")}});
}

Response get_agreement(access::Work& work, Services const&, Request& request) {
    auto const found = sharing::agreement(work, request.id<sharing::AgreementId>());
    if (!found) return refuse(access::not_found("no_such_agreement"));
    return ok(agreement_json(work, *found), found->revision);
}

sharing::Agreement agreement_from(Body& body) {
    sharing::Agreement agreement{.id = {},
                                 .title = body.text("title", sharing::kLongestTitle),
                                 .covers = body.text("covers", sharing::kLongestCovers),
                                 .starts_on = body.date("starts_on"),
                                 .review_on = body.date("review_on"),
                                 .ends_on = body.date("ends_on"),
                                 .parties = {},
                                 .purposes = body.texts("purposes", kMostCodes),
                                 .gateways = body.texts("gateways", kMostCodes)};
    for (auto& id : body.texts("parties", kMostParties))
        agreement.parties.push_back({std::move(id)});
    return agreement;
}

Response create_agreement(access::Work& work, Services const&, Request& request) {
    auto const wanted = agreement_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const id = sharing::create_agreement(work, wanted);
    if (!id) return refuse(id.error());
    return created(agreement_json(work, *sharing::agreement(work, *id)), 1,
                   "/api/v1/agreements/" + id->value);
}

Response change_agreement(access::Work& work, Services const&, Request& request) {
    auto wanted = agreement_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    wanted.id = request.id<sharing::AgreementId>();
    wanted.revision = request.revision();
    auto const revision = sharing::change_agreement(work, wanted);
    if (!revision) return refuse(revision.error());
    return ok(agreement_json(work, *sharing::agreement(work, wanted.id)), *revision);
}

Response list_sharing(access::Work& work, Services const&, Request& request) {
    auto const found = cases::shared_with(work, request.id<CaseId>());
    if (!found) return refuse(found.error());
    Names names{work};
    return ok(JsonObject{{"grants", array_of(*found, [&](auto const& one) {
                              return grant_json(work, one, names);
                          })}});
}

Response sharing_answer(access::Work& work, Request& request, int status = 200) {
    auto response = list_sharing(work, {}, request);
    if (response.status == 200) response.status = status;
    return response;
}

// Adds what is wrong with a word that stands for a kind of receiver or a depth.
template <class Value>
Value known(std::vector<FieldError>& problems, char const* field, std::optional<Value> value) {
    if (!value) problems.push_back({field, "not_offered"});
    return value.value_or(Value{});
}

Response share(access::Work& work, Services const&, Request& request) {
    auto& body = request.body;
    auto const to = sharing::to_from(body.text("to_kind"));
    auto const depth = sharing::depth_from(body.text("depth"));
    sharing::NewGrant wanted{.record_id = {},
                             .to = sharing::To::Agency,
                             .to_id = body.text("to_id", 40),
                             .depth = sharing::Depth::Existence,
                             .terms = terms_from(body),
                             .reason = body.text("reason", sharing::kLongestReason)};
    auto problems = body.problems();
    wanted.to = known(problems, "to_kind", to);
    wanted.depth = known(problems, "depth", depth);
    if (!problems.empty()) return refuse(invalid(problems));
    auto const grant = cases::share(work, request.id<CaseId>(), wanted);
    return grant ? sharing_answer(work, request, 201) : refuse(grant.error());
}

Response narrow(access::Work& work, Services const&, Request& request) {
    auto& body = request.body;
    auto const depth = sharing::depth_from(body.text("depth"));
    auto const ends_on = body.date("ends_on");
    auto problems = body.problems();
    auto const wanted = known(problems, "depth", depth);
    if (!problems.empty()) return refuse(invalid(problems));
    auto const revision = cases::narrow_share(work, request.id<CaseId>(),
                                              {.id = request.id<sharing::GrantId>("link"),
                                               .record_id = {},
                                               .revision = request.revision(),
                                               .depth = wanted,
                                               .ends_on = ends_on});
    return revision ? sharing_answer(work, request) : refuse(revision.error());
}

Response end_share(access::Work& work, Services const&, Request& request) {
    auto const reason = request.body.text("reason", sharing::kLongestReason);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const ended =
        cases::end_share(work, request.id<CaseId>(), request.id<sharing::GrantId>("link"),
                         request.revision(), reason);
    return ended ? sharing_answer(work, request) : refuse(ended.error());
}

Response list_in_part(access::Work& work, Services const&, Request&) {
    auto const found = cases::known_in_part(work);
    if (!found) return refuse(found.error());
    return ok(JsonObject{
        {"cases", array_of(*found, [&](auto const& one) { return in_part_json(work, one); })}});
}

Response ask_for(access::Work& work, Services const&, Request& request) {
    auto& body = request.body;
    auto const depth = sharing::depth_from(body.text("depth"));
    sharing::NewAsk asked{.reference = body.text("reference", sharing::kLongestReference),
                          .record_id = {},
                          .depth = sharing::Depth::Content,
                          .purpose = body.text("purpose"),
                          .reason = body.text("reason", sharing::kLongestReason)};
    auto problems = body.problems();
    asked.depth = known(problems, "depth", depth);
    if (!problems.empty()) return refuse(invalid(problems));
    auto const id = cases::ask_for(work, asked);
    if (!id) return refuse(id.error());
    return created(JsonObject{{"id", id->value}}, 1);
}

Response list_asks(access::Work& work, Services const&, Request&) {
    Names names{work};
    auto const to_json = [&](auto const& one) { return ask_json(one, names); };
    JsonArray to_decide;
    if (work.actor().may(access::Permission::RunCases)) {
        auto const waiting = cases::asks_to_decide(work);
        if (!waiting) return refuse(waiting.error());
        to_decide = array_of(*waiting, to_json);
    }
    return ok(JsonObject{{"mine", array_of(sharing::asked_by_actor(work, kMostShown), to_json)},
                         {"to_decide", std::move(to_decide)}});
}

Response decide_ask(access::Work& work, Services const&, Request& request) {
    auto& body = request.body;
    auto const decision = body.text("decision");
    cases::AskDecision wanted{.id = request.id<sharing::AskId>(),
                              .revision = request.revision(),
                              .depth = std::nullopt,
                              .terms = {},
                              .answer = body.text("answer", sharing::kLongestReason)};
    std::vector<FieldError> mistakes;
    if (decision == "given") {
        auto const depth = sharing::depth_from(body.text("depth"));
        wanted.depth = known(mistakes, "depth", depth);
        wanted.terms = terms_from(body);
    } else if (decision != "refused") {
        mistakes.push_back({"decision", decision.empty() ? "required" : "not_offered"});
    }
    auto problems = body.problems();
    problems.insert(problems.end(), mistakes.begin(), mistakes.end());
    if (!problems.empty()) return refuse(invalid(problems));
    auto const done = cases::decide_ask(work, wanted);
    return done ? no_content() : refuse(done.error());
}

Response open_in_emergency(access::Work& work, Services const&, Request& request) {
    auto const reference = request.body.text("reference", sharing::kLongestReference);
    auto const reason = request.body.text("reason", sharing::kLongestReason);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const opened = cases::open_in_emergency(work, reference, reason);
    if (!opened) return refuse(opened.error());
    auto response =
        ok(JsonObject{{"case_id", opened->id.value}, {"until", to_text(opened->until)}});
    response.status = 201;
    return response;
}

Response list_emergencies(access::Work& work, Services const&, Request&) {
    auto const found = cases::emergencies(work, kMostShown);
    if (!found) return refuse(found.error());
    Names names{work};
    return ok(JsonObject{{"emergencies", array_of(*found, [&](auto const& one) {
                              return emergency_json(work, one, names);
                          })}});
}

Response review_emergency(access::Work& work, Services const&, Request& request) {
    auto const finding = request.body.text("finding");
    auto const note = request.body.text("note", sharing::kLongestReason);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const done = cases::review_emergency(work, request.id<sharing::GrantId>(),
                                              request.revision(), finding, note);
    return done ? no_content() : refuse(done.error());
}

}  // namespace

std::vector<Route> sharing_routes() {
    using enum access::Permission;
    using enum Precondition;
    return {
        {"GET", "/agreements", SignedIn, "agreement.list", list_agreements},
        {"POST", "/agreements", ManageAgreements, "agreement.create", create_agreement, Mode::Write,
         None, Create::Yes},
        {"GET", "/agreements/{id}", SignedIn, "agreement.read", get_agreement},
        {"PUT", "/agreements/{id}", ManageAgreements, "agreement.change", change_agreement,
         Mode::Write, IfMatch},
        {"GET", "/cases/{id}/sharing", ReadCases, "case.read", list_sharing},
        {"POST", "/cases/{id}/sharing", RunCases, "grant.give", share, Mode::Write, None,
         Create::Yes},
        {"PUT", "/cases/{id}/sharing/{link}", RunCases, "grant.narrow", narrow, Mode::Write,
         IfMatch},
        {"PUT", "/cases/{id}/sharing/{link}/ending", RunCases, "grant.end", end_share, Mode::Write,
         IfMatch},
        {"GET", "/shared-in-part", ReadCases, "case.list", list_in_part},
        {"GET", "/access-requests", ReadCases, "ask.list", list_asks},
        {"POST", "/access-requests", ReadCases, "ask.create", ask_for, Mode::Write, None,
         Create::Yes},
        {"PUT", "/access-requests/{id}/decision", RunCases, "ask.decide", decide_ask, Mode::Write,
         IfMatch},
        {"POST", "/emergency-access", OpenInEmergency, "emergency.open", open_in_emergency,
         Mode::Write, None, Create::Yes},
        {"GET", "/emergency-access", ReadAudit, "emergency.list", list_emergencies},
        {"PUT", "/emergency-access/{id}/review", ReadAudit, "emergency.review", review_emergency,
         Mode::Write, IfMatch},
    };
}

}  // namespace waymark::http
