// Reads only the views that are a promise to it.

char const* const kPeople = "SELECT count(*) FROM report_person";
