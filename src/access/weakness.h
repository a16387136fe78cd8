#pragma once

// What makes a password too easy to guess for one person, beyond weakness_of (sign_in.h), which
// knows nobody: words that stand close to them. Private to access.

#include "access/sign_in.h"

#include <string>
#include <string_view>
#include <vector>

namespace waymark::access {

// The person's name and e-mail address, and the names of their agency and partnership: whole, and
// in parts.
std::vector<std::string> words_about(store::Transaction& tx, UserId const& user);

// Codes of weakness_of; `words` are what a guesser would try first.
std::string weakness_of(std::string_view password, std::vector<std::string> const& words);
std::string weakness_for(store::Transaction& tx, UserId const& user, std::string_view password);

}  // namespace waymark::access
