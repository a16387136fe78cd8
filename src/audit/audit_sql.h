#pragma once

// Every statement on the audit_* tables.

#include "store/store.h"

namespace waymark::audit::sql {

extern store::Sql const kTakeHead;
extern store::Sql const kSetHead;
extern store::Sql const kReadHead;
extern store::Sql const kInsert;
extern store::Sql const kAbout;
extern store::Sql const kActorsOn;
extern store::Sql const kBy;
extern store::Sql const kWholeEntry;
extern store::Sql const kChangesSince;
extern store::Sql const kChainAfter;
extern store::Sql const kRoleCouldRewrite;  // PostgreSQL
extern store::Sql const kHashes;
extern store::Sql const kNodes;
extern store::Sql const kCountNodes;
extern store::Sql const kInsertNode;
extern store::Sql const kInsertCheckpoint;
extern store::Sql const kNewestCheckpoint;
extern store::Sql const kCheckpointOf;
extern store::Sql const kCheckpointsAfter;
extern store::Sql const kWitnessedSize;
extern store::Sql const kCosignatures;
extern store::Sql const kInsertCosignature;
extern store::Sql const kWitnesses;
extern store::Sql const kWitnessNamed;
extern store::Sql const kInsertWitness;
extern store::Sql const kEndWitness;
extern store::Sql const kWitnessSeen;
extern store::Sql const kShownUpTo;
extern store::Sql const kSetShownUpTo;
extern store::Sql const kShownBetween;
extern store::Sql const kInsertShown;

}  // namespace waymark::audit::sql
