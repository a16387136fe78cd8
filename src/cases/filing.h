#pragma once

// Who may know a case, and what falls due on it: the only writer of case_scope and case_due.
//
// Both follow from the case, its partners and its plan, so they are always written whole from
// those, never patched. Call it after the change that it follows from.

#include "access/work.h"
#include "foundation/ids.h"

namespace waymark::cases {

// Files the case, what falls due on it and the people and places in it now. After opening, closing,
// reopening, transfer, and a change of lead, partners, people or places.
//
// From a scope that loses the case, the people and places of it are withdrawn, also those whose
// part has ended, unless another case that is filed there, open or closed, has or had them. The end
// of one person's part alone withdraws nobody: they stay in the history of the case.
void refile(access::Work& work, CaseId const& id);

// Only what falls due: after a review, an assessment, an update or a change of the plan.
void refile_due(access::Work& work, CaseId const& id);

}  // namespace waymark::cases
