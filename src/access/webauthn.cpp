#include "access/webauthn.h"

#include "canonical_cbor.h"
#include "foundation/digest.h"
#include "foundation/text.h"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <algorithm>
#include <array>
#include <memory>

namespace waymark::access {

namespace {

constexpr std::array kAlgorithms{COSE_ES256, COSE_EDDSA, COSE_RS256};
constexpr std::size_t kLongestCredentialId = 1023;  // section 4, Credential ID
constexpr std::size_t kLongestData = 8 * 1024;

// Authenticator data, section 6.1: a digest of the relying party, flags, a counter; when a passkey
// is made, the kind of device, the length of the credential's id, that id, its key and, when the
// flag says so, what extensions add.
constexpr std::size_t kFlagsAt = 32;
constexpr std::size_t kPlainSize = 37;
constexpr std::size_t kIdLengthAt = 53;
constexpr std::size_t kIdAt = 55;
constexpr unsigned kPresent = 0x01, kVerified = 0x04, kHasCredential = 0x40, kHasExtensions = 0x80;

// libfido2 frees by the address of the pointer, and sets it to null.
template <auto free_by_address>
struct Free {
    template <class T>
    void operator()(T* one) const {
        free_by_address(&one);
    }
};
using Cred = std::unique_ptr<fido_cred_t, Free<fido_cred_free>>;
using Assert = std::unique_ptr<fido_assert_t, Free<fido_assert_free>>;
using Es256 = std::unique_ptr<es256_pk_t, Free<es256_pk_free>>;
using Eddsa = std::unique_ptr<eddsa_pk_t, Free<eddsa_pk_free>>;
using Rs256 = std::unique_ptr<rs256_pk_t, Free<rs256_pk_free>>;
using Evp = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

void start_library() {
    static bool const started = (fido_init(0), true);
    (void)started;
}

unsigned char const* begin_of(std::string_view bytes) {
    return reinterpret_cast<unsigned char const*>(bytes.data());
}

std::string copied(unsigned char const* bytes, std::size_t size) {
    return bytes == nullptr ? std::string{}
                            : std::string{reinterpret_cast<char const*>(bytes), size};
}

// Calls `use` with the key as libfido2 has it; false when the bytes are no such key.
template <class Use>
bool with_key(PublicKey const& key, Use use) {
    auto const& bytes = key.bytes;
    if (key.algorithm == COSE_ES256) {
        Es256 const es256{es256_pk_new()};
        return es256 && es256_pk_from_ptr(es256.get(), bytes.data(), bytes.size()) == FIDO_OK &&
               Evp{es256_pk_to_EVP_PKEY(es256.get()), EVP_PKEY_free} && use(es256.get());
    }
    if (key.algorithm == COSE_EDDSA) {
        Eddsa const eddsa{eddsa_pk_new()};
        return eddsa && eddsa_pk_from_ptr(eddsa.get(), bytes.data(), bytes.size()) == FIDO_OK &&
               Evp{eddsa_pk_to_EVP_PKEY(eddsa.get()), EVP_PKEY_free} && use(eddsa.get());
    }
    if (key.algorithm == COSE_RS256) {
        Rs256 const rs256{rs256_pk_new()};
        return rs256 && rs256_pk_from_ptr(rs256.get(), bytes.data(), bytes.size()) == FIDO_OK &&
               Evp{rs256_pk_to_EVP_PKEY(rs256.get()), EVP_PKEY_free} && use(rs256.get());
    }
    return false;
}

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

bool shows(std::string_view authenticator_data, unsigned flags) {
    return (byte_at(authenticator_data, kFlagsAt) & flags) == flags;
}

// Whether the parts are there, each within what is sent, and nothing after them.
bool is_whole_making(std::string_view data) {
    if (data.size() < kIdAt || data.size() > kLongestData || !shows(data, kHasCredential)) {
        return false;
    }
    auto const id_size = byte_at(data, kIdLengthAt) << 8 | byte_at(data, kIdLengthAt + 1);
    if (id_size == 0 || id_size > kLongestCredentialId || id_size > data.size() - kIdAt) {
        return false;
    }
    auto rest = data.substr(kIdAt + id_size);
    for (int items = shows(data, kHasExtensions) ? 2 : 1; items > 0; --items) {
        auto const size = cbor_item_size(rest);
        if (!size) return false;
        rest.remove_prefix(*size);
    }
    return rest.empty();
}

// We ask for no extension, so a use is as short as it can be.
bool is_whole_use(std::string_view data) {
    return data.size() == kPlainSize && !shows(data, kHasCredential) &&
           !shows(data, kHasExtensions);
}

bool is_usable(PublicKey const& key) {
    return with_key(key, [](void const*) { return true; });
}

// The library asks beforehand which algorithm it will be.
Cred parsed(std::string_view authenticator_data, int algorithm) {
    Cred cred{fido_cred_new()};
    bool const is_of_it = cred && fido_cred_set_type(cred.get(), algorithm) == FIDO_OK &&
                          fido_cred_set_authdata_raw(cred.get(), begin_of(authenticator_data),
                                                     authenticator_data.size()) == FIDO_OK;
    return is_of_it ? std::move(cred) : nullptr;
}

bool is_host_name(std::string_view host) {
    bool const is_plain =
        !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        });
    if (!is_plain || host.front() == '.' || host.back() == '.') return false;
    // The last part of a name has a letter; that of an address of numbers has none.
    auto const last = host.substr(host.rfind('.') + 1);
    return std::any_of(last.begin(), last.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::optional<RelyingParty> relying_party_from(std::string_view origin) {
    constexpr std::string_view kSecure = "https://";
    constexpr std::string_view kPlain = "http://";
    bool const is_secure = origin.starts_with(kSecure);
    if (!is_secure && !origin.starts_with(kPlain)) return std::nullopt;
    auto const rest = origin.substr(is_secure ? kSecure.size() : kPlain.size());
    auto const host = rest.substr(0, rest.find(':'));
    if (!is_host_name(host) || (!is_secure && host != "localhost")) return std::nullopt;
    if (host.size() < rest.size()) {
        auto const digits = rest.substr(host.size() + 1);
        auto const port = parse_integer(digits);
        // Browsers leave out the port that a scheme has anyway.
        if (!port || *port < 1 || *port > 65535 || *port == (is_secure ? 443 : 80) ||
            std::to_string(*port) != digits) {
            return std::nullopt;
        }
    }
    return RelyingParty{std::string{host}, std::string{origin}};
}

bool is_ours(ClientData const& client, Ceremony ceremony, RelyingParty const& relying_party) {
    auto const* const type = ceremony == Ceremony::Make ? "webauthn.create" : "webauthn.get";
    return relying_party.is_set() && client.type == type && client.origin == relying_party.origin &&
           !client.cross_origin;
}

std::optional<Credential> credential_from(std::string_view authenticator_data,
                                          RelyingParty const& relying_party) {
    start_library();
    auto const for_whom = sha256(relying_party.id);
    if (!relying_party.is_set() || !is_whole_making(authenticator_data) ||
        !authenticator_data.starts_with(bytes_of(for_whom)) ||
        !shows(authenticator_data, kPresent | kVerified)) {
        return std::nullopt;
    }
    for (auto const algorithm : kAlgorithms) {
        auto const cred = parsed(authenticator_data, algorithm);
        if (!cred) continue;
        auto const id = copied(fido_cred_id_ptr(cred.get()), fido_cred_id_len(cred.get()));
        Credential made{
            base64url_of(id),
            {algorithm, copied(fido_cred_pubkey_ptr(cred.get()), fido_cred_pubkey_len(cred.get()))},
            fido_cred_sigcount(cred.get())};
        return is_usable(made.key) ? std::optional{std::move(made)} : std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::int64_t> counter_signed_by(PublicKey const& key, Assertion const& assertion,
                                              RelyingParty const& relying_party) {
    start_library();
    auto const& data = assertion.authenticator_data;
    auto const& signature = assertion.signature;
    if (!relying_party.is_set() || !is_whole_use(data) || signature.empty() ||
        signature.size() > kLongestData) {
        return std::nullopt;
    }
    auto const client_hash = sha256(assertion.client.raw);
    Assert const held{fido_assert_new()};
    bool const is_well_formed =
        held && fido_assert_set_rp(held.get(), relying_party.id.c_str()) == FIDO_OK &&
        fido_assert_set_clientdata_hash(held.get(), client_hash.data(), client_hash.size()) ==
            FIDO_OK &&
        fido_assert_set_count(held.get(), 1) == FIDO_OK &&
        fido_assert_set_authdata_raw(held.get(), 0, begin_of(data), data.size()) == FIDO_OK &&
        fido_assert_set_sig(held.get(), 0, begin_of(signature), signature.size()) == FIDO_OK &&
        fido_assert_set_up(held.get(), FIDO_OPT_TRUE) == FIDO_OK &&
        fido_assert_set_uv(held.get(), FIDO_OPT_TRUE) == FIDO_OK;
    if (!is_well_formed) return std::nullopt;
    bool const is_signed = with_key(key, [&](void const* known) {
        return fido_assert_verify(held.get(), 0, key.algorithm, known) == FIDO_OK;
    });
    if (!is_signed) return std::nullopt;
    return fido_assert_sigcount(held.get(), 0);
}

}  // namespace waymark::access
