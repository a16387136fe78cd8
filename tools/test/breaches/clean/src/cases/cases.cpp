#include "cases/cases.h"

#include "people/names.h"
#include "people/people.h"

char const* const kCode = "no_such_case";
