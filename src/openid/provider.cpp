#include "openid/provider.h"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace waymark::openid {

namespace {

constexpr std::size_t kLongestAddress = 2000;

bool is_this_machine(std::string_view host) {
    return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
}

}  // namespace

bool is_safe_address(std::string_view url) {
    if (url.size() > kLongestAddress) return false;
    auto const parsed = boost::urls::parse_uri(url);
    if (!parsed || parsed->has_userinfo() || parsed->has_fragment()) return false;
    // Boost 1.81 takes the first of 127.0.0.1.example.org for a host, and the rest for a path.
    auto const path = parsed->encoded_path();
    if (!path.empty() && path.front() != '/') return false;
    auto const host =
        std::string_view{parsed->encoded_host().data(), parsed->encoded_host().size()};
    if (parsed->scheme_id() == boost::urls::scheme::https) return !host.empty();
    return is_plain_http(url) && is_this_machine(host);
}

bool is_plain_http(std::string_view url) {
    return url.starts_with("http://");
}

}  // namespace waymark::openid
