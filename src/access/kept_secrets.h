#pragma once

// A user's secrets as their row holds them, opened and sealed. Private to access.

#include "access/app_secrets.h"

#include <string>
#include <string_view>

namespace waymark::access {

enum class Secret { InUse, Pending };

bool is_sealed(std::string_view kept);

// Throws SecondFactorUnchecked without a key: nothing is ever kept in the clear.
std::string sealed_secret(CheckedWith const& with, UserId const& user, Secret which,
                          std::string_view secret);
// As it is when it was kept before secrets were sealed. Throws SecondFactorUnchecked.
std::string opened_secret(CheckedWith const& with, UserId const& user, Secret which,
                          std::string const& kept);

// Seals what still stands in the clear of this row (user_id, secret, pending_secret).
void seal_row(store::Transaction& tx, CheckedWith const& with, store::Row const& row);

}  // namespace waymark::access
