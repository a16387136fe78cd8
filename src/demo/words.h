#pragma once

// What the workers of the demonstration write down. No name of a person stands in any of it: those
// belong to the records of people.

#include "random.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::demo {

struct Behaviour {
    std::string_view code;        // of the programme's behaviour_type
    std::string_view title;       // "Noise at night"
    std::string_view told;        // what the referrer says happened
    std::string_view class_code;  // personal, nuisance, environmental
    bool is_place;                // of the programme for places
    double weight;
};

std::vector<Behaviour> const& behaviours();
std::size_t draw_behaviour(Random& random, bool is_place);

std::string effect_words(Random& random);
std::string note_words(Random& random, std::string_view nature);
std::string contact_words(Random& random);
std::string incident_words(Random& random, Behaviour const& behaviour);
std::string review_words(Random& random, double change);
std::string closing_words(Random& random, std::string_view group);
std::string goal_words(Random& random, bool is_place);
// An action that fits the tool, and one for any tool that is not in our list.
std::string action_words(std::string_view tool);
std::string why_not_words(Random& random, std::string_view result);
std::string decision_words(std::string_view decision);
// An answer to a programme's long question.
std::string answer_words(Random& random, std::string_view field, bool is_place);

}  // namespace waymark::demo
