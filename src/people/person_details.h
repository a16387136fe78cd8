#pragma once

// A person as matching sees one.

#include "people/people.h"

namespace waymark::people {

matching::PersonDetails details_of(Person const& person);

// Compares an entered person with known ones, each folded once.
class Comparer {
  public:
    explicit Comparer(Person const& entered);
    matching::Comparison with(Person const& known) const;

  private:
    Person const& entered_;
    matching::PreparedPerson prepared_;
    matching::PreparedPerson without_birth_;
};

}  // namespace waymark::people
