#include "audit/audit.h"

#include "audit_sql.h"
#include "foundation/digest.h"

#include <limits>

namespace waymark::audit {

namespace {

// Each part is preceded by its length, so that no two different entries give the same text.
void add_part(std::string& text, std::string_view part) {
    text += std::to_string(part.size());
    text += ':';
    text += part;
}

std::string entry_hash(std::string_view previous, std::int64_t sequence, std::string_view at,
                       Origin const& origin, Note const& note) {
    std::string text;
    text.reserve(400);
    add_part(text, previous);
    add_part(text, std::to_string(sequence));
    add_part(text, at);
    add_part(text, origin.actor_id);
    add_part(text, origin.agency_id);
    add_part(text, note.action);
    add_part(text, note.subject_kind);
    add_part(text, note.subject_id);
    add_part(text, note.revision ? std::to_string(*note.revision) : "");
    add_part(text, note.detail);
    add_part(text, origin.request_id);
    return sha256_hex(text);
}

Entry entry_from(store::Row const& row) {
    return {
        .sequence = row.integer("sequence"),
        .at = row.instant("at"),
        .actor_id = row.text("actor_id"),
        .agency_id = row.text("agency_id"),
        .action = row.text("action"),
        .subject_kind = row.text("subject_kind"),
        .subject_id = row.text("subject_id"),
        .revision = row.optional_integer("revision"),
        .detail = row.text("detail"),
    };
}

std::vector<Entry> entries_from(std::vector<store::Row> const& rows) {
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (auto const& row : rows) entries.push_back(entry_from(row));
    return entries;
}

}  // namespace

void append(store::Transaction& tx, std::span<Pending const> entries) {
    if (entries.empty()) return;
    auto const head = tx.first(sql::kTakeHead, {entries.size()});
    if (!head) throw store::Failure("the audit has no head");
    auto sequence = head->integer("sequence") - static_cast<std::int64_t>(entries.size());
    auto hash = head->text("hash");
    for (auto const& [origin, note] : entries) {
        ++sequence;
        auto const at = to_text(origin.at);
        hash = entry_hash(hash, sequence, at, origin, note);
        tx.execute(sql::kInsert,
                   {sequence, at, origin.actor_id, origin.agency_id, note.action, note.subject_kind,
                    note.subject_id, note.revision, note.detail, origin.request_id, hash});
    }
    tx.execute(sql::kSetHead, {hash});
}

std::vector<Entry> about(store::Transaction& tx, std::string_view subject_id, Include include,
                         std::optional<std::int64_t> before, int limit) {
    auto const below = before.value_or(std::numeric_limits<std::int64_t>::max());
    int const readings = include == Include::Readings ? 1 : 0;
    return entries_from(tx.all(sql::kAbout, {subject_id, below, limit, readings}));
}

std::vector<Entry> changes_since(store::Transaction& tx, std::string_view subject_id,
                                 std::int64_t revision) {
    return entries_from(tx.all(sql::kChangesSince, {subject_id, revision}));
}

bool role_could_rewrite(store::Transaction& tx) {
    if (tx.engine() == store::Engine::Sqlite) return false;
    auto const row = tx.first(sql::kRoleCouldRewrite, {});
    return !row || row->flag("could");
}

Verification verify(store::Transaction& tx) {
    Verification found{0, std::nullopt, ""};
    std::string hash;
    tx.each(sql::kWholeChain, {}, [&](store::Row const& row) {
        if (found.broken) return;
        auto const entry = entry_from(row);
        auto const expected = ++found.entries;
        if (entry.sequence != expected) {
            found.broken = expected;
            found.fault = "missing";
            return;
        }
        Origin const origin{entry.actor_id, entry.agency_id, row.text("request_id"), entry.at};
        Note const note{entry.action, entry.subject_kind, entry.subject_id, entry.revision,
                        entry.detail};
        hash = entry_hash(hash, entry.sequence, row.text("at"), origin, note);
        if (hash != row.text("hash")) {
            found.broken = entry.sequence;
            found.fault = "altered";
        }
    });
    if (found.broken) return found;

    auto const head = tx.first(sql::kReadHead, {});
    auto const recorded = head ? head->integer("sequence") : 0;
    if (recorded > found.entries) {
        found.broken = found.entries + 1;
        found.fault = "missing";
    } else if (recorded < found.entries) {
        found.broken = recorded + 1;
        found.fault = "beyond_head";
    } else if (!head || head->text("hash") != hash) {
        found.broken = found.entries;
        found.fault = "head_differs";
    }
    if (!found.broken) found.head = hash;
    return found;
}

}  // namespace waymark::audit
