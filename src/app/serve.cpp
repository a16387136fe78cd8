// `waymark serve`: checks everything that could go wrong later, then serves until told to stop.

#include "access/directory.h"
#include "access/sign_in.h"
#include "app/commands.h"
#include "app/common.h"
#include "app/keys.h"
#include "app/repeating.h"
#include "app/sign_on_settings.h"
#include "audit/audit.h"
#include "audit/log.h"
#include "foundation/text.h"
#include "http/audit_queue.h"
#include "http/edge.h"
#include "http/server.h"
#include "outcomes/outcomes.h"
#include "referrals/referrals.h"
#include "store/backup.h"
#include "store/migrations.h"

#include <malloc.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <iostream>

namespace waymark::app {

namespace {

constexpr std::chrono::milliseconds kPatience{1000};

// Lines of JSON on standard error: ids, codes and durations.
void set_up_log(Settings const& settings) {
    auto logger = spdlog::stderr_logger_mt("waymark");
    logger->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                        spdlog::pattern_time_type::utc);
    logger->set_level(spdlog::level::from_str(settings.log_level));
    spdlog::set_default_logger(std::move(logger));
}

void require_safe_for_production(Settings const& settings, store::Database& database) {
    auto faults = store::durability_faults(database);
    if (!over_tls(settings) && !is_loopback(address_in(settings.listen))) {
        faults.push_back(
            "others could read along: give tls_certificate and tls_key, or set behind_tls when a "
            "proxy in front speaks TLS, or listen on 127.0.0.1");
    }
    if (!settings.require_second_factor) {
        faults.push_back(
            "require_second_factor is false: whoever learns a password would be let in with it");
    }
    for (auto const& [setting, what] :
         {std::pair{settings.audit_key, "audit_key"}, {settings.sealing_key, "sealing_key"}}) {
        if (!setting.empty()) continue;
        faults.push_back(std::string{what} +
                         " is not set: that key would lie beside the database, and whoever has a "
                         "copy of the one would have the other");
    }
    for (auto& fault : sign_on_faults(settings)) faults.push_back(std::move(fault));
    database.read(store::Deadline::after(std::chrono::seconds{30}), [&](store::Transaction& tx) {
        if (audit::role_could_rewrite(tx)) {
            faults.push_back(
                "the database role could rewrite the audit: serve as a role that does "
                "not own the tables (waymark migrate --grant-to ROLE)");
        }
        for (auto const& one : access::partnerships(tx)) {
            if (one.is_demo) faults.push_back("the database holds demonstration records");
        }
    });
    if (faults.empty()) return;
    std::string message = "not safe for production:";
    for (auto const& fault : faults) message += "\n  " + fault;
    throw Stop{kRefused, message};
}

// What follows from dates alone is right without it; this only writes it down.
void tidy(store::Database& database, programmes::Catalogue const& catalogue) {
    auto const deadline = store::Deadline::after(std::chrono::minutes{5});
    auto const all =
        database.read(deadline, [](store::Transaction& tx) { return access::partnerships(tx); });
    for (auto const& partnership : all) {
        database.write(deadline, [&](store::Transaction& tx) {
            auto work =
                access::Gate::for_system(tx, partnership.id, system_clock(), "housekeeping");
            if (auto const done = referrals::escalate_overdue(work); !done) return;
            if (auto const done = outcomes::count_demand_due(work, catalogue); !done) return;
            if (!work.notes().empty()) access::Gate::finish(work);
        });
    }
}

// Signs the audit's head, and goes on with the index of who was shown in lists.
void keep_audit(store::Database& database, audit::SigningKey const& key) {
    auto const deadline = store::Deadline::after(std::chrono::minutes{5});
    audit::make_checkpoint(database, key, deadline);
    audit::index_shown(database, deadline);
}

http::ServerSettings server_settings(Settings const& settings) {
    http::ServerSettings server;
    server.address = address_in(settings.listen);
    server.port = static_cast<unsigned short>(
        parse_integer(settings.listen.substr(settings.listen.rfind(':') + 1)).value_or(0));
    server.io_threads = settings.io_threads;
    server.workers = settings.workers;
    server.behind_tls = settings.behind_tls;
    if (!settings.tls_certificate.empty()) {
        server.tls = http::TlsFiles{settings.tls_certificate, settings.tls_key};
    }
    server.limits.header_bytes = static_cast<std::size_t>(settings.header_bytes);
    server.limits.body_bytes = static_cast<std::size_t>(settings.body_bytes);
    server.limits.connections_per_address = settings.connections_per_address;
    return server;
}

}  // namespace

int serve(Settings const& settings) {
    // Keep a little memory between requests rather than ask for it and give it back at each.
    mallopt(M_TRIM_THRESHOLD, 4 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
    set_up_log(settings);
    auto const catalogue = load_programmes(settings);
    auto storing = store_settings(settings);
    // No audit, no answer: when the log cannot be written, whoever asked is told within a second.
    storing.lock_wait = kPatience;
    store::Database database{storing};
    store::require_current_schema(database);
    if (settings.production) require_safe_for_production(settings, database);

    auto const audit_key = audit_key_of(settings, database);
    auto const sealing_key = sealing_key_of(settings, database);
    seal_secrets_of_before(settings, database, sealing_key);
    auto const providers = sign_on_providers(settings, database);
    std::chrono::milliseconds const deadline{settings.deadline_ms};
    std::chrono::minutes const longest{settings.session_longest_minutes};
    http::AuditQueue audit_queue{database, kPatience};
    http::Edge edge{{.database = &database,
                     .catalogue = &catalogue,
                     .password_cost = access::PasswordCost::Interactive,
                     .session_longest = longest,
                     .sealing_key = &sealing_key,
                     .over_tls = over_tls(settings),
                     .relying_party = relying_party_of(settings),
                     .audit_log_key = audit_key.verifier().text(),
                     .sign_on = &providers},
                    {std::chrono::minutes{settings.session_idle_minutes}, longest,
                     settings.require_second_factor},
                    {.deadline = deadline, .requests_per_minute = settings.requests_per_minute},
                    audit_queue};
    auto files = http::StaticFiles::read(settings.web);
    if (files.empty()) {
        std::cerr << "waymark: no web application in " << settings.web
                  << "; only the API is served\n";
    }
    http::Server server{server_settings(settings), edge, std::move(files), database};
    // Soon after a start, then once an hour.
    Repeating const housekeeping{"housekeeping_failed", std::chrono::minutes{1},
                                 std::chrono::hours{1}, [&] { tidy(database, catalogue); }};
    // What was done since the last head is not proved yet.
    Repeating audit_keeper{"checkpoint_failed", std::chrono::seconds{0}, std::chrono::minutes{1},
                           [&] { keep_audit(database, audit_key); }};
    auto const address = settings.listen.substr(0, settings.listen.rfind(':'));
    std::cout << "Waymark is serving on " << (server_settings(settings).tls ? "https" : "http")
              << "://" << address << ":" << server.port() << std::endl;
    server.run(std::chrono::seconds{settings.stop_within_seconds});
    audit_keeper.once();  // for what was done last
    return kDone;
}

}  // namespace waymark::app
