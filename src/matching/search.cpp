// Search as you type: from what stands in the search box to prefixes of filed keys, and the order
// of what they find.

#include "keys.h"
#include "prepared.h"

#include "foundation/text.h"

#include <algorithm>
#include <optional>

namespace waymark::matching {

namespace {

constexpr std::size_t kMostPrefixes = 16;
constexpr std::size_t kMostPairedWords = 4;
constexpr std::size_t kLeastLetters = 2;
constexpr std::size_t kLeastPhoneDigits = 5;
constexpr int kFoundAtLeast = 50;

// What of the typed text is not words of a name.
struct Typed {
    std::string phone;  // may be unfinished
    std::string email;
    std::string postcode;
    std::optional<Date> date;
    std::vector<std::string> words;  // folded
};

// 1980-02-03, 3/2/1980, 3.2.1980, 03-02-1980.
std::optional<Date> typed_date(std::string_view text) {
    if (auto const iso = parse_date(text)) return iso;
    std::string plain(text);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == '.' || c == '-'; }, '/');
    auto const parts = split(plain, '/');
    if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
    auto const padded = [](std::string const& part) {
        return part.size() == 1 ? "0" + part : part;
    };
    return parse_date(parts[2] + "-" + padded(parts[1]) + "-" + padded(parts[0]));
}

std::string typed_phone(std::string_view text) {
    if (auto phone = fold_phone(text); !phone.empty()) return phone;
    std::string digits;
    for (char const c : text) {
        if (is_digit(c)) {
            digits += c;
        } else if (c != ' ' && c != '-') {
            return "";
        }
    }
    return digits.size() >= kLeastPhoneDigits && digits.starts_with('0') ? digits : "";
}

Typed read_typed(std::string_view text) {
    Typed typed;
    std::string const whole = trimmed(text);
    if (typed.email = fold_email(whole); !typed.email.empty()) return typed;
    if (typed.postcode = fold_postcode(whole); !typed.postcode.empty()) return typed;
    if (typed.phone = typed_phone(whole); !typed.phone.empty()) return typed;
    std::string rest;
    for (auto const& part : split(whole, ' ')) {
        if (auto const date = typed_date(part)) {
            typed.date = date;
        } else {
            rest += part + " ";
        }
    }
    std::string const folded = fold_name(rest);
    for (auto const word : words_of(folded)) typed.words.emplace_back(word);
    return typed;
}

std::string whole_of(std::vector<std::string> const& words) {
    return join(words, " ");
}

void add_word_prefixes(KeyList& prefixes, std::vector<std::string> const& words) {
    std::string const whole = whole_of(words);
    if (whole.size() < kLeastLetters) return;
    prefixes.add("sk:" + whole);
    if (words.size() < 2) return;
    std::string rotated = words.back();
    for (std::size_t i = 0; i + 1 < words.size(); ++i) rotated += " " + words[i];
    prefixes.add("sk:" + rotated);
    auto const paired = std::min(words.size(), kMostPairedWords);
    for (std::size_t i = 0; i < paired; ++i) {
        for (std::size_t j = 0; j < paired; ++j) {
            if (i != j) prefixes.add(pair_key(words[i], words[j]));
        }
    }
}

// Each typed word must begin a word of its own in the record: 0 when one does not, else the share
// of the record's letters that were typed.
int words_rank(std::vector<std::string> const& typed, std::vector<std::string> known) {
    std::size_t letters = 0;
    for (auto const& word : known) letters += word.size();
    std::size_t found = 0;
    std::vector<std::string> longest_first = typed;
    std::stable_sort(longest_first.begin(), longest_first.end(),
                     [](auto const& a, auto const& b) { return a.size() > b.size(); });
    for (auto const& word : longest_first) {
        // The whole word before a longer one that only begins so.
        auto match = std::find(known.begin(), known.end(), word);
        if (match == known.end()) {
            match = std::find_if(known.begin(), known.end(), [&word](std::string const& candidate) {
                return candidate.starts_with(word);
            });
        }
        if (match == known.end()) return 0;
        found += word.size();
        known.erase(match);
    }
    auto const share =
        static_cast<int>((100 - kFoundAtLeast) * found / std::max<std::size_t>(1, letters));
    return kFoundAtLeast + share;
}

bool holds_prefix(std::vector<std::string> const& values, std::string const& start) {
    return std::any_of(values.begin(), values.end(),
                       [&start](std::string const& value) { return value.starts_with(start); });
}

int names_rank(Typed const& typed, PreparedPerson::Fields const& person) {
    auto known = person.given.words;
    known.insert(known.end(), person.family.words.begin(), person.family.words.end());
    int best = words_rank(typed.words, known);
    if (best > 0) return best;
    // Through another name a record is found, but after those found by the name they go by.
    for (auto const& other : person.others) {
        known.insert(known.end(), other.words.begin(), other.words.end());
    }
    return words_rank(typed.words, known) / 2;
}

}  // namespace

std::vector<std::string> search_prefixes(std::string_view text) {
    auto const typed = read_typed(text);
    KeyList prefixes(kMostPrefixes);
    if (!typed.email.empty()) prefixes.add("em:" + typed.email);
    if (!typed.phone.empty()) prefixes.add("ph:" + typed.phone);
    if (!typed.postcode.empty()) prefixes.add("pc:" + typed.postcode + ":");
    if (typed.date) {
        // Selective by itself: what is typed beside it is left to the ranking.
        prefixes.add("dob:" + to_text(*typed.date));
    } else {
        add_word_prefixes(prefixes, typed.words);
    }
    return prefixes.take();
}

int search_rank(std::string_view text, PersonDetails const& known) {
    auto const typed = read_typed(text);
    PreparedPerson const prepared(known);
    auto const& person = prepared.fields();
    if (!typed.email.empty()) return holds_prefix(person.emails, typed.email) ? 100 : 0;
    if (!typed.phone.empty()) return holds_prefix(person.phones, typed.phone) ? 100 : 0;
    if (!typed.postcode.empty()) {
        return std::any_of(person.addresses.begin(), person.addresses.end(),
                           [&typed](Address const& a) { return a.postcode == typed.postcode; })
                   ? 100
                   : 0;
    }
    if (typed.date && typed.date != person.date_of_birth) return 0;
    if (typed.words.empty()) return typed.date ? 100 : 0;
    return names_rank(typed, person);
}

std::vector<std::string> place_search_prefixes(std::string_view text) {
    KeyList prefixes(kMostPrefixes);
    if (auto const postcode = fold_postcode(text); !postcode.empty()) {
        prefixes.add("pc:" + postcode + ":");
        return prefixes.take();
    }
    // Typed and filed through the same parser, so that "12 High St" finds "12 High Street".
    auto const words = place_words(parse_address(text, ""));
    auto const plain = fold_words(text);
    if (plain.size() < kLeastLetters) return {};
    prefixes.add("ps:" + plain);
    if (!words.empty()) prefixes.add("ps:" + words);
    return prefixes.take();
}

int search_rank(std::string_view text, PlaceDetails const& known) {
    PreparedPlace const prepared(known);
    auto const& place = prepared.fields();
    if (auto const postcode = fold_postcode(text); !postcode.empty()) {
        return place.address.postcode == postcode ? 100 : 0;
    }
    auto const split_words = [](std::string const& folded) {
        std::vector<std::string> out;
        for (auto const word : words_of(folded)) out.emplace_back(word);
        return out;
    };
    auto all = place.name.words;
    for (auto& word : split_words(place_words(place.address))) all.push_back(std::move(word));
    auto const plain = split_words(fold_words(text));
    if (plain.empty()) return 0;
    auto const parsed = split_words(place_words(parse_address(text, "")));
    return std::max(words_rank(plain, all), parsed.empty() ? 0 : words_rank(parsed, all));
}

}  // namespace waymark::matching
