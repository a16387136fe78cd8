#include "http/audit_queue.h"

#include "access/sign_in.h"

#include <spdlog/spdlog.h>

namespace waymark::http {

AuditQueue::AuditQueue(store::Database& database, std::chrono::milliseconds patience)
    : database_(&database), patience_(patience), thread_([this] { run(); }) {}

AuditQueue::~AuditQueue() {
    {
        std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void AuditQueue::submit(Item item) {
    {
        std::lock_guard lock{mutex_};
        waiting_.push_back(std::move(item));
    }
    arrived_.notify_one();
}

void AuditQueue::run() {
    std::vector<Item> taken;
    for (;;) {
        {
            std::unique_lock lock{mutex_};
            arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            taken.swap(waiting_);
        }
        write(taken);
        taken.clear();
    }
}

void AuditQueue::write(std::vector<Item>& items) {
    bool written = false;
    try {
        std::vector<audit::Pending> entries;
        for (auto const& item : items) {
            entries.insert(entries.end(), item.entries.begin(), item.entries.end());
        }
        database_->write(store::Deadline::after(patience_), [&](store::Transaction& tx) {
            auto const now = system_clock().now;
            for (auto const& item : items) {
                if (!item.touch_session.empty()) access::touch_session(tx, item.touch_session, now);
            }
            audit::append(tx, entries);
            tx.commit();
        });
        written = true;
    } catch (std::exception const&) {
        spdlog::error(R"("event":"audit_not_written","requests":{})", items.size());
    }
    for (auto const& item : items) item.done(written);
}

}  // namespace waymark::http
