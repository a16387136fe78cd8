// How the names of two people agree. Weights are ours, set by sense from the ranges published for
// linkage in the UK justice system and rounded; see README.md.

#include "evidence.h"

#include "nicknames.h"
#include "phonetic.h"
#include "similarity.h"

#include <algorithm>

namespace waymark::matching {

namespace {

using Words = std::vector<std::string>;
using Fields = PreparedPerson::Fields;

constexpr Evidence kGivenMissing{};
constexpr Evidence kGivenExact{65, Agreement::Same, "exact"};
constexpr Evidence kGivenAllExact{75, Agreement::Same, "exact"};
constexpr Evidence kMiddleDiffers{45, Agreement::Close, "middle_name_differs"};
constexpr Evidence kGivenSpacing{60, Agreement::Close, "spacing"};
constexpr Evidence kGivenInitial{30, Agreement::Close, "initial"};
constexpr Evidence kNickname{55, Agreement::Close, "nickname"};
constexpr Evidence kGivenAlias{45, Agreement::Close, "other_name"};
constexpr Evidence kMiddleName{35, Agreement::Close, "middle_name"};
constexpr Evidence kGivenTransposed{55, Agreement::Close, "transposed_letters"};
constexpr Evidence kGivenOneLetter{50, Agreement::Close, "one_letter"};
// Slips are seldom made in the first letter; twins are often named so (Jayden, Hayden).
constexpr Evidence kGivenFirstLetter{20, Agreement::Close, kFirstLetterCode};
constexpr Evidence kGivenSound{40, Agreement::Close, "sounds_alike"};
constexpr Evidence kGivenShortened{40, Agreement::Close, "shortened"};
constexpr Evidence kGivenSimilar{30, Agreement::Close, "similar"};
// Two names in common use, one letter apart: Jean and Joan, Mark and Mary, Paul and Paula.
constexpr Evidence kTwoNamesAlike{-20, Agreement::Different, "different_given_name"};
constexpr Evidence kGivenDifferent{-60, Agreement::Different, "different_given_name"};

constexpr Evidence kFamilyMissing{};
constexpr Evidence kFamilyExact{90, Agreement::Same, "exact"};
constexpr Evidence kFamilySpacing{85, Agreement::Close, "spacing"};
constexpr Evidence kFamilyTransposed{70, Agreement::Close, "transposed_letters"};
constexpr Evidence kFamilyOneLetter{70, Agreement::Close, "one_letter"};
constexpr Evidence kFormerName{70, Agreement::Close, "other_name"};
constexpr Evidence kDoubleBarrel{60, Agreement::Close, "part_of_double_barrel"};
constexpr Evidence kFamilySound{60, Agreement::Close, "sounds_alike"};
constexpr Evidence kFamilyInitial{25, Agreement::Close, "initial"};
constexpr Evidence kFamilySimilar{50, Agreement::Close, "similar"};
constexpr Evidence kFamilyDifferent{-50, Agreement::Different, "different_family_name"};

constexpr int kSimilar = 880;  // thousandths of Jaro-Winkler

bool shares_word(Words const& a, Words const& b) {
    return std::any_of(a.begin(), a.end(), [&b](std::string const& word) {
        return word.size() >= 3 && std::find(b.begin(), b.end(), word) != b.end();
    });
}

bool is_initial_of(std::string_view a, std::string_view b) {
    return (a.size() == 1 || b.size() == 1) && a.front() == b.front();
}

bool is_start_of(std::string_view a, std::string_view b) {
    return std::min(a.size(), b.size()) >= 3 && (a.starts_with(b) || b.starts_with(a));
}

bool is_near(std::string_view a, std::string_view b) {
    bool const two_slips = std::min(a.size(), b.size()) >= 6 && edit_distance(a, b, 2) <= 2;
    return two_slips || jaro_winkler(a, b) >= kSimilar;
}

// Second names that both have and that say different things.
bool middle_names_differ(Words const& a, Words const& b) {
    if (a.size() < 2 || b.size() < 2) return false;
    return a[1] != b[1] && !is_initial_of(a[1], b[1]) && !are_aliases(a[1], b[1]) &&
           edit_distance(a[1], b[1], 1) > 1;
}

Evidence slips_between_given(std::string_view a, std::string_view b) {
    auto const shorter = std::min(a.size(), b.size());
    if (is_known_forename(a) && is_known_forename(b)) {
        bool const alike = edit_distance(a, b, 1) <= 1 || sound_of(a) == sound_of(b);
        return alike ? kTwoNamesAlike : kGivenDifferent;
    }
    if (shorter >= 3 && is_transposition(a, b)) return kGivenTransposed;
    if (shorter >= 4 && edit_distance(a, b, 1) <= 1) {
        bool const first = a.size() == b.size() && a.front() != b.front();
        return first ? kGivenFirstLetter : kGivenOneLetter;
    }
    if (shorter >= 3 && sound_of(a) == sound_of(b)) return kGivenSound;
    if (is_start_of(a, b)) return kGivenShortened;
    return is_near(a, b) ? kGivenSimilar : kGivenDifferent;
}

bool is_other_given_name(Name const& given, std::vector<Name> const& others) {
    return std::any_of(others.begin(), others.end(), [&given](Name const& other) {
        return other.words.front() == given.words.front();
    });
}

Evidence compare_given(Name const& a, Name const& b) {
    auto const& first_a = a.words.front();
    auto const& first_b = b.words.front();
    if (first_a == first_b && first_a.size() > 1) {
        if (middle_names_differ(a.words, b.words)) return kMiddleDiffers;
        return a.words.size() > 1 && a.words == b.words ? kGivenAllExact : kGivenExact;
    }
    if (a.joined == b.joined && a.joined.size() > 1) return kGivenSpacing;
    if (is_initial_of(first_a, first_b)) return kGivenInitial;
    if (are_aliases(first_a, first_b)) return kNickname;
    if (shares_word(a.words, b.words)) return kMiddleName;
    return slips_between_given(first_a, first_b);
}

// Whether any family name of one, now or formerly, is one of the other's.
bool shares_former_name(Fields const& a, Fields const& b) {
    auto const is_other_of = [](Name const& family, std::vector<Name> const& others) {
        return !family.empty() &&
               std::any_of(others.begin(), others.end(), [&family](Name const& other) {
                   return other.words.back() == family.words.back();
               });
    };
    if (is_other_of(a.family, b.others) || is_other_of(b.family, a.others)) return true;
    // An alias of one word may be a forename, so two of those prove nothing about the family.
    return std::any_of(a.others.begin(), a.others.end(), [&](Name const& other) {
        return other.words.size() > 1 &&
               std::any_of(b.others.begin(), b.others.end(),
                           [&other](Name const& theirs) { return theirs.whole == other.whole; });
    });
}

Evidence compare_family(Name const& a, Name const& b) {
    if (a.whole == b.whole) return kFamilyExact;
    if (a.joined == b.joined) return kFamilySpacing;
    auto const shorter = std::min(a.joined.size(), b.joined.size());
    if (shorter == 1 && a.joined.front() == b.joined.front()) return kFamilyInitial;
    if (shorter >= 3 && is_transposition(a.joined, b.joined)) return kFamilyTransposed;
    if (shorter >= 4 && edit_distance(a.joined, b.joined, 1) <= 1) return kFamilyOneLetter;
    if (shares_word(a.words, b.words)) return kDoubleBarrel;
    if (shorter >= 3 && a.sound == b.sound && !a.sound.empty()) return kFamilySound;
    return is_near(a.joined, b.joined) ? kFamilySimilar : kFamilyDifferent;
}

bool is_one_name(Name const& a, Name const& b) {
    if (a.empty() || b.empty()) return false;
    return a.joined == b.joined || (std::min(a.joined.size(), b.joined.size()) >= 4 &&
                                    edit_distance(a.joined, b.joined, 1) <= 1);
}

}  // namespace

Evidence compare_given_names(Fields const& a, Fields const& b) {
    if (a.given.empty() || b.given.empty()) return kGivenMissing;
    auto const found = compare_given(a.given, b.given);
    if (found.weight >= kGivenAlias.weight) return found;
    bool const other =
        is_other_given_name(a.given, b.others) || is_other_given_name(b.given, a.others);
    return other ? kGivenAlias : found;
}

Evidence compare_family_names(Fields const& a, Fields const& b) {
    bool const missing = a.family.empty() || b.family.empty();
    auto const found = missing ? kFamilyMissing : compare_family(a.family, b.family);
    if (found.weight >= kFormerName.weight) return found;
    return shares_former_name(a, b) ? kFormerName : found;
}

bool names_swapped(Fields const& a, Fields const& b) {
    return is_one_name(a.given, b.family) && is_one_name(a.family, b.given);
}

}  // namespace waymark::matching
