#pragma once

// SHA-256 (FIPS 180-4), and bytes as text: lower-case hexadecimal, base64 (RFC 4648 section 4), and
// base64url without padding (section 5), as browsers write the bytes of passkeys.

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace waymark {

using Digest = std::array<unsigned char, 32>;

Digest sha256(std::string_view bytes);
std::string sha256_hex(std::string_view bytes);

inline std::string_view bytes_of(Digest const& digest) {
    return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

std::string hex_of(std::string_view bytes);
std::string base64_of(std::string_view bytes);
std::string base64url_of(std::string_view bytes);
// Nothing when the text is not exactly such bytes, as one of the above writes them.
std::optional<Digest> digest_from_hex(std::string_view text);
std::optional<std::string> bytes_from_base64(std::string_view text);
std::optional<std::string> bytes_from_base64url(std::string_view text);

}  // namespace waymark
