#include "http/http.h"

#include "foundation/text.h"

#include <algorithm>
#include <cassert>

namespace waymark::http {

namespace {

int status_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::Invalid:
            return 400;
        case Refusal::Unauthorised:
            return 401;
        case Refusal::Forbidden:
            return 403;
        case Refusal::NotFound:
            return 404;
        case Refusal::Conflict:
            return 409;
        case Refusal::Stale:
            return 412;
        case Refusal::TooMany:
            return 429;
    }
    return 500;
}

// For a person reading the answer by hand; clients go by the code.
char const* title_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::Invalid:
            return "What was sent has mistakes";
        case Refusal::Unauthorised:
            return "Sign in first";
        case Refusal::Forbidden:
            return "Not allowed";
        case Refusal::NotFound:
            return "Not found";
        case Refusal::Conflict:
            return "Not possible as things stand";
        case Refusal::Stale:
            return "Changed by somebody else since it was read";
        case Refusal::TooMany:
            return "Too many tries; wait and try again";
    }
    return "";
}

std::string quoted(std::int64_t revision) {
    return "\"" + std::to_string(revision) + "\"";
}

}  // namespace

std::string const& Request::parameter(std::string_view name) const {
    auto const found = parameters.find(name);
    assert(found != parameters.end());
    return found->second;
}

std::string Request::query_text(std::string_view name) const {
    auto const found = query.find(name);
    return found == query.end() ? std::string{} : found->second;
}

int Request::limit() const {
    auto const asked = parse_integer(query_text("limit"));
    return asked ? static_cast<int>(std::clamp<std::int64_t>(*asked, 1, 100)) : 25;
}

std::int64_t Request::revision() const {
    std::string_view text{if_match};
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        text = text.substr(1, text.size() - 2);
    }
    // No revision is 0, so what cannot be read is never the current one.
    return parse_integer(text).value_or(0);
}

Response ok(JsonValue const& body) {
    return {.status = 200, .body = boost::json::serialize(body)};
}

Response ok(JsonValue const& body, std::int64_t revision) {
    return {.status = 200, .body = boost::json::serialize(body), .etag = quoted(revision)};
}

Response created(JsonValue const& body, std::int64_t revision, std::string location) {
    return {.status = 201,
            .body = boost::json::serialize(body),
            .etag = quoted(revision),
            .location = std::move(location)};
}

Response no_content() {
    return {.status = 204, .content_type = "", .body = ""};
}

Response refuse(Error const& error) {
    int const status = status_of(error.refusal);
    JsonObject problem{{"type", "about:blank"},
                       {"title", title_of(error.refusal)},
                       {"status", status},
                       {"code", error.code}};
    if (!error.fields.empty()) {
        problem["fields"] = array_of(error.fields, [](FieldError const& field) {
            return JsonObject{{"field", field.field}, {"code", field.code}};
        });
    }
    return {.status = status,
            .content_type = "application/problem+json",
            .body = boost::json::serialize(problem)};
}

}  // namespace waymark::http
