// How easily a password is guessed, by zxcvbn: it looks for words, names, dates, keyboard rows and
// repetitions, and counts how many guesses come before this one.

#include "weakness.h"

#include "accounts_sql.h"
#include "foundation/text.h"

#include <zxcvbn.h>

#include <algorithm>
#include <cmath>

namespace waymark::access {

namespace {

// Of guesses, as a power of ten: what is found sooner is refused. Below it a password does not hold
// against guessing at a sign-in that nothing slows (Wheeler, zxcvbn: Low-Budget Password Strength
// Estimation, USENIX Security 2016).
constexpr double kFewestGuessesLog10 = 8.0;
constexpr std::size_t kShortestWord = 3;

double guesses_log10(std::string const& password, std::vector<std::string> const& words) {
    std::vector<char const*> known;
    for (auto const& word : words) known.push_back(word.c_str());
    known.push_back(nullptr);
    return ZxcvbnMatch(password.c_str(), known.data(), nullptr) * std::log10(2.0);
}

bool has_common_word(std::string const& lower) {
    for (std::string_view common : {"password", "qwerty", "123456", "letmein", "welcome",
                                    "football", "waymark", "community"}) {
        // A common word with a few characters added is still a common password.
        if (lower.find(common) != std::string::npos && lower.size() < common.size() + 6) {
            return true;
        }
    }
    return std::all_of(lower.begin(), lower.end(), [&](char c) { return c == lower.front(); });
}

bool is_of_a_word(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

void add_with_parts(std::vector<std::string>& words, std::string_view text) {
    auto const lower = lower_ascii(trimmed(text));
    if (lower.size() >= kShortestWord) words.push_back(lower);
    std::string part;
    for (char const c : lower + " ") {
        if (is_of_a_word(c)) {
            part += c;
            continue;
        }
        if (part.size() >= kShortestWord && part != lower) words.push_back(part);
        part.clear();
    }
}

}  // namespace

std::vector<std::string> words_about(store::Transaction& tx, UserId const& user) {
    std::vector<std::string> words;
    auto const row = tx.first(sql::kNamesAbout, {user});
    if (!row) return words;
    for (auto const* const column : {"name", "email", "agency_name", "partnership_name"}) {
        add_with_parts(words, row->text(column));
    }
    return words;
}

std::string weakness_of(std::string_view password, std::vector<std::string> const& words) {
    if (characters(password) < kShortestPassword) return "too_short";
    if (password.size() > kLongestPassword) return "too_long";
    if (has_common_word(lower_ascii(password))) return "too_common";
    return guesses_log10(std::string{password}, words) < kFewestGuessesLog10 ? "too_common" : "";
}

std::string weakness_of(std::string_view password) {
    return weakness_of(password, {});
}

std::string weakness_for(store::Transaction& tx, UserId const& user, std::string_view password) {
    return weakness_of(password, words_about(tx, user));
}

}  // namespace waymark::access
