#pragma once

// The edge over TestWorld's people and hubs: requests go in as a connection would give them, and
// answers come out whole.

#include "access/sign_in.h"
#include "http/edge.h"
#include "test_world.h"

#include <gtest/gtest.h>

#include <future>

namespace waymark::http {

inline programmes::Catalogue load_catalogue() {
    auto loaded = programmes::Catalogue::load(source_path("programmes"));
    return std::get<programmes::Catalogue>(std::move(loaded));
}

class EdgeWorld : public testing::Test {
  protected:
    EdgeWorld()
        : catalogue(load_catalogue()),
          audit_queue(world.database(), std::chrono::seconds{1}),
          edge({.database = &world.database(),
                .catalogue = &catalogue,
                .password_cost = access::PasswordCost::Minimal,
                .sealing_key = &world.sealing_key},
               {}, {.requests_per_minute = 200}, audit_queue) {}

    Response send(Request request) {
        std::promise<Response> answered;
        auto future = answered.get_future();
        edge.handle(
            std::move(request), [&](Response response) { answered.set_value(std::move(response)); },
            [&](Response const& head) {
                auto gathered = std::make_shared<Response>(head);
                return Sink{[gathered, &answered](std::string_view piece) {
                    if (piece.empty()) answered.set_value(std::move(*gathered));
                    gathered->body += piece;
                    return true;
                }};
            });
        return future.get();
    }

    struct Session {
        std::string token, csrf;
    };
    Session sign_in(std::string const& name) {
        Request request;
        request.method = "POST";
        request.path = "/session";
        request.network_address = "192.0.2.1";
        request.content_type = "application/json";
        request.body_text =
            R"({"email":")" + name + R"(@example.org","password":")" + kPassword + R"("})";
        auto const response = send(request);
        EXPECT_EQ(response.status, 200);
        auto const from = response.set_cookie.find('=') + 1;
        auto const body = *parse_object(response.body, 8);
        return {response.set_cookie.substr(from, response.set_cookie.find(';') - from),
                std::string{body.at("csrf_token").as_string()}};
    }

    Request request(Session const& session, std::string const& method, std::string const& path,
                    std::string const& body = "") {
        Request made;
        made.method = method;
        made.path = path;
        made.session_token = session.token;
        made.csrf_token = session.csrf;
        made.idempotency_key = "request-key-" + std::to_string(++keys);
        made.body_text = body;
        made.content_type = "application/json";
        made.request_id = "test";
        return made;
    }

    std::string code_of(Response const& response) {
        auto const body = parse_object(response.body, 8);
        return body && body->contains("code") ? std::string{body->at("code").as_string()} : "";
    }

    // A case in Scarborough that amal opened; gives its id.
    std::string open_case(Session const& session) {
        auto const response = send(request(
            session, "POST", "/cases",
            R"({"area_id":")" + world.area("SCA").value +
                R"(","programme_code":"place_problem_solving","title":"Harbour shelters",)" +
                R"("subject_kind":"place","lead_agency_id":")" + world.agency("council").value +
                R"(","answers":)" + opening_answers() + "}"));
        EXPECT_EQ(response.status, 201) << response.body;
        return std::string{parse_object(response.body, 16)->at("id").as_string()};
    }

    // Something for every field that the programme needs at opening.
    std::string opening_answers() {
        auto const ref = catalogue.current("place_problem_solving", "SCA", system_clock().today);
        JsonObject answers;
        for (auto const& field : catalogue.find(*ref)->fields) {
            if (!field.required(programmes::Point::Opening)) continue;
            std::string value = "Something that was said";
            using enum programmes::FieldType;
            if (!field.options.empty()) value = field.options.front().code;
            if (field.type == YesNoUnknown) value = "yes";
            if (field.type == Date) value = "2026-01-05";
            if (field.type == Number) value = "3";
            answers[field.code] = JsonArray{JsonValue(value)};
        }
        return boost::json::serialize(answers);
    }

    TestWorld world;
    programmes::Catalogue catalogue;
    AuditQueue audit_queue;
    Edge edge;
    int keys = 0;
};

}  // namespace waymark::http
