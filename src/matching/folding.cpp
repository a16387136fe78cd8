// Folding of names and words. ASCII, by far the most common, never reaches ICU.

#include "folding.h"

#include "matching/matching.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace waymark::matching {

namespace {

struct SpecialLetter {
    UChar32 letter;
    char const* ascii;
};

// Latin letters that do not decompose into a plain letter and a mark.
constexpr std::array kSpecialLetters = {
    SpecialLetter{0x00DF, "ss"}, SpecialLetter{0x00E6, "ae"}, SpecialLetter{0x00F0, "d"},
    SpecialLetter{0x00F8, "o"},  SpecialLetter{0x00FE, "th"}, SpecialLetter{0x0111, "d"},
    SpecialLetter{0x0127, "h"},  SpecialLetter{0x0131, "i"},  SpecialLetter{0x0138, "k"},
    SpecialLetter{0x0142, "l"},  SpecialLetter{0x014B, "n"},  SpecialLetter{0x0153, "oe"},
    SpecialLetter{0x0167, "t"},  SpecialLetter{0x0180, "b"},  SpecialLetter{0x0192, "f"},
    SpecialLetter{0x0237, "j"},  SpecialLetter{0x0259, "a"},  SpecialLetter{0x026B, "l"},
};

constexpr std::array<std::string_view, 24> kTitles = {
    "mr",        "mrs",  "ms",   "miss", "mx",   "dr",   "doctor", "prof",
    "professor", "rev",  "revd", "sir",  "dame", "lord", "lady",   "cllr",
    "pc",        "pcso", "sgt",  "insp", "dc",   "ds",   "master", "fr"};

constexpr std::array<std::string_view, 4> kGenerations = {"jr", "jnr", "sr", "snr"};

template <class Words>
bool holds(Words const& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool needs_transliteration(icu::UnicodeString const& text) {
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        UChar32 const letter = text.char32At(i);
        if (!u_isalpha(letter)) continue;
        UErrorCode status = U_ZERO_ERROR;
        if (uscript_getScript(letter, &status) != USCRIPT_LATIN) return true;
    }
    return false;
}

// One for each thread: making it costs milliseconds, and a transliterator keeps a cache inside.
icu::Transliterator const* to_latin() {
    thread_local std::unique_ptr<icu::Transliterator> const made = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Any-Latin", UTRANS_FORWARD, status));
    }();
    return made.get();
}

void append_letter(std::string& out, UChar32 letter) {
    if (letter < 0x80) {
        out += static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
        return;
    }
    UChar32 const lower = u_tolower(letter);
    auto const special =
        std::find_if(kSpecialLetters.begin(), kSpecialLetters.end(),
                     [lower](SpecialLetter const& entry) { return entry.letter == lower; });
    if (special != kSpecialLetters.end()) {
        out += special->ascii;
    } else if (letter == 0x2018 || letter == 0x2019 || letter == 0x02BC || letter == 0x02BB ||
               letter == 0x02B9 || letter == 0x02BE || letter == 0x02BF || letter == 0x2032) {
        out += '\'';
    } else if (!u_isalnum(letter) && letter != 0xFFFD && u_charType(letter) != U_FORMAT_CHAR) {
        out += ' ';
    }
}

bool is_mark(UChar32 letter) {
    auto const type = u_charType(letter);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
           type == U_COMBINING_SPACING_MARK;
}

std::string lower_ascii_from(std::string_view text) {
    auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    if (needs_transliteration(unicode) && to_latin() != nullptr) to_latin()->transliterate(unicode);

    UErrorCode status = U_ZERO_ERROR;
    auto const* nfkd = icu::Normalizer2::getNFKDInstance(status);
    if (U_SUCCESS(status)) unicode = nfkd->normalize(unicode, status);

    std::string out;
    for (int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
        UChar32 const letter = unicode.char32At(i);
        if (!is_mark(letter)) append_letter(out, letter);
    }
    return out;
}

std::string lower_plain(std::string_view text) {
    if (!is_ascii(text)) return lower_ascii_from(text);
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return out;
}

}  // namespace

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

std::vector<std::string_view> words_of(std::string_view folded) {
    std::vector<std::string_view> words;
    std::size_t start = 0;
    while (start < folded.size()) {
        std::size_t const end = std::min(folded.find(' ', start), folded.size());
        if (end > start) words.push_back(folded.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

std::string joined(std::vector<std::string_view> const& words, std::string_view between) {
    std::string out;
    for (auto const word : words) {
        if (!out.empty()) out += between;
        out += word;
    }
    return out;
}

std::string squashed(std::string_view folded) {
    std::string out(folded);
    std::erase(out, ' ');
    return out;
}

std::string fold_words(std::string_view text) {
    std::string out;
    for (char const c : lower_plain(text)) {
        if (is_letter(c) || is_digit(c)) {
            out += c;
        } else if (c == '&') {
            if (!out.empty() && out.back() != ' ') out += ' ';
            out += "and ";
        } else if (c != '\'' && c != '`' && !out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

FoldedName fold_full_name(std::string_view text) {
    std::string const folded = fold_words(text);
    auto words = words_of(folded);
    while (words.size() > 1 && holds(kTitles, words.front())) words.erase(words.begin());
    Generation generation = Generation::None;
    while (words.size() > 1 && holds(kGenerations, words.back())) {
        generation = words.back().front() == 'j' ? Generation::Junior : Generation::Senior;
        words.pop_back();
    }
    return {joined(words, " "), generation};
}

std::string fold_name(std::string_view text) {
    return fold_full_name(text).name;
}

}  // namespace waymark::matching
