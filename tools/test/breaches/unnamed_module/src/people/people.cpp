#include "people/people.h"

#include "cases/cases.h"
