// What an identity provider says: its discovery document, its keys, and an ID token, which is read
// by those keys. Any bytes read as nothing, or as what it is safe to go on with. The first byte
// says which of them it is; a token and its keys are parted by a line break.

#include "openid/documents.h"
#include "openid/id_token.h"

#include <cstdint>
#include <string_view>

using namespace waymark;

namespace {

void read_discovery(std::string_view text) {
    auto const found = openid::discovery_from(text, "https://id.example.org");
    if (!found) return;
    for (auto const& url :
         {found->authorization_endpoint, found->token_endpoint, found->jwks_uri}) {
        if (!openid::is_safe_address(url) || openid::is_plain_http(url)) __builtin_trap();
    }
}

void read_token(std::string_view text) {
    auto const line = text.find('\n');
    auto const keys = openid::keys_from(line == text.npos ? "" : text.substr(line + 1));
    for (auto const& key : keys.value_or(std::vector<openid::Key>{})) {
        if (key.kid.empty() || (key.type != "RSA" && key.type != "EC")) __builtin_trap();
    }
    openid::Provider const provider{"a", "https://id.example.org", "waymark", "s",
                                    "https://w.example"};
    auto const read =
        openid::claims_from(text.substr(0, line), keys.value_or(std::vector<openid::Key>{}),
                            provider, "n-1", instant_from_text("2026-02-02T10:00:00.000Z"));
    if (auto const* claims = std::get_if<openid::Claims>(&read)) {
        if (!keys || keys->empty() || claims->subject.empty()) __builtin_trap();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view const text{reinterpret_cast<char const*>(data) + 1, size - 1};
    if (data[0] == 'd') read_discovery(text);
    if (data[0] == 'a') (void)openid::id_token_from(text);
    if (data[0] == 't') read_token(text);
    return 0;
}
