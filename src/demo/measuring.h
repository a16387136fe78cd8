#pragma once

// Answers that fit how bad things are: to the questionnaire, to the measures and to the fields of a
// programme, whatever the programme asks.

#include "cases/cases.h"
#include "outcomes/outcomes.h"
#include "programmes/programmes.h"
#include "random.h"

#include <map>
#include <string>
#include <vector>

namespace waymark::demo {

// `harm` from 0, none, to 1, the most.
std::map<std::string, std::string> risk_answers(Random& random,
                                                programmes::Definition const& programme,
                                                double harm);
// One for each measure that is asked; of some, why it was not taken.
std::vector<outcomes::Given> measures(Random& random, programmes::Definition const& programme,
                                      double harm, double not_taken);
// What the programme needs at this point. `behaviour` is the programme's own code.
cases::Answers field_answers(Random& random, programmes::Definition const& programme,
                             programmes::Point point, Date on, std::string_view behaviour,
                             std::string_view class_code, std::string_view place_kind);
// A code of a list that is offered on that day, out of one group unless it is empty.
std::string draw_code(Random& random, std::vector<programmes::Option> const& list,
                      std::string_view group, Date on);

}  // namespace waymark::demo
