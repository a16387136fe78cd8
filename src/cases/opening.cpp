// Opening a case.

#include "access/directory.h"
#include "cases/case_people.h"
#include "cases/cases.h"
#include "cases/conflicts.h"
#include "cases_sql.h"
#include "filing.h"
#include "involving.h"
#include "standing.h"

#include <algorithm>
#include <set>

namespace waymark::cases {

namespace {

using programmes::Definition;

// The hub areas' officers open cases in their areas, a team's in the area of the team.
bool may_open_in(access::Work& work, AreaId const& area) {
    using access::Permission;
    if (work.actor().may_in(Permission::RunCases, area)) return true;
    auto const& teams = work.actor().teams;
    return std::any_of(teams.begin(), teams.end(), [&](TeamId const& id) {
        if (!work.actor().may_at(Permission::RunCases, id.value)) return false;
        auto const team = access::team(work, id);
        return team && team->area == area;
    });
}

// The mistakes in what is asked for, apart from those that the programme decides.
std::vector<FieldError> mistakes_in(access::Work& work, NewCase const& request, Date opened_on) {
    std::vector<FieldError> mistakes;
    check_text(mistakes, "title", request.title, kLongestTitle, Needed::Yes);
    check_day(mistakes, "opened_on", work, opened_on);
    check_lead(mistakes, work, request.lead_agency_id, request.lead_user_id);
    if (mistakes.empty()) check_lead_terms(mistakes, work, request.lead_agency_id);
    return mistakes;
}

void check_people(std::vector<FieldError>& mistakes, access::Work& work,
                  Definition const& definition, NewCase const& request) {
    std::set<std::pair<PersonId, std::string>> seen;
    for (std::size_t i = 0; i < request.people.size(); ++i) {
        auto const& person = request.people[i];
        auto const at = "people[" + std::to_string(i) + "].";
        check_person(mistakes, at, work, definition, person);
        if (!seen.insert({person.person_id, person.role}).second) {
            mistakes.push_back({at + "person_id", "repeated"});
        }
    }
}

void check_places(std::vector<FieldError>& mistakes, access::Work& work, NewCase const& request) {
    std::set<std::pair<PlaceId, std::string>> seen;
    for (std::size_t i = 0; i < request.places.size(); ++i) {
        auto const& place = request.places[i];
        auto const at = "places[" + std::to_string(i) + "].";
        check_place(mistakes, at, work, place);
        if (!seen.insert({place.place_id, place.role}).second) {
            mistakes.push_back({at + "place_id", "repeated"});
        }
    }
}

void check_programme(std::vector<FieldError>& mistakes, access::Work& work,
                     Definition const& definition, NewCase const& request, Date opened_on) {
    check_code(mistakes, "subject_kind", request.subject_kind, definition.lists.subject_kinds,
               opened_on);
    check_people(mistakes, work, definition, request);
    check_given_answers(mistakes, definition, programmes::Point::Opening, opened_on, {},
                        request.answers);
}

// SCA-2026-4147: by hub and year of opening. The counter holds others who draw until this is done,
// and says how long numbers must be.
std::string next_reference(access::Work& work, access::Area const& area, int year) {
    auto const used = work.tx().first(sql::kNextReference, {area.id, year})->integer("last");
    auto const before = area.code + "-" + std::to_string(year) + "-";
    for (;;) {
        auto reference = before + drawn_number(used);
        if (!work.tx().first(sql::kHasReference, {reference})) return reference;
    }
}

CaseId insert_case(access::Work& work, NewCase const& request, access::Area const& area,
                   Definition const& definition, Date opened_on) {
    auto const id = new_id<CaseId>(work.clock().now);
    auto const next_review = add_days(opened_on, definition.timings.review_every_days);
    auto const& stage = definition.first_stage().code;
    auto const& ref = definition.ref;
    work.tx().execute(sql::kInsertCase,
                      {id, next_reference(work, area, year_of(opened_on)), work.actor().partnership,
                       area.id, ref.code, ref.version, ref.extension, request.title,
                       request.subject_kind, stage, to_text(opened_on), request.lead_agency_id,
                       request.lead_user_id, to_text(next_review), work.now(), work.actor().user});
    work.tx().execute(sql::kInsertStageChange,
                      {new_uuid(work.clock().now), id, "", stage, "",
                       to_text(instant_on(work, opened_on)), work.actor().user});
    return id;
}

// What the opening says in the chronology: the case, then who and what came with it.
std::vector<NewEntry> entries_of(access::Work& work, NewCase const& request,
                                 Definition const& definition, Date opened_on) {
    auto const at = instant_on(work, opened_on);
    auto const& ref = definition.ref;
    std::vector<NewEntry> entries = {{
        .kind = "opened",
        .detail = ref.code + "," + ref.version + "," + ref.extension + "," +
                  definition.first_stage().code,
        .about_id = request.lead_agency_id.value,
        .happened_at = at,
    }};
    for (auto const& person : request.people) {
        entries.push_back({.kind = "person",
                           .detail = "added," + person.role,
                           .about_id = person.person_id.value,
                           .happened_at = at});
    }
    for (auto const& place : request.places) {
        entries.push_back({.kind = "place",
                           .detail = "added," + place.role,
                           .about_id = place.place_id.value,
                           .happened_at = at});
    }
    return entries;
}

void insert_all(access::Work& work, NewCase const& request, CaseId const& id, Date opened_on) {
    store_answers(work, id, request.answers);
    for (auto const& person : request.people) insert_person(work, id, person, opened_on);
    for (auto const& place : request.places) insert_place(work, id, place, opened_on);
}

bool knows_one_of(access::Work& work, UserId const& user,
                  std::vector<OpeningPerson> const& people) {
    return std::any_of(people.begin(), people.end(), [&](OpeningPerson const& one) {
        return access::users_concerned_by(work.tx(), one.person_id.value).contains(user);
    });
}

}  // namespace

Result<CaseId> open(access::Work& work, programmes::Catalogue const& catalogue,
                    NewCase const& request) {
    if (!work.actor().may(access::Permission::RunCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    auto const opened_on = request.opened_on.value_or(work.clock().today);
    auto const area = access::area(work, request.area_id);
    if (area && !may_open_in(work, area->id)) return Error{Refusal::Forbidden, "not_your_area"};

    auto mistakes = mistakes_in(work, request, opened_on);
    check_places(mistakes, work, request);
    if (!area || !area->valid.covers(opened_on)) {
        mistakes.push_back({"area_id", "not_offered"});
        return invalid(std::move(mistakes));
    }
    auto const ref = catalogue.current(request.programme_code, area->code, opened_on);
    if (!ref) {
        mistakes.push_back({"programme_code", "not_offered"});
        return invalid(std::move(mistakes));
    }
    auto const& definition = definition_of(catalogue, *ref);
    check_programme(mistakes, work, definition, request, opened_on);
    if (request.lead_user_id && knows_one_of(work, *request.lead_user_id, request.people)) {
        mistakes.push_back({"lead_user_id", "not_offered"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));

    auto const id = insert_case(work, request, *area, definition, opened_on);
    insert_all(work, request, id, opened_on);
    auto entries = entries_of(work, request, definition, opened_on);
    if (brought_in_by_leading(work, request.lead_agency_id)) {
        entries.push_back(insert_lead_as_partner(work, id, request.lead_agency_id, opened_on));
    }
    write_entries(work, id, entries);
    refile(work, id);
    follow_conflicts(work, id);
    work.note({"case.create", "case", id.value, 1, ref->code + "," + ref->version});
    return id;
}

}  // namespace waymark::cases
