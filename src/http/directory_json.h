#pragma once

// Areas, agencies, teams and users as JSON.

#include "access/accounts.h"
#include "http/json.h"

namespace waymark::http {

JsonObject area_json(access::Area const& area);
JsonObject agency_json(access::Agency const& agency);
JsonObject team_json(access::Team const& team);
JsonObject role_json(access::RoleHeld const& role);
JsonObject user_json(access::User const& user);

}  // namespace waymark::http
