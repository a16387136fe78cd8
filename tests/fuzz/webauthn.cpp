// What a browser says of a passkey: any bytes are a passkey of ours or nothing, and sign nothing.

#include "access/webauthn.h"

#include "foundation/digest.h"

#include <cstdint>

using namespace waymark;

namespace {

access::RelyingParty const kUs{"waymark.example.gov.uk", "https://waymark.example.gov.uk"};
// A point of P-256: its generator.
constexpr std::string_view kKey{
    "\x6b\x17\xd1\xf2\xe1\x2c\x42\x47\xf8\xbc\xe6\xe5\x63\xa4\x40\xf2\x77\x03\x7d\x81\x2d\xeb\x33"
    "\xa0\xf4\xa1\x39\x45\xd8\x98\xc2\x96\x4f\xe3\x42\xe2\xfe\x1a\x7f\x9b\x8e\xe7\xeb\x4a\x7c\x0f"
    "\x9e\x16\x2b\xce\x33\x57\x6b\x31\x5e\xce\xcb\xb6\x40\x68\x37\xbf\x51\xf5",
    64};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const text{reinterpret_cast<char const*>(data), size};
    // With the digest in front, or nothing would get past the first look.
    auto const for_us = std::string{bytes_of(sha256(kUs.id))} + text;
    if (auto const made = access::credential_from(for_us, kUs)) {
        if (made->id.empty() || made->key.bytes.empty()) __builtin_trap();
    }
    (void)access::credential_from(text, kUs);
    (void)access::relying_party_from(text);
    auto const cut = for_us.size() < 37 ? for_us.size() : std::size_t{37};
    access::Assertion const assertion{"", {.raw = text}, for_us.substr(0, cut), for_us.substr(cut)};
    if (access::counter_signed_by({-7, std::string{kKey}}, assertion, kUs)) __builtin_trap();
    return 0;
}
