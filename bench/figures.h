#pragma once

// What was measured, as a table for people and as lines of JSON for machines.

#include <optional>
#include <string>
#include <vector>

namespace waymark::bench {

enum class Bar { AtMost, AtLeast, None };

struct Figure {
    std::string name;
    double figure;
    std::string unit;
    Bar kind = Bar::None;  // None: reported beside the others, without a bar
    double bar = 0;

    bool met() const {
        return kind == Bar::None || (kind == Bar::AtMost ? figure <= bar : figure >= bar);
    }
};

class Figures {
  public:
    // Prints the figure as it comes, so that a long run shows what it has.
    void add(Figure figure);
    // `folder`/`name`.jsonl: name, figure, unit, bar, met; bar and met are null without a bar.
    void write(std::string const& folder, std::string const& name) const;
    int missed() const;

  private:
    std::vector<Figure> all_;
};

}  // namespace waymark::bench
