#pragma once

// Statements for letters.

#include "store/store.h"

namespace waymark::cases::sql {

extern store::Sql const kCountLetters;
extern store::Sql const kInsertLetter;
extern store::Sql const kLetters;
extern store::Sql const kLetter;
extern store::Sql const kDecideLetter;

}  // namespace waymark::cases::sql
