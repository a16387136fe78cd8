// Not even a test may go round the store.

#include <libpq-fe.h>
