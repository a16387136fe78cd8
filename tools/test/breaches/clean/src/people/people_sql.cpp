#include "people_sql.h"

char const* const kFind = R"sql(
    SELECT p.id FROM person p WHERE p.id = $1
)sql";
