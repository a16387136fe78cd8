#include "soft_passkey.h"

#include "foundation/digest.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>

#include <stdexcept>

namespace waymark {

namespace {

void require(bool held, char const* what) {
    if (!held) throw std::runtime_error{what};
}

EVP_PKEY* new_key(KeyKind kind) {
    switch (kind) {
        case KeyKind::P256:
            return EVP_EC_gen("P-256");
        case KeyKind::Ed25519:
            return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
        case KeyKind::Rsa2048:
            break;
    }
    return EVP_RSA_gen(2048);
}

std::string big_endian(std::uint64_t number, std::size_t bytes) {
    std::string text;
    for (std::size_t i = bytes; i-- > 0;) text += static_cast<char>((number >> (8 * i)) & 0xff);
    return text;
}

// CBOR (RFC 8949): the head of an item, its kind in the upper three bits.
std::string head(unsigned kind, std::uint64_t value) {
    auto const first = [&](unsigned low) { return static_cast<char>((kind << 5) | low); };
    if (value < 24) return {first(static_cast<unsigned>(value))};
    if (value < 256) return first(24) + big_endian(value, 1);
    return first(25) + big_endian(value, 2);
}

std::string whole(int value) {
    return value >= 0 ? head(0, static_cast<std::uint64_t>(value))
                      : head(1, static_cast<std::uint64_t>(-1 - value));
}

std::string bytes(std::string_view value) {
    return head(2, value.size()) + std::string{value};
}

}  // namespace

SoftPasskey::SoftPasskey(KeyKind kind, std::string credential_id)
    : kind_(kind), credential_id_(std::move(credential_id)), key_(new_key(kind), EVP_PKEY_free) {
    require(key_ != nullptr, "no key");
}

access::NewPasskey SoftPasskey::made_for(std::string_view challenge) const {
    return {client("webauthn.create", challenge), attested()};
}

access::Assertion SoftPasskey::used_for(std::string_view challenge) {
    counter += counts_by;
    return signed_by_it(client("webauthn.get", challenge), authenticator_data());
}

std::string SoftPasskey::client_json(std::string_view type, std::string_view challenge) const {
    return R"({"type":")" + std::string{type} + R"(","challenge":")" + std::string{challenge} +
           R"(","origin":")" + origin + R"(","crossOrigin":)" + (cross_origin ? "true" : "false") +
           "}";
}

access::ClientData SoftPasskey::client(std::string_view type, std::string_view challenge) const {
    return {std::string{type}, std::string{challenge}, origin, cross_origin,
            client_json(type, challenge)};
}

std::string SoftPasskey::authenticator_data() const {
    return std::string{bytes_of(sha256(relying_party_id))} + static_cast<char>(flags) +
           big_endian(counter, 4);
}

std::string SoftPasskey::attested() const {
    constexpr unsigned char kAttested = 0x40;
    return std::string{bytes_of(sha256(relying_party_id))} + static_cast<char>(flags | kAttested) +
           big_endian(counter, 4) + std::string(16, '\0') + big_endian(credential_id_.size(), 2) +
           credential_id_ + cose_key();
}

// RFC 9053: 1 is the kind of key, 3 the algorithm, and the rest what a key of that kind is made of.
std::string SoftPasskey::cose_key() const {
    constexpr unsigned kMap = 5;
    switch (kind_) {
        case KeyKind::P256: {
            auto const point = raw_public_key();  // 4, x, y
            return head(kMap, 5) + whole(1) + whole(2) + whole(3) + whole(-7) + whole(-1) +
                   whole(1) + whole(-2) + bytes(point.substr(1, 32)) + whole(-3) +
                   bytes(point.substr(33, 32));
        }
        case KeyKind::Ed25519:
            return head(kMap, 4) + whole(1) + whole(1) + whole(3) + whole(-8) + whole(-1) +
                   whole(6) + whole(-2) + bytes(raw_public_key());
        case KeyKind::Rsa2048:
            break;
    }
    return head(kMap, 4) + whole(1) + whole(3) + whole(3) + whole(-257) + whole(-1) +
           bytes(number(OSSL_PKEY_PARAM_RSA_N)) + whole(-2) + bytes(number(OSSL_PKEY_PARAM_RSA_E));
}

access::Assertion SoftPasskey::signed_by_it(access::ClientData client, std::string data) const {
    auto const signature = signature_over(data + std::string{bytes_of(sha256(client.raw))});
    return {base64url_of(credential_id_), std::move(client), std::move(data), signature};
}

std::string SoftPasskey::signature_over(std::string_view text) const {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context{EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free};
    auto const* const digest = kind_ == KeyKind::Ed25519 ? nullptr : EVP_sha256();
    auto const* const from = reinterpret_cast<unsigned char const*>(text.data());
    std::size_t size = 0;
    require(EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key_.get()) == 1 &&
                EVP_DigestSign(context.get(), nullptr, &size, from, text.size()) == 1,
            "no signature");
    std::string signature(size, '\0');
    require(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                           from, text.size()) == 1,
            "no signature");
    signature.resize(size);
    return signature;
}

std::string SoftPasskey::raw_public_key() const {
    auto const* const name =
        kind_ == KeyKind::P256 ? OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY : OSSL_PKEY_PARAM_PUB_KEY;
    std::string text(128, '\0');
    std::size_t size = 0;
    require(EVP_PKEY_get_octet_string_param(key_.get(), name,
                                            reinterpret_cast<unsigned char*>(text.data()),
                                            text.size(), &size) == 1,
            "no public key");
    text.resize(size);
    return text;
}

std::string SoftPasskey::number(char const* name) const {
    BIGNUM* found = nullptr;
    require(EVP_PKEY_get_bn_param(key_.get(), name, &found) == 1, "no number");
    std::unique_ptr<BIGNUM, decltype(&BN_free)> const owned{found, BN_free};
    std::string text(static_cast<std::size_t>(BN_num_bytes(found)), '\0');
    BN_bn2bin(found, reinterpret_cast<unsigned char*>(text.data()));
    return text;
}

}  // namespace waymark
