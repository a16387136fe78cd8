#include "sharing/asks.h"

#include "asks_sql.h"
#include "checks.h"
#include "foundation/working_days.h"

namespace waymark::sharing {

namespace {

Ask ask_from(store::Row const& row) {
    return {.id = row.id<AskId>("id"),
            .user = row.id<UserId>("user_id"),
            .agency = row.id<AgencyId>("agency_id"),
            .reference = row.text("reference"),
            .record_id = row.text_or_empty("record_id"),
            .depth = *depth_from(row.text("depth")),
            .purpose = row.text("purpose"),
            .reason = row.text("reason"),
            .asked_at = row.instant("asked_at"),
            .answer_due_on = row.date("answer_due_on"),
            .decision = row.text_or_empty("decision"),
            .answer = row.text("answer"),
            .revision = row.integer("revision")};
}

std::vector<Ask> asks_from(std::vector<store::Row> const& rows) {
    std::vector<Ask> list;
    for (auto const& row : rows) list.push_back(ask_from(row));
    return list;
}

}  // namespace

Result<AskId> ask(access::Work& work, NewAsk const& request) {
    std::vector<FieldError> mistakes;
    check_text(mistakes, "reference", request.reference, kLongestReference, Needed::Yes);
    if (request.purpose.empty()) {
        mistakes.push_back({"purpose", "required"});
    } else if (!is_among(purposes(work), request.purpose)) {
        mistakes.push_back({"purpose", "not_offered"});
    }
    check_text(mistakes, "reason", request.reason, kLongestReason, Needed::Yes);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const id = new_id<AskId>(work.clock().now);
    auto const due = add_working_days(work.clock().today,
                                      static_cast<int>(limit(work, "ask_answer_working_days")));
    auto const& actor = work.actor();
    work.tx().execute(
        sql::kInsertAsk,
        {id, actor.partnership, actor.user, actor.agency, request.reference, request.record_id,
         depth_code(request.depth), request.purpose, request.reason, work.now(), to_text(due)});
    // Of the record nothing: that it was asked for would show in what is read of it.
    work.note({"ask.create", "ask", id.value, 1});
    return id;
}

std::vector<Ask> asked_by_actor(access::Work& work, int limit) {
    return asks_from(work.tx().all(sql::kAskedBy, {work.actor().user, limit}));
}

std::vector<Ask> waiting(access::Work& work, int limit) {
    return asks_from(
        work.tx().all(sql::kWaiting, {work.actor().partnership, work.actor().user, limit}));
}

std::optional<Ask> find_ask(access::Work& work, AskId const& id) {
    auto const row = work.tx().first(sql::kAsk, {id, work.actor().partnership, work.actor().user});
    if (!row) return std::nullopt;
    return ask_from(*row);
}

Result<Done> decide(access::Work& work, Decision const& decision) {
    auto const asked = find_ask(work, decision.id);
    if (!asked) return access::not_found("no_such_ask");
    if (!asked->decision.empty()) return Error{Refusal::Conflict, "already_decided"};
    std::vector<FieldError> mistakes;
    check_text(mistakes, "answer", decision.answer, kLongestReason, Needed::Yes);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const* const word = decision.grant ? "given" : "refused";
    auto const decided =
        work.tx().execute(sql::kDecide, {decision.id, decision.revision, word, decision.answer,
                                         decision.grant, work.actor().user, work.now()});
    if (decided != 1) return access::stale();
    work.note({"ask.decide", "ask", decision.id.value, decision.revision + 1, word});
    return Done{};
}

}  // namespace waymark::sharing
