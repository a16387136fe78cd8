#include "letters_sql.h"

namespace waymark::cases::sql {

store::Sql const kCountLetters{"cases.count_letters", R"sql(
    SELECT count(*) AS used FROM case_letter
)sql"};

// Nothing when the number is taken.
store::Sql const kInsertLetter{"cases.insert_letter", R"sql(
    INSERT INTO case_letter (id, case_id, number, person_id, to_name, acting_name, route, goes_to,
                             subject, body, side, state, made_by, made_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    ON CONFLICT (number) DO NOTHING
)sql"};

// After the case was read: what the reader may not see is never asked for.
store::Sql const kLetters{"cases.letters", R"sql(
    SELECT l.id, l.case_id, c.reference, l.number, l.person_id, l.to_name, l.acting_name, l.route,
           l.goes_to, l.subject, l.body, l.side, l.state, l.answer, l.made_by, l.made_at,
           l.decided_by, l.decided_at, l.revision
      FROM case_letter l
      JOIN case_record c ON c.id = l.case_id
     WHERE l.case_id = $1
     ORDER BY l.made_at DESC, l.id DESC
     LIMIT $2
)sql"};

store::Sql const kLetter{"cases.letter", R"sql(
    SELECT l.id, l.case_id, c.reference, l.number, l.person_id, l.to_name, l.acting_name, l.route,
           l.goes_to, l.subject, l.body, l.side, l.state, l.answer, l.made_by, l.made_at,
           l.decided_by, l.decided_at, l.revision
      FROM case_letter l
      JOIN case_record c ON c.id = l.case_id
     WHERE l.id = $1
)sql"};

store::Sql const kDecideLetter{"cases.decide_letter", R"sql(
    UPDATE case_letter
       SET state = $3, answer = $4, decided_by = $5, decided_at = $6, revision = revision + 1
     WHERE id = $1 AND revision = $2 AND state = 'waiting'
)sql"};

}  // namespace waymark::cases::sql
