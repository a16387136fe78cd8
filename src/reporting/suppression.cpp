#include "reporting/suppression.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace waymark::reporting {

namespace {

bool is_small(std::int64_t count) {
    return count > 0 && count < kSmallestShown;
}

// Hiding a zero costs more than any count: it is shown unless it would give another away.
constexpr double kZeroCost = 1e12;
// Each cell that is hidden costs a little besides its count, so that few are hidden.
constexpr double kCellCost = 1;
// Totals of columns are missed more than the cells above them.
constexpr double kTotalCost = 1e6;

// One table with the totals of its columns as its last row. Nodes are rows, then columns; a cell is
// an arc from its row to its column, a total of a column one from its column to the last row.
class Network {
  public:
    Network(Counts const& counts, Hidden& hidden)
        : rows_(counts.size()), columns_(counts.front().size()), counts_(counts), hidden_(hidden) {
        counts_.emplace_back(columns_, 0);
        for (std::size_t i = 0; i < rows_; ++i) {
            for (std::size_t j = 0; j < columns_; ++j) counts_[rows_][j] += counts[i][j];
        }
        hidden_.assign(rows_ + 1, std::vector<bool>(columns_, false));
    }

    void hide_small() {
        for (std::size_t i = 0; i <= rows_; ++i) {
            for (std::size_t j = 0; j < columns_; ++j) {
                if (is_small(counts_[i][j])) hidden_[i][j] = true;
            }
        }
        for (std::size_t i = 0; i <= rows_; ++i) {
            for (std::size_t j = 0; j < columns_; ++j) {
                if (is_small(counts_[i][j])) protect(i, j);
            }
        }
    }

    // Makes room for one more in the total of row `from` and one less in that of row `to`.
    void make_room(std::size_t from, std::size_t to) { hide_path(from, to, kNoCell, kNoCell); }

  private:
    static constexpr std::size_t kNoCell = std::numeric_limits<std::size_t>::max();

    struct Step {
        std::size_t row = kNoCell, column = kNoCell;  // the cell, and the node it was reached from
        std::size_t from = kNoCell;
    };

    // Finds a cycle for the cell, whichever of one more and one less hides the less.
    void protect(std::size_t row, std::size_t column) {
        auto const tail = row == rows_ ? rows_ + 1 + column : row;
        auto const head = row == rows_ ? row : rows_ + 1 + column;
        auto const more = cost_of_path(head, tail, row, column);
        auto const less = cost_of_path(tail, head, row, column);
        if (more <= less) {
            hide_path(head, tail, row, column);
        } else {
            hide_path(tail, head, row, column);
        }
    }

    // What it costs to hide a cell, used in the direction that adds to it or takes from it.
    double cost(std::size_t row, std::size_t column, bool adds) const {
        auto const count = counts_[row][column];
        if (!adds && count == 0) return -1;  // nothing to take
        if (hidden_[row][column]) return 0;
        if (count == 0) return kZeroCost;
        return kCellCost + static_cast<double>(count) + (row == rows_ ? kTotalCost : 0);
    }

    double cost_of_path(std::size_t from, std::size_t to, std::size_t row, std::size_t column) {
        search(from, row, column);
        return distance_[to];
    }

    void hide_path(std::size_t from, std::size_t to, std::size_t row, std::size_t column) {
        search(from, row, column);
        if (distance_[to] == kFar) return;
        for (auto node = to; node != from; node = steps_[node].from) {
            hidden_[steps_[node].row][steps_[node].column] = true;
        }
    }

    // Dijkstra's shortest paths from a node, without the cell itself. Tables are small.
    void search(std::size_t from, std::size_t row, std::size_t column) {
        auto const nodes = rows_ + 1 + columns_;
        distance_.assign(nodes, kFar);
        steps_.assign(nodes, {});
        std::vector<bool> done(nodes, false);
        distance_[from] = 0;
        for (;;) {
            std::size_t nearest = kNoCell;
            for (std::size_t node = 0; node < nodes; ++node) {
                if (done[node] || distance_[node] == kFar) continue;
                if (nearest == kNoCell || distance_[node] < distance_[nearest]) nearest = node;
            }
            if (nearest == kNoCell) return;
            done[nearest] = true;
            bool const is_row = nearest <= rows_;
            for (std::size_t k = 0; k < (is_row ? columns_ : rows_ + 1); ++k) {
                auto const i = is_row ? nearest : k;
                auto const j = is_row ? k : nearest - rows_ - 1;
                if (i == row && j == column) continue;
                // Going from row to column adds to a cell, and takes from a column's total.
                relax(nearest, i, j, is_row != (i == rows_));
            }
        }
    }

    void relax(std::size_t node, std::size_t row, std::size_t column, bool adds) {
        auto const step = cost(row, column, adds);
        if (step < 0) return;
        auto const other = node == row ? rows_ + 1 + column : row;
        if (distance_[node] + step < distance_[other]) {
            distance_[other] = distance_[node] + step;
            steps_[other] = {row, column, node};
        }
    }

    static constexpr double kFar = std::numeric_limits<double>::infinity();

    std::size_t rows_, columns_;
    Counts counts_;
    Hidden& hidden_;
    std::vector<double> distance_;
    std::vector<Step> steps_;
};

struct Pair {
    std::size_t more, less;  // rows; the one past the last is the grand total
};

// Hides small and forced totals, and gives each a partner that can give one up or take one.
std::vector<Pair> hide_totals(std::vector<std::int64_t> const& totals,
                              std::vector<bool> const& forced, std::vector<bool>& hidden) {
    auto const last = totals.size();
    auto all = totals;
    all.push_back(std::accumulate(totals.begin(), totals.end(), std::int64_t{0}));
    hidden.assign(all.size(), false);
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = 0; i < all.size(); ++i) {
        hidden[i] = is_small(all[i]) || (i < forced.size() && forced[i]);
    }
    auto const first_choice = [&](std::size_t i) {
        return (all[i] == 0 ? kZeroCost : static_cast<double>(all[i])) +
               (i == last ? kTotalCost : 0);
    };
    auto const primary = hidden;
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!primary[i]) continue;
        // A hidden one costs nothing more; else the next smallest, the grand total last.
        auto const cost = [&](std::size_t k) {
            return hidden[k] && all[k] > 0 ? 0.0 : first_choice(k);
        };
        std::size_t partner = i == 0 ? 1 : 0;
        for (auto const k : order) {
            if (k != i && cost(k) < cost(partner)) partner = k;
        }
        hidden[partner] = true;
        pairs.push_back({i, partner});
    }
    return pairs;
}

}  // namespace

Suppressed suppress(LinkedTables const& linked) {
    Suppressed result;
    auto const pairs = hide_totals(linked.totals, linked.forced, result.totals);
    for (auto const& counts : linked.tables) {
        Hidden hidden;
        if (!counts.empty() && !counts.front().empty()) {
            Network network{counts, hidden};
            network.hide_small();
            // The grand total grows with the row it is paired with, the other row shrinks.
            for (auto const& pair : pairs) network.make_room(pair.more, pair.less);
        }
        result.tables.push_back(std::move(hidden));
    }
    return result;
}

}  // namespace waymark::reporting
