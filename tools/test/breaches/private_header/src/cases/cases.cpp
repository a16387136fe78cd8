#include "cases/cases.h"

#include "people/people_sql.h"
