// A programme file: loads, or every fault of it is named. It runs against the real schemas.

#include "programmes/programmes.h"

#include <cstdint>
#include <fstream>
#include <iterator>

using namespace waymark;

namespace {

std::string contents(std::string const& name) {
    std::ifstream file{std::string{WAYMARK_SOURCE_DIR} + "/programmes/" + name};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static std::vector<programmes::SourceFile> const schemas = {
        {"schema.json", contents("schema.json")},
        {"extension-schema.json", contents("extension-schema.json")}};
    auto files = schemas;
    files.push_back(
        {"antisocial_behaviour/2026.json", std::string{reinterpret_cast<char const*>(data), size}});
    auto const loaded = programmes::Catalogue::read(files);
    if (auto const* faults = std::get_if<std::vector<programmes::Fault>>(&loaded)) {
        if (faults->empty()) __builtin_trap();
        (void)programmes::to_text(*faults);
    }
    return 0;
}
