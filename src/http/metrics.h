#pragma once

// Counts and durations in the Prometheus text format. Labels are route patterns, methods and status
// codes: never a path with an id in it.

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

namespace waymark::http {

class Metrics {
  public:
    void answered(std::string_view method, std::string_view pattern, int status, double seconds);
    void connections(int change);
    std::string text() const;

  private:
    static constexpr std::array<double, 10> kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025,
                                                       0.05,  0.1,    0.25,  1,    10};
    struct Series {
        std::uint64_t count = 0;
        double seconds = 0;
        std::array<std::uint64_t, kBounds.size()> within{};
    };
    mutable std::mutex mutex_;
    std::map<std::tuple<std::string, std::string, int>, Series> series_;
    int open_connections_ = 0;
};

}  // namespace waymark::http
