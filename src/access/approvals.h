#pragma once

// The second person: who approves what an administrator proposes, and who says each quarter that an
// account is still needed.
//
// Who decides about an account: somebody who holds agency_approver and is of its agency; where that
// agency has nobody else who does, an administrator. A role that itself gives power over accounts
// (administrator, agency_approver) is decided by an administrator. Nobody decides about their own
// account, or about what they proposed.

#include "access/accounts.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::access {

struct WaitingRole {
    User user;  // with this role alone
    std::string proposed_by;
};

struct WaitingInvitation {
    User user;
    std::string invited_by;
    std::string approved_by;  // who had the code last; empty: nobody yet
    Instant expires_at;
};

struct DueAccount {
    User user;
    std::optional<Date> confirmed_on;
    Date due_on;  // lapses_on, or when it would be outside a demonstration
    std::optional<Date> last_seen_on;
};

struct Waiting {
    std::vector<WaitingRole> roles;
    std::vector<WaitingInvitation> invitations;
    std::vector<DueAccount> accounts;  // due within four weeks, or lapsed; the first hundred
};

// What the actor may decide now. Needs Permission::ApproveAccounts.
Result<Waiting> what_waits(Work& work);

// `decision`: approve, refuse. Refuses with NotFound `no_such_role` when it does not wait or is
// not the actor's to decide; Invalid `decision` required, not_offered.
Result<Done> decide_role(Work& work, std::string_view role_id, std::string_view decision);

// `decision`: needed, which starts another quarter, also for an account that has lapsed or that
// nobody used; ended, which takes today and everything after it from the account, with its
// sessions and any invitation. Refuses with NotFound `no_such_user`, Invalid as above.
Result<Done> decide_account(Work& work, UserId const& user, std::string_view decision);

// Whether the actor decides about that account, when `proposer` proposed it.
bool decides_about(Work& work, UserId const& user, AgencyId const& agency, bool gives_power,
                   std::string_view proposer);

// For what is confirmed by being made.
void start_quarter(Work& work, UserId const& user);

// Whether the account has been used, or confirmed, within the days after which it is closed.
// Always in a demonstration.
bool is_in_use(store::Transaction& tx, UserId const& user, Date today);

}  // namespace waymark::access
