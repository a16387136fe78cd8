#include "interests_sql.h"

namespace waymark::access::sql {

// The row that every declaration raises, taken without raising it.
store::Sql const kHoldConflicts{"access.hold_conflicts", R"sql(
    UPDATE access_version SET number = number WHERE id = 1
)sql"};

store::Sql const kInsertInterest{"access.insert_interest", R"sql(
    INSERT INTO access_interest (id, partnership_id, user_id, person_id, kind, note, declared_by,
                                 declared_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

// Nobody reads here that somebody else has declared them to know a person.
store::Sql const kInterests{"access.interests", R"sql(
    SELECT i.id, i.user_id, i.person_id, i.kind, i.note, i.declared_by, i.declared_at, i.revision
      FROM access_interest i
     WHERE i.partnership_id = $1 AND i.user_id <> $2 AND i.ended_at IS NULL
     ORDER BY i.declared_at DESC, i.id DESC
)sql"};

store::Sql const kInterest{"access.interest", R"sql(
    SELECT user_id, person_id FROM access_interest
     WHERE id = $1 AND partnership_id = $2 AND user_id <> $3 AND ended_at IS NULL
)sql"};

store::Sql const kEndInterest{"access.end_interest", R"sql(
    UPDATE access_interest
       SET ended_by = $3, ended_at = $4, end_reason = $5, revision = revision + 1
     WHERE id = $1 AND revision = $2 AND ended_at IS NULL
)sql"};

store::Sql const kHasInterest{"access.has_interest", R"sql(
    SELECT id FROM access_interest WHERE user_id = $1 AND person_id = $2 AND ended_at IS NULL
)sql"};

store::Sql const kPeopleKnownTo{"access.people_known_to", R"sql(
    SELECT person_id FROM access_interest WHERE user_id = $1 AND ended_at IS NULL
)sql"};

store::Sql const kUsersConcernedBy{"access.users_concerned_by", R"sql(
    SELECT user_id FROM access_interest WHERE person_id = $1 AND ended_at IS NULL
    UNION
    SELECT user_id FROM access_shut_out WHERE record_id = $1
)sql"};

store::Sql const kClosedTo{"access.closed_to", R"sql(
    SELECT record_id FROM access_shut_out WHERE user_id = $1
)sql"};

store::Sql const kOpenAll{"access.open_all", R"sql(
    DELETE FROM access_shut_out WHERE user_id = $1
)sql"};

store::Sql const kClose{"access.close", R"sql(
    INSERT INTO access_shut_out (user_id, record_id) VALUES ($1, $2)
)sql"};

}  // namespace waymark::access::sql
