#include "audit_sql.h"

namespace waymark::audit::sql {

// The update is what makes two writers wait for each other.
store::Sql const kTakeHead{"audit.take_head", R"sql(
    UPDATE audit_head SET sequence = sequence + $1 WHERE id = 1 RETURNING sequence, hash
)sql"};

store::Sql const kSetHead{"audit.set_head", R"sql(
    UPDATE audit_head SET hash = $1 WHERE id = 1
)sql"};

store::Sql const kReadHead{"audit.read_head", R"sql(
    SELECT sequence, hash FROM audit_head WHERE id = 1
)sql"};

store::Sql const kInsert{"audit.insert", R"sql(
    INSERT INTO audit_entry (sequence, at, actor_id, agency_id, action, subject_kind, subject_id,
                             revision, detail, request_id, shown, hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
)sql"};

// Of the record itself, then of lists that showed it: those that are in the index, and those since.
// From the instant $5 and before $6.
store::Sql const kAbout{"audit.about", R"sql(
    SELECT sequence, at, actor_id, agency_id, action, subject_kind, subject_id, revision, detail,
           0 AS was_shown
      FROM audit_entry
     WHERE subject_id = $1 AND sequence < $2 AND at >= $5 AND at < $6
       AND (CAST($4 AS INTEGER) = 1 OR action NOT IN (subject_kind || '.read', subject_kind || '.extract'))
    UNION ALL
    SELECT e.sequence, e.at, e.actor_id, e.agency_id, e.action, e.subject_kind, e.subject_id,
           e.revision, e.detail, 1 AS was_shown
      FROM audit_shown s
      JOIN audit_entry e ON e.sequence = s.sequence
     WHERE s.subject_id = $1 AND s.sequence < $2 AND CAST($4 AS INTEGER) = 1
       AND e.at >= $5 AND e.at < $6
    UNION ALL
    SELECT sequence, at, actor_id, agency_id, action, subject_kind, subject_id, revision, detail,
           1 AS was_shown
      FROM audit_entry
     WHERE sequence > (SELECT shown_up_to FROM audit_progress WHERE id = 1) AND sequence < $2
       AND CAST($4 AS INTEGER) = 1 AND shown <> '' AND at >= $5 AND at < $6
       AND ',' || shown || ',' LIKE '%,' || CAST($1 AS TEXT) || ',%'
     ORDER BY sequence DESC
     LIMIT $3
)sql"};

store::Sql const kActorsOn{"audit.actors_on", R"sql(
    SELECT DISTINCT actor_id FROM audit_entry
     WHERE subject_id = $1 AND actor_id NOT LIKE 'system:%'
     ORDER BY actor_id
)sql"};

// What somebody did and looked at, with the records that were shown to them in lists.
store::Sql const kBy{"audit.by", R"sql(
    SELECT sequence, at, actor_id, agency_id, action, subject_kind, subject_id, revision, detail,
           shown
      FROM audit_entry
     WHERE actor_id = $1 AND sequence < $2 AND at >= $4 AND at < $5
     ORDER BY sequence DESC
     LIMIT $3
)sql"};

// All that an entry's hash is over.
store::Sql const kWholeEntry{"audit.whole_entry", R"sql(
    SELECT e.sequence, e.at, e.actor_id, e.agency_id, e.action, e.subject_kind, e.subject_id,
           e.revision, e.detail, e.request_id, e.shown, e.hash,
           coalesce(p.hash, '') AS previous_hash
      FROM audit_entry e
      LEFT JOIN audit_entry p ON p.sequence = e.sequence - 1
     WHERE e.sequence = $1
)sql"};

store::Sql const kChangesSince{"audit.changes_since", R"sql(
    SELECT sequence, at, actor_id, agency_id, action, subject_kind, subject_id, revision, detail
      FROM audit_entry
     WHERE subject_id = $1 AND revision > $2
     ORDER BY sequence
)sql"};

store::Sql const kChainAfter{"audit.chain_after", R"sql(
    SELECT sequence, at, actor_id, agency_id, action, subject_kind, subject_id, revision, detail,
           request_id, shown, hash
      FROM audit_entry
     WHERE sequence > $1
     ORDER BY sequence
     LIMIT $2
)sql"};

store::Sql const kRoleCouldRewrite{"audit.role_could_rewrite", R"sql(
    SELECT max(CASE WHEN has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')
                      OR pg_has_role(c.relowner, 'USAGE') THEN 1 ELSE 0 END) AS could
      FROM pg_class c
     WHERE c.oid IN (to_regclass('audit_entry'), to_regclass('audit_checkpoint'),
                     to_regclass('audit_cosignature'))
)sql"};

store::Sql const kHashes{"audit.hashes", R"sql(
    SELECT hash FROM audit_entry WHERE sequence BETWEEN $1 AND $2 ORDER BY sequence
)sql"};

store::Sql const kNodes{"audit.nodes", R"sql(
    SELECT hash FROM audit_node WHERE level = $1 AND position BETWEEN $2 AND $3 ORDER BY position
)sql"};

store::Sql const kCountNodes{"audit.count_nodes", R"sql(
    SELECT coalesce(max(position) + 1, 0) AS nodes FROM audit_node WHERE level = $1
)sql"};

store::Sql const kInsertNode{"audit.insert_node", R"sql(
    INSERT INTO audit_node (level, position, hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
)sql"};

store::Sql const kInsertCheckpoint{"audit.insert_checkpoint", R"sql(
    INSERT INTO audit_checkpoint (size, at, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
)sql"};

store::Sql const kNewestCheckpoint{"audit.newest_checkpoint", R"sql(
    SELECT note FROM audit_checkpoint ORDER BY size DESC LIMIT 1
)sql"};

store::Sql const kCheckpointOf{"audit.checkpoint_of", R"sql(
    SELECT note FROM audit_checkpoint WHERE size = $1
)sql"};

store::Sql const kCheckpointsAfter{"audit.checkpoints_after", R"sql(
    SELECT size, note FROM audit_checkpoint WHERE size > $1 ORDER BY size LIMIT $2
)sql"};

store::Sql const kWitnessedSize{"audit.witnessed_size", R"sql(
    SELECT s.size
      FROM audit_cosignature s
      JOIN audit_witness w ON w.id = s.witness_id
     GROUP BY s.size
    HAVING count(DISTINCT w.agency_id) >= $1
     ORDER BY s.size DESC
     LIMIT 1
)sql"};

store::Sql const kCosignatures{"audit.cosignatures", R"sql(
    SELECT s.line, w.agency_id
      FROM audit_cosignature s
      JOIN audit_witness w ON w.id = s.witness_id
     WHERE s.size = $1
     ORDER BY s.witness_id
)sql"};

store::Sql const kInsertCosignature{"audit.insert_cosignature", R"sql(
    INSERT INTO audit_cosignature (size, witness_id, at, line) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING
)sql"};

store::Sql const kWitnesses{"audit.witnesses", R"sql(
    SELECT id, name, agency_id, key, valid_from, valid_to, seen_at, seen_size
      FROM audit_witness
     ORDER BY name
)sql"};

store::Sql const kWitnessNamed{"audit.witness_named", R"sql(
    SELECT id, name, agency_id, key, valid_from, valid_to, seen_at, seen_size
      FROM audit_witness
     WHERE name = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)
)sql"};

store::Sql const kInsertWitness{"audit.insert_witness", R"sql(
    INSERT INTO audit_witness (id, name, agency_id, key, valid_from) VALUES ($1, $2, $3, $4, $5)
)sql"};

store::Sql const kEndWitness{"audit.end_witness", R"sql(
    UPDATE audit_witness SET valid_to = $2 WHERE name = $1 AND valid_to IS NULL
)sql"};

store::Sql const kWitnessSeen{"audit.witness_seen", R"sql(
    UPDATE audit_witness SET seen_at = $2, seen_size = $3 WHERE id = $1
)sql"};

store::Sql const kShownUpTo{"audit.shown_up_to", R"sql(
    SELECT shown_up_to FROM audit_progress WHERE id = 1
)sql"};

store::Sql const kSetShownUpTo{"audit.set_shown_up_to", R"sql(
    UPDATE audit_progress SET shown_up_to = $1 WHERE id = 1
)sql"};

store::Sql const kShownBetween{"audit.shown_between", R"sql(
    SELECT sequence, shown FROM audit_entry WHERE sequence BETWEEN $1 AND $2 AND shown <> ''
)sql"};

store::Sql const kInsertShown{"audit.insert_shown", R"sql(
    INSERT INTO audit_shown (subject_id, sequence) VALUES ($1, $2) ON CONFLICT DO NOTHING
)sql"};

}  // namespace waymark::audit::sql
