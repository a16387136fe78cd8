#pragma once

// Small files and short ways to import and ask, for this module's tests.

#include "incidents/import.h"
#include "incidents/incidents.h"
#include "test_world.h"

#include <sstream>
#include <string>
#include <utility>

namespace waymark::incidents {

// Two districts side by side: Scarborough from 0 to 1 degree east, Harrogate from 1 to 2, and a
// third that is no hub's from 2 to 3; all from 50 to 51 degrees north.
inline std::string square(std::string const& code, std::string const& name, double west) {
    auto const x = std::to_string(west);
    auto const y = std::to_string(west + 1);
    return R"({"type":"Feature","properties":{"LAD22CD":")" + code + R"(","LAD22NM":")" + name +
           R"("},"geometry":{"type":"Polygon","coordinates":[[[)" + x + ",50],[" + y + ",50],[" +
           y + ",51],[" + x + ",51],[" + x + ",50]]]}}";
}

inline std::string collection(std::string const& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

inline std::string districts() {
    return collection(square("E07000168", "Scarborough", 0) + "," +
                      square("E07000165", " harrogate ", 1) + "," +
                      square("E07000163", "Craven", 2));
}

// Runs and commits a question or an import as that person.
template <class Ask>
auto ask(TestWorld& world, std::string const& name, Ask const& question) {
    auto work = world.work_as(name);
    auto answer = question(*work);
    work.finish();
    return answer;
}

inline BoundarySummary put_boundaries(TestWorld& world, std::string const& text,
                                      std::optional<BoundaryKind> kind = std::nullopt) {
    auto const summary = ask(
        world, "admin", [&](access::Work& work) { return import_boundaries(work, text, kind); });
    if (!summary) throw std::runtime_error("the boundaries were refused");
    return *summary;
}

inline Result<ImportSummary> try_import(TestWorld& world, std::string const& text,
                                        ImportOptions options = {}) {
    std::istringstream file(text);
    options.clock = [&] { return world.clock; };
    return import_incidents(world.database(), world.partnership(), file, options);
}

inline ImportSummary put_incidents(TestWorld& world, std::string const& text,
                                   ImportOptions options = {}) {
    auto const summary = try_import(world, text, std::move(options));
    if (!summary) throw std::runtime_error("the incidents were refused");
    return *summary;
}

}  // namespace waymark::incidents
