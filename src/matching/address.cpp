#include "address.h"

#include "folding.h"
#include "phonetic.h"
#include "similarity.h"

#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace waymark::matching {

namespace {

using Words = std::vector<std::string>;

// Types of street as they are written, in alphabetical order, and the long form of each.
constexpr auto kStreetTypes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"alley", "alley"},       {"approach", "approach"},
    {"av", "avenue"},         {"ave", "avenue"},
    {"avenue", "avenue"},     {"bank", "bank"},
    {"blvd", "boulevard"},    {"boulevard", "boulevard"},
    {"bvd", "boulevard"},     {"cct", "circuit"},
    {"circuit", "circuit"},   {"circus", "circus"},
    {"cl", "close"},          {"clo", "close"},
    {"close", "close"},       {"court", "court"},
    {"cres", "crescent"},     {"cresc", "crescent"},
    {"crescent", "crescent"}, {"croft", "croft"},
    {"crt", "court"},         {"ct", "court"},
    {"dr", "drive"},          {"drive", "drive"},
    {"drv", "drive"},         {"esplanade", "esplanade"},
    {"est", "estate"},        {"estate", "estate"},
    {"garden", "gardens"},    {"gardens", "gardens"},
    {"garth", "garth"},       {"gate", "gate"},
    {"gdn", "gardens"},       {"gdns", "gardens"},
    {"gr", "grove"},          {"green", "green"},
    {"grn", "green"},         {"grove", "grove"},
    {"grv", "grove"},         {"hill", "hill"},
    {"la", "lane"},           {"lane", "lane"},
    {"ln", "lane"},           {"mews", "mews"},
    {"mount", "mount"},       {"parade", "parade"},
    {"park", "park"},         {"pde", "parade"},
    {"pl", "place"},          {"place", "place"},
    {"rd", "road"},           {"rise", "rise"},
    {"road", "road"},         {"row", "row"},
    {"sq", "square"},         {"square", "square"},
    {"st", "street"},         {"str", "street"},
    {"street", "street"},     {"ter", "terrace"},
    {"terr", "terrace"},      {"terrace", "terrace"},
    {"view", "view"},         {"vw", "view"},
    {"walk", "walk"},         {"way", "way"},
    {"wharf", "wharf"},       {"yard", "yard"},
    {"yd", "yard"},
});
static_assert(std::is_sorted(kStreetTypes.begin(), kStreetTypes.end()));

constexpr std::array<std::string_view, 8> kFlatWords = {"flat", "apartment", "apt", "unit",
                                                        "room", "studio",    "flt", "suite"};

std::string_view street_type(std::string_view word) {
    auto const* found = std::lower_bound(
        kStreetTypes.begin(), kStreetTypes.end(), word,
        [](auto const& entry, std::string_view wanted) { return entry.first < wanted; });
    bool const listed = found != kStreetTypes.end() && found->first == word;
    return listed ? found->second : std::string_view{};
}

bool is_flat_word(std::string_view word) {
    return std::find(kFlatWords.begin(), kFlatWords.end(), word) != kFlatWords.end();
}

// "12", "12a".
bool is_house_number(std::string_view word) {
    if (word.empty() || !is_digit(word.front())) return false;
    auto const last = word.find_first_not_of("0123456789");
    return last == std::string_view::npos || last + 1 == word.size();
}

Words folded_words(std::string_view piece) {
    // "12-14" is one house: it goes by its first number. "2/15" is flat 2 of 15.
    std::string text(piece);
    for (auto dash = text.find('-'); dash != std::string::npos; dash = text.find('-', dash + 1)) {
        bool const range = dash > 0 && dash + 1 < text.size() && is_digit(text[dash - 1]) &&
                           is_digit(text[dash + 1]);
        if (!range) continue;
        auto const end = text.find_first_not_of("0123456789", dash + 1);
        text.erase(dash, end == std::string::npos ? end : end - dash);
    }
    Words words;
    std::string const folded = fold_words(text);
    for (auto const word : words_of(folded)) words.emplace_back(word);
    return words;
}

std::string text_of(Words const& words, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) {
        if (!out.empty()) out += ' ';
        out += words[i];
    }
    return out;
}

void append_words(std::string& to, std::string_view words) {
    if (words.empty()) return;
    if (!to.empty()) to += ' ';
    to += words;
}

// A postcode at the end of a line, taken off it.
std::string take_postcode(std::string& line) {
    std::string text = trimmed(line);
    if (text.empty()) return "";
    for (int parts = 2; parts >= 1; --parts) {
        auto cut = text.size();
        for (int i = 0; i < parts && cut != std::string::npos && cut > 0; ++i) {
            cut = text.find_last_of(" ,", cut - 1);
        }
        auto const from = cut == std::string::npos ? 0 : cut + 1;
        auto const code = fold_postcode(std::string_view(text).substr(from));
        if (code.empty()) continue;
        line = text.substr(0, from);
        return code;
    }
    return "";
}

// Takes "flat 3", "ground floor flat" and the like off the front of a piece.
void take_flat(Words& words, Address& address) {
    if (words.empty()) return;
    if (words.size() >= 2 && words[1] == "floor") {
        address.flat = words[0];
        words.erase(words.begin(), words.begin() + 2);
        if (!words.empty() && is_flat_word(words[0])) words.erase(words.begin());
    } else if (words.size() >= 2 && words[0] == "basement" && is_flat_word(words[1])) {
        address.flat = words[0];
        words.erase(words.begin(), words.begin() + 2);
    } else if (words.size() >= 2 && is_flat_word(words[0]) &&
               (words[1].size() <= 2 || is_digit(words[1].front()))) {
        address.flat = words[1];
        words.erase(words.begin(), words.begin() + 2);
    }
}

void take_number(Words& words, Address& address) {
    if (!address.number.empty() || words.empty() || !is_house_number(words[0])) return;
    if (address.flat.empty() && words.size() >= 3 && is_house_number(words[1])) {
        address.flat = words[0];  // "2/15 High Street"
        words.erase(words.begin());
    }
    address.number = words[0];
    words.erase(words.begin());
    if (is_letter(address.number.back())) {
        if (address.flat.empty()) address.flat = address.number.back();
        address.number.pop_back();
    }
}

// Where the type of the street stands among the words: the last one before anything that can be a
// town, so that "High Street Scarborough" ends its street at "Street". "St" in front is a saint.
std::optional<std::size_t> type_position(Words const& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (!street_type(words[i]).empty()) {
            bool const next_too = i + 1 < words.size() && !street_type(words[i + 1]).empty();
            return next_too ? i + 1 : i;
        }
    }
    return std::nullopt;
}

void take_street(Words const& words, Address& address) {
    auto const type = type_position(words);
    std::size_t const end = type.value_or(words.size());
    address.street = text_of(words, 0, end);
    // A type never stands first, so "St" there is a saint.
    if (words[0] == "st" && end > 1) address.street.replace(0, 2, "saint");
    if (type) {
        address.street_type = street_type(words[*type]);
        append_words(address.locality, text_of(words, *type + 1, words.size()));
    }
}

void take_piece(Words words, Address& address) {
    take_flat(words, address);
    bool const had_number = !address.number.empty();
    take_number(words, address);
    if (words.empty()) return;
    bool const numbered = !had_number && !address.number.empty();
    bool const is_street = numbered || type_position(words).has_value();
    if (address.street.empty() && is_street) {
        take_street(words, address);
    } else if (address.building.empty() && address.street_type.empty() && !address.street.empty() &&
               is_street) {
        // "7 The Old Forge, Church Lane": what followed the number was the house's name.
        address.building = std::exchange(address.street, {});
        take_street(words, address);
    } else if (address.building.empty() && address.street.empty()) {
        address.building = text_of(words, 0, words.size());
    } else if (address.street.empty() && had_number) {
        take_street(words, address);  // "12, Whitegates"
    } else {
        append_words(address.locality, text_of(words, 0, words.size()));
    }
}

// "Mill Court, High Street": the first has the look of a street, but the second is one.
void prefer_second_street(Address& address) {
    if (!address.number.empty() || !address.building.empty()) return;
    auto words = folded_words(address.locality);
    auto const type = type_position(words);
    if (!type || address.street.empty()) return;
    address.building = address.street;
    append_words(address.building, address.street_type);
    address.street.clear();
    address.street_type.clear();
    address.locality.clear();
    take_street(words, address);
}

bool is_one_slip(std::string_view a, std::string_view b) {
    return edit_distance(a, b, 1) <= 1;
}

enum class Likeness { Missing, Different, Alike, Equal };

Likeness words_alike(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return Likeness::Missing;
    if (a == b) return Likeness::Equal;
    std::string const whole_a = squashed(a);
    std::string const whole_b = squashed(b);
    if (whole_a == whole_b) return Likeness::Equal;
    int const allowed = std::min(whole_a.size(), whole_b.size()) >= 7 ? 2 : 1;
    bool const near = std::min(whole_a.size(), whole_b.size()) >= 4 &&
                      edit_distance(whole_a, whole_b, allowed) <= allowed;
    return near ? Likeness::Alike : Likeness::Different;
}

Likeness streets_alike(Address const& a, Address const& b) {
    auto alike = words_alike(a.street, b.street);
    bool const types_differ = !a.street_type.empty() && !b.street_type.empty() &&
                              edit_distance(a.street_type, b.street_type, 2) > 2;
    // A slip in the type, or a space left out before it, leaves it among the words of the street.
    bool const type_unseen = a.street_type.empty() != b.street_type.empty();
    if (alike == Likeness::Different && type_unseen) {
        alike = words_alike(a.street + a.street_type, b.street + b.street_type);
    }
    // High Street and High Road are two streets, often in one town.
    if (types_differ && alike >= Likeness::Alike) alike = Likeness::Different;
    return alike;
}

bool shares_a_word(std::string_view a, std::string_view b) {
    auto const words = words_of(b);
    for (auto const word : words_of(a)) {
        bool const found = std::any_of(words.begin(), words.end(), [word](std::string_view other) {
            return word == other ||
                   (std::min(word.size(), other.size()) >= 5 && is_one_slip(word, other));
        });
        if (word.size() >= 3 && found) return true;
    }
    return false;
}

enum class Area { Unknown, Elsewhere, Near, Confirmed };

// Whether the two say the same part of the country.
Area areas(Address const& a, Address const& b) {
    if (!a.postcode.empty() && !b.postcode.empty()) {
        if (a.postcode == b.postcode) return Area::Confirmed;
        bool const same_outward = a.postcode.substr(0, a.postcode.find(' ')) ==
                                  b.postcode.substr(0, b.postcode.find(' '));
        if (same_outward || is_one_slip(a.postcode, b.postcode)) return Area::Near;
        return shares_a_word(a.locality, b.locality) ? Area::Near : Area::Elsewhere;
    }
    if (a.locality.empty() || b.locality.empty()) return Area::Unknown;
    return shares_a_word(a.locality, b.locality) ? Area::Confirmed : Area::Near;
}

AddressLevel flats_of_one_house(Address const& a, Address const& b, AddressLevel house) {
    if (a.flat == b.flat) return house;
    bool const one_missing = a.flat.empty() || b.flat.empty();
    return one_missing ? AddressLevel::FlatMissing : AddressLevel::DifferentFlat;
}

AddressLevel same_house(Address const& a, Address const& b, Likeness street, Area area) {
    if (street == Likeness::Alike || area == Area::Near) {
        return flats_of_one_house(a, b, AddressLevel::Close);
    }
    auto const level = area == Area::Confirmed ? AddressLevel::Confirmed : AddressLevel::Same;
    return flats_of_one_house(a, b, level);
}

AddressLevel without_one_house(Address const& a, Address const& b, Likeness street, Area area) {
    bool const one_postcode = !a.postcode.empty() && a.postcode == b.postcode;
    bool const number_slip = !a.number.empty() && !b.number.empty() &&
                             a.number.size() == b.number.size() &&
                             is_transposition(a.number, b.number);
    if (street >= Likeness::Alike && number_slip && area == Area::Confirmed) {
        return flats_of_one_house(a, b, AddressLevel::Close);
    }
    if (one_postcode) return AddressLevel::SharedPostcode;
    if (street >= Likeness::Alike && area != Area::Elsewhere) return AddressLevel::SameStreet;
    return AddressLevel::Different;
}

bool comparable(Address const& a, Address const& b) {
    return (!a.postcode.empty() && !b.postcode.empty()) ||
           (!a.street.empty() && !b.street.empty()) || (!a.building.empty() && !b.building.empty());
}

}  // namespace

bool Address::empty() const {
    return flat.empty() && number.empty() && building.empty() && street.empty() &&
           locality.empty() && postcode.empty();
}

Address parse_address(std::string_view line, std::string_view postcode) {
    Address address;
    std::string text(line);
    address.postcode = take_postcode(text);
    if (address.postcode.empty()) address.postcode = fold_postcode(postcode);
    for (auto const& piece : split(text, ',')) {
        auto words = folded_words(piece);
        if (!words.empty()) take_piece(std::move(words), address);
    }
    prefer_second_street(address);
    address.street_sound = sound_of(address.street);
    return address;
}

AddressLevel compare_addresses(Address const& a, Address const& b) {
    if (!comparable(a, b)) return AddressLevel::Missing;
    auto const street = streets_alike(a, b);
    auto const building = words_alike(a.building, b.building);
    auto const area = areas(a, b);
    bool const one_postcode = !a.postcode.empty() && a.postcode == b.postcode;
    bool const same_number = !a.number.empty() && a.number == b.number;
    bool const numbers_differ = !a.number.empty() && !b.number.empty() && a.number != b.number;

    if (same_number && street >= Likeness::Alike && area != Area::Elsewhere) {
        return same_house(a, b, street, area);
    }
    if (same_number && one_postcode) {
        // The same number in the same postcode; a postcode seldom spans two streets.
        auto const spelled =
            street == Likeness::Different ? AddressLevel::Close : AddressLevel::Confirmed;
        return flats_of_one_house(a, b, spelled);
    }
    bool const one_building = building >= Likeness::Alike && !numbers_differ &&
                              (one_postcode || street >= Likeness::Alike ||
                               (area == Area::Confirmed && street == Likeness::Missing));
    if (one_building) return same_house(a, b, building, area);
    return without_one_house(a, b, street, area);
}

Agreement agreement_of(AddressLevel level) {
    switch (level) {
        case AddressLevel::Missing:
            return Agreement::Missing;
        case AddressLevel::Different:
            return Agreement::Different;
        case AddressLevel::SameStreet:
        case AddressLevel::SharedPostcode:
        case AddressLevel::DifferentFlat:
        case AddressLevel::FlatMissing:
        case AddressLevel::Close:
            return Agreement::Close;
        case AddressLevel::Same:
        case AddressLevel::Confirmed:
            return Agreement::Same;
    }
    return Agreement::Missing;
}

std::string_view code_of(AddressLevel level) {
    switch (level) {
        case AddressLevel::Missing:
            return "not_recorded";
        case AddressLevel::Different:
            return "different";
        case AddressLevel::SameStreet:
            return "same_street";
        case AddressLevel::SharedPostcode:
            return "shared_postcode";
        case AddressLevel::DifferentFlat:
            return "different_flat";
        case AddressLevel::FlatMissing:
            return "flat_not_recorded";
        case AddressLevel::Close:
            return "spelled_differently";
        case AddressLevel::Same:
        case AddressLevel::Confirmed:
            return "exact";
    }
    return "not_recorded";
}

}  // namespace waymark::matching
