#include "json_text.h"

#include <algorithm>
#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <set>
#include <string_view>

namespace waymark::programmes {

namespace {

namespace json = boost::json;

constexpr std::size_t kLargestFile = std::size_t{1} << 20;  // bytes
constexpr std::size_t kDeepest = 16;

// Follows the parser through a document and remembers where a member's name came twice.
class RepeatFinder {
  public:
    using Ec = boost::system::error_code;
    constexpr static std::size_t max_object_size = static_cast<std::size_t>(-1);
    constexpr static std::size_t max_array_size = static_cast<std::size_t>(-1);
    constexpr static std::size_t max_key_size = static_cast<std::size_t>(-1);
    constexpr static std::size_t max_string_size = static_cast<std::size_t>(-1);

    std::vector<std::string> const& repeats() const { return repeats_; }

    bool on_document_begin(Ec&) { return true; }
    bool on_document_end(Ec&) { return true; }
    bool on_object_begin(Ec&) { return enter(true); }
    bool on_object_end(std::size_t, Ec&) { return leave(); }
    bool on_array_begin(Ec&) { return enter(false); }
    bool on_array_end(std::size_t, Ec&) { return leave(); }
    bool on_key_part(json::string_view part, std::size_t, Ec&) {
        key_.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view part, std::size_t, Ec&) {
        key_.append(part.data(), part.size());
        auto& level = levels_.back();
        level.member = key_;
        if (!level.seen.insert(key_).second) repeats_.push_back(here());
        key_.clear();
        return true;
    }
    bool on_string_part(json::string_view, std::size_t, Ec&) { return true; }
    bool on_string(json::string_view, std::size_t, Ec&) { return passed(); }
    bool on_number_part(json::string_view, Ec&) { return true; }
    bool on_int64(std::int64_t, json::string_view, Ec&) { return passed(); }
    bool on_uint64(std::uint64_t, json::string_view, Ec&) { return passed(); }
    bool on_double(double, json::string_view, Ec&) { return passed(); }
    bool on_bool(bool, Ec&) { return passed(); }
    bool on_null(Ec&) { return passed(); }
    bool on_comment_part(json::string_view, Ec&) { return true; }
    bool on_comment(json::string_view, Ec&) { return true; }

  private:
    struct Level {
        bool object;
        std::set<std::string> seen = {};
        std::string member = {};
        std::size_t index = 0;
    };

    bool enter(bool object) {
        levels_.push_back({.object = object});
        return true;
    }
    bool leave() {
        levels_.pop_back();
        return passed();
    }
    bool passed() {
        if (!levels_.empty()) ++levels_.back().index;
        return true;
    }
    std::string here() const {
        std::string path;
        for (auto const& level : levels_) {
            path = level.object ? below(path, level.member) : below(path, level.index);
        }
        return path;
    }

    std::vector<Level> levels_;
    std::string key_;
    std::vector<std::string> repeats_;
};

std::string line_of(std::string const& text, std::size_t offset) {
    auto const end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return std::to_string(1 + std::count(text.begin(), end, '\n'));
}

}  // namespace

std::string below(std::string const& parent, std::string_view member) {
    std::string path = parent + "/";
    for (char const c : member) {
        if (c == '~')
            path += "~0";
        else if (c == '/')
            path += "~1";
        else
            path += c;
    }
    return path;
}

std::string below(std::string const& parent, std::size_t index) {
    return parent + "/" + std::to_string(index);
}

bool read_json(std::string const& text, boost::json::value& out, Faults& faults) {
    if (text.size() > kLargestFile) {
        faults.add("", "too_large", "Make the file smaller than one megabyte.");
        return false;
    }
    json::parse_options options;
    options.max_depth = kDeepest;
    json::basic_parser<RepeatFinder> parser(options);
    boost::system::error_code wrong;
    auto const read = parser.write_some(false, text.data(), text.size(), wrong);
    auto const rest = text.find_first_not_of(" \t\r\n", read);
    if (wrong || rest != std::string::npos) {
        auto const where = line_of(text, wrong ? read : rest);
        faults.add("", "not_json",
                   "Correct the JSON at or just before line " + where + ": " +
                       (wrong ? wrong.message() : "something follows the end") + ".");
        return false;
    }
    for (auto const& path : parser.handler().repeats()) {
        faults.add(path, "duplicate_member", "Keep one of the two members with this name.");
    }
    if (!faults.none()) return false;
    out = json::parse(text, wrong, {}, options);
    return !wrong;
}

}  // namespace waymark::programmes
