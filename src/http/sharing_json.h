#pragma once

// Agreements, grants and asks as JSON.

#include "cases/case_sharing.h"
#include "http/json.h"
#include "http/names.h"

namespace waymark::http {

JsonObject code_json(sharing::Code const& code);
JsonObject agreement_json(access::Work& work, sharing::Agreement const& agreement);
JsonObject grant_json(access::Work& work, sharing::Grant const& grant, Names& names);
JsonObject in_part_json(access::Work& work, cases::InPart const& part);
JsonObject ask_json(sharing::Ask const& ask, Names& names);
JsonObject emergency_json(access::Work& work, cases::Emergency const& emergency, Names& names);

// purpose, gateway, agreement_id and ends_on of a body.
sharing::Terms terms_from(Body& body);

}  // namespace waymark::http
