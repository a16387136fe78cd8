#include "referral_story.h"

#include <algorithm>

namespace waymark::demo {

namespace {

constexpr char const* kFormStart = R"({"programme_code":"antisocial_behaviour","what_happened":")";

// What somebody hears wrongly on the telephone.
std::string misheard(Random& random, std::string const& name) {
    if (name.size() < 4) return name;
    auto const at = 1 + random.below(name.size() - 2);
    bool const plain = static_cast<unsigned char>(name[at]) < 0x80 &&
                       static_cast<unsigned char>(name[at + 1]) < 0x80;
    if (!plain) return name;
    auto slipped = name;
    if (random.chance(0.5)) {
        std::swap(slipped[at], slipped[at + 1]);
    } else {
        slipped.erase(at, 1);
    }
    return slipped;
}

referrals::NewReferralPerson named_as(Random& random, Resident const& resident,
                                      std::string const& role) {
    auto const& details = resident.details;
    referrals::NewReferralPerson person;
    person.role = role;
    person.given_names = details.given_names;
    person.family_name =
        random.chance(0.06) ? misheard(random, details.family_name) : details.family_name;
    bool const known_well = role == "victim" || random.chance(0.45);
    if (known_well && random.chance(0.85)) person.date_of_birth = details.date_of_birth;
    if (role == "victim") person.phone = details.phone;
    if (role == "victim" && random.chance(0.6)) person.email = details.email;
    if (known_well) {
        person.address_line = details.addresses.front().line;
        person.town = details.addresses.front().town;
        person.postcode = details.addresses.front().postcode;
    }
    return person;
}

}  // namespace

void ReferralStory::plan(ReferralPlan const& plan) {
    auto& state =
        referrals_.emplace_back(State{.plan = &plan,
                                      .random = world_.random.stream(2'000'000 + plan.number),
                                      .author = {},
                                      .officer = {}});
    auto& random = state.random;
    state.officer = random.pick(hub(state).officers);
    // About a place, and what the public tells, an officer writes down.
    bool const by_partner = !plan.anchor && random.chance(0.55);
    auto const partners = world_.directory.partners_of(hub(state));
    state.author = by_partner && !random.chance(0.45) ? random.pick(partners)
                   : by_partner                       ? random.pick(hub(state).police)
                                                      : state.officer;
    state.decision = plan.decision;
    world_.timeline.at(plan.sent, state.author.user,
                       [this, &state](access::Work& work) { write(work, state); });
}

void ReferralStory::name_people(State& state, referrals::NewReferral& sent) const {
    auto const& plan = *state.plan;
    auto& random = state.random;
    auto const add = [&](std::optional<std::size_t> const& who, std::string const& role) {
        if (!who) return;
        sent.people.push_back(named_as(random, world_.population.people[*who], role));
        state.named.push_back(*who);
    };
    if (plan.anchor) {
        if (random.chance(0.4)) add(plan.victim, "reporter");
        return;
    }
    add(plan.victim, "victim");
    add(plan.alleged_perpetrator, "alleged_perpetrator");
    add(plan.witness, "witness");
    add(plan.child, "child_in_household");
}

referrals::NewReferral ReferralStory::form(access::Work& work, State& state) {
    auto& random = state.random;
    auto const& plan = *state.plan;
    auto const& behaviour = behaviours()[plan.behaviour];
    bool const by_partner = state.author.team.has_value();
    referrals::NewReferral sent;
    sent.area_id = hub(state).area;
    sent.source_kind = by_partner ? "agency" : "public";
    static constexpr char const* kPublic[] = {"self", "anonymous", "councillor_or_mp", "business"};
    sent.source =
        by_partner ? state.author.source : kPublic[random.weighted({0.78, 0.06, 0.1, 0.06})];
    static constexpr char const* kChannels[] = {"phone", "web_form", "email", "counter", "meeting"};
    sent.channel =
        by_partner ? "in_waymark" : kChannels[random.weighted({0.45, 0.3, 0.15, 0.06, 0.04})];
    static constexpr char const* kHow[] = {"told_by_victim", "saw_it", "told_by_other", "records"};
    sent.how_known = kHow[random.weighted({0.5, 0.2, 0.15, 0.15})];
    sent.programme_code = plan.anchor ? "place_problem_solving" : "antisocial_behaviour";
    sent.subject_kind = plan.anchor ? "place" : random.chance(0.8) ? "person" : "household";
    sent.class_code = behaviour.class_code;
    sent.what_happened = behaviour.told;
    if (plan.anchor) {
        sent.place_id = record_anchor(work, world_, hub(state), *plan.anchor);
        sent.where_happened = world_.anchors[*plan.anchor].name;
    } else {
        sent.where_happened = "At home and in the street outside";
    }
    sent.happened_on = add_days(work.clock().today, -random.between(0, 6));
    if (random.chance(0.3)) sent.happened_note = "In the evening, between eight and midnight";
    static constexpr char const* kOften[] = {"several_times_a_day", "daily", "several_times_a_week",
                                             "weekly", "monthly"};
    sent.how_often = kOften[random.weighted({0.05, 0.2, 0.35, 0.3, 0.1})];
    sent.risk_now = random.chance(0.05) ? "yes" : random.chance(0.85) ? "no" : "not_known";
    if (sent.risk_now == "yes") sent.risk_now_note = "Threats today. The police have been told.";
    sent.consent = random.chance(0.75) ? "given" : random.chance(0.5) ? "not_asked" : "not_needed";
    if (random.chance(0.12)) sent.safe_contact = "After school hours only, and no messages.";
    name_people(state, sent);
    return sent;
}

void ReferralStory::write(access::Work& work, State& state) {
    auto& random = state.random;
    auto const& behaviour = behaviours()[state.plan->behaviour];
    auto const typed = std::string{kFormStart} + std::string{behaviour.title} + "\"}";
    state.id = expect("draft", referrals::start(work, typed));
    if (state.decision == "draft") return;
    auto const sent = form(work, state);
    expect("send", referrals::send(work, world_.catalogue, state.id, revision(work, state), sent));
    auto const now = work.clock().now;
    auto const taken_on = later(now, random.between(0, 1), random.unit());
    world_.timeline.at(taken_on, state.officer.user,
                       [this, &state](access::Work& w) { take_on(w, state); });
    if (state.decision == "none") return;
    int const days = sent.risk_now == "yes" ? 0
                     : random.chance(0.1)   ? random.between(5, 9)
                                            : random.between(1, 3);
    world_.timeline.at(
        std::max(later(now, days, random.unit()), taken_on + std::chrono::minutes{9}),
        state.officer.user, [this, &state](access::Work& w) { decide(w, state); });
}

std::int64_t ReferralStory::revision(access::Work& work, State& state) const {
    return expect("find referral", referrals::find(work, state.id)).revision;
}

void ReferralStory::take_on(access::Work& work, State& state) {
    if (state.random.chance(0.15)) return;  // nobody's yet
    expect("owner",
           referrals::set_owner(work, state.id, revision(work, state), state.officer.user));
}

// For each person in it: look whether they are known, and say so.
void ReferralStory::resolve_people(access::Work& work, State& state) {
    auto found = expect("find referral", referrals::find(work, state.id));
    auto revision = found.revision;
    for (std::size_t i = 0; i < state.named.size(); ++i) {
        auto& resident = world_.population.people[state.named[i]];
        auto const& named = found.people[i];
        people::Person entered;
        entered.given_names = named.given_names;
        entered.family_name = named.family_name;
        entered.date_of_birth = named.date_of_birth;
        entered.phone = named.phone;
        // Whom the hub knew only from a case that has gone to another is new to it.
        if (resident.id && people::summaries(work, {*resident.id}).empty()) {
            resident.id.reset();
            ++world_.recorded_anew;
        }
        referrals::Choice choice{
            .choice = resident.id ? "known" : "new", .person_id = resident.id, .shown = {}};
        for (auto const& match : expect("matches", people::matches(work, entered, 3))) {
            choice.shown.push_back(match.summary.id);
        }
        revision =
            expect("choose", referrals::choose_person(work, state.id, revision, named.id, choice));
        if (resident.id) continue;
        auto const again = expect("find referral", referrals::find(work, state.id));
        resident.id = again.people[i].person_id;
        // The officer adds what the referral did not say.
        auto person = resident.details;
        person.id = *resident.id;
        person.revision = expect("person", people::find(work, *resident.id)).revision;
        expect("complete person", people::update(work, person));
    }
}

referrals::Decision ReferralStory::decision_of(access::Work& work, State& state) {
    auto const& plan = *state.plan;
    auto& random = state.random;
    if (state.decision == "link") {
        auto const open = cases_.draw_open(random, plan.district);
        if (open) return {.decision = "link", .case_id = open->id};
        state.decision = "advise";
    }
    if (state.decision != "accept") {
        return {.decision = state.decision, .reason = decision_words(state.decision)};
    }
    auto const& behaviour = behaviours()[plan.behaviour];
    bool const is_place = plan.anchor.has_value();
    auto const& home =
        world_.population.households[world_.population.people[plan.victim].household];
    auto const street = home.line.substr(home.line.find(' ') + 1);
    auto const& programme = programme_of(world_, hub(state), is_place, work.clock().today);
    return {.decision = "accept",
            .title = std::string{behaviour.title} + ", " +
                     (is_place ? world_.anchors[*plan.anchor].name : street),
            .lead_agency_id = state.officer.agency,
            .lead_user_id = state.officer.user,
            .answers = field_answers(random, programme, programmes::Point::Opening,
                                     work.clock().today, behaviour.code, behaviour.class_code,
                                     is_place ? world_.anchors[*plan.anchor].place_kind : "")};
}

void ReferralStory::decide(access::Work& work, State& state) {
    auto const decision = decision_of(work, state);
    bool const needs_people = decision.decision == "accept" || decision.decision == "link";
    if (needs_people || state.random.chance(0.5)) resolve_people(work, state);
    expect("decide",
           referrals::decide(work, world_.catalogue, state.id, revision(work, state), decision));
    if (decision.decision == "accept") {
        auto const found = expect("find referral", referrals::find(work, state.id));
        cases_.begin(work, *state.plan, state.plan->district, state.officer, *found.case_id);
    }
    if (state.random.chance(0.12)) return;  // the referrer never hears
    world_.timeline.at(later(work.clock().now, state.random.between(0, 4), state.random.unit()),
                       state.officer.user,
                       [this, &state](access::Work& w) { tell_referrer(w, state); });
}

void ReferralStory::tell_referrer(access::Work& work, State& state) {
    static constexpr char const* kHow[] = {"phone", "email", "letter", "in_person"};
    auto const how =
        state.author.team ? "in_waymark" : kHow[state.random.weighted({0.5, 0.3, 0.1, 0.1})];
    expect("tell", referrals::record_referrer_told(work, state.id, revision(work, state),
                                                   work.clock().today, how));
}

}  // namespace waymark::demo
