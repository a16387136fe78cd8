// Deciding a referral, and the case that comes of it.

#include "cases/case_people.h"
#include "cases/chronology.h"
#include "foundation/text.h"
#include "people/people.h"
#include "referrals_sql.h"
#include "rows.h"
#include "standing.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace waymark::referrals {

namespace {

using access::Permission;
using programmes::Catalogue;

static_assert(kLongestWhatHappened + 2 * (kLongestLine + 2) <= cases::kLongestBody,
              "what was reported fits one entry of the chronology");

constexpr char const* kWhereItHappens = "where_it_happens";

// Of these, some are about people: the case is about those who are harmed, then.
bool is_about_people(std::string const& subject_kind) {
    return subject_kind == "person" || subject_kind == "household" || subject_kind == "group";
}
bool is_about_a_place(std::string const& subject_kind) {
    return subject_kind == "place" || subject_kind == "premises" || subject_kind == "business";
}
bool is_harmed(std::string const& role) {
    return role == "victim" || role == "both";
}

bool makes_a_case(Decision const& decision) {
    return decision.decision == "accept" || decision.decision == "link";
}

// What a refusal is about that the programme of the case has no say in.
std::vector<FieldError> mistakes_in(Decision const& decision) {
    std::vector<FieldError> mistakes;
    check_one_of(mistakes, "decision", decision.decision,
                 {"accept", "link", "advise", "signpost", "another_panel", "reject"}, Needed::Yes);
    bool const says_no = mistakes.empty() && !makes_a_case(decision);
    check_text(mistakes, "reason", decision.reason, kLongestReason,
               says_no ? Needed::Yes : Needed::No);
    if (decision.decision == "link" && !decision.case_id) {
        mistakes.push_back({"case_id", "required"});
    }
    return mistakes;
}

std::vector<ReferralPerson> people_in(access::Work& work, ReferralId const& id) {
    std::vector<ReferralPerson> people;
    for (auto const& row : work.tx().all(sql::kPeople, {id})) people.push_back(person_from(row));
    return people;
}

bool all_resolved(std::vector<ReferralPerson> const& people) {
    return std::all_of(people.begin(), people.end(),
                       [](ReferralPerson const& person) { return bool(person.person_id); });
}

// Somebody who was described twice in one role is in the case once.
std::vector<cases::OpeningPerson> opening_people(std::vector<ReferralPerson> const& people,
                                                 std::string const& subject_kind) {
    std::vector<cases::OpeningPerson> list;
    std::set<std::pair<PersonId, std::string>> seen;
    for (auto const& person : people) {
        if (!seen.insert({*person.person_id, person.role}).second) continue;
        bool const is_subject = is_about_people(subject_kind) && is_harmed(person.role);
        list.push_back({*person.person_id, person.role, is_subject, {}});
    }
    return list;
}

// What was reported: what, where and how sure, as written, one below the other.
std::string report_of(Said const& said) {
    auto text = said.what_happened;
    for (auto const* more : {&said.where_happened, &said.happened_note}) {
        if (!is_blank(*more)) text += "\n\n" + *more;
    }
    return text;
}

Instant happened_at(Standing const& standing) {
    auto const received_at = *standing.received_at;
    if (!standing.said.happened_on) return received_at;
    return std::min(start_of_london_day(*standing.said.happened_on), received_at);
}

template <class T>
void expect(Result<T> const& done) {
    if (!done) throw std::logic_error("what was checked for a case is refused by it");
}

// The report itself, and why somebody is thought to be at risk now.
void add_report(access::Work& work, Standing const& standing, CaseId const& id) {
    expect(cases::add_incident(work, {.case_id = id,
                                      .happened_at = happened_at(standing),
                                      .body = report_of(standing.said),
                                      .place_id = standing.said.place_id}));
    if (is_blank(standing.said.risk_now_note)) return;
    expect(cases::add_note(work, {.case_id = id,
                                  .nature = "third_party",
                                  .body = standing.said.risk_now_note,
                                  .happened_at = *standing.received_at}));
}

// Whoever rings somebody looks at their record, not at the referral: what was said there about
// reaching those harmed safely goes on it, before what was known. It is about them, so it is on
// nobody else's record unless nobody is harmed. What does not fit is a note of the case.
void keep_safe_contact(access::Work& work, Standing const& standing,
                       std::vector<ReferralPerson> const& people, CaseId const& id) {
    auto const& said = standing.said.safe_contact;
    if (is_blank(said)) return;
    bool const any_harmed = std::any_of(people.begin(), people.end(),
                                        [](auto const& one) { return is_harmed(one.role); });
    for (auto const& person : people) {
        if (any_harmed ? !is_harmed(person.role) : person.role != "reporter") continue;
        auto record = people::find(work, *person.person_id);
        if (!record) throw std::logic_error("somebody in a case of the reader's is not found");
        auto& known = record->safe_contact;
        if (known.find(trimmed(said)) != std::string::npos) continue;
        known = known.empty() ? said : said + "\n\n" + known;
        if (people::update(work, *record)) continue;
        expect(cases::add_note(work, {.case_id = id,
                                      .nature = "third_party",
                                      .body = said,
                                      .happened_at = *standing.received_at}));
    }
}

// Opens the case of an accepted referral.
Result<CaseId> accept(access::Work& work, Catalogue const& catalogue, Standing const& standing,
                      std::vector<ReferralPerson> const& people, Decision const& decision) {
    auto const& said = standing.said;
    cases::NewCase request{
        .area_id = *standing.area_id,
        .programme_code =
            decision.programme_code.empty() ? said.programme_code : decision.programme_code,
        .title = decision.title,
        .subject_kind = said.subject_kind,
        .answers = decision.answers,
        .lead_agency_id = decision.lead_agency_id.value_or(work.actor().agency),
        .lead_user_id = decision.lead_user_id,
        .opened_on = std::nullopt,
        .people = opening_people(people, said.subject_kind),
        .places = {},
    };
    if (said.place_id) {
        request.places = {{*said.place_id, kWhereItHappens, is_about_a_place(said.subject_kind)}};
    }
    return cases::open(work, catalogue, request);
}

// The open case that a referral is added to, which must be one that the actor sees.
Result<cases::CaseDetail> case_to_link(access::Work& work, CaseId const& id) {
    auto found = cases::find(work, id);
    if (!found) return invalid({{"case_id", "not_found"}});
    if (!found->is_open) return Error{Refusal::Conflict, "case_closed"};
    return found;
}

std::vector<FieldError> roles_not_offered(access::Work const& work, Catalogue const& catalogue,
                                          cases::CaseDetail const& in_case,
                                          std::vector<ReferralPerson> const& people) {
    auto const* definition = catalogue.find(in_case.programme);
    std::vector<FieldError> mistakes;
    for (std::size_t i = 0; i < people.size(); ++i) {
        bool const offered =
            definition != nullptr &&
            programmes::offers(definition->lists.roles, people[i].role, work.clock().today);
        if (!offered) mistakes.push_back({"people[" + std::to_string(i) + "].role", "not_offered"});
    }
    return mistakes;
}

// Adds the people and the place that are not in the case yet.
void add_to_case(access::Work& work, Catalogue const& catalogue, Standing const& standing,
                 std::vector<ReferralPerson> const& people, CaseId const& id) {
    auto const there = cases::people(work, id);
    for (auto const& person : opening_people(people, "")) {
        bool const is_there =
            std::any_of(there->begin(), there->end(), [&](cases::CasePerson const& one) {
                return one.person_id == person.person_id && one.role == person.role && !one.to_on;
            });
        if (!is_there) expect(cases::add_person(work, catalogue, id, person));
    }
    if (!standing.said.place_id) return;
    auto const places = cases::places(work, id);
    bool const is_there =
        std::any_of(places->begin(), places->end(), [&](cases::CasePlace const& one) {
            return one.place_id == *standing.said.place_id && !one.to_on;
        });
    if (!is_there) {
        expect(cases::add_place(work, id, {*standing.said.place_id, kWhereItHappens, false}));
    }
}

// The case that an accepted or linked referral is now in; nothing is written when it refuses.
Result<CaseId> case_of(access::Work& work, Catalogue const& catalogue, Standing const& standing,
                       Decision const& decision) {
    auto const people = people_in(work, standing.id);
    if (!all_resolved(people)) return Error{Refusal::Conflict, "people_not_resolved"};
    if (decision.decision == "accept") {
        auto const id = accept(work, catalogue, standing, people, decision);
        if (!id) return id;
        add_report(work, standing, *id);
        keep_safe_contact(work, standing, people, *id);
        return id;
    }
    auto const linked = case_to_link(work, *decision.case_id);
    if (!linked) return linked.error();
    auto mistakes = roles_not_offered(work, catalogue, *linked, people);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    add_to_case(work, catalogue, standing, people, linked->id);
    add_report(work, standing, linked->id);
    keep_safe_contact(work, standing, people, linked->id);
    return linked->id;
}

Result<Standing> to_decide(access::Work& work, ReferralId const& id, Decision const& decision) {
    auto standing = to_triage(work, id);
    if (!standing) return standing;
    if (standing->state == "decided") return Error{Refusal::Conflict, "already_decided"};
    if (standing->state != "waiting") return Error{Refusal::Conflict, "not_waiting"};
    if (makes_a_case(decision) && !work.actor().may(Permission::WorkOnCases)) return not_allowed();
    return standing;
}

}  // namespace

Result<std::int64_t> decide(access::Work& work, Catalogue const& catalogue, ReferralId const& id,
                            std::int64_t revision, Decision const& decision) {
    auto const standing = to_decide(work, id, decision);
    if (!standing) return standing.error();
    if (auto mistakes = mistakes_in(decision); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    // Held before a case is touched: of two who decide at once, one finds it changed.
    if (!hold(work, id, revision)) return access::stale();
    std::optional<CaseId> case_id;
    if (makes_a_case(decision)) {
        auto const made = case_of(work, catalogue, *standing, decision);
        if (!made) return made.error();
        case_id = *made;
    }
    work.tx().execute(sql::kDecide, {id, decision.decision, decision.reason, work.now(),
                                     work.actor().user, case_id});
    work.tx().execute(sql::kRefile, {id, work.now()});
    work.note({"referral.decide", "referral", id.value, revision + 1, decision.decision});
    return revision + 1;
}

}  // namespace waymark::referrals
