#pragma once

// The server's own keys, each in a file that only it reads: what signs the audit's heads, and what
// seals safe addresses and the secrets of authenticator apps. A key that is not there is made, but
// never where something was signed or sealed with another.

#include "app/settings.h"
#include "audit/checkpoint.h"
#include "sealing/sealing.h"
#include "store/store.h"

#include <string>

namespace waymark::app {

// Each throws Stop when the file cannot be read or made, holds something else, or another key than
// the one that the database needs.
audit::SigningKey audit_key_of(Settings const& settings, store::Database& database);
sealing::SealingKey sealing_key_of(Settings const& settings, store::Database& database);

// Seals the secrets of authenticator apps that were kept before they were sealed. Where the key
// does not open those that are, the log says so, and nothing is sealed with it.
void seal_secrets_of_before(Settings const& settings, store::Database& database,
                            sealing::SealingKey const& key);

// The public key of a log, or of the file that holds it. Throws Stop.
audit::VerifierKey log_key_from(std::string const& given);

}  // namespace waymark::app
