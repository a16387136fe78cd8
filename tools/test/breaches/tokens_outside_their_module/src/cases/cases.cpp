#include "cases/cases.h"

#include <cjose/cjose.h>
