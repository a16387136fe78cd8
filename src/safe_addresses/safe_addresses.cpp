#include "safe_addresses/safe_addresses.h"

#include "access/directory.h"
#include "foundation/text.h"
#include "notices/notices.h"
#include "people/people.h"
#include "safe_addresses_sql.h"

namespace waymark::safe_addresses {

namespace {

// Between the parts of an address that is sealed as one text; no clean text holds it.
constexpr char kBetween = '\x1f';

Error not_allowed() {
    return {Refusal::Forbidden, "not_allowed"};
}

bool keeps(access::Work const& work) {
    return work.actor().may(access::Permission::KeepSafeAddresses);
}

// What a conflict of interest closes, or is not the reader's for any other reason, is not there.
bool exists_for(access::Work& work, PersonId const& person) {
    return !people::summaries(work, {person}).empty();
}

void check(std::vector<FieldError>& mistakes, std::string const& field, std::string const& text,
           std::size_t longest, bool is_needed) {
    if (is_needed && is_blank(text)) {
        mistakes.push_back({field, "required"});
    } else if (!is_clean_utf8(text)) {
        mistakes.push_back({field, "not_clean_text"});
    } else if (text.size() > longest) {
        mistakes.push_back({field, "too_long"});
    }
}

std::string one_text(Address const& address) {
    return join({address.line, address.town, address.postcode, address.note},
                std::string_view{&kBetween, 1});
}

Address address_from(std::string const& text) {
    auto parts = split(text, kBetween);
    parts.resize(4);
    return {parts[0], parts[1], parts[2], parts[3]};
}

Kept kept_from(store::Row const& row) {
    return {row.id<SafeAddressId>("id"), row.id<PersonId>("person_id"), row.id<UserId>("sealed_by"),
            row.instant("sealed_at"), row.integer("revision")};
}

Reveal reveal_from(store::Row const& row) {
    return {.id = row.id<RevealId>("id"),
            .address = row.id<SafeAddressId>("address_id"),
            .person = row.id<PersonId>("person_id"),
            .asked_by = row.id<UserId>("asked_by"),
            .asked_at = row.instant("asked_at"),
            .reason = row.text("reason"),
            .decision = row.text_or_empty("decision"),
            .decided_by = row.optional_id<UserId>("decided_by"),
            .until = row.optional_instant("until"),
            .revision = row.integer("revision")};
}

std::optional<Kept> find(access::Work& work, SafeAddressId const& id) {
    auto const row = work.tx().first(sql::kFind, {id, work.actor().agency});
    if (!row) return std::nullopt;
    auto kept = kept_from(*row);
    if (!exists_for(work, kept.person)) return std::nullopt;
    return kept;
}

struct Standing {
    Reveal reveal;
    bool is_kept;
};

std::optional<Standing> find_reveal(access::Work& work, RevealId const& id) {
    auto const row = work.tx().first(sql::kReveal, {id, work.actor().agency});
    if (!row) return std::nullopt;
    Standing standing{reveal_from(*row), row->is_null("ended_at")};
    if (!exists_for(work, standing.reveal.person)) return std::nullopt;
    return standing;
}

// Everybody of the agency who keeps safe addresses.
void tell_keepers(access::Work& work, std::string_view kind, RevealId const& id) {
    std::vector<UserId> keepers;
    for (auto const& holder : access::who_may(work, access::Permission::KeepSafeAddresses)) {
        if (holder.agency == work.actor().agency) keepers.push_back(holder.user);
    }
    notices::tell(work, keepers, {kind, "reveal", id.value});
}

}  // namespace

Result<SafeAddressId> seal(access::Work& work, sealing::SealingKey const& key,
                           PersonId const& person, Address const& address) {
    if (!keeps(work)) return not_allowed();
    if (!exists_for(work, person)) return access::not_found("no_such_person");
    std::vector<FieldError> mistakes;
    check(mistakes, "line", address.line, kLongestLine, true);
    check(mistakes, "town", address.town, kLongestLine, false);
    check(mistakes, "postcode", address.postcode, kLongestLine, false);
    check(mistakes, "note", address.note, kLongestNote, false);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const& actor = work.actor();
    if (work.tx().first(sql::kKeptFor, {actor.agency, person})) {
        return Error{Refusal::Conflict, "already_kept"};
    }
    auto const id = new_id<SafeAddressId>(work.clock().now);
    auto const sealed = key.seal(one_text(address), id.value);
    work.tx().execute(sql::kInsert, {id, actor.partnership, person, actor.agency, sealed.key,
                                     sealed.body, actor.user, work.now()});
    work.note({"safe_address.create", "safe_address", id.value, 1});
    return id;
}

Result<std::optional<Kept>> kept_for(access::Work& work, PersonId const& person) {
    if (!keeps(work)) return not_allowed();
    if (!exists_for(work, person)) return access::not_found("no_such_person");
    std::optional<Kept> kept;
    if (auto const row = work.tx().first(sql::kKeptFor, {work.actor().agency, person})) {
        kept = kept_from(*row);
        work.note({.action = "safe_address.read",
                   .subject_kind = "safe_address",
                   .subject_id = kept->id.value});
    }
    return kept;
}

Result<Done> end(access::Work& work, SafeAddressId const& id, std::int64_t revision) {
    if (!keeps(work)) return not_allowed();
    if (!find(work, id)) return access::not_found("no_such_safe_address");
    auto const ended = work.tx().execute(sql::kEnd, {id, revision, work.actor().user, work.now()});
    if (ended != 1) return access::stale();
    work.note({"safe_address.end", "safe_address", id.value, revision + 1});
    return Done{};
}

Result<RevealId> ask(access::Work& work, SafeAddressId const& id, std::string const& reason) {
    if (!keeps(work)) return not_allowed();
    if (!find(work, id)) return access::not_found("no_such_safe_address");
    std::vector<FieldError> mistakes;
    check(mistakes, "reason", reason, kLongestReason, true);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const reveal = new_id<RevealId>(work.clock().now);
    work.tx().execute(sql::kInsertReveal, {reveal, id, work.actor().user, work.now(), reason});
    tell_keepers(work, "reveal_asked", reveal);
    work.note({"safe_address.ask", "safe_address", id.value, std::nullopt, reveal.value});
    return reveal;
}

Result<std::vector<Reveal>> reveals(access::Work& work, int limit) {
    if (!keeps(work)) return not_allowed();
    std::vector<Reveal> list;
    for (auto const& row : work.tx().all(sql::kReveals, {work.actor().agency, limit})) {
        auto reveal = reveal_from(row);
        if (exists_for(work, reveal.person)) list.push_back(std::move(reveal));
    }
    work.note({"safe_address.list", "list", ""});
    return list;
}

bool is_for_actor(access::Work& work, RevealId const& id) {
    return keeps(work) && find_reveal(work, id).has_value();
}

Result<Done> decide(access::Work& work, RevealId const& id, std::int64_t revision, bool give) {
    if (!keeps(work)) return not_allowed();
    auto const standing = find_reveal(work, id);
    if (!standing) return access::not_found("no_such_reveal");
    auto const& reveal = standing->reveal;
    if (reveal.asked_by == work.actor().user) return Error{Refusal::Forbidden, "not_yourself"};
    if (!reveal.decision.empty()) return Error{Refusal::Conflict, "already_decided"};
    if (!standing->is_kept) return Error{Refusal::Conflict, "no_longer_kept"};
    auto const minutes = work.tx().first(
        sql::kLimit, {std::string_view{"reveal_minutes"}, to_text(work.clock().today)});
    if (!minutes) throw store::Failure("how long a reveal lasts is not in the database");
    auto const until = work.clock().now + std::chrono::minutes{minutes->integer("value")};
    auto const decided =
        work.tx().execute(sql::kDecide, {id, revision, std::string_view{give ? "given" : "refused"},
                                         work.actor().user, work.now(),
                                         give ? std::optional{to_text(until)} : std::nullopt});
    if (decided != 1) return access::stale();
    tell_keepers(work, give ? "reveal_given" : "reveal_refused", id);
    work.note({give ? "safe_address.give" : "safe_address.refuse", "safe_address",
               reveal.address.value, std::nullopt, id.value});
    return Done{};
}

Result<Address> look(access::Work& work, sealing::SealingKey const& key, RevealId const& id) {
    if (!keeps(work)) return not_allowed();
    auto const standing = find_reveal(work, id);
    bool const is_open = standing && standing->is_kept &&
                         standing->reveal.asked_by == work.actor().user &&
                         standing->reveal.decision == "given" && standing->reveal.until &&
                         work.clock().now < *standing->reveal.until;
    if (!is_open) return access::not_found("no_such_reveal");
    auto const& address = standing->reveal.address;
    auto const row = work.tx().first(sql::kBody, {address});
    auto const text =
        row ? key.open({row->text("key"), row->text("body")}, address.value) : std::nullopt;
    if (!text) throw store::Failure("a safe address does not open with this server's sealing key");
    work.note({"safe_address.reveal", "safe_address", address.value, std::nullopt, id.value});
    return address_from(*text);
}

bool are_any_kept(store::Transaction& tx) {
    return tx.first(sql::kAny, {}).has_value();
}

}  // namespace waymark::safe_addresses
