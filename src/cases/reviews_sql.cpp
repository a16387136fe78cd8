#include "reviews_sql.h"

namespace waymark::cases::sql {

store::Sql const kInsertReview{"cases.insert_review", R"sql(
    INSERT INTO case_review (id, case_id, held_on, summary, next_review_on, recorded_at,
                             recorded_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
)sql"};

store::Sql const kReviews{"cases.reviews", R"sql(
    SELECT id, held_on, summary, next_review_on, recorded_at, recorded_by
      FROM case_review WHERE case_id = $1
     ORDER BY held_on DESC, id DESC
)sql"};

store::Sql const kSetNextReview{"cases.set_next_review", R"sql(
    UPDATE case_record SET next_review_on = $2 WHERE id = $1
)sql"};

store::Sql const kInsertAgreement{"cases.insert_agreement", R"sql(
    INSERT INTO case_update_agreement (id, case_id, person_id, channel, every_days, next_due_on,
                                       agreed_on, recorded_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

store::Sql const kAgreements{"cases.agreements", R"sql(
    SELECT id, person_id, channel, every_days, next_due_on, agreed_on, ended_on, revision
      FROM case_update_agreement WHERE case_id = $1
     ORDER BY CASE WHEN ended_on IS NULL THEN 0 ELSE 1 END, agreed_on, id
)sql"};

store::Sql const kAgreement{"cases.agreement", R"sql(
    SELECT id, person_id, channel, every_days, next_due_on, agreed_on, ended_on, revision
      FROM case_update_agreement WHERE id = $1 AND case_id = $2
)sql"};

store::Sql const kSetNextDue{"cases.set_next_due", R"sql(
    UPDATE case_update_agreement
       SET next_due_on = $3, revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kInsertUpdate{"cases.insert_update", R"sql(
    INSERT INTO case_update (id, agreement_id, case_id, given_on, channel, result, note, was_due_on,
                             recorded_at, recorded_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql"};

store::Sql const kUpdates{"cases.updates", R"sql(
    SELECT u.id, u.agreement_id, g.person_id, u.given_on, u.channel, u.result, u.note,
           u.was_due_on, u.recorded_by
      FROM case_update u
      JOIN case_update_agreement g ON g.id = u.agreement_id
     WHERE u.case_id = $1
     ORDER BY u.given_on DESC, u.id DESC
)sql"};

store::Sql const kEndOtherAgreements{"cases.end_other_agreements", R"sql(
    UPDATE case_update_agreement
       SET ended_on = $4, next_due_on = NULL, revision = revision + 1
     WHERE case_id = $1 AND person_id = $2 AND id <> $3 AND ended_on IS NULL
)sql"};

store::Sql const kFollowUpdatesDue{"cases.follow_updates_due", R"sql(
    UPDATE case_record
       SET update_due_on = (SELECT min(g.next_due_on) FROM case_update_agreement g
                             WHERE g.case_id = $1 AND g.ended_on IS NULL)
     WHERE id = $1
)sql"};

store::Sql const kHasOneToBeTold{"cases.has_one_to_be_told", R"sql(
    SELECT id FROM case_person
     WHERE case_id = $1 AND person_id = $2 AND to_on IS NULL
       AND role IN ('victim', 'reporter', 'both')
     LIMIT 1
)sql"};

}  // namespace waymark::cases::sql
