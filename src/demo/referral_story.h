#pragma once

// How a referral comes in, waits, is decided, and how the referrer hears.

#include "case_story.h"
#include "referrals/referrals.h"

namespace waymark::demo {

class ReferralStory {
  public:
    ReferralStory(World& world, CaseStory& cases) : world_(world), cases_(cases) {}

    // Plans its writing and all that follows. The plan must outlive the story.
    void plan(ReferralPlan const& plan);

    std::int64_t started() const { return static_cast<std::int64_t>(referrals_.size()); }

  private:
    struct State {
        ReferralPlan const* plan;
        Random random;
        Worker author, officer;
        ReferralId id = {};
        std::vector<std::size_t> named = {};  // who the people of the referral are, in its order
        std::string decision = {};
    };
    void write(access::Work& work, State& state);
    void name_people(State& state, referrals::NewReferral& sent) const;
    referrals::NewReferral form(access::Work& work, State& state);
    void take_on(access::Work& work, State& state);
    void decide(access::Work& work, State& state);
    void resolve_people(access::Work& work, State& state);
    void tell_referrer(access::Work& work, State& state);
    referrals::Decision decision_of(access::Work& work, State& state);
    std::int64_t revision(access::Work& work, State& state) const;
    Hub const& hub(State const& state) const { return world_.directory.hubs[state.plan->district]; }

    World& world_;
    CaseStory& cases_;
    std::deque<State> referrals_;
};

}  // namespace waymark::demo
