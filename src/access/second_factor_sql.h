#pragma once

// Statements on user_second_factor, user_code_taken and user_recovery_code.

#include "store/store.h"

namespace waymark::access::sql {

extern store::Sql const kSecondFactor;
extern store::Sql const kEmailOf;
extern store::Sql const kSetPendingSecret;
extern store::Sql const kConfirmSecret;
extern store::Sql const kReplaceSecrets;
extern store::Sql const kClearSecrets;
extern store::Sql const kSealedSecrets;
extern store::Sql const kForgetSecondFactor;
extern store::Sql const kForgetCodesTaken;
extern store::Sql const kHoldSecondFactor;
extern store::Sql const kTakeStep;
extern store::Sql const kInsertRecoveryCode;
extern store::Sql const kForgetRecoveryCodes;
extern store::Sql const kUseRecoveryCode;
extern store::Sql const kDeleteOtherSessions;

}  // namespace waymark::access::sql
