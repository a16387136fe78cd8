// A test, too, goes in by the door of another module.

#include "people/people_sql.h"
