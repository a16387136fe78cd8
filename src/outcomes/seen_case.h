#pragma once

// How every use case of this module starts: may the actor do this, and do they see the case.

#include "outcomes/outcomes.h"

namespace waymark::outcomes {

// Refuses with Forbidden `not_allowed`, NotFound `no_such_case`.
Result<cases::CaseDetail> case_to_measure(access::Work& work, CaseId const& id);
// The same for what only an open case takes: Conflict `case_closed`.
Result<cases::CaseDetail> open_case_to_measure(access::Work& work, CaseId const& id);

// The programme that the case runs under. One that is not loaded is the operator's to put right.
programmes::Definition const& definition_of(programmes::Catalogue const& catalogue,
                                            cases::CaseDetail const& seen);

// What is wrong with the results given for the agreed outcomes at closing, as close_case promises.
std::vector<FieldError> mistakes_in(std::vector<GivenResult> const& given,
                                    std::vector<Goal> const& goals,
                                    programmes::Definition const& definition, Date day);
// Writes results that have been checked.
void record_results(access::Work& work, CaseId const& id, std::vector<GivenResult> const& given,
                    Date day);

// Files the demand after closing, to be counted when its days and months have passed.
void follow_closing(access::Work& work, programmes::Catalogue const& catalogue,
                    cases::CaseDetail const& seen, Date closed_on);

}  // namespace waymark::outcomes
