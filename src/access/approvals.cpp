#include "access/approvals.h"

#include "accounts_sql.h"
#include "directory_checks.h"
#include "directory_rows.h"
#include "limits.h"
#include "role_changes.h"

#include <algorithm>

namespace waymark::access {

namespace {

constexpr int kSoonDays = 28;
constexpr int kMostAccounts = 100;

bool has(Role const* role, Permission permission) {
    return role != nullptr && role->permissions.test(static_cast<std::size_t>(permission));
}

bool gives_power(std::string_view role) {
    return has(find_role(role), Permission::ApproveAccounts);
}

// Those of the agency who approve for it today, but for the two who have a part in the matter.
std::vector<std::string> approvers_of(Work& work, AgencyId const& agency, UserId const& user,
                                      std::string_view proposer) {
    std::vector<std::string> ids;
    for (auto const& row :
         work.tx().all(sql::kApproversOf, {agency, to_text(work.clock().today)})) {
        auto const id = row.text("id");
        if (id != user.value && id != proposer) ids.push_back(id);
    }
    return ids;
}

User user_in(store::Row const& row) {
    return {.id = row.id<UserId>("user_id"),
            .agency = row.id<AgencyId>("agency_id"),
            .email = row.text("email"),
            .name = row.text("name"),
            .job_title = row.text("job_title"),
            .phone = row.text("phone"),
            .valid = {row.date("user_from"), row.optional_date("user_to")},
            .roles = {},
            .lapses_on = row.optional_date("lapses_on")};
}

std::vector<WaitingRole> waiting_roles(Work& work) {
    std::vector<WaitingRole> list;
    for (auto const& row : work.tx().all(sql::kWaitingRoles, {work.actor().partnership})) {
        WaitingRole one{user_in(row), row.text("proposed_by")};
        one.user.roles = {role_from(row)};
        if (decides_about(work, one.user.id, one.user.agency, gives_power(row.text("role")),
                          one.proposed_by)) {
            list.push_back(std::move(one));
        }
    }
    return list;
}

std::vector<WaitingInvitation> waiting_invitations(Work& work) {
    std::vector<WaitingInvitation> list;
    for (auto const& row :
         work.tx().all(sql::kWaitingInvitations, {work.actor().partnership, work.now()})) {
        WaitingInvitation one{user_in(row), row.text("invited_by"), row.text("approved_by"),
                              row.instant("expires_at")};
        if (decides_about(work, one.user.id, one.user.agency, false, one.invited_by)) {
            list.push_back(std::move(one));
        }
    }
    return list;
}

std::vector<DueAccount> due_accounts(Work& work) {
    auto const today = work.clock().today;
    auto const quarter = static_cast<int>(limit_on(work.tx(), "confirm_days", today));
    auto const confirmed_before = add_days(today, kSoonDays - quarter);
    std::vector<DueAccount> list;
    for (auto const& row :
         work.tx().all(sql::kDueAccounts,
                       {work.actor().partnership, to_text(today), to_text(confirmed_before)})) {
        DueAccount one{
            user_in(row), row.optional_date("confirmed_on"), {}, row.optional_date("last_on")};
        one.due_on = add_days(one.confirmed_on.value_or(one.user.valid.from), quarter);
        if (!decides_about(work, one.user.id, one.user.agency, false, {})) continue;
        for (auto const& role : work.tx().all(sql::kRolesOf, {one.user.id})) {
            one.user.roles.push_back(role_from(role));
        }
        list.push_back(std::move(one));
        if (list.size() == kMostAccounts) break;
    }
    return list;
}

std::optional<Error> mistake_in(std::string_view decision, std::string_view yes,
                                std::string_view no) {
    if (decision == yes || decision == no) return std::nullopt;
    return invalid({{"decision", decision.empty() ? "required" : "not_offered"}});
}

void end_account(Work& work, UserId const& user) {
    auto const yesterday = add_days(work.clock().today, -1);
    work.tx().execute(sql::kEndAccount, {user, to_text(yesterday)});
    work.tx().execute(sql::kDeleteInvitation, {user});
    end_sessions(work, user);
    work.note({"user.end", "user", user.value});
}

}  // namespace

bool decides_about(Work& work, UserId const& user, AgencyId const& agency, bool gives_power,
                   std::string_view proposer) {
    auto const& actor = work.actor();
    if (actor.user == user || actor.user.value == proposer) return false;
    if (gives_power) return actor.may(Permission::Administer);
    auto const approvers = approvers_of(work, agency, user, proposer);
    if (approvers.empty()) return actor.may(Permission::Administer);
    return std::find(approvers.begin(), approvers.end(), actor.user.value) != approvers.end();
}

Result<Waiting> what_waits(Work& work) {
    if (!work.actor().may(Permission::ApproveAccounts)) return not_an_approver();
    return Waiting{waiting_roles(work), waiting_invitations(work), due_accounts(work)};
}

Result<Done> decide_role(Work& work, std::string_view role_id, std::string_view decision) {
    if (!work.actor().may(Permission::ApproveAccounts)) return not_an_approver();
    auto const row = work.tx().first(sql::kWaitingRole, {role_id, work.actor().partnership});
    if (!row) return not_found("no_such_role");
    auto const user = row->id<UserId>("user_id");
    auto const held = role_from(*row);
    if (!decides_about(work, user, row->id<AgencyId>("agency_id"), gives_power(held.role),
                       held.proposed_by)) {
        return not_found("no_such_role");
    }
    if (auto const wrong = mistake_in(decision, "approve", "refuse")) return *wrong;
    if (decision == "approve") {
        // What was in force of it before is a part of it.
        work.tx().execute(sql::kDeleteWithin,
                          {user, held.role, held.held_at, held.held_at_id, to_text(held.valid.from),
                           store::text_of(held.valid.to)});
        work.tx().execute(sql::kApproveRole, {role_id, work.actor().user});
    } else {
        work.tx().execute(sql::kDeleteRole, {role_id});
    }
    work.tx().execute(sql::kRaiseRevision, {user});
    work.note({decision == "approve" ? "user.approve_role" : "user.refuse_role", "user", user.value,
               std::nullopt, held.role});
    return Done{};
}

Result<Done> decide_account(Work& work, UserId const& user, std::string_view decision) {
    if (!work.actor().may(Permission::ApproveAccounts)) return not_an_approver();
    auto const row = work.tx().first(sql::kUserById, {user, work.actor().partnership});
    if (!row || !decides_about(work, user, row->id<AgencyId>("agency_id"), false, {})) {
        return not_found("no_such_user");
    }
    if (auto const wrong = mistake_in(decision, "needed", "ended")) return *wrong;
    if (decision == "ended") {
        end_account(work, user);
        return Done{};
    }
    start_quarter(work, user);
    work.note({"user.confirm", "user", user.value});
    return Done{};
}

void start_quarter(Work& work, UserId const& user) {
    auto const today = work.clock().today;
    auto const quarter = static_cast<int>(limit_on(work.tx(), "confirm_days", today));
    work.tx().execute(sql::kConfirmAccount,
                      {user, to_text(today), work.actor().user, to_text(add_days(today, quarter))});
}

bool is_in_use(store::Transaction& tx, UserId const& user, Date today) {
    auto const days = static_cast<int>(limit_on(tx, "dormant_days", today));
    return tx.first(sql::kIsInUse, {user, to_text(add_days(today, -days))}).has_value();
}

}  // namespace waymark::access
