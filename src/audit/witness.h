#pragma once

// What a witness does. It holds one checkpoint, the last that it signed, and signs another only
// when the log proves that the new one continues it. What it refuses it says, for that is what it
// is there for: a log that cannot prove it was rewritten, or shows different people different
// histories.

#include "audit/checkpoint.h"

namespace waymark::audit {

enum class Judgement {
    Continues,   // sign it
    SameAsHeld,  // nothing new; sign it again, so that the time is known
    NotSigned,   // not by the key of the log that this witness was set up for
    OtherLog,    // of another origin
    RolledBack,  // smaller than what was signed before
    Forked,      // of the same size with another root, or not proved to continue it
    WrongClock,  // its time is far from that of the witness
};
std::string_view words_of(Judgement judgement);

Judgement judge(std::optional<SignedNote> const& held, SignedNote const& offered,
                Proof const& proof, VerifierKey const& log, Instant now);

}  // namespace waymark::audit
