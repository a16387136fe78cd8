#pragma once

// Small files that must be whole and private: keys, and what a witness holds.

#include <string>

namespace waymark::app {

// Throws Stop when it cannot be read.
std::string text_of_file(std::string const& path);

// What is given on a command line: a key itself, or the name of a file that holds it.
std::string key_given(std::string const& text);

// Readable to its owner alone, and there as a whole, on the disk, or not at all.
// Throws Stop when it cannot be written.
void write_private_file(std::string const& path, std::string const& text);

// The same for a key: where there is a file already, of another process that was quicker say, that
// one stays as it is.
void make_private_file(std::string const& path, std::string const& text);

}  // namespace waymark::app
