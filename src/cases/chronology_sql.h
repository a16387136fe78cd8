#pragma once

// Statements on the chronology.

#include "store/store.h"

namespace waymark::cases::sql {

// $1 case, $2 and $3 the cursor, $4 limit.
extern store::Sql const kEntries;
// The same for some kinds only: $5 to $10, empty where fewer are asked for.
extern store::Sql const kEntriesOfKinds;
extern store::Sql const kCountIncidents;

}  // namespace waymark::cases::sql
