#pragma once

// The web application's files, held in memory with their compressed forms. Files whose names carry
// a digest may be kept for ever; the page that names them is asked for each time.

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace waymark::http {

struct StaticFile {
    std::string content_type;
    std::string cache_control;
    std::string etag;
    std::string plain, gzip, brotli;  // compressed forms may be empty
};

class StaticFiles {
  public:
    // Reads every file below `root`; nothing is served when the folder is absent.
    static StaticFiles read(std::string const& root);

    // The file at a path, or the application's page for a path that is one of its own: the page
    // finds its way from there. Nothing for a missing file with an extension.
    StaticFile const* find(std::string_view path) const;
    bool empty() const { return files_.empty(); }

  private:
    std::map<std::string, StaticFile, std::less<>> files_;
};

}  // namespace waymark::http
