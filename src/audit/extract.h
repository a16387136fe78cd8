#pragma once

// The extract that a regulator may ask for: entries about one record, or by one colleague, between
// two instants, each with all that its hash is over and with the proof that it is in the tree under
// a signed head. It holds entries up to that head alone, so that there is none without a proof.

#include "audit/audit.h"
#include "audit/log.h"

#include <span>
#include <string>
#include <vector>

namespace waymark::audit {

struct Period {
    Instant from;
    Instant to;  // not in it
};

// Sequence numbers, lowest first, of what `about` tells (readings too) or what `by_actor` tells,
// within the first `size` entries; at most `limit` of them, the latest.
std::vector<std::int64_t> sequences_about(store::Transaction& tx, std::string_view subject_id,
                                          Period const& period, std::uint64_t size, int limit);
std::vector<std::int64_t> sequences_by(store::Transaction& tx, std::string_view actor_id,
                                       Period const& period, std::uint64_t size, int limit);

// An entry with everything that its hash is over (hashes in hexadecimal; the first entry has none
// before it), and its inclusion proof (RFC 6962 section 2.1.1).
struct ProvedEntry {
    ByActor said;
    std::string request_id;
    std::string previous_hash, hash;
    Proof proof;
};

// In the tree of the first `size` entries. Reads a few rows of the tree for every entry: give a few
// hundred at a time. Throws store::Failure where an entry is not there.
std::vector<ProvedEntry> proved_entries(store::Transaction& tx,
                                        std::span<std::int64_t const> sequences,
                                        std::uint64_t size);

}  // namespace waymark::audit
