// The sealing key at the start of a server: what was kept before is sealed with it, but never where
// it is the wrong one, and none is made where something was sealed with another.

#include "app/keys.h"

#include "access/app_secrets.h"
#include "app/commands.h"
#include "test_world.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

namespace waymark::app {

namespace {

constexpr char const* kSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

struct KeysTest : testing::Test {
    KeysTest() {
        settings.sealing_key =
            testing::TempDir() + std::to_string(getpid()) + "-waymark-keys.sealing-key";
        std::remove(settings.sealing_key.c_str());
    }
    ~KeysTest() override { std::remove(settings.sealing_key.c_str()); }

    void keep_in_the_clear(std::string const& who) {
        world.run("INSERT INTO user_second_factor (user_id, secret) VALUES ('" +
                  world.user(who).value + "', '" + kSecret + "')");
    }
    std::string kept(std::string const& who) {
        return world.value("SELECT secret FROM user_second_factor WHERE user_id = '" +
                           world.user(who).value + "'");
    }

    TestWorld world;
    Settings settings;
};

TEST_F(KeysTest, SecretsOfBeforeAreSealedAtTheStart) {
    keep_in_the_clear("amal");
    auto const key = sealing_key_of(settings, world.database());
    seal_secrets_of_before(settings, world.database(), key);
    EXPECT_EQ(world.dump().find(kSecret), std::string::npos);
    EXPECT_TRUE(kept("amal").starts_with("sealed:"));
}

TEST_F(KeysTest, NothingIsSealedWithTheWrongKey) {
    keep_in_the_clear("amal");
    seal_secrets_of_before(settings, world.database(), sealing::SealingKey::make());
    keep_in_the_clear("marek");
    testing::internal::CaptureStdout();
    auto const key = sealing_key_of(
        [&] {
            std::ofstream{settings.sealing_key} << sealing::SealingKey::make().text() << "\n";
            return settings;
        }(),
        world.database());
    seal_secrets_of_before(settings, world.database(), key);
    auto const said = testing::internal::GetCapturedStdout();
    EXPECT_NE(said.find(R"("setting":"sealing_key")"), std::string::npos) << said;
    EXPECT_NE(said.find(settings.sealing_key), std::string::npos) << said;
    EXPECT_EQ(said.find(key.text()), std::string::npos);
    EXPECT_EQ(kept("marek"), kSecret);
}

TEST_F(KeysTest, NoKeyIsMadeWhereASecretIsSealed) {
    keep_in_the_clear("amal");
    seal_secrets_of_before(settings, world.database(), sealing::SealingKey::make());
    EXPECT_THROW((void)sealing_key_of(settings, world.database()), Stop);
    EXPECT_FALSE(std::ifstream{settings.sealing_key}.good());
}

}  // namespace

}  // namespace waymark::app
