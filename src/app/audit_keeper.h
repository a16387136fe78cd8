#pragma once

// Signs the audit's head once a minute while the server runs, and keeps the index of who was shown
// in lists.

#include "audit/checkpoint.h"
#include "store/store.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace waymark::app {

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
