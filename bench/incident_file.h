#pragma once

// A tab-separated file of 56,434 incidents in the form of the extracts that partnerships publish:
// the size and shape of the one the bar was set on, with invented rows.

#include <string>

namespace waymark::bench {

inline constexpr int kIncidents = 56'434;

void write_incident_file(std::string const& path);

}  // namespace waymark::bench
