// The only place for the web's own headers.

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/json.hpp>
