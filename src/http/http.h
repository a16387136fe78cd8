#pragma once

// What a route is made of. A handler parses, asks one module, and answers; it cannot be written
// without a permission and an audit name, and it is handed the Work of whoever is signed in.

#include "access/sign_in.h"
#include "access/work.h"
#include "http/json.h"
#include "programmes/programmes.h"
#include "sealing/sealing.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::http {

struct SignOnProvider;

// What handlers may use beside their Work.
struct Services {
    store::Database* database = nullptr;
    programmes::Catalogue const* catalogue = nullptr;
    access::PasswordCost password_cost;
    std::chrono::minutes session_longest{12 * 60};
    sealing::SealingKey const* sealing_key = nullptr;  // never null in a server
    bool over_tls = false;                    // browsers reach us by TLS alone: mark cookies secure
    access::RelyingParty relying_party = {};  // whom passkeys are made for; unset: for nobody
    std::string audit_log_key = {};           // public: checks the audit's signed heads
    std::vector<SignOnProvider> const* sign_on = nullptr;  // null or empty: nobody signs on by one

    access::CheckedWith checked_with() const { return {relying_party, sealing_key}; }
};

struct Request {
    std::string method;
    std::string path;                                            // decoded
    std::map<std::string, std::string, std::less<>> parameters;  // {id} in the route's path
    std::map<std::string, std::string, std::less<>> query;       // decoded
    Body body;
    std::string body_text;
    // Of a session, from the cookie; or, `by_api_token`, of a partner's system, from a header that
    // no browser sends by itself.
    std::string session_token;
    bool by_api_token = false;
    std::string csrf_token, idempotency_key, if_match, accept_encoding, if_none_match, content_type;
    std::string sign_on_token;  // of the cookie that binds a sign-on to its browser
    std::string network_address;
    std::string request_id;

    std::string const& parameter(std::string_view name) const;
    template <class TypedId>
    TypedId id(std::string_view name = "id") const {
        return TypedId{parameter(name)};
    }
    std::string query_text(std::string_view name) const;  // empty when absent
    template <class TypedId>
    std::optional<TypedId> query_id(std::string_view name) const {
        auto value = query_text(name);
        if (value.empty()) return std::nullopt;
        return TypedId{std::move(value)};
    }
    // limit=, between 1 and 100; 25 when absent or wrong.
    int limit() const;
    // The revision in If-Match; the edge has refused the request already when it is missing.
    std::int64_t revision() const;
};

// Writes a streamed answer in pieces; blocks until each has gone, so memory stays small. False
// when the reader has gone: stop then. The edge says with an empty piece that the answer is whole.
using Sink = std::function<bool(std::string_view piece)>;

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::string etag = {};  // quoted
    std::string location = {};
    std::string set_cookie = {};
    std::string disposition = {};  // file name of a download
    std::string style_hash = {};   // lets one inline style element past the content policy
    std::function<void(Sink const&)> stream = {};  // instead of body; runs within the work
    // What a refused write is to leave behind; runs in a transaction of its own, which the edge
    // commits.
    std::function<void(store::Transaction&)> although_refused = {};
};

Response ok(JsonValue const& body);
// With the revision as ETag.
Response ok(JsonValue const& body, std::int64_t revision);
Response created(JsonValue const& body, std::int64_t revision, std::string location = {});
Response no_content();
Response refuse(Error const& error);

enum class Mode {
    Read,    // a snapshot; what is noted is written, and durable, before the answer leaves
    Stream,  // likewise, for answers of any length, with a longer deadline
    Write,   // one transaction with its audit entries
};

enum class Precondition { None, IfMatch };
enum class Create { No, Yes };  // Yes: needs an Idempotency-Key, and is done once for each

struct Route {
    std::string_view method;
    std::string_view path;  // below /api/v1: /cases/{id}
    access::Permission permission;
    std::string_view audit_name;  // noted when the handler noted nothing itself
    Response (*handle)(access::Work&, Services const&, Request&);
    Mode mode = Mode::Read;
    Precondition precondition = Precondition::None;
    Create create = Create::No;
};

// Every route that needs a session; one function for each module's file.
std::vector<Route> all_routes();

}  // namespace waymark::http
