#pragma once

// What happens on a case from the day it is opened, act by act, until it closes or the
// demonstration ends.

#include "cases/actions.h"
#include "cases/case_people.h"
#include "cases/reviews.h"
#include "measuring.h"
#include "words.h"
#include "world.h"

#include <deque>
#include <optional>
#include <vector>

namespace waymark::demo {

class CaseStory {
  public:
    explicit CaseStory(World& world) : world_(world) {}

    // Goes on from a case that this act has just opened.
    void begin(access::Work& work, ReferralPlan const& plan, std::size_t hub, Worker const& officer,
               CaseId const& id);

    struct OpenCase {
        CaseId id;
        ReferralPlan const* plan;
    };
    // One that the hub could add a referral to now, drawn from those that its own officers lead.
    std::optional<OpenCase> draw_open(Random& random, std::size_t hub) const;

    std::int64_t opened() const { return static_cast<std::int64_t>(cases_.size()); }
    std::int64_t open_now() const;

  private:
    struct Planned {
        cases::ActionId id;
        Worker owner;
        bool has_result = false;
    };
    struct State {
        ReferralPlan const* plan;
        std::size_t hub;
        Worker officer;
        CaseId id;
        programmes::Definition const* programme;
        Random random;
        // Who the victim is in this case. Another hub may have recorded the same resident anew.
        std::optional<PersonId> victim;
        Instant opened;
        int days;  // from opening to closing, of this time round
        bool is_open = true;
        bool was_reopened = false;
        std::vector<Worker> partners = {};
        std::deque<Planned> actions = {};
        std::optional<cases::AgreementId> agreement = std::nullopt;
        std::string channel = {};
        std::vector<outcomes::GoalId> goals = {};
    };
    using Step = void (CaseStory::*)(access::Work&, State&);

    // A step by whoever leads the case at that time, while it is open.
    void by_officer(State& state, int days, Step step);
    void by_officer(State& state, Instant when, Step step);
    void move_to(access::Work& work, State& state, std::string const& stage);
    std::int64_t revision(access::Work& work, State& state) const;
    double harm(State const& state, Instant now) const;
    Hub const& hub(State const& state) const { return world_.directory.hubs[state.hub]; }
    bool is_place(State const& state) const { return state.plan->case_plan->is_place; }

    void plan_ahead(access::Work& work, State& state);
    void assess(access::Work& work, State& state, std::string const& point);
    void settle_in(access::Work& work, State& state);
    void agree_updates(access::Work& work, State& state);
    void agree_goals(access::Work& work, State& state);
    void look_into(access::Work& work, State& state);
    void bring_in(access::Work& work, State& state);
    void start_work(access::Work& work, State& state);
    std::vector<outcomes::GivenResult> goal_results(access::Work& work, State& state);
    void add_action(access::Work& work, State& state);
    void plan_result(access::Work& work, State& state, Planned& action, Date due);
    void give_result(access::Work& work, State& state, Planned& action, std::string const& result);
    void write_down(access::Work& work, State& state);
    void report_incident(access::Work& work, State& state);
    void review(access::Work& work, State& state);
    void update_victim(access::Work& work, State& state);
    void transfer(access::Work& work, State& state);
    void wind_down(access::Work& work, State& state);
    void close(access::Work& work, State& state);
    void reopen(access::Work& work, State& state);

    World& world_;
    std::deque<State> cases_;  // a deque, because acts that are still to come point into it
};

}  // namespace waymark::demo
