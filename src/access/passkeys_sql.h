#pragma once

// Statements on user_passkey and user_challenge.

#include "store/store.h"

namespace waymark::access::sql {

extern store::Sql const kPasskeys;
extern store::Sql const kPasskey;
extern store::Sql const kPasskeyKnown;
extern store::Sql const kInsertPasskey;
extern store::Sql const kUsePasskey;
extern store::Sql const kDeletePasskey;
extern store::Sql const kForgetPasskeys;
extern store::Sql const kInsertChallenge;
extern store::Sql const kTakeChallenge;
extern store::Sql const kSpendChallenge;
extern store::Sql const kForgetOldChallenges;
extern store::Sql const kForgetChallenges;

}  // namespace waymark::access::sql
