#pragma once

// Whether text is base64url without padding (RFC 7515, section 2). libcjose 0.6.2 stops the program
// at text of a length that no bytes give, so nothing reaches it that was not looked at here.

#include <algorithm>
#include <string_view>

namespace waymark::openid {

inline bool is_base64url(std::string_view text) {
    return text.size() % 4 != 1 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
           });
}

}  // namespace waymark::openid
