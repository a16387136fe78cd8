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
        auto left = write(taken);
        taken.clear();
        if (left.empty()) continue;
        // Before those that came since.
        std::lock_guard lock{mutex_};
        left.insert(left.end(), std::make_move_iterator(waiting_.begin()),
                    std::make_move_iterator(waiting_.end()));
        waiting_.swap(left);
    }
}

std::vector<AuditQueue::Item> AuditQueue::write(std::vector<Item>& items) {
    bool written = false;
    // The first of them has waited longest, and is told first that it cannot be.
    auto const until = items.front().submitted + patience_;
    try {
        std::vector<audit::Pending> entries;
        for (auto const& item : items) {
            entries.insert(entries.end(), item.entries.begin(), item.entries.end());
        }
        database_->write(store::Deadline::by(until), [&](store::Transaction& tx) {
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
    std::vector<Item> left;
    auto const now = std::chrono::steady_clock::now();
    for (auto& item : items) {
        bool const may_wait = !written && item.submitted + patience_ > now && now >= until;
        if (may_wait) {
            left.push_back(std::move(item));
        } else {
            item.done(written);
        }
    }
    return left;
}

}  // namespace waymark::http
