#pragma once

// A case as its page shows it: everything at once, read and audited as one consultation.

#include "cases/case_people.h"
#include "cases/chronology.h"

namespace waymark::cases {

struct CasePage {
    CaseDetail detail;
    std::vector<CasePerson> people;
    std::vector<CasePlace> places;
    std::vector<CasePartner> partners;
    std::int64_t open_actions;
    std::int64_t overdue_actions;  // of the open ones, those due before today
    std::vector<Entry> latest;     // newest first
};

// With at most `latest` entries of the chronology. Refuses as `find` does.
Result<CasePage> page(access::Work& work, CaseId const& id, int latest);

}  // namespace waymark::cases
