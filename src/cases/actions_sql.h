#pragma once

// Statements on the plan of a case, and on open actions of many cases.

#include "access/scopes.h"
#include "store/store.h"

namespace waymark::cases::sql {

extern store::Sql const kActions;
extern store::Sql const kCountOpen;
extern store::Sql const kAction;
extern store::Sql const kInsertAction;
// Guarded by the revision that was read.
extern store::Sql const kUpdateAction;
extern store::Sql const kRecordResult;

// Open actions by due date: $1 whose, $2 the last due date, $3 limit.
extern access::ScopedSql const kOpenOfUser;
extern access::ScopedSql const kOpenOfAgency;
extern access::ScopedSql const kOpenOfArea;
// Those for which nobody is named: $1 agency, $2 limit.
extern access::ScopedSql const kUnnamedOfAgency;
// How many: $1 and $2 as above.
extern access::ScopedSql const kCountOpenOfUser;
extern access::ScopedSql const kCountOpenOfAgency;
extern access::ScopedSql const kCountUnnamedOfAgency;
extern access::ScopedSql const kCountOpenOfArea;

}  // namespace waymark::cases::sql
