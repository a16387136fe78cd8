#include "population.h"

#include "foundation/text.h"

#include <algorithm>

namespace waymark::demo {

namespace {

constexpr std::size_t kMobiles = 1000;
constexpr std::size_t kLandlines = 3900;  // the last hundred are the workers'

struct Numbers {
    std::size_t mobiles = 0, landlines = 0;
};

Date birthday(Random& random, Date on, int youngest, int oldest) {
    return add_days(add_months(on, -12 * random.between(youngest, oldest)),
                    -random.between(1, 360));
}

// ASCII only, because that is what an address is.
std::string email_for(std::string const& given, std::string const& family, std::size_t number) {
    std::string name;
    for (char const c : lower_ascii(given + "." + family)) {
        if ((c >= 'a' && c <= 'z') || c == '.') name += c;
    }
    return name + std::to_string(number) + "@post.example";
}

void add_contact(Random& random, Resident& resident, std::string const& landline, Numbers& numbers,
                 std::size_t number) {
    auto& person = resident.details;
    if (resident.is_child) return;
    if (numbers.mobiles < kMobiles && random.chance(0.45)) {
        person.phone = mobile_number(numbers.mobiles++);
    } else if (random.chance(0.7)) {
        person.phone = landline;
    }
    if (!person.phone.empty()) {
        person.phone_is_safe = random.chance(0.06)  ? "no"
                               : random.chance(0.6) ? "yes"
                                                    : "not_known";
    }
    if (random.chance(0.4)) {
        person.email = email_for(person.given_names, person.family_name, number);
        person.email_is_safe = random.chance(0.05)  ? "no"
                               : random.chance(0.6) ? "yes"
                                                    : "not_known";
    }
    if (person.phone_is_safe == "no") {
        person.safe_contact = "Do not ring. Somebody else answers this number. Meet in person.";
    }
    if (random.chance(0.05)) person.needs = "Hearing loss. Write, or meet face to face.";
}

Resident make_resident(Random& random, NameCulture culture, std::string const& family, Date on,
                       bool is_child) {
    Resident resident{.details = {}, .household = 0, .is_child = is_child, .id = std::nullopt};
    auto& person = resident.details;
    person.gender = random.chance(0.5) ? "female" : "male";
    person.given_names = given_name(random, culture, person.gender);
    person.family_name = family_name_for(family, culture, person.gender);
    if (random.chance(0.93)) {
        person.date_of_birth =
            is_child ? birthday(random, on, 2, 16) : birthday(random, on, 18, 88);
        person.date_of_birth_note = random.chance(0.95) ? "exact" : "estimated";
    }
    auto const known_as = short_form(person.given_names);
    if (!known_as.empty() && random.chance(0.5)) {
        person.aliases.push_back({std::string{known_as}, person.family_name, "nickname"});
    } else if (person.gender == "female" && !is_child && random.chance(0.06)) {
        person.aliases.push_back({person.given_names, family_name(random, culture), "former_name"});
    }
    return resident;
}

Household make_household(Random& random, std::size_t district, Date) {
    auto const& towns = districts()[district].towns;
    std::vector<double> weights;
    for (auto const& town : towns) weights.push_back(town.weight);
    auto const town = random.weighted(weights);
    return {.district = district,
            .town = town,
            .line = std::to_string(random.between(1, 140)) + " " + draw_street(random),
            .postcode = postcode_in(random, towns[town]),
            .longitude = towns[town].longitude + random.between(-0.008, 0.008),
            .latitude = towns[town].latitude + random.between(-0.005, 0.005),
            .members = {},
            .place = std::nullopt};
}

}  // namespace

Population make_population(Random random, std::size_t count, Date on) {
    Population made;
    made.households_of.resize(districts().size());
    std::vector<double> weights;
    for (auto const& district : districts()) weights.push_back(district.weight);
    Numbers numbers;
    while (made.people.size() < count) {
        auto const district = random.weighted(weights);
        auto household = make_household(random, district, on);
        auto const culture = draw_culture(random);
        auto const family = family_name(random, culture);
        auto const landline = landline_number(numbers.landlines++ % kLandlines);
        std::size_t const adults = 1 + random.weighted({0.42, 0.50, 0.08});
        std::size_t const children = random.weighted({0.62, 0.18, 0.14, 0.06});
        for (std::size_t i = 0; i < adults + children && made.people.size() < count; ++i) {
            auto const own = i > 0 && i < adults && random.chance(0.3);
            auto resident = make_resident(
                random, culture, own ? family_name(random, culture) : family, on, i >= adults);
            resident.household = made.households.size();
            add_contact(random, resident, landline, numbers, made.people.size());
            resident.details.addresses.push_back(
                {.line = household.line,
                 .town = std::string{districts()[district].towns[household.town].name},
                 .postcode = household.postcode});
            household.members.push_back(made.people.size());
            made.people.push_back(std::move(resident));
        }
        made.households_of[district].push_back(made.households.size());
        made.households.push_back(std::move(household));
    }
    return made;
}

}  // namespace waymark::demo
