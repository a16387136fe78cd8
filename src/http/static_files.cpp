#include "http/static_files.h"

#include "foundation/digest.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace waymark::http {

namespace {

namespace fs = std::filesystem;

std::string contents(fs::path const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string content_type_of(std::string const& extension) {
    static std::map<std::string, std::string> const types = {
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".txt", "text/plain; charset=utf-8"},
        {".webmanifest", "application/manifest+json"},
    };
    auto const found = types.find(extension);
    return found == types.end() ? "application/octet-stream" : found->second;
}

}  // namespace

StaticFiles StaticFiles::read(std::string const& root) {
    StaticFiles read;
    if (!fs::is_directory(root)) return read;
    for (auto const& entry : fs::recursive_directory_iterator{root}) {
        if (!entry.is_regular_file()) continue;
        auto const& path = entry.path();
        auto const extension = path.extension().string();
        if (extension == ".br" || extension == ".gz" || extension == ".map") continue;
        auto const name = "/" + fs::relative(path, root).generic_string();
        StaticFile file{.content_type = content_type_of(extension),
                        .cache_control = name.starts_with("/assets/")
                                             ? "public, max-age=31536000, immutable"
                                             : "no-cache",
                        .etag = {},
                        .plain = contents(path),
                        .gzip = {},
                        .brotli = {}};
        if (fs::exists(path.string() + ".gz")) file.gzip = contents(path.string() + ".gz");
        if (fs::exists(path.string() + ".br")) file.brotli = contents(path.string() + ".br");
        file.etag = "\"" + sha256_hex(file.plain).substr(0, 16) + "\"";
        read.files_[name] = std::move(file);
    }
    return read;
}

StaticFile const* StaticFiles::find(std::string_view path) const {
    if (auto const found = files_.find(path); found != files_.end()) return &found->second;
    auto const last = path.substr(path.rfind('/') + 1);
    if (last.find('.') != std::string_view::npos) return nullptr;
    auto const page = files_.find("/index.html");
    return page == files_.end() ? nullptr : &page->second;
}

}  // namespace waymark::http
