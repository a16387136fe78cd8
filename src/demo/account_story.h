#pragma once

// What waits for those who approve accounts. Private to demo.

#include "partnership.h"

namespace waymark::demo {

// Every account was confirmed lately, but for some of the police's, which are due; and somebody is
// about to join them. Comes last: it is of today.
void make_account_story(store::Database& database, Directory const& directory, Instant end);

}  // namespace waymark::demo
