#include "incident_file.h"

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <stdexcept>

namespace waymark::bench {

void write_incident_file(std::string const& path) {
    std::ofstream file{path};
    file << "month\tlongitude\tlatitude\tlocation\tcategory\n";
    std::uint64_t state = 2022;
    for (int i = 0; i < kIncidents; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        // About 9,000 points carry them all, as published incidents do.
        auto const point = static_cast<unsigned>((state >> 33) % 9000);
        char line[160];
        std::snprintf(line, sizeof line,
                      "2022-%02u\t%.6f\t%.6f\tOn or near Bench Street %u\tanti-social-behaviour\n",
                      static_cast<unsigned>(i * 12LL / kIncidents) + 1,
                      -2.9 + 0.00011 * (point % 95), 53.6 + 0.0041 * (point / 95), point);
        file << line;
    }
    if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

}  // namespace waymark::bench
