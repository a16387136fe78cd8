// The words by which kinds of fields, points and measures are known in files and in the API.

#include "codes.h"

#include "programmes.h"

#include <cassert>
#include <cstddef>

namespace waymark::programmes {

namespace {

constexpr std::string_view kFieldTypes[] = {"text",           "long_text", "date",   "number",
                                            "yes_no_unknown", "choice",    "choices"};
constexpr std::string_view kPoints[] = {"opening", "review", "closing"};
constexpr std::string_view kMeasureKinds[] = {"scale", "band", "score", "choice", "number"};

template <class Enum, std::size_t Count>
Enum value_of(std::string_view const (&words)[Count], std::string_view code) {
    for (std::size_t i = 0; i < Count; ++i) {
        if (words[i] == code) return static_cast<Enum>(i);
    }
    assert(!"the schema lets no other word through");
    return static_cast<Enum>(0);
}

}  // namespace

std::string_view to_code(FieldType type) {
    return kFieldTypes[static_cast<std::size_t>(type)];
}
std::string_view to_code(Point point) {
    return kPoints[static_cast<std::size_t>(point)];
}
std::string_view to_code(MeasureKind kind) {
    return kMeasureKinds[static_cast<std::size_t>(kind)];
}

FieldType field_type(std::string_view code) {
    return value_of<FieldType>(kFieldTypes, code);
}
Point point(std::string_view code) {
    return value_of<Point>(kPoints, code);
}
MeasureKind measure_kind(std::string_view code) {
    return value_of<MeasureKind>(kMeasureKinds, code);
}

}  // namespace waymark::programmes
