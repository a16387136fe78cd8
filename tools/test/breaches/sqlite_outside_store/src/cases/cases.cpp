#include "cases/cases.h"

#include <sqlite3.h>
