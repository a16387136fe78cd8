#include "access/accounts.h"

#include "access/approvals.h"
#include "accounts_sql.h"
#include "directory_checks.h"
#include "directory_rows.h"
#include "foundation/text.h"
#include "limits.h"
#include "role_changes.h"
#include "weakness.h"

namespace waymark::access {

namespace {

using store::text_of;

User user_from(Work& work, store::Row const& row) {
    User user{
        .id = row.id<UserId>("id"),
        .agency = row.id<AgencyId>("agency_id"),
        .email = row.text("email"),
        .name = row.text("name"),
        .job_title = row.text("job_title"),
        .phone = row.text("phone"),
        .valid = validity_from(row),
        .revision = row.integer("revision"),
        .roles = {},
        .kind = row.text("kind"),
        .lapses_on = row.optional_date("lapses_on"),
    };
    for (auto const& role : work.tx().all(sql::kRolesOf, {user.id})) {
        user.roles.push_back(role_from(role));
    }
    return user;
}

std::vector<FieldError> mistakes_in(Work& work, User const& user) {
    std::vector<FieldError> mistakes;
    auto const at = user.email.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == user.email.size() ||
        user.email.find(' ') != std::string::npos) {
        mistakes.push_back({"email", "not_an_email"});
    }
    if (user.kind != "person" && user.kind != "system") mistakes.push_back({"kind", "not_offered"});
    check_name(mistakes, "name", user.name);
    if (!agency(work, user.agency)) mistakes.push_back({"agency_id", "not_found"});
    check_validity(mistakes, user.valid);
    check_roles(work, mistakes, user);
    return mistakes;
}

// An operator's command answers to nobody here; whoever runs it could write the database as well.
std::vector<RoleHeld> approved_by_command(Work& work, std::vector<RoleHeld> roles) {
    for (auto& held : roles) {
        held.waits = false;
        held.proposed_by = held.approved_by = work.actor().user.value;
    }
    return roles;
}

std::vector<RoleHeld> roles_after(Work& work, std::vector<RoleHeld> const& before,
                                  std::vector<RoleHeld> const& wanted, bool anew) {
    if (work.actor().is_system()) return approved_by_command(work, wanted);
    return after_edit(before, wanted, anew, work.actor().user);
}

// Whether what was approved before says nothing about this account any more.
bool begins_anew(User const& known, User const& updated, Date today) {
    bool const was_over = known.valid.to && *known.valid.to < today;
    bool const is_over = updated.valid.to && *updated.valid.to < today;
    return known.agency != updated.agency || (was_over && !is_over);
}

}  // namespace

Result<UserId> create_user(Work& work, User const& user) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    User made = user;
    made.email = lower_ascii(trimmed(user.email));
    if (auto mistakes = mistakes_in(work, made); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    made.id = new_id<UserId>(work.clock().now);
    try {
        work.tx().execute(sql::kInsertUser,
                          {made.id, work.actor().partnership, made.agency, made.email,
                           trimmed(made.name), made.job_title, made.phone, to_text(made.valid.from),
                           text_of(made.valid.to), work.now(), made.kind});
    } catch (store::UniqueViolation const&) {
        return invalid({{"email", "taken"}});
    }
    add_scope(work.tx(), "user", made.id.value);
    insert_roles(work, made.id, roles_after(work, {}, made.roles, true));
    start_quarter(work, made.id);
    work.note({"user.create", "user", made.id.value, 1});
    return made.id;
}

Result<User> update_user(Work& work, User const& user) {
    auto const known = access::user(work, user.id);
    if (!known) return known.error();
    User updated = user;
    updated.email = known->email;
    updated.kind = known->kind;
    if (auto mistakes = mistakes_in(work, updated); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    auto const rows = work.tx().execute(
        sql::kUpdateUser,
        {user.id, work.actor().partnership, user.revision, user.agency, trimmed(user.name),
         user.job_title, user.phone, to_text(user.valid.from), text_of(user.valid.to)});
    if (rows == 1) {
        bool const anew = begins_anew(*known, updated, work.clock().today);
        work.tx().execute(sql::kDeleteRoles, {user.id});
        insert_roles(work, user.id, roles_after(work, known->roles, user.roles, anew));
        end_sessions(work, user.id);
    }
    return changed(work, rows, "user", user.id.value, user.revision,
                   [&] { return access::user(work, user.id); });
}

Result<Done> set_password(Work& work, UserId const& user, std::string_view password,
                          PasswordCost cost) {
    if (work.actor().user != user && !work.actor().is_system()) {
        return Error{Refusal::Forbidden, "not_your_own"};
    }
    if (auto const weakness = weakness_for(work.tx(), user, password); !weakness.empty()) {
        return invalid({{"password", weakness}});
    }
    auto const rows = work.tx().execute(
        sql::kSetPassword, {user, work.actor().partnership, hash_password(password, cost)});
    if (rows != 1) return not_found("no_such_user");
    end_sessions(work, user);
    work.note({"user.set_password", "user", user.value});
    return Done{};
}

Result<std::vector<User>> users(Work& work, std::optional<UserId> const& after, int limit) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    std::vector<User> list;
    auto const rows = work.tx().all(sql::kUsers, {work.actor().partnership, after, limit});
    for (auto const& row : rows) list.push_back(user_from(work, row));
    return list;
}

Result<User> user_with_email(Work& work, std::string_view email) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    auto const row =
        work.tx().first(sql::kUserByEmail, {lower_ascii(trimmed(email)), work.actor().partnership});
    if (!row) return not_found("no_such_user");
    return user_from(work, *row);
}

Result<User> user(Work& work, UserId const& id) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    auto const row = work.tx().first(sql::kUserById, {id, work.actor().partnership});
    if (!row) return not_found("no_such_user");
    return user_from(work, *row);
}

}  // namespace waymark::access
