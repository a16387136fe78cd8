#pragma once

// The statements of referrals. What shows a referral is bounded by the reader's scopes, or by being
// the reader's own draft; what changes one is guarded by the revision that was read.

#include "access/scopes.h"
#include "store/store.h"

#include <cstddef>

namespace waymark::referrals::sql {

extern access::ScopedSql const kFind;
extern access::IdsSql const kSummaries;
extern access::ScopedSql const kAllWaiting;
extern access::ScopedSql const kAllDecided;
extern access::ScopedSql const kWaiting;
extern access::ScopedSql const kDecided;
// $1: today; $2: the area.
extern access::ScopedSql const kCountWaiting;
extern access::ScopedSql const kCountWaitingIn;
extern store::Sql const kDrafts;
extern store::Sql const kCountDrafts;
extern store::Sql const kPeople;

extern store::Sql const kInsertDraft;
extern store::Sql const kSaveDraft;
extern store::Sql const kDiscard;

extern store::Sql const kOwnedWaiting;
extern store::Sql const kHold;
extern store::Sql const kNextReference;
extern store::Sql const kHasReference;
extern store::Sql const kSend;
extern store::Sql const kInsertPerson;
extern store::Sql const kFile;

extern store::Sql const kSetOwner;
extern store::Sql const kChoose;
extern store::Sql const kRaiseRevision;
extern store::Sql const kDecide;
extern store::Sql const kRefile;
extern store::Sql const kTold;
extern store::Sql const kEscalate;

extern store::Sql const kFindImported;
extern store::Sql const kInsertImported;

}  // namespace waymark::referrals::sql
