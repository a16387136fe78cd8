// Which passwords are taken, and which are too easy to guess.

#include "weakness.h"

#include "access/own_password.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::access {

namespace {

struct Case {
    char const* name;
    std::string password;
    std::string weakness;
};

void PrintTo(Case const& one, std::ostream* out) {
    *out << one.name;
}

class WeaknessOf : public testing::TestWithParam<Case> {};

TEST_P(WeaknessOf, IsAsListed) {
    EXPECT_EQ(weakness_of(GetParam().password), GetParam().weakness);
}

INSTANTIATE_TEST_SUITE_P(Passwords, WeaknessOf,
                         testing::Values(Case{"ElevenCharacters", "tv6#Qz9!mWk", "too_short"},
                                         Case{"TwelveCharacters", "tv6#Qz9!mWkp", ""},
                                         Case{"TwelveOfAnotherScript", "зелёный дятел", ""},
                                         Case{"ElevenOfAnotherScript", "зелёныйдяте", "too_short"},
                                         Case{"Symbols", "~^| <>;'\"`\\/{}", ""},
                                         Case{"Small", "heron teapot lantern", ""},
                                         Case{"Capitals", "HERON TEAPOT LANTERN", ""},
                                         Case{"Digits", "840275519603", ""},
                                         Case{"Emoji", "\U0001F989 flew over \U0001F5FC", ""},
                                         Case{"AWordAndAYear", "Password2026!", "too_common"},
                                         Case{"AWordTwice", "letmeinletmein", "too_common"},
                                         Case{"ARowOfKeys", "qwertyuiop[]", "too_common"},
                                         Case{"KeysDownwards", "1qaz2wsx3edc", "too_common"},
                                         Case{"Counting", "123456789012", "too_common"},
                                         Case{"OneLetter", "aaaaaaaaaaaaaaaa", "too_common"},
                                         Case{"AClub", "liverpoolfc1", "too_common"},
                                         Case{"APhrase", "iloveyouforever", "too_common"},
                                         Case{"ATown", "manchester123", "too_common"},
                                         Case{"ASport", "basketball12", "too_common"},
                                         Case{"Leet", "p4$$w0rdp4$$w0rd", "too_common"}),
                         [](auto const& one) { return one.param.name; });

std::string of_length(std::size_t size) {
    static std::string const kText = "Owls count 7 lanterns; nobody saw the grey heron. ";
    std::string text;
    while (text.size() < size) text += kText;
    return text.substr(0, size);
}

TEST(Weakness, IsNotThatAPasswordIsLong) {
    for (std::size_t const size : {64u, 65u, 100u, 128u}) {
        EXPECT_EQ(weakness_of(of_length(size)), "") << size;
    }
    EXPECT_EQ(weakness_of(of_length(129)), "too_long");
}

// Each is refused to amal alone: who is not of that name or agency may have it.
TEST(Weakness, IsWhatStandsCloseToThePerson) {
    TestWorld world;
    world.run(
        "UPDATE user_account SET name = 'Zbyszko Wrzeszczak' WHERE email = "
        "'amal@example.org'");
    world.run("UPDATE org_agency SET name = 'Ynysmaengwyn' WHERE id = '" +
              world.agency("council").value + "'");
    world.run("UPDATE org_partnership SET name = 'Llanfihangel Trefgarn'");
    world.run(
        "UPDATE user_account SET email = 'quaxolotl@example.org' WHERE email = "
        "'amal@example.org'");
    auto work = world.work_as("amal");
    for (char const* const close :
         {"Zbyszko Wrzeszczak", "zbyszkowrzeszczak", "Wrzeszczak2026", "Ynysmaengwyn1",
          "YNYSMAENGWYN!!", "llanfihangel trefgarn", "quaxolotl@example.org", "Quaxolotl1234"}) {
        EXPECT_EQ(weakness_of(close), "") << close;
        EXPECT_EQ(weakness_for(work->tx(), world.user("amal"), close), "too_common") << close;
        auto const done = change_own_password(work, kPassword, close, PasswordCost::Minimal);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().fields, (std::vector<FieldError>{{"password", "too_common"}}));
    }
    EXPECT_EQ(weakness_for(work->tx(), world.user("amal"), kPassword), "");
    EXPECT_EQ(weakness_for(work->tx(), world.user("carys"), "Ynysmaengwyn1"), "");
}

// Not cut, not folded, not trimmed: what differs in one place does not fit.
TEST(Password, IsCheckedJustAsTyped) {
    for (auto const& typed :
         {std::string{" Heron teapot  lantern "}, of_length(64), of_length(128),
          std::string{"зелёный дятел"}, std::string{"\U0001F989 flew over \U0001F5FC"}}) {
        TestWorld world;
        {
            auto work = world.work_as("amal");
            ASSERT_TRUE(change_own_password(work, kPassword, typed, PasswordCost::Minimal));
            work.finish();
        }
        auto const fits = [&](std::string const& given) {
            return bool(sign_in(world.database(), {"amal@example.org", given, "192.0.2.1", "test"},
                                std::chrono::hours{12}, world.clock,
                                store::Deadline::after(std::chrono::seconds{20})));
        };
        EXPECT_TRUE(fits(typed)) << typed;
        EXPECT_FALSE(fits(typed.substr(0, typed.size() - 1))) << typed;
        EXPECT_FALSE(fits(typed + " ")) << typed;
        EXPECT_FALSE(fits(" " + typed)) << typed;
        auto other_case = typed;
        for (auto& c : other_case) {
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        }
        EXPECT_EQ(fits(other_case), other_case == typed) << typed;
    }
}

}  // namespace

}  // namespace waymark::access
