// The tree and its proofs against the definition in RFC 6962, for every small size.

#include "audit/tree.h"

#include <gtest/gtest.h>

namespace waymark::audit {

namespace {

std::vector<Digest> leaves_of(std::uint64_t size) {
    std::vector<Digest> leaves;
    for (std::uint64_t i = 0; i < size; ++i) {
        leaves.push_back(leaf_hash(sha256("entry " + std::to_string(i))));
    }
    return leaves;
}

// MTH as section 2.1 writes it: over leaves that were hashed already.
Digest defined_root(std::vector<Digest> const& leaves) {
    if (leaves.empty()) return sha256("");
    if (leaves.size() == 1) return leaves.front();
    std::size_t k = 1;
    while (k * 2 < leaves.size()) k *= 2;
    auto const middle = leaves.begin() + static_cast<std::ptrdiff_t>(k);
    return node_hash(defined_root({leaves.begin(), middle}), defined_root({middle, leaves.end()}));
}

Subtree over(std::vector<Digest> const& leaves) {
    return [&leaves](int level, std::uint64_t position) {
        auto const from = leaves.begin() + static_cast<std::ptrdiff_t>(position << level);
        return defined_root({from, from + (std::ptrdiff_t{1} << level)});
    };
}

constexpr std::uint64_t kLargest = 40;

TEST(Tree, HashesLeavesAndNodesApart) {
    // RFC 6962: the hash of a node is never that of a leaf of the same bytes.
    auto const one = sha256("one");
    EXPECT_NE(leaf_hash(one), one);
    EXPECT_EQ(hex_of(bytes_of(root_of(0, {}))),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    std::string with_prefix{'\0'};
    with_prefix += bytes_of(one);
    EXPECT_EQ(leaf_hash(one), sha256(with_prefix));
}

TEST(Tree, HasTheRootOfTheDefinition) {
    GrowingTree growing;
    for (std::uint64_t size = 0; size <= kLargest; ++size) {
        auto const leaves = leaves_of(size);
        EXPECT_EQ(root_of(size, over(leaves)), defined_root(leaves)) << size;
        EXPECT_EQ(growing.root(), defined_root(leaves)) << size;
        growing.add(leaf_hash(sha256("entry " + std::to_string(size))));
    }
}

TEST(Tree, ProvesThatEachLeafIsInIt) {
    for (std::uint64_t size = 1; size <= kLargest; ++size) {
        auto const leaves = leaves_of(size);
        auto const root = defined_root(leaves);
        for (std::uint64_t leaf = 0; leaf < size; ++leaf) {
            auto proof = inclusion_proof(leaf, size, over(leaves));
            EXPECT_TRUE(is_included(leaves[leaf], leaf, size, proof, root)) << leaf << " " << size;
            EXPECT_FALSE(is_included(sha256("other"), leaf, size, proof, root));
            EXPECT_FALSE(is_included(leaves[leaf], leaf, size, proof, sha256("other")));
            EXPECT_FALSE(is_included(leaves[leaf], size, size, proof, root));
            proof.push_back(root);
            EXPECT_FALSE(is_included(leaves[leaf], leaf, size, proof, root)) << "too long a proof";
        }
    }
}

TEST(Tree, ProvesThatItContinuesEachEarlierOne) {
    for (std::uint64_t size = 1; size <= kLargest; ++size) {
        auto const leaves = leaves_of(size);
        auto const root = defined_root(leaves);
        for (std::uint64_t old_size = 1; old_size <= size; ++old_size) {
            auto const old_root = defined_root(leaves_of(old_size));
            auto proof = consistency_proof(old_size, size, over(leaves));
            EXPECT_TRUE(is_consistent(old_size, old_root, size, root, proof))
                << old_size << " " << size;
            EXPECT_FALSE(is_consistent(old_size, sha256("other"), size, root, proof));
            if (old_size == size) continue;
            EXPECT_FALSE(is_consistent(old_size, old_root, size, sha256("other"), proof));
            proof.pop_back();
            EXPECT_FALSE(is_consistent(old_size, old_root, size, root, proof)) << "too short";
        }
        EXPECT_FALSE(is_consistent(0, sha256(""), size, root, {}));
        EXPECT_FALSE(is_consistent(size + 1, root, size, root, {}));
    }
}

}  // namespace

}  // namespace waymark::audit
