#pragma once

// Sign-in by e-mail address, password and, where the user has one, a second factor.
//
// Wrong address and wrong password look the same and take the same time. Failures are counted by
// account and by network address; after a few, each further one must wait longer (at most fifteen
// minutes), so guessing is slow but nobody can lock a worker out for good (NCSC password guidance).
// An account's are forgotten at the next success or after a day, an address's after a quiet hour.

#include "access/passkeys.h"
#include "access/work.h"

#include <string>
#include <string_view>

namespace waymark::access {

// Argon2id cost. Interactive is for people; Minimal only for tests and throw-away data.
enum class PasswordCost { Interactive, Minimal };

constexpr std::size_t kShortestPassword = 12;
constexpr std::size_t kLongestPassword = 128;

std::string hash_password(std::string_view password, PasswordCost cost);
bool password_fits(std::string const& hash, std::string_view password);

// Codes: too_short, too_long, too_common. Empty when the password will do.
std::string weakness_of(std::string_view password);

struct SignedIn {
    std::string session_token;  // for the cookie; only its digest is kept
    std::string csrf_token;
    UserId user;
    // Elsewhere, by a provider: then who has none here need not set one up.
    bool second_factor_proved = false;
};

struct SignInAttempt {
    std::string email;
    std::string password;
    std::string network_address;
    std::string request_id;
    // Of the second factor; asked for when there is one.
    std::string code = {};
    std::optional<Assertion> assertion = {};  // instead of the code
    CheckedWith with = {};
};

// Refuses with Unauthorised (sign_in_failed; second_factor_needed when the password is right and a
// code or a passkey is needed; second_factor_wrong; account_lapsed when all of it is right, and
// nobody has confirmed or used the account: approvals.h) or TooMany (wait_and_try_again). Runs its
// own transactions, because checking a password takes long and must not hold one open.
//
// With second_factor_needed and second_factor_wrong comes `question`, of a user with passkeys: to
// nobody who does not know the password. Throws SecondFactorUnchecked (app_secrets.h): nobody is
// let in by a code that cannot be checked.
Result<SignedIn> sign_in(store::Database& database, SignInAttempt const& attempt,
                         std::chrono::minutes longest, Clock clock, store::Deadline deadline,
                         std::optional<PasskeyQuestion>* question = nullptr);

void sign_out(Work& work, std::string_view session_token);
// Ends every session of a user, at once.
void end_sessions(Work& work, UserId const& user);

// Marks the session, or a system's token, as used; call it when `last_used_at` is more than a
// minute old.
void touch_session(store::Transaction& tx, std::string_view session_token, Instant now);

}  // namespace waymark::access
