#include "audit/checkpoint.h"

#include "foundation/text.h"

#include <sodium.h>

#include <algorithm>

namespace waymark::audit {

namespace {

constexpr std::string_view kPrivate = "PRIVATE+KEY+";
constexpr std::string_view kDash = "\u2014 ";
constexpr std::size_t kIdBytes = 4;
constexpr std::size_t kTimeBytes = 8;

unsigned char const* begin_of(std::string_view bytes) {
    return reinterpret_cast<unsigned char const*>(bytes.data());
}

bool is_key_name(std::string_view name) {
    return !name.empty() && name.size() <= 100 &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; }) &&
           name.find('+') == std::string_view::npos;
}

std::optional<KeyKind> kind_from(char byte) {
    if (byte == 1) return KeyKind::Log;
    if (byte == 4) return KeyKind::Witness;
    return std::nullopt;
}

// The kind and the key, as both texts of a key write them.
std::string kind_and(KeyKind kind, Digest const& key) {
    return std::string{static_cast<char>(kind)} + std::string{bytes_of(key)};
}

struct Parts {
    std::string name, id;
    KeyKind kind;
    Digest key;
};

std::optional<Parts> parts_of(std::string_view text) {
    auto const first = text.find('+');
    if (first == std::string_view::npos) return std::nullopt;
    auto const second = text.find('+', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    auto const bytes = bytes_from_base64(text.substr(second + 1));
    if (!bytes || bytes->size() != 1 + sizeof(Digest)) return std::nullopt;
    auto const kind = kind_from(bytes->front());
    Parts parts{std::string{text.substr(0, first)},
                std::string{text.substr(first + 1, second - first - 1)},
                kind.value_or(KeyKind::Log),
                {}};
    if (!kind || !is_key_name(parts.name)) return std::nullopt;
    std::copy(bytes->begin() + 1, bytes->end(), parts.key.begin());
    return parts;
}

bool verify(Digest const& key, std::string_view message, std::string_view signature) {
    return signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(begin_of(signature), begin_of(message), message.size(),
                                       key.data()) == 0;
}

std::string big_endian(std::uint64_t number) {
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift);
    return bytes;
}

std::uint64_t from_big_endian(std::string_view bytes) {
    std::uint64_t number = 0;
    for (auto const c : bytes) number = number << 8 | static_cast<unsigned char>(c);
    return number;
}

std::uint64_t seconds_of(Instant at) {
    return static_cast<std::uint64_t>(
        std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

std::string cosigned_text(std::string_view body, std::uint64_t seconds) {
    return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + std::string{body};
}

std::string request_text(std::string_view what, Instant at) {
    return "waymark witness request\n" + std::string{what} + "\n" + to_text(at) + "\n";
}

std::optional<Checkpoint> checkpoint_from(std::string_view body) {
    auto const lines = split(body, '\n');
    // Four lines, and what follows the last of them, which is nothing.
    if (lines.size() != 5 || !lines[4].empty() || lines[0].empty()) return std::nullopt;
    auto const size = parse_integer(lines[1]);
    auto const root = bytes_from_base64(lines[2]);
    if (!size || *size < 0 || !root || root->size() != sizeof(Digest)) return std::nullopt;
    if (!lines[3].starts_with("at ")) return std::nullopt;
    auto const at = parse_instant(std::string_view{lines[3]}.substr(3));
    if (!at) return std::nullopt;
    Checkpoint checkpoint{std::string{lines[0]}, static_cast<std::uint64_t>(*size), {}, *at};
    std::copy(root->begin(), root->end(), checkpoint.root.begin());
    // Only the one way to write it.
    if (checkpoint.body() != body) return std::nullopt;
    return checkpoint;
}

}  // namespace

std::string VerifierKey::id() const {
    auto const digest = sha256(name + "\n" + kind_and(kind, key));
    return std::string{bytes_of(digest).substr(0, kIdBytes)};
}

std::string VerifierKey::text() const {
    return name + "+" + hex_of(id()) + "+" + base64_of(kind_and(kind, key));
}

std::optional<VerifierKey> VerifierKey::parse(std::string_view text) {
    auto const parts = parts_of(text);
    if (!parts) return std::nullopt;
    VerifierKey key{parts->name, parts->kind, parts->key};
    if (hex_of(key.id()) != parts->id) return std::nullopt;
    return key;
}

SigningKey::SigningKey(std::string name, KeyKind kind, Digest const& seed)
    : seed_(seed), verifier_{std::move(name), kind, {}} {
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
    crypto_sign_seed_keypair(verifier_.key.data(), secret.data(), seed_.data());
    sodium_memzero(secret.data(), secret.size());
}

SigningKey SigningKey::make(std::string name, KeyKind kind) {
    Digest seed;
    randombytes_buf(seed.data(), seed.size());
    return {std::move(name), kind, seed};
}

SigningKey SigningKey::make_log() {
    auto key = make("", KeyKind::Log);
    auto const digest = sha256(bytes_of(key.verifier_.key));
    key.verifier_.name = "waymark.audit/" + hex_of(bytes_of(digest).substr(0, 8));
    return key;
}

std::optional<SigningKey> SigningKey::parse(std::string_view text) {
    auto const line = trimmed(text);
    if (!line.starts_with(kPrivate)) return std::nullopt;
    auto const parts = parts_of(std::string_view{line}.substr(kPrivate.size()));
    if (!parts) return std::nullopt;
    SigningKey key{parts->name, parts->kind, parts->key};
    if (hex_of(key.verifier_.id()) != parts->id) return std::nullopt;
    return key;
}

std::string SigningKey::text() const {
    return std::string{kPrivate} + verifier_.name + "+" + hex_of(verifier_.id()) + "+" +
           base64_of(kind_and(verifier_.kind, seed_));
}

std::string SigningKey::sign(std::string_view message) const {
    Digest ignored;
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
    crypto_sign_seed_keypair(ignored.data(), secret.data(), seed_.data());
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                         begin_of(message), message.size(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return signature;
}

std::string Checkpoint::body() const {
    return origin + "\n" + std::to_string(size) + "\n" + base64_of(bytes_of(root)) + "\nat " +
           to_text(at) + "\n";
}

std::string Signature::line() const {
    return std::string{kDash} + name + " " + base64_of(id + bytes) + "\n";
}

std::optional<Signature> Signature::parse(std::string_view line) {
    if (!line.starts_with(kDash)) return std::nullopt;
    line.remove_prefix(kDash.size());
    if (line.ends_with('\n')) line.remove_suffix(1);
    auto const space = line.find(' ');
    if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) return std::nullopt;
    auto const bytes = bytes_from_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= kIdBytes) return std::nullopt;
    return Signature{std::string{line.substr(0, space)}, bytes->substr(0, kIdBytes),
                     bytes->substr(kIdBytes)};
}

std::string SignedNote::text() const {
    auto text = checkpoint.body() + "\n";
    for (auto const& signature : signatures) text += signature.line();
    return text;
}

std::optional<SignedNote> SignedNote::parse(std::string_view text) {
    constexpr std::size_t kMost = 100'000;
    auto const end = text.find("\n\n");
    if (text.size() > kMost || end == std::string_view::npos) return std::nullopt;
    auto checkpoint = checkpoint_from(text.substr(0, end + 1));
    if (!checkpoint) return std::nullopt;
    SignedNote note{std::move(*checkpoint), {}};
    for (auto const& line : split(text.substr(end + 2), '\n')) {
        if (line.empty()) continue;
        auto signature = Signature::parse(line);
        if (!signature) return std::nullopt;
        note.signatures.push_back(std::move(*signature));
    }
    return note;
}

Signature sign(SigningKey const& key, Checkpoint const& checkpoint) {
    return {key.verifier().name, key.verifier().id(), key.sign(checkpoint.body())};
}

bool is_signed_by(SignedNote const& note, VerifierKey const& key) {
    auto const body = note.checkpoint.body();
    return key.kind == KeyKind::Log &&
           std::any_of(note.signatures.begin(), note.signatures.end(), [&](Signature const& one) {
               return one.name == key.name && one.id == key.id() &&
                      verify(key.key, body, one.bytes);
           });
}

Signature cosign(SigningKey const& witness, Checkpoint const& checkpoint, Instant at) {
    auto const seconds = seconds_of(at);
    return {witness.verifier().name, witness.verifier().id(),
            big_endian(seconds) + witness.sign(cosigned_text(checkpoint.body(), seconds))};
}

std::optional<Instant> cosigned_at(SignedNote const& note, VerifierKey const& witness) {
    auto const body = note.checkpoint.body();
    for (auto const& one : note.signatures) {
        if (witness.kind != KeyKind::Witness || one.name != witness.name ||
            one.id != witness.id() || one.bytes.size() <= kTimeBytes) {
            continue;
        }
        auto const seconds = from_big_endian(one.bytes.substr(0, kTimeBytes));
        constexpr std::uint64_t kLatest = 253'402'300'799;  // the last second of the year 9999
        if (seconds > kLatest) continue;
        if (verify(witness.key, cosigned_text(body, seconds), one.bytes.substr(kTimeBytes))) {
            return Instant{std::chrono::seconds{seconds}};
        }
    }
    return std::nullopt;
}

std::string sign_request(SigningKey const& witness, std::string_view what, Instant at) {
    return base64_of(witness.sign(request_text(what, at)));
}

bool is_request_of(VerifierKey const& witness, std::string_view what, Instant at,
                   std::string_view signature) {
    auto const bytes = bytes_from_base64(signature);
    return bytes && verify(witness.key, request_text(what, at), *bytes);
}

}  // namespace waymark::audit
