#include "world.h"

#include "places/places.h"

namespace waymark::demo {

programmes::Definition const& programme_of(World const& world, Hub const& hub, bool is_place,
                                           Date on) {
    auto const code = is_place ? "place_problem_solving" : "antisocial_behaviour";
    auto const ref = world.catalogue.current(code, hub.district->code, on);
    auto const* definition = ref ? world.catalogue.find(*ref) : nullptr;
    if (definition == nullptr) {
        throw CannotMake(std::string{"the demonstration needs the programme "} + code);
    }
    return *definition;
}

namespace {

// Whom or what the hub knew only from a case that has gone to another is new to it.
bool is_known(access::Work& work, PlaceId const& id) {
    return !places::summaries(work, {id}).empty();
}

}  // namespace

PersonId record_resident(access::Work& work, World& world, Hub const& hub, std::size_t resident) {
    auto& one = world.population.people[resident];
    if (!one.id) {
        one.id = expect("person", people::create(work, one.details, {hub.scope})).id;
    }
    return *one.id;
}

PlaceId record_anchor(access::Work& work, World& world, Hub const& hub, std::size_t anchor) {
    auto& one = world.anchors[anchor];
    if (one.place && is_known(work, *one.place)) return *one.place;
    auto const& town = hub.district->towns[one.town];
    places::Place place{.kind = one.kind, .town = std::string{town.name}};
    (one.kind == "street" ? place.line : place.name) = one.name;
    Random random = world.random.stream(900'000 + anchor);
    place.postcode = postcode_in(random, town);
    place.longitude = one.longitude;
    place.latitude = one.latitude;
    place.area_id = hub.area;
    one.place = expect("place", places::create(work, place, {hub.scope})).id;
    ++world.places_made;
    return *one.place;
}

PlaceId record_home(access::Work& work, World& world, Hub const& hub, std::size_t household) {
    auto& home = world.population.households[household];
    if (home.place && is_known(work, *home.place)) return *home.place;
    places::Place const place{.kind = "address",
                              .line = home.line,
                              .town = std::string{hub.district->towns[home.town].name},
                              .postcode = home.postcode,
                              .longitude = home.longitude,
                              .latitude = home.latitude,
                              .area_id = hub.area};
    home.place = expect("home", places::create(work, place, {hub.scope})).id;
    ++world.places_made;
    return *home.place;
}

}  // namespace waymark::demo
