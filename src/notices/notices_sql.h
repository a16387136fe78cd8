#pragma once

// Every statement on notice.

#include "store/store.h"

namespace waymark::notices::sql {

extern store::Sql const kInsert;
extern store::Sql const kMine;
extern store::Sql const kSee;
extern store::Sql const kIsMine;

}  // namespace waymark::notices::sql
