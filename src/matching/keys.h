#pragma once

// What keys of people and of places have in common.

#include "address.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::matching {

// Keys in the order they were added, each once, and no more than `most`.
class KeyList {
  public:
    explicit KeyList(std::size_t most) : most_(most) {}
    void add(std::string key);
    std::vector<std::string> take() { return std::move(keys_); }

  private:
    std::size_t most_;
    std::vector<std::string> keys_;
};

// The house in its street: "12", the sound of its name where it has no number, "-" where nothing
// says; and before that "12/3" where it has a flat, since the other record may lack it.
std::vector<std::string> houses_of(Address const& address);

// The folded words of a place's address, for search: flat, building, number, street, locality.
std::string place_words(Address const& address);

// "s3:smi john" for "smith", "john".
std::string pair_key(std::string_view first, std::string_view second);

}  // namespace waymark::matching
