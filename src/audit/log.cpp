#include "audit/log.h"

#include "audit_sql.h"
#include "foundation/text.h"
#include "stored_tree.h"

namespace waymark::audit {

namespace {

// A transaction fills at most this much of the tree or the index, so that nobody waits long.
constexpr int kNodesAtOnce = 64;
constexpr int kEntriesAtOnce = 500;

struct Node {
    int level;
    std::uint64_t position;
    Digest hash;
};

// Complete parts of the first `size` entries that are not stored yet, lowest level first: those of
// a level need the whole of the one below.
std::vector<Node> nodes_to_store(store::Transaction& tx, std::uint64_t size) {
    std::vector<Node> nodes;
    StoredTree tree{tx};
    auto const have = [&](int level) {
        return static_cast<std::uint64_t>(tx.first(sql::kCountNodes, {level})->integer("nodes"));
    };
    for (auto const level : kStoredLevels) {
        auto const wanted = size >> level;
        for (auto at = have(level); at < wanted; ++at) {
            if (nodes.size() == kNodesAtOnce) return nodes;
            nodes.push_back({level, at, tree.to_store(level, at)});
        }
        if (!nodes.empty()) return nodes;
    }
    return nodes;
}

void fill_tree(store::Database& database, store::Deadline deadline) {
    for (;;) {
        auto const nodes = database.read(
            deadline, [](store::Transaction& tx) { return nodes_to_store(tx, size_of(tx)); });
        if (nodes.empty()) return;
        database.write(deadline, [&](store::Transaction& tx) {
            for (auto const& node : nodes) {
                tx.execute(sql::kInsertNode, {node.level, static_cast<std::int64_t>(node.position),
                                              hex_of(bytes_of(node.hash))});
            }
            tx.commit();
        });
    }
}

SignedNote note_from(store::Row const& row) {
    auto note = SignedNote::parse(row.text("note"));
    if (!note) throw store::Failure("the audit has a checkpoint that is none");
    return std::move(*note);
}

SignedNote with_cosignatures(store::Transaction& tx, SignedNote note) {
    auto const size = static_cast<std::int64_t>(note.checkpoint.size);
    for (auto const& signed_by : tx.all(sql::kCosignatures, {size})) {
        if (auto signature = Signature::parse(signed_by.text("line"))) {
            note.signatures.push_back(std::move(*signature));
        }
    }
    return note;
}

Witness witness_from(store::Row const& row) {
    auto key = VerifierKey::parse(row.text("key"));
    if (!key) throw store::Failure("a witness has a key that is none");
    return {row.text("id"),
            row.text("name"),
            row.text("agency_id"),
            std::move(*key),
            row.date("valid_from"),
            row.optional_date("valid_to"),
            row.optional_instant("seen_at"),
            static_cast<std::uint64_t>(row.integer("seen_size"))};
}

}  // namespace

std::uint64_t size_of(store::Transaction& tx) {
    return static_cast<std::uint64_t>(tx.first(sql::kReadHead, {})->integer("sequence"));
}

void make_checkpoint(store::Database& database, SigningKey const& key, store::Deadline deadline) {
    fill_tree(database, deadline);
    auto const next = database.read(deadline, [&](store::Transaction& tx) {
        auto const last = tx.first(sql::kNewestCheckpoint, {});
        auto const size = size_of(tx);
        StoredTree tree{tx};
        auto origin = key.verifier().name;
        if (last) {
            auto const before = note_from(*last).checkpoint;
            if (before.size > size || root_of(before.size, tree.as_function()) != before.root) {
                throw store::Failure("the audit is not what was signed; run: waymark verify-audit");
            }
            if (before.size == size) return std::optional<Checkpoint>{};
            origin = before.origin;
        }
        return std::optional{
            Checkpoint{origin, size, root_of(size, tree.as_function()), system_clock().now}};
    });
    if (!next) return;
    SignedNote const note{*next, {sign(key, *next)}};
    database.write(deadline, [&](store::Transaction& tx) {
        tx.execute(sql::kInsertCheckpoint,
                   {static_cast<std::int64_t>(next->size), to_text(next->at), note.text()});
        tx.commit();
    });
}

void index_shown(store::Database& database, store::Deadline deadline) {
    for (bool more = true; more;) {
        more = database.write(deadline, [&](store::Transaction& tx) {
            auto const done = tx.first(sql::kShownUpTo, {})->integer("shown_up_to");
            auto const end = static_cast<std::int64_t>(size_of(tx));
            auto const to = std::min(end, done + kEntriesAtOnce);
            if (to <= done) return false;
            std::vector<std::pair<std::string, std::int64_t>> shown;
            for (auto const& row : tx.all(sql::kShownBetween, {done + 1, to})) {
                for (auto& id : split(row.text("shown"), ',')) {
                    shown.emplace_back(std::move(id), row.integer("sequence"));
                }
            }
            // In the order of the index, so that its pages are touched once.
            std::sort(shown.begin(), shown.end());
            for (auto const& [id, sequence] : shown) tx.execute(sql::kInsertShown, {id, sequence});
            tx.execute(sql::kSetShownUpTo, {to});
            tx.commit();
            return to < end;
        });
    }
}

std::optional<SignedNote> newest_checkpoint(store::Transaction& tx) {
    auto const row = tx.first(sql::kNewestCheckpoint, {});
    if (!row) return std::nullopt;
    return with_cosignatures(tx, note_from(*row));
}

std::optional<SignedNote> witnessed_checkpoint(store::Transaction& tx, int agencies) {
    auto const size = static_cast<std::int64_t>(witnessed_size(tx, agencies));
    auto const row = tx.first(sql::kCheckpointOf, {size});
    if (!row) return std::nullopt;
    return with_cosignatures(tx, note_from(*row));
}

std::uint64_t witnessed_size(store::Transaction& tx, int agencies) {
    auto const row = tx.first(sql::kWitnessedSize, {agencies});
    return row ? static_cast<std::uint64_t>(row->integer("size")) : 0;
}

Proof consistency_between(store::Transaction& tx, std::uint64_t old_size, std::uint64_t size) {
    StoredTree tree{tx};
    return consistency_proof(old_size, size, tree.as_function());
}

Proof inclusion_of(store::Transaction& tx, std::int64_t sequence, std::uint64_t size) {
    StoredTree tree{tx};
    return inclusion_proof(static_cast<std::uint64_t>(sequence - 1), size, tree.as_function());
}

std::vector<Witness> witnesses(store::Transaction& tx) {
    std::vector<Witness> list;
    for (auto const& row : tx.all(sql::kWitnesses, {})) list.push_back(witness_from(row));
    return list;
}

Result<Done> add_witness(store::Transaction& tx, std::string_view agency_id, std::string_view key,
                         Clock const& clock) {
    auto const parsed = VerifierKey::parse(trimmed(key));
    if (!parsed || parsed->kind != KeyKind::Witness) {
        return invalid({{"key", "not_a_witness_key"}});
    }
    for (auto const& known : witnesses(tx)) {
        if (known.name == parsed->name) return Error{Refusal::Conflict, "name_taken"};
    }
    tx.execute(sql::kInsertWitness, {new_uuid(clock.now), parsed->name, agency_id, parsed->text(),
                                     to_text(clock.today)});
    return Done{};
}

Result<Done> end_witness(store::Transaction& tx, std::string_view name, Clock const& clock) {
    if (tx.execute(sql::kEndWitness, {name, to_text(clock.today)}) == 0) {
        return Error{Refusal::NotFound, "no_such_witness"};
    }
    return Done{};
}

std::optional<Witness> witness_named(store::Transaction& tx, std::string_view name,
                                     Clock const& clock) {
    auto const row = tx.first(sql::kWitnessNamed, {name, to_text(clock.today)});
    if (!row) return std::nullopt;
    return witness_from(*row);
}

std::optional<Cosignature> read_cosignature(store::Transaction& tx, Witness const& witness,
                                            std::uint64_t size, std::string_view line) {
    auto const row = tx.first(sql::kCheckpointOf, {static_cast<std::int64_t>(size)});
    auto signature = Signature::parse(line);
    if (!row || !signature) return std::nullopt;
    auto note = note_from(*row);
    note.signatures = {*signature};
    auto const at = cosigned_at(note, witness.key);
    if (!at) return std::nullopt;
    return Cosignature{witness.id, size, *at, signature->line()};
}

void keep_cosignature(store::Transaction& tx, Cosignature const& cosignature) {
    auto const size = static_cast<std::int64_t>(cosignature.size);
    auto const at = to_text(cosignature.at);
    tx.execute(sql::kInsertCosignature, {size, cosignature.witness_id, at, cosignature.line});
    tx.execute(sql::kWitnessSeen, {cosignature.witness_id, at, size});
}

}  // namespace waymark::audit
