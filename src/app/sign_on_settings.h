#pragma once

// The identity providers that the setting `sign_on` names a file of. All of it is checked at the
// start: what is wrong is named with where it stands and what was expected.

#include "app/settings.h"
#include "http/sign_on_doors.h"
#include "openid/provider.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace waymark::app {

constexpr std::size_t kMostProviders = 20;

struct SignOnSetting {
    openid::Provider provider;
    std::string name;         // on the button
    std::string agency_code;  // whose people it signs on
};

// Reads the file, and the secrets that it names the files of. Throws BadSetting.
std::vector<SignOnSetting> read_sign_on(std::string const& file);

// With the agencies of this database; none when nothing is set. Throws BadSetting, also when there
// is no such agency.
http::SignOnProviders sign_on_providers(Settings const& settings, store::Database& database);

// What production refuses of them: addresses without TLS.
std::vector<std::string> sign_on_faults(Settings const& settings);

}  // namespace waymark::app
