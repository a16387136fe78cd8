#pragma once

// The schema: numbered forward migrations, each run once, in order, with its checksum recorded.
//
// `migrate` may run twice and in two processes at once: one waits for the other. A migration that
// fails leaves the schema as it was. A database that is newer than the program, or whose recorded
// migrations differ from the program's, is refused.

#include "store/store.h"

#include <string>
#include <vector>

namespace waymark::store {

struct Migration {
    std::string name;  // 0001_access
    std::string sql;   // as in migrations/, with the engine's own lines still marked
};

// From migrations/, built into the program; in order.
std::vector<Migration> const& built_in_migrations();

// The schema is not the one this program was built for: `what` says how, for the operator.
class SchemaMismatch : public Failure {
  public:
    using Failure::Failure;
};

// Brings the schema up to the last of `migrations`; gives back how many were run.
int migrate(Database& database, std::vector<Migration> const& migrations = built_in_migrations());

// Lets a PostgreSQL role that does not own the tables use them, and never rewrite the audit. Throws
// Failure for a name that is not plain lower-case letters, digits and underscores, or on SQLite.
void grant_use(Database& database, std::string const& role);

// Throws SchemaMismatch unless exactly these migrations have been run.
void require_current_schema(Database& database,
                            std::vector<Migration> const& migrations = built_in_migrations());

}  // namespace waymark::store
