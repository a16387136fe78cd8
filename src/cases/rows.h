#pragma once

// From a row to what the door shows.

#include "cases/cases.h"

namespace waymark::cases {

CaseSummary summary_from(store::Row const& row);

}  // namespace waymark::cases
