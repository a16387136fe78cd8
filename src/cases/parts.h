#pragma once

// The parts of a case for a reader who was already let in: no check and no audit here, so whoever
// calls them has done both. Private to cases.

#include "cases/case_people.h"
#include "cases/chronology.h"

namespace waymark::cases {

// Nothing when there is no such case for this reader; the one here that looks whether they may.
std::optional<CaseDetail> detail_of(access::Work& work, CaseId const& id);

std::vector<CasePerson> people_of(access::Work& work, CaseId const& id);
std::vector<CasePlace> places_of(access::Work& work, CaseId const& id);
std::vector<CasePartner> partners_of(access::Work& work, CaseId const& id);

// `limit` and `kinds` as chronology has checked them.
EntryPage entries_of(access::Work& work, CaseId const& id, std::optional<EntryCursor> const& before,
                     int limit, std::vector<std::string> const& kinds);

}  // namespace waymark::cases
