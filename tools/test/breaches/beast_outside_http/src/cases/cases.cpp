#include "cases/cases.h"

#include <boost/beast/http.hpp>
