#pragma once

// What the rest of this module needs to know about folded text: lower-case ASCII letters and digits
// in words parted by single spaces.

#include <string>
#include <string_view>
#include <vector>

namespace waymark::matching {

enum class Generation { None, Junior, Senior };

struct FoldedName {
    std::string name;
    Generation generation = Generation::None;
};

// fold_name, keeping what its dropped Jnr or Snr said.
FoldedName fold_full_name(std::string_view text);

bool is_digit(char c);
bool is_letter(char c);  // a to z

// Views into `folded`, which must outlive them.
std::vector<std::string_view> words_of(std::string_view folded);
std::string joined(std::vector<std::string_view> const& words, std::string_view between);
std::string squashed(std::string_view folded);  // without its spaces

}  // namespace waymark::matching
