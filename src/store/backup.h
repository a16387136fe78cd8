#pragma once

// Copies of the whole database, for keeping elsewhere.
//
// A backup is taken while the server runs, of one moment, and is opened and checked before it is
// called done; a file that is not whole never stands under the name that was asked for. Files hold
// everything that the database holds: keep them as safe as it.

#include "store/store.h"

#include <string>

namespace waymark::store {

struct BackupReport {
    std::int64_t bytes;
    int migrations;  // that the copy has
};

// The target is there already, or the database is not empty: nothing was touched.
class WouldOverwrite : public Failure {
  public:
    using Failure::Failure;
};

// Writes a consistent copy to `file` and checks it by opening it. SQLite: a database file.
// PostgreSQL: pg_dump's custom format, read back whole by pg_restore.
// Throws WouldOverwrite when `file` exists, Failure when the copy is not good.
BackupReport backup(Database& database, std::string const& file);

enum class Overwrite { No, Yes };

// Puts a backup back as the database that `settings` name. Throws WouldOverwrite, unless told to
// overwrite, when there is a database; Failure when the file is not a good backup, or a server has
// the SQLite database open.
void restore(Settings const& settings, std::string const& file, Overwrite overwrite);

// What could lose an acknowledged write, each in words for the operator; none when it is durable.
// SQLite: synchronous below FULL. PostgreSQL: fsync, synchronous_commit or full_page_writes off, or
// no data checksums.
std::vector<std::string> durability_faults(Database& database);

}  // namespace waymark::store
