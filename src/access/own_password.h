#pragma once

// Changing one's own password.

#include "access/sign_in.h"

namespace waymark::access {

// The present password must be given, so that somebody at an unlocked desk cannot take the account
// over. Ends every session of the user, this one too. Refuses with Invalid: `current_password`
// required, wrong; `password` as weakness_of says, or same_as_before.
Result<Done> change_own_password(Work& work, std::string_view current, std::string_view password,
                                 PasswordCost cost);

// What is wrong with what somebody gives as their present password: required, wrong; empty when it
// is right.
std::string mistake_in_own_password(Work& work, std::string_view current);

}  // namespace waymark::access
