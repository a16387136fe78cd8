#pragma once

// A door that makes all who come in know JSON.

#include <boost/json.hpp>
