#pragma once

// Statements of filing: the only ones that write case_scope and case_due.

#include "store/store.h"

namespace waymark::cases::sql {

extern store::Sql const kFiledUnder;  // the entities whose scopes the case belongs to
extern store::Sql const kScopesNow;
extern store::Sql const kUnfile;
extern store::Sql const kFile;
extern store::Sql const kUnfileInPart;
extern store::Sql const kFileInPart;
extern store::Sql const kUnfileDue;
extern store::Sql const kFileDue;
extern store::Sql const kPeopleNow;
extern store::Sql const kPlacesNow;
// Of those who are or were in the case, who is in no case filed under the scope.
extern store::Sql const kPeopleUnknownTo;
extern store::Sql const kPlacesUnknownTo;

}  // namespace waymark::cases::sql
