#include "id_token.h"

#include "base64url.h"
#include "foundation/text.h"
#include "json_reading.h"

#include <cjose/cjose.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace waymark::openid {

namespace {

constexpr std::size_t kLongestSubject = 255;  // OpenID Connect Core 1.0, section 2
constexpr std::size_t kLongestEmail = 254;

using Token = std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)>;
using Jwk = std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)>;

// Three parts (RFC 7515, 3.1), none of them empty: a token without a signature is none.
bool is_compact(std::string_view text) {
    if (text.size() > kLongestToken) return false;
    auto const parts = split(text, '.');
    return parts.size() == 3 && std::all_of(parts.begin(), parts.end(), [](auto const& part) {
               return !part.empty() && is_base64url(part);
           });
}

std::string header_text(cjose_header_t* header, char const* name) {
    cjose_err error{};
    auto const* text = cjose_header_get(header, name, &error);
    return text ? std::string{text} : std::string{};
}

// Extensions that must be understood; we know none (RFC 7515, 4.1.11).
bool has_critical_extensions(cjose_header_t* header) {
    cjose_err error{};
    std::unique_ptr<char, decltype(&std::free)> const raw{
        cjose_header_get_raw(header, "crit", &error), &std::free};
    return raw != nullptr;
}

// A token for something else says so: at+jwt is an access token (RFC 9068), logout+jwt another.
bool is_of_another_type(cjose_header_t* header) {
    auto const type = lower_ascii(header_text(header, "typ"));
    return !type.empty() && type != "jwt";
}

// What kind of key an algorithm is for; empty for those that do not count: "none" and those of a
// shared secret, for which a public key would do, among them.
std::string_view key_type_for(std::string_view algorithm) {
    if (algorithm == "RS256" || algorithm == "PS256") return "RSA";
    if (algorithm == "ES256") return "EC";
    return {};
}

std::variant<std::string, TokenFault> signed_text(std::string_view text,
                                                  std::vector<Key> const& keys) {
    cjose_err error{};
    if (!is_compact(text)) return TokenFault::NotAToken;
    Token const token{cjose_jws_import(text.data(), text.size(), &error), &cjose_jws_release};
    if (!token) return TokenFault::NotAToken;
    auto* header = cjose_jws_get_protected(token.get());
    auto const algorithm = header_text(header, CJOSE_HDR_ALG);
    auto const type = key_type_for(algorithm);
    if (type.empty()) return TokenFault::AlgorithmNotAllowed;
    if (has_critical_extensions(header) || is_of_another_type(header)) return TokenFault::NotAToken;
    auto const kid = header_text(header, CJOSE_HDR_KID);
    auto const key = std::find_if(keys.begin(), keys.end(), [&](Key const& one) {
        return one.kid == kid && one.type == type &&
               (one.algorithm.empty() || one.algorithm == algorithm);
    });
    if (key == keys.end()) return TokenFault::UnknownKey;
    Jwk const jwk{cjose_jwk_import(key->jwk.data(), key->jwk.size(), &error), &cjose_jwk_release};
    if (!jwk) return TokenFault::UnknownKey;
    if (!cjose_jws_verify(token.get(), jwk.get(), &error)) return TokenFault::WrongSignature;
    std::uint8_t* bytes = nullptr;
    std::size_t length = 0;
    if (!cjose_jws_get_plaintext(token.get(), &bytes, &length, &error)) {
        return TokenFault::NotAToken;
    }
    return std::string{reinterpret_cast<char const*>(bytes), length};
}

// NumericDate of RFC 7519: seconds, perhaps with a fraction. Nothing when it is no such number.
std::optional<Instant> time_in(boost::json::object const& claims, std::string_view name) {
    constexpr double kLatest = 1e11;  // far beyond any, and within what can be counted
    auto const* value = claims.if_contains(name);
    if (!value || !value->is_number()) return std::nullopt;
    auto const seconds = value->to_number<double>();
    if (!(seconds >= 0 && seconds < kLatest)) return std::nullopt;
    return Instant{} + std::chrono::seconds{static_cast<std::int64_t>(seconds)};
}

// This client and no other: one that we do not know is not to be trusted with it (3.1.3.7, 3).
bool is_for(boost::json::object const& claims, std::string const& client_id) {
    auto const* audience = claims.if_contains("aud");
    if (!audience) return false;
    bool const is_ours = audience->is_string()
                             ? audience->get_string() == client_id
                             : audience->is_array() && audience->get_array().size() == 1 &&
                                   texts_in(claims, "aud") == std::vector<std::string>{client_id};
    bool const has_party = claims.contains("azp");
    return is_ours && (!has_party || text_in(claims, "azp") == client_id);
}

std::optional<TokenFault> fault_of_time(boost::json::object const& claims, Instant now) {
    auto const expires = time_in(claims, "exp"), issued = time_in(claims, "iat");
    if (!expires || *expires + kClockLeeway <= now) return TokenFault::Expired;
    if (!issued || *issued > now + kClockLeeway) return TokenFault::NotYet;
    if (*issued + kOldestToken + kClockLeeway < now) return TokenFault::TooOld;
    if (claims.contains("nbf")) {
        auto const from = time_in(claims, "nbf");
        if (!from || *from > now + kClockLeeway) return TokenFault::NotYet;
    }
    return std::nullopt;
}

bool is_plain_subject(std::string_view subject) {
    return !subject.empty() && subject.size() <= kLongestSubject &&
           std::all_of(subject.begin(), subject.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool proves_second_factor(boost::json::object const& claims, Provider const& provider) {
    auto const counts = [](std::vector<std::string> const& all, std::string const& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    auto const ways = texts_in(claims, "amr");
    return std::any_of(ways.begin(), ways.end(),
                       [&](auto const& way) { return counts(provider.second_factor_amr, way); }) ||
           counts(provider.second_factor_acr, text_in(claims, "acr"));
}

}  // namespace

std::string_view code_of(TokenFault fault) {
    switch (fault) {
        case TokenFault::NotAToken:
            return "not_a_token";
        case TokenFault::AlgorithmNotAllowed:
            return "algorithm_not_allowed";
        case TokenFault::UnknownKey:
            return "unknown_key";
        case TokenFault::WrongSignature:
            return "wrong_signature";
        case TokenFault::WrongIssuer:
            return "wrong_issuer";
        case TokenFault::WrongAudience:
            return "wrong_audience";
        case TokenFault::Expired:
            return "expired";
        case TokenFault::NotYet:
            return "not_yet";
        case TokenFault::TooOld:
            return "too_old";
        case TokenFault::WrongNonce:
            return "wrong_nonce";
        case TokenFault::NoSubject:
            return "no_subject";
    }
    return "";
}

std::variant<Claims, TokenFault> claims_from(std::string_view token, std::vector<Key> const& keys,
                                             Provider const& provider, std::string_view nonce,
                                             Instant now) {
    auto const text = signed_text(token, keys);
    if (auto const* fault = std::get_if<TokenFault>(&text)) return *fault;
    auto const claims = object_from(std::get<std::string>(text));
    if (!claims) return TokenFault::NotAToken;
    if (text_in(*claims, "iss") != provider.issuer) return TokenFault::WrongIssuer;
    if (!is_for(*claims, provider.client_id)) return TokenFault::WrongAudience;
    if (auto const fault = fault_of_time(*claims, now)) return *fault;
    if (nonce.empty() || text_in(*claims, "nonce") != nonce) return TokenFault::WrongNonce;
    Claims read{text_in(*claims, "sub"), text_in(*claims, "email"),
                is_true_in(*claims, "email_verified"), proves_second_factor(*claims, provider)};
    if (!is_plain_subject(read.subject)) return TokenFault::NoSubject;
    if (read.email.size() > kLongestEmail) read.email.clear();
    return read;
}

}  // namespace waymark::openid
