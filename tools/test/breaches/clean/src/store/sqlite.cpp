// The only place for a database's own header, and for a statement outside a *_sql.cpp.

#include <sqlite3.h>

char const* const kProbe = "SELECT 1";
