// A loader of data files may read JSON.

#include <boost/json.hpp>
