#pragma once

// Reading JSON that somebody else wrote: bounded in depth, and a member of another kind than wanted
// is as good as none.

#include <boost/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::openid {

// Nothing when it is not one object, nested at most 16 deep.
std::optional<boost::json::object> object_from(std::string_view text);

// Empty when it is not there, or is no text.
std::string text_in(boost::json::object const& object, std::string_view name);
// Texts of an array; empty when it is none. Other members are left out.
std::vector<std::string> texts_in(boost::json::object const& object, std::string_view name);
// Only what is true in JSON is: the text "true" is not.
bool is_true_in(boost::json::object const& object, std::string_view name);

}  // namespace waymark::openid
