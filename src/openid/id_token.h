#pragma once

// Reading an ID token (OpenID Connect Core 1.0, 3.1.3.7; RFC 7519, RFC 8725): who somebody is, once
// the provider's own key has signed it for this client, this sign-on and this moment.

#include "documents.h"
#include "foundation/dates.h"
#include "openid/provider.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace waymark::openid {

// How far the provider's clock may be from ours (RFC 7519, 4.1.4: "no more than a few minutes").
constexpr std::chrono::seconds kClockLeeway{60};
// A token is read moments after it was made; an old one was kept by somebody.
constexpr std::chrono::minutes kOldestToken{10};
constexpr std::size_t kLongestToken = 16 * 1024;

struct Claims {
    std::string subject;  // never changes and is never given to another, unlike an e-mail
    std::string email;    // as the provider spells it
    bool email_verified = false;
    bool second_factor = false;  // by the provider's amr or acr, as the operator set
};

// Why a token is not believed; code_of is for the log.
enum class TokenFault {
    NotAToken,
    AlgorithmNotAllowed,
    UnknownKey,
    WrongSignature,
    WrongIssuer,
    WrongAudience,
    Expired,
    NotYet,
    TooOld,
    WrongNonce,
    NoSubject,
};
std::string_view code_of(TokenFault fault);

// Only RS256, PS256 and ES256 count, by the key that the token names among `keys`. Its audience is
// this client and nobody else. Any bytes may come.
std::variant<Claims, TokenFault> claims_from(std::string_view token, std::vector<Key> const& keys,
                                             Provider const& provider, std::string_view nonce,
                                             Instant now);

}  // namespace waymark::openid
