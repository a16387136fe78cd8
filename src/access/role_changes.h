#pragma once

// The roles in an edit of an account: what is wrong with them, and which of them count at once.
// Private to access.

#include "access/accounts.h"

namespace waymark::access {

void check_roles(Work& work, std::vector<FieldError>& mistakes, User const& user);

// What an edit leaves: the part of an approved role that is wanted still, and, where more is
// wanted, the whole of it waiting. With `anew`, nothing that was approved before counts.
std::vector<RoleHeld> after_edit(std::vector<RoleHeld> const& before,
                                 std::vector<RoleHeld> const& wanted, bool anew,
                                 UserId const& proposer);

void insert_roles(Work& work, UserId const& user, std::vector<RoleHeld> const& roles);

RoleHeld role_from(store::Row const& row);

}  // namespace waymark::access
