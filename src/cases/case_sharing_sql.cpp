#include "case_sharing_sql.h"

namespace waymark::cases::sql {

// Whoever may see it: for what is taken alike whether it is there or not, and for emergencies.
store::Sql const kAnyByReference{"cases.any_by_reference", R"sql(
    SELECT id FROM case_record WHERE reference = $1 AND partnership_id = $2
)sql"};

store::Sql const kHoldAny{"cases.hold_any", R"sql(
    UPDATE case_record SET revision = revision WHERE id = $1
)sql"};

store::Sql const kEndPartnerOf{"cases.end_partner_of", R"sql(
    UPDATE case_partner SET to_on = $2, revision = revision + 1
     WHERE grant_id = $1 AND to_on IS NULL
    RETURNING agency_id
)sql"};

// A summary is more than existence, and stands later in the alphabet.
access::ScopedSql const kInPart{"cases.in_part", 1, R"sql(
    SELECT c.id, c.reference, max(g.depth) AS depth, c.area_id, c.lead_agency_id, c.lead_user_id,
           c.programme_code, c.title, c.stage, c.risk_band, c.is_open, c.opened_on, c.closed_on,
           c.next_review_on
      FROM case_glimpse g
      JOIN case_record c ON c.id = g.case_id
     WHERE g.scope IN {scopes}
       AND NOT EXISTS (SELECT 1 FROM case_scope s WHERE s.case_id = c.id AND s.scope IN {scopes})
       {open c.id}
     GROUP BY c.id, c.reference, c.area_id, c.lead_agency_id, c.lead_user_id, c.programme_code,
              c.title, c.stage, c.risk_band, c.is_open, c.opened_on, c.closed_on, c.next_review_on
     ORDER BY c.opened_on DESC, c.id DESC
     LIMIT $1
)sql"};

}  // namespace waymark::cases::sql
