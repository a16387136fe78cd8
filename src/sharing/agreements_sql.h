#pragma once

// Statements on sharing_code, sharing_limit and sharing_agreement*.

#include "store/store.h"

namespace waymark::sharing::sql {

extern store::Sql const kCodes;
extern store::Sql const kLimit;
extern store::Sql const kAgreements;
extern store::Sql const kParties;
extern store::Sql const kAgreementCodes;
extern store::Sql const kInsertAgreement;
extern store::Sql const kChangeAgreement;
extern store::Sql const kInsertParty;
extern store::Sql const kInsertAgreementCode;
extern store::Sql const kDeleteParties;
extern store::Sql const kDeleteAgreementCodes;

}  // namespace waymark::sharing::sql
