#pragma once

// Reading what a provider says of itself: its discovery document (OpenID Connect Discovery 1.0,
// RFC 8414) and its keys (RFC 7517). Any bytes may come: what does not hold reads as nothing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::openid {

struct Discovery {
    std::string authorization_endpoint, token_endpoint, jwks_uri;
    bool secret_in_header = true;      // client_secret_basic; else client_secret_post
    bool answers_name_issuer = false;  // RFC 9207: an answer without iss is none of its
};

// Nothing when it is of another issuer, or an address in it is not safe to ask.
std::optional<Discovery> discovery_from(std::string_view text, std::string_view issuer);

// A public key that may have signed ID tokens.
struct Key {
    std::string kid;
    std::string type;       // RSA or EC
    std::string algorithm;  // the only one it is for; empty: any of its type
    std::string jwk;        // JSON of its public parts alone, for libcjose
};

// The keys that may count; others are left out: those for encryption, symmetric ones, RSA of less
// than 2048 bits or more than 8192, curves other than P-256, and those without a key id. Nothing
// when it is no set of keys.
std::optional<std::vector<Key>> keys_from(std::string_view text);

// The ID token in an answer of the token endpoint (OpenID Connect Core 1.0, 3.1.3.3). Its access
// token is neither read nor kept: nothing is asked with it.
std::optional<std::string> id_token_from(std::string_view text);

}  // namespace waymark::openid
