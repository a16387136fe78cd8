// The older way to write a join.

char const* const kFind = "SELECT c.id FROM case_record AS c, person AS p WHERE p.id = c.person_id";
