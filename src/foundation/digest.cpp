#include "foundation/digest.h"

#include <sodium.h>

#include <array>

namespace waymark {

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
    crypto_hash_sha256(digest.data(), reinterpret_cast<unsigned char const*>(bytes.data()),
                       bytes.size());
    std::string text(crypto_hash_sha256_BYTES * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    text.pop_back();
    return text;
}

}  // namespace waymark
