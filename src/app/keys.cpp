#include "app/keys.h"

#include "access/app_secrets.h"
#include "app/commands.h"
#include "app/files.h"
#include "audit/log.h"
#include "http/json.h"
#include "safe_addresses/safe_addresses.h"

#include <spdlog/spdlog.h>

#include <filesystem>

namespace waymark::app {

namespace {

// As set, or beside an SQLite database.
std::string file_for(Settings const& settings, std::string const& set, std::string const& kind) {
    constexpr std::string_view kSqlite = "sqlite:";
    if (!set.empty()) return set;
    return settings.database.starts_with(kSqlite)
               ? settings.database.substr(kSqlite.size()) + "." + kind
               : "waymark." + kind;
}

}  // namespace

audit::SigningKey audit_key_of(Settings const& settings, store::Database& database) {
    auto const file = file_for(settings, settings.audit_key, "audit-key");
    auto const newest =
        database.read(store::Deadline::after(std::chrono::seconds{30}),
                      [](store::Transaction& tx) { return audit::newest_checkpoint(tx); });
    if (!std::filesystem::exists(file)) {
        if (newest) {
            throw Stop{kRefused, "the audit was signed with a key that is not in " + file +
                                     ": put it there, or say where it is with audit_key"};
        }
        make_private_file(file, audit::SigningKey::make_log().text() + "\n");
    }
    auto const key = audit::SigningKey::parse(text_of_file(file));
    if (!key || key->verifier().kind != audit::KeyKind::Log) {
        throw Stop{kRefused, file + " holds no key of an audit log"};
    }
    if (newest && !audit::is_signed_by(*newest, key->verifier())) {
        throw Stop{kRefused, "the audit was signed with another key than that in " + file};
    }
    return *key;
}

sealing::SealingKey sealing_key_of(Settings const& settings, store::Database& database) {
    auto const file = file_for(settings, settings.sealing_key, "sealing-key");
    if (!std::filesystem::exists(file)) {
        auto const are_some = database.read(
            store::Deadline::after(std::chrono::seconds{30}), [](store::Transaction& tx) {
                return safe_addresses::are_any_kept(tx) || access::are_any_secrets_sealed(tx);
            });
        if (are_some) {
            throw Stop{kRefused,
                       "safe addresses, or secrets of two-step sign-in, were sealed with "
                       "a key that is not in " +
                           file + ": put it there, or say where it is with sealing_key"};
        }
        make_private_file(file, sealing::SealingKey::make().text() + "\n");
    }
    auto const key = sealing::SealingKey::parse(text_of_file(file));
    if (!key) throw Stop{kRefused, file + " holds no sealing key"};
    return *key;
}

void seal_secrets_of_before(Settings const& settings, store::Database& database,
                            sealing::SealingKey const& key) {
    auto const deadline = store::Deadline::after(std::chrono::minutes{5});
    auto const closed = database.read(
        deadline, [&](store::Transaction& tx) { return access::secrets_not_opened(tx, key); });
    if (closed > 0) {
        spdlog::error(R"("event":"second_factors_not_opened","setting":"sealing_key","file":{},)"
                      R"("users":{})",
                      http::quoted(file_for(settings, settings.sealing_key, "sealing-key")),
                      closed);
        return;
    }
    auto const sealed = access::seal_clear_secrets(database, key, deadline);
    if (sealed > 0) spdlog::info(R"("event":"second_factors_sealed","users":{})", sealed);
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

}  // namespace waymark::app
