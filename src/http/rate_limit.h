#pragma once

// How many requests a minute are answered.

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace waymark::http {

// A session that was admitted has a count of its own. All else counts for the address that it comes
// from, whatever token it sends, so that invented ones neither escape the limit nor fill the table.
class RateLimit {
  public:
    using Time = std::chrono::steady_clock::time_point;

    explicit RateLimit(int a_minute) : a_minute_(a_minute) {}  // 0: no limit

    // Counts one request; false when there were too many within a minute.
    bool take(std::string const& session_token, std::string const& address, Time now);
    void admitted(std::string const& session_token, Time now);

  private:
    struct Count {
        Time since;
        int requests = 0;
    };

    int a_minute_;
    std::mutex mutex_;
    std::unordered_map<std::string, Count> sessions_, addresses_;
};

}  // namespace waymark::http
