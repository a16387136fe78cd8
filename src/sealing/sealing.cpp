#include "sealing/sealing.h"

#include "foundation/digest.h"
#include "foundation/text.h"

#include <sodium.h>

namespace waymark::sealing {

namespace {

constexpr std::string_view kPrefix = "waymark-sealing-key:";
constexpr std::size_t kBlock = 256;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == 32);

unsigned char* begin_of(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
unsigned char const* begin_of(std::string_view bytes) {
    return reinterpret_cast<unsigned char const*>(bytes.data());
}

// The nonce, then the text and its tag.
std::string encrypt(unsigned char const* key, std::string_view text, std::string_view about) {
    std::string bytes(kNonce + text.size() + kTag, '\0');
    randombytes_buf(bytes.data(), kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(begin_of(bytes) + kNonce, nullptr, begin_of(text),
                                               text.size(), begin_of(about), about.size(), nullptr,
                                               begin_of(bytes), key);
    return bytes;
}

std::optional<std::string> decrypt(unsigned char const* key, std::string_view bytes,
                                   std::string_view about) {
    if (bytes.size() < kNonce + kTag) return std::nullopt;
    std::string text(bytes.size() - kNonce - kTag, '\0');
    auto const done = crypto_aead_xchacha20poly1305_ietf_decrypt(
        begin_of(text), nullptr, nullptr, begin_of(bytes) + kNonce, bytes.size() - kNonce,
        begin_of(about), about.size(), begin_of(bytes), key);
    if (done != 0) return std::nullopt;
    return text;
}

// To a whole number of blocks, so that a short text is as long as a longer one.
std::string padded(std::string_view text) {
    std::string bytes{text};
    auto const whole = (text.size() / kBlock + 1) * kBlock;
    bytes.resize(whole);
    std::size_t size = 0;
    sodium_pad(&size, begin_of(bytes), text.size(), kBlock, whole);
    bytes.resize(size);
    return bytes;
}

}  // namespace

SealingKey SealingKey::make() {
    Bytes bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return SealingKey{bytes};
}

std::optional<SealingKey> SealingKey::parse(std::string_view text) {
    auto const line = trimmed(text);
    if (!line.starts_with(kPrefix)) return std::nullopt;
    auto const digest = digest_from_hex(std::string_view{line}.substr(kPrefix.size()));
    if (!digest) return std::nullopt;
    return SealingKey{*digest};
}

std::string SealingKey::text() const {
    return std::string{kPrefix} +
           hex_of({reinterpret_cast<char const*>(bytes_.data()), bytes_.size()});
}

Sealed SealingKey::seal(std::string_view text, std::string_view about) const {
    std::string own(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    randombytes_buf(own.data(), own.size());
    Sealed sealed{base64_of(encrypt(bytes_.data(), own, about)),
                  base64_of(encrypt(begin_of(own), padded(text), about))};
    sodium_memzero(own.data(), own.size());
    return sealed;
}

std::optional<std::string> SealingKey::open(Sealed const& sealed, std::string_view about) const {
    auto const key = bytes_from_base64(sealed.key);
    auto const body = bytes_from_base64(sealed.body);
    if (!key || !body) return std::nullopt;
    auto own = decrypt(bytes_.data(), *key, about);
    if (!own || own->size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES) return std::nullopt;
    auto text = decrypt(begin_of(*own), *body, about);
    sodium_memzero(own->data(), own->size());
    std::size_t size = 0;
    if (!text || sodium_unpad(&size, begin_of(*text), text->size(), kBlock) != 0) {
        return std::nullopt;
    }
    text->resize(size);
    return text;
}

}  // namespace waymark::sealing
