#pragma once

// Sealing: a text is encrypted under a key of its own (XChaCha20-Poly1305, libsodium), and that key
// under the server's sealing key, which lies in a file and in no database. A copy of the database,
// a backup or a log of it tells nothing of the text, nor how long it is within 256 bytes.
//
// `about` says what the text belongs to, such as the id of its record: what was sealed for one
// record does not open for another.

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::sealing {

struct Sealed {
    std::string key;   // base64: the text's own key, wrapped
    std::string body;  // base64: the text
};

class SealingKey {
  public:
    static SealingKey make();
    // From what text() gave; nothing when it is no such key.
    static std::optional<SealingKey> parse(std::string_view text);
    std::string text() const;

    Sealed seal(std::string_view text, std::string_view about) const;
    // Nothing when it was altered, sealed under another key, or is about something else.
    std::optional<std::string> open(Sealed const& sealed, std::string_view about) const;

  private:
    using Bytes = std::array<unsigned char, 32>;
    explicit SealingKey(Bytes const& bytes) : bytes_(bytes) {}

    Bytes bytes_;
};

}  // namespace waymark::sealing
