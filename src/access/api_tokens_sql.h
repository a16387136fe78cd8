#pragma once

// Statements on user_api_token, and on the accounts that have one.

#include "store/store.h"

namespace waymark::access::sql {

extern store::Sql const kSystemAccount;
extern store::Sql const kSystemAccounts;
extern store::Sql const kTokenOf;
extern store::Sql const kKeepToken;
extern store::Sql const kEndToken;
extern store::Sql const kToken;
extern store::Sql const kTouchToken;

}  // namespace waymark::access::sql
