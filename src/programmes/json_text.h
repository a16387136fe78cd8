#pragma once

// From the text of a file to JSON, refusing what a JSON library would silently put right.

#include "faults.h"

#include <string>

namespace boost::json {
class value;
}

namespace waymark::programmes {

// Writes into `out` and answers true; or reports `too_large`, `not_json` (with the line) or
// `duplicate_member`: of two members with one name, a reader would keep one and drop the other.
bool read_json(std::string const& text, boost::json::value& out, Faults& faults);

}  // namespace waymark::programmes
