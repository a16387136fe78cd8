// A statement that is put together from pieces.

char const* const kFrom = " FROM person";
