// Keys of places, and whether two are one.
//
//   up:100050559718           unique property reference number
//   pc:YO11 1AA:12/3          postcode, house and flat; ad:12/3:STNL house and sound of the street
//   bn:SPN                    sound of the name of the building or premises
//   ps:12 high street scarborough, ps:high street scarborough, ...   for search as you type

#include "evidence.h"
#include "keys.h"
#include "phonetic.h"
#include "prepared.h"
#include "similarity.h"

#include <algorithm>
#include <cmath>

namespace waymark::matching {

namespace {

using Fields = PreparedPlace::Fields;

constexpr std::size_t kMostKeys = 24;
constexpr std::size_t kMostWordsToStartAt = 5;

constexpr int kPrior = -90;
constexpr int kSameUprn = 300;
constexpr int kDifferentUprn = -80;
constexpr int kSameTown = 20;

constexpr double kMetresPerDegree = 111'320.0;
constexpr double kPi = 3.14159265358979323846;

int weight_of(AddressLevel level) {
    switch (level) {
        case AddressLevel::Missing:
            return 0;
        case AddressLevel::Different:
            return -60;
        case AddressLevel::SameStreet:
            return 20;
        case AddressLevel::SharedPostcode:
            return 65;
        case AddressLevel::DifferentFlat:
            return 70;
        case AddressLevel::FlatMissing:
            return 100;
        case AddressLevel::Close:
            return 120;
        case AddressLevel::Same:
            return 125;
        case AddressLevel::Confirmed:
            return 155;
    }
    return 0;
}

Evidence compare_names(Name const& a, Name const& b) {
    if (a.empty() || b.empty()) return {};
    if (a.joined == b.joined) return {90, Agreement::Same, "exact"};
    auto const shorter = std::min(a.joined.size(), b.joined.size());
    if (shorter >= 5 && edit_distance(a.joined, b.joined, 2) <= 2) {
        return {70, Agreement::Close, "one_or_two_letters"};
    }
    auto const within = [](Name const& part, Name const& all) {
        return std::all_of(part.words.begin(), part.words.end(), [&all](std::string const& word) {
            return word == "the" ||
                   std::find(all.words.begin(), all.words.end(), word) != all.words.end();
        });
    };
    if (within(a, b) && within(b, a)) return {85, Agreement::Close, "word_order_or_article"};
    if (within(a, b) || within(b, a)) return {60, Agreement::Close, "part_of_name"};
    if (shorter >= 4 && a.sound == b.sound) return {50, Agreement::Close, "sounds_alike"};
    return {-30, Agreement::Different, "different"};
}

// Metres on the ground, near enough within a county.
double metres_between(std::pair<double, double> a, std::pair<double, double> b) {
    double const middle = (a.second + b.second) / 2.0 * kPi / 180.0;
    double const east = (a.first - b.first) * std::cos(middle) * kMetresPerDegree;
    double const north = (a.second - b.second) * kMetresPerDegree;
    return std::hypot(east, north);
}

Evidence compare_positions(Fields const& a, Fields const& b) {
    if (!a.position || !b.position) return {};
    double const metres = metres_between(*a.position, *b.position);
    if (metres <= 25) return {35, Agreement::Same, "within_25_metres"};
    if (metres <= 150) return {15, Agreement::Close, "within_150_metres"};
    if (metres <= 1000) return {-20, Agreement::Close, "within_1_kilometre"};
    return {-80, Agreement::Different, "further_than_1_kilometre"};
}

Evidence compare_uprns(Fields const& a, Fields const& b) {
    if (a.uprn.empty() || b.uprn.empty()) return {};
    if (a.uprn == b.uprn) return {kSameUprn, Agreement::Same, "exact"};
    return {kDifferentUprn, Agreement::Different, "different"};
}

bool in_one_town(Address const& a, Address const& b) {
    auto const words_a = words_of(a.locality);
    auto const words_b = words_of(b.locality);
    return !words_a.empty() && !words_b.empty() && words_a.back() == words_b.back();
}

void add_rotations(KeyList& keys, std::string_view text) {
    auto const words = words_of(text);
    for (std::size_t i = 0; i < std::min(words.size(), kMostWordsToStartAt); ++i) {
        auto const at = static_cast<std::size_t>(words[i].data() - text.data());
        keys.add("ps:" + std::string(text.substr(at)));
    }
}

void add_place_keys(KeyList& keys, Fields const& place) {
    if (!place.uprn.empty()) keys.add("up:" + place.uprn);
    auto const& address = place.address;
    for (auto const& house : houses_of(address)) {
        if (!address.postcode.empty()) keys.add("pc:" + address.postcode + ":" + house);
        if (house != "-" && !address.street_sound.empty()) {
            keys.add("ad:" + house + ":" + address.street_sound);
        }
    }
    if (!place.name.sound.empty()) keys.add("bn:" + place.name.sound);
    if (!address.building.empty()) keys.add("bn:" + sound_of(address.building));
}

}  // namespace

std::vector<std::string> filing_keys(PlaceDetails const& details) {
    PreparedPlace const prepared(details);
    auto const& place = prepared.fields();
    KeyList keys(kMostKeys);
    add_place_keys(keys, place);
    // A place without a house, such as a park, is found by its street.
    if (houses_of(place.address).front() == "-" && !place.address.street_sound.empty()) {
        keys.add("ad:-:" + place.address.street_sound);
    }
    add_rotations(keys, place.name.whole);
    add_rotations(keys, place_words(place.address));
    return keys.take();
}

std::vector<std::string> lookup_keys(PlaceDetails const& details) {
    PreparedPlace const prepared(details);
    auto const& place = prepared.fields();
    KeyList keys(kMostKeys);
    add_place_keys(keys, place);
    if (!place.address.postcode.empty()) keys.add("pc:" + place.address.postcode + ":-");
    if (!place.address.street_sound.empty()) keys.add("ad:-:" + place.address.street_sound);
    return keys.take();
}

Comparison compare(PreparedPlace const& entered, PreparedPlace const& known) {
    auto const& a = entered.fields();
    auto const& b = known.fields();
    std::vector<Reason> reasons;
    int weight = kPrior;
    auto const add = [&](std::string_view field, Evidence const& evidence, bool recorded) {
        if (!recorded) return;
        weight += evidence.weight;
        reasons.push_back({std::string(field), evidence.agreement, std::string(evidence.code)});
    };
    auto const uprn = compare_uprns(a, b);
    auto const level = compare_addresses(a.address, b.address);
    auto const name = compare_names(a.name, b.name);
    auto const position = compare_positions(a, b);
    add("uprn", uprn, !a.uprn.empty() || !b.uprn.empty());
    add("address", {weight_of(level), agreement_of(level), code_of(level)},
        !a.address.empty() || !b.address.empty());
    add("name", name, !a.name.empty() || !b.name.empty());
    add("position", position, a.position || b.position);
    if (level == AddressLevel::Missing && in_one_town(a.address, b.address)) weight += kSameTown;

    // Neighbours share a postcode, a building and, on the map, a point.
    bool const apart = uprn.agreement == Agreement::Different ||
                       level == AddressLevel::DifferentFlat || level == AddressLevel::Different ||
                       position.agreement == Agreement::Different;
    bool const proven = uprn.agreement == Agreement::Same;
    return comparison_of(weight, apart && !proven, std::move(reasons));
}

Comparison compare(PlaceDetails const& entered, PlaceDetails const& known) {
    return compare(PreparedPlace(entered), PreparedPlace(known));
}

}  // namespace waymark::matching
