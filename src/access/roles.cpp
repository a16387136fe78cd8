#include "access/roles.h"

#include <algorithm>
#include <initializer_list>

namespace waymark::access {

namespace {

Permissions allow(std::initializer_list<Permission> list) {
    Permissions set;
    set.set(static_cast<std::size_t>(Permission::SignedIn));
    for (auto const permission : list) set.set(static_cast<std::size_t>(permission));
    return set;
}

}  // namespace

std::vector<Role> const& roles() {
    using enum Permission;
    auto const officer = allow({MakeReferrals, TriageReferrals, ReadCases, WorkOnCases, RunCases,
                                SearchRecords, SeeHubPicture, SeeMap, OpenInEmergency});
    auto const manager = officer | allow({SeeReports, ExportRecords, ReadAudit});
    auto const partner =
        allow({MakeReferrals, ReadCases, WorkOnCases, SearchRecords, OpenInEmergency});
    static std::vector<Role> const all = {
        {"hub_officer", officer, true, false, true, true},
        {"hub_manager", manager, true, false, true, false},
        {"partner_worker", partner, true, false, false, true},
        {"domestic_abuse_adviser", partner | allow({KeepSafeAddresses}), true, false, false, true},
        {"refuge_worker", partner | allow({KeepSafeAddresses}), true, false, false, true},
        {"analyst", allow({SeeHubPicture, SeeMap, SeeReports}), true, true, true, false},
        {"head_of_safer_communities", manager | allow({ManageAgreements}), true, true, false,
         false},
        {"scrutiny_member", allow({SeeReports}), false, true, false, false},
        {"data_protection_officer", allow({ReadCases, SearchRecords, ReadAudit, ManageAgreements}),
         true, true, false, false},
        {"agency_approver", allow({ApproveAccounts}), false, true, false, false},
        {"administrator", allow({Administer, ApproveAccounts}), false, true, false, false},
    };
    return all;
}

Role const* find_role(std::string_view code) {
    auto const& all = roles();
    auto const found =
        std::find_if(all.begin(), all.end(), [&](Role const& role) { return role.code == code; });
    return found == all.end() ? nullptr : &*found;
}

std::string_view permission_code(Permission permission) {
    switch (permission) {
        case Permission::SignedIn:
            return "signed_in";
        case Permission::MakeReferrals:
            return "make_referrals";
        case Permission::TriageReferrals:
            return "triage_referrals";
        case Permission::ReadCases:
            return "read_cases";
        case Permission::WorkOnCases:
            return "work_on_cases";
        case Permission::RunCases:
            return "run_cases";
        case Permission::SearchRecords:
            return "search_records";
        case Permission::SeeHubPicture:
            return "see_hub_picture";
        case Permission::SeeMap:
            return "see_map";
        case Permission::SeeReports:
            return "see_reports";
        case Permission::ExportRecords:
            return "export_records";
        case Permission::OpenInEmergency:
            return "open_in_emergency";
        case Permission::ManageAgreements:
            return "manage_agreements";
        case Permission::KeepSafeAddresses:
            return "keep_safe_addresses";
        case Permission::ReadAudit:
            return "read_audit";
        case Permission::Administer:
            return "administer";
        case Permission::ApproveAccounts:
            return "approve_accounts";
        case Permission::kCount:
            break;
    }
    return "";
}

}  // namespace waymark::access
