#include "app/audit_keeper.h"

#include "audit/log.h"
#include "http/json.h"

#include <spdlog/spdlog.h>

namespace waymark::app {

namespace {

// Signed, and signed by witnesses, at least so often: the entries since are not proved yet.
constexpr std::chrono::seconds kEvery{60};

}  // namespace

AuditKeeper::AuditKeeper(store::Database& database, audit::SigningKey key)
    : database_(&database), key_(std::move(key)), thread_([this] { run(); }) {}

AuditKeeper::~AuditKeeper() {
    {
        std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    stop_.notify_one();
    thread_.join();
    keep();  // so that what was done last is signed for too
}

void AuditKeeper::run() {
    std::chrono::seconds next{0};
    std::unique_lock lock{mutex_};
    while (!stop_.wait_for(lock, next, [this] { return stopping_; })) {
        lock.unlock();
        keep();
        lock.lock();
        next = kEvery;
    }
}

void AuditKeeper::keep() {
    try {
        auto const deadline = store::Deadline::after(std::chrono::minutes{5});
        audit::make_checkpoint(*database_, key_, deadline);
        audit::index_shown(*database_, deadline);
    } catch (std::exception const& trouble) {
        spdlog::error(R"("event":"checkpoint_failed","what":{})", http::quoted(trouble.what()));
    }
}

}  // namespace waymark::app
