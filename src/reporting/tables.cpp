#include "tables.h"

#include "report_words.h"

#include <algorithm>
#include <set>

namespace waymark::reporting {

std::int64_t HubCounts::at(std::string const& hub, std::string const& category) const {
    auto const row = counts_.find(hub);
    if (row == counts_.end()) return 0;
    auto const cell = row->second.find(category);
    return cell == row->second.end() ? 0 : cell->second;
}

std::vector<std::string> HubCounts::categories() const {
    std::set<std::string> found;
    for (auto const& [hub, row] : counts_) {
        for (auto const& [category, count] : row) found.insert(category);
    }
    return {found.begin(), found.end()};
}

std::int64_t HubCounts::total_of(std::string const& hub) const {
    std::int64_t total = 0;
    if (auto const row = counts_.find(hub); row != counts_.end()) {
        for (auto const& [category, count] : row->second) total += count;
    }
    return total;
}

Published::Published(std::vector<Hub> const& hubs, std::vector<Part> parts,
                     std::vector<bool> const& forced)
    : parts_(std::move(parts)) {
    LinkedTables linked;
    linked.forced = forced;
    for (auto const& hub : hubs) totals_.push_back(parts_.front().counts.total_of(hub.id));
    linked.totals = totals_;
    for (auto const& part : parts_) {
        Counts counts;
        for (auto const& hub : hubs) {
            counts.emplace_back();
            for (auto const& category : part.categories) {
                counts.back().push_back(part.counts.at(hub.id, category));
            }
        }
        counts_.push_back(counts);
        // A total in one part is no table.
        if (part.categories.size() < 2) counts.clear();
        linked.tables.push_back(std::move(counts));
    }
    hidden_ = suppress(linked);
    std::int64_t all = 0;
    for (auto const total : totals_) all += total;
    totals_.push_back(all);
    for (auto& counts : counts_) {
        std::vector<std::int64_t> sums(counts.empty() ? 0 : counts.front().size());
        for (auto const& row : counts) {
            for (std::size_t j = 0; j < row.size(); ++j) sums[j] += row[j];
        }
        counts.push_back(std::move(sums));
    }
}

std::optional<std::int64_t> Published::total(std::size_t hub) const {
    if (hidden_.totals[hub]) return std::nullopt;
    return totals_[hub];
}

std::optional<std::int64_t> Published::count(std::size_t part, std::size_t hub,
                                             std::string const& category) const {
    auto const& categories = parts_[part].categories;
    auto const found = std::find(categories.begin(), categories.end(), category);
    if (found == categories.end()) return 0;
    if (categories.size() < 2) return total(hub);
    auto const column = static_cast<std::size_t>(found - categories.begin());
    if (hidden_.tables[part][hub][column]) return std::nullopt;
    return counts_[part][hub][column];
}

std::string printed(std::optional<std::int64_t> const& count) {
    return count ? std::to_string(*count) : "c";
}

std::string percent(std::optional<std::int64_t> const& part,
                    std::optional<std::int64_t> const& base) {
    if (!part || !base) return "c";
    if (*base == 0) return std::string{words::kNoneApplies};
    // Tenths of a percent, half of one rounded up.
    auto const tenths = (*part * 2000 + *base) / (2 * *base);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

}  // namespace waymark::reporting
