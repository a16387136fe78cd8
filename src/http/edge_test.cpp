// What the edge promises around every handler: who gets in, what a refusal looks like, that a
// change is made once and recorded, and that no answer leaves without its audit.

#include "access/api_tokens.h"
#include "edge_world_test.h"
#include "foundation/text.h"

#include <mutex>
#include <thread>

namespace waymark::http {

namespace {

class EdgeTest : public EdgeWorld {};

TEST_F(EdgeTest, EveryRouteNamesItsAuditOrShowsNoRecord) {
    for (auto const& route : all_routes()) {
        EXPECT_TRUE(route.mode == Mode::Read || !route.audit_name.empty()) << route.path;
        EXPECT_TRUE(route.path.starts_with("/")) << route.path;
        if (route.method == "POST" && route.mode == Mode::Write) {
            // What is kept to know a request by would be a digest of the address; or its answer has
            // recovery codes in it.
            bool const holds_a_secret = route.path == "/people/{id}/safe-address" ||
                                        route.path.starts_with("/session/passkeys");
            EXPECT_EQ(route.create, holds_a_secret ? Create::No : Create::Yes) << route.path;
        }
    }
}

TEST_F(EdgeTest, EveryRouteRefusesWhoeverIsNotSignedIn) {
    for (auto const& route : all_routes()) {
        auto asked = request({"", ""}, std::string{route.method}, std::string{route.path}, "{}");
        asked.if_match = "\"1\"";
        auto const response = send(asked);
        EXPECT_EQ(response.status, 401) << route.method << " " << route.path;
    }
}

TEST_F(EdgeTest, TellsAWrongPathFromAWrongMethod) {
    auto const session = sign_in("amal");
    EXPECT_EQ(send(request(session, "GET", "/nothing")).status, 404);
    EXPECT_EQ(send(request(session, "DELETE", "/my-work")).status, 405);
    EXPECT_EQ(send(request(session, "GET", "/cases/")).status, 404);
}

// Of a user who must set up a second factor first, wherever the route is.
TEST_F(EdgeTest, OpensNothingButTheSessionToWhoMustSetUpASecondFactor) {
    world.run("UPDATE org_partnership SET is_demo = 0");
    world.run("UPDATE user_account SET confirmed_on = '9999-01-01'");
    Edge strict{{.database = &world.database(),
                 .catalogue = &catalogue,
                 .password_cost = access::PasswordCost::Minimal},
                {.second_factor_required = true},
                {},
                audit_queue};
    auto const session = sign_in("helen");
    for (auto const& route : all_routes()) {
        auto asked = request(session, std::string{route.method}, std::string{route.path}, "{}");
        asked.if_match = "\"1\"";
        if (route.path == "/session" && route.method == "DELETE") continue;
        std::promise<Response> answered;
        strict.handle(std::move(asked),
                      [&](Response response) { answered.set_value(std::move(response)); }, {});
        auto const response = answered.get_future().get();
        if (route.path.starts_with("/session")) {
            EXPECT_NE(response.status, 403) << route.method << " " << route.path;
        } else {
            EXPECT_EQ(response.status, 403) << route.method << " " << route.path;
            EXPECT_EQ(code_of(response), "second_factor_needed");
        }
    }
}

TEST_F(EdgeTest, RefusesAChangeWithoutTheSessionsOwnToken) {
    auto const session = sign_in("amal");
    auto forged = request(session, "POST", "/referrals", R"({"form":{}})");
    forged.csrf_token = "guessed";
    auto const response = send(forged);
    EXPECT_EQ(response.status, 403);
    EXPECT_EQ(code_of(response), "csrf_token_wrong");
    EXPECT_EQ(world.value("SELECT count(*) FROM referral_record"), "0");
}

// A partner's system sends no cookie, so nobody can make a browser send its request.
TEST_F(EdgeTest, LetsASystemInByItsTokenAndBooksItsUse) {
    world.run("UPDATE user_account SET kind = 'system' WHERE email = 'carys@example.org'");
    auto system = world.work_of_system();
    auto const token =
        access::make_token(system, world.user("carys"),
                           {{"make_referrals"}, add_days(london_date(system_clock().now), 30)});
    system.finish();
    ASSERT_TRUE(token);
    auto asked = request({*token, "no session's"}, "POST", "/referrals", R"({"form":{}})");
    EXPECT_EQ(send(asked).status, 401);  // in the cookie it is nothing
    asked.by_api_token = true;
    EXPECT_EQ(send(asked).status, 201);
    auto reading = request({*token, ""}, "GET", "/my-work");
    reading.by_api_token = true;
    EXPECT_EQ(send(reading).status, 200);
    EXPECT_EQ(world.value("SELECT last_used_on FROM user_api_token"),
              to_text(london_date(system_clock().now)));
    auto beyond = request({*token, ""}, "GET", "/cases");
    beyond.by_api_token = true;
    EXPECT_EQ(send(beyond).status, 403);
    world.run("DELETE FROM user_api_token");
    EXPECT_EQ(send(reading).status, 401);
}

TEST_F(EdgeTest, RefusesWhatTheRoleDoesNotAllow) {
    auto const session = sign_in("admin");
    auto const response = send(request(session, "GET", "/cases"));
    EXPECT_EQ(response.status, 403);
    EXPECT_EQ(code_of(response), "not_permitted");
}

TEST_F(EdgeTest, NotesWhoWasRefusedWhat) {
    auto const id = open_case(sign_in("amal"));
    auto const bea = sign_in("bea");
    auto const before = world.value("SELECT count(*) FROM audit_entry");
    EXPECT_EQ(send(request(bea, "GET", "/cases/" + id)).status, 404);
    EXPECT_EQ(send(request(bea, "GET", "/cases/what-somebody-typed")).status, 404);
    EXPECT_EQ(send(request(bea, "GET", "/exports/cases")).status, 403);
    auto write = request(bea, "PUT", "/cases/" + id + "/stage", R"({"stage":"assess"})");
    write.if_match = "\"1\"";
    EXPECT_EQ(send(write).status, 404);
    auto forged = request(bea, "POST", "/referrals", R"({"form":{}})");
    forged.csrf_token = "another";
    EXPECT_EQ(send(forged).status, 403);
    std::string said;
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    for (auto const& row : tx.all({"test.refused",
                                   "SELECT actor_id, subject_kind, subject_id, detail FROM "
                                   "audit_entry WHERE action = 'request.refuse' ORDER BY sequence"},
                                  {})) {
        EXPECT_EQ(row.text("actor_id"), world.user("bea").value);
        EXPECT_EQ(row.text("subject_kind") + row.text("subject_id"), "refused");
        said += row.text("detail") + "\n";
    }
    EXPECT_EQ(said, "case.read " + id + "\ncase.read\ncase.export\ncase.move " + id +
                        "\nreferral.start\n");
    EXPECT_EQ(std::to_string(std::stoll(before) + 5),
              world.value("SELECT count(*) FROM audit_entry"));
}

TEST_F(EdgeTest, DoesACreateOnceForEachKey) {
    auto const session = sign_in("amal");
    auto first = request(session, "POST", "/referrals", R"({"form":{}})");
    auto const made = send(first);
    ASSERT_EQ(made.status, 201) << made.body;
    auto const again = send(first);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, made.body);
    EXPECT_EQ(world.value("SELECT count(*) FROM referral_record"), "1");

    first.body_text = R"({"form":{"other":true}})";
    EXPECT_EQ(code_of(send(first)), "idempotency_key_used");
    first.idempotency_key = "";
    EXPECT_EQ(code_of(send(first)), "idempotency_key_required");
}

TEST_F(EdgeTest, AnotherPersonsKeyIsTheirOwn) {
    auto asked = request(sign_in("amal"), "POST", "/referrals", R"({"form":{}})");
    ASSERT_EQ(send(asked).status, 201);
    auto const other = sign_in("bea");
    asked.session_token = other.token;
    asked.csrf_token = other.csrf;
    EXPECT_EQ(send(asked).status, 201);
    EXPECT_EQ(world.value("SELECT count(*) FROM referral_record"), "2");
}

TEST_F(EdgeTest, TellsALateEditWhatChangedAndByWhom) {
    auto const amal = sign_in("amal");
    auto const id = open_case(amal);
    auto const body = R"({"title":"Shelters and slipway","lead_agency_id":")" +
                      world.agency("council").value + R"("})";
    auto edit = request(sign_in("marek"), "PUT", "/cases/" + id, body);
    EXPECT_EQ(send(edit).status, 428);
    edit.if_match = "\"1\"";
    auto const changed = send(edit);
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(changed.etag, "\"2\"");

    auto late = request(amal, "PUT", "/cases/" + id, body);
    late.if_match = "\"1\"";
    auto const response = send(late);
    ASSERT_EQ(response.status, 412);
    auto const problem = *parse_object(response.body, 8);
    auto const& changes = problem.at("changes").as_array();
    ASSERT_FALSE(changes.empty());
    EXPECT_EQ(changes.at(0).at("by").as_string(), "marek");
    EXPECT_FALSE(changes.at(0).at("fields").as_array().empty());
}

TEST_F(EdgeTest, AStrangerIsToldThatACaseDoesNotExist) {
    auto const id = open_case(sign_in("amal"));
    auto const bea = sign_in("bea");
    auto const hidden = send(request(bea, "GET", "/cases/" + id));
    auto const absent = send(request(bea, "GET", "/cases/01900000-0000-7000-8000-000000000000"));
    EXPECT_EQ(hidden.status, 404);
    EXPECT_EQ(hidden.body, absent.body);
}

TEST_F(EdgeTest, ReadingARecordIsInTheAuditBeforeTheAnswerLeaves) {
    auto const session = sign_in("amal");
    auto const id = open_case(session);
    auto const reads = [&] {
        return std::stoi(
            world.value("SELECT count(*) FROM audit_entry WHERE action = 'case.read' "
                        "AND subject_id = '" +
                        id + "'"));
    };
    auto const before = reads();
    ASSERT_EQ(send(request(session, "GET", "/cases/" + id)).status, 200);
    EXPECT_GT(reads(), before);
}

TEST_F(EdgeTest, ReadingsThatWaitTogetherAreAnsweredEachForWhoeverAsked) {
    auto const amal = sign_in("amal");
    auto const bea = sign_in("bea");
    auto const id = open_case(amal);
    std::vector<Request> asked = {request(amal, "GET", "/cases/" + id),
                                  request(bea, "GET", "/cases/" + id),
                                  request({"", ""}, "GET", "/cases/" + id),
                                  request(amal, "GET", "/nothing"),
                                  request(sign_in("marek"), "GET", "/exports/cases"),
                                  request(amal, "POST", "/referrals", R"({"form":{}})"),
                                  request(amal, "GET", "/cases/" + id + "/chronology")};
    std::vector<std::promise<int>> answers(asked.size());
    JobQueue queue;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        queue.add({std::move(asked[i]),
                   [&, i](Response const& response) { answers[i].set_value(response.status); },
                   [&, i](Response const& head) {
                       return Sink{[&, i, status = head.status](std::string_view piece) {
                           if (piece.empty()) answers[i].set_value(status);
                           return true;
                       }};
                   }});
    }
    // As often as the server posts it: once for each request.
    for (std::size_t i = 0; i < answers.size(); ++i) edge.work_off(queue);
    EXPECT_EQ(queue.size(), 0u);
    std::vector<int> statuses;
    for (auto& answer : answers) statuses.push_back(answer.get_future().get());
    EXPECT_EQ(statuses, (std::vector{200, 404, 401, 404, 200, 201, 200}));
    EXPECT_EQ(world.value("SELECT count(*) FROM audit_entry WHERE action = 'case.read' AND "
                          "detail = '' AND subject_id = '" +
                          id + "'"),
              "2");
}

TEST_F(EdgeTest, AFailureIsToldToWhoeverAskedAndToNobodyElse) {
    auto const amal = sign_in("amal");
    auto const id = open_case(amal);
    auto const broken = open_case(amal);
    // What the program wrote itself is not a date any more.
    world.run("UPDATE case_record SET opened_on = 'soon' WHERE id = '" + broken + "'");
    std::vector<std::vector<int>> answers(3);
    std::mutex mutex;
    JobQueue queue;
    auto const ids = {id, broken, id};
    for (std::size_t i = 0; auto const& one : ids) {
        queue.add({request(amal, "GET", "/cases/" + one),
                   [&, i](Response const& response) {
                       std::lock_guard const lock{mutex};
                       answers[i].push_back(response.status);
                   },
                   {}});
        ++i;
    }
    for (int i = 0; i < 3; ++i) edge.work_off(queue);
    for (int tries = 0; tries < 200; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
        std::lock_guard const lock{mutex};
        if (!answers[0].empty() && !answers[1].empty() && !answers[2].empty()) break;
    }
    std::lock_guard const lock{mutex};
    EXPECT_EQ(answers, (std::vector<std::vector<int>>{{200}, {500}, {200}}));
}

TEST_F(EdgeTest, AnExportIsAuditedAndEndsWhole) {
    open_case(sign_in("amal"));
    auto const response = send(request(sign_in("marek"), "GET", "/exports/cases"));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(std::count(response.body.begin(), response.body.end(), '\n'), 2) << response.body;
    EXPECT_EQ(world.value("SELECT count(*) FROM audit_entry WHERE action = 'case.export'"), "1");
}

TEST_F(EdgeTest, NoAuditNoAnswer) {
    if (world.database().engine() != store::Engine::Sqlite) {
        GTEST_SUCCEED();
        return;
    }
    auto const session = sign_in("amal");
    auto const id = open_case(session);
    auto holder = world.database().begin(store::Mode::Write, store::Deadline::never());
    auto const response = send(request(session, "GET", "/cases/" + id));
    EXPECT_EQ(response.status, 503);
    EXPECT_EQ(response.body.find("Harbour"), std::string::npos);
}

TEST_F(EdgeTest, NamesEveryMistakeAndRepeatsNothingThatWasTyped) {
    auto const session = sign_in("amal");
    auto const response = send(request(
        session, "POST", "/people",
        R"({"given_names":7,"family_name":"Marked-Name","secret-field":1,"date_of_birth":"soon"})"));
    EXPECT_EQ(response.status, 400);
    auto const problem = *parse_object(response.body, 8);
    EXPECT_EQ(problem.at("fields").as_array().size(), 3u) << response.body;
    EXPECT_EQ(response.body.find("Marked-Name"), std::string::npos);
    EXPECT_EQ(response.body.find("secret-field"), std::string::npos);
}

TEST_F(EdgeTest, RefusesWhatIsNotJsonOrNestedTooDeep) {
    auto const session = sign_in("amal");
    EXPECT_EQ(code_of(send(request(session, "POST", "/people", "{"))), "not_json");
    std::string deep = R"({"form":)";
    for (int i = 0; i < 40; ++i) deep += R"({"a":)";
    deep += "1" + std::string(41, '}');
    EXPECT_EQ(code_of(send(request(session, "POST", "/referrals", deep))), "not_json");
    auto form = request(session, "POST", "/people", "a=b");
    form.content_type = "application/x-www-form-urlencoded";
    EXPECT_EQ(send(form).status, 415);
}

// A form of another site can be sent without asking, but not as JSON.
TEST_F(EdgeTest, SignsInOnlyWhoSendsJson) {
    Request form;
    form.method = "POST";
    form.path = "/session";
    form.network_address = "192.0.2.1";
    form.content_type = "text/plain";
    form.body_text =
        R"({"email":"amal@example.org","password":")" + std::string{kPassword} + R"("})";
    EXPECT_EQ(send(form).status, 415);
    form.content_type = "application/json";
    EXPECT_EQ(send(form).status, 200);
}

TEST_F(EdgeTest, SlowsDownAnAddressThatSignsInTooOften) {
    Request wrong;
    wrong.method = "POST";
    wrong.path = "/session";
    wrong.network_address = "192.0.2.9";
    wrong.content_type = "application/json";
    wrong.body_text = "[";
    int refused = 0;
    for (int i = 0; i < 210; ++i) {
        if (code_of(send(wrong)) == "wait_and_try_again") ++refused;
    }
    EXPECT_EQ(refused, 10);
}

TEST_F(EdgeTest, SlowsDownASessionThatAsksTooOften) {
    auto const session = sign_in("amal");
    int refused = 0;
    for (int i = 0; i < 210; ++i) {
        if (send(request(session, "GET", "/session")).status == 429) ++refused;
    }
    // Its first counted for its address: nobody knew it yet.
    EXPECT_EQ(refused, 9);
}

// Where a password or a code is asked for again.
TEST_F(EdgeTest, GivesASessionFewGuessesAMinute) {
    auto const session = sign_in("amal");
    EXPECT_EQ(send(request(session, "GET", "/session")).status, 200);
    int tried = 0;
    for (int i = 0; i < 10; ++i) {
        auto const response = send(request(session, "PUT", "/session/second-factor",
                                           R"({"current_password":"not the pass phrase"})"));
        if (response.status == 400) ++tried;
    }
    EXPECT_EQ(tried, 6);
    EXPECT_EQ(send(request(session, "GET", "/session")).status, 200);
}

TEST_F(EdgeTest, SigningOutEndsTheSession) {
    auto const session = sign_in("amal");
    EXPECT_EQ(send(request(session, "DELETE", "/session")).status, 204);
    EXPECT_EQ(send(request(session, "GET", "/session")).status, 401);
}

}  // namespace

}  // namespace waymark::http
