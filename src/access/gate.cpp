#include "access/gate.h"

#include "access/memory.h"
#include "access_sql.h"
#include "api_tokens_sql.h"
#include "foundation/digest.h"
#include "foundation/text.h"

#include <algorithm>

namespace waymark::access {

namespace {

Error signed_out() {
    return {Refusal::Unauthorised, "sign_in"};
}

bool allows(Role const& role, Permission permission) {
    return role.permissions.test(static_cast<std::size_t>(permission));
}

void add_permissions(Actor& actor, store::Row const& row) {
    auto const* role = find_role(row.text("role"));
    if (role == nullptr) return;
    actor.permissions |= role->permissions;
    actor.roles.push_back({row.text("held_at_id"), role->permissions});
}

// After the permissions of every role, because what one opens depends on the others.
void add_places(Actor& actor, store::Row const& row) {
    auto const* role = find_role(row.text("role"));
    if (role == nullptr) return;
    // A role that only counts opens nothing to somebody who reads records by another: an analyst
    // of one hub who is an officer of the next reads the next hub's records alone.
    if (actor.may(Permission::ReadCases) && !allows(*role, Permission::ReadCases)) return;
    auto const held_at = row.text("held_at");
    if (held_at == "area") actor.areas.push_back({row.text("held_at_id")});
    if (held_at == "team") actor.teams.push_back({row.text("held_at_id")});
    if (!role->opens_records) return;
    if (held_at == "partnership") actor.sees_partnership = true;
    // Hubs come first: most records are filed under them, and what is counted leaves out what the
    // scopes before have given.
    auto const at = held_at == "area" ? actor.scopes.begin() : actor.scopes.end();
    actor.scopes.insert(at, row.integer("number"));
}

void leave_out_repeated(std::vector<Scope>& scopes) {
    std::vector<Scope> once;
    for (auto const scope : scopes) {
        if (std::find(once.begin(), once.end(), scope) == once.end()) once.push_back(scope);
    }
    scopes = std::move(once);
}

// Adds the roles and scopes that a user has on this day.
void equip(store::Transaction& tx, Actor& actor, Date today) {
    std::vector<Scope> own;
    std::optional<Scope> partnership;
    auto const rows = tx.all(sql::kRolesAndScopes, {actor.user, to_text(today), actor.agency});
    for (auto const& row : rows) add_permissions(actor, row);
    for (auto const& row : rows) {
        if (row.text("role").empty()) {
            own.push_back(row.integer("number"));
            continue;
        }
        bool const saw_partnership = actor.sees_partnership;
        add_places(actor, row);
        if (actor.sees_partnership && !saw_partnership) partnership = actor.scopes.back();
    }
    // Every record that the partnership's scope opens is filed under it, so one scope is enough.
    if (partnership) {
        actor.scopes = {*partnership};
        return;
    }
    // One's agency's and one's own records are open to those whose role opens records at all.
    if (!actor.scopes.empty()) actor.scopes.insert(actor.scopes.end(), own.begin(), own.end());
    leave_out_repeated(actor.scopes);
    // The directory refuses to give more; whatever else wrote them, nobody sees too much.
    if (actor.scopes.size() > kMostScopes) actor.scopes.resize(kMostScopes);
}

// Of what its roles allow, what the token allows as well.
void keep_only(Actor& actor, std::string_view permissions) {
    Permissions allowed;
    allowed.set(static_cast<std::size_t>(Permission::SignedIn));
    auto const codes = split(permissions, ',');
    for (std::size_t i = 0; i < allowed.size(); ++i) {
        auto const code = permission_code(static_cast<Permission>(i));
        if (std::find(codes.begin(), codes.end(), code) != codes.end()) allowed.set(i);
    }
    actor.permissions &= allowed;
    for (auto& role : actor.roles) role.permissions &= allowed;
}

SecondFactor second_factor_from(store::Row const& row, bool required) {
    if (row.integer("second_factors") > 0) return SecondFactor::On;
    return required ? SecondFactor::Needed : SecondFactor::Off;
}

std::optional<Actor> actor_for(store::Transaction& tx, UserId const& user, Date today,
                               bool second_factor_required) {
    auto const row = tx.first(sql::kUser, {user, to_text(today)});
    if (!row) return std::nullopt;
    Actor actor{
        .user = row->id<UserId>("id"),
        .agency = row->id<AgencyId>("agency_id"),
        .partnership = row->id<PartnershipId>("partnership_id"),
        .name = row->text("name"),
        .permissions = {},
        .roles = {},
        .scopes = {},
        .areas = {},
        .teams = {},
    };
    actor.permissions.set(static_cast<std::size_t>(Permission::SignedIn));
    actor.is_shut_out = row->integer("interests") > 0;
    actor.second_factor_required = second_factor_required && !row->flag("is_demo");
    actor.second_factor = second_factor_from(*row, actor.second_factor_required);
    if (actor.second_factor != SecondFactor::Needed) equip(tx, actor, today);
    return actor;
}

}  // namespace

bool Actor::may_at(Permission permission, std::string_view held_at_id) const {
    return std::any_of(roles.begin(), roles.end(), [&](RoleInForce const& role) {
        return role.held_at_id == held_at_id &&
               role.permissions.test(static_cast<std::size_t>(permission));
    });
}

bool Actor::may_in(Permission permission, AreaId const& area) const {
    return may_at(permission, area.value) || may_at(permission, partnership.value);
}

bool Actor::works_in(AreaId const& area) const {
    return sees_partnership || std::find(areas.begin(), areas.end(), area) != areas.end();
}

void Work::note(audit::Note note) {
    // Only among the latest: an import's notes are many, and none of them the same.
    constexpr std::ptrdiff_t kLookBack = 64;
    auto const from = notes_.end() - std::min<std::ptrdiff_t>(kLookBack, std::ssize(notes_));
    if (std::find(from, notes_.end(), note) == notes_.end()) notes_.push_back(std::move(note));
}

std::vector<audit::Pending> Work::pending() const {
    std::vector<audit::Pending> entries;
    for (auto const& note : notes_) entries.push_back({origin(), note});
    return entries;
}

Result<Work> Gate::admit(store::Transaction& tx, Memory& memory, std::string_view session_token,
                         Limits const& limits, Clock clock, std::string request_id,
                         SessionView& session) {
    if (session_token.empty()) return signed_out();
    auto const row = tx.first(sql::kSession, {sha256_hex(session_token)});
    if (!row) return signed_out();
    session = {row->id<UserId>("user_id"), row->text("csrf_token"), row->instant("last_used_at"),
               row->instant("expires_at")};
    if (session.expires_at <= clock.now || session.last_used_at + limits.idle <= clock.now) {
        return signed_out();
    }
    return admit_as(tx, memory, *row, limits, clock, std::move(request_id), session);
}

Result<Work> Gate::admit_system(store::Transaction& tx, Memory& memory, std::string_view api_token,
                                Clock clock, std::string request_id, SessionView& session) {
    auto const today = to_text(clock.today);
    auto const row = tx.first(sql::kToken, {sha256_hex(api_token), today});
    if (!row) return signed_out();
    // Noted once a day.
    bool const was_used_today = row->text_or_empty("last_used_on") == today;
    session = {row->id<UserId>("user_id"), {}, was_used_today ? clock.now : Instant{}, {}};
    auto work = admit_as(tx, memory, *row, {}, clock, std::move(request_id), session);
    if (work) keep_only(work->actor_, row->text("permissions"));
    return work;
}

// `row` says who, and how new the directory is and what next ends in it.
Result<Work> Gate::admit_as(store::Transaction& tx, Memory& memory, store::Row const& row,
                            Limits const& limits, Clock clock, std::string request_id,
                            SessionView& session) {
    auto const version = row.integer("directory_version");
    auto const next_end = row.text("next_end");
    // Nobody reads by a grant that is over, whichever process it is that has not ended it yet.
    session.something_is_over = !next_end.empty() && next_end <= to_text(clock.now);
    if (session.something_is_over) return signed_out();
    // Of who signed on by a provider that proved one, none is required here.
    bool const required = limits.second_factor_required && !row.flag("second_factor_proved");
    if (auto remembered = memory.find(version, clock.today, session.user, required)) {
        Work work{tx, std::move(remembered->actor), clock, std::move(request_id)};
        if (tx.mode() == store::Mode::Read) work.names_ = std::move(remembered->names);
        return work;
    }
    auto work = on_behalf_of(tx, session.user, clock, std::move(request_id), required);
    // Work that may change the directory asks the database for it, and leaves nothing behind that
    // might be rolled back.
    if (work && tx.mode() == store::Mode::Read) {
        work->names_ = memory.keep(tx, version, clock.today, work->actor(), required);
    }
    return work;
}

Result<Work> Gate::on_behalf_of(store::Transaction& tx, UserId const& user, Clock clock,
                                std::string request_id, bool second_factor_required) {
    auto actor = actor_for(tx, user, clock.today, second_factor_required);
    if (!actor) return signed_out();
    return Work{tx, std::move(*actor), clock, std::move(request_id)};
}

Work Gate::for_system(store::Transaction& tx, PartnershipId const& partnership, Clock clock,
                      std::string_view command) {
    Actor actor{
        .user = {"system:" + std::string{command}},
        .agency = {},
        .partnership = partnership,
        .name = {},
        .permissions = Permissions{}.set(),
        .roles = {{partnership.value, Permissions{}.set()}},
        .scopes = {},
        .areas = {},
        .teams = {},
        .sees_partnership = true,
    };
    if (auto const scope = tx.first(sql::kScopeOf, {partnership})) {
        actor.scopes.push_back(scope->integer("number"));
    }
    return Work{tx, std::move(actor), clock, std::string{command}};
}

void Gate::ends_no_later_than(store::Transaction& tx, Instant at) {
    tx.execute(sql::kEndNoLaterThan, {to_text(at)});
}

void Gate::ends_next(store::Transaction& tx, std::optional<Instant> at) {
    tx.execute(sql::kSetNextEnd, {at ? to_text(*at) : std::string{}});
}

void Gate::finish(Work& work) {
    audit::append(work.tx(), work.pending());
    work.tx().commit();
}

}  // namespace waymark::access
