#include "app/sign_on_settings.h"

#include "access/directory.h"
#include "foundation/text.h"

#include <sys/stat.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

namespace waymark::app {

namespace {

constexpr std::string_view kReturn = "/sign-on/return";
constexpr std::size_t kLongestSecret = 1024;

std::string contents(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// One table of the file, whose every key is asked for or is a mistake.
class Table {
  public:
    Table(toml::table const& table, std::string where) : table_(&table), where_(std::move(where)) {}

    std::string text(std::string_view name, std::string_view expected) {
        auto value = optional_text(name, expected);
        if (value.empty()) throw BadSetting(wrong(name, "is missing", expected));
        return value;
    }
    std::string optional_text(std::string_view name, std::string_view expected) {
        asked_.insert(std::string{name});
        auto const* node = table_->get(name);
        if (!node) return {};
        auto const value = node->value_exact<std::string>();
        if (!value || value->empty()) throw BadSetting(wrong(name, "is no text", expected));
        return *value;
    }
    std::vector<std::string> texts(std::string_view name) {
        constexpr std::string_view kExpected = "a list of texts, such as [\"mfa\"]";
        asked_.insert(std::string{name});
        std::vector<std::string> all;
        auto const* node = table_->get(name);
        if (!node) return all;
        auto const* list = node->as_array();
        if (!list) throw BadSetting(wrong(name, "is no list", kExpected));
        for (auto const& one : *list) {
            auto const value = one.value_exact<std::string>();
            if (!value || value->empty()) {
                throw BadSetting(wrong(name, "holds something else", kExpected));
            }
            all.push_back(*value);
        }
        return all;
    }
    std::string address(std::string_view name, std::string_view expected) {
        auto value = text(name, expected);
        if (!openid::is_safe_address(value)) {
            throw BadSetting(wrong(name, "is \"" + value + "\"", expected));
        }
        return value;
    }
    void skip(std::string_view name) { asked_.insert(std::string{name}); }
    void refuse_others() const {
        for (auto const& [key, node] : *table_) {
            if (asked_.contains(std::string{key.str()})) continue;
            throw BadSetting(
                where_ + ": there is no setting \"" + std::string{key.str()} +
                "\" here; expected one of: " + join({asked_.begin(), asked_.end()}, ", "));
        }
    }
    std::string wrong(std::string_view name, std::string_view how,
                      std::string_view expected) const {
        return where_ + ": " + std::string{name} + " " + std::string{how} + "; expected " +
               std::string{expected};
    }

  private:
    toml::table const* table_;
    std::string where_;
    std::set<std::string> asked_;
};

toml::table parsed(std::string const& file) {
    try {
        return toml::parse_file(file);
    } catch (toml::parse_error const& error) {
        std::ostringstream words;
        words << file << ": " << error.description() << " at line " << error.source().begin.line;
        throw BadSetting(words.str());
    }
}

// Never says what is in it.
std::string secret_in(Table const& table, std::string const& path) {
    constexpr std::string_view kExpected =
        "a file of one line that only this program's user can read";
    constexpr std::string_view kName = "client_secret_file";
    struct stat about {};
    if (stat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) {
        throw BadSetting(table.wrong(kName, "names no file: " + path, kExpected));
    }
    if ((about.st_mode & (S_IRWXO | S_IWGRP)) != 0) {
        throw BadSetting(table.wrong(kName, "names a file of others too: " + path, kExpected));
    }
    auto secret = trimmed(contents(path));
    bool const is_plain =
        std::all_of(secret.begin(), secret.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (secret.empty() || secret.size() > kLongestSecret || !is_plain) {
        throw BadSetting(table.wrong(kName, "holds no secret: " + path, kExpected));
    }
    return secret;
}

bool is_code(std::string_view text) {
    return text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

SignOnSetting setting_from(toml::table const& node, std::string const& where,
                           std::string const& return_to) {
    Table table{node, where};
    SignOnSetting one;
    constexpr std::string_view kCode = "small letters, digits and hyphens, such as council";
    one.provider.code = table.text("code", kCode);
    if (!is_code(one.provider.code)) {
        throw BadSetting(table.wrong("code", "is \"" + one.provider.code + "\"", kCode));
    }
    one.name = table.text("name", "what stands on the button");
    one.agency_code = table.text("agency", "the code of the agency whose people it signs on");
    one.provider.issuer = table.address(
        "issuer", "an https address, exactly as the provider spells it in its tokens");
    one.provider.client_id = table.text("client_id", "what the provider calls this server");
    one.provider.client_secret =
        secret_in(table, table.text("client_secret_file", "a file that holds the secret"));
    one.provider.return_to = return_to;
    one.provider.second_factor_amr = table.texts("second_factor_amr");
    one.provider.second_factor_acr = table.texts("second_factor_acr");
    one.provider.ca_file = table.optional_text("ca_file", "a PEM file of certificates");
    if (!one.provider.ca_file.empty() && contents(one.provider.ca_file).empty()) {
        throw BadSetting(table.wrong("ca_file", "names no file: " + one.provider.ca_file,
                                     "a PEM file of certificates"));
    }
    table.refuse_others();
    return one;
}

AgencyId agency_with(store::Database& database, std::string const& code) {
    auto const deadline = store::Deadline::after(std::chrono::seconds{30});
    return database.read(deadline, [&](store::Transaction& tx) {
        std::vector<AgencyId> found;
        for (auto const& partnership : access::partnerships(tx)) {
            auto work =
                access::Gate::for_system(tx, partnership.id, system_clock(), "sign-on-settings");
            for (auto const& one : access::agencies(work, access::Include::Current)) {
                if (one.code == code) found.push_back(one.id);
            }
        }
        if (found.size() != 1) {
            throw BadSetting("sign_on: agency is \"" + code +
                             "\"; expected the code of one agency of today");
        }
        return found.front();
    });
}

}  // namespace

std::vector<SignOnSetting> read_sign_on(std::string const& file) {
    auto const root = parsed(file);
    Table top{root, file};
    constexpr std::string_view kAddress =
        "where browsers reach Waymark, such as https://waymark.example, and no path";
    auto const address = top.address("address", kAddress);
    if (std::count(address.begin(), address.end(), '/') != 2 ||
        address.find('?') != std::string::npos) {
        throw BadSetting(top.wrong("address", "is \"" + address + "\"", kAddress));
    }
    top.skip("provider");
    top.refuse_others();
    auto const* list = root.get("provider") ? root.get("provider")->as_array() : nullptr;
    if (!list || list->empty() || list->size() > kMostProviders) {
        throw BadSetting(top.wrong("provider", "is missing, or there are too many",
                                   "from 1 to 20 tables, each under [[provider]]"));
    }
    std::vector<SignOnSetting> all;
    std::set<std::string> codes;
    for (auto const& node : *list) {
        auto const where = file + ", provider " + std::to_string(all.size() + 1);
        if (!node.is_table()) throw BadSetting(where + " is no table; expected [[provider]]");
        all.push_back(setting_from(*node.as_table(), where, address + std::string{kReturn}));
        if (!codes.insert(all.back().provider.code).second) {
            throw BadSetting(where + ": code is \"" + all.back().provider.code +
                             "\" as before; expected one of its own");
        }
    }
    return all;
}

http::SignOnProviders sign_on_providers(Settings const& settings, store::Database& database) {
    http::SignOnProviders providers;
    if (settings.sign_on.empty()) return providers;
    for (auto& one : read_sign_on(settings.sign_on)) {
        auto const agency = agency_with(database, one.agency_code);
        providers.push_back({std::make_unique<openid::Client>(std::move(one.provider)),
                             std::move(one.name), agency});
    }
    return providers;
}

std::vector<std::string> sign_on_faults(Settings const& settings) {
    std::vector<std::string> faults;
    if (settings.sign_on.empty()) return faults;
    for (auto const& one : read_sign_on(settings.sign_on)) {
        if (openid::is_plain_http(one.provider.issuer) ||
            openid::is_plain_http(one.provider.return_to)) {
            faults.push_back("sign_on: " + one.provider.code +
                             " is asked, or browsers come back from it, without TLS");
        }
    }
    return faults;
}

}  // namespace waymark::app
