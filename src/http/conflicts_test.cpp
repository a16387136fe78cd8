// Somebody whom a conflict of interest shuts out finds nothing by any door: what they are answered
// is byte for byte what it was before the records were there.

#include "edge_world_test.h"
#include "foundation/text.h"

#include <map>
#include <regex>

namespace waymark::http {

namespace {

class ConflictTest : public EdgeWorld {
  protected:
    ConflictTest() : marek(sign_in("marek")), amal(sign_in("amal")), helen(sign_in("helen")) {
        olga = add_person("Olga", "Knownperson", "1980-02-03");
        vera = add_person("Vera", "Harmedperson", "1990-05-06");
    }

    std::string add(Session const& who, std::string const& path, std::string const& body) {
        auto const response = send(request(who, "POST", path, body));
        EXPECT_EQ(response.status, 201) << path << " " << response.body;
        return std::string{parse_object(response.body, 16)->at("id").as_string()};
    }
    static std::string details(std::string const& given, std::string const& family,
                               std::string const& born) {
        return R"("given_names":")" + given + R"(","family_name":")" + family +
               R"(","date_of_birth":")" + born + R"(")";
    }
    std::string add_person(std::string const& given, std::string const& family,
                           std::string const& born) {
        return add(marek, "/people", "{" + details(given, family, born) + "}");
    }
    // Led by Marek, about Olga, and said to have been done to these.
    std::string open_case_of(std::string const& title, std::string const& harmed,
                             std::string const& at) {
        return add(marek, "/cases",
                   R"({"area_id":")" + world.area("SCA").value +
                       R"(","programme_code":"place_problem_solving","title":")" + title +
                       R"(","subject_kind":"place","lead_agency_id":")" +
                       world.agency("council").value + R"(","lead_user_id":")" +
                       world.user("marek").value + R"(","people":[{"person_id":")" + olga +
                       R"(","role":"alleged_perpetrator"})" + harmed + R"(],"places":[)" + at +
                       R"(],"answers":)" + opening_answers() + "}");
    }
    // In a place that no other case has.
    std::string open_hidden_case() {
        place = add(marek, "/places", R"({"kind":"address","line":"9 Hidden Row","town":"Filey"})");
        return open_case_of("Hidden title",
                            R"(,{"person_id":")" + vera + R"(","role":"victim","is_subject":true})",
                            R"({"place_id":")" + place + R"(","role":"where_it_happens"})");
    }
    // With these people, about this place.
    std::string send_referral(std::string const& people, std::string const& about = "") {
        auto const draft = send(request(marek, "POST", "/referrals", R"({"form":{}})"));
        EXPECT_EQ(draft.status, 201) << draft.body;
        auto const id = std::string{parse_object(draft.body, 16)->at("id").as_string()};
        auto sending = request(
            marek, "POST", "/referrals/" + id + "/submission",
            R"({"area_id":")" + world.area("SCA").value +
                R"(","source_kind":"public","source":"self","channel":"phone",)" +
                R"("how_known":"saw_it","programme_code":"antisocial_behaviour",)" +
                R"("subject_kind":"person","class":"nuisance","what_happened":"Shouting",)" +
                R"("risk_now":"no","consent":"given")" + about + R"(,"people":[)" + people + "]}");
        sending.if_match = draft.etag;
        auto const sent = send(sending);
        EXPECT_LT(sent.status, 300) << sent.body;
        return id;
    }
    void declare(Session const& who, std::string const& body) {
        auto const response = send(request(who, "POST", "/people/" + olga + "/interests", body));
        EXPECT_EQ(response.status, 201) << response.body;
    }

    // Every reading that takes no id, and those that take the hub's; with what a reader may ask.
    std::vector<std::string> doors() {
        std::vector<std::string> paths;
        for (auto const& route : all_routes()) {
            if (route.method != "GET") continue;
            auto path =
                replaced(std::string{route.path}, "/hubs/{id}", "/hubs/" + world.area("SCA").value);
            if (path.find('{') == std::string::npos) paths.push_back(path);
        }
        for (char const* const more :
             {"/cases?state=open", "/cases?state=closed", "/cases?state=open&due=review",
              "/cases?state=open&due=action", "/cases?state=open&due=update",
              "/cases?state=open&due=reassessment", "/cases?state=open&lead=me",
              "/cases?state=open&limit=1", "/referrals?state=waiting", "/referrals?state=decided",
              "/search?q=Knownperson", "/search?q=Harmed", "/search?q=Hidden",
              "/exports/cases?state=open", "/exports/cases"}) {
            paths.push_back(more);
        }
        auto const rows = "/hubs/" + world.area("SCA").value + "/picture/rows?figure=";
        auto const ref = catalogue.current("place_problem_solving", "SCA", system_clock().today);
        for (auto const& stage : catalogue.find(*ref)->stages) {
            paths.push_back(rows + "open_by_stage&row=" + stage.code);
        }
        for (char const* const row :
             {"open_by_age&row=under_30", "overdue&row=review", "overdue&row=action",
              "referrals_waiting&row=waiting", "cases_opened", "referrals_received"}) {
            paths.push_back(rows + row);
        }
        return paths;
    }
    static std::string replaced(std::string text, std::string const& what,
                                std::string const& with) {
        auto const at = text.find(what);
        return at == std::string::npos ? text : text.replace(at, what.size(), with);
    }

    // What somebody is answered at each door.
    std::map<std::string, std::string> answers(Session const& who) {
        std::map<std::string, std::string> all;
        for (auto const& path : doors()) {
            auto asked = request(who, "GET", path);
            // As a connection takes a target apart.
            auto const question = path.find('?');
            if (question != std::string::npos) {
                asked.path = path.substr(0, question);
                for (auto const& pair : split(path.substr(question + 1), '&')) {
                    auto const equals = pair.find('=');
                    asked.query[pair.substr(0, equals)] = pair.substr(equals + 1);
                }
            }
            auto const response = send(asked);
            // When it was asked.
            static std::regex const kMoment{R"("as_at":"[^"]*")"};
            all[path] = std::to_string(response.status) + " " + response.etag + " " +
                        std::regex_replace(response.body, kMoment, "");
        }
        for (auto const& body : {"{" + details("Olga", "Knownperson", "1980-02-03") + "}",
                                 "{" + details("Vera", "Harmedperson", "1990-05-06") + "}"}) {
            all["matches " + body] = send(request(who, "POST", "/people/matches", body)).body;
        }
        all["place matches"] =
            send(request(who, "POST", "/places/matches",
                         R"({"kind":"address","line":"9 Hidden Row","town":"Filey"})"))
                .body;
        return all;
    }

    Session marek, amal, helen;
    std::string olga, vera, place;
};

TEST_F(ConflictTest, WhatIsClosedChangesNoAnswerThatTheReaderGets) {
    open_case_of("First title", "", "");
    declare(amal, R"({"kind":"family","note":"My cousin"})");
    auto const before = answers(amal);
    auto const marek_before = answers(marek);
    auto const hidden = open_hidden_case();
    auto const referral = send_referral(
        R"({"role":"victim","given_names":"Olga","family_name":"Knownperson","choice":"known",)"
        R"("person_id":")" +
        olga + R"("})");
    auto const of_place =
        send_referral(R"({"role":"victim","given_names":"Zoe","family_name":"Newname"})",
                      R"(,"place_id":")" + place + R"(")");
    add(marek, "/cases/" + hidden + "/actions",
        R"({"description":"Visit","owner_agency_id":")" + world.agency("council").value +
            R"(","due_on":"2099-01-01"})");
    for (auto const& [door, answer] : answers(amal)) EXPECT_EQ(answer, before.at(door)) << door;
    // The doors do open on it: a colleague's answers changed at many of them.
    int changed = 0;
    for (auto const& [door, answer] : answers(marek)) changed += answer != marek_before.at(door);
    EXPECT_GT(changed, 8);

    for (auto const& [kind, id] :
         {std::pair{"/cases/", hidden}, std::pair{"/people/", olga}, std::pair{"/people/", vera},
          std::pair{"/places/", place}, std::pair{"/referrals/", referral}}) {
        auto const closed = send(request(amal, "GET", kind + id));
        auto const absent =
            send(request(amal, "GET", kind + std::string{"01800000-0000-7000-8000-000000000000"}));
        EXPECT_EQ(closed.status, 404) << kind;
        EXPECT_EQ(closed.body, absent.body) << kind;
        EXPECT_EQ(send(request(marek, "GET", kind + id)).status, 200) << kind;
    }
    for (char const* const part : {"/answers", "/chronology", "/risk-assessments", "/actions",
                                   "/reviews", "/victim-updates", "/outcomes", "/audit"}) {
        EXPECT_EQ(send(request(amal, "GET", "/cases/" + hidden + part)).status, 404) << part;
    }
}

TEST_F(ConflictTest, ClosesAtOnceWhatSomebodyCouldSeeAndTakesTheirWorkOnIt) {
    auto const hidden = open_hidden_case();
    auto const seen = send(request(marek, "GET", "/cases/" + hidden));
    auto change =
        request(marek, "PUT", "/cases/" + hidden,
                R"({"title":"Hidden title","lead_agency_id":")" + world.agency("council").value +
                    R"(","lead_user_id":")" + world.user("amal").value + R"("})");
    change.if_match = seen.etag;
    ASSERT_EQ(send(change).status, 200);
    add(marek, "/cases/" + hidden + "/actions",
        R"({"description":"Visit","owner_agency_id":")" + world.agency("council").value +
            R"(","owner_user_id":")" + world.user("amal").value + R"(","due_on":"2099-01-01"})");
    EXPECT_EQ(send(request(amal, "GET", "/cases/" + hidden)).status, 200);

    // Marek declares it for a colleague; the colleague is not told, and nobody else reads of it.
    declare(marek, R"({"user_id":")" + world.user("amal").value + R"(","kind":"household"})");
    EXPECT_EQ(send(request(amal, "GET", "/cases/" + hidden)).status, 404);
    EXPECT_EQ(send(request(amal, "GET", "/people/" + vera)).status, 404);
    EXPECT_EQ(world.value("SELECT coalesce(lead_user_id, 'none') FROM case_record WHERE id = '" +
                          hidden + "'"),
              "none");
    EXPECT_EQ(world.value("SELECT count(*) FROM case_action WHERE owner_user_id IS NOT NULL"), "0");
    auto const now = send(request(marek, "GET", "/cases/" + hidden));
    change.if_match = now.etag;
    change.idempotency_key = "another-key";
    auto const refused = send(change);
    EXPECT_EQ(refused.status, 400) << refused.body;
    EXPECT_NE(refused.body.find("lead_user_id"), std::string::npos);

    // Nobody learns from the answer that it was there before, nor from the case why it has no lead.
    declare(marek, R"({"user_id":")" + world.user("amal").value + R"(","kind":"household"})");
    EXPECT_EQ(world.value("SELECT count(*) FROM access_interest"), "1");
    EXPECT_EQ(send(request(marek, "GET", "/cases/" + hidden + "/audit")).body.find("Waymark"),
              std::string::npos);
    // What the server does has no author there.
    EXPECT_EQ(send(request(marek, "GET", "/cases/" + hidden + "/chronology"))
                  .body.find(R"("recorded_by_name":"")"),
              std::string::npos);
}

TEST_F(ConflictTest, IsEndedBySomebodyElseWithAReason) {
    auto const hidden = open_hidden_case();
    declare(amal, R"({"kind":"associate","note":"We play football"})");
    EXPECT_EQ(send(request(amal, "GET", "/interests")).status, 403);
    EXPECT_EQ(send(request(helen, "GET", "/cases/" + hidden)).status, 200);
    auto const list = *parse_object(send(request(helen, "GET", "/interests")).body, 16);
    auto const& all = list.at("interests").as_array();
    ASSERT_EQ(all.size(), 1u);
    auto const& one = all.front().as_object();
    EXPECT_EQ(one.at("person_name").as_string(), "Olga Knownperson");
    EXPECT_EQ(one.at("note").as_string(), "We play football");

    auto end =
        request(helen, "PUT", "/interests/" + std::string{one.at("id").as_string()} + "/ending",
                R"({"reason":""})");
    end.if_match = "\"1\"";
    EXPECT_EQ(send(end).status, 400);
    end.body_text = R"({"reason":"Somebody else of that name"})";
    end.if_match = "\"2\"";
    EXPECT_EQ(send(end).status, 412);
    end.if_match = "\"1\"";
    EXPECT_EQ(send(end).status, 204);
    EXPECT_EQ(send(request(amal, "GET", "/cases/" + hidden)).status, 200);
    EXPECT_EQ(send(end).status, 404);
}

// A manager reads and ends what is about people whom they see.
TEST_F(ConflictTest, OfAnotherHubsPeopleAreNotTheManagersToReadOrEnd) {
    auto const bea = sign_in("bea");
    auto const hana = add(bea, "/people", "{" + details("Hana", "Elsewhere", "1970-01-02") + "}");
    ASSERT_EQ(
        send(request(bea, "POST", "/people/" + hana + "/interests", R"({"kind":"self"})")).status,
        201);
    auto const id = world.value("SELECT id FROM access_interest");
    EXPECT_EQ(send(request(marek, "GET", "/interests")).body, R"({"interests":[]})");
    auto end = request(marek, "PUT", "/interests/" + id + "/ending", R"({"reason":"A slip"})");
    end.if_match = "\"1\"";
    EXPECT_EQ(send(end).status, 404);
}

// Somebody who knows a person in it is given no case: not at opening, nor by a transfer.
TEST_F(ConflictTest, NobodyIsGivenACaseThatIsClosedToThem) {
    open_case_of("First title", "", "");
    declare(amal, R"({"kind":"family"})");
    auto const opening = send(request(
        marek, "POST", "/cases",
        R"({"area_id":")" + world.area("SCA").value +
            R"(","programme_code":"place_problem_solving","title":"Second","subject_kind":"place",)" +
            R"("lead_agency_id":")" + world.agency("council").value + R"(","lead_user_id":")" +
            world.user("amal").value + R"(","people":[{"person_id":")" + olga +
            R"(","role":"witness"}],"answers":)" + opening_answers() + "}"));
    EXPECT_EQ(opening.status, 400);
    EXPECT_NE(opening.body.find("lead_user_id"), std::string::npos) << opening.body;

    auto const hidden = open_hidden_case();
    auto transfer = request(helen, "PUT", "/cases/" + hidden + "/transfer",
                            R"({"area_id":")" + world.area("HAR").value +
                                R"(","reason":"Moved","consent":"given","lead_agency_id":")" +
                                world.agency("council").value + R"(","lead_user_id":")" +
                                world.user("amal").value + R"("})");
    transfer.if_match = send(request(helen, "GET", "/cases/" + hidden)).etag;
    auto const refused = send(transfer);
    EXPECT_EQ(refused.status, 400) << refused.body;
    EXPECT_NE(refused.body.find("lead_user_id"), std::string::npos) << refused.body;
}

// Whoever looks after the list does not read there of a person who is closed to them.
TEST_F(ConflictTest, OfOthersWithTheSamePersonIsNotRead) {
    open_hidden_case();
    declare(amal, R"({"kind":"family"})");
    declare(helen, R"({"kind":"associate"})");
    EXPECT_EQ(send(request(helen, "GET", "/interests")).body, R"({"interests":[]})");
}

}  // namespace

}  // namespace waymark::http
