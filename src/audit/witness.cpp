#include "audit/witness.h"

namespace waymark::audit {

std::string_view words_of(Judgement judgement) {
    switch (judgement) {
        case Judgement::Continues:
            return "it continues what was signed before";
        case Judgement::SameAsHeld:
            return "there is nothing new";
        case Judgement::NotSigned:
            return "it is not signed by the key of this log";
        case Judgement::OtherLog:
            return "it is of another log";
        case Judgement::RolledBack:
            return "entries that were there before are gone";
        case Judgement::Forked:
            return "it does not continue what was signed before: the log was rewritten";
        case Judgement::WrongClock:
            break;
    }
    return "its time is not the time here";
}

Judgement judge(std::optional<SignedNote> const& held, SignedNote const& offered,
                Proof const& proof, VerifierKey const& log, Instant now) {
    auto const& head = offered.checkpoint;
    if (!is_signed_by(offered, log)) return Judgement::NotSigned;
    // It may be as old as the log was still for: only the future is wrong by itself.
    if (head.at > now + kClocksMayDiffer) return Judgement::WrongClock;
    if (!held) return Judgement::Continues;
    auto const& before = held->checkpoint;
    if (head.origin != before.origin) return Judgement::OtherLog;
    if (head.size < before.size) return Judgement::RolledBack;
    if (head.size == before.size) {
        return head.root == before.root ? Judgement::SameAsHeld : Judgement::Forked;
    }
    if (head.at + kClocksMayDiffer < before.at) return Judgement::WrongClock;
    // Nothing needs no proof that it is continued.
    if (before.size == 0) return Judgement::Continues;
    return is_consistent(before.size, before.root, head.size, head.root, proof)
               ? Judgement::Continues
               : Judgement::Forked;
}

}  // namespace waymark::audit
