#pragma once

// Counts by hub and category, hidden as suppression.h says, and printed with the same counts of a
// year earlier beside them.

#include "reporting/reporting.h"
#include "reporting/suppression.h"

#include <functional>
#include <map>

namespace waymark::reporting {

struct Hub {
    std::string id;
    std::string name;
};

// Counts of one total in one period: by hub and category.
class HubCounts {
  public:
    void add(std::string const& hub, std::string const& category, std::int64_t count) {
        counts_[hub][category] += count;
    }
    std::int64_t at(std::string const& hub, std::string const& category) const;
    std::vector<std::string> categories() const;  // that occur
    std::int64_t total_of(std::string const& hub) const;

  private:
    std::map<std::string, std::map<std::string, std::int64_t>> counts_;
};

// One table of counts whose rows add up to totals that other tables may share.
struct Part {
    std::vector<std::string> categories;
    HubCounts counts;
};

// The parts of one total, with what is hidden in all of them together.
class Published {
  public:
    Published(std::vector<Hub> const& hubs, std::vector<Part> parts,
              std::vector<bool> const& forced = {});

    std::size_t hubs() const { return totals_.size() - 1; }
    // `hub` may be hubs(), for all of them.
    std::optional<std::int64_t> total(std::size_t hub) const;
    std::optional<std::int64_t> count(std::size_t part, std::size_t hub,
                                      std::string const& category) const;
    bool is_total_hidden(std::size_t hub) const { return hidden_.totals[hub]; }

  private:
    std::vector<Part> parts_;
    std::vector<std::int64_t> totals_;  // by hub, then all
    std::vector<Counts> counts_;        // by part; the last row is all hubs
    Suppressed hidden_;
};

// A count as printed; `c` when there is none to show.
std::string printed(std::optional<std::int64_t> const& count);
// To one decimal, from the counts themselves; "does not apply" of a base of nought.
std::string percent(std::optional<std::int64_t> const& part,
                    std::optional<std::int64_t> const& base);

}  // namespace waymark::reporting
