// People and places on record, and the search over them and cases.

#include "cases/case_people.h"
#include "foundation/text.h"
#include "http/case_json.h"
#include "people/people.h"
#include "places/places.h"

namespace waymark::http {

namespace {

constexpr int kMostMatches = 10;
constexpr int kMostFound = 10;

std::string_view agreement_code(matching::Agreement agreement) {
    switch (agreement) {
        case matching::Agreement::Same:
            return "same";
        case matching::Agreement::Close:
            return "close";
        case matching::Agreement::Different:
            return "different";
        case matching::Agreement::Missing:
            return "missing";
    }
    return "";
}

JsonObject comparison_json(matching::Comparison const& comparison) {
    bool const likely = comparison.band == matching::Band::Likely;
    return {{"band", likely ? "likely" : "possible"},
            {"score", comparison.score},
            {"reasons", array_of(comparison.reasons, [](matching::Reason const& reason) {
                 return JsonObject{{"field", reason.field},
                                   {"agreement", agreement_code(reason.agreement)},
                                   {"code", reason.code}};
             })}};
}

// People

people::Person person_from(Body& body) {
    people::Person person{
        .id = {},
        .given_names = body.text("given_names", 120),
        .family_name = body.text("family_name", 120),
        .date_of_birth = body.optional_date("date_of_birth"),
        .date_of_birth_note = body.text("date_of_birth_note"),
        .gender = body.text("gender"),
        .phone = body.text("phone", 40),
        .phone_is_safe = body.text("phone_is_safe"),
        .email = body.text("email", 254),
        .email_is_safe = body.text("email_is_safe"),
        .safe_contact = body.text("safe_contact", 2000),
        .needs = body.text("needs", 1000),
        .aliases = {},
        .addresses = {},
    };
    for (auto& one : body.objects("aliases", 20)) {
        person.aliases.push_back(
            {one.text("given_names", 120), one.text("family_name", 120), one.text("kind")});
    }
    for (auto& one : body.objects("addresses", 20)) {
        person.addresses.push_back({one.text("line", 200), one.text("town", 120),
                                    one.text("postcode", 10), one.optional_id<PlaceId>("place_id"),
                                    one.optional_date("from_on"), one.optional_date("to_on")});
    }
    return person;
}

JsonObject person_json(people::Person const& person, JsonArray in_cases) {
    return {{"id", person.id.value},
            {"given_names", person.given_names},
            {"family_name", person.family_name},
            {"date_of_birth", or_null(person.date_of_birth)},
            {"date_of_birth_note", person.date_of_birth_note},
            {"gender", person.gender},
            {"phone", person.phone},
            {"phone_is_safe", person.phone_is_safe},
            {"email", person.email},
            {"email_is_safe", person.email_is_safe},
            {"safe_contact", person.safe_contact},
            {"needs", person.needs},
            {"aliases", array_of(person.aliases,
                                 [](people::Alias const& alias) {
                                     return JsonObject{{"given_names", alias.given_names},
                                                       {"family_name", alias.family_name},
                                                       {"kind", alias.kind}};
                                 })},
            {"addresses", array_of(person.addresses,
                                   [](people::Address const& address) {
                                       return JsonObject{{"line", address.line},
                                                         {"town", address.town},
                                                         {"postcode", address.postcode},
                                                         {"place_id", or_null(address.place_id)},
                                                         {"from_on", or_null(address.from_on)},
                                                         {"to_on", or_null(address.to_on)}};
                                   })},
            {"revision", person.revision},
            {"cases", std::move(in_cases)}};
}

// The cases that a person or place is in and the reader may see.
template <class RecordId>
Result<JsonArray> cases_json(access::Work& work, RecordId const& id) {
    auto const found = cases::cases_of(work, id);
    if (!found) return found.error();
    return array_of(*found, involvement_json);
}

Response person_answer(access::Work& work, people::Person const& person, int status) {
    auto in_cases = cases_json(work, person.id);
    if (!in_cases) return refuse(in_cases.error());
    auto const json = person_json(person, std::move(*in_cases));
    return status == 201 ? created(json, person.revision, "/api/v1/people/" + person.id.value)
                         : ok(json, person.revision);
}

Response match_people(access::Work& work, Services const&, Request& request) {
    auto const entered = person_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const found = people::matches(work, entered, kMostMatches);
    if (!found) return refuse(found.error());
    JsonArray rows;
    for (auto const& match : *found) {
        auto in_cases = cases_json(work, match.summary.id);
        if (!in_cases) return refuse(in_cases.error());
        auto json = comparison_json(match.comparison);
        json["person"] = person_json(match.summary, std::move(*in_cases));
        rows.push_back(std::move(json));
    }
    return ok(JsonObject{{"matches", std::move(rows)}});
}

Response create_person(access::Work& work, Services const&, Request& request) {
    auto const person = person_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    // Until the person joins a case, only whoever wrote them down may see them.
    auto const own = access::scope_of(work.tx(), work.actor().user.value);
    auto const made = people::create(work, person, {own});
    return made ? person_answer(work, *made, 201) : refuse(made.error());
}

Response get_person(access::Work& work, Services const&, Request& request) {
    auto const found = people::find(work, request.id<PersonId>());
    return found ? person_answer(work, *found, 200) : refuse(found.error());
}

Response update_person(access::Work& work, Services const&, Request& request) {
    auto person = person_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    person.id = request.id<PersonId>();
    person.revision = request.revision();
    auto const changed = people::update(work, person);
    return changed ? person_answer(work, *changed, 200) : refuse(changed.error());
}

// Places

places::Place place_from(Body& body) {
    places::Place place{
        .id = {},
        .kind = body.text("kind"),
        .name = body.text("name"),
        .line = body.text("line"),
        .locality = body.text("locality", 120),
        .town = body.text("town", 120),
        .postcode = body.text("postcode", 10),
        .uprn = body.text("uprn", 12),
        .longitude = body.optional_number("longitude"),
        .latitude = body.optional_number("latitude"),
        .area_id = body.optional_id<AreaId>("area_id"),
    };
    return place;
}

JsonObject place_json(places::Place const& place, JsonArray in_cases) {
    return {{"id", place.id.value},
            {"kind", place.kind},
            {"name", place.name},
            {"line", place.line},
            {"locality", place.locality},
            {"town", place.town},
            {"postcode", place.postcode},
            {"uprn", place.uprn},
            {"longitude", or_null(place.longitude)},
            {"latitude", or_null(place.latitude)},
            {"area_id", or_null(place.area_id)},
            {"revision", place.revision},
            {"cases", std::move(in_cases)}};
}

Response place_answer(access::Work& work, places::Place const& place, int status) {
    auto in_cases = cases_json(work, place.id);
    if (!in_cases) return refuse(in_cases.error());
    auto const json = place_json(place, std::move(*in_cases));
    return status == 201 ? created(json, place.revision, "/api/v1/places/" + place.id.value)
                         : ok(json, place.revision);
}

Response match_places(access::Work& work, Services const&, Request& request) {
    auto const entered = place_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const found = places::matches(work, entered, kMostMatches);
    if (!found) return refuse(found.error());
    JsonArray rows;
    for (auto const& match : *found) {
        auto in_cases = cases_json(work, match.summary.id);
        if (!in_cases) return refuse(in_cases.error());
        auto json = comparison_json(match.comparison);
        json["place"] = place_json(match.summary, std::move(*in_cases));
        rows.push_back(std::move(json));
    }
    return ok(JsonObject{{"matches", std::move(rows)}});
}

Response create_place(access::Work& work, Services const&, Request& request) {
    auto const place = place_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const own = access::scope_of(work.tx(), work.actor().user.value);
    auto const made = places::create(work, place, {own});
    return made ? place_answer(work, *made, 201) : refuse(made.error());
}

Response get_place(access::Work& work, Services const&, Request& request) {
    auto const found = places::find(work, request.id<PlaceId>());
    return found ? place_answer(work, *found, 200) : refuse(found.error());
}

Response update_place(access::Work& work, Services const&, Request& request) {
    auto place = place_from(request.body);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    place.id = request.id<PlaceId>();
    place.revision = request.revision();
    auto const changed = places::update(work, place);
    return changed ? place_answer(work, *changed, 200) : refuse(changed.error());
}

// Search

template <class RecordId>
std::int64_t open_cases(access::Work& work, RecordId const& id) {
    auto const found = cases::cases_of(work, id);
    if (!found) return 0;
    return std::count_if(found->begin(), found->end(),
                         [](auto const& one) { return one.in_case.is_open; });
}

JsonArray cases_found(access::Work& work, std::string const& typed) {
    JsonArray rows;
    auto const by_reference = cases::find_by_reference(work, trimmed(typed));
    if (!by_reference) return rows;
    auto const summaries = cases::summaries(work, {*by_reference});
    Names names{work};
    if (summaries) {
        for (auto const& row : *summaries) rows.push_back(case_row_json(row, names));
    }
    return rows;
}

Response search(access::Work& work, Services const&, Request& request) {
    auto const typed = request.query_text("q");
    if (characters(typed) < 2 || characters(typed) > 100) {
        return refuse(invalid({{"q", "two_to_a_hundred_characters"}}));
    }
    auto const persons = people::search(work, typed, kMostFound);
    if (!persons) return refuse(persons.error());
    auto const locations = places::search(work, typed, kMostFound);
    if (!locations) return refuse(locations.error());
    JsonArray person_rows;
    for (auto const& person : *persons) {
        std::vector<std::string> parts;
        for (auto const* part : {&person.line, &person.town, &person.postcode}) {
            if (!part->empty()) parts.push_back(*part);
        }
        person_rows.push_back(JsonObject{{"id", person.id.value},
                                         {"given_names", person.given_names},
                                         {"family_name", person.family_name},
                                         {"date_of_birth", or_null(person.date_of_birth)},
                                         {"address", join(parts, ", ")},
                                         {"open_cases", open_cases(work, person.id)}});
    }
    JsonArray place_rows;
    for (auto const& place : *locations) {
        place_rows.push_back(JsonObject{{"id", place.id.value},
                                        {"kind", place.kind},
                                        {"name", place.name},
                                        {"line", place.line},
                                        {"town", place.town},
                                        {"postcode", place.postcode},
                                        {"open_cases", open_cases(work, place.id)}});
    }
    return ok(JsonObject{{"people", std::move(person_rows)},
                         {"places", std::move(place_rows)},
                         {"cases", cases_found(work, typed)}});
}

}  // namespace

std::vector<Route> record_routes() {
    using enum access::Permission;
    auto const edit = Precondition::IfMatch;
    auto const none = Precondition::None;
    return {
        {"POST", "/people/matches", SearchRecords, "person.match", match_people},
        {"POST", "/people", WorkOnCases, "person.create", create_person, Mode::Write, none,
         Create::Yes},
        {"GET", "/people/{id}", ReadCases, "person.read", get_person},
        {"PUT", "/people/{id}", WorkOnCases, "person.change", update_person, Mode::Write, edit},
        {"POST", "/places/matches", SearchRecords, "place.match", match_places},
        {"POST", "/places", WorkOnCases, "place.create", create_place, Mode::Write, none,
         Create::Yes},
        {"GET", "/places/{id}", ReadCases, "place.read", get_place},
        {"PUT", "/places/{id}", WorkOnCases, "place.change", update_place, Mode::Write, edit},
        {"GET", "/search", SearchRecords, "search", search},
    };
}

}  // namespace waymark::http
