// Reviewing what was opened in an emergency.

#include "checks.h"
#include "grant_rows.h"
#include "grants_sql.h"

namespace waymark::sharing {

namespace {

Review review_from(store::Row const& row) {
    return {.grant = grant_from(row),
            .user = row.id<UserId>("user_id"),
            .review_due_on = row.date("review_due_on"),
            .finding = row.text_or_empty("finding"),
            .note = row.text("note"),
            .reviewed_by = row.text_or_empty("reviewed_by"),
            .revision = row.integer("revision")};
}

}  // namespace

Result<std::vector<Review>> emergencies(access::Work& work, int limit) {
    auto const& actor = work.actor();
    if (!actor.may(access::Permission::ReadAudit)) return Error{Refusal::Forbidden, "not_allowed"};
    std::vector<Review> list;
    for (auto const& row :
         work.tx().all(sql::kEmergencies, {actor.partnership, actor.user, limit})) {
        list.push_back(review_from(row));
    }
    work.note({"emergency.list", "list", ""});
    return list;
}

std::optional<std::string> record_of_emergency(access::Work& work, GrantId const& id) {
    auto const& actor = work.actor();
    auto const row = work.tx().first(sql::kEmergency, {id, actor.partnership, actor.user});
    if (!row) return std::nullopt;
    return row->text("record_id");
}

Result<Done> review_emergency(access::Work& work, GrantId const& id, std::int64_t revision,
                              std::string const& finding, std::string const& note) {
    auto const& actor = work.actor();
    if (!actor.may(access::Permission::ReadAudit)) return Error{Refusal::Forbidden, "not_allowed"};
    auto const row = work.tx().first(sql::kEmergency, {id, actor.partnership, actor.user});
    if (!row) return access::not_found("no_such_emergency");
    if (!row->is_null("reviewed_at")) return Error{Refusal::Conflict, "already_reviewed"};
    std::vector<FieldError> mistakes;
    if (finding.empty()) {
        mistakes.push_back({"finding", "required"});
    } else if (finding != "justified" && finding != "not_justified") {
        mistakes.push_back({"finding", "not_offered"});
    }
    check_text(mistakes, "note", note, kLongestReason, Needed::Yes);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const reviewed =
        work.tx().execute(sql::kReview, {id, revision, finding, note, actor.user, work.now()});
    if (reviewed != 1) return access::stale();
    work.note({"emergency.review", "case", row->text("record_id"), std::nullopt,
               finding + "," + id.value});
    return Done{};
}

}  // namespace waymark::sharing
