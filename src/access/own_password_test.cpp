// Changing one's own password: only with the present one, and everywhere at once.

#include "access/own_password.h"

#include "access/gate.h"
#include "access/memory.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::access {

namespace {

constexpr char const* kNew = "an altogether different phrase";

bool signs_in(TestWorld& world, char const* password) {
    return bool(sign_in(world.database(), {"amal@example.org", password, "192.0.2.1", "test"},
                        std::chrono::hours{12}, world.clock,
                        store::Deadline::after(std::chrono::seconds{20})));
}

struct Wrong {
    char const* name;
    std::string current, password;
    FieldError mistake;
};

void PrintTo(Wrong const& wrong, std::ostream* out) {
    *out << wrong.name;
}

class OwnPasswordIsRefused : public testing::TestWithParam<Wrong> {};

TEST_P(OwnPasswordIsRefused, AndStaysAsItWas) {
    TestWorld world;
    auto const before = world.dump();
    {
        auto work = world.work_as("amal");
        auto const done = change_own_password(work, GetParam().current, GetParam().password,
                                              PasswordCost::Minimal);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().refusal, Refusal::Invalid);
        EXPECT_EQ(done.error().fields, std::vector{GetParam().mistake});
    }
    EXPECT_EQ(world.dump(), before);
}

INSTANTIATE_TEST_SUITE_P(
    When, OwnPasswordIsRefused,
    testing::Values(Wrong{"NoPresentOne", "", kNew, {"current_password", "required"}},
                    Wrong{"AWrongPresentOne", "guessed it", kNew, {"current_password", "wrong"}},
                    Wrong{"TooShort", kPassword, "short", {"password", "too_short"}},
                    Wrong{"TheSame", kPassword, kPassword, {"password", "same_as_before"}}),
    [](auto const& one) { return one.param.name; });

TEST(OwnPassword, OpensTheAccountFromThenOnAndEndsEverySession) {
    TestWorld world;
    ASSERT_TRUE(signs_in(world, kPassword));
    {
        auto work = world.work_as("amal");
        ASSERT_TRUE(change_own_password(work, kPassword, kNew, PasswordCost::Minimal));
        work.finish();
    }
    EXPECT_EQ(world.value("SELECT count(*) FROM user_session"), "0");
    EXPECT_FALSE(signs_in(world, kPassword));
    EXPECT_TRUE(signs_in(world, kNew));
}

}  // namespace

}  // namespace waymark::access
