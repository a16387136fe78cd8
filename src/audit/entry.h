#pragma once

// What an entry's hash is over, and an entry read back from its row.

#include "audit/audit.h"
#include "foundation/digest.h"

namespace waymark::audit {

// Everything that an entry says, as its columns have it.
struct EntryText {
    std::string_view at, actor_id, agency_id, action, subject_kind, subject_id, detail, request_id,
        shown;
    std::optional<std::int64_t> revision;
};

// SHA-256 over the hash before (in hexadecimal; empty for the first) and every part, each with its
// length before it, so that no two different entries give the same text. `shown` is a part only
// where there is something: entries of before had none.
Digest entry_hash(std::string_view previous, std::int64_t sequence, EntryText const& entry);

// Without what its list showed.
Entry entry_from(store::Row const& row);

}  // namespace waymark::audit
