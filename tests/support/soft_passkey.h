#pragma once

// A passkey made of software, for tests: it makes the bytes that a phone or a security key would
// (Web Authentication section 6.1, CTAP2 canonical CBOR), and can be told to make them wrong.

#include "access/webauthn.h"

#include <openssl/evp.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace waymark {

enum class KeyKind { P256, Ed25519, Rsa2048 };

class SoftPasskey {
  public:
    explicit SoftPasskey(KeyKind kind = KeyKind::P256, std::string credential_id = "a credential");

    // What the browser gives when it is made, and when it is used.
    access::NewPasskey made_for(std::string_view challenge) const;
    access::Assertion used_for(std::string_view challenge);

    // The parts, for tests that want one of them different.
    std::string client_json(std::string_view type, std::string_view challenge) const;
    access::ClientData client(std::string_view type, std::string_view challenge) const;
    std::string authenticator_data() const;  // of a use
    std::string cose_key() const;
    std::string attested() const;  // of a making
    access::Assertion signed_by_it(access::ClientData client, std::string data) const;
    std::string signature_over(std::string_view bytes) const;

    std::string relying_party_id = "waymark.example.gov.uk";
    std::string origin = "https://waymark.example.gov.uk";
    unsigned char flags = 0x01 | 0x04;  // UP and UV
    std::uint32_t counter = 0;
    std::uint32_t counts_by = 1;  // 0 for those that do not count
    bool cross_origin = false;

  private:
    std::string raw_public_key() const;
    std::string number(char const* name) const;

    KeyKind kind_;
    std::string credential_id_;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
};

}  // namespace waymark
