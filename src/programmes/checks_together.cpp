// Checks of files against each other. The file that comes later by name is the one reported.

#include "checks.h"

#include <algorithm>

namespace waymark::programmes {

namespace {

void report(std::string const& file, std::string path, std::string code, std::string message,
            std::vector<Fault>& faults) {
    faults.push_back({file, std::move(path), std::move(code), std::move(message)});
}

std::vector<std::string> codes_of(std::vector<Measure> const& measures) {
    std::vector<std::string> codes;
    for (auto const& measure : measures) codes.push_back(measure.code);
    std::sort(codes.begin(), codes.end());
    return codes;
}

void check_pair(CoreFile const& earlier, CoreFile const& later, std::vector<Fault>& faults) {
    auto const& one = earlier.definition;
    auto const& other = later.definition;
    if (one.ref.code == other.ref.code && one.valid_from == other.valid_from) {
        report(later.file, "/valid_from", "same_valid_from",
               "Begin on another day than " + earlier.file + ", or nobody knows which is meant.",
               faults);
    }
    for (std::size_t i = 0; i < other.measures.size(); ++i) {
        auto const* same = one.measure(other.measures[i].code);
        if (!same || *same == other.measures[i]) continue;
        report(later.file, below("/measures", i), "measure_redefined",
               "Make this measure equal to the one in " + earlier.file +
                   ", or give it another code: figures under one code must mean one thing.",
               faults);
    }
    if (one.ref.version == other.ref.version &&
        codes_of(one.measures) != codes_of(other.measures)) {
        report(later.file, "/measures", "measures_differ",
               "Take the same measures as " + earlier.file + ": every hub records the same core.",
               faults);
    }
}

}  // namespace

void check_together(std::vector<CoreFile> const& cores, std::vector<Fault>& faults) {
    for (std::size_t later = 1; later < cores.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            check_pair(cores[earlier], cores[later], faults);
        }
    }
}

void check_together(std::vector<ExtensionFile> const& extensions, std::vector<Fault>& faults) {
    for (std::size_t later = 1; later < extensions.size(); ++later) {
        auto const& other = extensions[later].extension;
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            auto const& one = extensions[earlier].extension;
            if (one.programme != other.programme || one.extends != other.extends) continue;
            if (one.area != other.area || one.valid_from != other.valid_from) continue;
            report(extensions[later].file, "/valid_from", "same_valid_from",
                   "Begin on another day than " + extensions[earlier].file +
                       ", or nobody knows which is meant.",
                   faults);
        }
    }
}

}  // namespace waymark::programmes
