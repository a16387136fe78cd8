#pragma once

// Small questions about text that every module asks. Nothing here knows a language or a name;
// folding of names for comparison is `matching`'s.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

bool is_blank(std::string_view text);
std::string trimmed(std::string_view text);
std::string lower_ascii(std::string_view text);
std::vector<std::string> split(std::string_view text, char separator);
std::string join(std::vector<std::string> const& parts, std::string_view separator);

// The whole of text as a decimal number; nothing when there is anything else in it.
std::optional<std::int64_t> parse_integer(std::string_view text);
std::optional<double> parse_number(std::string_view text);

// Whether text is well-formed UTF-8 without NUL and without control characters other than tab and
// line breaks. Text from outside is checked once, where it enters.
bool is_clean_utf8(std::string_view text);
// How many characters (code points) well-formed UTF-8 holds.
std::size_t characters(std::string_view text);

}  // namespace waymark
