#pragma once

// What is wrong with measures as they were given.

#include "outcomes/outcomes.h"

namespace waymark::outcomes {

// Measures that come from the risk assessment and are never sent.
bool comes_from_assessment(std::string_view measure);

// As record() promises; on that day, because reasons and choices are dated.
std::vector<FieldError> mistakes_in(std::vector<Given> const& measures,
                                    programmes::Definition const& definition, Date day);

}  // namespace waymark::outcomes
