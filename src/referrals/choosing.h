#pragma once

// Which person of ours somebody named in a referral is: making the choice true and keeping it.

#include "people/people.h"
#include "referrals/referrals.h"

namespace waymark::referrals {

// What a row of referral_person keeps of a choice.
struct Chosen {
    std::optional<PersonId> person_id;
    std::string shown;
};

// Records a new person under `scopes`, or lets those who hold `hub` know of a known one. The choice
// and what was entered have been checked.
Chosen carry_out(access::Work& work, people::Person const& entered, Choice const& choice,
                 std::vector<access::Scope> const& scopes, access::Scope hub);

// What the audit keeps: the entry, the choice and the person, as ids and codes.
void note_choice(access::Work& work, ReferralId const& id, std::int64_t revision,
                 std::string const& entry, std::string const& choice, Chosen const& chosen);

}  // namespace waymark::referrals
