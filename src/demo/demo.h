#pragma once

// The demonstration: an invented partnership in the shape of North Yorkshire in 2021, with seven
// districts as hubs and two years of work behind it, so that somebody can try the service on
// records that look like theirs and are nobody's.
//
// Everything is made through the use cases that people work through, each at its own time in the
// past, so that every rule held when it was made. The same seed, day and size give the same
// records, in everything but ids, session keys, password hashes and the audit's hashes: ids keep
// their random part, because a switch that makes ids predictable is not worth having in a service
// that relies on their not being so.
//
// Nobody in it is real: names are drawn from lists of our own; telephone numbers are from the
// ranges that Ofcom keeps for drama (07700 900000 to 900999, 01632 960000 to 960999); postcodes
// have an inward part that Royal Mail cannot give out (see addresses.h); e-mail addresses end in
// .example (RFC 2606).

#include "access/sign_in.h"
#include "foundation/dates.h"
#include "foundation/ids.h"
#include "programmes/programmes.h"
#include "store/store.h"

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::demo {

// What signs in to every account of a demonstration: all of its data are invented.
inline constexpr std::string_view kDemoPassword = "for demonstration only";

enum class Size {
    Small,  // 300 people, 120 cases, 200 referrals: tests and browser journeys
    Full,   // 5,000 people, 2,000 cases, 4,500 referrals
};

struct Options {
    std::uint64_t seed = 2021;
    Date as_of;  // the last day on which anything happened; "today" for whoever tries it
    Size size = Size::Full;
    std::string boundaries_folder = {};  // with *.geojson and *.json; empty: outlines of our own
    access::PasswordCost cost = access::PasswordCost::Interactive;
    std::function<void(int percent, std::string_view what)> progress = {};
};

// An account to sign in with, for showing to whoever started the demonstration.
struct Account {
    std::string email;
    std::string name;
    std::string role_words;  // what the person does, in words: "Hub officer"
    std::string agency;
    std::string area;  // empty when the role is held for the whole partnership
};

// One case as several people see it: its reference, and for each what it is to them.
struct OneCase {
    struct Viewer {
        std::string email, sees;
    };
    std::string reference;  // empty when no case would do
    std::vector<Viewer> viewers;
};

struct Made {
    PartnershipId partnership;
    std::string password;
    std::vector<Account> accounts;  // the eleven to try first, then the others
    std::int64_t agencies = 0, users = 0, people = 0, places = 0;
    std::int64_t referrals = 0, cases = 0, open_cases = 0, incidents = 0;
    OneCase one_case;
};

// What stops a demonstration from being made: the message says what and what to do about it.
class CannotMake : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Makes the demonstration in a database that has been migrated. Throws CannotMake when the database
// already holds a partnership: invented records must never stand among real ones. Broken off, it
// leaves a part of one behind; start again with a new database.
Made make(store::Database& database, programmes::Catalogue const& catalogue,
          Options const& options);

}  // namespace waymark::demo
