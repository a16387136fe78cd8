// What the gate and sign-in promise: who gets in, with which scopes, and what is recorded.

#include "access/gate.h"

#include "access/directory.h"
#include "access/memory.h"
#include "access/sign_in.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::access {

namespace {

auto const kDeadline = [] { return store::Deadline::after(std::chrono::seconds{20}); };

Result<SignedIn> try_password(TestWorld& world, std::string const& email,
                              std::string const& password) {
    return sign_in(world.database(), {email, password, "192.0.2.1", "test"}, std::chrono::hours{12},
                   world.clock, kDeadline());
}

// Whether the session still opens the gate at the world's time.
bool admits(TestWorld& world, std::string const& token) {
    auto tx = world.database().begin(store::Mode::Read, kDeadline());
    SessionView session;
    Memory memory;
    return bool(Gate::admit(tx, memory, token, {}, world.clock, "test", session));
}

TEST(SignIn, GivesASessionThatOpensTheGate) {
    TestWorld world;
    auto const signed_in = try_password(world, " Amal@Example.org ", kPassword);
    ASSERT_TRUE(signed_in);
    EXPECT_EQ(signed_in->user, world.user("amal"));
    EXPECT_TRUE(admits(world, signed_in->session_token));
    EXPECT_FALSE(admits(world, signed_in->session_token + "0"));
    EXPECT_EQ(world.audit_trail(), "amal session.create user\n");
}

TEST(SignIn, KeepsOnlyTheDigestOfTheToken) {
    TestWorld world;
    auto const signed_in = try_password(world, "amal@example.org", kPassword);
    EXPECT_EQ(world.dump().find(signed_in->session_token), std::string::npos);
}

TEST(SignIn, SaysTheSameOfAWrongPasswordAndAnUnknownAddress) {
    TestWorld world;
    auto const wrong = try_password(world, "amal@example.org", "not the pass phrase");
    auto const unknown = try_password(world, "nobody@example.org", kPassword);
    ASSERT_FALSE(wrong);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(wrong.error().code, unknown.error().code);
    EXPECT_EQ(wrong.error().refusal, unknown.error().refusal);
}

TEST(SignIn, MakesGuessingSlowAndThenForgives) {
    TestWorld world;
    for (int i = 0; i < 6; ++i) (void)try_password(world, "amal@example.org", "a wrong guess");
    auto const waiting = try_password(world, "amal@example.org", kPassword);
    ASSERT_FALSE(waiting);
    EXPECT_EQ(waiting.error().refusal, Refusal::TooMany);
    world.pass(std::chrono::minutes{15});
    EXPECT_TRUE(try_password(world, "amal@example.org", kPassword));
}

TEST(SignIn, RefusesAnAccountOutsideItsDates) {
    TestWorld world;
    world.run("UPDATE user_account SET valid_to = '2026-02-01' WHERE email = 'amal@example.org'");
    auto const former = try_password(world, "amal@example.org", kPassword);
    ASSERT_FALSE(former);
    EXPECT_EQ(former.error().code, "sign_in_failed");
}

TEST(Session, EndsWhenItRestsTooLongOrLastsTooLong) {
    TestWorld world;
    auto const token = try_password(world, "amal@example.org", kPassword)->session_token;
    world.pass(std::chrono::minutes{29});
    EXPECT_TRUE(admits(world, token));
    world.pass(std::chrono::minutes{1});
    EXPECT_FALSE(admits(world, token));

    auto const busy = try_password(world, "amal@example.org", kPassword)->session_token;
    for (int i = 0; i < 12 * 60 / 20; ++i) {
        world.pass(std::chrono::minutes{20});
        auto tx = world.database().begin(store::Mode::Write, kDeadline());
        touch_session(tx, busy, world.clock.now);
        tx.commit();
    }
    EXPECT_FALSE(admits(world, busy));
}

TEST(Session, EndsAtOnceWhenRolesChange) {
    TestWorld world;
    auto const token = try_password(world, "amal@example.org", kPassword)->session_token;
    auto work = world.work_as("admin");
    auto user = *access::user(work, world.user("amal"));
    user.roles.clear();
    ASSERT_TRUE(update_user(work, user));
    work.finish();
    EXPECT_FALSE(admits(world, token));
}

TEST(Gate, GivesAHubOfficerTheirHubAgencyAndSelf) {
    TestWorld world;
    auto work = world.work_as("amal");
    EXPECT_EQ(work->actor().scopes.size(), 3u);
    EXPECT_TRUE(work->actor().works_in(world.area("SCA")));
    EXPECT_FALSE(work->actor().works_in(world.area("HAR")));
    EXPECT_FALSE(work->actor().may(Permission::Administer));
}

TEST(Gate, GivesAPartnershipWideReaderTheOneScopeThatHoldsAll) {
    TestWorld world;
    auto work = world.work_as("helen");
    EXPECT_EQ(work->actor().scopes.size(), 1u);
    EXPECT_TRUE(work->actor().works_in(world.area("HAR")));
}

TEST(Gate, GivesAnAdministratorNoRecords) {
    TestWorld world;
    EXPECT_TRUE(world.work_as("admin")->actor().scopes.empty());
    EXPECT_FALSE(world.work_as("admin")->actor().may(Permission::ReadCases));
}

TEST(Gate, ForgetsARoleThatIsOver) {
    TestWorld world;
    world.run("UPDATE role_assignment SET valid_to = '2026-02-01' WHERE role = 'hub_officer'");
    EXPECT_FALSE(world.work_as("amal")->actor().may(Permission::ReadCases));
    EXPECT_TRUE(world.work_as("amal")->actor().scopes.empty());
}

TEST(Directory, IsClosedToAllButAdministrators) {
    TestWorld world;
    auto const before = world.dump();
    auto work = world.work_as("helen");
    Area const area{{}, "RYE", "Ryedale", "", {make_date(2020, 1, 1), std::nullopt}};
    auto const refused = create_area(work, area);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().refusal, Refusal::Forbidden);
    EXPECT_EQ(users(work, "", 10).error().code, "not_an_administrator");
    EXPECT_EQ(world.dump(), before);
}

TEST(Directory, NamesEveryMistakeAtOnce) {
    TestWorld world;
    auto work = world.work_as("admin");
    User const wrong{.id = {},
                     .agency = {"nowhere"},
                     .email = "no address",
                     .name = " ",
                     .job_title = "",
                     .phone = "",
                     .valid = {make_date(2026, 2, 2), make_date(2026, 2, 1)},
                     .roles = {{"hub_officer", "partnership", world.partnership().value, {}}}};
    auto const refused = create_user(work, wrong, "short", PasswordCost::Minimal);
    ASSERT_FALSE(refused);
    std::vector<FieldError> const expected = {
        {"email", "not_an_email"},           {"name", "required"},
        {"agency_id", "not_found"},          {"valid_to", "before_start"},
        {"roles[0].held_at", "not_offered"}, {"password", "too_short"}};
    EXPECT_EQ(refused.error().fields, expected);
}

TEST(Directory, RefusesAnEditOfWhatSomebodyElseChanged) {
    TestWorld world;
    auto work = world.work_as("admin");
    auto agency = *access::agency(work, world.agency("housing"));
    agency.name = "Moors and Coast Homes";
    ASSERT_TRUE(update_agency(work, agency));
    auto const late = update_agency(work, agency);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().refusal, Refusal::Stale);
}

TEST(Scopes, ExpandOneArmForEachScope) {
    ScopedSql const sql{"test.arms", 1,
                        "SELECT x FROM ({arms} SELECT x FROM t WHERE s = {scope} "
                        "{end}) WHERE y IN {scopes}"};
    EXPECT_EQ(sql.for_scopes(2).text,
              "SELECT x FROM (SELECT * FROM ( SELECT x FROM t WHERE s = $2 ) AS arm_0 UNION "
              "SELECT * FROM ( SELECT x FROM t WHERE s = $3 ) AS arm_1) WHERE y IN ($2, $3)");
    EXPECT_NE(sql.for_scopes(0).text.find("y IN (NULL)"), std::string_view::npos);
}

}  // namespace

}  // namespace waymark::access
