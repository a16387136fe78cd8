#pragma once

// Statements on the people, places and partners of a case.

#include "access/scopes.h"
#include "store/store.h"

namespace waymark::cases::sql {

extern store::Sql const kInsertPerson;
extern store::Sql const kInsertPlace;
extern store::Sql const kInsertPartner;
extern store::Sql const kPeople;
extern store::Sql const kPlaces;
extern store::Sql const kPartners;
extern store::Sql const kPerson;
extern store::Sql const kPlace;
extern store::Sql const kPartner;
extern store::Sql const kChangePerson;
extern store::Sql const kEndPerson;
extern store::Sql const kEndPlace;
extern store::Sql const kEndPartner;

// Present ones; $3 is a role, or empty for any.
extern store::Sql const kRenewPartner;
extern store::Sql const kHasPerson;
extern store::Sql const kHasPlace;
// $2 an agency; $3 one of its teams or nothing for the agency as a whole.
extern store::Sql const kHasPartner;
// $2 an agency that is in it by another row than $3.
extern store::Sql const kIsPartner;
extern store::Sql const kOpenActionsOfAgency;
extern store::Sql const kEndAgreementsOf;

extern access::ScopedSql const kCasesOfPerson;
extern access::ScopedSql const kCasesOfPlace;

}  // namespace waymark::cases::sql
