#include "places_sql.h"

namespace waymark::places::sql {

access::IdsSql const kRecords{"places.records", R"sql(
    SELECT p.id, p.kind, p.name, p.line, p.locality, p.town, p.postcode, p.uprn, p.longitude,
           p.latitude, p.area_id, p.filed_keys, p.revision, p.created_at, p.created_by, p.updated_at
      FROM place_record p
     WHERE p.id IN {ids}
       AND EXISTS (SELECT 1 FROM place_scope s WHERE s.place_id = p.id AND s.scope IN {scopes})
       {open p.id}
)sql"};

access::ScopedSql const kUnderKey{"places.under_key", 2, R"sql(
    SELECT v.place_id
      FROM ({arms} SELECT k.place_id FROM place_key k
                    WHERE k.scope = {scope} AND k.key = $1 {open k.place_id}
                    ORDER BY k.place_id LIMIT $2 {end}) v
     ORDER BY v.place_id LIMIT $2
)sql"};

// Keys from $1 to before $2.
access::ScopedSql const kUnderPrefix{"places.under_prefix", 3, R"sql(
    SELECT v.place_id
      FROM ({arms} SELECT k.key, k.place_id FROM place_key k
                    WHERE k.scope = {scope} AND k.key >= $1 AND k.key < $2
                          {open k.place_id}
                    ORDER BY k.key, k.place_id LIMIT $3 {end}) v
     ORDER BY v.key, v.place_id LIMIT $3
)sql"};

store::Sql const kInsert{"places.insert", R"sql(
    INSERT INTO place_record (id, partnership_id, kind, name, line, locality, town, postcode, uprn,
                              longitude, latitude, area_id, filed_keys, revision, created_at,
                              created_by, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14, $15, $14)
)sql"};

store::Sql const kUpdate{"places.update", R"sql(
    UPDATE place_record
       SET kind = $3, name = $4, line = $5, locality = $6, town = $7, postcode = $8, uprn = $9,
           longitude = $10, latitude = $11, area_id = $12, filed_keys = $13, updated_at = $14,
           revision = revision + 1
     WHERE id = $1 AND revision = $2
)sql"};

// Keeps the place as it is, and others from changing it, until the transaction ends.
store::Sql const kHold{"places.hold", R"sql(
    UPDATE place_record SET revision = revision WHERE id = $1 AND revision = $2
)sql"};

store::Sql const kInsertScope{"places.insert_scope", R"sql(
    INSERT INTO place_scope (scope, place_id) VALUES ($1, $2) ON CONFLICT DO NOTHING
)sql"};

// Files a place under keys $2 to $17, some of them NULL, in every scope of the place; what is
// filed already stays.
store::Sql const kInsertKeys{"places.insert_keys", R"sql(
    INSERT INTO place_key (scope, key, place_id)
    SELECT s.scope, k.column1, s.place_id
      FROM place_scope s
     CROSS JOIN (VALUES (CAST($2 AS TEXT)), ($3), ($4), ($5), ($6), ($7), ($8), ($9), ($10), ($11),
                        ($12), ($13), ($14), ($15), ($16), ($17)) k
     WHERE s.place_id = $1 AND k.column1 IS NOT NULL
    ON CONFLICT DO NOTHING
)sql"};

// Takes a place out from under keys $2 to $17, some of them NULL, in every scope of the place.
store::Sql const kDeleteKeys{"places.delete_keys", R"sql(
    DELETE FROM place_key
     WHERE scope IN (SELECT s.scope FROM place_scope s WHERE s.place_id = $1)
       AND key IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       AND place_id = $1
)sql"};

// Of a place that the reader need not see: for withdrawing, which shows nobody anything.
store::Sql const kFiled{"places.filed", R"sql(
    SELECT filed_keys, created_by, revision FROM place_record WHERE id = $1
)sql"};

store::Sql const kDeleteScope{"places.delete_scope", R"sql(
    DELETE FROM place_scope WHERE scope = $1 AND place_id = $2
)sql"};

// Takes a place out from under keys $2 to $17, some of them NULL, in the scope $18.
store::Sql const kDeleteKeysIn{"places.delete_keys_in", R"sql(
    DELETE FROM place_key
     WHERE scope = $18
       AND key IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       AND place_id = $1
)sql"};

}  // namespace waymark::places::sql
