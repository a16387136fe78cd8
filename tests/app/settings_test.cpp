// What the settings promise: the file is overridden by the environment, the environment by flags,
// and what is wrong is named with what was expected.

#include "app/settings.h"

#include "app/commands.h"
#include "http/server.h"
#include "store/migrations.h"
#include "test_world.h"

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

namespace waymark::app {

namespace {

// Of this program's own: both engines' tests run at once.
std::string scratch(std::string const& name) {
    return testing::TempDir() + std::to_string(getpid()) + "-" + name;
}

std::string file_with(std::string const& text) {
    auto const path = scratch("waymark-settings.toml");
    std::ofstream{path} << text;
    return path;
}

std::string refusal_of(std::optional<std::string> const& file,
                       std::map<std::string, std::string> const& environment, Flags const& flags) {
    try {
        (void)read_settings(file, environment, flags);
    } catch (BadSetting const& bad) {
        return bad.what();
    }
    return "";
}

TEST(Settings, AFlagOverridesTheEnvironmentWhichOverridesTheFile) {
    auto const file = file_with("workers = 2\nconnections = 3\nio_threads = 2\n");
    auto const settings =
        read_settings(file, {{"WAYMARK_WORKERS", "5"}, {"WAYMARK_CONNECTIONS", "6"}, {"HOME", "/"}},
                      {{"workers", "7"}});
    EXPECT_EQ(settings.workers, 7);
    EXPECT_EQ(settings.connections, 6);
    EXPECT_EQ(settings.io_threads, 2);
}

TEST(Settings, KnowWhichAddressesOnlyThisMachineReaches) {
    for (auto const* listen : {"127.0.0.1:8080", "127.9.9.9:1", "[::1]:8080"}) {
        EXPECT_TRUE(is_loopback(address_in(listen))) << listen;
    }
    for (auto const* listen : {"0.0.0.0:8080", "192.0.2.1:80", "[::]:8080", "[2001:db8::1]:1"}) {
        EXPECT_TRUE(read_settings(std::nullopt, {}, {{"listen", listen}}).listen == listen);
        EXPECT_FALSE(is_loopback(address_in(listen))) << listen;
    }
}

TEST(Settings, SayWhomPasskeysAreMadeFor) {
    auto const origin_with = [](Flags const& flags) {
        return relying_party_of(read_settings(std::nullopt, {}, flags)).origin;
    };
    EXPECT_EQ(origin_with({}), "http://localhost:8080");
    EXPECT_EQ(origin_with({{"listen", "[::1]:9000"}}), "http://localhost:9000");
    EXPECT_EQ(origin_with({{"listen", "0.0.0.0:8080"}}), "");
    EXPECT_EQ(origin_with({{"behind_tls", "true"}}), "");
    EXPECT_EQ(
        origin_with({{"public_origin", "https://waymark.example.gov.uk"}, {"behind_tls", "true"}}),
        "https://waymark.example.gov.uk");
    EXPECT_NE(refusal_of(std::nullopt, {}, {{"public_origin", "http://waymark.example.gov.uk"}})
                  .find("expected https://HOST"),
              std::string::npos);
}

// What production refuses is in the store's and the audit's tests; this is what serve adds to them.
std::string refusal_to_serve(Flags const& flags) {
    auto const database = scratch("waymark-serve.db");
    std::remove(database.c_str());
    {
        store::Database made{{.url = "sqlite:" + database}};
        store::migrate(made);
    }
    spdlog::drop("waymark");
    auto all = flags;
    all["database"] = "sqlite:" + database;
    all["programmes"] = source_path("programmes");
    all["web"] = scratch("waymark-no-web");
    try {
        (void)serve(read_settings(std::nullopt, {}, all));
    } catch (Stop const& stop) {
        return stop.message;
    } catch (http::BadCertificate const& bad) {
        return bad.what();
    }
    return "";
}

TEST(Production, DoesNotLetOthersReadAlong) {
    Flags const open{{"production", "true"}, {"listen", "0.0.0.0:0"}};
    EXPECT_NE(refusal_to_serve(open).find("tls_certificate"), std::string::npos);

    // With a certificate it gets as far as looking at that.
    auto covered = open;
    covered["tls_certificate"] = "/none.crt";
    covered["tls_key"] = "/none.key";
    covered["audit_key"] = scratch("waymark-serve.audit-key");
    covered["sealing_key"] = scratch("waymark-serve.sealing-key");
    EXPECT_EQ(refusal_to_serve(covered).find("read along"), std::string::npos);
    EXPECT_NE(refusal_to_serve(covered).find("/none.crt"), std::string::npos);
}

TEST(Production, DoesNotKeepItsKeysBesideTheDatabase) {
    auto const refusal = refusal_to_serve({{"production", "true"}});
    EXPECT_NE(refusal.find("audit_key"), std::string::npos) << refusal;
    EXPECT_NE(refusal.find("sealing_key"), std::string::npos) << refusal;
}

TEST(Production, LetsNobodyInWithAPasswordAlone) {
    auto const without =
        refusal_to_serve({{"production", "true"}, {"require_second_factor", "false"}});
    EXPECT_NE(without.find("require_second_factor"), std::string::npos) << without;
    auto const with = refusal_to_serve({{"production", "true"}});
    EXPECT_EQ(with.find("require_second_factor"), std::string::npos) << with;
}

TEST(Production, DoesNotLoseWhatItAcknowledged) {
    auto const refusal = refusal_to_serve({{"production", "true"}, {"durable", "false"}});
    EXPECT_NE(refusal.find("synchronous"), std::string::npos) << refusal;
}

TEST(Settings, EveryRuleTakesItsDefaultBack) {
    EXPECT_EQ(refusal_of(std::nullopt, {}, {}), "");
    EXPECT_GE(setting_rules().size(), 15u);
}

struct WrongSetting {
    char const* name;
    char const* toml;
    std::map<std::string, std::string> environment;
    Flags flags;
    std::vector<std::string> named;  // all of these are in the message
};

WrongSetting const kWrong[] = {
    {"AKeyNobodyKnows",
     "colour = \"blue\"\n",
     {},
     {},
     {"colour", "blue", "database", "waymark-settings"}},
    {"AWordForANumber", "workers = \"many\"\n", {}, {}, {"workers", "many", "from 1 to 64"}},
    {"ANumberOutOfRange", "", {}, {{"workers", "65"}}, {"--workers", "65", "from 1 to 64"}},
    {"ATableForAValue", "[database]\npath = \"x\"\n", {}, {}, {"database", "one value"}},
    {"AWrongEnvironmentVariable",
     "",
     {{"WAYMARK_DATBASE", "sqlite:x"}},
     {},
     {"WAYMARK_DATBASE", "datbase"}},
    {"ADatabaseOfNoKnownKind", "", {}, {{"database", "mysql://x"}}, {"mysql://x", "sqlite:PATH"}},
    {"ACertificateWithoutItsKey",
     "tls_certificate = \"a.crt\"\n",
     {},
     {},
     {"tls_certificate", "a.crt", "tls_key"}},
    {"AKeyWithoutItsCertificate",
     "",
     {{"WAYMARK_TLS_KEY", "a.key"}},
     {},
     {"tls_key", "a.key", "tls_certificate"}},
    {"AListenOnAName", "", {}, {{"listen", "localhost:80"}}, {"localhost:80", "ADDRESS:PORT"}},
    {"AListenWithoutAPort", "", {}, {{"listen", "localhost"}}, {"localhost", "ADDRESS:PORT"}},
    {"AYesThatIsNotTrue", "production = 1\n", {}, {}, {"production", "true or false"}},
    {"AFileThatIsNotToml", "workers = = 2\n", {}, {}, {"line 1"}},
};

class WrongSettings : public testing::TestWithParam<WrongSetting> {};

TEST_P(WrongSettings, AreNamedWithWhatWasExpected) {
    auto const& wrong = GetParam();
    auto const message = refusal_of(file_with(wrong.toml), wrong.environment, wrong.flags);
    EXPECT_NE(message, "");
    for (auto const& part : wrong.named) {
        EXPECT_NE(message.find(part), std::string::npos) << part << " is not in: " << message;
    }
}

INSTANTIATE_TEST_SUITE_P(When, WrongSettings, testing::ValuesIn(kWrong),
                         [](auto const& one) { return std::string{one.param.name}; });

}  // namespace

}  // namespace waymark::app
