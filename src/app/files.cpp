#include "app/files.h"

#include "app/commands.h"
#include "foundation/text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace waymark::app {

std::string text_of_file(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw Stop{kRefused, "cannot read " + path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string key_given(std::string const& text) {
    bool const is_key = text.find('+') != std::string::npos && !std::filesystem::exists(text);
    return trimmed(is_key ? text : text_of_file(text));
}

namespace {

// A file beside `path` with the text, on the disk, readable to its owner alone.
std::string written_beside(std::string const& path, std::string const& text) {
    auto const unfinished = path + "." + std::to_string(::getpid()) + ".new";
    ::unlink(unfinished.c_str());
    int const file =
        ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) throw Stop{kRefused, "cannot write " + path};
    bool const written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(file) == 0;
    ::close(file);
    if (written) return unfinished;
    ::unlink(unfinished.c_str());
    throw Stop{kRefused, "cannot write " + path};
}

// A name is on the disk when its folder is.
void keep_name(std::string const& path) {
    auto folder = std::filesystem::path{path}.parent_path();
    if (folder.empty()) folder = ".";
    int const handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return;
    ::fsync(handle);
    ::close(handle);
}

}  // namespace

void write_private_file(std::string const& path, std::string const& text) {
    auto const unfinished = written_beside(path, text);
    if (std::rename(unfinished.c_str(), path.c_str()) != 0) {
        ::unlink(unfinished.c_str());
        throw Stop{kRefused, "cannot write " + path};
    }
    keep_name(path);
}

void make_private_file(std::string const& path, std::string const& text) {
    auto const unfinished = written_beside(path, text);
    bool const made = ::link(unfinished.c_str(), path.c_str()) == 0 || errno == EEXIST;
    ::unlink(unfinished.c_str());
    if (!made) throw Stop{kRefused, "cannot write " + path};
    keep_name(path);
}

}  // namespace waymark::app
