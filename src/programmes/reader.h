#pragma once

// From JSON that has the right form to definitions. The one thing still to find wrong here is a
// date that is in no calendar.

#include "faults.h"

namespace boost::json {
class value;
}

namespace waymark::programmes {

// What a hub adds to one version of a programme.
struct Extension {
    std::string programme;
    std::string extends;  // the programme's version
    std::string area;
    std::string version;
    std::string title;
    std::string source;
    Date valid_from;
    std::optional<Date> valid_to;
    std::vector<Section> sections;
    std::vector<Field> fields;
    std::vector<Question> questions;
};

Definition read_definition(boost::json::value const& document, Faults& faults);
Extension read_extension(boost::json::value const& document, Faults& faults);

// The definition with the extension's sections, fields and questions behind its own.
Definition merged(Definition const& core, Extension const& extension);

}  // namespace waymark::programmes
