#include "foundation/digest.h"

#include <openssl/sha.h>
#include <sodium.h>

namespace waymark {

namespace {

unsigned char const* begin_of(std::string_view bytes) {
    return reinterpret_cast<unsigned char const*>(bytes.data());
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::string in_base64(std::string_view bytes, int variant) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), begin_of(bytes), bytes.size(), variant);
    text.pop_back();  // the zero that ends a C string
    return text;
}

std::optional<std::string> from_base64(std::string_view text, int variant) {
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    char const* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &size, &end, variant) != 0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace

Digest sha256(std::string_view bytes) {
    // OpenSSL's, because it uses the processor's own instructions: the audit hashes every look.
    Digest digest;
    SHA256(begin_of(bytes), bytes.size(), digest.data());
    return digest;
}

std::string sha256_hex(std::string_view bytes) {
    return hex_of(bytes_of(sha256(bytes)));
}

std::string hex_of(std::string_view bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (auto const c : bytes) {
        auto const byte = static_cast<unsigned char>(c);
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::optional<Digest> digest_from_hex(std::string_view text) {
    Digest digest;
    if (text.size() != digest.size() * 2) return std::nullopt;
    for (std::size_t i = 0; i < digest.size(); ++i) {
        int const high = hex_digit(text[2 * i]);
        int const low = hex_digit(text[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        digest[i] = static_cast<unsigned char>(high * 16 + low);
    }
    return digest;
}

std::string base64_of(std::string_view bytes) {
    return in_base64(bytes, sodium_base64_VARIANT_ORIGINAL);
}

std::string base64url_of(std::string_view bytes) {
    return in_base64(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::optional<std::string> bytes_from_base64(std::string_view text) {
    return from_base64(text, sodium_base64_VARIANT_ORIGINAL);
}

std::optional<std::string> bytes_from_base64url(std::string_view text) {
    return from_base64(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

}  // namespace waymark
