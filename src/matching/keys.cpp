#include "keys.h"

#include "phonetic.h"

#include <algorithm>
#include <utility>

namespace waymark::matching {

void KeyList::add(std::string key) {
    bool const listed = std::find(keys_.begin(), keys_.end(), key) != keys_.end();
    if (!listed && keys_.size() < most_) keys_.push_back(std::move(key));
}

std::vector<std::string> houses_of(Address const& address, bool loosely) {
    std::string const sound = sound_of(address.building);
    std::string const house = !address.number.empty() ? address.number
                              : !sound.empty()        ? sound
                                                      : "-";
    if (address.flat.empty()) return {house};
    if (!loosely) return {house + "/" + address.flat};
    return {house + "/" + address.flat, house};
}

std::string pair_key(std::string_view first, std::string_view second) {
    return "s3:" + std::string(first.substr(0, 3)) + " " + std::string(second);
}

}  // namespace waymark::matching
