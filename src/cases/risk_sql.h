#pragma once

// Statements on risk assessments.

#include "store/store.h"

namespace waymark::cases::sql {

extern store::Sql const kInsertRisk;
extern store::Sql const kInsertRiskAnswer;
extern store::Sql const kRisks;
extern store::Sql const kRisk;
extern store::Sql const kRiskAnswers;
extern store::Sql const kLastAssessedOn;
extern store::Sql const kSetRisk;

}  // namespace waymark::cases::sql
