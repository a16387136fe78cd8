// Two people for every account: what an administrator proposes, what somebody else decides, how a
// password is come by, and how accounts lapse.

#include "access/accounts.h"

#include "access/approvals.h"
#include "access/invitations.h"
#include "access/sign_in.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::access {

namespace {

constexpr char const* kOther = "some other pass phrase";

class AccountTest : public testing::Test {
  protected:
    AccountTest() {
        world.run("UPDATE org_partnership SET is_demo = 0");
        auto system = world.work_of_system();
        add(system, "olga", "council", "administrator");
        add(system, "ines", "police", "agency_approver");
        add(system, "ravi", "police", "agency_approver");
        add(system, "faye", "council", "agency_approver");
        for (auto const* const name : {"amal", "carys", "dev", "admin"}) {
            start_quarter(system, world.user(name));
        }
        system.finish();
    }

    void add(Work& work, std::string const& name, std::string const& agency, std::string role) {
        auto const id = *create_user(work, person(name, agency));
        auto user = *access::user(work, id);
        user.roles = {{std::move(role), "partnership", world.partnership().value, user.valid}};
        EXPECT_TRUE(update_user(work, user));
        EXPECT_TRUE(set_password(work, id, kPassword, PasswordCost::Minimal));
        ids[name] = id;
    }

    User person(std::string const& name, std::string const& agency) {
        User user;
        user.agency = world.agency(agency);
        user.email = name + "@example.org";
        user.name = name;
        user.valid = {world.clock.today, std::nullopt};
        return user;
    }
    RoleHeld constable() {
        return {"partner_worker",
                "team",
                world.team("police_sca").value,
                {world.clock.today, std::nullopt}};
    }

    WorkUnderWay as(std::string const& name) {
        auto const found = ids.find(name);
        if (found == ids.end()) return world.work_as(name);
        return {world.database(), found->second, world.clock};
    }

    // A new constable of the police, proposed by admin.
    UserId propose() {
        auto work = as("admin");
        auto user = person("nia", "police");
        user.roles = {constable()};
        ids["nia"] = *create_user(work, user);
        work.finish();
        return ids["nia"];
    }
    std::string waiting_role(std::string const& name) {
        auto work = as(name);
        auto const waiting = what_waits(work);
        return waiting && !waiting->roles.empty() ? waiting->roles.front().user.roles.front().id
                                                  : std::string{};
    }
    Result<Done> decide(std::string const& name, std::string const& role,
                        std::string const& decision = "approve") {
        auto work = as(name);
        auto done = decide_role(work, role, decision);
        if (done) work.finish();
        return done;
    }
    bool reads_cases(std::string const& name) {
        return as(name)->actor().may(Permission::ReadCases);
    }
    Result<SignedIn> sign_in_with(std::string const& name, std::string const& password) {
        return sign_in(world.database(), {name + "@example.org", password, "192.0.2.1", "test"},
                       std::chrono::hours{12}, world.clock,
                       store::Deadline::after(std::chrono::seconds{20}));
    }
    std::string invite_as(std::string const& name, std::string const& who) {
        auto work = as(name);
        auto const made = invite(work, ids.contains(who) ? ids[who] : world.user(who));
        if (!made) return made.error().code;
        work.finish();
        return made->token;
    }
    Result<std::string> code_from(std::string const& name, std::string const& who) {
        auto work = as(name);
        auto code = approve_invitation(work, ids.contains(who) ? ids[who] : world.user(who));
        if (code) work.finish();
        return code;
    }
    Result<Done> accept(std::string const& token, std::string const& code,
                        std::string const& password = kOther) {
        return accept_invitation(world.database(), {token, code, password, "test"},
                                 PasswordCost::Minimal, world.clock,
                                 store::Deadline::after(std::chrono::seconds{20}));
    }

    TestWorld world;
    std::map<std::string, UserId> ids;
};

TEST_F(AccountTest, ARoleCountsOnceSomebodyElseOfTheAgencyApprovesIt) {
    propose();
    EXPECT_FALSE(reads_cases("nia"));
    auto const role = waiting_role("ines");
    ASSERT_FALSE(role.empty());
    EXPECT_TRUE(decide("ines", role));
    EXPECT_TRUE(reads_cases("nia"));
    EXPECT_TRUE(waiting_role("ravi").empty());
    EXPECT_EQ(decide("ravi", role).error().code, "no_such_role");
}

TEST_F(AccountTest, NobodyElseApprovesIt) {
    propose();
    auto const role = waiting_role("ines");
    // The proposer, another administrator while the agency has approvers, another agency's.
    for (std::string const name : {"admin", "olga", "faye"}) {
        EXPECT_TRUE(waiting_role(name).empty()) << name;
        EXPECT_EQ(decide(name, role).error().code, "no_such_role") << name;
    }
    EXPECT_EQ(decide("amal", role).error().refusal, Refusal::Forbidden);
    EXPECT_FALSE(reads_cases("nia"));
}

TEST_F(AccountTest, NobodyApprovesTheirOwn) {
    auto work = as("admin");
    auto user = *access::user(work, ids["ines"]);
    user.roles.push_back(constable());
    ASSERT_TRUE(update_user(work, user));
    work.finish();
    EXPECT_TRUE(waiting_role("ines").empty());
    EXPECT_FALSE(waiting_role("ravi").empty());
}

TEST_F(AccountTest, AnAdministratorApprovesWhereTheAgencyHasNobody) {
    auto work = as("admin");
    auto user = *access::user(work, world.user("dev"));
    user.roles.push_back({"refuge_worker", "team", world.team("housing").value, user.valid});
    ASSERT_TRUE(update_user(work, user));
    work.finish();
    EXPECT_TRUE(waiting_role("admin").empty());
    auto const role = waiting_role("olga");
    EXPECT_TRUE(decide("olga", role));
    EXPECT_TRUE(as("dev")->actor().may(Permission::KeepSafeAddresses));
}

// Who gives power over accounts is decided by those who have it, never by an agency alone.
TEST_F(AccountTest, ARoleThatGivesPowerIsApprovedByAnotherAdministrator) {
    auto work = as("admin");
    auto user = *access::user(work, world.user("carys"));
    user.roles = {{"agency_approver", "partnership", world.partnership().value, user.valid}};
    ASSERT_TRUE(update_user(work, user));
    work.finish();
    EXPECT_TRUE(waiting_role("ines").empty());
    EXPECT_TRUE(waiting_role("admin").empty());
    EXPECT_FALSE(waiting_role("olga").empty());
}

TEST_F(AccountTest, WhoAdministersReadsNoCaseworkAndApprovesForNoAgency) {
    auto work = as("olga");
    for (std::string const role : {"data_protection_officer", "agency_approver", "analyst"}) {
        auto user = *access::user(work, world.user("admin"));
        user.roles.push_back({role, "partnership", world.partnership().value, user.valid});
        auto const refused = update_user(work, user);
        ASSERT_FALSE(refused) << role;
        EXPECT_EQ(refused.error().fields,
                  (std::vector<FieldError>{{"roles[1].role", "not_with_administrator"}}));
    }
    // One after the other is no trouble.
    auto user = *access::user(work, world.user("admin"));
    user.roles[0].valid.to = world.clock.today;
    user.roles.push_back({"data_protection_officer",
                          "partnership",
                          world.partnership().value,
                          {add_days(world.clock.today, 1), std::nullopt}});
    EXPECT_TRUE(update_user(work, user));
}

TEST_F(AccountTest, RefusingTakesItAway) {
    propose();
    EXPECT_EQ(decide("ines", waiting_role("ines"), "perhaps").error().fields.front().code,
              "not_offered");
    EXPECT_TRUE(decide("ines", waiting_role("ines"), "refuse"));
    EXPECT_TRUE(waiting_role("ines").empty());
    EXPECT_FALSE(reads_cases("nia"));
}

TEST_F(AccountTest, WhatIsShortenedCountsAtOnceAndWhatIsLongerWaits) {
    propose();
    ASSERT_TRUE(decide("ines", waiting_role("ines")));
    auto const until = add_days(world.clock.today, 10);
    {
        auto work = as("admin");
        auto user = *access::user(work, ids["nia"]);
        user.roles[0].valid.to = until;
        auto const shorter = update_user(work, user);
        ASSERT_EQ(shorter->roles.size(), 1u);
        EXPECT_FALSE(shorter->roles[0].waits);
        work.finish();
    }
    {
        auto work = as("admin");
        auto user = *access::user(work, ids["nia"]);
        user.roles[0].valid.to.reset();
        auto const longer = update_user(work, user);
        ASSERT_EQ(longer->roles.size(), 2u);
        // Sent as it was read, it stays as it is.
        auto const again = update_user(work, *longer);
        ASSERT_EQ(again->roles.size(), 2u);
        work.finish();
    }
    EXPECT_TRUE(reads_cases("nia"));
    ASSERT_TRUE(decide("ines", waiting_role("ines")));
    world.pass_days(11);
    EXPECT_TRUE(reads_cases("nia"));
    auto work = as("admin");
    EXPECT_EQ(access::user(work, ids["nia"])->roles.size(), 1u);
}

TEST_F(AccountTest, AnotherAgencyOrAComebackBeginsAnew) {
    {
        auto work = as("admin");
        auto user = *access::user(work, world.user("carys"));
        user.agency = world.agency("housing");
        ASSERT_TRUE(update_user(work, user));
        work.finish();
        EXPECT_FALSE(reads_cases("carys"));
    }
    world.run("UPDATE user_account SET valid_to = '2026-01-31' WHERE email = 'dev@example.org'");
    auto work = as("admin");
    auto user = *access::user(work, world.user("dev"));
    user.valid.to.reset();
    ASSERT_TRUE(update_user(work, user));
    work.finish();
    EXPECT_FALSE(reads_cases("dev"));
}

TEST_F(AccountTest, AnInvitationTakesALinkAndACodeFromTwoPeople) {
    propose();
    auto const token = invite_as("admin", "nia");
    // Nobody has approved it yet; and who invited cannot.
    EXPECT_EQ(accept(token, "").error().code, "invitation_not_good");
    EXPECT_EQ(code_from("admin", "nia").error().code, "no_such_invitation");
    auto const code = code_from("ines", "nia");
    ASSERT_TRUE(code);
    EXPECT_EQ(world.dump().find(token), std::string::npos);
    EXPECT_EQ(accept("a" + token, *code).error().code, "invitation_not_good");
    EXPECT_EQ(accept(token, *code, "short").error().fields.front().code, "too_short");
    EXPECT_TRUE(accept(token, *code));
    EXPECT_TRUE(sign_in_with("nia", kOther));
    EXPECT_FALSE(accept(token, *code));  // it was good once
}

TEST_F(AccountTest, ACodeIsGuessedAtFiveTimes) {
    propose();
    auto const token = invite_as("admin", "nia");
    auto const code = *code_from("ines", "nia");
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(accept(token, "AAAA-AAAA"));
    EXPECT_EQ(accept(token, code).error().code, "invitation_not_good");
    // Another code is another five.
    auto const next = *code_from("ravi", "nia");
    EXPECT_FALSE(accept(token, code));
    EXPECT_TRUE(accept(token, next));
}

TEST_F(AccountTest, AnInvitationIsGoodForThreeDays) {
    propose();
    auto const token = invite_as("admin", "nia");
    auto const code = *code_from("ines", "nia");
    world.pass(std::chrono::hours{72});
    EXPECT_FALSE(accept(token, code));
}

TEST_F(AccountTest, TheOldPasswordIsGoodUntilAnotherIsChosenAndSessionsEndThen) {
    auto const session = sign_in_with("carys", kPassword);
    ASSERT_TRUE(session);
    auto const token = invite_as("admin", "carys");
    EXPECT_TRUE(sign_in_with("carys", kPassword));
    ASSERT_TRUE(accept(token, *code_from("ines", "carys")));
    EXPECT_EQ(world.value("SELECT count(*) FROM user_session"), "0");
    EXPECT_FALSE(sign_in_with("carys", kPassword));
    EXPECT_TRUE(sign_in_with("carys", kOther));
}

TEST_F(AccountTest, AnInvitationDoesNotGetAroundTheSecondFactor) {
    world.run(
        "INSERT INTO user_second_factor (user_id, secret) SELECT id, 'ABCDEFGHIJKLMNOP' FROM "
        "user_account WHERE email = 'carys@example.org'");
    auto const token = invite_as("admin", "carys");
    ASSERT_TRUE(accept(token, *code_from("ines", "carys")));
    EXPECT_EQ(sign_in_with("carys", kOther).error().code, "second_factor_needed");
}

TEST_F(AccountTest, NobodyChoosesAnothersPasswordOrInvitesThemselves) {
    {
        auto other = as("amal");
        EXPECT_EQ(invite(other, world.user("dev")).error().refusal, Refusal::Forbidden);
    }
    auto work = as("admin");
    auto const refused = set_password(work, world.user("amal"), kOther, PasswordCost::Minimal);
    EXPECT_EQ(refused.error().code, "not_your_own");
    EXPECT_EQ(invite(work, world.user("admin")).error().code, "not_your_own");
    EXPECT_EQ(invite(work, {"nobody"}).error().code, "no_such_user");
}

TEST_F(AccountTest, AnAccountThatNobodyConfirmsLapsesAndComesBack) {
    for (int i = 0; i < 4; ++i) {
        world.pass_days(23);
        if (i == 3) break;
        EXPECT_TRUE(sign_in_with("carys", kPassword)) << i;
    }
    // The ninety-second day since.
    auto const refused = sign_in_with("carys", kPassword);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "account_lapsed");
    EXPECT_EQ(sign_in_with("carys", kOther).error().code, "sign_in_failed");
    // The police's approvers have lapsed too: an operator's command is left.
    auto system = world.work_of_system();
    start_quarter(system, ids["ines"]);
    system.finish();
    auto work = as("ines");
    auto const waiting = what_waits(work);
    ASSERT_EQ(waiting->accounts.size(), 2u);  // carys and ravi
    ASSERT_TRUE(decide_account(work, world.user("carys"), "needed"));
    work.finish();
    EXPECT_TRUE(sign_in_with("carys", kPassword));
}

TEST_F(AccountTest, AnAccountThatNobodyUsesIsClosedUntilItIsConfirmed) {
    ASSERT_TRUE(sign_in_with("carys", kPassword));
    world.pass_days(31);
    EXPECT_EQ(sign_in_with("carys", kPassword).error().code, "account_lapsed");
    auto work = as("ines");
    ASSERT_TRUE(decide_account(work, world.user("carys"), "needed"));
    work.finish();
    EXPECT_TRUE(sign_in_with("carys", kPassword));
}

TEST_F(AccountTest, EndingAnAccountEndsItsSessionsAtOnce) {
    ASSERT_TRUE(sign_in_with("carys", kPassword));
    auto const token = invite_as("admin", "carys");
    auto work = as("ines");
    EXPECT_EQ(decide_account(work, world.user("amal"), "ended").error().code, "no_such_user");
    EXPECT_EQ(decide_account(work, ids["ines"], "ended").error().code, "no_such_user");
    ASSERT_TRUE(decide_account(work, world.user("carys"), "ended"));
    work.finish();
    EXPECT_EQ(world.value("SELECT count(*) FROM user_session"), "0");
    EXPECT_EQ(world.value("SELECT count(*) FROM user_invitation"), "0");
    EXPECT_EQ(sign_in_with("carys", kPassword).error().code, "sign_in_failed");
}

// What waits is given to nobody by any way of asking who may do what.
TEST_F(AccountTest, ARoleThatWaitsCountsNowhere) {
    auto work = as("admin");
    auto user = *access::user(work, world.user("bea"));
    user.roles.push_back({"hub_manager", "area", world.area("SCA").value, user.valid});
    ASSERT_TRUE(update_user(work, user));
    work.finish();
    auto asking = as("helen");
    EXPECT_FALSE(may_in(asking, world.user("bea"), Permission::TriageReferrals, world.area("SCA")));
    for (auto const& holder : who_may(asking, Permission::ReadAudit)) {
        EXPECT_NE(holder.user, world.user("bea"));
    }
}

// Which is refused once the code is right, so that nobody else learns what it is held against; and
// is no guess of the code.
TEST_F(AccountTest, AnInvitationTakesNoPasswordOfWhatStandsCloseToThePerson) {
    world.run("UPDATE org_agency SET name = 'Ynysmaengwyn' WHERE id = '" +
              world.agency("police").value + "'");
    propose();
    auto const token = invite_as("admin", "nia");
    auto const code = *code_from("ines", "nia");
    EXPECT_EQ(accept(token, "AAAA-BBBB", "Ynysmaengwyn1").error().code, "invitation_not_good");
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(accept(token, code, "Ynysmaengwyn1").error().fields,
                  (std::vector<FieldError>{{"password", "too_common"}}));
    }
    EXPECT_TRUE(accept(token, code));
}

}  // namespace

}  // namespace waymark::access
