// Who knew what: who looked at a case, a person or a place; what somebody looked at; and whether
// the account of it can be relied on.

#include "audit/log.h"
#include "cases/cases.h"
#include "foundation/text.h"
#include "http/audit_labels.h"
#include "http/names.h"
#include "people/people.h"
#include "places/places.h"

namespace waymark::http {

namespace {

// A page of what was done to a record, and, for those who may know, of who looked at it.
Response about_record(access::Work& work, Request const& request, std::string const& id) {
    bool const readers_too = work.actor().may(access::Permission::ReadAudit);
    auto const limit = request.limit();
    auto const entries = audit::about(
        work.tx(), id, readers_too ? audit::Include::Readings : audit::Include::Changes,
        parse_integer(request.query_text("after")), limit);
    Names names{work};
    JsonArray rows;
    for (auto const& entry : entries) {
        rows.push_back(JsonObject{{"sequence", entry.sequence},
                                  {"at", to_text(entry.at)},
                                  {"actor_name", names.user(entry.actor_id)},
                                  {"agency_name", names.agency({entry.agency_id})},
                                  {"action", entry.action},
                                  {"subject_kind", entry.subject_kind},
                                  {"detail", entry.detail},
                                  {"was_shown", entry.was_shown}});
    }
    bool const more = entries.size() == static_cast<std::size_t>(limit);
    return ok(JsonObject{
        {"entries", std::move(rows)},
        {"next", more ? JsonValue(std::to_string(entries.back().sequence)) : JsonValue(nullptr)}});
}

// Who looked at a person or a place worked on cases, or for agencies, that a manager of one hub may
// not know of: for whoever answers for the whole partnership alone.
bool answers_for_all(access::Work const& work) {
    return work.actor().sees_partnership;
}

Response not_for_one_hub() {
    return refuse({Refusal::Forbidden, "not_allowed"});
}

// Who may not see the record may not see who did.
Response get_case_audit(access::Work& work, Services const&, Request& request) {
    auto const id = request.id<CaseId>();
    if (auto const found = cases::find(work, id); !found) return refuse(found.error());
    return about_record(work, request, id.value);
}

Response get_person_audit(access::Work& work, Services const&, Request& request) {
    if (!answers_for_all(work)) return not_for_one_hub();
    auto const id = request.id<PersonId>();
    if (auto const found = people::find(work, id); !found) return refuse(found.error());
    return about_record(work, request, id.value);
}

Response get_place_audit(access::Work& work, Services const&, Request& request) {
    if (!answers_for_all(work)) return not_for_one_hub();
    auto const id = request.id<PlaceId>();
    if (auto const found = places::find(work, id); !found) return refuse(found.error());
    return about_record(work, request, id.value);
}

// Nothing when the entry is about something that does not exist for the reader.
std::optional<JsonObject> look_json(Labels const& labels, audit::ByActor const& look) {
    if (!labels.is_told(look)) return std::nullopt;
    auto const& entry = look.entry;
    bool const is_about_one = Labels::is_about_one(entry);
    auto const kind = Labels::kind_shown_by(entry.action);
    JsonArray shown;
    for (auto const& id : look.shown) {
        if (auto const called = labels.of(id)) {
            shown.push_back(JsonObject{{"kind", kind}, {"id", id}, {"label", *called}});
        }
    }
    return JsonObject{
        {"sequence", entry.sequence},
        {"at", to_text(entry.at)},
        {"action", entry.action},
        {"subject_kind", entry.subject_kind},
        {"subject_id", is_about_one ? JsonValue(entry.subject_id) : JsonValue()},
        {"subject_label", or_null(is_about_one ? labels.of(entry.subject_id) : std::nullopt)},
        {"shown", std::move(shown)}};
}

// What one user did and looked at; a colleague's day tells of records everywhere.
Response get_user_looks(access::Work& work, Services const&, Request& request) {
    if (!answers_for_all(work)) return not_for_one_hub();
    auto const user = access::colleague(work, request.parameter("id"));
    if (!user) return refuse(access::not_found("no_such_user"));
    auto const from = parse_date(request.query_text("from_on"));
    auto const to = parse_date(request.query_text("to_on"));
    if (!from || !to || *to < *from) {
        return refuse(invalid({{!from ? "from_on" : "to_on", "not_a_period"}}));
    }
    auto const limit = request.limit();
    auto const entries = audit::by_actor(work.tx(), user->id.value, start_of_london_day(*from),
                                         start_of_london_day(add_days(*to, 1)),
                                         parse_integer(request.query_text("after")), limit);
    Labels const labels{work, entries};
    labels.note_shown_to(work);
    JsonArray rows;
    for (auto const& entry : entries) {
        if (auto row = look_json(labels, entry)) rows.push_back(std::move(*row));
    }
    work.note({"user.read_looks", "user", user->id.value, std::nullopt,
               to_text(*from) + "," + to_text(*to)});
    bool const more = entries.size() == static_cast<std::size_t>(limit);
    return ok(JsonObject{{"user_name", user->name},
                         {"agency_name", user->agency_name},
                         {"looks", std::move(rows)},
                         {"next", more ? JsonValue(std::to_string(entries.back().entry.sequence))
                                       : JsonValue(nullptr)}});
}

// Whether the account of who looked can be relied on: how far it is signed, and seen by others.
Response get_audit_state(access::Work& work, Services const&, Request&) {
    auto const newest = audit::newest_checkpoint(work.tx());
    Names names{work};
    JsonArray witnesses;
    for (auto const& one : audit::witnesses(work.tx())) {
        witnesses.push_back(JsonObject{{"name", one.name},
                                       {"agency_name", names.agency({one.agency_id})},
                                       {"from_on", to_text(one.from)},
                                       {"to_on", or_null(one.to)},
                                       {"seen_at", or_null(one.seen_at)},
                                       {"seen_size", one.seen_size}});
    }
    return ok(JsonObject{
        {"size", audit::size_of(work.tx())},
        {"signed_size", newest ? newest->checkpoint.size : 0},
        {"signed_at", newest ? JsonValue(to_text(newest->checkpoint.at)) : JsonValue(nullptr)},
        {"witnessed_size", audit::witnessed_size(work.tx(), audit::kEnoughWitnesses)},
        {"note", newest ? newest->text() : std::string{}},
        {"witnesses", std::move(witnesses)}});
}

}  // namespace

std::vector<Route> audit_routes() {
    using enum access::Permission;
    return {
        {"GET", "/cases/{id}/audit", ReadCases, "case.read_audit", get_case_audit},
        {"GET", "/people/{id}/audit", ReadAudit, "person.read_audit", get_person_audit},
        {"GET", "/places/{id}/audit", ReadAudit, "place.read_audit", get_place_audit},
        {"GET", "/users/{id}/looks", ReadAudit, "user.read_looks", get_user_looks},
        {"GET", "/audit", ReadAudit, "audit.read_state", get_audit_state},
    };
}

}  // namespace waymark::http
