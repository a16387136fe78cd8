#pragma once

// The arithmetic of passkeys: what a browser sends when one is made and when one is used, held
// against what was asked (Web Authentication Level 2, W3C, 8 April 2021, sections 7.1 and 7.2).
//
// Keys (COSE, RFC 9053) are taken apart and signatures checked by libfido2. Nothing here reads
// JSON, which http does, or the database, which passkeys.h does. All of it comes from outside: any
// bytes may be in it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::access {

// For whom a passkey is made. A device gives it to no page of another origin; that is what makes it
// better than a code.
struct RelyingParty {
    std::string id;      // the host name
    std::string origin;  // as browsers write it: https://waymark.example.gov.uk

    bool is_set() const { return !id.empty(); }
};

// From https://HOST or https://HOST:PORT, in small letters; http only for localhost, which is what
// browsers allow. Nothing for anything else, such as an address of numbers.
std::optional<RelyingParty> relying_party_from(std::string_view origin);

// What the browser says it was asked, by which page; signed along.
struct ClientData {
    std::string type;       // webauthn.create, webauthn.get
    std::string challenge;  // base64url
    std::string origin;
    bool cross_origin = false;  // asked from within a page of somebody else
    std::string raw;            // the JSON, byte by byte
};

enum class Ceremony { Make, Use };

// Whether it is of this ceremony and was asked by our own page. The challenge is the caller's to
// look at.
bool is_ours(ClientData const& client, Ceremony ceremony, RelyingParty const& relying_party);

struct NewPasskey {
    ClientData client;
    std::string authenticator_data;  // bytes, section 6.1
};

struct Assertion {
    std::string credential_id;  // base64url
    ClientData client;
    std::string authenticator_data;  // bytes
    std::string signature;           // bytes
};

struct PublicKey {
    int algorithm = 0;  // COSE: -7 ES256, -8 EdDSA with Ed25519, -257 RS256
    std::string bytes;  // as libfido2 keeps it: x and y; the point; modulus and exponent
};

struct Credential {
    std::string id;  // base64url
    PublicKey key;
    std::int64_t counter = 0;  // how many signatures; 0 for devices that do not count
};

// The passkey that was made. Nothing when the bytes are not authenticator data for this relying
// party with a key of one of the three algorithms, or the person was not there and verified by the
// device. Who made the device is not asked (attestation "none"), so nothing here is signed: it
// rests on the session that it comes in.
std::optional<Credential> credential_from(std::string_view authenticator_data,
                                          RelyingParty const& relying_party);

// The counter, when this key signed for this relying party, with the person there and verified by
// the device; nothing otherwise.
std::optional<std::int64_t> counter_signed_by(PublicKey const& key, Assertion const& assertion,
                                              RelyingParty const& relying_party);

}  // namespace waymark::access
