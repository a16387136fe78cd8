#pragma once

// JSON at the edge: reading a request's body field by field, and small helps for writing answers.
// Nothing below http knows JSON.

#include "foundation/dates.h"
#include "foundation/ids.h"
#include "foundation/result.h"

#include <boost/json.hpp>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::http {

using JsonObject = boost::json::object;
using JsonArray = boost::json::array;
using JsonValue = boost::json::value;

// The body of a request. Each reader asks for a field by name and notes what is wrong with it, so
// that all mistakes are told at once; an absent field reads as empty. Fields that nobody asked for
// are mistakes too: problems() names them.
class Body {
  public:
    Body() : Body(JsonValue{JsonObject{}}) {}
    explicit Body(JsonValue value);
    // The same body, as if nothing had been asked of it: for work that runs again.
    Body fresh() const { return Body{value_}; }

    // Text of at most `most` characters, well-formed and without control characters.
    std::string text(std::string_view name, std::size_t most = 200);
    std::optional<std::string> optional_text(std::string_view name, std::size_t most = 200);
    std::int64_t integer(std::string_view name);
    std::optional<double> optional_number(std::string_view name);
    bool flag(std::string_view name);
    std::optional<Date> optional_date(std::string_view name);
    Date date(std::string_view name);  // the day 0 of the calendar when missing, with a problem
    std::optional<Instant> optional_instant(std::string_view name);
    std::vector<std::string> texts(std::string_view name, std::size_t most_items,
                                   std::size_t most = 200);
    // The objects of an array, each with its own path; their problems are this body's too.
    std::vector<Body> objects(std::string_view name, std::size_t most_items);
    // An object within, with its own path; its problems are this body's too.
    std::optional<Body> optional_object(std::string_view name);
    // Every member of an object whose values are arrays of text.
    std::map<std::string, std::vector<std::string>> lists(std::string_view name,
                                                          std::size_t most = 20000);
    // A member as it came, for what is kept and not understood; it must be there.
    JsonObject raw_object(std::string_view name);

    template <class TypedId>
    TypedId id(std::string_view name) {
        return TypedId{text(name, 40)};
    }
    template <class TypedId>
    std::optional<TypedId> optional_id(std::string_view name) {
        auto value = optional_text(name, 40);
        if (!value || value->empty()) return std::nullopt;
        return TypedId{std::move(*value)};
    }

    // Everything wrong so far, and every field that was sent but not asked for.
    std::vector<FieldError> problems() const;
    bool has_problems() const { return !problems().empty(); }

  private:
    // What a body and the objects within it share: mistakes, and which fields were asked for.
    struct Shared {
        std::vector<FieldError> problems;
        std::set<std::string, std::less<>> asked;  // by full path
    };
    static void add_unasked(JsonValue const& value, std::string const& path, Shared const& shared,
                            std::vector<FieldError>& problems);
    Body(JsonValue value, std::string path, std::shared_ptr<Shared> shared);

    JsonValue const* member(std::string_view name);
    void problem(std::string_view name, std::string code);
    std::string full_path(std::string_view name) const;

    JsonValue value_;
    std::string path_;
    std::shared_ptr<Shared> shared_;
};

// Null for what is absent.
inline JsonValue or_null(std::optional<std::string> const& text) {
    return text ? JsonValue(*text) : JsonValue(nullptr);
}
inline JsonValue or_null(std::optional<Date> const& date) {
    return date ? JsonValue(to_text(*date)) : JsonValue(nullptr);
}
inline JsonValue or_null(std::optional<Instant> const& instant) {
    return instant ? JsonValue(to_text(*instant)) : JsonValue(nullptr);
}
inline JsonValue or_null(std::optional<std::int64_t> const& number) {
    return number ? JsonValue(*number) : JsonValue(nullptr);
}
inline JsonValue or_null(std::optional<double> const& number) {
    return number ? JsonValue(*number) : JsonValue(nullptr);
}
template <class Tag>
JsonValue or_null(std::optional<Id<Tag>> const& id) {
    return id ? JsonValue(id->value) : JsonValue(nullptr);
}

template <class Items, class ToJson>
JsonArray array_of(Items const& items, ToJson to_json) {
    JsonArray array;
    array.reserve(items.size());
    for (auto const& item : items) array.emplace_back(to_json(item));
    return array;
}

// As a JSON string: for a log line, whose text must not end its own quotes.
std::string quoted(std::string_view text);

// Nothing when the text is not one JSON object nested at most `depth` deep.
std::optional<JsonObject> parse_object(std::string_view text, std::size_t depth);

}  // namespace waymark::http
