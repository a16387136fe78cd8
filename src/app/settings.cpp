#include "app/settings.h"

#include "foundation/text.h"

#include <arpa/inet.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>

namespace waymark::app {

namespace {

using Take = std::function<bool(Settings&, std::string const&)>;

Take text(std::string Settings::*member) {
    return [member](Settings& settings, std::string const& value) {
        settings.*member = value;
        return !value.empty();
    };
}

Take flag(bool Settings::*member) {
    return [member](Settings& settings, std::string const& value) {
        settings.*member = value == "true";
        return value == "true" || value == "false";
    };
}

Take number(int Settings::*member, int lowest, int highest) {
    return [=](Settings& settings, std::string const& value) {
        auto const parsed = parse_integer(value);
        if (!parsed || *parsed < lowest || *parsed > highest) return false;
        settings.*member = static_cast<int>(*parsed);
        return true;
    };
}

bool take_database(Settings& settings, std::string const& value) {
    settings.database = value;
    return (value.starts_with("sqlite:") && value.size() > 7) ||
           value.starts_with("postgresql://") || value.starts_with("postgres://");
}

// A number of IPv4 or IPv6: names can mean several addresses, so they are not taken.
bool is_address(std::string const& text) {
    in6_addr ignored{};
    return inet_pton(AF_INET, text.c_str(), &ignored) == 1 ||
           inet_pton(AF_INET6, text.c_str(), &ignored) == 1;
}

bool take_listen(Settings& settings, std::string const& value) {
    settings.listen = value;
    auto const colon = value.rfind(':');
    if (colon == std::string::npos || !is_address(address_in(value))) return false;
    auto const port = parse_integer(value.substr(colon + 1));
    return port && *port >= 0 && *port <= 65535;
}

bool take_public_origin(Settings& settings, std::string const& value) {
    settings.public_origin = value;
    return access::relying_party_from(value).has_value();
}

bool take_log_level(Settings& settings, std::string const& value) {
    settings.log_level = value;
    return value == "debug" || value == "info" || value == "warn" || value == "error";
}

void apply(Settings& settings, std::string const& name, std::string const& value,
           std::string const& where) {
    auto const& rules = setting_rules();
    auto const rule = std::find_if(rules.begin(), rules.end(),
                                   [&](SettingRule const& one) { return one.name == name; });
    if (rule == rules.end()) {
        std::string known;
        for (auto const& one : rules) known += (known.empty() ? "" : ", ") + std::string{one.name};
        throw BadSetting(where + ": there is no setting \"" + name + "\" (given as \"" + value +
                         "\"); expected one of: " + known);
    }
    if (!rule->take(settings, value)) {
        throw BadSetting(where + ": " + name + " is \"" + value + "\"; expected " +
                         std::string{rule->expects});
    }
}

// The value of a TOML node as the text it would have on the command line.
std::optional<std::string> plain_text(toml::node const& node) {
    if (auto const* string = node.as_string()) return string->get();
    if (auto const* integer = node.as_integer()) return std::to_string(integer->get());
    if (auto const* boolean = node.as_boolean()) return boolean->get() ? "true" : "false";
    return std::nullopt;
}

void apply_file(Settings& settings, std::string const& file) {
    toml::table table;
    try {
        table = toml::parse_file(file);
    } catch (toml::parse_error const& error) {
        std::ostringstream words;
        words << file << ": " << error.description() << " at line " << error.source().begin.line;
        throw BadSetting(words.str());
    }
    for (auto const& [key, node] : table) {
        auto const value = plain_text(node);
        if (!value) {
            throw BadSetting(file + ": " + std::string{key.str()} +
                             " is a table or list; expected one value");
        }
        apply(settings, std::string{key.str()}, *value, file);
    }
}

void require_pair(Settings const& settings) {
    if (settings.tls_certificate.empty() == settings.tls_key.empty()) return;
    bool const has_key = settings.tls_certificate.empty();
    throw BadSetting(std::string{has_key ? "tls_key" : "tls_certificate"} + " is \"" +
                     (has_key ? settings.tls_key : settings.tls_certificate) + "\"; expected " +
                     (has_key ? "tls_certificate" : "tls_key") + " beside it");
}

}  // namespace

std::vector<SettingRule> const& setting_rules() {
    static std::vector<SettingRule> const rules = {
        {"database", "sqlite:PATH or postgresql://...", "where the records are", take_database},
        {"listen", "ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080", "where to serve",
         take_listen},
        {"web", "a folder", "the built web application", text(&Settings::web)},
        {"programmes", "a folder", "the programme files", text(&Settings::programmes)},
        {"production", "true or false",
         "refuse to start on anything that can lose or alter records", flag(&Settings::production)},
        {"behind_tls", "true or false",
         "a proxy in front speaks TLS: mark cookies secure, send HSTS, believe X-Forwarded-For",
         flag(&Settings::behind_tls)},
        {"public_origin",
         "https://HOST or https://HOST:PORT, in small letters, with nothing after it",
         "where browsers reach the server; passkeys are made for it, and none of them is good for "
         "another host name",
         take_public_origin},
        {"tls_certificate", "a PEM file, with tls_key", "speak TLS with this certificate",
         text(&Settings::tls_certificate)},
        {"tls_key", "a PEM file without a password, with tls_certificate", "the certificate's key",
         text(&Settings::tls_key)},
        {"audit_key", "a file",
         "the private key that signs the audit's heads; made when there is none. Keep it where "
         "nobody who can write the database can read it",
         text(&Settings::audit_key)},
        {"sealing_key", "a file",
         "the key that safe addresses are sealed with; made when there is none. Without it nobody "
         "can read them: keep a copy apart from the database and its backups",
         text(&Settings::sealing_key)},
        {"sign_on", "a TOML file",
         "the identity providers that agencies' people may sign on by: docs/how-to/sign-on.md",
         text(&Settings::sign_on)},
        {"log_level", "debug, info, warn or error", "how much to log", take_log_level},
        {"workers", "a number from 1 to 64", "threads that wait for the database",
         number(&Settings::workers, 1, 64)},
        {"io_threads", "a number from 1 to 16", "threads that read and write the network",
         number(&Settings::io_threads, 1, 16)},
        {"connections", "a number from 1 to 200", "database connections",
         number(&Settings::connections, 1, 200)},
        {"require_second_factor", "true or false",
         "whoever has no second factor must set one up first; never in a demonstration",
         flag(&Settings::require_second_factor)},
        {"session_idle_minutes", "a number from 1 to 1440", "how long a session may rest",
         number(&Settings::session_idle_minutes, 1, 1440)},
        {"session_longest_minutes", "a number from 1 to 10080", "how long a session may last",
         number(&Settings::session_longest_minutes, 1, 10'080)},
        {"requests_per_minute", "a number from 0 to 1000000; 0 is no limit", "of one session",
         number(&Settings::requests_per_minute, 0, 1'000'000)},
        {"connections_per_address", "a number from 1 to 100000", "open at once from one address",
         number(&Settings::connections_per_address, 1, 100'000)},
        {"deadline_ms", "a number from 100 to 600000", "how long one request may take",
         number(&Settings::deadline_ms, 100, 600'000)},
        {"stop_within_seconds", "a number from 0 to 600", "how long stopping waits for answers",
         number(&Settings::stop_within_seconds, 0, 600)},
        {"header_bytes", "a number from 1024 to 1048576", "largest header",
         number(&Settings::header_bytes, 1024, 1'048'576)},
        {"body_bytes", "a number from 1024 to 104857600", "largest body",
         number(&Settings::body_bytes, 1024, 104'857'600)},
        {"durable", "true or false", "SQLite: wait for the disk at each commit",
         flag(&Settings::durable)},
    };
    return rules;
}

Settings read_settings(std::optional<std::string> const& file,
                       std::map<std::string, std::string> const& environment, Flags const& flags) {
    constexpr std::string_view kPrefix = "WAYMARK_";
    Settings settings;
    if (file) apply_file(settings, *file);
    for (auto const& [name, value] : environment) {
        if (!name.starts_with(kPrefix)) continue;
        // Those of the test and bench scripts, and the one that names the file.
        if (name.starts_with("WAYMARK_TEST_") || name.starts_with("WAYMARK_E2E_") ||
            name.starts_with("WAYMARK_BENCH_") || name == "WAYMARK_CONFIG") {
            continue;
        }
        auto const setting = lower_ascii(name.substr(kPrefix.size()));
        apply(settings, setting, value, "environment variable " + name);
    }
    for (auto const& [name, value] : flags) apply(settings, name, value, "flag --" + dashed(name));
    require_pair(settings);
    return settings;
}

std::string dashed(std::string name) {
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

std::string address_in(std::string_view listen) {
    auto address = listen.substr(0, listen.rfind(':'));
    if (address.starts_with('[') && address.ends_with(']')) {
        address = address.substr(1, address.size() - 2);
    }
    return std::string{address};
}

bool is_loopback(std::string_view address) {
    return address.starts_with("127.") || address == "::1";
}

access::RelyingParty relying_party_of(Settings const& settings) {
    if (!settings.public_origin.empty()) {
        return access::relying_party_from(settings.public_origin).value_or(access::RelyingParty{});
    }
    auto const& listen = settings.listen;
    if (over_tls(settings) || !is_loopback(address_in(listen))) return {};
    // An address of numbers cannot have a passkey; the name that means it here can.
    return access::relying_party_from("http://localhost" + listen.substr(listen.rfind(':')))
        .value_or(access::RelyingParty{});
}

std::map<std::string, std::string> process_environment() {
    std::map<std::string, std::string> all;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        std::string_view const pair{*entry};
        auto const equals = pair.find('=');
        if (equals != std::string_view::npos) {
            all[std::string{pair.substr(0, equals)}] = std::string{pair.substr(equals + 1)};
        }
    }
    return all;
}

}  // namespace waymark::app
