#pragma once

// Grants as the database has them, and their codes. Private to sharing.

#include "sharing/grants.h"

namespace waymark::sharing {

Grant grant_from(store::Row const& row);

}  // namespace waymark::sharing
