#pragma once

// An identity provider as the operator sets it: where one agency's people prove who they are.

#include <string>
#include <string_view>
#include <vector>

namespace waymark::openid {

struct Provider {
    std::string code;    // ours: in the page's question, the audit and the log
    std::string issuer;  // exactly as it stands in the provider's tokens
    std::string client_id, client_secret;
    std::string return_to;  // redirect_uri: a page of ours
    // What in a token says that a second factor was asked for (amr of RFC 8176, acr of OpenID
    // Connect Core 1.0, section 2). Empty: nothing does.
    std::vector<std::string> second_factor_amr = {}, second_factor_acr = {};
    std::string ca_file = {};  // PEM: who vouches for its certificate; empty: as this machine does
};

// Whether an address may be asked, or a browser sent to: https with a host, or http on this machine
// for tests; without a user, a fragment or anything that is no URL (RFC 3986).
bool is_safe_address(std::string_view url);

// Whether it is http, which only this machine may be asked by.
bool is_plain_http(std::string_view url);

}  // namespace waymark::openid
