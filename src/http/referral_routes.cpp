// Referrals: drafts, sending, the queue, triage and the decision.

#include "http/case_json.h"
#include "http/referral_json.h"
#include "outcomes/outcomes.h"

namespace waymark::http {

namespace {

using referrals::Referral;

JsonObject person_json(referrals::ReferralPerson const& person) {
    return {{"id", person.id.value},
            {"role", person.role},
            {"given_names", person.given_names},
            {"family_name", person.family_name},
            {"date_of_birth", or_null(person.date_of_birth)},
            {"phone", person.phone},
            {"email", person.email},
            {"address_line", person.address_line},
            {"town", person.town},
            {"postcode", person.postcode},
            {"person_id", or_null(person.person_id)},
            {"choice", person.choice},
            {"choice_at", or_null(person.choice_at)},
            {"choice_by", or_null(person.choice_by)}};
}

// Null for what nobody has written; the API shows nobody as null, not as an empty name.
JsonValue text_or_null(std::string const& text) {
    return text.empty() ? JsonValue(nullptr) : JsonValue(text);
}

void add_said(JsonObject& json, referrals::Said const& said) {
    json["source_kind"] = said.source_kind;
    json["channel"] = said.channel;
    json["referrer_name"] = said.referrer_name;
    json["referrer_contact"] = said.referrer_contact;
    json["referrer_agency_id"] = or_null(said.referrer_agency_id);
    json["how_known"] = said.how_known;
    json["what_happened"] = said.what_happened;
    json["where_happened"] = said.where_happened;
    json["place_id"] = or_null(said.place_id);
    json["happened_on"] = or_null(said.happened_on);
    json["happened_note"] = said.happened_note;
    json["how_often"] = said.how_often;
    json["risk_now_note"] = said.risk_now_note;
    json["consent"] = said.consent;
    json["safe_contact"] = said.safe_contact;
}

// What was typed so far: kept as the text of an object, and never looked into.
JsonValue form_json(Referral const& referral) {
    if (referral.state != "draft") return nullptr;
    boost::json::error_code error;
    auto form = boost::json::parse(referral.form, error);
    return !error && form.is_object() ? form : JsonValue(JsonObject{});
}

JsonObject referral_json(Referral const& referral) {
    // A line of a list says it in fewer words.
    auto json = referral_row_json(referral);
    json.erase("age_days");
    json.erase("escalated");
    json.erase("headline");
    add_said(json, referral.said);
    json["form"] = form_json(referral);
    json["people"] = array_of(referral.people, person_json);
    json["owner_user_id"] = or_null(referral.owner_user_id);
    json["escalated_at"] = or_null(referral.escalated_at);
    json["decision_reason"] = referral.decision_reason;
    json["decided_at"] = or_null(referral.decided_at);
    json["decided_by_name"] = text_or_null(referral.decided_by_name);
    json["case_id"] = or_null(referral.case_id);
    json["case_reference"] = text_or_null(referral.case_reference);
    json["referrer_told_on"] = or_null(referral.referrer_told_on);
    json["referrer_told_how"] = referral.referrer_told_how;
    json["revision"] = referral.revision;
    json["created_by_name"] = referral.created_by_name;
    json["may_triage"] = referral.may_triage;
    return json;
}

Response referral_answer(access::Work& work, ReferralId const& id, int status = 200) {
    auto const found = referrals::find(work, id);
    if (!found) return refuse(found.error());
    JsonValue const json = referral_json(*found);
    if (status == 200) return ok(json, found->revision);
    return created(json, found->revision, "/api/v1/referrals/" + id.value);
}

// The referral after a change that was, or was not, made.
template <class Changed>
Response after_change(access::Work& work, Request const& request, Result<Changed> const& changed,
                      int status = 200) {
    if (!changed) return refuse(changed.error());
    return referral_answer(work, request.id<ReferralId>(), status);
}

std::optional<referrals::Cursor> cursor_from(Request const& request) {
    auto const parts = cursor_parts(request.query_text("after"));
    if (!parts) return std::nullopt;
    auto const at = parse_instant(parts->sort);
    if (!at) return std::nullopt;
    return referrals::Cursor{*at, {parts->id}};
}

Response list_referrals(access::Work& work, Services const&, Request& request) {
    referrals::Filter filter{.area_id = request.query_id<AreaId>("area_id"),
                             .overdue = request.query_text("overdue") == "yes"};
    if (auto state = request.query_text("state"); !state.empty()) filter.state = std::move(state);
    auto const page = referrals::queue(work, filter, cursor_from(request), request.limit());
    if (!page) return refuse(page.error());
    JsonValue next = nullptr;
    if (page->next) next = cursor_text(to_text(page->next->at), page->next->id.value);
    return ok(JsonObject{{"referrals", array_of(page->rows, referral_row_json)},
                         {"next", std::move(next)}});
}

std::string form_from(Body& body) {
    return boost::json::serialize(body.raw_object("form"));
}

Response start_referral(access::Work& work, Services const&, Request& request) {
    auto const form = form_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const id = referrals::start(work, form);
    return id ? referral_answer(work, *id, 201) : refuse(id.error());
}

Response get_referral(access::Work& work, Services const&, Request& request) {
    return referral_answer(work, request.id<ReferralId>());
}

Response save_referral_draft(access::Work& work, Services const&, Request& request) {
    auto const form = form_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    return after_change(
        work, request,
        referrals::save_draft(work, request.id<ReferralId>(), request.revision(), form));
}

Response discard_referral_draft(access::Work& work, Services const&, Request& request) {
    auto const done = referrals::discard(work, request.id<ReferralId>(), request.revision());
    return done ? no_content() : refuse(done.error());
}

referrals::Choice choice_from(Body& body) {
    referrals::Choice choice{.choice = body.text("choice"),
                             .person_id = body.optional_id<PersonId>("person_id")};
    for (auto& id : body.texts("shown", referrals::kMostShown, 40)) {
        choice.shown.push_back({std::move(id)});
    }
    return choice;
}

referrals::NewReferralPerson person_from(Body& body) {
    referrals::NewReferralPerson person;
    person.role = body.text("role");
    person.given_names = body.text("given_names");
    person.family_name = body.text("family_name");
    person.date_of_birth = body.optional_date("date_of_birth");
    person.phone = body.text("phone");
    person.email = body.text("email", 254);
    person.address_line = body.text("address_line");
    person.town = body.text("town");
    person.postcode = body.text("postcode");
    person.choice = choice_from(body);
    return person;
}

referrals::NewReferral referral_from(Body& body) {
    referrals::NewReferral referral;
    referral.area_id = body.id<AreaId>("area_id");
    referral.source_kind = body.text("source_kind");
    referral.source = body.text("source");
    referral.channel = body.text("channel");
    referral.referrer_name = body.text("referrer_name");
    referral.referrer_contact = body.text("referrer_contact", 254);
    referral.referrer_agency_id = body.optional_id<AgencyId>("referrer_agency_id");
    referral.how_known = body.text("how_known");
    referral.programme_code = body.text("programme_code");
    referral.subject_kind = body.text("subject_kind");
    referral.class_code = body.text("class");
    referral.what_happened = body.text("what_happened", referrals::kLongestWhatHappened);
    referral.where_happened = body.text("where_happened", referrals::kLongestLine);
    referral.place_id = body.optional_id<PlaceId>("place_id");
    referral.happened_on = body.optional_date("happened_on");
    referral.happened_note = body.text("happened_note", referrals::kLongestLine);
    referral.how_often = body.text("how_often");
    referral.risk_now = body.text("risk_now");
    referral.risk_now_note = body.text("risk_now_note", referrals::kLongestRiskNote);
    referral.consent = body.text("consent");
    referral.safe_contact = body.text("safe_contact", referrals::kLongestSafeContact);
    for (auto& person : body.objects("people", referrals::kMostPeople)) {
        referral.people.push_back(person_from(person));
    }
    return referral;
}

Response send_referral(access::Work& work, Services const& services, Request& request) {
    auto const referral = referral_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    return after_change(work, request,
                        referrals::send(work, *services.catalogue, request.id<ReferralId>(),
                                        request.revision(), referral),
                        201);
}

Response set_referral_owner(access::Work& work, Services const&, Request& request) {
    auto const owner = request.body.id<UserId>("owner_user_id");
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    return after_change(
        work, request,
        referrals::set_owner(work, request.id<ReferralId>(), request.revision(), owner));
}

Response choose_referral_person(access::Work& work, Services const&, Request& request) {
    auto const choice = choice_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    return after_change(
        work, request,
        referrals::choose_person(work, request.id<ReferralId>(), request.revision(),
                                 request.id<referrals::ReferralPersonId>("person"), choice));
}

Response decide_referral(access::Work& work, Services const& services, Request& request) {
    auto& body = request.body;
    referrals::Decision const decision{
        .decision = body.text("decision"),
        .reason = body.text("reason", referrals::kLongestReason),
        .case_id = body.optional_id<CaseId>("case_id"),
        .title = body.text("title"),
        .programme_code = body.text("programme_code"),
        .lead_agency_id = body.optional_id<AgencyId>("lead_agency_id"),
        .lead_user_id = body.optional_id<UserId>("lead_user_id"),
        .answers = body.lists("answers"),
    };
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    auto const id = request.id<ReferralId>();
    auto const decided =
        referrals::decide(work, *services.catalogue, id, request.revision(), decision);
    if (decided && decision.decision == "accept") {
        auto const referral = referrals::find(work, id);
        if (!referral) return refuse(referral.error());
        auto const followed =
            outcomes::follow_opening(work, *services.catalogue, *referral->case_id);
        if (!followed) return refuse(followed.error());
    }
    return after_change(work, request, decided, 201);
}

Response record_referrer_told(access::Work& work, Services const&, Request& request) {
    auto const told_on = request.body.date("told_on");
    auto const how = request.body.text("how");
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    return after_change(work, request,
                        referrals::record_referrer_told(work, request.id<ReferralId>(),
                                                        request.revision(), told_on, how));
}

}  // namespace

std::vector<Route> referral_routes() {
    using enum access::Permission;
    constexpr auto kWrite = Mode::Write;
    constexpr auto kIfMatch = Precondition::IfMatch;
    return {
        {"GET", "/referrals", ReadCases, "referral.list", list_referrals},
        {"POST", "/referrals", MakeReferrals, "referral.start", start_referral, kWrite,
         Precondition::None, Create::Yes},
        {"GET", "/referrals/{id}", ReadCases, "referral.read", get_referral},
        {"PUT", "/referrals/{id}", MakeReferrals, "referral.save_draft", save_referral_draft,
         kWrite, kIfMatch},
        {"DELETE", "/referrals/{id}", MakeReferrals, "referral.discard", discard_referral_draft,
         kWrite, kIfMatch},
        {"POST", "/referrals/{id}/submission", MakeReferrals, "referral.send", send_referral,
         kWrite, kIfMatch, Create::Yes},
        {"PUT", "/referrals/{id}/owner", TriageReferrals, "referral.change", set_referral_owner,
         kWrite, kIfMatch},
        {"PUT", "/referrals/{id}/people/{person}/choice", TriageReferrals, "referral.choose",
         choose_referral_person, kWrite, kIfMatch},
        {"POST", "/referrals/{id}/decision", TriageReferrals, "referral.decide", decide_referral,
         kWrite, kIfMatch, Create::Yes},
        {"PUT", "/referrals/{id}/referrer-told", TriageReferrals, "referral.change",
         record_referrer_told, kWrite, kIfMatch},
    };
}

}  // namespace waymark::http
