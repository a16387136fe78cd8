#pragma once

// Keeps the tree over the audit: signs its head once a minute, gives the proofs that others ask
// for, and takes the signatures of witnesses. A witness is a program that another agency runs: it
// asks for the newest head and for the proof that it continues the one it signed last, and signs no
// other. So nobody, the operator included, can rewrite what a witness has seen.

#include "audit/checkpoint.h"
#include "foundation/result.h"
#include "store/store.h"

namespace waymark::audit {

// So many witnesses, of as many agencies, and it is proved to others.
inline constexpr int kEnoughWitnesses = 2;

// Signs the head as it is now, unless the last checkpoint says the same. May be called by several
// servers of one database. Throws store::Failure, and signs nothing, where the entries are not
// those of the last checkpoint.
void make_checkpoint(store::Database& database, SigningKey const& key, store::Deadline deadline);

// Goes on with the index of who was shown in lists, a few thousand entries a transaction, to the
// end of the log.
void index_shown(store::Database& database, store::Deadline deadline);

// How many entries there are.
std::uint64_t size_of(store::Transaction& tx);

// The newest checkpoint, with the signatures of witnesses that it has so far.
std::optional<SignedNote> newest_checkpoint(store::Transaction& tx);
// The newest checkpoint that witnesses of at least so many agencies have signed, with what they
// signed; nothing when there is none.
std::optional<SignedNote> witnessed_checkpoint(store::Transaction& tx, int agencies);
// How many entries witnesses of at least so many agencies have signed; 0 for none.
std::uint64_t witnessed_size(store::Transaction& tx, int agencies);

// Between two checkpoints; `size` is of one that was made. Throws store::Failure where the entries
// are not there.
Proof consistency_between(store::Transaction& tx, std::uint64_t old_size, std::uint64_t size);
// Of entry `sequence` (from 1) in the first `size` entries.
Proof inclusion_of(store::Transaction& tx, std::int64_t sequence, std::uint64_t size);

struct Witness {
    std::string id, name, agency_id;
    VerifierKey key;
    Date from;
    std::optional<Date> to;
    std::optional<Instant> seen_at;
    std::uint64_t seen_size;
};

std::vector<Witness> witnesses(store::Transaction& tx);
// Conflict name_taken; Invalid key: not_a_witness_key.
Result<Done> add_witness(store::Transaction& tx, std::string_view agency_id, std::string_view key,
                         Clock const& clock);
// From today on it signs no more. NotFound no_such_witness.
Result<Done> end_witness(store::Transaction& tx, std::string_view name, Clock const& clock);

// The witness of this name that may sign today.
std::optional<Witness> witness_named(store::Transaction& tx, std::string_view name,
                                     Clock const& clock);

struct Cosignature {
    std::string witness_id;
    std::uint64_t size;
    Instant at;        // by the clock of the witness
    std::string line;  // as it stands in the note
};
// What a witness signed; nothing when it is not its signature over the checkpoint of that size.
std::optional<Cosignature> read_cosignature(store::Transaction& tx, Witness const& witness,
                                            std::uint64_t size, std::string_view line);
void keep_cosignature(store::Transaction& tx, Cosignature const& cosignature);

}  // namespace waymark::audit
