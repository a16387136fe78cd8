#pragma once

// Statements that follow from whom a user knows to the cases that this closes.

#include "store/store.h"

namespace waymark::cases::sql {

extern store::Sql const kInCasesWith;
extern store::Sql const kCasesWith;
extern store::Sql const kPlacesIn;
extern store::Sql const kCasesAt;
extern store::Sql const kPeopleAndPlacesIn;
extern store::Sql const kEndLead;
extern store::Sql const kLetActionsGo;

}  // namespace waymark::cases::sql
