#include "cases/case_sharing.h"

#include "access/directory.h"
#include "access/gate.h"
#include "audit/audit.h"
#include "case_sharing_sql.h"
#include "cases/conflicts.h"
#include "filing.h"
#include "foundation/text.h"
#include "notices/notices.h"
#include "standing.h"

#include <algorithm>

namespace waymark::cases {

namespace {

// How many grants that are over are ended in one transaction, and how many asks are looked through.
constexpr int kEndedTogether = 50;
constexpr int kMostAsks = 1000;

std::string upper_ascii(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

// The case of that reference, whoever sees it, but for one that is closed to the actor.
std::optional<CaseId> any_by_reference(access::Work& work, std::string_view reference) {
    auto const row = work.tx().first(sql::kAnyByReference,
                                     {upper_ascii(trimmed(reference)), work.actor().partnership});
    if (!row) return std::nullopt;
    auto const id = row->id<CaseId>("id");
    if (is_closed_to(work, work.actor().user, id)) return std::nullopt;
    return id;
}

void tell_of(access::Work& work, CaseId const& id, std::string const& what, std::string const& whom,
             std::string const& body = {}) {
    write_entries(work, id, {{.kind = "sharing", .body = body, .detail = what, .about_id = whom}});
}

std::string what_of(std::string_view verb, sharing::To to, sharing::Depth depth) {
    return std::string{verb} + "," + std::string{sharing::to_code(to)} + "," +
           std::string{sharing::depth_code(depth)};
}

// Those with whom it was shared: that person, or the people of that team. An agency is not told as
// a whole.
std::vector<UserId> whom_of(access::Work& work, sharing::NewGrant const& request) {
    std::vector<UserId> whom;
    if (request.to == sharing::To::User) whom.push_back({request.to_id});
    if (request.to != sharing::To::Team) return whom;
    for (auto const& one : access::who_may(work, access::Permission::ReadCases)) {
        if (one.held_at_id == request.to_id) whom.push_back(one.user);
    }
    return whom;
}

bool has_already(std::vector<sharing::Grant> const& grants, sharing::NewGrant const& request) {
    return std::any_of(grants.begin(), grants.end(), [&](sharing::Grant const& one) {
        return !one.ended_at && one.to_id == request.to_id && one.depth >= request.depth;
    });
}

// Gives what was checked, and files the case for it.
sharing::GrantId give(access::Work& work, CaseId const& id, sharing::NewGrant const& request) {
    auto const grant = sharing::give(work, request);
    tell_of(work, id, what_of("given", request.to, request.depth), request.to_id, request.reason);
    notices::tell(work, whom_of(work, request), {"shared", "case", id.value});
    refile(work, id);
    return grant;
}

InPart in_part_from(store::Row const& row) {
    auto const depth = *sharing::depth_from(row.text("depth"));
    InPart part{.id = row.id<CaseId>("id"),
                .reference = row.text("reference"),
                .depth = depth,
                .area_id = row.id<AreaId>("area_id"),
                .lead_agency_id = row.id<AgencyId>("lead_agency_id"),
                .lead_user_id = row.optional_id<UserId>("lead_user_id"),
                .programme_code = {},
                .title = {},
                .stage = {},
                .risk_band = {}};
    if (depth == sharing::Depth::Existence) return part;
    part.programme_code = row.text("programme_code");
    part.title = row.text("title");
    part.stage = row.text("stage");
    part.risk_band = row.text("risk_band");
    part.is_open = row.flag("is_open");
    part.opened_on = row.date("opened_on");
    part.closed_on = row.optional_date("closed_on");
    part.next_review_on = row.optional_date("next_review_on");
    return part;
}

// A partner whose grant ended as a day began was in the case until the day before.
Date last_day_of(Instant ended_at) {
    return london_date(ended_at - std::chrono::milliseconds{1});
}

void end_one(access::Work& work, sharing::Grant const& grant) {
    CaseId const id{grant.record_id};
    work.tx().execute(sql::kHoldAny, {id});
    auto const partner =
        work.tx().first(sql::kEndPartnerOf, {grant.id, to_text(last_day_of(*grant.ended_at))});
    if (partner) {
        write_entries(work, id,
                      {{.kind = "partner",
                        .detail = "expired",
                        .about_id = partner->text("agency_id"),
                        .happened_at = grant.ended_at}});
    } else {
        write_entries(work, id,
                      {{.kind = "sharing",
                        .detail = what_of("expired", grant.to, grant.depth),
                        .about_id = grant.to_id,
                        .happened_at = grant.ended_at}});
    }
    refile(work, id);
}

}  // namespace

Result<std::vector<sharing::Grant>> shared_with(access::Work& work, CaseId const& id) {
    auto const standing = to_read(work, id);
    if (!standing) return standing.error();
    work.note({"case.read", "case", id.value, std::nullopt, "sharing"});
    return sharing::grants_on(work, id.value);
}

Result<sharing::GrantId> share(access::Work& work, CaseId const& id,
                               sharing::NewGrant const& request) {
    auto const standing = to_run(work, id);
    if (!standing) return standing.error();
    auto wanted = request;
    wanted.record_id = id.value;
    wanted.origin = sharing::Origin::Given;
    if (auto mistakes = sharing::mistakes_in(work, wanted); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    if (has_already(sharing::grants_on(work, id.value), wanted)) {
        return Error{Refusal::Conflict, "already_shared"};
    }
    return give(work, id, wanted);
}

Result<std::int64_t> narrow_share(access::Work& work, CaseId const& id,
                                  sharing::Narrowing const& request) {
    auto const standing = to_run(work, id);
    if (!standing) return standing.error();
    auto wanted = request;
    wanted.record_id = id.value;
    auto const before = sharing::grant_on(work, id.value, request.id);
    auto const revision = sharing::narrow(work, wanted);
    if (!revision) return revision.error();
    tell_of(work, id, what_of("narrowed", before->to, request.depth), before->to_id);
    refile(work, id);
    return revision;
}

Result<Done> end_share(access::Work& work, CaseId const& id, sharing::GrantId const& grant,
                       std::int64_t revision, std::string const& reason) {
    auto const standing = to_run(work, id);
    if (!standing) return standing.error();
    auto const before = sharing::grant_on(work, id.value, grant);
    if (before && !before->ended_at &&
        before->origin == sharing::origin_code(sharing::Origin::Partner)) {
        return Error{Refusal::Conflict, "end_partner_instead"};
    }
    auto const ended =
        sharing::end(work, id.value, grant, revision, sharing::Ending::Withdrawn, reason);
    if (!ended) return ended.error();
    tell_of(work, id, what_of("withdrawn", before->to, before->depth), before->to_id, reason);
    refile(work, id);
    return Done{};
}

Result<OpenedInEmergency> open_in_emergency(access::Work& work, std::string_view reference,
                                            std::string const& reason) {
    if (!work.actor().may(access::Permission::OpenInEmergency)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    std::vector<FieldError> mistakes;
    check_text(mistakes, "reason", reason, sharing::kLongestReason, Needed::Yes);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const id = any_by_reference(work, reference);
    if (!id) return access::not_found("no_such_case");
    work.tx().execute(sql::kHoldAny, {*id});
    if (to_read(work, *id)) return Error{Refusal::Conflict, "already_open_to_you"};
    auto const taken = sharing::take(work, id->value, reason);
    // Filed by the server: the actor sees neither the case nor who is in it before.
    auto server =
        access::Gate::for_system(work.tx(), work.actor().partnership, work.clock(), "emergency");
    tell_of(work, *id, "emergency", work.actor().user.value, reason);
    if (auto const standing = to_read(server, *id)) {
        notices::tell(work, who_answers_for(work, *standing), {"emergency", "case", id->value});
    }
    refile(server, *id);
    audit::append(work.tx(), server.pending());
    return OpenedInEmergency{*id, taken.until};
}

Result<std::vector<Emergency>> emergencies(access::Work& work, int limit) {
    auto found = sharing::emergencies(work, limit);
    if (!found) return found.error();
    std::vector<Emergency> list;
    for (auto& review : *found) {
        auto const standing = to_read(work, {review.grant.record_id});
        if (standing) list.push_back({standing->reference, std::move(review)});
    }
    return list;
}

Result<Done> review_emergency(access::Work& work, sharing::GrantId const& id, std::int64_t revision,
                              std::string const& finding, std::string const& note) {
    auto const record = sharing::record_of_emergency(work, id);
    if (!record || !to_read(work, {*record})) return access::not_found("no_such_emergency");
    return sharing::review_emergency(work, id, revision, finding, note);
}

Result<sharing::AskId> ask_for(access::Work& work, sharing::NewAsk const& request) {
    if (!work.actor().may(access::Permission::ReadCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    auto wanted = request;
    auto const id = any_by_reference(work, request.reference);
    wanted.record_id = id ? std::optional{id->value} : std::nullopt;
    // Nobody is told here: it must take as long whether there is such a case or none.
    return sharing::ask(work, wanted);
}

Result<std::vector<sharing::Ask>> asks_to_decide(access::Work& work) {
    if (!work.actor().may(access::Permission::RunCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    std::vector<sharing::Ask> list;
    for (auto& one : sharing::waiting(work, kMostAsks)) {
        auto const standing = to_read(work, {one.record_id});
        if (standing && may_run(work, *standing)) list.push_back(std::move(one));
    }
    work.note({"ask.list", "list", ""});
    return list;
}

Result<Done> decide_ask(access::Work& work, AskDecision const& decision) {
    auto const asked = sharing::find_ask(work, decision.id);
    if (!asked || !to_run(work, {asked->record_id})) return access::not_found("no_such_ask");
    CaseId const id{asked->record_id};
    std::optional<sharing::GrantId> grant;
    if (decision.depth && asked->decision.empty()) {
        sharing::NewGrant const request{.record_id = id.value,
                                        .to = sharing::To::User,
                                        .to_id = asked->user.value,
                                        .depth = *decision.depth,
                                        .terms = decision.terms,
                                        .reason = asked->reason,
                                        .origin = sharing::Origin::Asked};
        auto mistakes = sharing::mistakes_in(work, request);
        check_text(mistakes, "answer", decision.answer, sharing::kLongestReason, Needed::Yes);
        if (!mistakes.empty()) return invalid(std::move(mistakes));
        grant = give(work, id, request);
    }
    auto const decided =
        sharing::decide(work, {decision.id, decision.revision, grant, decision.answer});
    if (decided) notices::tell(work, {asked->user}, {"ask_decided", "ask", decision.id.value});
    return decided;
}

Result<Done> correct(access::Work& work, CaseId const& id, std::string const& what) {
    auto const standing = to_run(work, id);
    if (!standing) return standing.error();
    std::vector<FieldError> mistakes;
    check_text(mistakes, "what", what, sharing::kLongestReason, Needed::Yes);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    tell_of(work, id, "correction", {}, what);
    std::vector<UserId> whom;
    for (auto const& actor : audit::actors_on(work.tx(), id.value)) whom.push_back({actor});
    notices::tell(work, whom, {"correction", "case", id.value});
    work.note({"case.correct", "case", id.value});
    return Done{};
}

Result<std::vector<InPart>> known_in_part(access::Work& work) {
    if (!work.actor().may(access::Permission::ReadCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    std::vector<InPart> list;
    for (auto const& row : access::all(work, sql::kInPart, {kMostRows})) {
        list.push_back(in_part_from(row));
    }
    work.note({.action = "case.list",
               .subject_kind = "list",
               .detail = "in_part",
               .shown = access::ids_of(list, [](auto const& one) { return one.id; })});
    return list;
}

bool end_what_is_over(access::Work& work) {
    auto const over = sharing::end_what_is_over(work, kEndedTogether);
    for (auto const& grant : over) end_one(work, grant);
    return over.size() == kEndedTogether;
}

}  // namespace waymark::cases
