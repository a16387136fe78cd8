#pragma once

// The Merkle tree over the audit (RFC 6962 section 2.1, SHA-256). A leaf is the hash of an entry,
// which is chained to the one before; the root of the first n leaves stands for n entries in their
// order. Positions count from 0; entry 1 is leaf 0.

#include "foundation/digest.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace waymark::audit {

using Proof = std::vector<Digest>;

Digest leaf_hash(Digest const& entry);
Digest node_hash(Digest const& left, Digest const& right);

// Gives the root of the 2^level leaves from position * 2^level on, all of which are there.
using Subtree = std::function<Digest(int level, std::uint64_t position)>;

// Of `size` leaves; of no leaf it is the hash of nothing.
Digest root_of(std::uint64_t size, Subtree const& subtree);
// That a leaf is in the tree of `size` leaves (2.1.1). leaf < size.
Proof inclusion_proof(std::uint64_t leaf, std::uint64_t size, Subtree const& subtree);
// That the tree of `size` leaves begins with that of `old_size` (2.1.2). 0 < old_size <= size.
Proof consistency_proof(std::uint64_t old_size, std::uint64_t size, Subtree const& subtree);

// What a proof shows, without the tree. RFC 9162 sections 2.1.3.2 and 2.1.4.2.
bool is_included(Digest const& leaf, std::uint64_t position, std::uint64_t size, Proof const& proof,
                 Digest const& root);
bool is_consistent(std::uint64_t old_size, Digest const& old_root, std::uint64_t size,
                   Digest const& root, Proof const& proof);

// A tree that grows leaf by leaf and remembers no more than the roots of its complete parts.
class GrowingTree {
  public:
    // Calls `completed` for every subtree that this leaf completes, the leaf's parent first.
    using Completed = std::function<void(int level, std::uint64_t position, Digest const& root)>;
    void add(Digest const& leaf, Completed const& completed = {});
    std::uint64_t size() const { return size_; }
    Digest root() const;

  private:
    std::uint64_t size_ = 0;
    std::vector<Digest> parts_;  // largest first; as many as size_ has bits that are set
};

}  // namespace waymark::audit
