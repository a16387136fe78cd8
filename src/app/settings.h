#pragma once

// The program's settings: from a TOML file, overridden by the environment (WAYMARK_ and the name in
// capitals), overridden by flags on the command line (-- and the name with dashes).

#include "access/webauthn.h"

#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::app {

struct Settings {
    std::string database = "sqlite:waymark.db";
    std::string listen = "127.0.0.1:8080";
    std::string web = "web/dist";
    std::string programmes = "programmes";
    bool production = false;
    bool behind_tls = false;
    std::string tls_certificate, tls_key;  // both or neither
    std::string sealing_key;               // likewise, or waymark.sealing-key
    std::string audit_key;                 // empty: beside an SQLite database, or waymark.audit-key
    std::string public_origin;             // empty: see relying_party_of
    std::string sign_on;                   // a file of identity providers; empty: there are none
    std::string log_level = "info";
    int workers = 4;
    int io_threads = 1;
    int connections = 4;
    bool require_second_factor = true;
    int session_idle_minutes = 30;
    int session_longest_minutes = 720;
    int requests_per_minute = 1200;
    int connections_per_address = 256;
    int deadline_ms = 10'000;
    int stop_within_seconds = 20;
    int header_bytes = 16 * 1024;
    int body_bytes = 1024 * 1024;
    bool durable = true;
};

// A key nobody knows, or a value of the wrong kind: names both, and what was expected.
class BadSetting : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Every setting: its name, what it expects, and what it is for.
struct SettingRule {
    std::string_view name;
    std::string_view expects;
    std::string_view purpose;
    std::function<bool(Settings&, std::string const& value)> take;  // false: not as expected
};
std::vector<SettingRule> const& setting_rules();

// As a flag spells the name of a setting: idle-minutes for idle_minutes.
std::string dashed(std::string name);

// Flags by setting name, as given on the command line.
using Flags = std::map<std::string, std::string>;

// Whether browsers reach the server by TLS, its own or that of a proxy.
inline bool over_tls(Settings const& settings) {
    return settings.behind_tls || !settings.tls_certificate.empty();
}

// The address in ADDRESS:PORT, without the brackets of IPv6; and whether only this machine reaches
// it.
std::string address_in(std::string_view listen);
bool is_loopback(std::string_view address);

// Whom passkeys are made for: `public_origin`; without it, where only this machine reaches the
// server and without TLS, http://localhost and the port; else nobody. What a request says of its
// host is never asked.
access::RelyingParty relying_party_of(Settings const& settings);

// Reads the file when one is named, then the environment, then the flags. Throws BadSetting.
Settings read_settings(std::optional<std::string> const& file,
                       std::map<std::string, std::string> const& environment, Flags const& flags);

// The process's environment, as read_settings wants it.
std::map<std::string, std::string> process_environment();

}  // namespace waymark::app
