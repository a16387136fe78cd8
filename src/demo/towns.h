#pragma once

// Where the demonstration happens: the towns of the seven districts, which are real, with streets,
// postcodes and telephone numbers that are not.
//
// Postcodes: the outward part is the town's; the inward part has two letters of C, K, M and V,
// which Royal Mail never uses there (Programmers' Guide to the Postcode Address File: C I K M O V),
// so no such postcode can be given to anybody.
// Telephones: numbers that Ofcom keeps for drama ("Telephone numbers for use in TV and radio drama
// programmes"): 07700 900000 to 900999, 01632 960000 to 960999, 0113 496 0000 to 0999,
// 0114 496 0000 to 0999 and 0191 498 0000 to 0999.

#include "random.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::demo {

struct Town {
    std::string_view name;
    std::string_view outward;  // of its postcodes
    double longitude, latitude;
    double weight;  // how much happens there, within its district
};

// A place that people name when they complain: invented, in a real town.
struct Spot {
    std::string_view name;
    std::string_view kind;        // premises, open_space or street, as places has them
    std::string_view place_kind;  // as the programme for places has them
    std::size_t town;             // in District::towns
};

struct District {
    std::string_view code, name, gss_code;
    double weight;  // share of the county's cases
    bool has_season;
    int review_every_days;  // 0: as the programme has it
    std::vector<Town> towns;
    std::vector<Spot> spots;
    // Its outline for the demonstration: drawn by hand, roughly, as longitude and latitude.
    std::vector<std::pair<double, double>> outline;
};

std::vector<District> const& districts();

std::string draw_street(Random& random);
std::string postcode_in(Random& random, Town const& town);
// The n-th number of its kind; the two kinds never give one number twice before they run out.
std::string mobile_number(std::size_t n);    // of 1,000
std::string landline_number(std::size_t n);  // of 4,000

// Whether these could not be anybody's, by the rules above. What the tests hold every record to.
bool is_invented_postcode(std::string_view postcode);
bool is_invented_phone(std::string_view phone);

}  // namespace waymark::demo
