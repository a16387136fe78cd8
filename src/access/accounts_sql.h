#pragma once

// Statements on user_account, user_invitation, user_seen, role_assignment and access_limit.

#include "store/store.h"

namespace waymark::access::sql {

extern store::Sql const kUsers;
extern store::Sql const kUserById;
extern store::Sql const kUserByEmail;
extern store::Sql const kRolesOf;
extern store::Sql const kInsertUser;
extern store::Sql const kUpdateUser;
extern store::Sql const kPasswordHash;
extern store::Sql const kNamesAbout;
extern store::Sql const kSetPassword;
extern store::Sql const kInsertRole;
extern store::Sql const kDeleteRoles;
extern store::Sql const kWaitingRoles;
extern store::Sql const kWaitingRole;
extern store::Sql const kApproveRole;
extern store::Sql const kDeleteRole;
extern store::Sql const kDeleteWithin;
extern store::Sql const kRaiseRevision;
extern store::Sql const kApproversOf;
extern store::Sql const kWaitingInvitations;
extern store::Sql const kDueAccounts;
extern store::Sql const kConfirmAccount;
extern store::Sql const kEndAccount;
extern store::Sql const kIsInUse;
extern store::Sql const kSeen;
extern store::Sql const kLimit;
extern store::Sql const kInvite;
extern store::Sql const kInvitationOf;
extern store::Sql const kApproveInvitation;
extern store::Sql const kTakeGuess;
extern store::Sql const kTakeInvitation;
extern store::Sql const kChoosePassword;
extern store::Sql const kDeleteInvitation;

}  // namespace waymark::access::sql
