#pragma once

// Heads of the audit that somebody answers for: a checkpoint says "after so many entries the tree's
// root was this, at that time", signed with Ed25519. It is a text that others can keep and check
// without us: a signed note (C2SP signed-note and tlog-checkpoint), which witnesses sign too, each
// with the time by their own clock (C2SP tlog-cosignature, version 1).
//
//   waymark.audit/4f0c...            the origin: which log this is
//   1024                             how many entries
//   base64 of the root
//   at 2026-03-31T09:30:00.000Z      by the log's own clock
//
//   — name base64(key id, signature)

#include "audit/tree.h"
#include "foundation/dates.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::audit {

// How far the clocks of the log and of a witness may be apart.
inline constexpr std::chrono::minutes kClocksMayDiffer{5};
inline bool is_about_now(Instant at, Instant now) {
    return at <= now + kClocksMayDiffer && at >= now - kClocksMayDiffer;
}

enum class KeyKind : unsigned char { Log = 1, Witness = 4 };

// A public key as others write it down: name+key id+base64 of the kind and the key.
struct VerifierKey {
    std::string name;  // no space, no plus sign
    KeyKind kind;
    Digest key;

    std::string text() const;
    std::string id() const;  // four bytes, which a signature begins with
    static std::optional<VerifierKey> parse(std::string_view text);
    bool operator==(VerifierKey const&) const = default;
};

// A private key. Whoever has it can sign as the log, or as the witness: it stays in its file.
class SigningKey {
  public:
    static SigningKey make(std::string name, KeyKind kind);
    // Of a log: named after the key itself.
    static SigningKey make_log();
    static std::optional<SigningKey> parse(std::string_view text);

    std::string text() const;  // PRIVATE+KEY+name+key id+base64 of the kind and the seed
    VerifierKey const& verifier() const { return verifier_; }
    std::string sign(std::string_view message) const;  // 64 bytes

  private:
    SigningKey(std::string name, KeyKind kind, Digest const& seed);

    Digest seed_;
    VerifierKey verifier_;
};

struct Checkpoint {
    std::string origin;
    std::uint64_t size;
    Digest root;
    Instant at;

    std::string body() const;  // what is signed
    bool operator==(Checkpoint const&) const = default;
};

struct Signature {
    std::string name, id, bytes;

    std::string line() const;
    static std::optional<Signature> parse(std::string_view line);
};

struct SignedNote {
    Checkpoint checkpoint;
    std::vector<Signature> signatures;

    std::string text() const;
    static std::optional<SignedNote> parse(std::string_view text);
};

Signature sign(SigningKey const& key, Checkpoint const& checkpoint);
bool is_signed_by(SignedNote const& note, VerifierKey const& key);

// A witness's signature, and when it says that it signed; nothing when none of this key is right.
Signature cosign(SigningKey const& witness, Checkpoint const& checkpoint, Instant at);
std::optional<Instant> cosigned_at(SignedNote const& note, VerifierKey const& witness);

// Asking for something as a witness: a signature over what is asked and when.
std::string sign_request(SigningKey const& witness, std::string_view what, Instant at);
bool is_request_of(VerifierKey const& witness, std::string_view what, Instant at,
                   std::string_view signature);

}  // namespace waymark::audit
