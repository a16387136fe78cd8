#pragma once

// Statements on reviews and on updates to victims.

#include "store/store.h"

namespace waymark::cases::sql {

extern store::Sql const kInsertReview;
extern store::Sql const kReviews;
extern store::Sql const kSetNextReview;

extern store::Sql const kInsertAgreement;
extern store::Sql const kAgreements;
extern store::Sql const kAgreement;
extern store::Sql const kSetNextDue;  // guarded by the revision that was read
extern store::Sql const kInsertUpdate;
extern store::Sql const kUpdates;
extern store::Sql const kEndOtherAgreements;
extern store::Sql const kFollowUpdatesDue;
extern store::Sql const kHasOneToBeTold;

}  // namespace waymark::cases::sql
