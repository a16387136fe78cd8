#pragma once

// The statements of places. What reads is bounded by the reader's scopes; kFiled alone reads what
// is shown to nobody.

#include "access/scopes.h"
#include "store/store.h"

#include <cstddef>

namespace waymark::places::sql {

// How many keys one insert takes; the rest are NULL.
constexpr std::size_t kKeysAtOnce = 16;

extern access::IdsSql const kRecords;

extern access::ScopedSql const kUnderKey;
extern access::ScopedSql const kUnderPrefix;

extern store::Sql const kInsert;
extern store::Sql const kUpdate;

extern store::Sql const kHold;
extern store::Sql const kInsertScope;
extern store::Sql const kInsertKeys;
extern store::Sql const kDeleteKeys;

extern store::Sql const kFiled;
extern store::Sql const kDeleteScope;
extern store::Sql const kDeleteKeysIn;

}  // namespace waymark::places::sql
