#include "foundation/digest.h"

#include <openssl/sha.h>

#include <array>

namespace waymark {

std::string sha256_hex(std::string_view bytes) {
    // OpenSSL's, because it uses the processor's own instructions: the audit hashes every look.
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest;
    SHA256(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), digest.data());
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(digest.size() * 2);
    for (auto const byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

}  // namespace waymark
