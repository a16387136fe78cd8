#include "stored_tree.h"

#include "audit_sql.h"

namespace waymark::audit {

namespace {

constexpr std::uint64_t kWidth = 1u << kTileLevels;

Digest digest_in(store::Row const& row) {
    auto const digest = digest_from_hex(row.text("hash"));
    if (!digest) throw store::Failure("the audit has a hash that is none");
    return *digest;
}

}  // namespace

Digest StoredTree::subtree(int level, std::uint64_t position) {
    // From the nearest level below that is stored.
    int const base = level < kTileLevels ? 0 : std::min(level / kTileLevels, 3) * kTileLevels;
    auto const count = std::uint64_t{1} << (level - base);
    auto const first = position * count;
    if (count > kWidth) {
        return node_hash(subtree(level - 1, 2 * position), subtree(level - 1, 2 * position + 1));
    }
    return part_of_tile(base, first, count);
}

Digest StoredTree::to_store(int level, std::uint64_t position) {
    return part_of_tile(level - kTileLevels, position * kWidth, kWidth);
}

Digest StoredTree::part_of_tile(int level, std::uint64_t first, std::uint64_t count) {
    auto const& hashes = tile(level, first / kWidth);
    auto const offset = first % kWidth;
    if (hashes.size() < offset + count) throw store::Failure("the audit lacks entries or nodes");
    GrowingTree part;
    for (std::uint64_t i = 0; i < count; ++i) part.add(hashes[offset + i]);
    return part.root();
}

std::vector<Digest> const& StoredTree::tile(int level, std::uint64_t position) {
    auto const [at, is_new] = tiles_.try_emplace({level, position});
    if (!is_new) return at->second;
    auto const from = static_cast<std::int64_t>(position * kWidth);
    auto const to = from + static_cast<std::int64_t>(kWidth);
    if (level == 0) {
        for (auto const& row : tx_->all(sql::kHashes, {from + 1, to})) {
            at->second.push_back(leaf_hash(digest_in(row)));
        }
    } else {
        for (auto const& row : tx_->all(sql::kNodes, {level, from, to - 1})) {
            at->second.push_back(digest_in(row));
        }
    }
    return at->second;
}

}  // namespace waymark::audit
