#include "request_parts.h"

#include "foundation/text.h"

#include <arpa/inet.h>
#include <boost/url.hpp>

namespace waymark::http {

std::optional<Target> target_from(std::string_view text) {
    auto const parsed = boost::urls::parse_origin_form({text.data(), text.size()});
    if (!parsed) return std::nullopt;
    Target target{parsed->path(), {}};
    if (!is_clean_utf8(target.path)) return std::nullopt;
    for (auto const& pair : parsed->params()) {
        std::string key{pair.key.data(), pair.key.size()};
        std::string value{pair.value.data(), pair.value.size()};
        if (is_clean_utf8(key) && is_clean_utf8(value)) {
            target.query[std::move(key)] = std::move(value);
        }
    }
    return target;
}

// The value of one cookie in a Cookie header; empty when it is not there.
std::string bearer_token(std::string_view header) {
    constexpr std::string_view kScheme = "bearer ";
    if (lower_ascii(header.substr(0, kScheme.size())) != kScheme) return {};
    return std::string{trimmed(header.substr(kScheme.size()))};
}

std::string cookie(std::string_view header, std::string_view name) {
    for (auto const& part : split(header, ';')) {
        auto const pair = trimmed(part);
        auto const equals = pair.find('=');
        if (equals != std::string::npos && std::string_view{pair}.substr(0, equals) == name) {
            return pair.substr(equals + 1);
        }
    }
    return {};
}

std::string forwarded_address(std::string_view header) {
    auto const last = trimmed(header.substr(header.rfind(',') + 1));
    in6_addr ignored{};
    bool const is_address = inet_pton(AF_INET, last.c_str(), &ignored) == 1 ||
                            inet_pton(AF_INET6, last.c_str(), &ignored) == 1;
    return is_address ? last : std::string{};
}

}  // namespace waymark::http
