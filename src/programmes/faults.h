#pragma once

// Collecting the faults of one file. Every check goes on after a fault, so that an editor sees all.

#include "programmes.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::programmes {

// A JSON pointer (RFC 6901) to a member or an element below `parent`.
std::string below(std::string const& parent, std::string_view member);
std::string below(std::string const& parent, std::size_t index);

class Faults {
  public:
    Faults(std::string file, std::vector<Fault>& all) : file_(std::move(file)), all_(all) {}

    void add(std::string path, std::string code, std::string message) {
        all_.push_back({file_, std::move(path), std::move(code), std::move(message)});
        ++count_;
    }
    bool none() const { return count_ == 0; }
    std::string const& file() const { return file_; }

  private:
    std::string file_;
    std::vector<Fault>& all_;
    std::size_t count_ = 0;
};

}  // namespace waymark::programmes
