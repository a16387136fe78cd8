#include "places/places.h"

#include "place_checks.h"
#include "place_rows.h"

#include "access/directory.h"
#include "foundation/text.h"

#include <algorithm>

namespace waymark::places {

namespace {

using access::Permission;

Error not_allowed() {
    return {Refusal::Forbidden, "not_allowed"};
}

bool may_record(access::Actor const& actor) {
    return actor.may(Permission::MakeReferrals) || actor.may(Permission::WorkOnCases);
}

std::optional<Kept> visible(access::Work& work, PlaceId const& id) {
    auto kept = load(work, {id});
    if (kept.empty()) return std::nullopt;
    return std::move(kept.front());
}

Error no_such_place() {
    return access::not_found("no_such_place");
}

std::string scopes_text(std::vector<access::Scope> const& scopes) {
    std::vector<std::string> parts;
    for (auto const scope : scopes) parts.push_back(std::to_string(scope));
    return join(parts, ",");
}

// Without those that are never withdrawn from.
std::vector<access::Scope> to_withdraw(access::Work& work, Filed const& filed,
                                       std::vector<access::Scope> scopes) {
    std::erase(scopes, access::scope_of(work.tx(), work.actor().partnership.value));
    // An operator's command has no scope of its own.
    if (!filed.created_by.starts_with("system:")) {
        std::erase(scopes, access::scope_of(work.tx(), filed.created_by));
    }
    return scopes;
}

}  // namespace

Result<Place> find(access::Work& work, PlaceId const& id) {
    if (!work.actor().may(Permission::ReadCases)) return not_allowed();
    auto kept = visible(work, id);
    if (!kept) return no_such_place();
    work.note({.action = "place.read", .subject_kind = "place", .subject_id = id.value});
    return std::move(kept->place);
}

Result<Place> create(access::Work& work, Place const& entered,
                     std::vector<access::Scope> const& scopes) {
    if (!may_record(work.actor())) return not_allowed();
    auto place = normalised(entered);
    if (auto mistakes = mistakes_in(work, place); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    place.id = new_id<PlaceId>(work.clock().now);
    place.revision = 1;
    place.created_at = place.updated_at = work.clock().now;
    place.created_by = work.actor().user.value;

    Kept const kept{place, keys_of(place)};
    insert(work, kept);
    // Whoever works for the whole partnership sees all of it through this one scope.
    auto all_scopes = scopes;
    all_scopes.push_back(access::scope_of(work.tx(), work.actor().partnership.value));
    add_scopes(work.tx(), place.id, all_scopes, kept.filed_keys);
    work.note({"place.create", "place", place.id.value, place.revision, ""});
    return place;
}

Result<Place> update(access::Work& work, Place const& entered) {
    if (!work.actor().may(Permission::WorkOnCases)) return not_allowed();
    auto const before = visible(work, entered.id);
    if (!before) return no_such_place();
    auto place = normalised(entered);
    if (auto mistakes = mistakes_in(work, place); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    if (entered.revision != before->place.revision) return access::stale();
    auto const changed = changed_fields(before->place, place);
    if (changed.empty()) return find(work, entered.id);

    place.created_at = before->place.created_at;
    place.created_by = before->place.created_by;
    place.updated_at = work.clock().now;
    if (!replace(work.tx(), *before, {place, keys_of(place)})) {
        return access::stale();
    }
    ++place.revision;
    work.note({"place.change", "place", place.id.value, place.revision, join(changed, ",")});
    return place;
}

Result<Done> file_under(access::Work& work, PlaceId const& id,
                        std::vector<access::Scope> const& scopes) {
    if (!may_record(work.actor())) return not_allowed();
    auto kept = visible(work, id);
    while (kept && !hold(work.tx(), id, kept->place.revision)) kept = visible(work, id);
    if (!kept) return no_such_place();
    auto const added = add_scopes(work.tx(), id, scopes, kept->filed_keys);
    if (!added.empty()) {
        work.note({"place.share", "place", id.value, std::nullopt, scopes_text(added)});
    }
    return Done{};
}

Result<Done> withdraw(access::Work& work, PlaceId const& id,
                      std::vector<access::Scope> const& scopes) {
    if (!work.actor().may(Permission::WorkOnCases)) return not_allowed();
    auto const filed = hold_filed(work.tx(), id);
    if (!filed) return Done{};
    auto const removed =
        remove_scopes(work.tx(), id, to_withdraw(work, *filed, scopes), filed->keys);
    if (!removed.empty()) {
        work.note({"place.withdraw", "place", id.value, std::nullopt, scopes_text(removed)});
    }
    return Done{};
}

}  // namespace waymark::places
