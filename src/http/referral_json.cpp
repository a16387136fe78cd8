#include "http/referral_json.h"

namespace waymark::http {

JsonObject referral_row_json(referrals::ReferralSummary const& summary) {
    return {
        {"id", summary.id.value},
        {"reference", or_null(summary.reference)},
        {"state", summary.state},
        {"area_id", or_null(summary.area_id)},
        {"programme_code", summary.programme_code},
        {"subject_kind", summary.subject_kind},
        {"class", summary.class_code},
        {"source", summary.source},
        {"risk_now", summary.risk_now},
        {"received_at", or_null(summary.received_at)},
        {"triage_due_on", or_null(summary.triage_due_on)},
        {"overdue", summary.overdue},
        {"age_days", summary.age_days},
        {"owner_name", summary.owner_user_id ? JsonValue(summary.owner_name) : JsonValue(nullptr)},
        {"escalated", summary.escalated_at.has_value()},
        {"decision", or_null(summary.decision)},
        {"headline", summary.headline},
        {"created_at", to_text(summary.created_at)}};
}

}  // namespace waymark::http
