// Entries with their proofs, for whoever has to show them to somebody outside.

#include "audit/extract.h"

#include "audit_sql.h"
#include "entry.h"
#include "foundation/text.h"
#include "stored_tree.h"

#include <algorithm>

namespace waymark::audit {

namespace {

std::vector<std::int64_t> sequences_from(std::vector<store::Row> const& rows) {
    std::vector<std::int64_t> list;
    list.reserve(rows.size());
    for (auto const& row : rows) list.push_back(row.integer("sequence"));
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

}  // namespace

std::vector<std::int64_t> sequences_about(store::Transaction& tx, std::string_view subject_id,
                                          Period const& period, std::uint64_t size, int limit) {
    auto const below = static_cast<std::int64_t>(size) + 1;
    int const readings = 1;
    return sequences_from(tx.all(sql::kAbout, {subject_id, below, limit, readings,
                                               to_text(period.from), to_text(period.to)}));
}

std::vector<std::int64_t> sequences_by(store::Transaction& tx, std::string_view actor_id,
                                       Period const& period, std::uint64_t size, int limit) {
    auto const below = static_cast<std::int64_t>(size) + 1;
    return sequences_from(
        tx.all(sql::kBy, {actor_id, below, limit, to_text(period.from), to_text(period.to)}));
}

std::vector<ProvedEntry> proved_entries(store::Transaction& tx,
                                        std::span<std::int64_t const> sequences,
                                        std::uint64_t size) {
    StoredTree tree{tx};
    std::vector<ProvedEntry> entries;
    entries.reserve(sequences.size());
    for (auto const sequence : sequences) {
        auto const row = tx.first(sql::kWholeEntry, {sequence});
        if (!row) throw store::Failure("the audit lacks an entry");
        auto const shown = row->text("shown");
        entries.push_back({.said = {entry_from(*row),
                                    shown.empty() ? std::vector<std::string>{} : split(shown, ',')},
                           .request_id = row->text("request_id"),
                           .previous_hash = row->text("previous_hash"),
                           .hash = row->text("hash"),
                           .proof = inclusion_proof(static_cast<std::uint64_t>(sequence - 1), size,
                                                    tree.as_function())});
    }
    return entries;
}

}  // namespace waymark::audit
