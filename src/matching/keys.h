#pragma once

// What keys of people and of places have in common.

#include "address.h"

#include <cstddef>
#include <string>
#include <string_view>
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

// The house in its street: "12", "12/3" with its flat, the sound of its name where it has no
// number, "-" where nothing says. `loosely` gives the forms with and without the flat.
std::vector<std::string> houses_of(Address const& address, bool loosely);

// "s3:smi john" for "smith", "john".
std::string pair_key(std::string_view first, std::string_view second);

}  // namespace waymark::matching
