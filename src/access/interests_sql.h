#pragma once

// Statements on access_interest and access_shut_out.

#include "store/store.h"

namespace waymark::access::sql {

extern store::Sql const kHoldConflicts;
extern store::Sql const kInsertInterest;
extern store::Sql const kInterests;  // $1: the partnership, $2: the reader
extern store::Sql const kInterest;
extern store::Sql const kEndInterest;
extern store::Sql const kHasInterest;
extern store::Sql const kPeopleKnownTo;
extern store::Sql const kUsersConcernedBy;
extern store::Sql const kClosedTo;
extern store::Sql const kOpenAll;
extern store::Sql const kClose;

}  // namespace waymark::access::sql
