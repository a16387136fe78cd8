#include "app/audit_keeper.h"

#include "app/commands.h"
#include "app/files.h"
#include "audit/log.h"
#include "http/json.h"

#include <spdlog/spdlog.h>

#include <filesystem>

namespace waymark::app {

namespace {

// Signed, and signed by witnesses, at least so often: the entries since are not proved yet.
constexpr std::chrono::seconds kEvery{60};

}  // namespace

std::string audit_key_file(Settings const& settings) {
    constexpr std::string_view kSqlite = "sqlite:";
    if (!settings.audit_key.empty()) return settings.audit_key;
    return settings.database.starts_with(kSqlite)
               ? settings.database.substr(kSqlite.size()) + ".audit-key"
               : "waymark.audit-key";
}

audit::VerifierKey log_key_from(std::string const& given) {
    auto const key = audit::VerifierKey::parse(key_given(given));
    if (!key || key->kind != audit::KeyKind::Log) {
        throw Stop{kWrongUse,
                   "the key of a log looks like waymark.audit/...+...+...; the server's "
                   "operator has it: waymark audit-key"};
    }
    return *key;
}

audit::SigningKey signing_key_in(std::string const& file) {
    if (!std::filesystem::exists(file)) {
        write_private_file(file, audit::SigningKey::make_log().text() + "\n");
    }
    auto const key = audit::SigningKey::parse(text_of_file(file));
    if (!key || key->verifier().kind != audit::KeyKind::Log) {
        throw Stop{kRefused, file + " holds no key of an audit log"};
    }
    return *key;
}

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
