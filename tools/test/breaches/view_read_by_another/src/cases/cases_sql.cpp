// The views are a promise to reporting, not a way round the owner.

char const* const kPeople = "SELECT count(*) FROM report_person";
