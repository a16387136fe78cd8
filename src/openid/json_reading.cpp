#include "json_reading.h"

namespace waymark::openid {

std::optional<boost::json::object> object_from(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = 16;
    boost::system::error_code error;
    auto value = boost::json::parse(text, error, {}, options);
    if (error || !value.is_object()) return std::nullopt;
    return std::move(value.get_object());
}

std::string text_in(boost::json::object const& object, std::string_view name) {
    auto const* value = object.if_contains(name);
    return value && value->is_string() ? std::string{value->get_string()} : std::string{};
}

std::vector<std::string> texts_in(boost::json::object const& object, std::string_view name) {
    std::vector<std::string> texts;
    auto const* value = object.if_contains(name);
    if (!value || !value->is_array()) return texts;
    for (auto const& one : value->get_array()) {
        if (one.is_string()) texts.emplace_back(one.get_string());
    }
    return texts;
}

bool is_true_in(boost::json::object const& object, std::string_view name) {
    auto const* value = object.if_contains(name);
    return value && value->is_bool() && value->get_bool();
}

}  // namespace waymark::openid
