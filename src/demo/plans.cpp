#include "plans.h"

#include "timeline.h"
#include "words.h"

#include <algorithm>

namespace waymark::demo {

namespace {

constexpr std::size_t kFreshCases = 6;
constexpr int kUndecidedDays = 12;

class Planner {
  public:
    Planner(Random random, Population const& population, std::vector<Anchor> const& anchors,
            Date from, Date to)
        : random_(random), population_(population), anchors_(anchors), from_(from), to_(to) {
        for (auto const& district : districts()) weights_.push_back(district.weight);
    }

    ReferralPlan plan(std::string const& decision) {
        ReferralPlan made{};
        made.district = random_.weighted(weights_);
        made.sent = at_work(draw_day(districts()[made.district]), random_.unit());
        made.decision = decision;
        bool const is_place = decision != "link" && random_.chance(0.08);
        made.behaviour = draw_behaviour(random_, is_place);
        if (is_place) made.anchor = draw_anchor(made.district);
        if (decision == "accept") made.case_plan = draw_case(is_place);
        draw_people(made);
        return made;
    }

  private:
    // More comes in where and when the season is.
    Date draw_day(District const& district) {
        for (;;) {
            auto const day = add_days(from_, random_.between(0, days_between(from_, to_)));
            if (random_.chance(season_of(district, month_of(day)) / 1.9)) return day;
        }
    }
    CasePlan draw_case(bool is_place) {
        auto const arc = static_cast<Arc>(random_.weighted({0.64, 0.20, 0.07, 0.09}));
        int days = is_place ? random_.between(110, 300) : random_.between(28, 150);
        if (!is_place && random_.chance(0.12)) days += random_.between(60, 220);
        if (arc == Arc::NotForUs) days = random_.between(6, 24);
        return {.is_place = is_place,
                .arc = arc,
                .severity = std::clamp(0.2 + 0.3 * (random_.unit() + random_.unit()), 0.0, 0.95),
                .days = days};
    }
    std::optional<std::size_t> draw_anchor(std::size_t district) {
        std::vector<double> rates;
        for (auto const& anchor : anchors_) {
            rates.push_back(anchor.district == district ? anchor.a_month * anchor.a_month : 0);
        }
        return random_.weighted(rates);
    }
    // Some households come up again and again.
    std::size_t draw_household(std::size_t district) {
        auto const& all = population_.households_of[district];
        auto const few = std::max<std::size_t>(1, all.size() / 16);
        return all[random_.chance(0.16) ? random_.below(few) : random_.below(all.size())];
    }
    std::size_t draw_adult(Household const& household) {
        return household
            .members[random_.chance(0.75) ? 0 : random_.below(household.members.size())];
    }
    void draw_people(ReferralPlan& made) {
        auto const& home = population_.households[draw_household(made.district)];
        made.victim = draw_adult(home);
        if (population_.people[made.victim].is_child) made.victim = home.members.front();
        if (made.anchor) return;
        auto const& other = population_.households[draw_household(made.district)];
        if (&other != &home && random_.chance(0.68)) made.alleged_perpetrator = draw_adult(other);
        auto const& third = population_.households[draw_household(made.district)];
        if (&third != &home && &third != &other && random_.chance(0.14)) {
            made.witness = third.members.front();
        }
        auto const last = home.members.back();
        if (population_.people[last].is_child && random_.chance(0.35)) made.child = last;
    }

    Random random_;
    Population const& population_;
    std::vector<Anchor> const& anchors_;
    Date from_, to_;
    std::vector<double> weights_;
};

}  // namespace

std::vector<ReferralPlan> make_plans(Random random, Amounts const& amounts,
                                     Population const& population,
                                     std::vector<Anchor> const& anchors, Date from, Date to) {
    Planner planner{random.stream(1), population, anchors, from, to};
    Random decisions = random.stream(2);
    static constexpr char const* kOther[] = {"link",   "advise", "signpost", "another_panel",
                                             "reject", "none",   "draft"};
    std::vector<ReferralPlan> plans;
    for (std::size_t i = 0; i < amounts.referrals; ++i) {
        auto const other = kOther[decisions.weighted({0.24, 0.27, 0.2, 0.09, 0.16, 0.01, 0.03})];
        plans.push_back(planner.plan(i < amounts.cases ? "accept" : other));
        // What nobody has decided or finished writing is recent: the queue is worked.
        if (plans.back().decision == "none" || plans.back().decision == "draft") {
            auto const day = add_days(to, -decisions.between(0, kUndecidedDays));
            plans.back().sent = at_work(day, decisions.unit());
        }
        // However small, it has cases that were opened this week.
        if (i >= kFreshCases) continue;
        plans.back().sent = at_work(add_days(to, -3 - static_cast<int>(i)), 0.2);
    }
    std::stable_sort(plans.begin(), plans.end(),
                     [](auto const& a, auto const& b) { return a.sent < b.sent; });
    for (std::size_t i = 0; i < plans.size(); ++i) plans[i].number = i;
    return plans;
}

std::vector<Effect> effects_of(std::vector<ReferralPlan> const& plans) {
    std::vector<Effect> effects;
    for (auto const& plan : plans) {
        if (!plan.anchor || !plan.case_plan) continue;
        auto const opened = london_date(plan.sent);
        double const remaining = plan.case_plan->arc == Arc::Better   ? 0.45
                                 : plan.case_plan->arc == Arc::Little ? 0.9
                                                                      : 1.1;
        effects.push_back({*plan.anchor, add_days(opened, 20),
                           add_days(opened, plan.case_plan->days), remaining});
    }
    return effects;
}

}  // namespace waymark::demo
