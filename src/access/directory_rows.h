#pragma once

// Rows of the directory's tables as what they stand for. Private to access.

#include "access/memory.h"

namespace waymark::access {

Validity validity_from(store::Row const& row);
Area area_from(store::Row const& row);
Agency agency_from(store::Row const& row);
Team team_from(store::Row const& row);
Colleague colleague_from(store::Row const& row);

// The directory of one partnership as it is in this transaction, with its former entries.
Names read_names(store::Transaction& tx, PartnershipId const& partnership);

}  // namespace waymark::access
