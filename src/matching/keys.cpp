#include "keys.h"

#include "phonetic.h"

#include <algorithm>

namespace waymark::matching {

void KeyList::add(std::string key) {
    bool const listed = std::find(keys_.begin(), keys_.end(), key) != keys_.end();
    if (!listed && keys_.size() < most_) keys_.push_back(std::move(key));
}

std::vector<std::string> houses_of(Address const& address) {
    std::string const sound = sound_of(address.building);
    std::string const house = !address.number.empty() ? address.number
                              : !sound.empty()        ? sound
                                                      : "-";
    if (address.flat.empty()) return {house};
    return {house + "/" + address.flat, house};
}

std::string place_words(Address const& address) {
    std::string out;
    for (auto const* part : {&address.flat, &address.building, &address.number, &address.street,
                             &address.street_type, &address.locality}) {
        if (part->empty()) continue;
        if (!out.empty()) out += ' ';
        out += *part;
    }
    return out;
}

std::string pair_key(std::string_view first, std::string_view second) {
    return "s3:" + std::string(first.substr(0, 3)) + " " + std::string(second);
}

}  // namespace waymark::matching
