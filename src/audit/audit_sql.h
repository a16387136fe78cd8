#pragma once

// Every statement on the audit_* tables.

#include "store/store.h"

namespace waymark::audit::sql {

extern store::Sql const kTakeHead;
extern store::Sql const kSetHead;
extern store::Sql const kReadHead;
extern store::Sql const kInsert;
extern store::Sql const kAbout;
extern store::Sql const kChangesSince;
extern store::Sql const kWholeChain;
extern store::Sql const kRoleCouldRewrite;  // PostgreSQL

}  // namespace waymark::audit::sql
