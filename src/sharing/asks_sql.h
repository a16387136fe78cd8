#pragma once

// Statements on sharing_ask.

#include "store/store.h"

namespace waymark::sharing::sql {

extern store::Sql const kInsertAsk;
extern store::Sql const kAskedBy;
extern store::Sql const kWaiting;
extern store::Sql const kAsk;
extern store::Sql const kDecide;

}  // namespace waymark::sharing::sql
