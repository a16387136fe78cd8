#pragma once

// Statements on what signing on by a provider keeps: sign-ons under way, and identities linked.

#include "store/store.h"

namespace waymark::access::sql {

extern store::Sql const kBeginSignOn;
extern store::Sql const kForgetOldSignOns;
extern store::Sql const kForgetOldSignOnCodes;
extern store::Sql const kSignOn;
extern store::Sql const kTakeSignOn;
extern store::Sql const kAccountOfIdentity;
extern store::Sql const kAccountToLink;
extern store::Sql const kAccountWithAgency;
extern store::Sql const kLinkIdentity;
extern store::Sql const kIdentityOf;
extern store::Sql const kUnlinkIdentity;
extern store::Sql const kAwaitSignOnCode;
extern store::Sql const kSignOnCode;
extern store::Sql const kTakeSignOnCode;
extern store::Sql const kForgetSignOnCodesOf;

}  // namespace waymark::access::sql
