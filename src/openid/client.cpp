#include "openid/client.h"

#include "documents.h"
#include "foundation/digest.h"
#include "id_token.h"

#include <algorithm>
#include <mutex>

namespace waymark::openid {

namespace {

constexpr std::chrono::hours kKeepFor{1};
constexpr std::chrono::minutes kKeysAgainAfter{1};
constexpr std::chrono::seconds kQuietAfterTrouble{10};
constexpr std::string_view kDiscovery = "/.well-known/openid-configuration";
constexpr long kOk = 200;

// As a form and a query spell it: what is not plain is escaped (RFC 3986).
std::string escaped(std::string_view text) {
    constexpr char const* kDigits = "0123456789ABCDEF";
    std::string made;
    for (unsigned char const c : text) {
        bool const plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            made += static_cast<char>(c);
        } else {
            made += {'%', kDigits[c / 16], kDigits[c % 16]};
        }
    }
    return made;
}

using Fields = std::vector<std::pair<std::string_view, std::string_view>>;

std::string form_of(Fields const& fields) {
    std::string form;
    for (auto const& [name, value] : fields) {
        form += (form.empty() ? "" : "&") + std::string{name} + "=" + escaped(value);
    }
    return form;
}

// S256 (RFC 7636, 4.2): base64url without padding.
std::string challenge_of(std::string_view verifier) {
    auto text = base64_of(bytes_of(sha256(verifier)));
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    while (text.ends_with('=')) text.pop_back();
    return text;
}

std::string discovery_address(std::string issuer) {
    if (issuer.ends_with('/')) issuer.pop_back();
    return issuer + std::string{kDiscovery};
}

std::string joined(std::vector<std::string> const& words) {
    std::string text;
    for (auto const& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

}  // namespace

struct Client::Known {
    Known(Provider the_provider, Fetch the_ask)
        : provider(std::move(the_provider)), ask(std::move(the_ask)) {}

    std::optional<Discovery> discovered(Instant now);
    std::optional<std::vector<Key>> keys(Discovery const& at, Instant now);
    // Whether they are others now, perhaps.
    bool ask_for_keys(Discovery const& at, Instant now);
    std::variant<std::string, Fault> token_for(Discovery const& at, Returned const& returned,
                                               Drawn const& drawn);
    std::variant<Claims, TokenFault> read(std::string const& token, Discovery const& at,
                                          Drawn const& drawn, Instant now);

    Provider const provider;
    Fetch const ask;

    std::mutex mutex;  // of what follows; held while asking, so that it is asked once
    std::optional<Discovery> discovery;
    std::vector<Key> key_set;
    Instant discovered_at{}, discovery_tried_at{}, keys_at{}, keys_tried_at{};
};

Client::Client(Provider provider, Fetch ask)
    : known_(std::make_unique<Known>(std::move(provider), std::move(ask))) {}

Client::~Client() = default;

Provider const& Client::provider() const {
    return known_->provider;
}

std::optional<Discovery> Client::Known::discovered(Instant now) {
    std::lock_guard const lock{mutex};
    if (discovery && now < discovered_at + kKeepFor) return discovery;
    if (now < discovery_tried_at + kQuietAfterTrouble) return std::nullopt;
    discovery_tried_at = now;
    auto const answer = ask({.url = discovery_address(provider.issuer),
                             .form = {},
                             .authorization = {},
                             .ca_file = provider.ca_file});
    discovery = answer.status == kOk ? discovery_from(answer.body, provider.issuer) : std::nullopt;
    if (discovery) {
        discovered_at = now;
        discovery_tried_at = {};
    }
    return discovery;
}

bool Client::Known::ask_for_keys(Discovery const& at, Instant now) {
    keys_tried_at = now;
    auto const answer =
        ask({.url = at.jwks_uri, .form = {}, .authorization = {}, .ca_file = provider.ca_file});
    auto read = answer.status == kOk ? keys_from(answer.body) : std::nullopt;
    if (!read) return false;
    key_set = std::move(*read);
    keys_at = now;
    return true;
}

std::optional<std::vector<Key>> Client::Known::keys(Discovery const& at, Instant now) {
    std::lock_guard const lock{mutex};
    if (now < keys_at + kKeepFor) return key_set;
    if (now < keys_tried_at + kQuietAfterTrouble) return std::nullopt;
    if (!ask_for_keys(at, now)) return std::nullopt;
    return key_set;
}

// The secret goes to the token endpoint and nowhere else, in a header unless the provider takes it
// in the form alone (OpenID Connect Core 1.0, section 9).
std::variant<std::string, Fault> Client::Known::token_for(Discovery const& at,
                                                          Returned const& returned,
                                                          Drawn const& drawn) {
    Fields fields{{"grant_type", "authorization_code"},
                  {"code", returned.code},
                  {"redirect_uri", provider.return_to},
                  {"code_verifier", drawn.verifier}};
    Question question{
        .url = at.token_endpoint, .form = {}, .authorization = {}, .ca_file = provider.ca_file};
    if (at.secret_in_header) {
        question.authorization = "Basic " + base64_of(escaped(provider.client_id) + ":" +
                                                      escaped(provider.client_secret));
    } else {
        fields.emplace_back("client_id", provider.client_id);
        fields.emplace_back("client_secret", provider.client_secret);
    }
    question.form = form_of(fields);
    auto const answer = ask(question);
    if (answer.status == 0 || answer.status >= 500) return Fault{"no_answer", true};
    if (answer.status != kOk) return Fault{"code_refused"};
    auto token = id_token_from(answer.body);
    if (!token) return Fault{"no_id_token"};
    return std::move(*token);
}

std::variant<Claims, TokenFault> Client::Known::read(std::string const& token, Discovery const& at,
                                                     Drawn const& drawn, Instant now) {
    auto const some = keys(at, now);
    if (!some) return TokenFault::UnknownKey;
    auto claims = claims_from(token, *some, provider, drawn.nonce, now);
    auto const* fault = std::get_if<TokenFault>(&claims);
    if (!fault || *fault != TokenFault::UnknownKey) return claims;
    // The provider may sign with a new one since.
    std::lock_guard const lock{mutex};
    if (now < keys_tried_at + kKeysAgainAfter || !ask_for_keys(at, now)) return claims;
    return claims_from(token, key_set, provider, drawn.nonce, now);
}

std::optional<std::string> Client::address_for(Drawn const& drawn, Instant now) {
    auto const at = known_->discovered(now);
    if (!at) return std::nullopt;
    auto const challenge = challenge_of(drawn.verifier);
    auto const levels = joined(known_->provider.second_factor_acr);
    Fields fields{{"response_type", "code"},
                  {"client_id", known_->provider.client_id},
                  {"redirect_uri", known_->provider.return_to},
                  {"scope", "openid email"},
                  {"state", drawn.state},
                  {"nonce", drawn.nonce},
                  {"code_challenge", challenge},
                  {"code_challenge_method", "S256"}};
    if (!levels.empty()) fields.emplace_back("acr_values", levels);
    bool const has_query = at->authorization_endpoint.find('?') != std::string::npos;
    return at->authorization_endpoint + (has_query ? "&" : "?") + form_of(fields);
}

std::variant<Proven, Fault> Client::redeem(Returned const& returned, Drawn const& drawn,
                                           Instant now) {
    auto const at = known_->discovered(now);
    if (!at) return Fault{"no_discovery", true};
    bool const names_another =
        !returned.issuer.empty() && returned.issuer != known_->provider.issuer;
    if (names_another || (returned.issuer.empty() && at->answers_name_issuer)) {
        return Fault{"answer_of_another_issuer"};
    }
    auto const token = known_->token_for(*at, returned, drawn);
    if (auto const* fault = std::get_if<Fault>(&token)) return *fault;
    auto const read = known_->read(std::get<std::string>(token), *at, drawn, now);
    if (auto const* fault = std::get_if<TokenFault>(&read)) return Fault{code_of(*fault)};
    auto const& claims = std::get<Claims>(read);
    return Proven{claims.subject, claims.email_verified ? claims.email : std::string{},
                  claims.second_factor};
}

}  // namespace waymark::openid
