// A test may write SQL, into any table, because it makes the world it needs.

char const* const kArrange = "INSERT INTO person (id) VALUES ('P1')";
