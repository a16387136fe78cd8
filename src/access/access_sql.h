#pragma once

// Every statement on the org_*, user_*, role_* and access_* tables that the gate and sign-in use.
// Those of the directory are in directory_sql.h.

#include "store/store.h"

namespace waymark::access::sql {

extern store::Sql const kSession;
extern store::Sql const kUser;
extern store::Sql const kHasLapsed;
extern store::Sql const kRolesAndScopes;
extern store::Sql const kScopeOf;
extern store::Sql const kTouchSession;
extern store::Sql const kEndNoLaterThan;
extern store::Sql const kSetNextEnd;
extern store::Sql const kCredentials;
extern store::Sql const kInsertSession;
extern store::Sql const kDeleteSession;
extern store::Sql const kDeleteSessionsOfUser;
extern store::Sql const kDeleteOldSessions;
extern store::Sql const kFailures;
extern store::Sql const kCountFailure;
extern store::Sql const kForgetFailures;
extern store::Sql const kForgetOldFailures;

}  // namespace waymark::access::sql
