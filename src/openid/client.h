#pragma once

// Waymark at one identity provider: the address to send a browser to, and who came back from it
// (OpenID Connect Core 1.0, 3.1; PKCE of RFC 7636; the issuer in the answer of RFC 9207; the best
// current practice of RFC 9700).
//
// What the provider says of itself is kept for an hour. Keys are asked for again when a token names
// one that is not known, at most once a minute; after no answer, nothing is asked for ten seconds.

#include "foundation/dates.h"
#include "openid/fetch.h"
#include "openid/provider.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace waymark::openid {

// Who the provider says that somebody is.
struct Proven {
    std::string subject;  // never changes and is never given to another, unlike an e-mail
    std::string email;    // empty unless the provider says that it is verified
    bool second_factor = false;
};

// Why nobody was proven. The code is ours, for the log; `is_trouble` when the provider could not be
// asked, which is nobody's fault who signs on.
struct Fault {
    std::string_view code;
    bool is_trouble = false;
};

// What is drawn for one sign-on; none of it is good for another.
struct Drawn {
    std::string state;
    std::string nonce;
    std::string verifier;  // 43 to 128 characters (RFC 7636, 4.1)
};

// What the browser brought back.
struct Returned {
    std::string code;
    std::string issuer;  // empty when it brought none
};

// Safe to use from several threads. While it asks, others who need the same answer wait for it.
class Client {
  public:
    explicit Client(Provider provider, Fetch ask = fetch);
    ~Client();

    Provider const& provider() const;

    // Nothing when the provider could not be asked where its page is.
    std::optional<std::string> address_for(Drawn const& drawn, Instant now);
    std::variant<Proven, Fault> redeem(Returned const& returned, Drawn const& drawn, Instant now);

  private:
    struct Known;
    std::unique_ptr<Known> known_;
};

}  // namespace waymark::openid
