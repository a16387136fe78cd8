#include "phonetic.h"

#include "folding.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace waymark::matching {

namespace {

constexpr std::size_t kLongestKey = 10;

enum class Where { Anywhere, Start, End };

// The letters `spelling` at this place are heard as `sound`. The first rule that fits is taken, so
// longer spellings stand first. A lower-case sound is a vowel's, kept only at the start.
struct Rule {
    std::string_view spelling;
    Where where;
    std::string_view sound;
};

constexpr std::array kRules = {
    Rule{"schw", Where::Anywhere, "X"},  Rule{"scho", Where::Anywhere, "SK"},
    Rule{"sch", Where::Anywhere, "S"},   Rule{"tsch", Where::Anywhere, "X"},
    Rule{"chr", Where::Anywhere, "KR"},  Rule{"chae", Where::Anywhere, "K"},
    Rule{"chol", Where::Anywhere, "KL"}, Rule{"ghan", Where::Anywhere, "KN"},
    Rule{"ngh", Where::End, "NK"},       Rule{"ght", Where::Anywhere, "T"},
    Rule{"kn", Where::Start, "N"},       Rule{"gn", Where::Start, "N"},
    Rule{"pn", Where::Start, "N"},       Rule{"ps", Where::Start, "S"},
    Rule{"wr", Where::Start, "R"},       Rule{"wh", Where::Start, "W"},
    Rule{"gh", Where::Start, "K"},       Rule{"gh", Where::Anywhere, ""},
    Rule{"x", Where::Start, "S"},        Rule{"mps", Where::Anywhere, "MS"},
    Rule{"mpt", Where::Anywhere, "MT"},  Rule{"dge", Where::Anywhere, "J"},
    Rule{"dzh", Where::Anywhere, "J"},   Rule{"ge", Where::Start, "J"},
    Rule{"gi", Where::Start, "J"},       Rule{"gy", Where::Start, "J"},
    Rule{"y", Where::Start, "J"},        Rule{"tch", Where::Anywhere, "X"},
    Rule{"sh", Where::Anywhere, "X"},    Rule{"ch", Where::Anywhere, "X"},
    Rule{"cz", Where::Anywhere, "X"},    Rule{"sz", Where::Anywhere, "X"},
    Rule{"ph", Where::Anywhere, "F"},    Rule{"ck", Where::Anywhere, "K"},
    Rule{"ce", Where::Anywhere, "S"},    Rule{"ci", Where::Anywhere, "S"},
    Rule{"cy", Where::Anywhere, "S"},    Rule{"rz", Where::Anywhere, "Z"},
    Rule{"zh", Where::Anywhere, "Z"},    Rule{"ts", Where::Anywhere, "S"},
    Rule{"tz", Where::Anywhere, "S"},
};

// The rules whose spelling begins with each letter, a bit for each.
constexpr auto kRulesOfLetter = [] {
    static_assert(kRules.size() <= 64);
    std::array<std::uint64_t, 26> masks{};
    for (std::size_t i = 0; i < kRules.size(); ++i) {
        masks[static_cast<std::size_t>(kRules[i].spelling[0] - 'a')] |= std::uint64_t{1} << i;
    }
    return masks;
}();

// For a to z. A point: not heard.
constexpr std::string_view kLetters = "aBKTaFK.aJKLMNaBKRSTaFWXaZ";

bool fits(Rule const& rule, std::string_view word, std::size_t at) {
    if (rule.where == Where::Start && at != 0) return false;
    if (!word.substr(at).starts_with(rule.spelling)) return false;
    return rule.where != Where::End || at + rule.spelling.size() == word.size();
}

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

// w is heard at the start, and as v between vowels (Kowalski, Kovalski).
std::string_view sound_of_w(std::string_view word, std::size_t at) {
    if (at == 0) return "W";
    bool const between = at + 1 < word.size() && is_vowel(word[at - 1]) && is_vowel(word[at + 1]);
    return between ? "F" : "";
}

struct Heard {
    std::string_view sound;
    std::size_t letters;  // of the spelling
};

Heard heard_at(std::string_view word, std::size_t at) {
    std::uint64_t rules = kRulesOfLetter[static_cast<std::size_t>(word[at] - 'a')];
    for (; rules != 0; rules &= rules - 1) {
        Rule const& rule = kRules[static_cast<std::size_t>(std::countr_zero(rules))];
        if (fits(rule, word, at)) return {rule.sound, rule.spelling.size()};
    }
    if (word[at] == 'w') return {sound_of_w(word, at), 1};
    if (word[at] == 'x') return {"KS", 1};
    if (word[at] == 'h' && at == 0) return {"H", 1};
    return {kLetters.substr(static_cast<std::size_t>(word[at] - 'a'), 1), 1};
}

}  // namespace

std::string sound_of(std::string_view folded) {
    std::string word;
    for (char const c : folded) {
        if (is_letter(c)) word += c;
    }
    std::string key;
    bool after_consonant = false;
    for (std::size_t at = 0; at < word.size() && key.size() < kLongestKey;) {
        auto const [sound, letters] = heard_at(word, at);
        bool const is_consonant = !sound.empty() && sound != "a" && sound != ".";
        if (is_consonant) {
            // Two spellings of one sound side by side are heard once; with a vowel or a silent
            // letter between them, twice.
            bool const repeated = after_consonant && !key.empty() && key.back() == sound.front();
            key += repeated ? sound.substr(1) : sound;
        } else if (at == 0) {
            key += sound == "a" ? "A" : "";
        }
        after_consonant = is_consonant;
        at += letters;
    }
    return key.substr(0, kLongestKey);
}

}  // namespace waymark::matching
