// What the server remembers is never older than the database: whatever changes the directory, by a
// use case or by hand, is in force for the very next request.

#include "access/memory.h"

#include "access/gate.h"
#include "access/sign_in.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::access {

namespace {

class Remembering : public testing::Test {
  protected:
    Remembering() {
        auto const signed_in =
            sign_in(world.database(), {"amal@example.org", kPassword, "192.0.2.1", "test"},
                    std::chrono::hours{12}, world.clock, deadline());
        token = signed_in->session_token;
    }

    static store::Deadline deadline() { return store::Deadline::after(std::chrono::seconds{20}); }

    // What a request of amal's gives that only looks.
    template <class Look>
    auto request(Look look, store::Mode mode = store::Mode::Read) {
        auto tx = world.database().begin(mode, deadline());
        SessionView session;
        auto work = Gate::admit(tx, memory, token, {}, world.clock, "test", session);
        if (!work) throw std::runtime_error(work.error().code);
        return look(*work);
    }
    bool is_let_in() {
        auto tx = world.database().begin(store::Mode::Read, deadline());
        SessionView session;
        return bool(Gate::admit(tx, memory, token, {}, world.clock, "test", session));
    }
    std::int64_t version() { return std::stoll(world.value("SELECT number FROM access_version")); }

    TestWorld world;
    Memory memory;
    std::string token;
};

TEST_F(Remembering, GivesTheSameAnswersAsAsking) {
    auto const look = [&](Work& work) {
        auto const police = agency(work, world.agency("police"));
        auto const area_found = area(work, world.area("SCA"));
        auto const team_found = team(work, world.team("housing"));
        auto const marek = colleague(work, world.user("marek").value);
        return std::tuple{work.actor().name,     work.actor().scopes, police->name,
                          area_found->code,      team_found->name,    marek->name,
                          partnership(work).name};
    };
    auto const asked = request(look, store::Mode::Write);
    auto const first = request(look);
    auto const remembered = request(look);
    EXPECT_EQ(first, asked);
    EXPECT_EQ(remembered, asked);
    EXPECT_TRUE(request([](Work& work) { return work.names() != nullptr; }));
    EXPECT_FALSE(request([](Work& work) { return work.names() != nullptr; }, store::Mode::Write));
    EXPECT_FALSE(request([](Work& work) { return bool(agency(work, {"nobody"})); }));
    EXPECT_FALSE(request([](Work& work) { return bool(colleague(work, "nobody")); }));
}

TEST_F(Remembering, ARoleTakenAwayIsGoneAtTheNextRequest) {
    auto const scopes = [](Work& work) { return work.actor().scopes.size(); };
    ASSERT_GT(request(scopes), 0u);
    world.run("DELETE FROM role_assignment WHERE user_id = '" + world.user("amal").value + "'");
    EXPECT_EQ(request(scopes), 0u);
    EXPECT_FALSE(request([](Work& work) { return work.actor().may(Permission::ReadCases); }));
}

TEST_F(Remembering, AnAccountIsOverOnTheDayAfterItsLast) {
    world.run("UPDATE user_account SET valid_to = '2026-02-02' WHERE email = 'amal@example.org'");
    EXPECT_TRUE(is_let_in());
    EXPECT_TRUE(is_let_in());
    // The session is fresh; only the day is another.
    world.run(
        "UPDATE user_session SET last_used_at = '2026-02-02T23:50:00.000Z', "
        "expires_at = '2026-02-03T12:00:00.000Z'");
    world.clock = clock_at(*parse_instant("2026-02-02T23:59"));
    EXPECT_TRUE(is_let_in());
    world.clock = clock_at(*parse_instant("2026-02-03T00:01"));
    EXPECT_FALSE(is_let_in());
}

TEST_F(Remembering, AnEndedSessionIsNotRemembered) {
    ASSERT_TRUE(is_let_in());
    world.run("DELETE FROM user_session");
    EXPECT_FALSE(is_let_in());
}

TEST_F(Remembering, ANewNameShowsAtTheNextRequest) {
    auto const name = [&](Work& work) { return agency(work, world.agency("police"))->name; };
    (void)request(name);
    world.run("UPDATE org_agency SET name = 'Another Police' WHERE code = 'police'");
    EXPECT_EQ(request(name), "Another Police");
}

TEST_F(Remembering, EveryTableOfTheDirectoryRaisesTheVersion) {
    for (auto const* change :
         {"UPDATE org_partnership SET name = name", "UPDATE org_area SET name = name",
          "UPDATE org_agency SET name = name", "UPDATE org_team SET name = name",
          "UPDATE user_account SET name = name", "UPDATE role_assignment SET role = role",
          "UPDATE access_scope SET kind = kind", "DELETE FROM role_assignment",
          "INSERT INTO access_scope (number, kind, entity_id) VALUES (999, 'agency', 'x')"}) {
        auto const before = version();
        world.run(change);
        EXPECT_GT(version(), before) << change;
    }
    auto const before = version();
    world.run("UPDATE user_session SET last_used_at = last_used_at");
    EXPECT_EQ(version(), before);
}

TEST_F(Remembering, AnOlderSnapshotIsNotKeptOverANewerOne) {
    auto old_tx = world.database().begin(store::Mode::Read, deadline());
    SessionView session;
    // Takes the snapshot, through a memory of its own.
    Memory other;
    ASSERT_TRUE(bool(Gate::admit(old_tx, other, token, {}, world.clock, "test", session)));
    world.run("UPDATE user_account SET name = 'Renamed' WHERE email = 'amal@example.org'");
    auto const name = [](Work& work) { return work.actor().name; };
    EXPECT_EQ(request(name), "Renamed");
    auto const old = Gate::admit(old_tx, memory, token, {}, world.clock, "test", session);
    ASSERT_TRUE(bool(old));
    EXPECT_NE(old->actor().name, "Renamed");
    EXPECT_EQ(request(name), "Renamed");
}

}  // namespace

}  // namespace waymark::access
