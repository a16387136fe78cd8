#pragma once

// Passkeys as the second factor: a key that somebody's phone, computer or security key keeps, and
// uses for this service alone once it has seen a finger, a face or a PIN. Several stand beside the
// authenticator app of second_factor.h, or instead of it.
//
// A challenge is 32 random bytes, kept as a digest: good for five minutes, for one user and one
// purpose, and for one answer.

#include "access/app_secrets.h"
#include "access/webauthn.h"
#include "access/work.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::access {

using PasskeyId = Id<struct PasskeyTag>;

struct Passkey {
    PasskeyId id;
    std::string name;  // the user's own word for it
    std::string credential_id;
    Instant made_at;
    std::optional<Instant> last_used_at;
};

constexpr std::size_t kMostPasskeys = 10;
constexpr std::size_t kLongestPasskeyName = 60;  // characters

// What a browser is given, to have it signed by one of these.
struct PasskeyQuestion {
    std::string challenge;  // base64url
    std::vector<std::string> credential_ids;
};

// What is given again before anything about signing in is changed, so that nobody at an unlocked
// desk takes the account over: the present password and, when a second factor is in use, a code of
// the app, a recovery code or the answer to ask_for_passkey.
struct Proof {
    std::string current_password;
    std::string code = {};
    std::optional<Assertion> assertion = std::nullopt;
};

// Invalid `current_password` required, wrong; `code` required, wrong; `assertion` wrong,
// counter_went_back (somebody may have copied the key); after `others`, the mistakes of the same
// form. Empty when all is right. While anything else is wrong no code is used up. Throws
// SecondFactorUnchecked (app_secrets.h).
std::vector<FieldError> mistakes_in(Work& work, Proof const& proof, CheckedWith const& with,
                                    std::vector<FieldError> others = {});

// What a refusal is to leave behind, though the work that was refused leaves nothing: the challenge
// is used up, and a key that may have been copied is noted.
void after_refusal(store::Transaction& tx, audit::Origin const& origin, Assertion const& assertion,
                   Error const& refusal);

// The actor's own, oldest first.
std::vector<Passkey> passkeys(Work& work);

// For a Proof of the actor's.
PasskeyQuestion ask_for_passkey(Work& work);

struct PasskeyOffer {
    PasskeyQuestion question;  // with those that the user has, of which no device makes another
    std::string user_name;     // the e-mail address, for the device's own list
};

// Refuses as mistakes_in does, and with Invalid `name` required, too_long, taken; Conflict
// `no_public_origin` where the server does not know its address, `too_many_passkeys`.
Result<PasskeyOffer> begin_passkey(Work& work, std::string_view name, Proof const& proof,
                                   CheckedWith const& with);

struct AddedPasskey {
    PasskeyId id;
    std::vector<std::string> recovery_codes;  // when it is the first second factor; shown once
};

// Puts in use what a device made for begin_passkey. Ends every other session of the user;
// `session_token` is the one that stays. Refuses with Conflict `nothing_to_confirm` when the
// challenge is none of begin_passkey's or too old, `passkey_known`, `too_many_passkeys`; Invalid
// `passkey` wrong, and `name` as above.
Result<AddedPasskey> add_passkey(Work& work, std::string_view name, NewPasskey const& made,
                                 RelyingParty const& relying_party, std::string_view session_token);

// Ends the other sessions too. With the last second factor go the recovery codes. Refuses as
// mistakes_in does, and with NotFound `no_such_passkey`, Conflict `last_second_factor` where one is
// required.
Result<Done> remove_passkey(Work& work, PasskeyId const& id, Proof const& proof,
                            CheckedWith const& with, std::string_view session_token);

// For signing in and for second_factor.h.

enum class Purpose { SignIn, Change, Add };
enum class Answer { Right, Wrong, CounterWentBack };

bool has_passkeys(store::Transaction& tx, UserId const& user);
PasskeyQuestion new_question(store::Transaction& tx, UserId const& user, Purpose purpose,
                             Instant now);
// Uses up the challenge, and counts the use of the passkey when it is right.
Answer take_assertion(store::Transaction& tx, UserId const& user, Purpose purpose,
                      Assertion const& assertion, RelyingParty const& relying_party, Instant now);
void spend_challenge(store::Transaction& tx, UserId const& user, Assertion const& assertion);
void forget_passkeys(store::Transaction& tx, UserId const& user);

}  // namespace waymark::access
