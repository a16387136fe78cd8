#include "cases/cases.h"

#include <boost/json.hpp>
