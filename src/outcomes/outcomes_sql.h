#pragma once

// Every statement on outcome_* tables. None is scoped: the use cases ask `cases` first whether the
// actor may see the case.

#include "store/store.h"

namespace waymark::outcomes::sql {

extern store::Sql const kInsertMeasure;
extern store::Sql const kMeasures;
extern store::Sql const kIsMeasuredAtOpening;
extern store::Sql const kPutOpeningCore;
extern store::Sql const kPutClosingCore;
extern store::Sql const kOpeningRisk;
extern store::Sql const kSetOpeningRisk;

extern store::Sql const kInsertGoal;
extern store::Sql const kGoals;
extern store::Sql const kHasGoal;
extern store::Sql const kSetGoalResult;
extern store::Sql const kSetFirstGoalResult;
extern store::Sql const kCountGoals;

extern store::Sql const kFileDemand;
extern store::Sql const kFileDemandAgain;
extern store::Sql const kDemandOf;
extern store::Sql const kDemandDue;
extern store::Sql const kSetDemand;
extern store::Sql const kTriedDemand;
extern store::Sql const kDropAfter;

}  // namespace waymark::outcomes::sql
