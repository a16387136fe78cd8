#include "standing.h"

#include "foundation/text.h"
#include "referrals_sql.h"
#include "rows.h"

#include <algorithm>

namespace waymark::referrals {

using access::Permission;

Result<Standing> to_see(access::Work& work, ReferralId const& id) {
    auto const row = access::first(work, sql::kFind, {id, work.actor().user});
    if (!row) return access::not_found("no_such_referral");
    return Standing{id,
                    row->text_or_empty("reference"),
                    row->text("state"),
                    row->optional_id<AreaId>("area_id"),
                    said_from(*row),
                    row->optional_instant("received_at"),
                    row->optional_instant("decided_at"),
                    row->integer("revision")};
}

Result<Standing> to_write(access::Work& work, ReferralId const& id) {
    if (!work.actor().may(Permission::MakeReferrals)) return not_allowed();
    auto standing = to_see(work, id);
    if (standing && standing->state != "draft") return Error{Refusal::Conflict, "already_sent"};
    return standing;
}

Result<Standing> to_triage(access::Work& work, ReferralId const& id) {
    if (!work.actor().may(Permission::TriageReferrals)) return not_allowed();
    auto standing = to_see(work, id);
    if (standing && standing->area_id && !may_triage(work, standing->area_id)) {
        return Error{Refusal::Forbidden, "not_your_area"};
    }
    return standing;
}

Result<Standing> to_triage_waiting(access::Work& work, ReferralId const& id) {
    auto standing = to_triage(work, id);
    if (standing && standing->state != "waiting") return Error{Refusal::Conflict, "not_waiting"};
    return standing;
}

bool hold(access::Work& work, ReferralId const& id, std::int64_t revision) {
    return work.tx().execute(sql::kHold, {id, revision}) == 1;
}

void check_text(std::vector<FieldError>& mistakes, std::string const& field,
                std::string const& text, std::size_t longest, Needed needed) {
    if (needed == Needed::Yes && is_blank(text)) {
        mistakes.push_back({field, "required"});
    } else if (!is_clean_utf8(text)) {
        mistakes.push_back({field, "not_clean_text"});
    } else if (characters(text) > longest) {
        mistakes.push_back({field, "too_long"});
    }
}

void check_one_of(std::vector<FieldError>& mistakes, std::string const& field,
                  std::string const& code, std::vector<std::string_view> const& offered,
                  Needed needed) {
    if (code.empty()) {
        if (needed == Needed::Yes) mistakes.push_back({field, "required"});
    } else if (std::find(offered.begin(), offered.end(), code) == offered.end()) {
        mistakes.push_back({field, "not_offered"});
    }
}

}  // namespace waymark::referrals
