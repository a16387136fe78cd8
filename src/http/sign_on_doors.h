#pragma once

// Signing on by an agency's identity provider, for whoever has no session yet: which providers
// there are, where to go, and back (OpenID Connect; module openid speaks with the provider, access
// knows whose account it is).
//
// Asking a provider may take seconds, so it is done by two threads for each provider and by none of
// the workers that answer everybody else; at most thirty more wait for them, for at most ten
// seconds, and whoever comes on top is told to try again later. No transaction is open meanwhile.

#include "access/gate.h"
#include "access/sign_on.h"
#include "http/http.h"
#include "openid/client.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::http {

// One provider, as the operator set it, and whose people it may speak for.
struct SignOnProvider {
    std::unique_ptr<openid::Client> client;
    std::string name;  // on the button
    AgencyId agency;
};
using SignOnProviders = std::vector<SignOnProvider>;

// The browser's part of one sign-on. With __Host- no other host can have set it.
std::string_view sign_on_cookie_name(bool over_tls);

class SignOnDoors {
  public:
    static constexpr std::string_view kProviders = "/sign-on";  // GET: which there are
    static constexpr std::string_view kBegin = "/sign-on";      // POST
    static constexpr std::string_view kReturn = "/sign-on/return";
    static constexpr std::string_view kCode = "/sign-on/code";

    using Reply = std::function<void(Response)>;

    SignOnDoors(Services const& services, access::Gate::Limits sessions,
                std::chrono::milliseconds deadline);
    ~SignOnDoors();

    // Whether it is one of the doors, and there is a provider.
    bool opens(std::string_view method, std::string_view path) const;
    // Answers now or from a thread of its own. The body has been read. Throws what a database does.
    void answer(Request request, Reply reply);
    // Waits for what the threads are at, and lets go of what waits for them. For a server that has
    // stopped: nothing may be asked afterwards.
    void stop();

  private:
    class Desk;
    Desk* desk_of(std::string_view provider);
    Response list() const;
    void begin(Request request, Reply const& reply);
    void come_back(Request request, Reply const& reply);
    Response redeem(Desk& desk, Request const& request, std::string const& state,
                    openid::Returned const& returned) const;
    Response take_code(Request& request) const;
    access::SignOnAttempt attempt_of(Request const& request) const;
    Response finish(Request const& request, Result<access::SignedIn> const& signed_in,
                    Clock clock) const;
    store::Deadline deadline() const { return store::Deadline::after(deadline_); }

    Services services_;
    access::Gate::Limits sessions_;
    std::chrono::milliseconds deadline_;
    std::vector<std::unique_ptr<Desk>> desks_;
};

}  // namespace waymark::http
