// The file of identity providers: all of it is checked, and what is wrong is named with what was
// expected; never a secret.

#include "app/sign_on_settings.h"

#include "test_world.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace waymark::app {

namespace {

struct SignOnSettingsTest : testing::Test {
    std::string scratch(std::string const& name) const {
        return testing::TempDir() + std::to_string(getpid()) + "-" + name;
    }
    std::string write(std::string const& name, std::string const& text, mode_t mode = 0600) const {
        auto const path = scratch(name);
        std::ofstream{path} << text;
        EXPECT_EQ(chmod(path.c_str(), mode), 0);
        return path;
    }
    std::string const secret = write("secret", "s3cret-of-the-council\n");
    std::string const good =
        "[[provider]]\ncode = \"council\"\nname = \"Borough council\"\n"
        "issuer = \"https://id.example.org\"\nclient_id = \"waymark\"\n"
        "client_secret_file = \"" +
        secret + "\"\nagency = \"council\"\n";
    std::string const address = "address = \"https://waymark.example\"\n";

    std::string fault(std::string const& text) const {
        try {
            (void)read_sign_on(write("sign-on.toml", text));
        } catch (BadSetting const& bad) {
            EXPECT_EQ(std::string{bad.what()}.find("s3cret"), std::string::npos) << bad.what();
            return bad.what();
        }
        return "";
    }
    static std::string without(std::string text, std::string const& name) {
        auto const from = text.find(name + " = ");
        return text.erase(from, text.find('\n', from) - from + 1);
    }
    static std::string with(std::string const& text, std::string const& name,
                            std::string const& value) {
        return without(text, name) + name + " = " + value + "\n";
    }
};

TEST_F(SignOnSettingsTest, AreReadWithTheirSecrets) {
    auto const read = read_sign_on(
        write("sign-on.toml", address + good + "second_factor_amr = [\"mfa\", \"otp\"]\n"));
    ASSERT_EQ(read.size(), 1u);
    auto const& [provider, name, agency] = read.front();
    EXPECT_EQ(provider.code, "council");
    EXPECT_EQ(provider.issuer, "https://id.example.org");
    EXPECT_EQ(provider.client_secret, "s3cret-of-the-council");
    EXPECT_EQ(provider.return_to, "https://waymark.example/sign-on/return");
    EXPECT_EQ(provider.second_factor_amr, (std::vector<std::string>{"mfa", "otp"}));
    EXPECT_TRUE(provider.second_factor_acr.empty());
    EXPECT_EQ(name, "Borough council");
    EXPECT_EQ(agency, "council");
}

TEST_F(SignOnSettingsTest, NameWhatIsMissing) {
    for (auto const* name :
         {"code", "name", "issuer", "client_id", "client_secret_file", "agency"}) {
        EXPECT_NE(fault(address + without(good, name)).find(std::string{name} + " is missing"),
                  std::string::npos)
            << name;
    }
    EXPECT_NE(fault(good).find("address is missing"), std::string::npos);
    EXPECT_NE(fault(address).find("provider is missing"), std::string::npos);
    EXPECT_NE(fault(address + "provider = 3\n").find("provider is missing"), std::string::npos);
}

TEST_F(SignOnSettingsTest, NameWhatIsWrong) {
    auto const has = [&](std::string const& text, std::string const& words) {
        auto const said = fault(text);
        EXPECT_NE(said.find(words), std::string::npos) << said << " for " << words;
    };
    has(address + with(good, "issuer", "\"http://id.example.org\""), "expected an https address");
    has("address = \"http://waymark.example\"\n" + good, "expected where browsers reach Waymark");
    has("address = \"https://waymark.example/x\"\n" + good, "and no path");
    has(address + with(good, "code", "\"The Council\""), "small letters");
    has(address + good + "secret = \"s3cret\"\n", "there is no setting \"secret\" here");
    has("colour = \"red\"\n" + address + good, "there is no setting \"colour\" here");
    has(address + good + "second_factor_amr = \"mfa\"\n", "expected a list of texts");
    has(address + good + "second_factor_acr = [1]\n", "expected a list of texts");
    has(address + good + good, "code is \"council\" as before");
    has(address + good + "ca_file = \"/no/such/file\"\n", "ca_file names no file");
    has("address = \n", "at line 1");
    auto const secret_is = [&](std::string const& path) {
        return address + with(good, "client_secret_file", "\"" + path + "\"");
    };
    has(secret_is("/no/such/file"), "names no file");
    has(secret_is(write("open-secret", "s3cret", 0644)), "names a file of others too");
    has(secret_is(write("empty-secret", "\n")), "holds no secret");
    has(secret_is(write("two-secrets", "s3cret\nanother")), "holds no secret");
    EXPECT_EQ(fault(secret_is(write("group-secret", "s3cret", 0640))), "");
}

TEST_F(SignOnSettingsTest, AreOfAnAgencyThatIsThere) {
    TestWorld world;
    Settings settings;
    EXPECT_TRUE(sign_on_providers(settings, world.database()).empty());
    settings.sign_on = write("sign-on.toml", address + good);
    auto const providers = sign_on_providers(settings, world.database());
    ASSERT_EQ(providers.size(), 1u);
    EXPECT_EQ(providers.front().agency, world.agency("council"));
    settings.sign_on = write("sign-on.toml", address + with(good, "agency", "\"nobody\""));
    EXPECT_THROW((void)sign_on_providers(settings, world.database()), BadSetting);
}

TEST_F(SignOnSettingsTest, AreRefusedInProductionWithoutTls) {
    Settings settings;
    settings.sign_on = write("sign-on.toml", address + good);
    EXPECT_TRUE(sign_on_faults(settings).empty());
    settings.sign_on =
        write("sign-on.toml", address + with(good, "issuer", "\"http://127.0.0.1:9000\""));
    EXPECT_EQ(sign_on_faults(settings).size(), 1u);
    settings.sign_on = write("sign-on.toml", "address = \"http://localhost:8080\"\n" + good);
    EXPECT_EQ(sign_on_faults(settings).size(), 1u);
}

}  // namespace

}  // namespace waymark::app
