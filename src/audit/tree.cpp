#include "audit/tree.h"

#include <bit>

namespace waymark::audit {

namespace {

bool is_complete(std::uint64_t from, std::uint64_t to) {
    auto const size = to - from;
    return std::has_single_bit(size) && from % size == 0;
}

// The largest power of two that is smaller than n; n > 1.
std::uint64_t split_of(std::uint64_t n) {
    return std::bit_floor(n - 1);
}

Digest range_root(std::uint64_t from, std::uint64_t to, Subtree const& subtree) {
    if (is_complete(from, to)) {
        auto const size = to - from;
        return subtree(std::countr_zero(size), from / size);
    }
    auto const middle = from + split_of(to - from);
    return node_hash(range_root(from, middle, subtree), range_root(middle, to, subtree));
}

}  // namespace

Digest leaf_hash(Digest const& entry) {
    std::array<char, 1 + sizeof(Digest)> bytes{};
    std::copy(entry.begin(), entry.end(), bytes.begin() + 1);
    return sha256({bytes.data(), bytes.size()});
}

Digest node_hash(Digest const& left, Digest const& right) {
    std::array<char, 1 + 2 * sizeof(Digest)> bytes{1};
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 1 + sizeof(Digest));
    return sha256({bytes.data(), bytes.size()});
}

Digest root_of(std::uint64_t size, Subtree const& subtree) {
    return size == 0 ? sha256("") : range_root(0, size, subtree);
}

Proof inclusion_proof(std::uint64_t leaf, std::uint64_t size, Subtree const& subtree) {
    Proof from_root;
    for (std::uint64_t from = 0, to = size; to - from > 1;) {
        auto const middle = from + split_of(to - from);
        if (leaf < middle) {
            from_root.push_back(range_root(middle, to, subtree));
            to = middle;
        } else {
            from_root.push_back(range_root(from, middle, subtree));
            from = middle;
        }
    }
    return {from_root.rbegin(), from_root.rend()};
}

Proof consistency_proof(std::uint64_t old_size, std::uint64_t size, Subtree const& subtree) {
    Proof from_root;
    std::uint64_t from = 0;
    std::uint64_t to = size;
    while (to != old_size) {
        auto const middle = from + split_of(to - from);
        if (old_size <= middle) {
            from_root.push_back(range_root(middle, to, subtree));
            to = middle;
        } else {
            from_root.push_back(range_root(from, middle, subtree));
            from = middle;
        }
    }
    // The old tree's own root is known to whoever asks.
    if (from != 0) from_root.push_back(range_root(from, to, subtree));
    return {from_root.rbegin(), from_root.rend()};
}

bool is_included(Digest const& leaf, std::uint64_t position, std::uint64_t size, Proof const& proof,
                 Digest const& root) {
    if (position >= size) return false;
    auto node = position;
    auto last = size - 1;
    auto hash = leaf;
    for (auto const& sibling : proof) {
        if (last == 0) return false;
        if (node % 2 == 1 || node == last) {
            hash = node_hash(sibling, hash);
            while (node % 2 == 0 && node != 0) {
                node /= 2;
                last /= 2;
            }
        } else {
            hash = node_hash(hash, sibling);
        }
        node /= 2;
        last /= 2;
    }
    return last == 0 && hash == root;
}

bool is_consistent(std::uint64_t old_size, Digest const& old_root, std::uint64_t size,
                   Digest const& root, Proof const& proof) {
    if (old_size == 0 || old_size > size) return false;
    if (old_size == size) return proof.empty() && old_root == root;
    auto path = proof;
    if (std::has_single_bit(old_size)) path.insert(path.begin(), old_root);
    if (path.empty()) return false;
    auto node = old_size - 1;
    auto last = size - 1;
    while (node % 2 == 1) {
        node /= 2;
        last /= 2;
    }
    auto old_hash = path.front();
    auto new_hash = path.front();
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (last == 0) return false;
        if (node % 2 == 1 || node == last) {
            old_hash = node_hash(path[i], old_hash);
            new_hash = node_hash(path[i], new_hash);
            while (node % 2 == 0 && node != 0) {
                node /= 2;
                last /= 2;
            }
        } else {
            new_hash = node_hash(new_hash, path[i]);
        }
        node /= 2;
        last /= 2;
    }
    return last == 0 && old_hash == old_root && new_hash == root;
}

void GrowingTree::add(Digest const& leaf, Completed const& completed) {
    parts_.push_back(leaf);
    auto position = size_++;
    for (int level = 1; position % 2 == 1; ++level) {
        auto const right = parts_.back();
        parts_.pop_back();
        parts_.back() = node_hash(parts_.back(), right);
        position /= 2;
        if (completed) completed(level, position, parts_.back());
    }
}

Digest GrowingTree::root() const {
    if (parts_.empty()) return sha256("");
    auto hash = parts_.back();
    for (auto i = parts_.size() - 1; i-- > 0;) hash = node_hash(parts_[i], hash);
    return hash;
}

}  // namespace waymark::audit
