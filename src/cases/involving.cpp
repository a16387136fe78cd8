#include "involving.h"

#include "case_people_sql.h"
#include "people/people.h"
#include "places/places.h"

#include <algorithm>

namespace waymark::cases {

namespace {

// The longest note beside a person in a case.
constexpr std::size_t kLongestNote = 500;

bool offers_place_role(std::string_view role) {
    auto const& roles = place_roles();
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

}  // namespace

std::vector<std::string_view> const& place_roles() {
    static std::vector<std::string_view> const roles = {"where_it_happens", "home_of_victim",
                                                        "home_of_alleged_perpetrator", "linked"};
    return roles;
}

void check_person(std::vector<FieldError>& mistakes, std::string const& at, access::Work& work,
                  programmes::Definition const& definition, OpeningPerson const& person) {
    if (people::summaries(work, {person.person_id}).empty()) {
        mistakes.push_back({at + "person_id", "not_found"});
    }
    if (!definition.has_role(person.role)) mistakes.push_back({at + "role", "not_offered"});
    check_text(mistakes, at + "note", person.note, kLongestNote, Needed::No);
}

void check_place(std::vector<FieldError>& mistakes, std::string const& at, access::Work& work,
                 OpeningPlace const& place) {
    if (places::summaries(work, {place.place_id}).empty()) {
        mistakes.push_back({at + "place_id", "not_found"});
    }
    if (!offers_place_role(place.role)) mistakes.push_back({at + "role", "not_offered"});
}

CasePersonId insert_person(access::Work& work, CaseId const& id, OpeningPerson const& person,
                           Date from_on) {
    auto const row = new_id<CasePersonId>(work.clock().now);
    work.tx().execute(sql::kInsertPerson,
                      {row, id, person.person_id, person.role, person.is_subject, person.note,
                       to_text(from_on), work.actor().user});
    return row;
}

CasePlaceId insert_place(access::Work& work, CaseId const& id, OpeningPlace const& place,
                         Date from_on) {
    auto const row = new_id<CasePlaceId>(work.clock().now);
    work.tx().execute(sql::kInsertPlace, {row, id, place.place_id, place.role, place.is_subject,
                                          to_text(from_on), work.actor().user});
    return row;
}

bool brought_in_by_leading(access::Work const& work, AgencyId const& lead) {
    // The system has no agency: what it opens, it opens to nobody but the hub.
    return !work.actor().agency.empty() && lead != work.actor().agency;
}

void check_lead_terms(std::vector<FieldError>& mistakes, access::Work& work, AgencyId const& lead) {
    if (brought_in_by_leading(work, lead) && !sharing::usual_terms(work, lead)) {
        mistakes.push_back({"lead_agency_id", "no_agreement"});
    }
}

sharing::GrantId give_to(access::Work& work, NewPartner const& partner) {
    auto const& team = partner.team_id;
    return sharing::give(work, {.record_id = partner.case_id.value,
                                .to = team ? sharing::To::Team : sharing::To::Agency,
                                .to_id = team ? team->value : partner.agency_id.value,
                                .depth = sharing::Depth::Content,
                                .terms = partner.terms,
                                .reason = partner.reason,
                                .origin = sharing::Origin::Partner});
}

CasePartnerId insert_partner(access::Work& work, NewPartner const& partner, Date from_on) {
    auto const id = new_id<CasePartnerId>(work.clock().now);
    work.tx().execute(sql::kInsertPartner,
                      {id, partner.case_id, partner.agency_id, partner.team_id, partner.reason,
                       to_text(from_on), work.actor().user, give_to(work, partner)});
    return id;
}

NewEntry insert_lead_as_partner(access::Work& work, CaseId const& id, AgencyId const& agency,
                                Date from_on) {
    insert_partner(
        work, {.case_id = id, .agency_id = agency, .terms = *sharing::usual_terms(work, agency)},
        from_on);
    return {.kind = "partner",
            .detail = "brought_in",
            .about_id = agency.value,
            .happened_at = instant_on(work, from_on)};
}

bool is_partner(access::Work& work, CaseId const& id, AgencyId const& agency,
                CasePartnerId const& without) {
    return work.tx().first(sql::kIsPartner, {id, agency, without}).has_value();
}

bool is_in_case(access::Work& work, Standing const& standing, AgencyId const& agency,
                CasePartnerId const& without) {
    if (agency == standing.lead_agency_id) return true;
    if (is_partner(work, standing.id, agency, without)) return true;
    return agency == work.actor().agency &&
           work.actor().may_in(access::Permission::WorkOnCases, standing.area_id);
}

bool has_person(access::Work& work, CaseId const& id, PersonId const& person) {
    return work.tx().first(sql::kHasPerson, {id, person, ""}).has_value();
}

bool has_place(access::Work& work, CaseId const& id, PlaceId const& place) {
    return work.tx().first(sql::kHasPlace, {id, place, ""}).has_value();
}

}  // namespace waymark::cases
