#pragma once

// The directory's statements on the org_*, user_*, role_* and access_* tables.

#include "store/store.h"

namespace waymark::access::sql {

extern store::Sql const kInsertPartnership;
extern store::Sql const kPartnerships;
extern store::Sql const kPartnership;
extern store::Sql const kInsertScope;
extern store::Sql const kScopeNumber;
extern store::Sql const kAreas;
extern store::Sql const kArea;
extern store::Sql const kInsertArea;
extern store::Sql const kUpdateArea;
extern store::Sql const kAgencies;
extern store::Sql const kAgency;
extern store::Sql const kInsertAgency;
extern store::Sql const kUpdateAgency;
extern store::Sql const kTeams;
extern store::Sql const kTeam;
extern store::Sql const kInsertTeam;
extern store::Sql const kUpdateTeam;
extern store::Sql const kColleagues;
extern store::Sql const kColleague;
extern store::Sql const kEveryColleague;
extern store::Sql const kRolesHeld;
extern store::Sql const kRunsHubs;

}  // namespace waymark::access::sql
