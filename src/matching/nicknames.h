#pragma once

// Forenames that people in the UK use for one another.
//
// A list of groups, not of one proper name for each short one: Bert may be Albert, Herbert or
// Robert, and none of those may be another. Written for this project from common knowledge of UK
// usage, short forms, spellings, and the spellings in Latin letters of names from other languages.
// Names of men and women are kept apart, so that Alexander is not Alexandra though both are Alex.

#include <string_view>
#include <vector>

namespace waymark::matching {

// Whether the list has this folded forename, so that two different ones are not one misspelt.
bool is_known_forename(std::string_view name);

// Whether two folded forenames stand in one group.
bool are_aliases(std::string_view a, std::string_view b);

// Every other name that shares a group with this one; empty for a name that is not listed.
std::vector<std::string_view> aliases_of(std::string_view name);

}  // namespace waymark::matching
