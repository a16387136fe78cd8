#pragma once

// What is going to come in, decided before the first day is played, so that incidents can fall
// where work is going to do some good.

#include "anchors.h"
#include "population.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::demo {

enum class Arc { Better, Little, Worse, NotForUs };

struct CasePlan {
    bool is_place;
    Arc arc;
    double severity;  // 0 to 1, at opening
    int days;         // from opening to closing
};

struct ReferralPlan {
    std::size_t number;
    std::size_t district;
    Instant sent;
    // accept, link, advise, signpost, another_panel, reject; draft: never sent; none: never decided
    std::string decision;
    std::optional<CasePlan> case_plan;  // of what is accepted
    std::size_t behaviour;              // in behaviours()
    std::optional<std::size_t> anchor;  // of what is about a place
    std::size_t victim;                 // in Population::people
    std::optional<std::size_t> alleged_perpetrator, witness, child;
};

struct Amounts {
    std::size_t people, cases, referrals, anchors;
    double incidents_a_month;
};

// In order of time. Fewer than `amounts.cases` cases come of them when some never get decided.
std::vector<ReferralPlan> make_plans(Random random, Amounts const& amounts,
                                     Population const& population,
                                     std::vector<Anchor> const& anchors, Date from, Date to);
std::vector<Effect> effects_of(std::vector<ReferralPlan> const& plans);

}  // namespace waymark::demo
