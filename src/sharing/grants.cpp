#include "sharing/grants.h"

#include "access/directory.h"
#include "access/gate.h"
#include "access/interests.h"
#include "checks.h"
#include "foundation/text.h"
#include "foundation/working_days.h"
#include "grant_rows.h"
#include "grants_sql.h"

namespace waymark::sharing {

namespace {

Instant end_of(Date last_day) {
    return start_of_london_day(add_days(last_day, 1));
}

std::string_view ending_code(Ending ending) {
    switch (ending) {
        case Ending::Withdrawn:
            return "withdrawn";
        case Ending::PartnerEnded:
            return "partner_ended";
        case Ending::Replaced:
            return "replaced";
    }
    return "";
}

// The agency of whom something is to be shared with; nothing for who is not there today.
std::optional<AgencyId> agency_of(access::Work& work, To to, std::string const& id) {
    auto const today = work.clock().today;
    if (to == To::Agency) {
        auto const agency = access::agency(work, {id});
        if (agency && agency->valid.covers(today)) return agency->id;
    } else if (to == To::Team) {
        auto const team = access::team(work, {id});
        if (team && team->valid.covers(today)) return team->agency;
    } else if (access::is_valid_today(work, {id})) {
        return access::colleague(work, id)->agency;
    }
    return std::nullopt;
}

void check_agreement(std::vector<FieldError>& mistakes, access::Work& work,
                     AgencyId const& receiver, Terms const& terms) {
    if (!terms.agreement) {
        // Within one agency nothing passes from one controller to another.
        if (receiver != work.actor().agency) mistakes.push_back({"agreement_id", "required"});
        return;
    }
    auto const found = agreement(work, *terms.agreement);
    if (!found) {
        mistakes.push_back({"agreement_id", "not_offered"});
        return;
    }
    if (!found->in_force(work.clock().today)) {
        mistakes.push_back({"agreement_id", "not_in_force"});
    } else if (!found->names(receiver) || !found->names(work.actor().agency)) {
        mistakes.push_back({"agreement_id", "not_a_party"});
    }
    if (!is_in(found->purposes, terms.purpose)) {
        mistakes.push_back({"purpose", "not_in_agreement"});
    }
    if (!is_in(found->gateways, terms.gateway)) {
        mistakes.push_back({"gateway", "not_in_agreement"});
    }
    if (terms.ends_on > found->ends_on) mistakes.push_back({"ends_on", "too_late"});
}

void check_code(std::vector<FieldError>& mistakes, char const* field, std::string const& code,
                std::vector<Code> const& offered) {
    if (code.empty()) {
        mistakes.push_back({field, "required"});
    } else if (!is_among(offered, code)) {
        mistakes.push_back({field, "not_offered"});
    }
}

// Each field once, with what is wrong first.
std::vector<FieldError> first_of_each(std::vector<FieldError> const& mistakes) {
    std::vector<FieldError> first;
    for (auto const& mistake : mistakes) {
        bool const told = std::any_of(first.begin(), first.end(), [&](FieldError const& one) {
            return one.field == mistake.field;
        });
        if (!told) first.push_back(mistake);
    }
    return first;
}

bool must_not_know(access::Work& work, NewGrant const& request) {
    return request.to == To::User &&
           access::closed_to(work.tx(), {request.to_id}).contains(request.record_id);
}

GrantId insert(access::Work& work, NewGrant const& request, AgencyId const& receiver,
               Instant until) {
    auto const id = new_id<GrantId>(work.clock().now);
    work.tx().execute(sql::kInsertGrant,
                      {id, work.actor().partnership, request.record_id, to_code(request.to),
                       request.to_id, receiver, depth_code(request.depth), request.terms.purpose,
                       request.terms.gateway, request.terms.agreement, request.reason,
                       origin_code(request.origin), work.actor().user, work.now(), to_text(until)});
    access::Gate::ends_no_later_than(work.tx(), until);
    work.note({"grant.give", "case", request.record_id, std::nullopt,
               std::string{depth_code(request.depth)} + "," + request.to_id + "," + id.value});
    return id;
}

}  // namespace

std::vector<FieldError> mistakes_in(access::Work& work, AgencyId const& receiver,
                                    Terms const& terms) {
    std::vector<FieldError> mistakes;
    check_code(mistakes, "purpose", terms.purpose, purposes(work));
    check_code(mistakes, "gateway", terms.gateway, gateways(work));
    auto const today = work.clock().today;
    auto const longest = static_cast<int>(limit(work, "longest_grant_days"));
    if (terms.ends_on < today) {
        mistakes.push_back({"ends_on", "in_the_past"});
    } else if (terms.ends_on > add_days(today, longest)) {
        mistakes.push_back({"ends_on", "too_late"});
    }
    check_agreement(mistakes, work, receiver, terms);
    return first_of_each(mistakes);
}

std::vector<FieldError> mistakes_in(access::Work& work, NewGrant const& request) {
    std::vector<FieldError> mistakes;
    auto const receiver = agency_of(work, request.to, request.to_id);
    if (!receiver || must_not_know(work, request)) {
        mistakes.push_back({"to_id", "not_offered"});
    } else {
        mistakes = mistakes_in(work, *receiver, request.terms);
    }
    check_text(mistakes, "reason", request.reason, kLongestReason, Needed::Yes);
    return mistakes;
}

std::optional<Terms> usual_terms(access::Work& work, AgencyId const& receiver) {
    auto const today = work.clock().today;
    // Those that last longest come first.
    for (auto const& one : agreements(work)) {
        if (!one.in_force(today) || !one.names(receiver) || !one.names(work.actor().agency)) {
            continue;
        }
        auto const longest = add_days(today, static_cast<int>(limit(work, "longest_grant_days")));
        return Terms{one.purposes.front(), one.gateways.front(), one.id,
                     std::min(one.ends_on, longest)};
    }
    return std::nullopt;
}

GrantId give(access::Work& work, NewGrant const& request) {
    auto const receiver = agency_of(work, request.to, request.to_id);
    if (!receiver) throw std::logic_error("a grant to nobody");
    return insert(work, request, *receiver, end_of(request.terms.ends_on));
}

Emergency take(access::Work& work, std::string const& record_id, std::string const& reason) {
    auto const& actor = work.actor();
    auto const until = work.clock().now + std::chrono::minutes{limit(work, "emergency_minutes")};
    NewGrant const request{.record_id = record_id,
                           .to = To::User,
                           .to_id = actor.user.value,
                           .depth = Depth::Content,
                           .terms = {"emergency", "emergency", std::nullopt, work.clock().today},
                           .reason = reason,
                           .origin = Origin::Emergency};
    auto const id = insert(work, request, actor.agency, until);
    auto const due = add_working_days(
        work.clock().today, static_cast<int>(limit(work, "emergency_review_working_days")));
    work.tx().execute(sql::kInsertEmergency, {id, actor.partnership, actor.user, to_text(due)});
    return {id, until};
}

std::vector<Grant> grants_on(access::Work& work, std::string const& record_id) {
    std::vector<Grant> list;
    for (auto const& row : work.tx().all(sql::kGrantsOn, {record_id, nullptr})) {
        list.push_back(grant_from(row));
    }
    return list;
}

std::optional<Grant> grant_on(access::Work& work, std::string const& record_id, GrantId const& id) {
    auto const row = work.tx().first(sql::kGrantsOn, {record_id, id});
    if (!row) return std::nullopt;
    return grant_from(*row);
}

Result<std::int64_t> narrow(access::Work& work, Narrowing const& request) {
    auto const grant = grant_on(work, request.record_id, request.id);
    if (!grant) return access::not_found("no_such_grant");
    if (grant->ended_at) return Error{Refusal::Conflict, "already_ended"};
    std::vector<FieldError> mistakes;
    auto const until = end_of(request.ends_on);
    if (request.depth > grant->depth) mistakes.push_back({"depth", "wider"});
    if (until > grant->until) {
        mistakes.push_back({"ends_on", "later"});
    } else if (request.ends_on < work.clock().today) {
        mistakes.push_back({"ends_on", "in_the_past"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const changed = work.tx().execute(
        sql::kNarrow, {request.id, request.revision, depth_code(request.depth), to_text(until)});
    if (changed != 1) return access::stale();
    access::Gate::ends_no_later_than(work.tx(), until);
    work.note(
        {"grant.narrow", "case", request.record_id, std::nullopt,
         std::string{depth_code(request.depth)} + "," + grant->to_id + "," + request.id.value});
    return request.revision + 1;
}

Result<Done> end(access::Work& work, std::string const& record_id, GrantId const& id,
                 std::int64_t revision, Ending ending, std::string const& reason) {
    auto const grant = grant_on(work, record_id, id);
    if (!grant) return access::not_found("no_such_grant");
    if (grant->ended_at) return Error{Refusal::Conflict, "already_ended"};
    std::vector<FieldError> mistakes;
    check_text(mistakes, "reason", reason, kLongestReason, Needed::Yes);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const ended = work.tx().execute(
        sql::kEnd, {id, revision, work.now(), work.actor().user, ending_code(ending), reason});
    if (ended != 1) return access::stale();
    work.note({"grant.end", "case", record_id, std::nullopt,
               std::string{ending_code(ending)} + "," + grant->to_id + "," + id.value});
    return Done{};
}

void end_with(access::Work& work, GrantId const& id, Ending ending) {
    work.tx().execute(sql::kEndWith, {id, work.now(), work.actor().user, ending_code(ending)});
}

std::vector<Filing> filings_of(store::Transaction& tx, std::string const& record_id) {
    std::vector<Filing> filings;
    for (auto const& row : tx.all(sql::kFilings, {record_id})) {
        filings.push_back({row.text("to_id"), *depth_from(row.text("depth"))});
    }
    return filings;
}

std::vector<Grant> end_what_is_over(access::Work& work, int most) {
    // Nobody gives anything for a time while it is decided what ends next.
    access::hold_conflicts(work.tx());
    std::vector<Grant> over;
    for (auto const& row : work.tx().all(
             sql::kOver, {work.actor().partnership, work.now(), work.actor().user, most})) {
        over.push_back(grant_from(row));
        work.note({"grant.end", "case", over.back().record_id, std::nullopt,
                   "expired," + over.back().to_id + "," + over.back().id.value});
    }
    if (static_cast<int>(over.size()) < most) {
        auto const next = work.tx().first(sql::kNextEnd, {});
        access::Gate::ends_next(work.tx(), next->optional_instant("until"));
    }
    return over;
}

}  // namespace waymark::sharing
