// The body of a request: any bytes are refused or read, and every mistake that is told names only
// fields that a reader asked for.

#include "http/json.h"

#include <cstdint>

using namespace waymark;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const object = http::parse_object({reinterpret_cast<char const*>(data), size}, 32);
    if (!object) return 0;
    http::Body body{http::JsonValue(*object)};
    (void)body.text("text", 20);
    (void)body.integer("integer");
    (void)body.optional_number("number");
    (void)body.flag("flag");
    (void)body.optional_date("date");
    (void)body.optional_instant("instant");
    (void)body.texts("texts", 3, 20);
    (void)body.lists("lists", 20);
    (void)body.raw_object("form");
    for (auto& one : body.objects("objects", 3)) {
        (void)one.text("text");
        for (auto& inner : one.objects("objects", 3)) (void)inner.date("date");
    }
    (void)body.fresh().has_problems();
    (void)http::quoted(body.text("text"));
    // A mistake's field is our own word, or a place among objects; never a key that was sent.
    for (auto const& problem : body.problems()) {
        for (char const c : problem.field) {
            bool const ours = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
                              c == '.' || c == '[' || c == ']';
            if (!ours) __builtin_trap();
        }
    }
    return 0;
}
