#pragma once

// How a partner's own system asks: as an account of its agency that is no person's, with roles that
// were approved like anybody's (approvals.h), by a token that ends.
//
// A token is made by whoever decides about the account: never by the administrator who proposed its
// roles, where the agency has an approver. It may use no more than what is written on it, and never
// what needs a person: emergencies, safe addresses, accounts, agreements, who looked. There is one
// for each account; another takes its place at once.

#include "access/accounts.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::access {

struct TokenFacts {
    std::vector<std::string> permissions;  // as permission_code spells them
    Date made_on, ends_on;                 // the last day
    std::optional<Date> last_used_on;
};

struct SystemAccount {
    User user;
    std::optional<TokenFacts> token;  // nothing once it has ended
};

// Those that the actor decides about, by name. Needs Permission::ApproveAccounts.
Result<std::vector<SystemAccount>> system_accounts(Work& work);

// What a token may be allowed, as permission_code spells them.
std::vector<std::string> token_permissions();

struct TokenWishes {
    std::vector<std::string> permissions;
    Date ends_on;
};

// Gives the token, which is shown this once; only its digest is kept. Refuses with NotFound
// `no_such_account` when it is no system's or not the actor's to decide; Invalid `permissions`
// required, not_offered; `ends_on` in_the_past, too_far (longest_token_days).
Result<std::string> make_token(Work& work, UserId const& account, TokenWishes const& wishes);

// At once. Refuses as make_token does; nothing happens when there is none.
Result<Done> end_token(Work& work, UserId const& account);

}  // namespace waymark::access
