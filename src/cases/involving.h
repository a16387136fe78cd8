#pragma once

// Putting people, places and agencies into a case: shared by opening a case and by changing who is
// in it.

#include "cases/case_people.h"
#include "standing.h"

namespace waymark::cases {

// Adds not_found, not_offered, too_long, not_clean_text, with `at` before the field's name.
void check_person(std::vector<FieldError>& mistakes, std::string const& at, access::Work& work,
                  programmes::Definition const& definition, OpeningPerson const& person);
void check_place(std::vector<FieldError>& mistakes, std::string const& at, access::Work& work,
                 OpeningPlace const& place);

CasePersonId insert_person(access::Work& work, CaseId const& id, OpeningPerson const& person,
                           Date from_on);
CasePlaceId insert_place(access::Work& work, CaseId const& id, OpeningPlace const& place,
                         Date from_on);

// An agency that is given the lead by somebody of another one is brought in as a partner. Who leads
// for their own agency sees the case through the hub: opening it to the whole of a large council
// would show one hub's cases to all the others.
bool brought_in_by_leading(access::Work const& work, AgencyId const& lead);
// Adds `lead_agency_id` no_agreement when no agreement in force lets it be brought in.
void check_lead_terms(std::vector<FieldError>& mistakes, access::Work& work, AgencyId const& lead);
// Under the usual terms between the two agencies. The entry that tells of it.
NewEntry insert_lead_as_partner(access::Work& work, CaseId const& id, AgencyId const& agency,
                                Date from_on);

// Gives the agency or team what a partner sees; the partner itself, with its grant.
sharing::GrantId give_to(access::Work& work, NewPartner const& partner);
CasePartnerId insert_partner(access::Work& work, NewPartner const& partner, Date from_on);

// Whether the agency, or a team of it, is a partner now; not counting one that is about to end.
bool is_partner(access::Work& work, CaseId const& id, AgencyId const& agency,
                CasePartnerId const& without = {});
// Whether the agency may be given actions: it leads, is a partner, or is that of a hub worker who
// asks.
bool is_in_case(access::Work& work, Standing const& standing, AgencyId const& agency,
                CasePartnerId const& without = {});
// Whether somebody or somewhere is in the case now, in whatever role.
bool has_person(access::Work& work, CaseId const& id, PersonId const& person);
bool has_place(access::Work& work, CaseId const& id, PlaceId const& place);

}  // namespace waymark::cases
