#pragma once

// Names for invented people: lists of our own, common enough that no full name points at anybody.

#include "random.h"

#include <string>
#include <string_view>

namespace waymark::demo {

// Whose names a household has. The shares are a guess at the county, with others better
// represented than they would be by chance, because names are where services get it wrong.
enum class NameCulture { British, Polish, SouthAsian, Romanian, Irish, Nepali, Arabic, Chinese };

NameCulture draw_culture(Random& random);
std::string given_name(Random& random, NameCulture culture, std::string_view gender);
// `gender` matters where family names follow it: Nowak and Nowak, Kowalski and Kowalska.
std::string family_name(Random& random, NameCulture culture);
std::string family_name_for(std::string const& family, NameCulture culture,
                            std::string_view gender);
// The short form that somebody goes by; empty when there is none in our list.
std::string_view short_form(std::string_view given);

}  // namespace waymark::demo
