#pragma once

// Reading what stands in a request's first line and headers. Any bytes may come: what is not well
// formed reads as nothing.

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::http {

using Query = std::map<std::string, std::string, std::less<>>;

struct Target {
    std::string path;  // decoded, clean UTF-8
    Query query;       // decoded; parts that are not clean UTF-8 are left out
};

// Nothing when it is not a path with, perhaps, a query.
std::optional<Target> target_from(std::string_view text);

// The value of one cookie in a Cookie header; empty when it is not there.
std::string cookie(std::string_view header, std::string_view name);
// The token of an Authorization header (RFC 6750), or empty.
std::string bearer_token(std::string_view header);

// The address that a proxy in front says it was asked from: the last one in X-Forwarded-For, which
// is the proxy's own word. Empty when it says none.
std::string forwarded_address(std::string_view header);

}  // namespace waymark::http
