#include "role_changes.h"

#include "accounts_sql.h"
#include "directory_rows.h"

#include <algorithm>
#include <set>

namespace waymark::access {

namespace {

using store::text_of;

bool place_exists(Work& work, RoleHeld const& role) {
    if (role.held_at == "partnership") return role.held_at_id == work.actor().partnership.value;
    if (role.held_at == "area") return bool(area(work, {role.held_at_id}));
    if (role.held_at == "team") return bool(team(work, {role.held_at_id}));
    return false;
}

bool may_be_held_at(Role const& role, std::string_view held_at) {
    return (held_at == "partnership" && role.at_partnership) ||
           (held_at == "area" && role.at_area) || (held_at == "team" && role.at_team);
}

bool opens_records(RoleHeld const& held) {
    auto const* role = find_role(held.role);
    return role != nullptr && role->opens_records;
}

// How many places their roles open on one day; the whole partnership is one, whatever else.
std::size_t places_open_on(User const& user, Date day) {
    std::set<std::string_view> places;
    for (auto const& held : user.roles) {
        if (!held.valid.covers(day) || !opens_records(held)) continue;
        if (held.held_at == "partnership") return 1;
        places.insert(held.held_at_id);
    }
    return places.size();
}

// The count can only grow on a day on which a role begins. What is over no longer matters.
bool opens_too_many_places(User const& user, Date today) {
    return std::any_of(user.roles.begin(), user.roles.end(), [&](RoleHeld const& held) {
        return places_open_on(user, std::max(held.valid.from, today)) > kMostPlaces;
    });
}

// Whoever administers reads no casework and approves nobody: held on one day by one person, the
// two would let them give themselves what they like.
bool is_apart_from_administering(RoleHeld const& held) {
    auto const* role = find_role(held.role);
    return role != nullptr &&
           !role->permissions.test(static_cast<std::size_t>(Permission::Administer)) &&
           (role->opens_records ||
            role->permissions.test(static_cast<std::size_t>(Permission::ApproveAccounts)));
}

bool administers(RoleHeld const& held) {
    auto const* role = find_role(held.role);
    return role != nullptr &&
           role->permissions.test(static_cast<std::size_t>(Permission::Administer));
}

std::optional<Validity> overlap_of(Validity const& one, Validity const& other) {
    Validity both{std::max(one.from, other.from), one.to ? one.to : other.to};
    if (one.to && other.to) both.to = std::min(*one.to, *other.to);
    if (both.to && *both.to < both.from) return std::nullopt;
    return both;
}

bool same_days(Validity const& one, Validity const& other) {
    return one.from == other.from && one.to == other.to;
}

bool is_beside_administering(User const& user, RoleHeld const& held, Date today) {
    return is_apart_from_administering(held) &&
           std::any_of(user.roles.begin(), user.roles.end(), [&](RoleHeld const& other) {
               auto const both = overlap_of(other.valid, held.valid);
               return administers(other) && both && (!both->to || *both->to >= today);
           });
}

void add_once(std::vector<RoleHeld>& list, RoleHeld const& held) {
    auto const same = [&](RoleHeld const& one) {
        return one.same_place(held) && same_days(one.valid, held.valid) && one.waits == held.waits;
    };
    if (std::none_of(list.begin(), list.end(), same)) list.push_back(held);
}

}  // namespace

void check_roles(Work& work, std::vector<FieldError>& mistakes, User const& user) {
    if (opens_too_many_places(user, work.clock().today)) {
        mistakes.push_back({"roles", "too_many"});
    }
    for (std::size_t i = 0; i < user.roles.size(); ++i) {
        auto const& held = user.roles[i];
        auto const field = "roles[" + std::to_string(i) + "]";
        auto const* role = find_role(held.role);
        if (role == nullptr) {
            mistakes.push_back({field + ".role", "not_offered"});
        } else if (!may_be_held_at(*role, held.held_at)) {
            mistakes.push_back({field + ".held_at", "not_offered"});
        } else if (!place_exists(work, held)) {
            mistakes.push_back({field + ".held_at_id", "not_found"});
        } else if (is_beside_administering(user, held, work.clock().today)) {
            mistakes.push_back({field + ".role", "not_with_administrator"});
        }
    }
}

std::vector<RoleHeld> after_edit(std::vector<RoleHeld> const& before,
                                 std::vector<RoleHeld> const& wanted, bool anew,
                                 UserId const& proposer) {
    std::vector<RoleHeld> after;
    for (auto const& one : wanted) {
        RoleHeld asked = one;
        asked.waits = true;
        asked.proposed_by = proposer.value;
        asked.approved_by.clear();
        bool is_approved = false;
        for (auto const& had : before) {
            if (!had.same_place(one)) continue;
            if (had.waits && same_days(had.valid, one.valid)) asked.proposed_by = had.proposed_by;
            auto const left = overlap_of(had.valid, one.valid);
            if (had.waits || anew || !left) continue;
            RoleHeld kept = had;
            kept.valid = *left;
            add_once(after, kept);
            is_approved = is_approved || same_days(*left, one.valid);
        }
        if (!is_approved) add_once(after, asked);
    }
    return after;
}

void insert_roles(Work& work, UserId const& user, std::vector<RoleHeld> const& roles) {
    for (auto const& held : roles) {
        work.tx().execute(sql::kInsertRole,
                          {new_uuid(work.clock().now), user, held.role, held.held_at,
                           held.held_at_id, to_text(held.valid.from), text_of(held.valid.to),
                           held.proposed_by, held.waits ? std::string{} : held.approved_by});
    }
}

RoleHeld role_from(store::Row const& row) {
    auto const approved_by = row.text("approved_by");
    return {row.text("role"),    row.text("held_at"), row.text("held_at_id"),  validity_from(row),
            approved_by.empty(), row.text("id"),      row.text("proposed_by"), approved_by};
}

}  // namespace waymark::access
