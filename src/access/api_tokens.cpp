#include "access/api_tokens.h"

#include "access/approvals.h"
#include "accounts_sql.h"
#include "api_tokens_sql.h"
#include "directory_checks.h"
#include "directory_rows.h"
#include "foundation/digest.h"
#include "foundation/text.h"
#include "limits.h"
#include "role_changes.h"

#include <algorithm>

namespace waymark::access {

namespace {

constexpr std::size_t kTokenBytes = 32;

Error no_such_account() {
    return not_found("no_such_account");
}

bool decides(Work& work, UserId const& account) {
    auto const row = work.tx().first(sql::kSystemAccount, {account, work.actor().partnership});
    return row && decides_about(work, account, row->id<AgencyId>("agency_id"), false, {});
}

TokenFacts facts_from(store::Row const& row) {
    return {split(row.text("permissions"), ','), row.date("made_on"), row.date("ends_on"),
            row.optional_date("last_used_on")};
}

std::vector<FieldError> mistakes_in(Work& work, TokenWishes const& wishes) {
    std::vector<FieldError> mistakes;
    auto const offered = token_permissions();
    bool const all_offered = std::all_of(
        wishes.permissions.begin(), wishes.permissions.end(), [&](std::string const& code) {
            return std::find(offered.begin(), offered.end(), code) != offered.end();
        });
    if (wishes.permissions.empty()) mistakes.push_back({"permissions", "required"});
    if (!all_offered) mistakes.push_back({"permissions", "not_offered"});
    auto const today = work.clock().today;
    auto const longest = static_cast<int>(limit_on(work.tx(), "longest_token_days", today));
    if (wishes.ends_on < today) mistakes.push_back({"ends_on", "in_the_past"});
    if (wishes.ends_on > add_days(today, longest)) mistakes.push_back({"ends_on", "too_far"});
    return mistakes;
}

}  // namespace

std::vector<std::string> token_permissions() {
    using enum Permission;
    std::vector<std::string> codes;
    for (auto const permission :
         {MakeReferrals, TriageReferrals, ReadCases, WorkOnCases, RunCases, SearchRecords,
          SeeHubPicture, SeeMap, SeeReports, ExportRecords}) {
        codes.emplace_back(permission_code(permission));
    }
    return codes;
}

Result<std::vector<SystemAccount>> system_accounts(Work& work) {
    if (!work.actor().may(Permission::ApproveAccounts)) return not_an_approver();
    std::vector<SystemAccount> list;
    auto const today = to_text(work.clock().today);
    for (auto const& row : work.tx().all(sql::kSystemAccounts, {work.actor().partnership, today})) {
        SystemAccount one{{.id = row.id<UserId>("id"),
                           .agency = row.id<AgencyId>("agency_id"),
                           .email = row.text("email"),
                           .name = row.text("name"),
                           .job_title = row.text("job_title"),
                           .phone = row.text("phone"),
                           .valid = validity_from(row),
                           .roles = {}},
                          {}};
        if (!decides_about(work, one.user.id, one.user.agency, false, {})) continue;
        for (auto const& role : work.tx().all(sql::kRolesOf, {one.user.id})) {
            one.user.roles.push_back(role_from(role));
        }
        auto const token = work.tx().first(sql::kTokenOf, {one.user.id, today});
        if (token) one.token = facts_from(*token);
        list.push_back(std::move(one));
    }
    return list;
}

Result<std::string> make_token(Work& work, UserId const& account, TokenWishes const& wishes) {
    if (!work.actor().may(Permission::ApproveAccounts)) return not_an_approver();
    if (!decides(work, account)) return no_such_account();
    if (auto mistakes = mistakes_in(work, wishes); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    auto const token = random_hex(kTokenBytes);
    work.tx().execute(sql::kKeepToken,
                      {account, sha256_hex(token), join(wishes.permissions, ","), work.actor().user,
                       to_text(work.clock().today), to_text(wishes.ends_on)});
    work.note(
        {"user.make_token", "user", account.value, std::nullopt, join(wishes.permissions, ",")});
    return token;
}

Result<Done> end_token(Work& work, UserId const& account) {
    if (!work.actor().may(Permission::ApproveAccounts)) return not_an_approver();
    if (!decides(work, account)) return no_such_account();
    work.tx().execute(sql::kEndToken, {account});
    work.note({"user.end_token", "user", account.value});
    return Done{};
}

}  // namespace waymark::access
