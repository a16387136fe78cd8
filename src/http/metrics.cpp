#include "http/metrics.h"

#include <fmt/format.h>

namespace waymark::http {

void Metrics::answered(std::string_view method, std::string_view pattern, int status,
                       double seconds) {
    std::lock_guard lock{mutex_};
    auto& series = series_[{std::string{method}, std::string{pattern}, status}];
    ++series.count;
    series.seconds += seconds;
    for (std::size_t i = 0; i < kBounds.size(); ++i) {
        if (seconds <= kBounds[i]) ++series.within[i];
    }
}

void Metrics::connections(int change) {
    std::lock_guard lock{mutex_};
    open_connections_ += change;
}

std::string Metrics::text() const {
    std::lock_guard lock{mutex_};
    std::string out =
        "# HELP waymark_http_request_duration_seconds Time from request to answer.\n"
        "# TYPE waymark_http_request_duration_seconds histogram\n";
    for (auto const& [key, series] : series_) {
        auto const& [method, pattern, status] = key;
        auto const labels = fmt::format(R"(method="{}",route="{}",status="{}")", method,
                                        pattern.empty() ? "other" : pattern, status);
        for (std::size_t i = 0; i < kBounds.size(); ++i) {
            out += fmt::format("waymark_http_request_duration_seconds_bucket{{{},le=\"{}\"}} {}\n",
                               labels, kBounds[i], series.within[i]);
        }
        out += fmt::format("waymark_http_request_duration_seconds_bucket{{{},le=\"+Inf\"}} {}\n",
                           labels, series.count);
        out += fmt::format("waymark_http_request_duration_seconds_sum{{{}}} {}\n", labels,
                           series.seconds);
        out += fmt::format("waymark_http_request_duration_seconds_count{{{}}} {}\n", labels,
                           series.count);
    }
    out +=
        "# HELP waymark_http_connections Connections open now.\n"
        "# TYPE waymark_http_connections gauge\n";
    out += fmt::format("waymark_http_connections {}\n", open_connections_);
    return out;
}

}  // namespace waymark::http
