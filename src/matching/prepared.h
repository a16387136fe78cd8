#pragma once

// Records folded once, for comparison and for keys.

#include "address.h"
#include "folding.h"

#include "matching/matching.h"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace waymark::matching {

// Of each list of a person's details, how many count; bounds the work on a spoiled record.
constexpr std::size_t kMostOfEach = 12;

// One name of a person, as folded words.
struct Name {
    std::vector<std::string> words;
    std::string whole;   // the words with spaces
    std::string joined;  // the words without
    std::string sound;   // of the whole

    explicit Name(std::string folded);
    bool empty() const { return words.empty(); }
};

struct PreparedPerson::Fields {
    Name given;
    Name family;
    std::vector<Name> others;
    Generation generation;
    std::optional<Date> date_of_birth;
    std::vector<std::string> phones;
    std::vector<std::string> emails;
    std::vector<Address> addresses;
};

struct PreparedPlace::Fields {
    Name name;
    Address address;  // its locality holds the town too
    std::string uprn;
    std::optional<std::pair<double, double>> position;  // longitude, latitude
};

// Dates that computers fill in when nobody knew: any 1 January, and above all those of 1900, 1901
// and 1970, which say nothing at all.
bool is_default_date(Date date);
bool is_empty_date(Date date);

}  // namespace waymark::matching
