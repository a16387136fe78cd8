// Pages by counting rows, which shifts under the reader's feet.

char const* const kPage = "SELECT id FROM case_record ORDER BY id LIMIT 20 OFFSET $1";
