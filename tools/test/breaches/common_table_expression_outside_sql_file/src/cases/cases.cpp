#include "cases/cases.h"

char const* const kOpen =
    "WITH open_case AS (SELECT id FROM case_record) "
    "SELECT count(*) FROM open_case";
