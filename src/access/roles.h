#pragma once

// The roles a person can hold and what each allows. A role is held somewhere: in the whole
// partnership, in one hub area or in one team; it opens the records filed under that place only.

#include <bitset>
#include <string_view>
#include <vector>

namespace waymark::access {

enum class Permission {
    SignedIn,         // anybody who is signed in
    MakeReferrals,    // refer people and places, follow one's own referrals
    TriageReferrals,  // decide referrals of one's hubs
    ReadCases,        // cases, people and places in one's scopes
    WorkOnCases,      // add to a case: notes, risk, actions, reviews, updates, measures
    RunCases,         // open, move, transfer, close and reopen cases; bring partners in
    SearchRecords,
    SeeHubPicture,
    SeeMap,
    SeeReports,
    ExportRecords,
    OpenInEmergency,    // a case that one does not see, for some minutes, with a reason
    ManageAgreements,   // information sharing agreements
    KeepSafeAddresses,  // of people whom one's own agency hides
    ReadAudit,          // who looked at a record, as well as who changed it
    Administer,         // users, teams, agencies and areas; no casework
    ApproveAccounts,    // what administrators propose: approvals.h says whose
    kCount,
};

using Permissions = std::bitset<static_cast<std::size_t>(Permission::kCount)>;

struct Role {
    std::string_view code;
    Permissions permissions;
    // Whether holding the role at a place opens the records filed under that place.
    bool opens_records;
    // Where it may be held.
    bool at_partnership, at_area, at_team;
};

std::vector<Role> const& roles();
Role const* find_role(std::string_view code);             // nullptr when there is no such role
std::string_view permission_code(Permission permission);  // read_cases, as the API spells it

}  // namespace waymark::access
