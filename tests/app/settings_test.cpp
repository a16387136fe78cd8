// What the settings promise: the file is overridden by the environment, the environment by flags,
// and what is wrong is named with what was expected.

#include "app/settings.h"

#include <gtest/gtest.h>

#include <fstream>

namespace waymark::app {

namespace {

std::string file_with(std::string const& text) {
    auto const path = testing::TempDir() + "waymark-settings.toml";
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
    {"AKeyNobodyKnows", "colour = \"blue\"\n", {}, {}, {"colour", "database", "waymark-settings"}},
    {"AWordForANumber", "workers = \"many\"\n", {}, {}, {"workers", "many", "from 1 to 64"}},
    {"ANumberOutOfRange", "", {}, {{"workers", "65"}}, {"--workers", "65", "from 1 to 64"}},
    {"ATableForAValue", "[database]\npath = \"x\"\n", {}, {}, {"database", "one value"}},
    {"AWrongEnvironmentVariable",
     "",
     {{"WAYMARK_DATBASE", "sqlite:x"}},
     {},
     {"WAYMARK_DATBASE", "datbase"}},
    {"ADatabaseOfNoKnownKind", "", {}, {{"database", "mysql://x"}}, {"mysql://x", "sqlite:PATH"}},
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
