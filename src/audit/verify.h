#pragma once

// Checks the audit from its first entry to its last: the chain, the tree over it, the checkpoints
// and who signed them. What was done to it is named, with its place. A database that was rewritten
// as a whole, keys and all, shows only against what is held elsewhere: the checkpoints that
// witnesses keep, and their keys.

#include "audit/checkpoint.h"
#include "store/store.h"

#include <functional>

namespace waymark::audit {

// What is known from elsewhere than this database.
struct Trust {
    std::vector<VerifierKey> log_keys;  // of the log, past and present; empty: any key will do
    std::vector<SignedNote> held;       // checkpoints that a witness or an officer kept
};

// What was done to the log: the first that is met from its first entry on.
enum class Fault {
    None,
    Altered,      // an entry says something else than it did
    Missing,      // an entry was taken out
    Moved,        // entries stand in each other's place, without their hashes
    Swapped,      // whole rows stand in each other's place
    Spliced,      // an entry that was never written here
    CutOff,       // the end is gone
    BeyondHead,   // entries after the end
    HeadDiffers,  // the end is not the last entry
    WrongClock,   // an entry or a checkpoint is of another time than those around it
    TreeDiffers,  // a part of the stored tree is not that of the entries
    WrongKey,     // a checkpoint is not signed by the log, or a witness's signature is none
    Forked,       // the entries are not those that were signed
    CheckpointsRolledBack,  // checkpoints that somebody holds are gone
};
std::string_view code_of(Fault fault);

struct Verification {
    std::uint64_t entries = 0;      // how many were checked
    std::uint64_t checkpoints = 0;  // likewise
    std::uint64_t witnessed = 0;    // entries up to here were seen by witnesses of enough agencies
    Fault fault = Fault::None;
    std::uint64_t at = 0;   // the first entry that is wrong, or after the last that is known right
    std::string head = {};  // the last entry's hash
    Digest root = {};       // of all entries
};

// Reads the whole log; `progress` is told how many entries are done, now and then.
Verification verify(store::Transaction& tx, Trust const& trust = {},
                    std::function<void(std::uint64_t)> const& progress = {});

}  // namespace waymark::audit
