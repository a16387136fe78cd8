// Under which keys records are filed and found, and search as you type.

#include "address.h"

#include "matching/matching.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace waymark::matching {

namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

PersonDetails john() {
    return {.given_names = "John Paul",
            .family_name = "Smith",
            .date_of_birth = make_date(1980, 2, 3),
            .phones = {"+44 7700 900123"},
            .emails = {"js@example.org"},
            .addresses = {"12 High Street, Scarborough"},
            .postcodes = {"YO11 1AA"}};
}

PlaceDetails ship() {
    return {.name = "The Ship Inn",
            .line = "12 High St",
            .town = "Whitby",
            .postcode = "YO21 3PU",
            .uprn = "100050559718"};
}

template <class Details>
bool shares_key(Details const& entered, Details const& known) {
    auto const looked = lookup_keys(entered);
    auto const filed = filing_keys(known);
    return std::find_first_of(looked.begin(), looked.end(), filed.begin(), filed.end()) !=
           looked.end();
}

bool found_by(std::vector<std::string> const& prefixes, std::vector<std::string> const& filed) {
    return std::any_of(filed.begin(), filed.end(), [&prefixes](std::string const& key) {
        return std::any_of(prefixes.begin(), prefixes.end(),
                           [&key](std::string const& start) { return key.starts_with(start); });
    });
}

TEST(FilingKeys, ArePrefixTypedAndFew) {
    auto const keys = filing_keys(john());
    EXPECT_THAT(
        keys, ElementsAre("ph:07700900123", "em:js@example.org", "dob:1980-02-03", "ny:SMT:JN:1980",
                          "nm:SMT:JN", "sk:smith john paul", "sk:john paul smith", "s3:smi john",
                          "s3:joh smith", "pc:YO11 1AA:12", "ad:12:H"));
}

TEST(FilingKeys, OfNobodyAreNone) {
    EXPECT_THAT(filing_keys(PersonDetails{}), IsEmpty());
    EXPECT_THAT(filing_keys(PlaceDetails{}), IsEmpty());
    EXPECT_THAT(filing_keys(PersonDetails{.phones = {"n/a"}, .emails = {"none"}}), IsEmpty());
}

TEST(FilingKeys, AreBoundedWhateverIsRecorded) {
    auto crowd = john();
    for (int i = 0; i < 500; ++i) {
        crowd.phones.push_back("07700 " + std::to_string(900200 + i));
        crowd.other_names.push_back("Alias " + std::to_string(i));
    }
    EXPECT_LE(filing_keys(crowd).size(), 128U);
    EXPECT_LE(lookup_keys(crowd).size(), 96U);
    EXPECT_THAT(filing_keys(crowd), Contains("dob:1980-02-03"));
    EXPECT_THAT(filing_keys(crowd), Contains("sk:smith john paul"));
    EXPECT_THAT(lookup_keys(crowd), Contains("dob:1980-02-03"));
    EXPECT_THAT(lookup_keys(crowd), Contains("nm:SMT:JN"));
}

TEST(FilingKeys, KeepACommonDefaultDateSelective) {
    auto person = john();
    person.date_of_birth = make_date(1980, 1, 1);
    EXPECT_THAT(filing_keys(person), Contains("dob:1980-01-01:SMT"));
    person.date_of_birth = make_date(1900, 1, 1);
    EXPECT_THAT(filing_keys(person), Each(Not(StartsWith("dob:"))));
}

TEST(LookupKeys, FindASwappedDateANicknameAndSwappedNames) {
    PersonDetails const known = {
        .given_names = "Robert", .family_name = "Carter", .date_of_birth = make_date(1980, 3, 4)};
    EXPECT_TRUE(shares_key({.given_names = "Bob", .family_name = "Carter"}, known));
    EXPECT_TRUE(shares_key({.given_names = "Carter", .family_name = "Robert"}, known));
    PersonDetails const swapped = {.family_name = "Zzyx", .date_of_birth = make_date(1980, 4, 3)};
    EXPECT_TRUE(shares_key(swapped, known));
    EXPECT_FALSE(shares_key({.given_names = "Neil", .family_name = "Booth"}, known));
}

TEST(LookupKeys, FindAFlatWhereTheFlatWasNotTaken) {
    PersonDetails const without = {.addresses = {"12 High Street, YO11 1AA"}};
    PersonDetails const with = {.addresses = {"Flat 2, 12 High Street, YO11 1AA"}};
    EXPECT_TRUE(shares_key(without, with));
    EXPECT_TRUE(shares_key(with, without));
}

TEST(Search, FindsWhoeverIsTypedInAnyOrderAndUnfinished) {
    auto const filed = filing_keys(john());
    for (auto const* typed : {"smi", "john", "smith jo", "smi jo", "john smi", "john paul smith",
                              "john pau", "SMITH, J", "07700 900123", "077009", "js@example.org",
                              "yo11 1aa", "3/2/1980", "1980-02-03 smith"}) {
        EXPECT_TRUE(found_by(search_prefixes(typed), filed)) << typed;
        EXPECT_GT(search_rank(typed, john()), 0) << typed;
    }
    for (auto const* typed : {"smith jane", "07700 900124", "4/2/1980", "1980-02-03 booth"}) {
        EXPECT_EQ(search_rank(typed, john()), 0) << typed;
    }
    EXPECT_THAT(search_prefixes("s"), IsEmpty());
    EXPECT_THAT(search_prefixes("%_'\""), IsEmpty());
    EXPECT_EQ(search_rank("", john()), 0);
}

TEST(Search, RanksTheWholeNameFirst) {
    PersonDetails const smithson = {.given_names = "John", .family_name = "Smithson"};
    PersonDetails const smith = {.given_names = "John", .family_name = "Smith"};
    EXPECT_EQ(search_rank("john smith", smith), 100);
    EXPECT_GT(search_rank("john smith", smith), search_rank("john smith", smithson));
    EXPECT_GT(search_rank("john smith", smithson), 0);
}

TEST(Search, FindsPlacesByNameStreetPostcodeAndNumber) {
    auto const filed = filing_keys(ship());
    EXPECT_THAT(filed, Contains("up:100050559718"));
    for (auto const* typed :
         {"ship", "the ship", "12 High Street", "12 high st", "high str", "whitby", "YO213PU"}) {
        EXPECT_TRUE(found_by(place_search_prefixes(typed), filed)) << typed;
        EXPECT_GT(search_rank(typed, ship()), 0) << typed;
    }
    EXPECT_EQ(search_rank("anchor", ship()), 0);
}

TEST(Places, AreFoundByHouseStreetOrName) {
    EXPECT_TRUE(shares_key({.line = "12 Hygh Street"}, ship()));
    EXPECT_TRUE(shares_key({.name = "Ship Inn, The"}, ship()) ||
                shares_key({.name = "the ship in"}, ship()));
    EXPECT_FALSE(shares_key({.line = "14 Quay Road"}, ship()));
}

struct Parsed {
    char const* line;
    char const* flat;
    char const* number;
    char const* building;
    char const* street;
    char const* type;
    char const* locality;
    char const* postcode;
};

TEST(Address, IsTakenApart) {
    Parsed const rows[] = {
        {"12 High Street, Scarborough, YO11 1AA", "", "12", "", "high", "street", "scarborough",
         "YO11 1AA"},
        {"12 high st scarborough yo111aa", "", "12", "", "high", "street", "scarborough",
         "YO11 1AA"},
        {"Flat 3, 12 St Mary's Rd", "3", "12", "", "saint marys", "road", "", ""},
        {"12B The Crescent", "b", "12", "", "the", "crescent", "", ""},
        {"2/15 Quay Lane", "2", "15", "", "quay", "lane", "", ""},
        {"12-14 North Ave., Selby", "", "12", "", "north", "avenue", "selby", ""},
        {"Flat 2, Mill Court, High Street, Selby", "2", "", "mill court", "high", "street", "selby",
         ""},
        {"Ground Floor Flat, 8 Castle Road", "ground", "8", "", "castle", "road", "", ""},
        {"Rose Cottage, Church Lane, Masham", "", "", "rose cottage", "church", "lane", "masham",
         ""},
        {"7 The Old Forge, Church Lane, Masham", "", "7", "the old forge", "church", "lane",
         "masham", ""},
        {"", "", "", "", "", "", "", ""},
        {"YO11 1AA", "", "", "", "", "", "", "YO11 1AA"},
    };
    for (auto const& row : rows) {
        auto const found = parse_address(row.line, "");
        EXPECT_EQ(found.flat, row.flat) << row.line;
        EXPECT_EQ(found.number, row.number) << row.line;
        EXPECT_EQ(found.building, row.building) << row.line;
        EXPECT_EQ(found.street, row.street) << row.line;
        EXPECT_EQ(found.street_type, row.type) << row.line;
        EXPECT_EQ(found.locality, row.locality) << row.line;
        EXPECT_EQ(found.postcode, row.postcode) << row.line;
    }
}

}  // namespace

}  // namespace waymark::matching
