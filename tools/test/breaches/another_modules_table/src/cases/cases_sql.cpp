// Reads what only people may read.

char const* const kFind = R"sql(
    SELECT c.id FROM case_record c JOIN person p ON p.id = c.person_id
)sql";
