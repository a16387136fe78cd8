#pragma once

// SHA-256 (FIPS 180-4), as lower-case hexadecimal.

#include <string>
#include <string_view>

namespace waymark {

std::string sha256_hex(std::string_view bytes);

}  // namespace waymark
