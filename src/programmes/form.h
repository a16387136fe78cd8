#pragma once

// The form of a file, as its JSON Schema says it.

#include "faults.h"

#include <memory>
#include <string>

namespace boost::json {
class value;
}

namespace waymark::programmes {

class Form {
  public:
    // Nothing, with a fault reported, when the text is no usable JSON Schema.
    static std::unique_ptr<Form const> read(std::string const& text, Faults& faults);
    ~Form();

    // Reports everything in which the document differs from the form: `missing_member`,
    // `unknown_member`, `wrong_type`, `wrong_form`, `not_one_of`, `too_few`, `too_long`,
    // `out_of_range`, `repeated`.
    void check(boost::json::value const& document, Faults& faults) const;

  private:
    struct Compiled;
    explicit Form(std::unique_ptr<Compiled> compiled);

    std::unique_ptr<Compiled> compiled_;
};

}  // namespace waymark::programmes
