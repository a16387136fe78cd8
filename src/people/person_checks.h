#pragma once

// What is put right and what is refused when somebody is recorded.

#include "people/people.h"

#include <vector>

namespace waymark::people {

// As it is kept: spaces around values dropped, a postcode written its one way, and what was left
// open filled in.
Person normalised(Person person);

// Every mistake in a normalised person.
std::vector<FieldError> mistakes_in(Person const& person, Date today);

// Names of the fields, as the API spells them, in which two people differ.
std::vector<std::string> changed_fields(Person const& before, Person const& after);

}  // namespace waymark::people
