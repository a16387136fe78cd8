#pragma once

// Whether two records are about the same person, or the same place.
//
// Pure: two records in, a score with its reasons out. It knows no database and no JSON, and it
// never decides anything: a match is shown side by side to a person, who chooses.
//
// Finding goes in two steps. What is stored is *filed* under a few keys (filing_keys); what is
// entered is *looked up* under keys of its own (lookup_keys), which find the filed ones through
// typing slips. The candidates are then compared one by one (compare) and ranked by score.
//
// The scorer adds fixed weights of evidence, in the manner of Fellegi and Sunter ("A theory for
// record linkage", JASA 64, 1969). Callers see only score, band and reasons, so weights learned
// from data can replace the fixed ones without any caller changing.

#include "foundation/dates.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::matching {

// Folding brings spellings of one thing together for comparison. Every fold is idempotent, gives
// lower-case ASCII (a postcode: upper case), and is never shown to anybody in place of what was
// typed. Text must be well-formed UTF-8; what is not is dropped.

// Case, diacritics, other scripts (Cyrillic, Arabic, ... by ICU's transliteration), punctuation,
// leading titles (Mr, Dr, ...), trailing Jnr and Snr, spaces: "Mr O'Brien-Smith" -> "obrien smith".
std::string fold_name(std::string_view text);
// The same for general text and names of places; an apostrophe joins, other punctuation divides.
std::string fold_words(std::string_view text);
// The UK national form, "07700900123", from +44, 0044, (0) and any spacing; a number of another
// country as "+48...". Empty when it is not a telephone number.
std::string fold_phone(std::string_view text);
// Empty when it has not the form of an e-mail address.
std::string fold_email(std::string_view text);
// "YO11 1AA" with one space; empty when it has not the form of a UK postcode.
std::string fold_postcode(std::string_view text);

// Of each list the first twelve count: put what is current first.
struct PersonDetails {
    std::string given_names;
    std::string family_name;
    std::vector<std::string> other_names;  // former, alias: "Jones", "Mary Jones"
    std::optional<Date> date_of_birth;
    std::vector<std::string> phones;
    std::vector<std::string> emails;
    std::vector<std::string> addresses;  // one line each; may end in its postcode
    // Postcodes. When there are as many as addresses, each belongs to the address of its position.
    std::vector<std::string> postcodes;
};

struct PlaceDetails {
    std::string name;  // of the building or premises: "Mill Court", "The Ship Inn"
    std::string line;  // flat, number and street
    std::string locality;
    std::string town;
    std::string postcode;
    std::string uprn;  // unique property reference number, digits
    std::optional<double> longitude;
    std::optional<double> latitude;
};

// Keys under which a stored record is filed: a prefix for the type, then ASCII without tabs or
// commas, such as "dob:1980-02-03". No duplicates; about a dozen for a person with one address and
// one phone, never more than 128. They are a function of the record alone: file again whenever it
// changes.
std::vector<std::string> filing_keys(PersonDetails const& person);
std::vector<std::string> filing_keys(PlaceDetails const& place);

// Keys to look under, whole, for candidates to an entered record: about thirty, never more
// than 96, most selective first. A caller that must bound its work may cap the rows it takes from
// each key.
std::vector<std::string> lookup_keys(PersonDetails const& entered);
std::vector<std::string> lookup_keys(PlaceDetails const& entered);

// Prefixes of filed keys, for search as you type: what is found under any of them, in any order, is
// then ranked by search_rank. Names and parts of names in any order, a phone, an e-mail address, a
// postcode or a date (1980-02-03, 3/2/1980). Empty when too little was typed to search.
std::vector<std::string> search_prefixes(std::string_view typed);
std::vector<std::string> place_search_prefixes(std::string_view typed);

// How well a record answers what was typed: 0 when it does not, 100 when it is exactly that.
int search_rank(std::string_view typed, PersonDetails const& known);
int search_rank(std::string_view typed, PlaceDetails const& known);

enum class Agreement { Same, Close, Different, Missing };

// Why a field counted as it did. Fields of a person: name, given_names, family_name, date_of_birth,
// phone, email, address. Of a place: uprn, address, name, position.
// The README lists every code. A field that neither record has gives no reason.
struct Reason {
    std::string field;
    Agreement agreement;
    std::string code;  // exact, one_letter, nickname, day_month_swapped, ...

    bool operator==(Reason const&) const = default;
};

enum class Band {
    Likely,    // probably the same; show first
    Possible,  // look closer
    Unlikely,  // show only when asked
};

struct Comparison {
    int score;  // 0 to 100; Possible begins at 35, Likely at 75
    Band band;
    std::vector<Reason> reasons;

    bool operator==(Comparison const&) const = default;
};

// A record folded once, to be compared with many.
class PreparedPerson {
  public:
    explicit PreparedPerson(PersonDetails const& person);
    PreparedPerson(PreparedPerson&&) noexcept;
    PreparedPerson& operator=(PreparedPerson&&) noexcept;
    ~PreparedPerson();

    struct Fields;
    Fields const& fields() const { return *fields_; }

  private:
    std::unique_ptr<Fields const> fields_;
};

class PreparedPlace {
  public:
    explicit PreparedPlace(PlaceDetails const& place);
    PreparedPlace(PreparedPlace&&) noexcept;
    PreparedPlace& operator=(PreparedPlace&&) noexcept;
    ~PreparedPlace();

    struct Fields;
    Fields const& fields() const { return *fields_; }

  private:
    std::unique_ptr<Fields const> fields_;
};

// Symmetric: it does not matter which record was entered and which was known.
//
// A clearly different given name, family name or date of birth keeps a comparison out of Likely,
// whatever else agrees: twins, a father and son of one name, and a household's shared telephone
// look alike in everything else.
Comparison compare(PreparedPerson const& entered, PreparedPerson const& known);
Comparison compare(PersonDetails const& entered, PersonDetails const& known);
Comparison compare(PreparedPlace const& entered, PreparedPlace const& known);
Comparison compare(PlaceDetails const& entered, PlaceDetails const& known);

}  // namespace waymark::matching
