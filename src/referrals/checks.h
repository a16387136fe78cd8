#pragma once

// What is wrong with a referral as it is sent, and with a choice of person.

#include "people/people.h"
#include "referrals/referrals.h"

#include "access/directory.h"

#include <vector>

namespace waymark::referrals {

// Somebody as described, as people records them.
people::Person entered(NamedPerson const& person);

// Every mistake; `definition` is nothing when the programme is not offered.
std::vector<FieldError> mistakes_in(access::Work& work, programmes::Definition const* definition,
                                    std::optional<access::Area> const& area,
                                    NewReferral const& referral);

// Adds what is wrong with who was chosen, with `at` before the field's name.
void check_choice(std::vector<FieldError>& mistakes, std::string const& at, access::Work& work,
                  Choice const& choice);

}  // namespace waymark::referrals
