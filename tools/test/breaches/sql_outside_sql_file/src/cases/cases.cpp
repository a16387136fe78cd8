#include "cases/cases.h"

char const* const kOpen = R"sql(
    SELECT id FROM case_record WHERE id = $1
)sql";
