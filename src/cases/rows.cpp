#include "rows.h"

namespace waymark::cases {

CaseSummary summary_from(store::Row const& row) {
    return {
        .id = row.id<CaseId>("id"),
        .reference = row.text("reference"),
        .area_id = row.id<AreaId>("area_id"),
        .programme_code = row.text("programme_code"),
        .title = row.text("title"),
        .subject_kind = row.text("subject_kind"),
        .stage = row.text("stage"),
        .is_open = row.flag("is_open"),
        .opened_on = row.date("opened_on"),
        .closed_on = row.optional_date("closed_on"),
        .lead_agency_id = row.id<AgencyId>("lead_agency_id"),
        .lead_user_id = row.optional_id<UserId>("lead_user_id"),
        .risk_band = row.text("risk_band"),
        .reassess_by = row.optional_date("reassess_by"),
        .next_review_on = row.optional_date("next_review_on"),
        .update_due_on = row.optional_date("update_due_on"),
        .revision = row.integer("revision"),
    };
}

}  // namespace waymark::cases
