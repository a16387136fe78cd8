// What the extract for a regulator holds, and what it does not: everything that the page of the
// record tells, each entry under the signed head, and nothing of what is closed to who asks.

#include "audit/log.h"
#include "audit/tree.h"
#include "edge_world_test.h"

namespace waymark::http {

namespace {

std::string text_of(JsonValue const& value) {
    return std::string{value.as_string()};
}

class ExtractTest : public EdgeWorld {
  protected:
    ExtractTest() : marek(sign_in("marek")), helen(sign_in("helen")) {
        olga = add_person("Olga", "Knownperson");
        vera = add_person("Vera", "Otherperson");
    }

    std::string add_person(std::string const& given, std::string const& family) {
        auto const made = send(
            request(marek, "POST", "/people",
                    R"({"given_names":")" + given + R"(","family_name":")" + family + R"("})"));
        EXPECT_EQ(made.status, 201) << made.body;
        return text_of(parse_object(made.body, 16)->at("id"));
    }
    Request asking(Session const& who, std::string const& path, std::string const& from,
                   std::string const& to) {
        auto made = request(who, "GET", path);
        made.query = {{"from_on", from}, {"to_on", to}};
        return made;
    }
    static std::string today() { return to_text(system_clock().today); }
    Response extract(Session const& who, std::string const& path) {
        return send(asking(who, path, today(), today()));
    }
    void search_as(Session const& who, std::string const& words) {
        auto made = request(who, "GET", "/search");
        made.query = {{"q", words}};
        EXPECT_EQ(send(made).status, 200);
    }
    void sign() { audit::make_checkpoint(world.database(), key, store::Deadline::never()); }

    static JsonArray entries_of(Response const& response) {
        EXPECT_EQ(response.status, 200) << response.body;
        return parse_object(response.body, 16)->at("entries").as_array();
    }
    static std::vector<std::string> actions_in(Response const& response) {
        std::vector<std::string> actions;
        for (auto const& one : entries_of(response)) {
            actions.push_back(text_of(one.at("action")));
        }
        return actions;
    }
    std::int64_t noted(std::string const& action) {
        return std::stoll(
            world.value("SELECT count(*) AS n FROM audit_entry WHERE action = '" + action + "'"));
    }
    static bool has(std::vector<std::string> const& list, std::string const& one) {
        return std::find(list.begin(), list.end(), one) != list.end();
    }

    audit::SigningKey key = audit::SigningKey::make_log();
    Session marek, helen;
    std::string olga, vera;
};

TEST_F(ExtractTest, HoldsWhatThePageTellsEachEntryUnderTheSignedHead) {
    search_as(marek, "Knownperson");
    send(request(marek, "GET", "/people/" + olga));
    sign();
    auto const response = extract(helen, "/people/" + olga + "/audit/extract");
    auto const actions = actions_in(response);
    for (auto const* const action : {"person.create", "person.read", "person.search"}) {
        EXPECT_TRUE(has(actions, action)) << action << " in " << response.body;
    }
    auto const body = *parse_object(response.body, 16);
    auto const note = audit::SignedNote::parse(text_of(body.at("checkpoint")));
    ASSERT_TRUE(note && audit::is_signed_by(*note, key.verifier()));
    for (auto const& one : body.at("entries").as_array()) {
        audit::Proof proof;
        for (auto const& part : one.at("proof").as_array()) {
            auto const bytes = bytes_from_base64(text_of(part));
            ASSERT_TRUE(bytes && bytes->size() == sizeof(Digest));
            std::copy(bytes->begin(), bytes->end(), proof.emplace_back().begin());
        }
        auto const place = static_cast<std::uint64_t>(one.at("sequence").as_int64());
        EXPECT_TRUE(audit::is_included(audit::leaf_hash(*digest_from_hex(text_of(one.at("hash")))),
                                       place - 1, note->checkpoint.size, proof,
                                       note->checkpoint.root))
            << place;
        EXPECT_FALSE(text_of(one.at("actor_name")).empty());
    }
    EXPECT_EQ(text_of(body.at("about").at("label")), "Olga Knownperson");
    EXPECT_NE(response.disposition.find("audit-extract-person-" + today()), std::string::npos);
}

TEST_F(ExtractTest, IsNotedBeforeItsFirstByteLeaves) {
    sign();
    std::int64_t noted_at_first_byte = -1;
    edge.handle(
        asking(helen, "/people/" + olga + "/audit/extract", today(), today()),
        [](Response const& refused) { ADD_FAILURE() << refused.body; },
        [&](Response const&) {
            noted_at_first_byte = noted("person.extract");
            return Sink{[](std::string_view) { return true; }};
        });
    EXPECT_EQ(noted_at_first_byte, 1);
    EXPECT_EQ(world.value("SELECT subject_id || ' ' || detail AS said FROM audit_entry "
                          "WHERE action = 'person.extract'"),
              olga + " " + today() + "," + today());
}

TEST_F(ExtractTest, IsForWhoeverAnswersForAllAndOfWhatExistsForThem) {
    sign();
    for (auto const& path :
         {"/people/" + olga + "/audit/extract", "/places/" + olga + "/audit/extract",
          "/cases/" + olga + "/audit/extract",
          "/users/" + world.user("amal").value + "/looks/extract"}) {
        EXPECT_EQ(extract(marek, path).status, 403) << path;
    }
    EXPECT_EQ(extract(sign_in("amal"), "/people/" + olga + "/audit/extract").status, 403);
    auto const nobody = "01900000-0000-7000-8000-000000000000";
    auto const absent = extract(helen, std::string{"/people/"} + nobody + "/audit/extract");
    EXPECT_EQ(
        send(request(helen, "POST", "/people/" + vera + "/interests", R"({"kind":"associate"})"))
            .status,
        201);
    auto const closed = extract(helen, "/people/" + vera + "/audit/extract");
    EXPECT_EQ(absent.status, 404);
    EXPECT_EQ(closed.status, 404);
    EXPECT_EQ(closed.body, absent.body);
    EXPECT_EQ(noted("person.extract"), 0);
}

// A search that showed both: it is told of the one, and nothing of it names the other.
TEST_F(ExtractTest, HoldsBackWhatNamesARecordThatIsClosedToWhoAsks) {
    add_person("Olga", "Otherperson");
    search_as(marek, "Otherperson");
    search_as(marek, "Knownperson");
    send(request(marek, "GET", "/people/" + vera));
    auto const dpo = sign_in("dpo");
    EXPECT_EQ(
        send(request(dpo, "POST", "/people/" + vera + "/interests", R"({"kind":"family"})")).status,
        201);
    sign();
    auto const path = "/users/" + world.user("marek").value + "/looks/extract";
    auto const told = extract(helen, path);
    auto const held = extract(dpo, path);
    EXPECT_NE(told.body.find(vera), std::string::npos);
    EXPECT_EQ(held.body.find(vera), std::string::npos) << held.body;
    int part = 0;
    for (auto const& one : entries_of(held)) {
        if (one.at("is_whole").as_bool()) continue;
        ++part;
        EXPECT_EQ(text_of(one.at("action")), "person.search");
        for (auto const* const field :
             {"shown", "subject_id", "previous_hash", "detail", "request_id", "revision"}) {
            EXPECT_FALSE(one.as_object().contains(field)) << field;
        }
    }
    EXPECT_EQ(part, 1) << held.body;
    EXPECT_LT(entries_of(held).size(), entries_of(told).size());
}

// Whoever works on a case is not told that a regulator asks about it.
TEST_F(ExtractTest, IsALookAndNotAChange) {
    auto const amal = sign_in("amal");
    auto const path = "/cases/" + open_case(amal) + "/audit";
    sign();
    EXPECT_TRUE(has(actions_in(extract(helen, path + "/extract")), "case.create"));
    EXPECT_TRUE(has(actions_in(send(request(marek, "GET", path))), "case.extract"));
    auto const told = actions_in(send(request(amal, "GET", path)));
    EXPECT_TRUE(has(told, "case.create"));
    EXPECT_FALSE(has(told, "case.extract"));
}

TEST_F(ExtractTest, SaysWhatIsWrongWithThePeriod) {
    auto const path = "/people/" + olga + "/audit/extract";
    EXPECT_EQ(code_of(extract(helen, path)), "not_signed_yet");
    sign();
    auto const mistake = [&](std::string const& from, std::string const& to) {
        auto const response = send(asking(helen, path, from, to));
        return std::to_string(response.status) + " " +
               (response.status == 400 ? response.body : std::string{});
    };
    EXPECT_NE(mistake("", "2026-01-01").find("\"from_on\""), std::string::npos);
    EXPECT_NE(mistake("2026-01-02", "2026-01-01").find("not_a_period"), std::string::npos);
    EXPECT_NE(mistake("2024-01-01", "2025-01-01").find("period_too_long"), std::string::npos);
    EXPECT_EQ(mistake("2024-01-01", "2024-12-31"), "200 ");
    EXPECT_TRUE(entries_of(send(asking(helen, path, "2020-01-01", "2020-12-31"))).empty());
}

TEST_F(ExtractTest, IsRefusedWhenItWouldBeTooLong) {
    {
        auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
        std::vector<audit::Pending> const many(
            10'001, {{world.user("marek").value, "agency", "request", system_clock().now},
                     {"person.read", "person", olga}});
        audit::append(tx, many);
        tx.commit();
    }
    sign();
    auto const response = extract(helen, "/people/" + olga + "/audit/extract");
    EXPECT_EQ(response.status, 400);
    EXPECT_NE(response.body.find("too_many_entries"), std::string::npos) << response.body;
    EXPECT_EQ(entries_of(extract(helen, "/people/" + vera + "/audit/extract")).size(), 1u);
}

}  // namespace

}  // namespace waymark::http
