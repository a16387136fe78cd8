#include "http/sharing_json.h"

#include "access/directory.h"

namespace waymark::http {

namespace {

std::string name_of(access::Work& work, sharing::To to, std::string const& id, Names& names) {
    if (to == sharing::To::Agency) return names.agency({id});
    if (to == sharing::To::User) return names.user(id);
    auto const team = access::team(work, {id});
    return team ? team->name : std::string{};
}

// The last day on which it opens anything; nothing for what has no end.
JsonValue last_day(Instant until) {
    constexpr int kNoEnd = 9999;
    auto const day = london_date(until - std::chrono::milliseconds{1});
    return year_of(day) >= kNoEnd - 1 ? JsonValue(nullptr) : JsonValue(to_text(day));
}

// Nothing where only that it exists is known.
JsonValue told(std::string const& text) {
    return text.empty() ? JsonValue(nullptr) : JsonValue(text);
}

}  // namespace

JsonObject code_json(sharing::Code const& code) {
    return {{"code", code.code}, {"name", code.name}, {"source", code.source}};
}

JsonObject agreement_json(access::Work& work, sharing::Agreement const& agreement) {
    auto const today = work.clock().today;
    JsonArray parties;
    for (auto const& id : agreement.parties) {
        auto const agency = access::agency(work, id);
        parties.push_back(
            JsonObject{{"id", id.value}, {"name", agency ? agency->name : std::string{}}});
    }
    auto const text = [](std::string const& code) { return JsonValue(code); };
    return {{"id", agreement.id.value},
            {"title", agreement.title},
            {"covers", agreement.covers},
            {"starts_on", to_text(agreement.starts_on)},
            {"review_on", to_text(agreement.review_on)},
            {"ends_on", to_text(agreement.ends_on)},
            {"in_force", agreement.in_force(today)},
            {"review_due", agreement.in_force(today) && agreement.review_on <= today},
            {"parties", std::move(parties)},
            {"purposes", array_of(agreement.purposes, text)},
            {"gateways", array_of(agreement.gateways, text)},
            {"revision", agreement.revision}};
}

JsonObject grant_json(access::Work& work, sharing::Grant const& grant, Names& names) {
    auto const under = grant.agreement ? sharing::agreement(work, *grant.agreement) : std::nullopt;
    return {{"id", grant.id.value},
            {"to_kind", sharing::to_code(grant.to)},
            {"to_id", grant.to_id},
            {"to_name", name_of(work, grant.to, grant.to_id, names)},
            {"to_agency_name", names.agency(grant.to_agency)},
            {"depth", sharing::depth_code(grant.depth)},
            {"purpose", grant.purpose},
            {"gateway", grant.gateway},
            {"agreement_title", under ? JsonValue(under->title) : JsonValue(nullptr)},
            {"reason", grant.reason},
            {"origin", grant.origin},
            {"given_by_name", names.user(grant.given_by.value)},
            {"given_at", to_text(grant.given_at)},
            {"until", to_text(grant.until)},
            {"ends_on", last_day(grant.until)},
            {"ended_at", or_null(grant.ended_at)},
            {"ending", told(grant.ending)},
            {"end_reason", grant.end_reason},
            {"revision", grant.revision}};
}

JsonObject in_part_json(access::Work& work, cases::InPart const& part) {
    auto const area = access::area(work, part.area_id);
    auto const agency = access::agency(work, part.lead_agency_id);
    auto const lead =
        part.lead_user_id ? access::colleague(work, part.lead_user_id->value) : std::nullopt;
    bool const summary = part.depth == sharing::Depth::Summary;
    return {{"reference", part.reference},
            {"depth", sharing::depth_code(part.depth)},
            {"area_name", area ? area->name : std::string{}},
            {"lead_agency_name", agency ? agency->name : std::string{}},
            {"lead_user_name", lead ? JsonValue(lead->name) : JsonValue(nullptr)},
            {"lead_user_phone", lead ? told(lead->phone) : JsonValue(nullptr)},
            {"programme_code", told(part.programme_code)},
            {"title", told(part.title)},
            {"stage", told(part.stage)},
            {"risk_band", told(part.risk_band)},
            {"is_open", summary ? JsonValue(part.is_open) : JsonValue(nullptr)},
            {"opened_on", or_null(part.opened_on)},
            {"closed_on", or_null(part.closed_on)},
            {"next_review_on", or_null(part.next_review_on)}};
}

JsonObject ask_json(sharing::Ask const& ask, Names& names) {
    return {{"id", ask.id.value},
            {"reference", ask.reference},
            {"user_name", names.user(ask.user.value)},
            {"agency_id", ask.agency.value},
            {"agency_name", names.agency(ask.agency)},
            {"depth", sharing::depth_code(ask.depth)},
            {"purpose", ask.purpose},
            {"reason", ask.reason},
            {"asked_at", to_text(ask.asked_at)},
            {"answer_due_on", to_text(ask.answer_due_on)},
            {"decision", told(ask.decision)},
            {"answer", ask.answer},
            {"revision", ask.revision}};
}

JsonObject emergency_json(access::Work& work, cases::Emergency const& emergency, Names& names) {
    auto const& review = emergency.review;
    auto const& grant = review.grant;
    auto const user = access::colleague(work, review.user.value);
    return {{"id", grant.id.value},
            {"case_id", grant.record_id},
            {"case_reference", emergency.reference},
            {"user_name", user ? user->name : std::string{}},
            {"agency_name", names.agency(grant.to_agency)},
            {"reason", grant.reason},
            {"opened_at", to_text(grant.given_at)},
            {"until", to_text(grant.until)},
            {"review_due_on", to_text(review.review_due_on)},
            {"finding", told(review.finding)},
            {"note", review.note},
            {"reviewed_by_name", told(names.user(review.reviewed_by))},
            {"revision", review.revision}};
}

sharing::Terms terms_from(Body& body) {
    return {.purpose = body.text("purpose"),
            .gateway = body.text("gateway"),
            .agreement = body.optional_id<sharing::AgreementId>("agreement_id"),
            .ends_on = body.date("ends_on")};
}

}  // namespace waymark::http
