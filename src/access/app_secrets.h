#pragma once

// What the codes of an authenticator app are made from (RFC 6238), kept sealed under the server's
// sealing key: whoever has a copy of the database can make no codes.
//
// What is sealed belongs to one user, and is either in use or yet to be confirmed: put elsewhere,
// it does not open. Secrets of before stand in the clear until seal_clear_secrets.

#include "access/webauthn.h"
#include "foundation/ids.h"
#include "sealing/sealing.h"
#include "store/store.h"

namespace waymark::access {

// What the server brings to the checking of a second factor.
struct CheckedWith {
    RelyingParty relying_party = {};                   // unset: no passkey is taken
    sealing::SealingKey const* sealing_key = nullptr;  // null: no code of an app is taken
};

// A secret does not open: the sealing key is not the one that it was sealed with, or the row was
// changed by hand. The operator's trouble, so it is thrown; nobody is let in.
class SecondFactorUnchecked : public store::Failure {
  public:
    explicit SecondFactorUnchecked(UserId const& user);
};

bool are_any_secrets_sealed(store::Transaction& tx);

// How many users there are with a secret that this key does not open.
int secrets_not_opened(store::Transaction& tx, sealing::SealingKey const& key);

// Seals all that still stand in the clear, in small transactions; gives how many users had one.
int seal_clear_secrets(store::Database& database, sealing::SealingKey const& key,
                       store::Deadline deadline);

}  // namespace waymark::access
