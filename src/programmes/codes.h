#pragma once

// From the words of a file to kinds. Only for words that the schema has already let through.

#include "definition.h"

#include <string_view>

namespace waymark::programmes {

FieldType field_type(std::string_view code);
Point point(std::string_view code);
MeasureKind measure_kind(std::string_view code);

}  // namespace waymark::programmes
