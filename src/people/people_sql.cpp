#include "people_sql.h"

namespace waymark::people::sql {

access::IdsSql const kRecords{"people.records", R"sql(
    SELECT p.id, p.given_names, p.family_name, p.date_of_birth, p.date_of_birth_note, p.gender,
           p.phone, p.phone_is_safe, p.email, p.email_is_safe, p.safe_contact, p.needs,
           p.filed_keys, p.revision, p.created_at, p.created_by, p.updated_at
      FROM person_record p
     WHERE p.id IN {ids}
       AND EXISTS (SELECT 1 FROM person_scope s WHERE s.person_id = p.id AND s.scope IN {scopes})
       {open p.id}
)sql"};

// A row for each address, or one without.
access::IdsSql const kSummaries{"people.summaries", R"sql(
    SELECT p.id, p.given_names, p.family_name, p.date_of_birth, p.date_of_birth_note,
           a.line, a.town, a.postcode, a.from_on, a.to_on
      FROM person_record p
      LEFT JOIN person_address a ON a.person_id = p.id
     WHERE p.id IN {ids}
       AND EXISTS (SELECT 1 FROM person_scope s WHERE s.person_id = p.id AND s.scope IN {scopes})
       {open p.id}
     ORDER BY p.id, a.position
)sql"};

// Of people whom kRecords has given.
access::IdsSql const kAliases{"people.aliases", R"sql(
    SELECT person_id, given_names, family_name, kind
      FROM person_alias
     WHERE person_id IN {ids}
     ORDER BY person_id, position
)sql"};

access::IdsSql const kAddresses{"people.addresses", R"sql(
    SELECT person_id, line, town, postcode, place_id, from_on, to_on
      FROM person_address
     WHERE person_id IN {ids}
     ORDER BY person_id, position
)sql"};

access::ScopedSql const kUnderKey{"people.under_key", 2, R"sql(
    SELECT v.person_id
      FROM ({arms} SELECT k.person_id FROM person_key k
                    WHERE k.scope = {scope} AND k.key = $1 {open k.person_id}
                    ORDER BY k.person_id LIMIT $2 {end}) v
     ORDER BY v.person_id LIMIT $2
)sql"};

// Keys from $1 to before $2.
access::ScopedSql const kUnderPrefix{"people.under_prefix", 3, R"sql(
    SELECT v.person_id
      FROM ({arms} SELECT k.key, k.person_id FROM person_key k
                    WHERE k.scope = {scope} AND k.key >= $1 AND k.key < $2
                          {open k.person_id}
                    ORDER BY k.key, k.person_id LIMIT $3 {end}) v
     ORDER BY v.key, v.person_id LIMIT $3
)sql"};

store::Sql const kInsert{"people.insert", R"sql(
    INSERT INTO person_record (id, partnership_id, given_names, family_name, date_of_birth,
                               date_of_birth_note, gender, phone, phone_is_safe, email,
                               email_is_safe, safe_contact, needs, filed_keys, revision, created_at,
                               created_by, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15, $16, $15)
)sql"};

store::Sql const kUpdate{"people.update", R"sql(
    UPDATE person_record
       SET given_names = $3, family_name = $4, date_of_birth = $5, date_of_birth_note = $6,
           gender = $7, phone = $8, phone_is_safe = $9, email = $10, email_is_safe = $11,
           safe_contact = $12, needs = $13, filed_keys = $14, updated_at = $15,
           revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kInsertAlias{"people.insert_alias", R"sql(
    INSERT INTO person_alias (person_id, position, given_names, family_name, kind)
    VALUES ($1, $2, $3, $4, $5)
)sql"};

store::Sql const kInsertAddress{"people.insert_address", R"sql(
    INSERT INTO person_address (person_id, position, line, town, postcode, place_id, from_on, to_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
)sql"};

store::Sql const kDeleteAliases{"people.delete_aliases", R"sql(
    DELETE FROM person_alias WHERE person_id = $1
)sql"};

store::Sql const kDeleteAddresses{"people.delete_addresses", R"sql(
    DELETE FROM person_address WHERE person_id = $1
)sql"};

// Keeps the person as they are, and others from changing them, until the transaction ends.
store::Sql const kHold{"people.hold", R"sql(
    UPDATE person_record SET revision = revision WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kInsertScope{"people.insert_scope", R"sql(
    INSERT INTO person_scope (scope, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING
)sql"};

// Files a person under keys $2 to $17, some of them NULL, in every scope of the person; what is
// filed already stays.
store::Sql const kInsertKeys{"people.insert_keys", R"sql(
    INSERT INTO person_key (scope, key, person_id)
    SELECT s.scope, k.column1, s.person_id
      FROM person_scope s
     CROSS JOIN (VALUES (CAST($2 AS TEXT)), ($3), ($4), ($5), ($6), ($7), ($8), ($9), ($10), ($11),
                        ($12), ($13), ($14), ($15), ($16), ($17)) k
     WHERE s.person_id = $1 AND k.column1 IS NOT NULL
    ON CONFLICT DO NOTHING
)sql"};

// Takes a person out from under keys $2 to $17, some of them NULL, in every scope of the person.
store::Sql const kDeleteKeys{"people.delete_keys", R"sql(
    DELETE FROM person_key
     WHERE scope IN (SELECT s.scope FROM person_scope s WHERE s.person_id = $1)
       AND key IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       AND person_id = $1
)sql"};

// Of a person whom the reader need not see: for withdrawing, which shows nobody anything.
store::Sql const kFiled{"people.filed", R"sql(
    SELECT filed_keys, created_by, revision FROM person_record WHERE id = $1
)sql"};

store::Sql const kDeleteScope{"people.delete_scope", R"sql(
    DELETE FROM person_scope WHERE scope = $1 AND person_id = $2
)sql"};

// Takes a person out from under keys $2 to $17, some of them NULL, in the scope $18.
store::Sql const kDeleteKeysIn{"people.delete_keys_in", R"sql(
    DELETE FROM person_key
     WHERE scope = $18
       AND key IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       AND person_id = $1
)sql"};

}  // namespace waymark::people::sql
