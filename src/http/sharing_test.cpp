// Sharing at the edge: nobody is let in while anything that is over is still filed, and asking for
// a case tells nothing.

#include "http/edge_world_test.h"

#include <array>

namespace waymark::http {

namespace {

class SharingAtTheEdge : public EdgeWorld {
  protected:
    SharingAtTheEdge() : amal(sign_in("amal")), carys(sign_in("carys")), id(open_case(amal)) {}

    std::string terms() const {
        return R"("purpose":"prevent_crime","gateway":"CDA115","agreement_id":")" +
               world.agreement().value + R"(","ends_on":")" +
               to_text(add_days(system_clock().today, 30)) + R"(","reason":"They patrol there")";
    }
    void share(std::string const& depth) {
        auto const response =
            send(request(amal, "POST", "/cases/" + id + "/sharing",
                         R"({"to_kind":"agency","to_id":")" + world.agency("police").value +
                             R"(","depth":")" + depth + R"(",)" + terms() + "}"));
        ASSERT_EQ(response.status, 201) << response.body;
    }
    void let_time_pass() {
        auto const before = to_text(system_clock().now - std::chrono::seconds{1});
        world.run("UPDATE sharing_grant SET until = '" + before + "'");
        world.run("UPDATE access_version SET next_end = '" + before + "'");
    }
    int reading(Session const& who) { return send(request(who, "GET", "/cases/" + id)).status; }

    Session amal, carys;
    std::string id;
};

TEST_F(SharingAtTheEdge, OpensTheCaseAndClosesItAtTheVeryInstant) {
    EXPECT_EQ(reading(carys), 404);
    share("content");
    EXPECT_EQ(reading(carys), 200);
    let_time_pass();
    EXPECT_EQ(reading(carys), 404);
    EXPECT_EQ(world.value("SELECT ending FROM sharing_grant"), "expired");
    EXPECT_EQ(world.value("SELECT next_end FROM access_version"), "");
    EXPECT_EQ(world.value("SELECT actor_id FROM audit_entry WHERE action = 'grant.end'"),
              "system:sharing");
    EXPECT_EQ(reading(amal), 200);
}

TEST_F(SharingAtTheEdge, IsOverForWritingToo) {
    share("content");
    let_time_pass();
    auto const noted = send(request(carys, "POST", "/cases/" + id + "/chronology",
                                    R"({"kind":"note","nature":"fact","body":"Seen there"})"));
    EXPECT_EQ(noted.status, 404) << noted.body;
    EXPECT_EQ(world.value("SELECT count(*) FROM case_entry WHERE kind = 'note'"), "0");
}

TEST_F(SharingAtTheEdge, IsOverForAReadingThatCameBehindAnother) {
    share("content");
    let_time_pass();
    JobQueue queue;
    Session const nobody{"no such session", ""};
    std::array<std::promise<int>, 3> answers;
    std::array<Session const*, 3> const readers{&nobody, &carys, &carys};
    for (std::size_t i = 0; i < readers.size(); ++i) {
        queue.add({request(*readers[i], "GET", "/cases/" + id),
                   [&, i](Response const& response) { answers[i].set_value(response.status); },
                   {}});
    }
    for (std::size_t i = 0; i < answers.size(); ++i) edge.work_off(queue);
    std::vector<int> statuses;
    for (auto& answer : answers) statuses.push_back(answer.get_future().get());
    EXPECT_EQ(statuses, (std::vector{401, 404, 404})) << "each once";
}

TEST_F(SharingAtTheEdge, TellsInPartWhatTheDepthGivesAndNoMore) {
    share("existence");
    EXPECT_EQ(reading(carys), 404);
    auto const body = send(request(carys, "GET", "/shared-in-part")).body;
    EXPECT_NE(body.find(R"("depth":"existence")"), std::string::npos);
    EXPECT_NE(body.find(R"("title":null,"stage":null,"risk_band":null,"is_open":null)"),
              std::string::npos)
        << body;
    EXPECT_EQ(body.find("Harbour shelters"), std::string::npos);
    EXPECT_EQ(body.find(id), std::string::npos);
}

TEST_F(SharingAtTheEdge, TakesWhatIsAskedForAlikeWhetherThereIsSuchACaseOrNone) {
    auto const reference = world.value("SELECT reference FROM case_record");
    auto const ask = [&](std::string const& said) {
        auto response =
            send(request(carys, "POST", "/access-requests",
                         R"({"reference":")" + said +
                             R"(","depth":"content","purpose":"prevent_crime","reason":"R"})"));
        EXPECT_EQ(response.status, 201);
        return response.body.substr(0, 10) + std::to_string(response.body.size());
    };
    EXPECT_EQ(ask(reference), ask("SCA-2026-0000"));
    auto mine = send(request(carys, "GET", "/access-requests")).body;
    EXPECT_EQ(mine.find(id), std::string::npos);
}

}  // namespace

}  // namespace waymark::http
