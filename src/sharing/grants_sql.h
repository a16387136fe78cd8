#pragma once

// Statements on sharing_grant and sharing_emergency.

#include "store/store.h"

namespace waymark::sharing::sql {

extern store::Sql const kInsertGrant;
extern store::Sql const kGrantsOn;
extern store::Sql const kNarrow;
extern store::Sql const kEnd;
extern store::Sql const kEndWith;
extern store::Sql const kFilings;
extern store::Sql const kOver;
extern store::Sql const kNextEnd;
extern store::Sql const kInsertEmergency;
extern store::Sql const kEmergencies;
extern store::Sql const kEmergency;
extern store::Sql const kReview;

}  // namespace waymark::sharing::sql
