#pragma once

// An address taken apart, and two addresses compared part by part.

#include "matching/matching.h"

#include <string>
#include <string_view>
#include <vector>

namespace waymark::matching {

// Every part folded; empty where the text has none.
struct Address {
    std::string flat;      // "3", "b", "ground"; the letter of "12A" is a flat
    std::string number;    // of the house: "12"
    std::string building;  // "mill court"
    std::string street;    // without its type: "high" of "High Street"
    std::string street_type;
    std::string locality;  // the rest: village, town, county
    std::string postcode;  // "YO11 1AA"
    std::string street_sound;

    bool empty() const;
};

// One line, its pieces parted by commas or not, with or without a postcode at its end. `postcode`
// is used where the line has none.
Address parse_address(std::string_view line, std::string_view postcode);

// From the least to the most that two addresses can say.
enum class AddressLevel {
    Missing,  // one has nothing to compare
    Different,
    SameStreet,      // another number, or no number, in one street
    SharedPostcode,  // and nothing more, or another number in it
    DifferentFlat,   // two flats of one building
    FlatMissing,     // one building; only one says which flat
    Close,           // one house, its street, number or postcode spelled differently
    Same,            // one house, in a street without town or postcode to confirm it
    Confirmed,       // one house, its postcode or town too
};

AddressLevel compare_addresses(Address const& a, Address const& b);

// The level as fields of a Reason.
Agreement agreement_of(AddressLevel level);
std::string_view code_of(AddressLevel level);

}  // namespace waymark::matching
