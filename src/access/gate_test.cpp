// What the gate and sign-in promise: who gets in, with which scopes, and what is recorded.

#include "access/gate.h"

#include "access/accounts.h"
#include "access/memory.h"
#include "access/sign_in.h"
#include "test_world.h"

#include <gtest/gtest.h>

#include <set>

namespace waymark::access {

namespace {

auto const kDeadline = [] { return store::Deadline::after(std::chrono::seconds{20}); };

Result<SignedIn> try_password(TestWorld& world, std::string const& email,
                              std::string const& password,
                              std::string const& address = "192.0.2.1") {
    return sign_in(world.database(), {email, password, address, "test"}, std::chrono::hours{12},
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

TEST(SignIn, SlowsAnAddressThatTriesManyAccounts) {
    TestWorld world;
    for (std::string const name : {"marek", "bea", "carys", "dev", "helen", "dpo", "admin"}) {
        for (int i = 0; i < 5; ++i) (void)try_password(world, name + "@example.org", "a guess");
    }
    auto const waiting = try_password(world, "amal@example.org", kPassword);
    ASSERT_FALSE(waiting);
    EXPECT_EQ(waiting.error().refusal, Refusal::TooMany);
    EXPECT_TRUE(try_password(world, "amal@example.org", kPassword, "192.0.2.2"));
}

TEST(SignIn, AnOfficeThatMistypesNowAndThenIsNeverSlowed) {
    TestWorld world;
    for (int i = 0; i < 40; ++i) {
        (void)try_password(world, "bea@example.org", "mistyped");
        world.pass(std::chrono::minutes{61});
    }
    (void)try_password(world, "bea@example.org", "mistyped");
    EXPECT_TRUE(try_password(world, "amal@example.org", kPassword));
    // Nor is it kept for ever who mistyped where.
    world.pass_days(2);
    ASSERT_TRUE(try_password(world, "amal@example.org", kPassword));
    EXPECT_EQ(world.value("SELECT count(*) FROM user_sign_in_failure"), "0");
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

// A county's analyst who is also an officer of one hub is no officer of the others.
TEST(Gate, OpensNothingByARoleThatOnlyCountsToWhoReadsByAnother) {
    for (std::string const held_at : {"area", "partnership"}) {
        TestWorld world;
        auto work = world.work_of_system();
        auto user = *access::user(work, world.user("amal"));
        auto const id = held_at == "area" ? world.area("HAR").value : world.partnership().value;
        user.roles.push_back({"analyst", held_at, id, user.valid});
        ASSERT_TRUE(update_user(work, user));
        work.finish();
        auto now = world.work_as("amal");
        auto const& actor = now->actor();
        EXPECT_EQ(actor.scopes.size(), 3u) << held_at;
        EXPECT_FALSE(actor.sees_partnership) << held_at;
        EXPECT_FALSE(actor.works_in(world.area("HAR"))) << held_at;
        EXPECT_TRUE(actor.may_in(Permission::SeeHubPicture, world.area("HAR"))) << held_at;
        EXPECT_FALSE(actor.may_in(Permission::RunCases, world.area("HAR"))) << held_at;
        EXPECT_TRUE(actor.may_in(Permission::RunCases, world.area("SCA"))) << held_at;
    }
}

TEST(Gate, GivesAnAnalystAloneThePlaceThatIsCounted) {
    TestWorld world;
    world.run("UPDATE role_assignment SET role = 'analyst' WHERE role = 'hub_officer'");
    auto work = world.work_as("amal");
    EXPECT_EQ(work->actor().scopes.size(), 3u);
    EXPECT_TRUE(work->actor().works_in(world.area("SCA")));
}

TEST(Directory, KnowsWhichAgenciesRunHubs) {
    TestWorld world;
    auto work = world.work_as("helen");
    EXPECT_TRUE(runs_hubs(work, world.agency("council")));
    EXPECT_FALSE(runs_hubs(work, world.agency("police")));
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
    EXPECT_EQ(users(work, std::nullopt, 10).error().code, "not_an_administrator");
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
    auto const refused = create_user(work, wrong);
    ASSERT_FALSE(refused);
    std::vector<FieldError> const expected = {{"email", "not_an_email"},
                                              {"name", "required"},
                                              {"agency_id", "not_found"},
                                              {"valid_to", "before_start"},
                                              {"roles[0].held_at", "not_offered"}};
    EXPECT_EQ(refused.error().fields, expected);
}

// Somebody with a hub officer's role in this many areas, each for `days` days, one after the other
// or all at once.
User spread_thin(TestWorld& world, Work& work, int areas, int days_apart) {
    auto user = *access::user(work, world.user("amal"));
    user.roles.clear();
    for (int i = 0; i < areas; ++i) {
        Area const area{.id = {},
                        .code = "X" + std::string(1, static_cast<char>('A' + i)) + "X",
                        .name = "Area",
                        .gss_code = "",
                        .valid = {make_date(2020, 1, 1), std::nullopt}};
        auto const from = add_days(world.clock.today, i * days_apart);
        RoleHeld held{"hub_officer", "area", create_area(work, area)->value, {from, std::nullopt}};
        if (days_apart > 0) held.valid.to = add_days(from, days_apart - 1);
        user.roles.push_back(held);
    }
    return user;
}

TEST(Directory, RefusesRolesInMorePlacesThanOneReaderCanHave) {
    TestWorld world;
    auto work = world.work_of_system();
    auto user = spread_thin(world, work, static_cast<int>(kMostPlaces) + 1, 0);
    auto const refused = update_user(work, user);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields, (std::vector<FieldError>{{"roles", "too_many"}}));
    user.roles.pop_back();
    auto const kept = update_user(work, user);
    ASSERT_TRUE(kept);
    work.finish();
    EXPECT_EQ(world.work_as("amal")->actor().scopes.size(), kMostScopes);
}

TEST(Directory, CountsOnlyPlacesThatAreOpenAtOneTime) {
    TestWorld world;
    auto work = world.work_as("admin");
    EXPECT_TRUE(update_user(work, spread_thin(world, work, 15, 30)));
}

TEST(Directory, CountsTheWholePartnershipAsOnePlace) {
    TestWorld world;
    auto work = world.work_as("admin");
    auto user = spread_thin(world, work, 15, 0);
    user.roles.push_back({"head_of_safer_communities",
                          "partnership",
                          world.partnership().value,
                          {world.clock.today, std::nullopt}});
    EXPECT_TRUE(update_user(work, user));
}

TEST(Directory, PagesThroughPeopleOfOneName) {
    TestWorld world;
    world.run("UPDATE user_account SET name = 'Sam Smith'");
    auto work = world.work_as("admin");
    std::set<std::string> seen;
    std::optional<UserId> after;
    for (int pages = 0; pages < 20; ++pages) {
        auto const page = *users(work, after, 3);
        if (page.empty()) break;
        for (auto const& user : page) EXPECT_TRUE(seen.insert(user.id.value).second);
        after = page.back().id;
    }
    EXPECT_EQ(std::to_string(seen.size()), world.value("SELECT count(*) FROM user_account"));
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
                        "{end}) WHERE y IN {scopes} {open y}"};
    EXPECT_EQ(sql.for_reader(2, false).text,
              "SELECT x FROM (SELECT * FROM ( SELECT x FROM t WHERE s = $2 ) AS arm_0 UNION "
              "SELECT * FROM ( SELECT x FROM t WHERE s = $3 ) AS arm_1) WHERE y IN ($2, $3) ");
    EXPECT_NE(sql.for_reader(0, false).text.find("y IN (NULL)"), std::string_view::npos);
    // The reader's id comes after the scopes.
    EXPECT_TRUE(sql.for_reader(2, true).text.ends_with(
        "y IN ($2, $3) AND NOT EXISTS (SELECT 1 FROM access_shut_out o WHERE o.user_id = $4 AND "
        "o.record_id = y)"));
}

TEST(Scopes, ExpandPartsThatLeaveOutWhatEarlierOnesGave) {
    ScopedSql const sql{"test.parts", 1,
                        "{parts}SELECT n FROM t WHERE s = {scope}"
                        "{later} AND o NOT IN {earlier}{end_later}{end}{open n}"};
    EXPECT_EQ(sql.for_reader(3, false).text,
              "SELECT * FROM (SELECT n FROM t WHERE s = $2) AS arm_0 UNION ALL "
              "SELECT * FROM (SELECT n FROM t WHERE s = $3 AND o NOT IN ($2)) AS arm_1 UNION ALL "
              "SELECT * FROM (SELECT n FROM t WHERE s = $4 AND o NOT IN ($2, $3)) AS arm_2");
}

TEST(Scopes, RefuseAStatementThatWouldNotCloseARecord) {
    EXPECT_THROW((ScopedSql{"test.leak", 0, "SELECT x FROM t WHERE s IN {scopes}"}),
                 std::logic_error);
    EXPECT_THROW((ScopedSql{"test.leak", 0, "{arms}SELECT x FROM t WHERE s = {scope}{end}"}),
                 std::logic_error);
    EXPECT_THROW((IdsSql{"test.leak", "SELECT x FROM t WHERE i IN {ids} AND s IN {scopes}"}),
                 std::logic_error);
}

}  // namespace

}  // namespace waymark::access
