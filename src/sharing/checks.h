#pragma once

// Checks that agreements, grants and asks share. Private to sharing.

#include "sharing/agreements.h"

#include <algorithm>

namespace waymark::sharing {

enum class Needed { Yes, No };
// Adds required, not_clean_text or too_long for a text that somebody wrote.
void check_text(std::vector<FieldError>& mistakes, std::string const& field,
                std::string const& text, std::size_t longest, Needed needed);

inline bool is_among(std::vector<Code> const& codes, std::string const& code) {
    return std::any_of(codes.begin(), codes.end(),
                       [&](Code const& one) { return one.code == code; });
}

template <class Value>
bool is_in(std::vector<Value> const& values, Value const& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace waymark::sharing
