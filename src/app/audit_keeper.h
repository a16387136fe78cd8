#pragma once

// Signs the audit's head once a minute while the server runs, and keeps the index of who was shown
// in lists.

#include "app/settings.h"
#include "audit/checkpoint.h"
#include "store/store.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace waymark::app {

// Where the server's key is: as set, or beside an SQLite database.
std::string audit_key_file(Settings const& settings);

// The key in the file; made there, readable to its owner alone, when there is no such file.
// Throws Stop when the file cannot be read or made, or holds something else.
audit::SigningKey signing_key_in(std::string const& file);

// The public key of a log, or of the file that holds it. Throws Stop.
audit::VerifierKey log_key_from(std::string const& given);

class AuditKeeper {
  public:
    AuditKeeper(store::Database& database, audit::SigningKey key);
    ~AuditKeeper();

  private:
    void run();
    void keep();

    store::Database* database_;
    audit::SigningKey key_;
    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace waymark::app
