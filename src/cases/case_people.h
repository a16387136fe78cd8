#pragma once

// The people, places and partner agencies of a case.
//
// Whoever may see the case may know of the people and places in it: they are filed under the same
// scopes. Nothing is deleted: what ends has a last day. The refusals that every use case shares
// stand at the top of cases.h.

#include "cases/cases.h"
#include "sharing/grants.h"

#include <string_view>
#include <vector>

namespace waymark::cases {

using CasePersonId = Id<struct CasePersonTag>;
using CasePlaceId = Id<struct CasePlaceTag>;
using CasePartnerId = Id<struct CasePartnerTag>;

// A person in one role. The same person may have several. Who it is, `people` says.
struct CasePerson {
    CasePersonId id;
    PersonId person_id;
    std::string role;  // of the programme
    bool is_subject;   // whom the case is about
    std::string note;
    Date from_on;
    std::optional<Date> to_on;  // the last day
    std::int64_t revision;
};

struct CasePlace {
    CasePlaceId id;
    PlaceId place_id;
    std::string role;  // one of place_roles()
    bool is_subject;
    Date from_on;
    std::optional<Date> to_on;
    std::int64_t revision;
};

struct CasePartner {
    CasePartnerId id;
    AgencyId agency_id;
    std::string agency_name;
    std::optional<TeamId> team_id;  // when only that team was brought in
    std::string team_name;
    std::string reason;
    Date from_on;
    std::optional<Date> to_on;
    std::int64_t revision;
};

// where_it_happens, home_of_victim, home_of_alleged_perpetrator, linked.
std::vector<std::string_view> const& place_roles();

// Present ones first, then those that ended; each by when they came.
Result<std::vector<CasePerson>> people(access::Work& work, CaseId const& id);
Result<std::vector<CasePlace>> places(access::Work& work, CaseId const& id);
Result<std::vector<CasePartner>> partners(access::Work& work, CaseId const& id);

// Every case that the actor may see in which the person or place is or was; newest first, at most
// kMostRows.
struct Involvement {
    CaseSummary in_case;
    std::string role;
    bool is_subject;
    std::optional<Date> to_on;
};
Result<std::vector<Involvement>> cases_of(access::Work& work, PersonId const& person);
Result<std::vector<Involvement>> cases_of(access::Work& work, PlaceId const& place);

// Need WorkOnCases. Refuse with Invalid: `person_id`, `place_id` not_found, `role` not_offered,
// `note` too_long, not_clean_text; with Conflict `already_in_case` when there in that role now.
Result<CasePersonId> add_person(access::Work& work, programmes::Catalogue const& catalogue,
                                CaseId const& id, OpeningPerson const& person);
Result<CasePlaceId> add_place(access::Work& work, CaseId const& id, OpeningPlace const& place);

struct PersonChange {
    CaseId case_id;
    CasePersonId id;
    std::int64_t revision;
    std::string role;
    bool is_subject;
    std::string note;
};
// Need WorkOnCases. Refuse with NotFound `no_such_person_in_case` or `no_such_place_in_case`, and
// with Conflict `already_ended`.
Result<std::int64_t> change_person(access::Work& work, programmes::Catalogue const& catalogue,
                                   PersonChange const& request);
// Ends today; updates agreed with the person end with their last role.
Result<Done> end_person(access::Work& work, CaseId const& case_id, CasePersonId const& id,
                        std::int64_t revision);
Result<Done> end_place(access::Work& work, CaseId const& case_id, CasePlaceId const& id,
                       std::int64_t revision);

struct NewPartner {
    CaseId case_id;
    AgencyId agency_id;
    std::optional<TeamId> team_id = std::nullopt;  // only that team, rather than the whole agency
    std::string reason = {};
    sharing::Terms terms = {};
};
// Lets an agency, or one team of it, see and work on the case from now on, by a grant at content
// depth that ends with its terms. Needs running. Refuses with Invalid `agency_id` not_offered,
// `team_id` not_in_agency, `reason` required, too_long, not_clean_text, and what is wrong with the
// terms (sharing/grants.h); with Conflict `already_in_case`.
Result<CasePartnerId> bring_in_partner(access::Work& work, NewPartner const& request);

// Puts the terms of a partner who stays anew: the former grant is replaced. Needs running. Refuses
// with NotFound `no_such_partner`, Conflict `already_ended`, Stale, and what is wrong with the
// terms. Gives the new revision.
struct PartnerRenewal {
    CaseId case_id;
    CasePartnerId id;
    std::int64_t revision;
    std::string reason;
    sharing::Terms terms;
};
Result<std::int64_t> renew_partner(access::Work& work, PartnerRenewal const& request);

// Ends today: from then on the case does not exist for them. Needs running. Refuses with NotFound
// `no_such_partner`, Conflict `already_ended`, Stale, or Conflict `partner_has_open_actions` when
// the agency would leave actions behind that are its own.
Result<Done> end_partner(access::Work& work, CaseId const& case_id, CasePartnerId const& id,
                         std::int64_t revision);

}  // namespace waymark::cases
