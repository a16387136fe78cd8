#pragma once

// The statements of people. What reads is bounded by the reader's scopes, or reads what belongs to
// a person that such a statement has just given; kFiled alone reads what is shown to nobody.

#include "access/scopes.h"
#include "store/store.h"

#include <cstddef>

namespace waymark::people::sql {

// How many keys one insert takes; the rest are NULL.
constexpr std::size_t kKeysAtOnce = 16;

extern access::IdsSql const kRecords;
extern access::IdsSql const kSummaries;
extern access::IdsSql const kAliases;
extern access::IdsSql const kAddresses;

extern access::ScopedSql const kUnderKey;
extern access::ScopedSql const kUnderPrefix;

extern store::Sql const kInsert;
extern store::Sql const kUpdate;
extern store::Sql const kInsertAlias;
extern store::Sql const kInsertAddress;
extern store::Sql const kDeleteAliases;
extern store::Sql const kDeleteAddresses;

extern store::Sql const kHold;
extern store::Sql const kInsertScope;
extern store::Sql const kInsertKeys;
extern store::Sql const kDeleteKeys;

extern store::Sql const kFiled;
extern store::Sql const kDeleteScope;
extern store::Sql const kDeleteKeysIn;

}  // namespace waymark::people::sql
