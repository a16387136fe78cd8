// The first line and the headers of a request: any bytes read as clean text or as nothing.

#include "http/request_parts.h"
#include "foundation/text.h"

#include <cstdint>

using namespace waymark;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    (void)http::cookie(text, "waymark_session");
    (void)http::forwarded_address(text);
    if (auto const target = http::target_from(text)) {
        if (!is_clean_utf8(target->path)) __builtin_trap();
        for (auto const& [key, value] : target->query) {
            if (!is_clean_utf8(key) || !is_clean_utf8(value)) __builtin_trap();
        }
    }
    return 0;
}
