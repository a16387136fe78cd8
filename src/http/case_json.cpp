#include "http/case_json.h"

#include "cases/case_page.h"
#include "foundation/text.h"
#include "people/people.h"
#include "places/places.h"

#include <map>

namespace waymark::http {

namespace {

constexpr int kLatestEntries = 5;

JsonArray people_json(access::Work& work, std::vector<cases::CasePerson> const& links) {
    std::vector<PersonId> ids;
    for (auto const& link : links) ids.push_back(link.person_id);
    std::map<std::string, people::Summary> known;
    auto const people = people::summaries(work, ids);
    note_shown(work, "person", people);
    for (auto const& summary : people) known.emplace(summary.id.value, summary);
    JsonArray array;
    for (auto const& link : links) {
        auto const found = known.find(link.person_id.value);
        if (found == known.end()) continue;
        array.push_back(JsonObject{{"id", link.id.value},
                                   {"person_id", link.person_id.value},
                                   {"name", full_name(found->second)},
                                   {"date_of_birth", or_null(found->second.date_of_birth)},
                                   {"role", link.role},
                                   {"is_subject", link.is_subject},
                                   {"note", link.note},
                                   {"from_on", to_text(link.from_on)},
                                   {"to_on", or_null(link.to_on)},
                                   {"revision", link.revision}});
    }
    return array;
}

JsonArray places_json(access::Work& work, std::vector<cases::CasePlace> const& links) {
    std::vector<PlaceId> ids;
    for (auto const& link : links) ids.push_back(link.place_id);
    std::map<std::string, places::Summary> known;
    auto const places = places::summaries(work, ids);
    note_shown(work, "place", places);
    for (auto const& summary : places) known.emplace(summary.id.value, summary);
    JsonArray array;
    for (auto const& link : links) {
        auto const found = known.find(link.place_id.value);
        if (found == known.end()) continue;
        array.push_back(JsonObject{{"id", link.id.value},
                                   {"place_id", link.place_id.value},
                                   {"label", one_line(found->second)},
                                   {"role", link.role},
                                   {"is_subject", link.is_subject},
                                   {"from_on", to_text(link.from_on)},
                                   {"to_on", or_null(link.to_on)},
                                   {"revision", link.revision}});
    }
    return array;
}

JsonObject partner_json(cases::CasePartner const& link) {
    return {{"id", link.id.value},
            {"agency_id", link.agency_id.value},
            {"agency_name", link.agency_name},
            {"team_id", or_null(link.team_id)},
            {"team_name", link.team_id ? JsonValue(link.team_name) : JsonValue(nullptr)},
            {"reason", link.reason},
            {"from_on", to_text(link.from_on)},
            {"to_on", or_null(link.to_on)},
            {"revision", link.revision}};
}

JsonObject detail_json(cases::CaseDetail const& found) {
    auto const& closing = found.closing;
    auto const from_closing = [&](auto member) {
        return closing ? JsonValue((*closing).*member) : JsonValue(nullptr);
    };
    return {{"id", found.id.value},
            {"reference", found.reference},
            {"title", found.title},
            {"area_id", found.area_id.value},
            {"area_name", found.area_name},
            {"programme_code", found.programme.code},
            {"programme_version", found.programme.version},
            {"extension_version", found.programme.extension},
            {"subject_kind", found.subject_kind},
            {"stage", found.stage},
            {"is_open", found.is_open},
            {"opened_on", to_text(found.opened_on)},
            {"closed_on", or_null(found.closed_on)},
            {"closing_reason", from_closing(&cases::Closing::closing_reason)},
            {"closing_summary", from_closing(&cases::Closing::closing_summary)},
            {"victim_told", from_closing(&cases::Closing::victim_told)},
            {"lead_agency_id", found.lead_agency_id.value},
            {"lead_agency_name", found.lead_agency_name},
            {"lead_user_id", or_null(found.lead_user_id)},
            {"lead_user_name",
             found.lead_user_id ? JsonValue(found.lead_user_name) : JsonValue(nullptr)},
            {"risk_band", found.risk_band},
            {"risk_score", or_null(found.risk_score)},
            {"reassess_by", or_null(found.reassess_by)},
            {"next_review_on", or_null(found.next_review_on)},
            {"update_due_on", or_null(found.update_due_on)},
            {"times_reopened", found.times_reopened},
            {"revision", found.revision},
            {"may_work", found.may_work},
            {"may_run", found.may_run}};
}

}  // namespace

std::string one_line(places::Summary const& place) {
    std::vector<std::string> parts;
    for (auto const* part : {&place.name, &place.line, &place.town, &place.postcode}) {
        if (!part->empty()) parts.push_back(*part);
    }
    return join(parts, ", ");
}

std::string full_name(people::Summary const& person) {
    return trimmed(person.given_names + " " + person.family_name);
}

JsonObject case_row_json(cases::CaseSummary const& summary, Names& names,
                         std::optional<Date> due_on) {
    return {{"id", summary.id.value},
            {"reference", summary.reference},
            {"title", summary.title},
            {"area_id", summary.area_id.value},
            {"programme_code", summary.programme_code},
            {"subject_kind", summary.subject_kind},
            {"stage", summary.stage},
            {"is_open", summary.is_open},
            {"risk_band", summary.risk_band},
            {"opened_on", to_text(summary.opened_on)},
            {"closed_on", or_null(summary.closed_on)},
            {"lead_user_name", names.user_or_null(summary.lead_user_id)},
            {"next_review_on", or_null(summary.next_review_on)},
            {"reassess_by", or_null(summary.reassess_by)},
            {"update_due_on", or_null(summary.update_due_on)},
            {"due_on", or_null(due_on)}};
}

JsonObject entry_json(cases::Entry const& entry, Names& names) {
    return {{"id", entry.id.value},
            {"happened_at", to_text(entry.happened_at)},
            {"kind", entry.kind},
            {"nature", entry.nature},
            {"body", entry.body},
            {"detail", entry.detail},
            {"recorded_at", to_text(entry.recorded_at)},
            {"recorded_by_name", entry.recorded_by_name},
            {"agency_name", names.agency(entry.agency_id)}};
}

JsonObject action_json(cases::Action const& action, Names& names, Date today) {
    return {{"id", action.id.value},
            {"case_id", action.case_id.value},
            {"tool", action.tool},
            {"description", action.description},
            {"owner_agency_id", action.owner_agency_id.value},
            {"owner_agency_name", names.agency(action.owner_agency_id)},
            {"owner_user_id", or_null(action.owner_user_id)},
            {"owner_user_name", names.user_or_null(action.owner_user_id)},
            {"due_on", to_text(action.due_on)},
            {"remind_on", or_null(action.remind_on)},
            {"reminder", !action.result && action.remind_on && *action.remind_on <= today},
            {"overdue", !action.result && action.due_on < today},
            {"result", or_null(action.result)},
            {"result_note", action.result_note},
            {"completed_on", or_null(action.completed_on)},
            {"revision", action.revision}};
}

JsonObject involvement_json(cases::Involvement const& involvement) {
    auto const& in_case = involvement.in_case;
    return {{"case_id", in_case.id.value},
            {"reference", in_case.reference},
            {"title", in_case.title},
            {"is_open", in_case.is_open},
            {"stage", in_case.stage},
            {"role", involvement.role},
            {"opened_on", to_text(in_case.opened_on)}};
}

Result<JsonObject> case_json(access::Work& work, CaseId const& id) {
    auto const page = cases::page(work, id, kLatestEntries);
    if (!page) return page.error();
    Names names{work};
    auto json = detail_json(page->detail);
    json["people"] = people_json(work, page->people);
    json["places"] = places_json(work, page->places);
    json["partners"] = array_of(page->partners, partner_json);
    json["open_actions"] = page->open_actions;
    json["overdue_actions"] = page->overdue_actions;
    json["latest"] =
        array_of(page->latest, [&](auto const& entry) { return entry_json(entry, names); });
    return json;
}

Response case_answer(access::Work& work, CaseId const& id, int status) {
    auto json = case_json(work, id);
    if (!json) return refuse(json.error());
    auto const revision = json->at("revision").as_int64();
    JsonValue const body = std::move(*json);
    return status == 201 ? created(body, revision, "/api/v1/cases/" + id.value)
                         : ok(body, revision);
}

std::string cursor_text(std::string const& sort, std::string const& id) {
    return sort + "~" + id;
}

std::optional<CursorParts> cursor_parts(std::string_view text) {
    auto const at = text.rfind('~');
    if (text.empty() || at == std::string_view::npos) return std::nullopt;
    return CursorParts{std::string{text.substr(0, at)}, std::string{text.substr(at + 1)}};
}

}  // namespace waymark::http
