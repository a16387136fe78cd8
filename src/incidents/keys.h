#pragma once

// By what an incident is known again, and a file.

#include "foundation/ids.h"
#include "rows.h"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace waymark::incidents {

// Gives each incident of one file, in its order, its row_key: 128 bits of BLAKE2b, in hexadecimal.
// Two of a thousand million incidents share one with a chance of about one in 10^21.
class RowKeys {
  public:
    explicit RowKeys(PartnershipId const& partnership) : partnership_(partnership) {}

    std::string key_of(Incident const& incident);

  private:
    using Digest = std::array<unsigned char, 16>;
    struct FirstBytes {
        std::size_t operator()(Digest const& digest) const;
    };

    Digest digest_of(std::string_view bytes) const;

    PartnershipId partnership_;
    std::string bytes_;
    std::unordered_map<Digest, std::uint32_t, FirstBytes> turns_;  // how often each was met
};

// SHA-256 of what it was shown, in hexadecimal.
class FileDigest {
  public:
    FileDigest();
    void add(std::string_view bytes);
    std::string finish();

  private:
    crypto_hash_sha256_state state_;
};

}  // namespace waymark::incidents
