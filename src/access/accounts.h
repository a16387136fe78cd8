#pragma once

// The accounts of people, and the roles they hold.
//
// An administrator proposes: who somebody is, from when to when, and which roles. A role counts
// once somebody else has approved it (approvals.h), so that nobody makes an account and gives it
// power alone; taking a role away, or shortening it, counts at once. What an operator's command
// gives counts at once too. Nobody chooses another's password: invitations.h.

#include "access/directory.h"
#include "access/sign_in.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::access {

struct RoleHeld {
    std::string role;
    std::string held_at;  // partnership, area or team
    std::string held_at_id;
    Validity valid;
    bool waits = false;   // for somebody to approve it; counts for nothing until then
    std::string id = {};  // read only, as are the next two
    std::string proposed_by = {};
    std::string approved_by = {};

    bool same_place(RoleHeld const& other) const {
        return role == other.role && held_at == other.held_at && held_at_id == other.held_at_id;
    }
};

struct User {
    UserId id;
    AgencyId agency;
    std::string email;
    std::string name;
    std::string job_title;
    std::string phone;
    Validity valid;
    std::int64_t revision = 1;
    std::vector<RoleHeld> roles;
    std::string kind = "person";  // or system, which asks by a token: api_tokens.h; it stays that
    // The first day on which the account is not in force unless somebody confirms that it is still
    // needed; nothing in a demonstration. Read only.
    std::optional<Date> lapses_on = {};
};

// Makes an account that nobody can sign in to before they are invited. Refuses with Forbidden, or
// Invalid naming every mistake at once: an address that is taken; roles that would on any day from
// now on open more than kMostPlaces places (`roles` too_many: that is work for a role in the whole
// partnership); a role that reads casework, or approves accounts, beside an administrator's
// (`roles[1].role` not_with_administrator).
Result<UserId> create_user(Work& work, User const& user);

// Replaces name, titles, dates and roles; ends the user's sessions, so that a role that was taken
// away is gone at once. What is left of a role that was approved stays approved; what is new waits.
// Everything waits again when the account moves to another agency, or comes back after its end.
Result<User> update_user(Work& work, User const& user);

// One's own, or, by an operator's command, anybody's; ends their sessions. Refuses with Forbidden
// `not_your_own`, NotFound, Invalid as weakness_of says.
Result<Done> set_password(Work& work, UserId const& user, std::string_view password,
                          PasswordCost cost);

// For administration pages; by name, after the given user, or from the first. Needs
// Permission::Administer.
Result<std::vector<User>> users(Work& work, std::optional<UserId> const& after, int limit);
Result<User> user(Work& work, UserId const& id);
Result<User> user_with_email(Work& work, std::string_view email);

}  // namespace waymark::access
