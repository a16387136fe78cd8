#pragma once

// How alike two folded words are, letter by letter. Integer arithmetic throughout, so that every
// machine gives the same answer.

#include <string_view>

namespace waymark::matching {

// The least number of single letters to add, drop, change or swap with a neighbour that turn one
// word into the other (optimal string alignment, after Damerau 1964); `limit + 1` when it is more
// than `limit`. Words longer than 64 letters are compared by their first 64.
int edit_distance(std::string_view a, std::string_view b, int limit);

// Whether the words differ by exactly one swap of neighbouring letters.
bool is_transposition(std::string_view a, std::string_view b);

// Jaro-Winkler similarity in thousandths, 0 to 1000 (Winkler 1990: prefix of up to four letters,
// scale 0.1). 0 when either word is empty.
int jaro_winkler(std::string_view a, std::string_view b);

}  // namespace waymark::matching
