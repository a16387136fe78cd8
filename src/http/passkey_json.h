#pragma once

// What a browser's navigator.credentials says, as JSON, and what it is asked with. Bytes are
// base64url without padding.

#include "access/passkeys.h"
#include "http/http.h"

#include <optional>

namespace waymark::http {

// {"assertion": {credential_id, client_data, authenticator_data, signature}}; nothing when it is
// absent. What cannot be read is as good as empty, so that it counts as a wrong answer and not as a
// slip of a form.
std::optional<access::Assertion> assertion_from(Body& body);

// {"passkey": {client_data, authenticator_data}}, likewise.
access::NewPasskey new_passkey_from(Body& body);

// What a browser says it was asked, of which it makes JSON (Web Authentication section 5.8.1).
access::ClientData client_data_from(std::string raw);

// current_password, code and assertion.
access::Proof proof_from(Body& body);

// The refusal; a wrong assertion leaves its traces.
Response refuse_proof(access::Work& work, access::Proof const& proof, Error const& error);

JsonObject question_json(access::PasskeyQuestion const& question,
                         access::RelyingParty const& relying_party);

}  // namespace waymark::http
