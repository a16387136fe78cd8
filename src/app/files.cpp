#include "app/files.h"

#include "app/commands.h"
#include "foundation/text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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

void write_private_file(std::string const& path, std::string const& text) {
    auto const cannot = Stop{kRefused, "cannot write " + path};
    auto const unfinished = path + ".new";
    ::unlink(unfinished.c_str());
    int const file =
        ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) throw cannot;
    bool const written =
        ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(file) == 0;
    ::close(file);
    if (!written || std::rename(unfinished.c_str(), path.c_str()) != 0) {
        ::unlink(unfinished.c_str());
        throw cannot;
    }
}

}  // namespace waymark::app
