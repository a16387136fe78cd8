#pragma once

// The people in the records, each known once however often they appear: names, safe ways to reach
// them, and finding out whether somebody is already known.
//
// Nobody outside the scopes that a person is filed under can tell that the person is on record:
// finding answers no_such_person, and matches, searches and summaries leave them out. Recording
// somebody never depends on who is recorded already.
//
// Never the address of safe accommodation: that has a module of its own. None of these functions
// commits; each leaves an audit entry unless it says otherwise.

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

namespace waymark::people {

// Another name that somebody has gone by. Only one of the two names need be known.
struct Alias {
    std::string given_names;
    std::string family_name;
    std::string kind;  // also_known_as, former_name, nickname

    bool operator==(Alias const&) const = default;
};

struct Address {
    std::string line;  // house and street as one line
    std::string town;
    std::string postcode;             // kept as "YO11 1AA" however it was typed
    std::optional<PlaceId> place_id;  // when it is also a place of ours
    std::optional<Date> from_on;
    std::optional<Date> to_on;  // the last day; open when not given

    bool operator==(Address const&) const = default;
};

struct Person {
    PersonId id;
    std::string given_names;
    std::string family_name;  // only one of the two names need be known
    std::optional<Date> date_of_birth;
    std::string date_of_birth_note;  // exact, estimated, not_known
    std::string gender;              // female, male, other, prefer_not_to_say, not_known
    std::string phone;
    std::string phone_is_safe;  // yes, no, not_known: may somebody else answer it?
    std::string email;
    std::string email_is_safe;  // yes, no, not_known
    std::string safe_contact;   // in words: when, how, and what never to do
    std::string needs;          // language, interpreter, access
    std::vector<Alias> aliases;
    std::vector<Address> addresses;
    std::int64_t revision = 1;  // grows with each change; an update carries the one it read
    // Kept by the module: what is passed in is not looked at.
    Instant created_at = {};
    std::string created_by;  // a user's id, or system:<command>
    Instant updated_at = {};

    bool operator==(Person const&) const = default;
};

// Enough to tell people of one name apart in a list.
struct Summary {
    PersonId id;
    std::string given_names;
    std::string family_name;
    std::optional<Date> date_of_birth;
    std::string date_of_birth_note;
    // The newest address that has not ended; empty when there is none.
    std::string line;
    std::string town;
    std::string postcode;

    bool operator==(Summary const&) const = default;
};

// Somebody known who may be the person entered. A person decides; nothing is joined by itself.
struct Match {
    Person summary;
    matching::Comparison comparison;
};

// The most people that one search or match shows, whatever is asked for.
constexpr int kMostShown = 50;

// Every function refuses with Forbidden, not_allowed, when the actor's roles never allow it.

// Refuses with NotFound, no_such_person.
Result<Person> find(access::Work& work, PersonId const& id);

// Records somebody, filed under the partnership and the scopes given. Enumerations left empty are
// filled with not_known, spaces around a value are dropped, and a postcode is written its one way.
//
// Refuses with Invalid, naming every mistake: required, too_long, too_many, not_one_line,
// not_clean_text, not_offered, not_a_phone, not_an_email, not_a_postcode, in_the_future, too_early,
// before_start, not_found (an id that is none), with paths such as addresses[0].postcode.
Result<Person> create(access::Work& work, Person const& person,
                      std::vector<access::Scope> const& scopes);

// What create would refuse about this person, without recording anybody: for a form that is about
// several at once.
std::vector<FieldError> mistakes_of(access::Work const& work, Person const& person);

// Replaces everything about somebody, aliases and addresses included. Refuses with NotFound, with
// Invalid as create does, or with Stale when the person changed since `person.revision`.
// Replacing a person by what they already are changes nothing.
Result<Person> update(access::Work& work, Person const& person);

// Lets those who hold these scopes know that the person is on record: when the person joins a case,
// and when a case is shared. Those who could see the person still do. Doing it again changes
// nothing and is not noted. Refuses with NotFound when the actor may not see the person.
Result<Done> file_under(access::Work& work, PersonId const& id,
                        std::vector<access::Scope> const& scopes);

// Undoes file_under: those who hold these scopes no longer come upon the person, by id, search or
// match. Cases calls it, for a scope that has lost a case, when no other case opens the person to
// that scope. Nothing here can tell why a person was filed, so it also takes away what somebody
// knew by a referral: showing less is the safe mistake, and sharing again restores it.
//
// Never withdrawn are the scope of the partnership and that of the user who recorded the person.
// Needs no sight of the person, and says nothing of it: withdrawing what is not filed, or of an id
// that is none, changes nothing and is not noted.
Result<Done> withdraw(access::Work& work, PersonId const& id,
                      std::vector<access::Scope> const& scopes);

// People known to the reader who are likely, or may possibly be, the person entered; best first.
// The entered record need not be complete; one with an id is not compared with itself.
Result<std::vector<Match>> matches(access::Work& work, Person const& entered, int limit);

// Search as you type, by names in any order, date of birth, phone, e-mail address or postcode; best
// first. Nothing when too little was typed.
Result<std::vector<Summary>> search(access::Work& work, std::string_view typed, int limit);

// Those of these people whom the reader may see, in the order given. Leaves no audit entry: whoever
// shows them notes the record that they are shown in.
std::vector<Summary> summaries(access::Work& work, std::vector<PersonId> const& ids);

}  // namespace waymark::people
