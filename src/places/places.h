#pragma once

// The addresses, premises, streets and open spaces that referrals and cases are about.
//
// Never safe accommodation: a refuge or any other place where somebody is kept safe is not recorded
// here, and nothing here may be used to reach one. That has a module, tables and permissions of its
// own.
//
// Nobody outside the scopes that a place is filed under can tell that it is on record: finding
// answers no_such_place, and matches, searches and summaries leave it out. Recording a place never
// depends on what is recorded already. None of these functions commits; each leaves an audit entry
// unless it says otherwise.

#include "access/work.h"
#include "foundation/dates.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "matching/matching.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::places {

struct Place {
    PlaceId id;
    std::string kind;  // address, premises, street, open_space
    std::string name;  // of premises or an open space
    std::string line;  // house and street as one line
    std::string locality;
    std::string town;
    std::string postcode;             // kept as "YO11 1AA" however it was typed
    std::string uprn;                 // unique property reference number: digits
    std::optional<double> longitude;  // degrees, WGS 84; both or neither
    std::optional<double> latitude;
    std::optional<AreaId> area_id;  // the hub area it lies in
    std::int64_t revision = 1;      // grows with each change; an update carries the one it read
    // Kept by the module: what is passed in is not looked at.
    Instant created_at = {};
    std::string created_by;  // a user's id, or system:<command>
    Instant updated_at = {};

    bool operator==(Place const&) const = default;
};

// Enough to tell places apart in a list.
struct Summary {
    PlaceId id;
    std::string kind;
    std::string name;
    std::string line;
    std::string locality;
    std::string town;
    std::string postcode;

    bool operator==(Summary const&) const = default;
};

// A known place that may be the one entered. A person decides; nothing is joined by itself.
struct Match {
    Place summary;
    matching::Comparison comparison;
};

struct Nearby {
    Place place;
    double metres;  // from the point asked about
};

// The most places that one search or match shows, whatever is asked for.
constexpr int kMostShown = 50;
// How far `near` looks at most.
constexpr double kMostMetres = 1000;

// Every function refuses with Forbidden, not_allowed, when the actor's roles never allow it.

// Refuses with NotFound, no_such_place.
Result<Place> find(access::Work& work, PlaceId const& id);

// Records a place, filed under the partnership and the scopes given.
//
// Refuses with Invalid, naming every mistake: required (line of an address or a street, name of an
// open space, either of premises), too_long, not_one_line, not_clean_text, not_offered,
// not_a_postcode, not_a_uprn, out_of_range (a position outside the United Kingdom), not_found.
Result<Place> create(access::Work& work, Place const& place,
                     std::vector<access::Scope> const& scopes);

// Replaces everything about a place. Refuses with NotFound, with Invalid as create does, or with
// Stale when the place changed since `place.revision`. Replacing a place by what it already is
// changes nothing.
Result<Place> update(access::Work& work, Place const& place);

// Lets those who hold these scopes know that the place is on record: when it joins a case, and when
// a case is shared. Doing it again changes nothing and is not noted. Refuses with NotFound when the
// actor may not see the place.
Result<Done> file_under(access::Work& work, PlaceId const& id,
                        std::vector<access::Scope> const& scopes);

// Undoes file_under: those who hold these scopes no longer come upon the place, by id, search or
// match. Cases calls it, for a scope that has lost a case, when no other case opens the place to
// that scope. Nothing here can tell why a place was filed, so it also takes away what somebody knew
// by a referral: showing less is the safe mistake, and sharing again restores it.
//
// Never withdrawn are the scope of the partnership and that of the user who recorded the place.
// Needs no sight of the place, and says nothing of it: withdrawing what is not filed, or of an id
// that is none, changes nothing and is not noted.
Result<Done> withdraw(access::Work& work, PlaceId const& id,
                      std::vector<access::Scope> const& scopes);

// Places known to the reader that are likely, or may possibly be, the one entered; best first.
// The entered record need not be complete; one with an id is not compared with itself.
Result<std::vector<Match>> matches(access::Work& work, Place const& entered, int limit);

// Search as you type, by any part of the name or address, or by postcode; best first. Nothing when
// too little was typed.
Result<std::vector<Summary>> search(access::Work& work, std::string_view typed, int limit);

// Places within so many metres of a point, nearest first. Refuses with Invalid, out_of_range, a
// point outside the United Kingdom or more than kMostMetres.
Result<std::vector<Nearby>> near(access::Work& work, double longitude, double latitude,
                                 double metres, int limit);

// Those of these places that the reader may see, in the order given. Leaves no audit entry: whoever
// shows them notes the record that they are shown in.
std::vector<Summary> summaries(access::Work& work, std::vector<PlaceId> const& ids);

}  // namespace waymark::places
