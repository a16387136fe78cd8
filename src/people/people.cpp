#include "people/people.h"

#include "person_checks.h"
#include "person_details.h"
#include "person_rows.h"

#include "access/directory.h"
#include "foundation/text.h"

#include <algorithm>

namespace waymark::people {

namespace {

using access::Permission;

Error not_allowed() {
    return {Refusal::Forbidden, "not_allowed"};
}

bool may_record(access::Actor const& actor) {
    return actor.may(Permission::MakeReferrals) || actor.may(Permission::WorkOnCases);
}

std::optional<Kept> visible(access::Work& work, PersonId const& id) {
    auto kept = load(work, {id});
    if (kept.empty()) return std::nullopt;
    return std::move(kept.front());
}

Error no_such_person() {
    return access::not_found("no_such_person");
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

Result<Person> find(access::Work& work, PersonId const& id) {
    if (!work.actor().may(Permission::ReadCases)) return not_allowed();
    auto kept = visible(work, id);
    if (!kept) return no_such_person();
    work.note({.action = "person.read", .subject_kind = "person", .subject_id = id.value});
    return std::move(kept->person);
}

Result<Person> create(access::Work& work, Person const& entered,
                      std::vector<access::Scope> const& scopes) {
    if (!may_record(work.actor())) return not_allowed();
    auto person = normalised(entered);
    if (auto mistakes = mistakes_in(person, work.clock().today); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    person.id = new_id<PersonId>(work.clock().now);
    person.revision = 1;
    person.created_at = person.updated_at = work.clock().now;
    person.created_by = work.actor().user.value;

    Kept const kept{person, matching::filing_keys(details_of(person))};
    insert(work, kept);
    // Whoever works for the whole partnership sees all of it through this one scope.
    auto all_scopes = scopes;
    all_scopes.push_back(access::scope_of(work.tx(), work.actor().partnership.value));
    add_scopes(work.tx(), person.id, all_scopes, kept.filed_keys);
    work.note({"person.create", "person", person.id.value, person.revision, ""});
    return person;
}

Result<Person> update(access::Work& work, Person const& entered) {
    if (!work.actor().may(Permission::WorkOnCases)) return not_allowed();
    auto const before = visible(work, entered.id);
    if (!before) return no_such_person();
    auto person = normalised(entered);
    if (auto mistakes = mistakes_in(person, work.clock().today); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    if (entered.revision != before->person.revision) return access::stale();
    auto const changed = changed_fields(before->person, person);
    if (changed.empty()) return find(work, entered.id);

    person.created_at = before->person.created_at;
    person.created_by = before->person.created_by;
    person.updated_at = work.clock().now;
    if (!replace(work.tx(), *before, {person, matching::filing_keys(details_of(person))})) {
        return access::stale();
    }
    ++person.revision;
    work.note({"person.change", "person", person.id.value, person.revision, join(changed, ",")});
    return person;
}

Result<Done> file_under(access::Work& work, PersonId const& id,
                        std::vector<access::Scope> const& scopes) {
    if (!may_record(work.actor())) return not_allowed();
    auto kept = visible(work, id);
    while (kept && !hold(work.tx(), id, kept->person.revision)) kept = visible(work, id);
    if (!kept) return no_such_person();
    auto const added = add_scopes(work.tx(), id, scopes, kept->filed_keys);
    if (!added.empty()) {
        work.note({"person.share", "person", id.value, std::nullopt, scopes_text(added)});
    }
    return Done{};
}

Result<Done> withdraw(access::Work& work, PersonId const& id,
                      std::vector<access::Scope> const& scopes) {
    if (!work.actor().may(Permission::WorkOnCases)) return not_allowed();
    auto const filed = hold_filed(work.tx(), id);
    if (!filed) return Done{};
    auto const removed =
        remove_scopes(work.tx(), id, to_withdraw(work, *filed, scopes), filed->keys);
    if (!removed.empty()) {
        work.note({"person.withdraw", "person", id.value, std::nullopt, scopes_text(removed)});
    }
    return Done{};
}

}  // namespace waymark::people
