#pragma once

// What is put right and what is refused when a place is recorded.

#include "places/places.h"

#include <string>
#include <vector>

namespace waymark::places {

// As it is kept: spaces around values dropped, and a postcode written its one way.
Place normalised(Place place);

// Every mistake in a normalised place. Looks up the area it names.
std::vector<FieldError> mistakes_in(access::Work& work, Place const& place);

// Names of the fields, as the API spells them, in which two places differ.
std::vector<std::string> changed_fields(Place const& before, Place const& after);

// Whether a position could be in the United Kingdom; false for what is not a number.
bool is_longitude(double degrees);
bool is_latitude(double degrees);

// A place as matching sees one, and all the keys that it is filed under.
matching::PlaceDetails details_of(Place const& place);
std::vector<std::string> keys_of(Place const& place);

}  // namespace waymark::places
