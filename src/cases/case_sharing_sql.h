#pragma once

// Statements for sharing cases.

#include "access/scopes.h"
#include "store/store.h"

namespace waymark::cases::sql {

extern store::Sql const kAnyByReference;
extern store::Sql const kHoldAny;
extern store::Sql const kEndPartnerOf;
extern access::ScopedSql const kInPart;

}  // namespace waymark::cases::sql
