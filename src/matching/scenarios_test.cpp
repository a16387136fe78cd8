// The tables that practitioners own, tests/scenarios/matching.tsv and matching_places.tsv: two
// records, the band they fall in, the reasons that must be given, and why. Each row is read both
// ways round.
//
// A person is written "Given names / Family name; born 1980-02-03; phone ...; email ...;
// at <address in one line>; postcode ...; also <other name>"; a place "name ...; at <line>;
// in <town>; postcode ...; uprn ...; point <longitude> <latitude>".

#include "matching/matching.h"

#include "foundation/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace waymark::matching {

namespace {

std::vector<std::vector<std::string>> rows_of(std::string const& file) {
    std::ifstream in(std::string(WAYMARK_SOURCE_DIR) + "/tests/scenarios/" + file);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(in, line);
    EXPECT_EQ(line, "entered\tknown\tband\treasons\tbecause");
    while (std::getline(in, line)) rows.push_back(split(line, '\t'));
    return rows;
}

bool take(std::string& part, std::string_view word) {
    std::string const start = std::string(word) + " ";
    if (!part.starts_with(start)) return false;
    part.erase(0, start.size());
    return true;
}

PersonDetails person_from(std::string const& text) {
    PersonDetails person;
    for (auto const& piece : split(text, ';')) {
        std::string part = trimmed(piece);
        if (take(part, "born")) {
            person.date_of_birth = parse_date(part);
            EXPECT_TRUE(person.date_of_birth) << text;
        } else if (take(part, "phone")) {
            person.phones.push_back(part);
        } else if (take(part, "email")) {
            person.emails.push_back(part);
        } else if (take(part, "at")) {
            person.addresses.push_back(part);
        } else if (take(part, "postcode")) {
            person.postcodes.push_back(part);
        } else if (take(part, "also")) {
            person.other_names.push_back(part);
        } else {
            auto const slash = part.find('/');
            if (slash == std::string::npos) {
                ADD_FAILURE() << "not understood: " << part;
                continue;
            }
            person.given_names = trimmed(part.substr(0, slash));
            person.family_name = trimmed(part.substr(slash + 1));
        }
    }
    return person;
}

PlaceDetails place_from(std::string const& text) {
    PlaceDetails place;
    for (auto const& piece : split(text, ';')) {
        std::string part = trimmed(piece);
        if (take(part, "name")) {
            place.name = part;
        } else if (take(part, "at")) {
            place.line = part;
        } else if (take(part, "in")) {
            place.town = part;
        } else if (take(part, "postcode")) {
            place.postcode = part;
        } else if (take(part, "uprn")) {
            place.uprn = part;
        } else if (take(part, "point")) {
            auto const numbers = split(part, ' ');
            place.longitude = parse_number(numbers.at(0));
            place.latitude = parse_number(numbers.at(1));
        } else {
            ADD_FAILURE() << "not understood: " << part;
        }
    }
    return place;
}

std::string band_name(Band band) {
    switch (band) {
        case Band::Likely:
            return "Likely";
        case Band::Possible:
            return "Possible";
        case Band::Unlikely:
            return "Unlikely";
    }
    return "";
}

std::string told(Comparison const& comparison) {
    std::string out = std::to_string(comparison.score);
    for (auto const& reason : comparison.reasons) out += " " + reason.field + ":" + reason.code;
    return out;
}

template <class Details>
void check(std::vector<std::string> const& row, Details const& entered, Details const& known) {
    auto const found = compare(entered, known);
    EXPECT_EQ(band_name(found.band), row[2])
        << row[0] << "\n  " << row[1] << "\n  " << row[4] << "\n  " << told(found);
    for (auto const& wanted : split(row[3], ',')) {
        bool given = false;
        for (auto const& reason : found.reasons) {
            given = given || reason.field + ":" + reason.code == trimmed(wanted);
        }
        EXPECT_TRUE(given) << wanted << "\n  " << row[0] << "\n  " << row[1] << "\n  "
                           << told(found);
    }
    EXPECT_EQ(compare(known, entered), found) << row[0];
}

TEST(MatchingScenarios, PeopleFallInTheBandThatPractitionersExpect) {
    auto const rows = rows_of("matching.tsv");
    EXPECT_GE(rows.size(), 60U);
    for (auto const& row : rows) {
        ASSERT_EQ(row.size(), 5U);
        check(row, person_from(row[0]), person_from(row[1]));
    }
}

TEST(MatchingScenarios, PlacesFallInTheBandThatPractitionersExpect) {
    auto const rows = rows_of("matching_places.tsv");
    EXPECT_GE(rows.size(), 12U);
    for (auto const& row : rows) {
        ASSERT_EQ(row.size(), 5U);
        check(row, place_from(row[0]), place_from(row[1]));
    }
}

// What a likely match is worth is lost when the key it would be found by is not there.
TEST(MatchingScenarios, WhoeverIsLikelyIsFoundByTheKeys) {
    for (auto const& row : rows_of("matching.tsv")) {
        if (row[2] != "Likely") continue;
        auto const filed = filing_keys(person_from(row[1]));
        auto const looked = lookup_keys(person_from(row[0]));
        bool const found = std::find_first_of(filed.begin(), filed.end(), looked.begin(),
                                              looked.end()) != filed.end();
        EXPECT_TRUE(found) << row[0] << "\n  " << row[1];
    }
}

}  // namespace

}  // namespace waymark::matching
