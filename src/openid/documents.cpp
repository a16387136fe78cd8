#include "documents.h"

#include "base64url.h"
#include "json_reading.h"
#include "openid/provider.h"

#include <algorithm>

namespace waymark::openid {

namespace {

constexpr std::size_t kMostKeys = 100;
// Characters of base64url in a modulus of 2048 and of 8192 bits.
constexpr std::size_t kShortestModulus = 342, kLongestModulus = 1366;
constexpr std::size_t kCoordinate = 43;  // 32 bytes

// The public parts alone. Empty when it is no key of this kind.
boost::json::object rsa_parts(boost::json::object const& key) {
    auto const n = text_in(key, "n"), e = text_in(key, "e");
    bool const fits = n.size() >= kShortestModulus && n.size() <= kLongestModulus && !e.empty() &&
                      e.size() <= 6 && is_base64url(n) && is_base64url(e);
    if (!fits) return {};
    return {{"kty", "RSA"}, {"n", n}, {"e", e}};
}

boost::json::object curve_parts(boost::json::object const& key) {
    auto const x = text_in(key, "x"), y = text_in(key, "y");
    bool const fits = text_in(key, "crv") == "P-256" && x.size() == kCoordinate &&
                      y.size() == kCoordinate && is_base64url(x) && is_base64url(y);
    if (!fits) return {};
    return {{"kty", "EC"}, {"crv", "P-256"}, {"x", x}, {"y", y}};
}

std::optional<Key> key_from(boost::json::object const& object) {
    Key key{text_in(object, "kid"), text_in(object, "kty"), text_in(object, "alg"), {}};
    auto const use = text_in(object, "use");
    if (key.kid.empty() || (!use.empty() && use != "sig")) return std::nullopt;
    auto parts = key.type == "RSA"  ? rsa_parts(object)
                 : key.type == "EC" ? curve_parts(object)
                                    : boost::json::object{};
    if (parts.empty()) return std::nullopt;
    key.jwk = boost::json::serialize(parts);
    return key;
}

}  // namespace

std::optional<Discovery> discovery_from(std::string_view text, std::string_view issuer) {
    auto const object = object_from(text);
    if (!object || text_in(*object, "issuer") != issuer) return std::nullopt;
    Discovery found{text_in(*object, "authorization_endpoint"), text_in(*object, "token_endpoint"),
                    text_in(*object, "jwks_uri")};
    for (auto const& url : {found.authorization_endpoint, found.token_endpoint, found.jwks_uri}) {
        // What is asked by TLS sends nobody on without it.
        bool const is_worse = is_plain_http(url) && !is_plain_http(issuer);
        if (!is_safe_address(url) || is_worse) return std::nullopt;
    }
    auto const ways = texts_in(*object, "token_endpoint_auth_methods_supported");
    auto const has = [&](std::string_view way) {
        return std::find(ways.begin(), ways.end(), way) != ways.end();
    };
    found.secret_in_header = has("client_secret_basic") || !has("client_secret_post");
    found.answers_name_issuer =
        is_true_in(*object, "authorization_response_iss_parameter_supported");
    return found;
}

std::optional<std::vector<Key>> keys_from(std::string_view text) {
    auto const object = object_from(text);
    auto const* all = object ? object->if_contains("keys") : nullptr;
    if (!all || !all->is_array()) return std::nullopt;
    std::vector<Key> keys;
    for (auto const& one : all->get_array()) {
        if (!one.is_object() || keys.size() >= kMostKeys) continue;
        if (auto key = key_from(one.get_object())) keys.push_back(std::move(*key));
    }
    return keys;
}

std::optional<std::string> id_token_from(std::string_view text) {
    auto const object = object_from(text);
    auto token = object ? text_in(*object, "id_token") : std::string{};
    if (token.empty()) return std::nullopt;
    return token;
}

}  // namespace waymark::openid
