#pragma once

// Makes the audit of reads durable, many at a time. Answers wait here until their entries are on
// the disk: no audit, no answer. One commit serves all that arrived while the last was being
// written, so auditing every read costs a fraction of a commit each.

#include "audit/audit.h"
#include "store/store.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace waymark::http {

class AuditQueue {
  public:
    // `done(true)` once the entries are durable; `done(false)` when they cannot be written within
    // `patience` of when they were submitted.
    struct Item {
        std::vector<audit::Pending> entries;
        std::string touch_session;  // token of a session to mark as used; empty for none
        std::function<void(bool written)> done;
        std::chrono::steady_clock::time_point submitted = std::chrono::steady_clock::now();
    };

    AuditQueue(store::Database& database, std::chrono::milliseconds patience);
    ~AuditQueue();  // writes what is left

    void submit(Item item);

  private:
    void run();
    // Gives back those that may wait a little longer.
    std::vector<Item> write(std::vector<Item>& items);

    store::Database* database_;
    std::chrono::milliseconds patience_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<Item> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace waymark::http
