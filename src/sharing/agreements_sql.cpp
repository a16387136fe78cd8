#include "agreements_sql.h"

namespace waymark::sharing::sql {

store::Sql const kCodes{"sharing.codes", R"sql(
    SELECT code, name, source FROM sharing_code
     WHERE kind = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
     ORDER BY position
)sql"};

store::Sql const kLimit{"sharing.limit", R"sql(
    SELECT value FROM sharing_limit
     WHERE code = $1 AND valid_from <= $2
     ORDER BY valid_from DESC
     LIMIT 1
)sql"};

// One of them, or all when $2 is NULL.
store::Sql const kAgreements{"sharing.agreements", R"sql(
    SELECT id, title, covers, starts_on, review_on, ends_on, revision
      FROM sharing_agreement
     WHERE partnership_id = $1 AND (CAST($2 AS TEXT) IS NULL OR id = $2)
     ORDER BY ends_on DESC, title, id
)sql"};

store::Sql const kParties{"sharing.parties", R"sql(
    SELECT agency_id FROM sharing_agreement_party WHERE agreement_id = $1 ORDER BY agency_id
)sql"};

store::Sql const kAgreementCodes{"sharing.agreement_codes", R"sql(
    SELECT c.kind, c.code
      FROM sharing_agreement_code c
      JOIN sharing_code k ON k.kind = c.kind AND k.code = c.code
     WHERE c.agreement_id = $1
     ORDER BY k.position
)sql"};

store::Sql const kInsertAgreement{"sharing.insert_agreement", R"sql(
    INSERT INTO sharing_agreement (id, partnership_id, title, covers, starts_on, review_on,
                                   ends_on, created_by, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

store::Sql const kChangeAgreement{"sharing.change_agreement", R"sql(
    UPDATE sharing_agreement
       SET title = $4, covers = $5, starts_on = $6, review_on = $7, ends_on = $8,
           revision = revision + 1
     WHERE id = $1 AND partnership_id = $2 AND revision = $3
)sql"};

store::Sql const kInsertParty{"sharing.insert_party", R"sql(
    INSERT INTO sharing_agreement_party (agreement_id, agency_id) VALUES ($1, $2)
)sql"};

store::Sql const kInsertAgreementCode{"sharing.insert_agreement_code", R"sql(
    INSERT INTO sharing_agreement_code (agreement_id, kind, code) VALUES ($1, $2, $3)
)sql"};

store::Sql const kDeleteParties{"sharing.delete_parties", R"sql(
    DELETE FROM sharing_agreement_party WHERE agreement_id = $1
)sql"};

store::Sql const kDeleteAgreementCodes{"sharing.delete_agreement_codes", R"sql(
    DELETE FROM sharing_agreement_code WHERE agreement_id = $1
)sql"};

}  // namespace waymark::sharing::sql
