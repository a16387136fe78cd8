// Drafts: a form as it is being written, which nobody but its author knows of.

#include "foundation/text.h"
#include "referrals/referrals.h"
#include "referrals_sql.h"
#include "standing.h"

namespace waymark::referrals {

namespace {

std::vector<FieldError> mistakes_in(std::string_view form) {
    std::vector<FieldError> mistakes;
    check_text(mistakes, "form", std::string{form}, kLongestForm, Needed::No);
    return mistakes;
}

}  // namespace

Result<ReferralId> start(access::Work& work, std::string_view form) {
    if (!work.actor().may(access::Permission::MakeReferrals)) return not_allowed();
    if (auto mistakes = mistakes_in(form); !mistakes.empty()) return invalid(std::move(mistakes));
    auto const id = new_id<ReferralId>(work.clock().now);
    work.tx().execute(sql::kInsertDraft,
                      {id, work.actor().partnership, form, work.now(), work.actor().user});
    work.note({"referral.start", "referral", id.value, 1, ""});
    return id;
}

Result<std::int64_t> save_draft(access::Work& work, ReferralId const& id, std::int64_t revision,
                                std::string_view form) {
    auto const draft = to_write(work, id);
    if (!draft) return draft.error();
    if (auto mistakes = mistakes_in(form); !mistakes.empty()) return invalid(std::move(mistakes));
    if (work.tx().execute(sql::kSaveDraft, {id, revision, form, work.now()}) != 1) {
        return access::stale();
    }
    work.note({"referral.save_draft", "referral", id.value, revision + 1, ""});
    return revision + 1;
}

Result<Done> discard(access::Work& work, ReferralId const& id, std::int64_t revision) {
    auto const draft = to_write(work, id);
    if (!draft) return draft.error();
    if (work.tx().execute(sql::kDiscard, {id, revision}) != 1) return access::stale();
    work.note({"referral.discard", "referral", id.value, revision, ""});
    return Done{};
}

}  // namespace waymark::referrals
