#pragma once

// The second thing that signing in asks for: a code of six digits that an authenticator app makes
// anew every half minute (TOTP, RFC 6238), or one of ten recovery codes for who has lost the phone.
//
// A code is taken once, and within a half minute of its time either way. Recovery codes are kept as
// digests and used up. Passkeys (passkeys.h) stand beside the app, or instead of it.
//
// Whatever reads or makes an app's secret throws SecondFactorUnchecked (app_secrets.h) when the
// sealing key does not open it.

#include "access/app_secrets.h"
#include "access/passkeys.h"
#include "access/work.h"

#include <string>
#include <string_view>
#include <vector>

namespace waymark::access {

// What is shown once, for the app to take over.
struct NewSecret {
    std::string secret;  // base32, in groups of four for who types it
    std::string uri;     // otpauth://totp/..., for a picture that the app reads
};

constexpr int kRecoveryCodes = 10;

// A new secret for the actor; the one in use, if any, stays until confirm_second_factor. Refuses as
// mistakes_in (passkeys.h) does.
Result<NewSecret> begin_second_factor(Work& work, Proof const& proof, CheckedWith const& with);

// The first code of the new secret puts it in use. Gives the recovery codes, which are shown this
// once; earlier ones are no longer good. Ends every other session of the user; `session_token` is
// the one that stays. Refuses with Conflict `nothing_to_confirm`, Invalid `code` required, wrong.
Result<std::vector<std::string>> confirm_second_factor(Work& work, std::string_view code,
                                                       CheckedWith const& with,
                                                       std::string_view session_token);

// Takes the app out of use, for who has passkeys instead. Ends the other sessions too. With the
// last second factor go the recovery codes. Refuses as mistakes_in does, and with Conflict
// `no_app_in_use`, `last_second_factor` where one is required.
Result<Done> remove_app(Work& work, Proof const& proof, CheckedWith const& with,
                        std::string_view session_token);

// For somebody who has lost phone and recovery codes: their next sign-in asks for the password
// alone, of their passkeys too. Ends their sessions. Needs Administer; nobody does it for
// themselves (Forbidden `not_your_own`). `identity_checked` is how they made sure who asks:
// in_person, known_number; it stands in the audit. Refuses with NotFound `no_such_user`, Invalid
// `identity_checked` required, not_offered.
Result<Done> reset_second_factor(Work& work, UserId const& user, std::string_view identity_checked);

// For signing in, which has no work yet. Nobody else sets up or uses this user's until the
// transaction ends.
void hold_second_factor(store::Transaction& tx, UserId const& user);
bool has_second_factor(store::Transaction& tx, UserId const& user);  // the app, or a passkey
bool has_app(store::Transaction& tx, UserId const& user);
// Those of before are no longer good.
std::vector<std::string> new_recovery_codes(store::Transaction& tx, UserId const& user);
// Whether this code is good now; it is used up when it is. Spaces and hyphens do not count.
bool take_code(store::Transaction& tx, UserId const& user, std::string_view code,
               CheckedWith const& with, Instant now);

}  // namespace waymark::access
