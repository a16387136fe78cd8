#include "http/json.h"

#include "foundation/text.h"

#include <algorithm>

namespace waymark::http {

namespace {

// As the fields of programmes are named.
bool is_code(std::string_view name) {
    constexpr std::size_t kLongest = 64;
    return name.size() <= kLongest && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

}  // namespace

Body::Body(JsonValue value) : Body(std::move(value), "", std::make_shared<Shared>()) {}

Body::Body(JsonValue value, std::string path, std::shared_ptr<Shared> shared)
    : value_(std::move(value)), path_(std::move(path)), shared_(std::move(shared)) {}

std::string Body::full_path(std::string_view name) const {
    return path_.empty() ? std::string{name} : path_ + "." + std::string{name};
}

void Body::problem(std::string_view name, std::string code) {
    shared_->problems.push_back({full_path(name), std::move(code)});
}

JsonValue const* Body::member(std::string_view name) {
    shared_->asked.insert(full_path(name));
    if (!value_.is_object()) return nullptr;
    auto const* found = value_.get_object().if_contains(name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

std::optional<std::string> Body::optional_text(std::string_view name, std::size_t most) {
    auto const* value = member(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_string()) {
        problem(name, "not_text");
        return std::nullopt;
    }
    std::string text{value->get_string()};
    if (!is_clean_utf8(text)) {
        problem(name, "not_plain_text");
        return std::nullopt;
    }
    if (characters(text) > most) problem(name, "too_long");
    return text;
}

std::string Body::text(std::string_view name, std::size_t most) {
    return optional_text(name, most).value_or("");
}

std::int64_t Body::integer(std::string_view name) {
    auto const* value = member(name);
    if (value != nullptr && value->is_int64()) return value->get_int64();
    problem(name, value == nullptr ? "required" : "not_a_whole_number");
    return 0;
}

std::optional<double> Body::optional_number(std::string_view name) {
    auto const* value = member(name);
    if (value == nullptr) return std::nullopt;
    if (value->is_double()) return value->get_double();
    if (value->is_int64()) return static_cast<double>(value->get_int64());
    problem(name, "not_a_number");
    return std::nullopt;
}

bool Body::flag(std::string_view name) {
    auto const* value = member(name);
    if (value == nullptr) return false;
    if (!value->is_bool()) {
        problem(name, "not_yes_or_no");
        return false;
    }
    return value->get_bool();
}

std::optional<Date> Body::optional_date(std::string_view name) {
    auto const text = optional_text(name, 40);
    if (!text || text->empty()) return std::nullopt;
    auto const date = parse_date(*text);
    if (!date) problem(name, "not_a_date");
    return date;
}

Date Body::date(std::string_view name) {
    auto const before = shared_->problems.size();
    auto const date = optional_date(name);
    if (!date && shared_->problems.size() == before) problem(name, "required");
    return date.value_or(Date{});
}

std::optional<Instant> Body::optional_instant(std::string_view name) {
    auto const text = optional_text(name, 40);
    if (!text || text->empty()) return std::nullopt;
    auto const instant = parse_instant(*text);
    if (!instant) problem(name, "not_a_time");
    return instant;
}

std::vector<std::string> Body::texts(std::string_view name, std::size_t most_items,
                                     std::size_t most) {
    std::vector<std::string> list;
    auto const* value = member(name);
    if (value == nullptr) return list;
    if (!value->is_array() || value->get_array().size() > most_items) {
        problem(name, value->is_array() ? "too_many" : "not_a_list");
        return list;
    }
    for (auto const& item : value->get_array()) {
        if (!item.is_string() || !is_clean_utf8(item.get_string())) {
            problem(name, "not_text");
            return {};
        }
        std::string text{item.get_string()};
        if (characters(text) > most) problem(name, "too_long");
        list.push_back(std::move(text));
    }
    return list;
}

std::vector<Body> Body::objects(std::string_view name, std::size_t most_items) {
    std::vector<Body> list;
    auto const* value = member(name);
    if (value == nullptr) return list;
    if (!value->is_array() || value->get_array().size() > most_items) {
        problem(name, value->is_array() ? "too_many" : "not_a_list");
        return list;
    }
    std::size_t index = 0;
    for (auto const& item : value->get_array()) {
        auto const path = full_path(name) + "[" + std::to_string(index++) + "]";
        if (!item.is_object()) {
            shared_->problems.push_back({path, "not_an_object"});
            continue;
        }
        list.push_back(Body{item, path, shared_});
    }
    return list;
}

std::optional<Body> Body::optional_object(std::string_view name) {
    auto const* value = member(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_object()) {
        problem(name, "not_an_object");
        return std::nullopt;
    }
    return Body{*value, full_path(name), shared_};
}

std::map<std::string, std::vector<std::string>> Body::lists(std::string_view name,
                                                            std::size_t most) {
    std::map<std::string, std::vector<std::string>> all;
    auto const* value = member(name);
    if (value == nullptr) return all;
    if (!value->is_object()) {
        problem(name, "not_an_object");
        return all;
    }
    Body inner{*value, full_path(name), shared_};
    for (auto const& [key, unused] : value->get_object()) {
        // A mistake in it would repeat its name, and this one is the sender's own text.
        if (!is_code(key)) {
            shared_->asked.insert(inner.full_path(key));
            shared_->asked.insert(inner.full_path(key) + ".*");
            problem(name, "unknown_field");
            continue;
        }
        all[std::string{key}] = inner.texts(key, 200, most);
    }
    return all;
}

JsonObject Body::raw_object(std::string_view name) {
    auto const* value = member(name);
    if (value == nullptr) {
        problem(name, "required");
        return {};
    }
    if (!value->is_object()) {
        problem(name, "not_an_object");
        return {};
    }
    shared_->asked.insert(full_path(name) + ".*");
    return value->get_object();
}

// A field that nobody asked for; one whose value was taken whole (raw_object) hides what is in it.
void Body::add_unasked(JsonValue const& value, std::string const& path, Shared const& shared,
                       std::vector<FieldError>& problems) {
    if (shared.asked.contains(path + ".*")) return;
    if (value.is_array()) {
        std::size_t index = 0;
        for (auto const& item : value.get_array()) {
            auto const item_path = path + "[" + std::to_string(index++) + "]";
            if (item.is_object()) add_unasked(item, item_path, shared, problems);
        }
        return;
    }
    if (!value.is_object()) return;
    for (auto const& [key, member] : value.get_object()) {
        auto const name = path.empty() ? std::string{key} : path + "." + std::string{key};
        if (!shared.asked.contains(name)) {
            // The name is the sender's own text, so it is not repeated.
            problems.push_back({path, "unknown_field"});
        } else {
            add_unasked(member, name, shared, problems);
        }
    }
}

std::vector<FieldError> Body::problems() const {
    auto all = shared_->problems;
    if (path_.empty()) add_unasked(value_, "", *shared_, all);
    return all;
}

std::string quoted(std::string_view text) {
    return boost::json::serialize(JsonValue(text));
}

std::optional<JsonObject> parse_object(std::string_view text, std::size_t depth) {
    boost::json::parse_options options;
    options.max_depth = depth;
    boost::system::error_code error;
    auto value = boost::json::parse(text, error, {}, options);
    if (error || !value.is_object()) return std::nullopt;
    return std::move(value.get_object());
}

}  // namespace waymark::http
