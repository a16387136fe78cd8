#include "cases/cases.h"

#include <boost/asio.hpp>
