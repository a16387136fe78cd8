// What a hub does with a referral beside deciding it: who owns it, who the people are, what the
// referrer was told, and what has waited too long.

#include "access/directory.h"
#include "access/interests.h"
#include "checks.h"
#include "choosing.h"
#include "referrals_sql.h"
#include "rows.h"
#include "standing.h"

#include <algorithm>

namespace waymark::referrals {

namespace {

std::optional<ReferralPerson> named_in(access::Work& work, ReferralId const& id,
                                       ReferralPersonId const& entry) {
    for (auto const& row : work.tx().all(sql::kPeople, {id})) {
        if (row.text("id") == entry.value) return person_from(row);
    }
    return std::nullopt;
}

// Whether one of these is somebody whom the referral names.
bool names_one_of(access::Work& work, ReferralId const& id, std::set<std::string> const& people) {
    if (people.empty()) return false;
    auto const rows = work.tx().all(sql::kPeople, {id});
    return std::any_of(rows.begin(), rows.end(), [&](store::Row const& row) {
        return people.contains(row.optional_text("person_id").value_or(""));
    });
}

}  // namespace

void let_go(access::Work& work, UserId const& user) {
    auto const closed = access::closed_to(work.tx(), user);
    for (auto const& row : work.tx().all(sql::kOwnedWaiting, {user})) {
        auto const id = row.id<ReferralId>("id");
        if (!names_one_of(work, id, closed)) continue;
        work.tx().execute(sql::kSetOwner,
                          {id, row.integer("revision"), std::optional<UserId>{}, work.now()});
        work.note({"referral.change", "referral", id.value, row.integer("revision") + 1,
                   "owner_user_id"});
    }
}

Result<std::int64_t> set_owner(access::Work& work, ReferralId const& id, std::int64_t revision,
                               UserId const& owner) {
    auto const waiting = to_triage_waiting(work, id);
    if (!waiting) return waiting.error();
    if (owner.empty()) return invalid({{"owner_user_id", "required"}});
    if (!access::may_in(work, owner, access::Permission::TriageReferrals, *waiting->area_id) ||
        names_one_of(work, id, access::closed_to(work.tx(), owner))) {
        return invalid({{"owner_user_id", "not_offered"}});
    }
    if (work.tx().execute(sql::kSetOwner, {id, revision, owner, work.now()}) != 1) {
        return access::stale();
    }
    work.note({"referral.change", "referral", id.value, revision + 1, "owner_user_id"});
    return revision + 1;
}

Result<std::int64_t> choose_person(access::Work& work, ReferralId const& id, std::int64_t revision,
                                   ReferralPersonId const& entry, Choice const& choice) {
    auto const waiting = to_triage_waiting(work, id);
    if (!waiting) return waiting.error();
    auto const named = named_in(work, id, entry);
    if (!named) return access::not_found("no_such_person_in_referral");
    std::vector<FieldError> mistakes;
    check_one_of(mistakes, "choice", choice.choice, {"known", "new"}, Needed::Yes);
    check_choice(mistakes, "", work, choice);
    auto const person = entered(*named);
    if (choice.choice == "new") {
        for (auto& mistake : people::mistakes_of(work, person)) mistakes.push_back(mistake);
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    if (!hold(work, id, revision)) return access::stale();

    auto const hub = access::scope_of(work.tx(), waiting->area_id->value);
    auto const chosen = carry_out(work, person, choice, {hub}, hub);
    work.tx().execute(sql::kChoose, {entry, chosen.person_id, choice.choice, work.now(),
                                     work.actor().user, chosen.shown});
    work.tx().execute(sql::kRaiseRevision, {id, work.now()});
    note_choice(work, id, revision + 1, entry.value, choice.choice, chosen);
    if (chosen.person_id) {
        for (auto const& user : access::users_concerned_by(work.tx(), chosen.person_id->value)) {
            let_go(work, user);
        }
    }
    return revision + 1;
}

Result<std::int64_t> record_referrer_told(access::Work& work, ReferralId const& id,
                                          std::int64_t revision, Date told_on,
                                          std::string const& how) {
    auto const standing = to_triage(work, id);
    if (!standing) return standing.error();
    if (standing->state != "decided") return Error{Refusal::Conflict, "not_decided"};
    std::vector<FieldError> mistakes;
    check_one_of(mistakes, "how", how,
                 {"phone", "email", "letter", "in_person", "in_waymark", "cannot_be_told"},
                 Needed::Yes);
    if (told_on > work.clock().today) {
        mistakes.push_back({"told_on", "in_the_future"});
    } else if (told_on < london_date(*standing->decided_at)) {
        mistakes.push_back({"told_on", "before_decision"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    if (work.tx().execute(sql::kTold, {id, revision, to_text(told_on), how, work.now()}) != 1) {
        return access::stale();
    }
    work.note({"referral.change", "referral", id.value, revision + 1,
               "referrer_told_on,referrer_told_how"});
    return revision + 1;
}

Result<std::int64_t> escalate_overdue(access::Work& work) {
    if (!work.actor().sees_partnership || !work.actor().may(access::Permission::TriageReferrals)) {
        return not_allowed();
    }
    auto const rows = work.tx().all(
        sql::kEscalate, {work.actor().partnership, to_text(work.clock().today), work.now()});
    for (auto const& row : rows) {
        work.note({.action = "referral.escalate",
                   .subject_kind = "referral",
                   .subject_id = row.text("id")});
    }
    return static_cast<std::int64_t>(rows.size());
}

}  // namespace waymark::referrals
