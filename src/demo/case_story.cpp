#include "case_story.h"

#include "cases/chronology.h"
#include "cases/risk.h"

#include <algorithm>

namespace waymark::demo {

namespace {

using programmes::Point;

// How much of the harm at opening is left at closing.
double remaining(Arc arc) {
    switch (arc) {
        case Arc::Better:
            return 0.3;
        case Arc::Little:
            return 0.85;
        case Arc::Worse:
            return 1.2;
        case Arc::NotForUs:
            return 0.9;
    }
    return 1;
}

}  // namespace

void CaseStory::begin(access::Work& work, ReferralPlan const& plan, std::size_t hub,
                      Worker const& officer, CaseId const& id) {
    cases_.push_back({.plan = &plan,
                      .hub = hub,
                      .officer = officer,
                      .id = id,
                      .programme = &programme_of(world_, world_.directory.hubs[hub],
                                                 plan.case_plan->is_place, work.clock().today),
                      .random = world_.random.stream(1'000'000 + plan.number),
                      .victim = world_.population.people[plan.victim].id,
                      .opened = work.clock().now,
                      .days = plan.case_plan->days});
    auto& state = cases_.back();
    expect("follow_opening", outcomes::follow_opening(work, world_.catalogue, id));
    if (state.random.chance(0.9)) assess(work, state, "opening");
    plan_ahead(work, state);
}

// Draws when the main steps are to be; each of them plans the lesser ones.
void CaseStory::plan_ahead(access::Work&, State& state) {
    auto& random = state.random;
    by_officer(state, random.between(0, 3), &CaseStory::settle_in);
    int const every = hub(state).district->review_every_days > 0
                          ? hub(state).district->review_every_days
                          : state.programme->timings.review_every_days;
    if (state.plan->case_plan->arc != Arc::NotForUs) {
        by_officer(state, random.between(2, 6), &CaseStory::look_into);
        by_officer(state, random.between(8, 16), &CaseStory::start_work);
        by_officer(state, every + random.between(-2, 3), &CaseStory::review);
        for (int left = random.between(1, 4); left > 0; --left) {
            by_officer(state, random.between(1, state.days), &CaseStory::write_down);
        }
        for (int left = random.between(0, 5); left > 0; --left) {
            by_officer(state, random.between(3, state.days), &CaseStory::report_incident);
        }
        if (random.chance(0.03)) by_officer(state, random.between(20, 60), &CaseStory::transfer);
        by_officer(state, std::max(18, state.days - random.between(14, 24)), &CaseStory::wind_down);
    }
    by_officer(state, state.days, &CaseStory::close);
}

void CaseStory::by_officer(State& state, int days, Step step) {
    by_officer(state, later(state.opened, days, state.random.unit()), step);
}

void CaseStory::by_officer(State& state, Instant when, Step step) {
    auto const planned_for = state.officer.user;
    world_.timeline.at(when, planned_for, [this, &state, planned_for, step](access::Work& work) {
        if (!state.is_open && step != &CaseStory::reopen) return;
        if (state.officer.user != planned_for) {
            // The case has changed hands since this was planned.
            by_officer(state, work.clock().now, step);
            return;
        }
        (this->*step)(work, state);
    });
}

std::int64_t CaseStory::revision(access::Work& work, State& state) const {
    return expect("find case", cases::find(work, state.id)).revision;
}

double CaseStory::harm(State const& state, Instant now) const {
    auto const& plan = *state.plan->case_plan;
    double const passed = days_between(london_date(state.opened), london_date(now));
    double const share = std::clamp(passed / std::max(1, state.days), 0.0, 1.0);
    return std::min(1.0, plan.severity * (1 - (1 - remaining(plan.arc)) * share));
}

void CaseStory::move_to(access::Work& work, State& state, std::string const& stage) {
    auto const found = expect("find case", cases::find(work, state.id));
    if (!state.programme->may_move(found.stage, stage)) return;
    expect("stage",
           cases::change_stage(work, world_.catalogue,
                               {.id = state.id, .revision = found.revision, .stage = stage}));
}

void CaseStory::assess(access::Work& work, State& state, std::string const& point) {
    auto& random = state.random;
    cases::NewAssessment asked{.case_id = state.id, .point = point, .answers = {}};
    asked.answers = risk_answers(random, *state.programme, harm(state, work.clock().now));
    if (random.chance(0.05)) {
        asked.override_by = {
            random.chance(0.6) ? "medium" : "high",
            draw_code(random, state.programme->risk.override_reasons, "", work.clock().today),
            "More is known than the questions ask."};
    }
    expect("assess", cases::assess(work, world_.catalogue, asked));
}

void CaseStory::settle_in(access::Work& work, State& state) {
    auto& random = state.random;
    if (random.chance(0.93)) {
        expect("opening measures",
               outcomes::record(work, world_.catalogue, state.id, Point::Opening, "",
                                measures(random, *state.programme, harm(state, work.clock().now),
                                         is_place(state) ? 0.2 : 0.13)));
    }
    if (!is_place(state)) agree_updates(work, state);
    agree_goals(work, state);
    if (is_place(state) || !random.chance(0.6)) return;
    auto const home = world_.population.people[state.plan->victim].household;
    auto const place = record_home(work, world_, world_.directory.hubs[state.plan->district], home);
    expect("home", cases::add_place(work, state.id, {place, "home_of_victim", false}));
}

void CaseStory::agree_updates(access::Work& work, State& state) {
    auto& random = state.random;
    auto const& victim = world_.population.people[state.plan->victim];
    bool const may_ring = !victim.details.phone.empty() && victim.details.phone_is_safe != "no";
    state.channel = random.chance(0.04)               ? "no_contact"
                    : may_ring && random.chance(0.75) ? "phone"
                                                      : "in_person";
    if (!random.chance(0.86)) return;
    int const every = random.chance(0.25) ? 7 : state.programme->timings.victim_update_every_days;
    state.agreement = expect("agree updates", cases::agree_updates(work, world_.catalogue,
                                                                   {.case_id = state.id,
                                                                    .person_id = *state.victim,
                                                                    .channel = state.channel,
                                                                    .every_days = every}));
    if (state.channel == "no_contact") return;
    by_officer(state, later(work.clock().now, every - random.between(0, 2), random.unit()),
               &CaseStory::update_victim);
}

void CaseStory::agree_goals(access::Work& work, State& state) {
    auto& random = state.random;
    static constexpr std::string_view kWith[] = {"victim", "household", "partners", "community"};
    for (std::size_t left = random.weighted({0.28, 0.47, 0.25}); left > 0; --left) {
        auto const with = is_place(state) ? kWith[2 + random.below(2)] : kWith[random.below(2)];
        state.goals.push_back(expect(
            "goal", outcomes::agree(work, {.case_id = state.id,
                                           .description = goal_words(random, is_place(state)),
                                           .agreed_with = std::string{with}})));
    }
}

void CaseStory::look_into(access::Work& work, State& state) {
    move_to(work, state, is_place(state) ? "scanning" : "assessing");
    bring_in(work, state);
    write_down(work, state);
    if (is_place(state)) {
        by_officer(state, later(work.clock().now, 9, 0.4), &CaseStory::write_down);
    }
}

void CaseStory::bring_in(access::Work& work, State& state) {
    auto& random = state.random;
    auto const& directory = world_.directory;
    std::vector<Worker> asked;
    if (random.chance(0.68)) asked.push_back(random.pick(hub(state).police));
    if (random.chance(is_place(state) ? 0.25 : 0.45))
        asked.push_back(random.pick(directory.housing));
    if (random.chance(0.15)) asked.push_back(random.pick(directory.health));
    if (random.chance(0.3)) asked.push_back(random.pick(directory.others));
    for (auto const& partner : asked) {
        cases::NewPartner const request{.case_id = state.id,
                                        .agency_id = partner.agency,
                                        .team_id = partner.team,
                                        .reason = "Knows those involved and has a part in the plan",
                                        .terms = *sharing::usual_terms(work, partner.agency)};
        expect("bring in", cases::bring_in_partner(work, request));
        state.partners.push_back(partner);
    }
}

void CaseStory::start_work(access::Work& work, State& state) {
    auto& random = state.random;
    if (is_place(state)) {
        move_to(work, state, "analysis");
        // The response follows the analysis after some weeks.
        by_officer(state, later(work.clock().now, random.between(18, 35), random.unit()),
                   &CaseStory::start_work);
        auto const found = expect("find case", cases::find(work, state.id));
        if (days_between(london_date(state.opened), work.clock().today) > 24 &&
            found.stage == "analysis") {
            move_to(work, state, "response");
        }
        if (found.stage == "response" || found.stage == "assessment") return;
    } else {
        move_to(work, state, "working");
    }
    for (int left = random.between(2, 4); left > 0; --left) add_action(work, state);
}

void CaseStory::add_action(access::Work& work, State& state) {
    auto& random = state.random;
    auto const today = work.clock().today;
    auto const owner =
        state.partners.empty() || random.chance(0.4) ? state.officer : random.pick(state.partners);
    std::vector<std::string> tools;
    for (auto const& kind : state.programme->actions) {
        if (kind.offered_on(today) && action_words(kind.code) != action_words("")) {
            tools.push_back(kind.code);
        }
    }
    auto const tool = tools.empty() ? std::string{} : random.pick(tools);
    auto const due = add_days(today, random.between(5, 30));
    cases::ActionPlan plan{.tool = tool,
                           .description = action_words(tool),
                           .owner_agency_id = owner.agency,
                           .owner_user_id = owner.user,
                           .due_on = due};
    if (random.chance(0.4)) plan.remind_on = add_days(due, -3);
    // A partner often promises it before it is known who there will do it.
    if (owner.team && random.chance(0.12)) plan.owner_user_id = std::nullopt;
    auto const id = expect("action", cases::add_action(work, world_.catalogue, state.id, plan));
    state.actions.push_back({id, owner});
    plan_result(work, state, state.actions.back(), due);
}

void CaseStory::plan_result(access::Work&, State& state, Planned& action, Date due) {
    auto& random = state.random;
    // Some are never reported back on, and are dealt with when the case closes.
    if (random.chance(0.12)) return;
    static constexpr char const* kResults[] = {"done", "overtaken_by_events", "not_done_by_agency",
                                               "refused"};
    std::string const result = kResults[random.weighted({0.8, 0.08, 0.07, 0.05})];
    auto const when = at_work(add_days(due, random.between(-5, 9)), random.unit());
    auto const owner = action.owner.user;
    world_.timeline.at(when, owner, [this, &state, &action, result](access::Work& work) {
        bool const may_still = action.owner.team || action.owner.user == state.officer.user;
        if (!state.is_open || action.has_result || !may_still) return;
        give_result(work, state, action, result);
    });
}

void CaseStory::give_result(access::Work& work, State& state, Planned& action,
                            std::string const& result) {
    auto const all = expect("actions", cases::actions(work, state.id));
    auto const found =
        std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.id == action.id; });
    if (found == all.end()) return;
    cases::ActionResult const request{
        .case_id = state.id,
        .id = action.id,
        .revision = found->revision,
        .result = result,
        .result_note = result == "done" ? "" : why_not_words(state.random, result)};
    expect("result", cases::record_result(work, world_.catalogue, request));
    action.has_result = true;
}

void CaseStory::write_down(access::Work& work, State& state) {
    auto& random = state.random;
    if (!is_place(state) && random.chance(0.3)) {
        cases::NewContact contact{
            .case_id = state.id, .channel = "phone", .body = contact_words(random)};
        auto const& victim = world_.population.people[state.plan->victim];
        contact.channel = victim.details.phone_is_safe == "no" ? "in_person" : "phone";
        expect("contact", cases::add_contact(work, world_.catalogue, contact));
        return;
    }
    static constexpr std::string_view kNatures[] = {"fact", "opinion", "third_party"};
    auto const nature = kNatures[random.weighted({0.7, 0.17, 0.13})];
    expect("note", cases::add_note(work, {.case_id = state.id,
                                          .nature = std::string{nature},
                                          .body = note_words(random, nature)}));
}

void CaseStory::report_incident(access::Work& work, State& state) {
    auto& random = state.random;
    // As it gets better there is less to report.
    if (random.unit() > 0.35 + harm(state, work.clock().now)) return;
    auto const hours = std::chrono::hours{random.between(2, 40)};
    expect("incident",
           cases::add_incident(
               work, {.case_id = state.id,
                      .happened_at = work.clock().now - hours,
                      .body = incident_words(random, behaviours()[state.plan->behaviour])}));
}

void CaseStory::review(access::Work& work, State& state) {
    auto& random = state.random;
    auto const now = work.clock().now;
    int const every = hub(state).district->review_every_days > 0
                          ? hub(state).district->review_every_days
                          : state.programme->timings.review_every_days;
    by_officer(state, later(now, every + random.between(-1, 4), random.unit()), &CaseStory::review);
    if (random.chance(0.08)) return;  // one that nobody held
    if (random.chance(0.7)) assess(work, state, "review");
    double const change = harm(state, now) - state.plan->case_plan->severity;
    auto const behaviour = behaviours()[state.plan->behaviour];
    cases::NewReview request{
        .case_id = state.id,
        .summary = review_words(random, change),
        .next_review_on = add_days(work.clock().today, every),
        .answers = field_answers(random, *state.programme, Point::Review, work.clock().today,
                                 behaviour.code, behaviour.class_code, "")};
    expect("review",
           outcomes::record_review(work, world_.catalogue, request,
                                   measures(random, *state.programme, harm(state, now), 0.25)));
}

void CaseStory::update_victim(access::Work& work, State& state) {
    auto& random = state.random;
    auto const all = expect("agreements", cases::agreements(work, state.id));
    auto const found = std::find_if(all.begin(), all.end(), [&](auto const& one) {
        return one.id == *state.agreement && !one.ended_on;
    });
    if (found == all.end()) return;
    by_officer(state,
               later(work.clock().now, found->every_days - 1 + random.between(0, 2), random.unit()),
               &CaseStory::update_victim);
    auto const what = random.weighted({0.8, 0.08, 0.03, 0.09});
    if (what == 3) return;  // forgotten: it falls overdue
    static constexpr char const* kResults[] = {"given", "tried", "declined"};
    expect("update", cases::record_update(work, world_.catalogue,
                                          {.case_id = state.id,
                                           .agreement_id = found->id,
                                           .revision = found->revision,
                                           .result = kResults[what],
                                           .channel = state.channel}));
}

void CaseStory::transfer(access::Work& work, State& state) {
    auto& random = state.random;
    auto const to = random.below(world_.directory.hubs.size());
    if (to == state.hub) return;
    auto const& there = world_.directory.hubs[to];
    auto const& officer = random.pick(there.officers);
    expect("transfer",
           cases::transfer(work, {.id = state.id,
                                  .revision = revision(work, state),
                                  .area_id = there.area,
                                  .reason = "The household has moved to this district",
                                  .consent = random.chance(0.8) ? "given" : "not_needed",
                                  .lead_agency_id = there.council,
                                  .lead_user_id = officer.user}));
    state.hub = to;
    state.officer = officer;
}

void CaseStory::wind_down(access::Work& work, State& state) {
    move_to(work, state, is_place(state) ? "assessment" : "monitoring");
}

std::vector<outcomes::GivenResult> CaseStory::goal_results(access::Work& work, State& state) {
    auto& random = state.random;
    bool const is_better = state.plan->case_plan->arc == Arc::Better;
    std::vector<outcomes::GivenResult> results;
    for (auto const& goal : expect("goals", outcomes::goals(work, state.id))) {
        if (goal.result) continue;
        auto const* const result = random.chance(0.08)                     ? "not_known"
                                   : random.chance(is_better ? 0.75 : 0.2) ? "met"
                                   : random.chance(0.5)                    ? "partly_met"
                                                                           : "not_met";
        results.push_back({goal.id, result});
    }
    return results;
}

void CaseStory::close(access::Work& work, State& state) {
    auto& random = state.random;
    auto const today = work.clock().today;
    auto const arc = state.plan->case_plan->arc;
    // A few drift on without anybody closing them.
    if (random.chance(0.05)) return;
    if (is_place(state)) {
        for (auto const* stage : {"analysis", "response", "assessment"})
            move_to(work, state, stage);
    }
    for (auto& action : state.actions) {
        if (action.has_result) continue;
        give_result(work, state, action,
                    random.chance(0.5) ? "overtaken_by_events" : "not_done_by_agency");
    }
    assess(work, state, "closing");
    auto const group = arc == Arc::Better     ? "resolved"
                       : arc == Arc::NotForUs ? "not_for_us"
                                              : "not_resolved";
    auto const& behaviour = behaviours()[state.plan->behaviour];
    cases::CloseRequest const request{
        .id = state.id,
        .revision = revision(work, state),
        .closing_reason = draw_code(random, state.programme->lists.closing_reasons, group, today),
        .closing_summary = closing_words(random, group),
        .victim_told = is_place(state) ? "no_victim"
                       : random.chance(0.85)
                           ? "told"
                           : draw_code(random, state.programme->lists.not_told_reasons, "", today),
        .answers = field_answers(random, *state.programme, Point::Closing, today, behaviour.code,
                                 behaviour.class_code, "")};
    auto const results = goal_results(work, state);
    expect("close",
           outcomes::close_case(work, world_.catalogue, request,
                                measures(random, *state.programme, harm(state, work.clock().now),
                                         arc == Arc::Better ? 0.16 : 0.3),
                                results));
    state.is_open = false;
    if (!state.was_reopened && random.chance(0.07)) {
        by_officer(state, later(work.clock().now, random.between(15, 100), random.unit()),
                   &CaseStory::reopen);
    }
}

void CaseStory::reopen(access::Work& work, State& state) {
    if (state.is_open) return;
    expect("reopen", cases::reopen(work, world_.catalogue,
                                   {.id = state.id,
                                    .revision = revision(work, state),
                                    .reason = "It has started again, with the same people"}));
    state.is_open = true;
    state.was_reopened = true;
    state.opened = work.clock().now;
    state.days = state.random.between(30, 80);
    auto& random = state.random;
    by_officer(state, random.between(2, 8), &CaseStory::start_work);
    by_officer(state, random.between(10, 28), &CaseStory::review);
    by_officer(state, state.days - 10, &CaseStory::wind_down);
    by_officer(state, state.days, &CaseStory::close);
}

std::optional<CaseStory::OpenCase> CaseStory::draw_open(Random& random, std::size_t hub) const {
    std::vector<State const*> fitting;
    for (auto const& state : cases_) {
        bool const at_home = state.hub == hub && state.plan->district == hub;
        if (state.is_open && at_home && !state.plan->case_plan->is_place) fitting.push_back(&state);
    }
    if (fitting.empty()) return std::nullopt;
    auto const* const drawn = random.pick(fitting);
    return OpenCase{drawn->id, drawn->plan};
}

std::int64_t CaseStory::open_now() const {
    return std::count_if(cases_.begin(), cases_.end(), [](auto const& one) { return one.is_open; });
}

}  // namespace waymark::demo
