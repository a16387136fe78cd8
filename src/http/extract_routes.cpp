// The extract that a regulator may ask for: what the audit tells of one record, or of what one
// colleague did and looked at, between two days, as a file that proves itself to whoever has the
// log's public key (docs/how-to/prove-the-audit.md, decision 0024).

#include "audit/extract.h"
#include "cases/cases.h"
#include "http/audit_labels.h"
#include "http/names.h"

#include <algorithm>

namespace waymark::http {

namespace {

constexpr int kLongestDays = 366;
constexpr int kMostEntries = 10'000;
constexpr std::size_t kEntriesAtOnce = 250;  // their proofs share what is read of the tree

// Whom or what it is about.
struct About {
    std::string kind, id, label;
};

struct Asked {
    About about;
    Date from, to;  // both in it
    bool is_by_actor() const { return about.kind == "user"; }
    audit::Period period() const {
        return {start_of_london_day(from), start_of_london_day(add_days(to, 1))};
    }
};

Result<Asked> asked(Request const& request, About about) {
    auto const from = parse_date(request.query_text("from_on"));
    auto const to = parse_date(request.query_text("to_on"));
    if (!from || !to || *to < *from) {
        return invalid({{!from ? "from_on" : "to_on", "not_a_period"}});
    }
    if (days_between(*from, *to) >= kLongestDays) return invalid({{"to_on", "period_too_long"}});
    return Asked{std::move(about), *from, *to};
}

JsonArray hashes_json(audit::Proof const& proof) {
    JsonArray list;
    for (auto const& hash : proof) list.emplace_back(base64_of(bytes_of(hash)));
    return list;
}

// Every id in the entry is of the record that was asked about or of one that the reader may see.
bool is_given_whole(Asked const& asked, Labels const& labels, audit::ByActor const& said) {
    auto const may_know = [&](std::string const& id) {
        return id == asked.about.id || labels.of(id).has_value();
    };
    auto const& entry = said.entry;
    bool const names_no_record = entry.subject_id.empty() || entry.subject_kind == "area";
    return (names_no_record || may_know(entry.subject_id)) &&
           std::all_of(said.shown.begin(), said.shown.end(), may_know);
}

// Of an entry that names what does not exist for the reader, the hash proves its place; it is
// without the hash before it, with which a guess at the ids could be tried.
JsonObject entry_json(Names& names, audit::ProvedEntry const& proved, bool whole) {
    auto const& entry = proved.said.entry;
    JsonObject json{{"sequence", entry.sequence},
                    {"at", to_text(entry.at)},
                    {"actor_id", entry.actor_id},
                    {"actor_name", names.user(entry.actor_id)},
                    {"agency_id", entry.agency_id},
                    {"agency_name", names.agency({entry.agency_id})},
                    {"action", entry.action},
                    {"subject_kind", entry.subject_kind},
                    {"is_whole", whole},
                    {"hash", proved.hash},
                    {"proof", hashes_json(proved.proof)}};
    if (!whole) return json;
    json["previous_hash"] = proved.previous_hash;
    json["subject_id"] = entry.subject_id;
    json["revision"] = or_null(entry.revision);
    json["detail"] = entry.detail;
    json["request_id"] = proved.request_id;
    json["shown"] = array_of(proved.said.shown, [](auto const& id) { return JsonValue(id); });
    return json;
}

// What somebody looked at is told of records that exist for the reader alone, as on the page.
bool is_told(Asked const& asked, Labels const& labels, audit::ByActor const& said) {
    return !asked.is_by_actor() || labels.is_told(said);
}

class Writer {
  public:
    Writer(access::Work& work, Asked const& asked, std::uint64_t size)
        : work_(&work), asked_(&asked), size_(size), names_(work) {}

    // False when the reader has gone.
    bool write(std::span<std::int64_t const> sequences, Sink const& sink) {
        auto const entries = audit::proved_entries(work_->tx(), sequences, size_);
        std::vector<audit::ByActor> said;
        for (auto const& one : entries) said.push_back(one.said);
        Labels const labels{*work_, said};
        std::string text;
        for (auto const& one : entries) {
            if (!is_told(*asked_, labels, one.said)) continue;
            bool const whole = is_given_whole(*asked_, labels, one.said);
            text += is_first_ ? "\n" : ",\n";
            text += boost::json::serialize(entry_json(names_, one, whole));
            is_first_ = false;
        }
        return text.empty() || sink(text);
    }

  private:
    access::Work* work_;
    Asked const* asked_;
    std::uint64_t size_;
    Names names_;
    bool is_first_ = true;
};

JsonValue witnessed_json(store::Transaction& tx, std::uint64_t size) {
    auto const note = audit::witnessed_checkpoint(tx, audit::kEnoughWitnesses);
    if (!note) return nullptr;
    return JsonObject{
        {"checkpoint", note->text()},
        {"proof", hashes_json(audit::consistency_between(tx, note->checkpoint.size, size))}};
}

JsonObject head_json(access::Work& work, Services const& services, Asked const& asked,
                     audit::SignedNote const& note) {
    Names names{work};
    JsonArray witnesses;
    for (auto const& one : audit::witnesses(work.tx())) {
        witnesses.push_back(JsonObject{{"name", one.name},
                                       {"agency_id", one.agency_id},
                                       {"agency_name", names.agency({one.agency_id})},
                                       {"key", one.key.text()}});
    }
    auto const& actor = work.actor();
    return {{"format", "waymark.extract/1"},
            {"asked_at", to_text(work.clock().now)},
            {"asked_by", JsonObject{{"id", actor.user.value},
                                    {"name", actor.name},
                                    {"agency_name", names.agency(actor.agency)}}},
            {"about",
             JsonObject{
                 {"kind", asked.about.kind}, {"id", asked.about.id}, {"label", asked.about.label}}},
            {"from_on", to_text(asked.from)},
            {"to_on", to_text(asked.to)},
            {"log_key", services.audit_log_key},
            {"checkpoint", note.text()},
            {"witnessed", witnessed_json(work.tx(), note.checkpoint.size)},
            {"witnesses", std::move(witnesses)}};
}

std::string file_name(access::Work& work, Asked const& asked) {
    return std::string{"attachment; filename=\""} +
           (access::partnership(work).is_demo ? "demonstration-" : "") + "audit-extract-" +
           asked.about.kind + "-" + to_text(asked.from) + "-" + to_text(asked.to) + ".json\"";
}

Response extract(access::Work& work, Services const& services, Request const& request,
                 About about) {
    auto const wanted = asked(request, std::move(about));
    if (!wanted) return refuse(wanted.error());
    auto const note = audit::newest_checkpoint(work.tx());
    if (!note) return refuse({Refusal::Conflict, "not_signed_yet"});
    auto const size = note->checkpoint.size;
    auto const& [kind, id, label] = wanted->about;
    auto const find = wanted->is_by_actor() ? audit::sequences_by : audit::sequences_about;
    auto sequences = find(work.tx(), id, wanted->period(), size, kMostEntries + 1);
    if (sequences.size() > kMostEntries) return refuse(invalid({{"to_on", "too_many_entries"}}));
    work.note({kind + ".extract", kind, id, std::nullopt,
               to_text(wanted->from) + "," + to_text(wanted->to)});

    auto head = boost::json::serialize(head_json(work, services, *wanted, *note));
    head.back() = ',';  // goes on with the entries
    return {.status = 200,
            .disposition = file_name(work, *wanted),
            .stream = [&work, asked = *wanted, size, head = std::move(head),
                       sequences = std::move(sequences)](Sink const& sink) {
                if (!sink(head + "\"entries\":[")) return;
                Writer writer{work, asked, size};
                std::span<std::int64_t const> left{sequences};
                while (!left.empty()) {
                    auto const some = left.first(std::min(left.size(), kEntriesAtOnce));
                    if (!writer.write(some, sink)) return;
                    left = left.subspan(some.size());
                }
                sink("]}\n");
            }};
}

// As who looked at a person or a place: for whoever answers for the whole partnership alone.
Response not_for_one_hub() {
    return refuse({Refusal::Forbidden, "not_allowed"});
}

Response extract_case_audit(access::Work& work, Services const& services, Request& request) {
    if (!work.actor().sees_partnership) return not_for_one_hub();
    auto const id = request.id<CaseId>();
    auto const found = cases::find(work, id);
    if (!found) return refuse(found.error());
    return extract(work, services, request, {"case", id.value, found->reference});
}

Response extract_person_audit(access::Work& work, Services const& services, Request& request) {
    if (!work.actor().sees_partnership) return not_for_one_hub();
    auto const id = request.id<PersonId>();
    if (auto const found = people::find(work, id); !found) return refuse(found.error());
    auto const known = people::summaries(work, {id});
    return extract(work, services, request,
                   {"person", id.value, known.empty() ? std::string{} : full_name(known.front())});
}

Response extract_place_audit(access::Work& work, Services const& services, Request& request) {
    if (!work.actor().sees_partnership) return not_for_one_hub();
    auto const id = request.id<PlaceId>();
    if (auto const found = places::find(work, id); !found) return refuse(found.error());
    auto const known = places::summaries(work, {id});
    return extract(work, services, request,
                   {"place", id.value, known.empty() ? std::string{} : one_line(known.front())});
}

Response extract_user_looks(access::Work& work, Services const& services, Request& request) {
    if (!work.actor().sees_partnership) return not_for_one_hub();
    auto const user = access::colleague(work, request.parameter("id"));
    if (!user) return refuse(access::not_found("no_such_user"));
    return extract(work, services, request, {"user", user->id.value, user->name});
}

}  // namespace

std::vector<Route> extract_routes() {
    using enum access::Permission;
    using enum Mode;
    return {
        {"GET", "/cases/{id}/audit/extract", ReadAudit, "case.extract", extract_case_audit, Stream},
        {"GET", "/people/{id}/audit/extract", ReadAudit, "person.extract", extract_person_audit,
         Stream},
        {"GET", "/places/{id}/audit/extract", ReadAudit, "place.extract", extract_place_audit,
         Stream},
        {"GET", "/users/{id}/looks/extract", ReadAudit, "user.extract", extract_user_looks, Stream},
    };
}

}  // namespace waymark::http
