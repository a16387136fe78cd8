#pragma once

// Secrets and codes that people read, type and say: base32 (RFC 4648), in groups. Private to
// access.

#include <string>
#include <string_view>

namespace waymark::access {

std::string random_base32(std::size_t bytes);
// Throws store::Failure for what is no base32.
std::string from_base32(std::string_view text);

std::string in_groups(std::string_view text, char between);  // of four
// As it was made: capitals, without the spaces and hyphens that people type.
std::string without_gaps(std::string_view code);

}  // namespace waymark::access
