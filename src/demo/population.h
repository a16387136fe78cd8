#pragma once

// The people of the demonstration, in households, before anybody has recorded them.

#include "names.h"
#include "people/people.h"
#include "towns.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace waymark::demo {

struct Household {
    std::size_t district;
    std::size_t town;
    std::string line, postcode;
    double longitude, latitude;
    std::vector<std::size_t> members;  // of Population::people; grown-ups first
    std::optional<PlaceId> place;      // once somebody has recorded the home as a place
};

struct Resident {
    people::Person details;
    std::size_t household;
    bool is_child;
    std::optional<PersonId> id;  // once somebody has recorded them
};

struct Population {
    std::vector<Household> households;
    std::vector<Resident> people;
    std::vector<std::vector<std::size_t>> households_of;  // by district
};

// `count` people, spread over the districts as their work is, as they were on that day.
Population make_population(Random random, std::size_t count, Date on);

}  // namespace waymark::demo
