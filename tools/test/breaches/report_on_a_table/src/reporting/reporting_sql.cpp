// Reporting reads views, not tables.

char const* const kPeople = "SELECT count(*) FROM person";
