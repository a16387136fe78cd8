#pragma once

// An identity provider's keys and tokens, made in the test that reads them.

#include "foundation/digest.h"

#include <cjose/cjose.h>
#include <boost/json.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::openid {

inline std::string base64url(std::string_view bytes) {
    auto text = base64_of(bytes);
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    while (text.ends_with('=')) text.pop_back();
    return text;
}

class SigningKey {
  public:
    static SigningKey rsa(std::string kid, std::size_t bits = 2048) {
        cjose_err error{};
        std::uint8_t const exponent[] = {1, 0, 1};
        return {cjose_jwk_create_RSA_random(bits, exponent, sizeof exponent, &error),
                std::move(kid)};
    }
    static SigningKey curve(std::string kid) {
        cjose_err error{};
        return {cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error), std::move(kid)};
    }
    static SigningKey shared_secret(std::string kid, std::string_view secret) {
        cjose_err error{};
        return {cjose_jwk_create_oct_spec(reinterpret_cast<std::uint8_t const*>(secret.data()),
                                          secret.size(), &error),
                std::move(kid)};
    }

    std::string sign(boost::json::object const& claims, char const* algorithm,
                     char const* type = "JWT") const {
        cjose_err error{};
        auto const text = boost::json::serialize(claims);
        std::unique_ptr<cjose_header_t, decltype(&cjose_header_release)> const header{
            cjose_header_new(&error), &cjose_header_release};
        cjose_header_set(header.get(), CJOSE_HDR_ALG, algorithm, &error);
        cjose_header_set(header.get(), CJOSE_HDR_KID, kid_.c_str(), &error);
        cjose_header_set(header.get(), "typ", type, &error);
        std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> const token{
            cjose_jws_sign(jwk_.get(), header.get(),
                           reinterpret_cast<std::uint8_t const*>(text.data()), text.size(), &error),
            &cjose_jws_release};
        char const* compact = nullptr;
        if (!token || !cjose_jws_export(token.get(), &compact, &error)) return "not signed";
        return compact;
    }

    // As it stands in the provider's key set: its public parts.
    boost::json::object published() const {
        cjose_err error{};
        std::unique_ptr<char, decltype(&std::free)> const text{
            cjose_jwk_to_json(jwk_.get(), false, &error), &std::free};
        auto object = boost::json::parse(text.get()).as_object();
        object["kid"] = kid_;
        return object;
    }

  private:
    SigningKey(cjose_jwk_t* jwk, std::string kid)
        : jwk_(jwk, &cjose_jwk_release), kid_(std::move(kid)) {}

    std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)> jwk_;
    std::string kid_;
};

inline std::string key_set_of(std::vector<boost::json::object> const& keys) {
    boost::json::array all;
    for (auto const& key : keys) all.push_back(key);
    return boost::json::serialize(boost::json::object{{"keys", all}});
}

}  // namespace waymark::openid
