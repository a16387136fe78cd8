#pragma once

// Statements on cases themselves: opening, reading, changing, ending.

#include "access/scopes.h"
#include "store/store.h"

namespace waymark::cases::sql {

extern store::Sql const kNextReference;
extern store::Sql const kHasReference;
extern store::Sql const kInsertCase;
extern store::Sql const kInsertStageChange;
extern access::ScopedSql const kFind;
extern access::ScopedSql const kFindByReference;
// Guarded by the revision that was read: no row is changed when it is not the present one.
extern store::Sql const kUpdateCase;
extern store::Sql const kTouchCase;
extern store::Sql const kChangeStage;
extern store::Sql const kCloseCase;
extern store::Sql const kReopenCase;
extern store::Sql const kTransferCase;

extern store::Sql const kTransferActions;
extern store::Sql const kInsertTransfer;
extern store::Sql const kStageHistory;
extern store::Sql const kObstacles;

}  // namespace waymark::cases::sql
