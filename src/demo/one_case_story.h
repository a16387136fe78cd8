#pragma once

// One case as six people see it, for whoever tries the demonstration. Private to demo.

#include "partnership.h"

namespace waymark::demo {

// Chooses an open case of Scarborough, sees that the police are in it, shares it in summary with
// one charity and only that it is there with another, and declares that a colleague knows somebody
// in it. Comes last: it is of today. Nothing when no case there will do.
OneCase make_one_case_story(store::Database& database, Directory const& directory, Instant end);

}  // namespace waymark::demo
