#pragma once

// The tree as the database has it: hashes of entries, and the roots of complete parts of 256,
// 256^2 and 256^3 entries. Answers for any complete part of it out of a few hundred rows.

#include "audit/tree.h"
#include "store/store.h"

#include <map>

namespace waymark::audit {

constexpr int kTileLevels = 8;  // 2^8 hashes are read together
constexpr int kStoredLevels[] = {8, 16, 24};

class StoredTree {
  public:
    explicit StoredTree(store::Transaction& tx) : tx_(&tx) {}

    // Throws store::Failure where entries are missing.
    Digest subtree(int level, std::uint64_t position);
    // The same for one of kStoredLevels that is not stored yet, out of the level stored below.
    Digest to_store(int level, std::uint64_t position);
    Subtree as_function() {
        return [this](int level, std::uint64_t position) { return subtree(level, position); };
    }

  private:
    Digest part_of_tile(int level, std::uint64_t first, std::uint64_t count);
    std::vector<Digest> const& tile(int level, std::uint64_t position);

    store::Transaction* tx_;
    std::map<std::pair<int, std::uint64_t>, std::vector<Digest>> tiles_;
};

}  // namespace waymark::audit
