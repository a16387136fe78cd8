// Tokens of partners' systems: who makes them, what they open, and when they end.

#include "access/api_tokens.h"

#include "access/gate.h"
#include "access/invitations.h"
#include "access/memory.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::access {

namespace {

class ApiTokenTest : public testing::Test {
  protected:
    ApiTokenTest() {
        auto system = world.work_of_system();
        account = add(system, "records", "system",
                      {"partner_worker", "team", world.team("police_sca").value, {}});
        approver = add(system, "ines", "person",
                       {"agency_approver", "partnership", world.partnership().value, {}});
        system.finish();
    }

    UserId add(Work& work, std::string const& name, std::string const& kind, RoleHeld role) {
        User user;
        user.agency = world.agency("police");
        user.email = name + "@example.org";
        user.name = name;
        user.kind = kind;
        user.valid = role.valid = {world.clock.today, std::nullopt};
        user.roles = {role};
        return *create_user(work, user);
    }

    WorkUnderWay as_approver() { return {world.database(), approver, world.clock}; }
    TokenWishes wishes(std::vector<std::string> permissions = {"read_cases"}, int days = 30) {
        return {std::move(permissions), add_days(world.clock.today, days)};
    }
    std::string make(TokenWishes const& wanted) {
        auto work = as_approver();
        auto const token = make_token(work, account, wanted);
        if (!token)
            return token.error().fields.empty() ? token.error().code
                                                : token.error().fields.front().code;
        work.finish();
        return *token;
    }
    // What a request with this token may do; nothing when it opens nothing.
    std::optional<Actor> opened_by(std::string const& token) {
        auto tx = world.database().begin(store::Mode::Read,
                                         store::Deadline::after(std::chrono::seconds{20}));
        SessionView session;
        auto work = Gate::admit_system(tx, memory, token, world.clock, "test", session);
        return work ? std::optional{work->actor()} : std::nullopt;
    }

    TestWorld world;
    Memory memory;
    UserId account, approver;
};

TEST_F(ApiTokenTest, OpensWhatIsWrittenOnItAndNoMore) {
    auto const token = make(wishes());
    auto const actor = opened_by(token);
    ASSERT_TRUE(actor);
    EXPECT_EQ(actor->user, account);
    EXPECT_TRUE(actor->may(Permission::ReadCases));
    EXPECT_FALSE(actor->may(Permission::WorkOnCases));
    EXPECT_FALSE(actor->may_at(Permission::WorkOnCases, world.team("police_sca").value));
    // From what is remembered as from the database.
    EXPECT_FALSE(opened_by(token)->may(Permission::WorkOnCases));
    EXPECT_FALSE(opened_by("x" + token));
    EXPECT_EQ(world.dump().find(token), std::string::npos);
}

TEST_F(ApiTokenTest, NeverAllowsMoreThanTheRoles) {
    EXPECT_FALSE(opened_by(make(wishes({"export_records"})))->may(Permission::ExportRecords));
    world.run("UPDATE role_assignment SET approved_by = '' WHERE user_id = '" + account.value +
              "'");
    EXPECT_FALSE(opened_by(make(wishes()))->may(Permission::ReadCases));
}

TEST_F(ApiTokenTest, EndsOnItsDayWithItsAccountOrWhenItIsEnded) {
    auto const token = make(wishes({"read_cases"}, 1));
    world.pass_days(1);
    EXPECT_TRUE(opened_by(token));
    world.pass_days(1);
    EXPECT_FALSE(opened_by(token));

    auto const next = make(wishes());
    world.run("UPDATE user_account SET lapses_on = '2026-02-04' WHERE id = '" + account.value +
              "'");
    EXPECT_FALSE(opened_by(next));
    world.run("UPDATE user_account SET lapses_on = NULL");
    ASSERT_TRUE(opened_by(next));
    auto work = as_approver();
    ASSERT_TRUE(end_token(work, account));
    work.finish();
    EXPECT_FALSE(opened_by(next));
}

TEST_F(ApiTokenTest, AnotherTakesItsPlaceAtOnce) {
    auto const first = make(wishes());
    auto const second = make(wishes());
    EXPECT_FALSE(opened_by(first));
    EXPECT_TRUE(opened_by(second));
}

TEST_F(ApiTokenTest, IsMadeByWhoeverDecidesAboutTheAccountAlone) {
    for (std::string const name : {"admin", "amal"}) {
        auto work = world.work_as(name);
        EXPECT_FALSE(make_token(work, account, wishes())) << name;
        EXPECT_FALSE(end_token(work, account)) << name;
        auto const seen = system_accounts(work);
        EXPECT_TRUE(!seen || seen->empty()) << name;
    }
    auto work = as_approver();
    EXPECT_EQ(system_accounts(work)->size(), 1u);
    EXPECT_EQ(make_token(work, world.user("carys"), wishes()).error().code, "no_such_account");
}

TEST_F(ApiTokenTest, IsRefusedWithWhatNoSystemMayDoAndWithoutAnEndInSight) {
    EXPECT_EQ(make(wishes({})), "required");
    for (std::string const code : {"administer", "approve_accounts", "keep_safe_addresses",
                                   "open_in_emergency", "read_audit", "no_such"}) {
        EXPECT_EQ(make(wishes({"read_cases", code})), "not_offered") << code;
    }
    EXPECT_EQ(make(wishes({"read_cases"}, -1)), "in_the_past");
    EXPECT_EQ(make(wishes({"read_cases"}, 367)), "too_far");
}

TEST_F(ApiTokenTest, NobodySignsInToASystemsAccount) {
    auto work = world.work_as("admin");
    EXPECT_EQ(invite(work, account).error().code, "not_a_person");
}

TEST_F(ApiTokenTest, SaysWhenItWasLastUsed) {
    auto const token = make(wishes());
    auto const last_used = [&](store::Transaction& tx) {
        SessionView session;
        EXPECT_TRUE(Gate::admit_system(tx, memory, token, world.clock, "test", session));
        return session.last_used_at;
    };
    world.database().write(store::Deadline::after(std::chrono::seconds{20}),
                           [&](store::Transaction& tx) {
                               EXPECT_LT(last_used(tx), world.clock.now - std::chrono::hours{24});
                               touch_session(tx, token, world.clock.now);
                               EXPECT_EQ(last_used(tx), world.clock.now);
                               tx.commit();
                           });
    auto work = as_approver();
    EXPECT_EQ(system_accounts(work)->front().token->last_used_on, world.clock.today);
}

}  // namespace

}  // namespace waymark::access
