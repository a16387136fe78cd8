#pragma once

// Every statement on the tables safe_address*.

#include "store/store.h"

namespace waymark::safe_addresses::sql {

extern store::Sql const kInsert;
extern store::Sql const kKeptFor;
extern store::Sql const kFind;
extern store::Sql const kBody;
extern store::Sql const kEnd;
extern store::Sql const kInsertReveal;
extern store::Sql const kReveals;
extern store::Sql const kReveal;
extern store::Sql const kDecide;
extern store::Sql const kLimit;
extern store::Sql const kAny;

}  // namespace waymark::safe_addresses::sql
