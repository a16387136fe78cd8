#pragma once

// Statements that every use case of this module shares.

#include "access/scopes.h"
#include "store/store.h"

namespace waymark::cases::sql {

// $1 case. The row, when the reader may see it.
extern access::ScopedSql const kStanding;
// The same, and nobody else changes the case until the transaction ends.
extern access::ScopedSql const kHold;

extern store::Sql const kRaiseRevision;
extern store::Sql const kInsertEntry;
extern store::Sql const kAnswers;
extern store::Sql const kDeleteAnswer;
extern store::Sql const kInsertAnswer;

}  // namespace waymark::cases::sql
