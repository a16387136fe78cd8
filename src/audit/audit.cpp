#include "audit/audit.h"

#include "audit_sql.h"
#include "entry.h"
#include "foundation/text.h"

#include <limits>

namespace waymark::audit {

namespace {

void add_part(std::string& text, std::string_view part) {
    text += std::to_string(part.size());
    text += ':';
    text += part;
}

// Before and after the instant of any entry.
constexpr std::string_view kFirstInstant = "0";
constexpr std::string_view kLastInstant = "9999-12-31T23:59:59.999Z";

}  // namespace

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

namespace {

std::vector<Entry> entries_from(std::vector<store::Row> const& rows) {
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (auto const& row : rows) entries.push_back(entry_from(row));
    return entries;
}

}  // namespace

Digest entry_hash(std::string_view previous, std::int64_t sequence, EntryText const& entry) {
    std::string text;
    text.reserve(400);
    add_part(text, previous);
    add_part(text, std::to_string(sequence));
    add_part(text, entry.at);
    add_part(text, entry.actor_id);
    add_part(text, entry.agency_id);
    add_part(text, entry.action);
    add_part(text, entry.subject_kind);
    add_part(text, entry.subject_id);
    add_part(text, entry.revision ? std::to_string(*entry.revision) : "");
    add_part(text, entry.detail);
    add_part(text, entry.request_id);
    if (!entry.shown.empty()) add_part(text, entry.shown);
    return sha256(text);
}

void append(store::Transaction& tx, std::span<Pending const> entries) {
    if (entries.empty()) return;
    auto const head = tx.first(sql::kTakeHead, {entries.size()});
    if (!head) throw store::Failure("the audit has no head");
    auto sequence = head->integer("sequence") - static_cast<std::int64_t>(entries.size());
    auto hash = head->text("hash");
    for (auto const& [origin, note] : entries) {
        ++sequence;
        auto const at = to_text(origin.at);
        auto const shown = join(note.shown, ",");
        hash = hex_of(bytes_of(
            entry_hash(hash, sequence,
                       {at, origin.actor_id, origin.agency_id, note.action, note.subject_kind,
                        note.subject_id, note.detail, origin.request_id, shown, note.revision})));
        tx.execute(sql::kInsert,
                   {sequence, at, origin.actor_id, origin.agency_id, note.action, note.subject_kind,
                    note.subject_id, note.revision, note.detail, origin.request_id, shown, hash});
    }
    tx.execute(sql::kSetHead, {hash});
}

std::vector<Entry> about(store::Transaction& tx, std::string_view subject_id, Include include,
                         std::optional<std::int64_t> before, int limit) {
    auto const below = before.value_or(std::numeric_limits<std::int64_t>::max());
    int const readings = include == Include::Readings ? 1 : 0;
    std::vector<Entry> entries;
    for (auto const& row :
         tx.all(sql::kAbout, {subject_id, below, limit, readings, kFirstInstant, kLastInstant})) {
        entries.push_back(entry_from(row));
        entries.back().was_shown = row.flag("was_shown");
    }
    return entries;
}

std::vector<std::string> actors_on(store::Transaction& tx, std::string_view subject_id) {
    std::vector<std::string> actors;
    for (auto const& row : tx.all(sql::kActorsOn, {subject_id})) {
        actors.push_back(row.text("actor_id"));
    }
    return actors;
}

std::vector<ByActor> by_actor(store::Transaction& tx, std::string_view actor_id, Instant from,
                              Instant to, std::optional<std::int64_t> before, int limit) {
    auto const below = before.value_or(std::numeric_limits<std::int64_t>::max());
    std::vector<ByActor> entries;
    for (auto const& row : tx.all(sql::kBy, {actor_id, below, limit, to_text(from), to_text(to)})) {
        auto const shown = row.text("shown");
        entries.push_back(
            {entry_from(row), shown.empty() ? std::vector<std::string>{} : split(shown, ',')});
    }
    return entries;
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

}  // namespace waymark::audit
