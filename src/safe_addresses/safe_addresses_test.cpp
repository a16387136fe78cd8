// Who may learn where somebody is hidden, and that nobody else learns anything.

#include "safe_addresses/safe_addresses.h"

#include "access/accounts.h"
#include "access/interests.h"
#include "notices/notices.h"
#include "people/people.h"

#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::safe_addresses {

namespace {

using sealing::SealingKey;

constexpr char const* kLine = "12 Quiet Street";

class SafeAddressTest : public testing::Test {
  protected:
    SafeAddressTest() {
        // Two who keep safe addresses in the housing association, and one in the police.
        for (auto const& [name, agency, team] :
             {std::tuple{"rosa", "housing", "housing"}, std::tuple{"ida", "housing", "housing"},
              std::tuple{"pat", "police", "police_sca"}}) {
            auto admin = world.work_of_system();
            access::User user{.id = {},
                              .agency = world.agency(agency),
                              .email = std::string{name} + "@example.org",
                              .name = name,
                              .job_title = "",
                              .phone = ""};
            user.valid = {world.clock.today, std::nullopt};
            user.roles.push_back({"refuge_worker",
                                  "team",
                                  world.team(team).value,
                                  {world.clock.today, std::nullopt}});
            auto const made = access::create_user(admin, user);
            EXPECT_TRUE(made) << (made ? ""
                                       : made.error().fields.front().field +
                                             made.error().fields.front().code);
            users[name] = *made;
            admin.finish();
        }
        auto work = as("rosa");
        people::Person person;
        person.given_names = "Vic";
        person.family_name = "Tim";
        auto const housing = access::scope_of(work->tx(), world.agency("housing").value);
        vic = people::create(work, person, {housing})->id;
        work.finish();
    }

    WorkUnderWay as(std::string const& name) {
        return WorkUnderWay{world.database(), users.at(name), world.clock};
    }
    SafeAddressId sealed() {
        auto work = as("rosa");
        auto const id = seal(work, key, vic, {kLine, "Whitby", "YO21 1AA", "Ring first"});
        EXPECT_TRUE(id);
        work.finish();
        return *id;
    }
    RevealId asked(std::string const& name, SafeAddressId const& id) {
        auto work = as(name);
        auto const reveal = ask(work, id, "The boiler has to be mended");
        EXPECT_TRUE(reveal);
        work.finish();
        return *reveal;
    }
    std::string decided(std::string const& name, RevealId const& id, bool give) {
        auto work = as(name);
        auto const done = decide(work, id, 1, give);
        if (done) work.finish();
        return done ? "done" : done.error().code;
    }
    std::string looked(std::string const& name, RevealId const& id) {
        auto work = as(name);
        auto const address = look(work, key, id);
        return address ? address->line : address.error().code;
    }

    TestWorld world;
    SealingKey key = SealingKey::make();
    std::map<std::string, UserId> users;
    PersonId vic;
};

TEST_F(SafeAddressTest, IsShownToWhoAskedWhenASecondPersonAgreed) {
    auto const reveal = asked("ida", sealed());
    EXPECT_EQ(looked("ida", reveal), "no_such_reveal") << "nobody has agreed";
    EXPECT_EQ(decided("ida", reveal, true), "not_yourself");
    EXPECT_EQ(decided("rosa", reveal, true), "done");
    EXPECT_EQ(looked("ida", reveal), kLine);
    EXPECT_EQ(looked("rosa", reveal), "no_such_reveal") << "it is Ida's";
    EXPECT_EQ(decided("rosa", reveal, true), "already_decided");
}

TEST_F(SafeAddressTest, IsShownForFifteenMinutes) {
    auto const reveal = asked("ida", sealed());
    decided("rosa", reveal, true);
    world.pass(std::chrono::minutes{15} - std::chrono::milliseconds{1});
    EXPECT_EQ(looked("ida", reveal), kLine);
    world.pass(std::chrono::milliseconds{1});
    EXPECT_EQ(looked("ida", reveal), "no_such_reveal");
}

TEST_F(SafeAddressTest, IsNotShownWhenItWasRefused) {
    auto const reveal = asked("ida", sealed());
    EXPECT_EQ(decided("rosa", reveal, false), "done");
    EXPECT_EQ(looked("ida", reveal), "no_such_reveal");
}

TEST_F(SafeAddressTest, TellsEverybodyWhoKeepsItAtOnce) {
    auto const reveal = asked("ida", sealed());
    auto const told = [&](std::string const& name) {
        auto work = as(name);
        std::string kinds;
        for (auto const& one : notices::mine(work, 10)) kinds += one.kind + " ";
        return kinds;
    };
    EXPECT_EQ(told("rosa"), "reveal_asked ");
    EXPECT_EQ(told("ida"), "") << "she knows";
    decided("rosa", reveal, true);
    EXPECT_EQ(told("ida"), "reveal_given ");
    EXPECT_EQ(told("pat"), "");
}

TEST_F(SafeAddressTest, IsNotThereForAnotherAgencyNorForWhoKeepsNone) {
    auto const id = sealed();
    auto const reveal = asked("ida", id);
    decided("rosa", reveal, true);
    EXPECT_EQ(looked("pat", reveal), "no_such_reveal");
    {
        auto pat = as("pat");
        EXPECT_EQ(ask(pat, id, "why").error().code, "no_such_safe_address");
        EXPECT_TRUE(reveals(pat, 10)->empty());
        EXPECT_EQ(end(pat, id, 1).error().code, "no_such_safe_address");
    }
    for (std::string const name : {"dev", "helen", "dpo", "admin", "marek"}) {
        auto work = world.work_as(name);
        EXPECT_EQ(look(work, key, reveal).error().code, "not_allowed") << name;
        EXPECT_EQ(kept_for(work, vic).error().code, "not_allowed") << name;
        EXPECT_EQ(reveals(work, 10).error().code, "not_allowed") << name;
    }
}

TEST_F(SafeAddressTest, IsNotThereForWhoKnowsThePerson) {
    auto const id = sealed();
    auto const reveal = asked("ida", id);
    decided("rosa", reveal, true);
    {
        auto work = as("ida");
        ASSERT_TRUE(access::declare_interest(
            work, {.user = users.at("ida"), .person = vic, .kind = "family", .note = "cousin"}));
        access::set_closed_to(work->tx(), users.at("ida"), {vic.value});
        work.finish();
    }
    auto ida = as("ida");
    EXPECT_EQ(look(ida, key, reveal).error().code, "no_such_reveal");
    EXPECT_TRUE(reveals(ida, 10)->empty());
    EXPECT_FALSE(is_for_actor(ida, reveal)) << "nor is she told of it";
    EXPECT_EQ(ask(ida, id, "why").error().code, "no_such_safe_address");
}

TEST_F(SafeAddressTest, IsInNoTableInTheClear) {
    sealed();
    auto const everything = world.dump();
    EXPECT_EQ(everything.find(kLine), std::string::npos);
    EXPECT_EQ(everything.find("YO21"), std::string::npos);
    EXPECT_EQ(everything.find("Whitby"), std::string::npos);
    EXPECT_EQ(everything.find("Ring first"), std::string::npos);
    EXPECT_EQ(world.audit_trail().find(kLine), std::string::npos);
}

TEST_F(SafeAddressTest, CannotBeReadOnceItHasEnded) {
    auto const id = sealed();
    auto const reveal = asked("ida", id);
    decided("rosa", reveal, true);
    {
        auto work = as("ida");
        EXPECT_EQ(end(work, id, 7).error().refusal, Refusal::Stale);
        ASSERT_TRUE(end(work, id, 1));
        work.finish();
    }
    EXPECT_EQ(looked("ida", reveal), "no_such_reveal");
    EXPECT_EQ(world.value("SELECT key || body FROM safe_address"), "");
    auto work = as("rosa");
    EXPECT_FALSE(*kept_for(work, vic));
    EXPECT_TRUE(seal(work, key, vic, {"Another Street", "", "", ""}));
}

TEST_F(SafeAddressTest, TakesOneForEachPersonAndSaysWhatIsWrong) {
    sealed();
    auto work = as("ida");
    EXPECT_EQ(seal(work, key, vic, {kLine, "", "", ""}).error().code, "already_kept");
    auto const bad = seal(work, key, vic, {"", std::string(300, 'x'), "", ""});
    ASSERT_EQ(bad.error().fields.size(), 2u);
    EXPECT_EQ(bad.error().fields[0], (FieldError{"line", "required"}));
    EXPECT_EQ(bad.error().fields[1], (FieldError{"town", "too_long"}));
    EXPECT_EQ(seal(work, key, {"nobody"}, {kLine, "", "", ""}).error().code, "no_such_person");
}

TEST_F(SafeAddressTest, DoesNotOpenWithAnotherKey) {
    auto const reveal = asked("ida", sealed());
    decided("rosa", reveal, true);
    auto work = as("ida");
    EXPECT_THROW((void)look(work, SealingKey::make(), reveal), store::Failure);
}

}  // namespace

}  // namespace waymark::safe_addresses
