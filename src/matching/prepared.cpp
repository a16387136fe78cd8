#include "prepared.h"

#include "phonetic.h"

#include <algorithm>
#include <cmath>

namespace waymark::matching {

namespace {

template <class Fold>
std::vector<std::string> folded(std::vector<std::string> const& texts, Fold fold) {
    std::vector<std::string> out;
    for (auto const& text : texts) {
        auto value = fold(text);
        bool const known = std::find(out.begin(), out.end(), value) != out.end();
        if (!value.empty() && !known && out.size() < kMostOfEach) out.push_back(std::move(value));
    }
    return out;
}

std::vector<Address> addresses_of(PersonDetails const& person) {
    std::vector<Address> out;
    bool const paired = person.postcodes.size() == person.addresses.size();
    for (std::size_t i = 0; i < person.addresses.size(); ++i) {
        auto address = parse_address(person.addresses[i], paired ? person.postcodes[i] : "");
        if (!address.empty() && out.size() < kMostOfEach) out.push_back(std::move(address));
    }
    if (paired) return out;
    for (auto const& postcode : person.postcodes) {
        auto address = parse_address("", postcode);
        if (!address.empty() && out.size() < kMostOfEach) out.push_back(std::move(address));
    }
    return out;
}

std::vector<Name> other_names_of(PersonDetails const& person) {
    std::vector<Name> out;
    for (auto const& text : person.other_names) {
        Name name(fold_name(text));
        if (!name.empty() && out.size() < kMostOfEach) out.push_back(std::move(name));
    }
    return out;
}

Generation generation_of(FoldedName const& given, FoldedName const& family) {
    return family.generation != Generation::None ? family.generation : given.generation;
}

}  // namespace

Name::Name(std::string folded_name) : whole(std::move(folded_name)) {
    for (auto const word : words_of(whole)) words.emplace_back(word);
    joined = squashed(whole);
    sound = sound_of(joined);
}

bool is_default_date(Date date) {
    return month_of(date) == 1 && day_of(date) == 1;
}

bool is_empty_date(Date date) {
    int const year = year_of(date);
    return is_default_date(date) && (year <= 1901 || year == 1970);
}

PreparedPerson::PreparedPerson(PersonDetails const& person) {
    auto given = fold_full_name(person.given_names);
    auto family = fold_full_name(person.family_name);
    auto const generation = generation_of(given, family);
    fields_ = std::make_unique<Fields const>(Fields{
        .given = Name(std::move(given.name)),
        .family = Name(std::move(family.name)),
        .others = other_names_of(person),
        .generation = generation,
        .date_of_birth = person.date_of_birth,
        .phones = folded(person.phones, fold_phone),
        .emails = folded(person.emails, fold_email),
        .addresses = addresses_of(person),
    });
}

PreparedPerson::PreparedPerson(PreparedPerson&&) noexcept = default;
PreparedPerson& PreparedPerson::operator=(PreparedPerson&&) noexcept = default;
PreparedPerson::~PreparedPerson() = default;

PreparedPlace::PreparedPlace(PlaceDetails const& place) {
    auto address = parse_address(place.line, place.postcode);
    for (auto const& part : {fold_words(place.locality), fold_words(place.town)}) {
        if (!address.locality.empty() && !part.empty()) address.locality += ' ';
        address.locality += part;
    }
    auto uprn = place.uprn;
    std::erase_if(uprn, [](char c) { return !is_digit(c); });
    uprn.erase(0, uprn.find_first_not_of('0'));
    std::optional<std::pair<double, double>> position;
    if (place.longitude && place.latitude && std::isfinite(*place.longitude) &&
        std::isfinite(*place.latitude)) {
        position = {*place.longitude, *place.latitude};
    }
    fields_ = std::make_unique<Fields const>(Fields{
        .name = Name(fold_words(place.name)),
        .address = std::move(address),
        .uprn = std::move(uprn),
        .position = position,
    });
}

PreparedPlace::PreparedPlace(PreparedPlace&&) noexcept = default;
PreparedPlace& PreparedPlace::operator=(PreparedPlace&&) noexcept = default;
PreparedPlace::~PreparedPlace() = default;

}  // namespace waymark::matching
