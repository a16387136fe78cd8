#include "http/rate_limit.h"

namespace waymark::http {

namespace {

constexpr std::chrono::minutes kWhile{1};
constexpr std::size_t kMany = 10'000;

// Those that ended leave their counts behind.
template <class Counts>
void sweep(Counts& counts, RateLimit::Time now) {
    if (counts.size() <= kMany) return;
    std::erase_if(counts, [&](auto const& entry) { return now - entry.second.since > kWhile; });
}

}  // namespace

bool RateLimit::take(std::string const& session_token, std::string const& address, Time now) {
    if (a_minute_ == 0) return true;
    std::lock_guard const lock{mutex_};
    auto const known = sessions_.find(session_token);
    if (known == sessions_.end()) sweep(addresses_, now);
    auto& count = known == sessions_.end() ? addresses_[address] : known->second;
    if (now - count.since > kWhile) count = {now, 0};
    return ++count.requests <= a_minute_;
}

void RateLimit::admitted(std::string const& session_token, Time now) {
    if (a_minute_ == 0) return;
    std::lock_guard const lock{mutex_};
    sweep(sessions_, now);
    sessions_.try_emplace(session_token, Count{now, 0});
}

}  // namespace waymark::http
