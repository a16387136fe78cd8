#pragma once

// The earliest update promised to a victim, kept on the case.

#include "standing.h"

namespace waymark::cases {

// After an agreement was made, kept or ended. Raises the case's revision.
void follow_updates_due(access::Work& work, Standing const& standing);

}  // namespace waymark::cases
