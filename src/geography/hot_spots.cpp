// Gi* over a hexagonal grid; the method and its sources are in geography.h and README.md.

#include "shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace waymark::geography {

namespace {

constexpr double kSmallestCellMetres = 50;  // under the spacing of the police's anchor points
constexpr double kLargestCellMetres = 50'000;
constexpr double kMostCells = 250'000;
constexpr double kRootOfThree = 1.7320508075688772;

// A hexagon with a corner to the north, by its row and its place along the row (axial coordinates).
struct Cell {
    std::int32_t along = 0;
    std::int32_t row = 0;
};

struct Tested {
    Cell cell;
    int count = 0;
    int neighbourhood_count = 0;
    double z = 0;
    double p = 1;
};

std::uint64_t key_of(Cell cell) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(cell.row)) << 32) |
           static_cast<std::uint32_t>(cell.along);
}

class Grid {
  public:
    Grid(Box const& box, double cell_metres) : sheet_(sheet_over(box)), width_(cell_metres) {
        auto const corner = sheet_.flat({box.east, box.north});
        while (corner.x / width_ * (corner.y / row_height()) > kMostCells) width_ *= 2;
    }

    double width() const { return width_; }
    Point centre(Cell cell) const { return sheet_.point(flat_centre(cell)); }

    Cell cell_at(Point point) const {
        auto const [x, y] = sheet_.flat(point);
        auto const row = y / row_height();
        auto const along = x / width_ - row / 2;
        // Of the three axes of a hexagon, mend the one that rounding has moved most.
        auto const third = -row - along;
        auto rounded_row = std::round(row);
        auto rounded_along = std::round(along);
        auto const off_row = std::abs(rounded_row - row);
        auto const off_along = std::abs(rounded_along - along);
        auto const off_third = std::abs(std::round(third) - third);
        if (off_along > off_row && off_along > off_third) {
            rounded_along = -rounded_row - std::round(third);
        } else if (off_row > off_third) {
            rounded_row = -rounded_along - std::round(third);
        }
        return {static_cast<std::int32_t>(rounded_along), static_cast<std::int32_t>(rounded_row)};
    }

    std::vector<Point> corners(Cell cell) const {
        auto const [x, y] = flat_centre(cell);
        auto const reach = width_ / kRootOfThree;
        std::vector<Point> corners;
        for (auto const& [across, up] :
             {std::pair(0.0, 1.0), std::pair(-1.0, 0.5), std::pair(-1.0, -0.5),
              std::pair(0.0, -1.0), std::pair(1.0, -0.5), std::pair(1.0, 0.5)}) {
            corners.push_back(sheet_.point({x + across * width_ / 2, y + up * reach}));
        }
        return corners;
    }

    // Row by row from the south-west, every cell of the box whose centre lies in the study area.
    std::vector<Cell> cells_in(AreaIndex const& study_area) const {
        auto const& box = study_area.box();
        auto const corner = sheet_.flat({box.east, box.north});
        auto const rows = static_cast<std::int32_t>(corner.y / row_height()) + 1;
        auto const columns = static_cast<std::int32_t>(corner.x / width_) + 1;
        std::vector<Cell> cells;
        for (std::int32_t row = 0; row <= rows; ++row) {
            for (std::int32_t column = 0; column <= columns; ++column) {
                Cell const cell = {column - row / 2, row};
                if (study_area.find(centre(cell))) cells.push_back(cell);
            }
        }
        return cells;
    }

  private:
    double row_height() const { return width_ * kRootOfThree / 2; }
    Flat flat_centre(Cell cell) const {
        return {width_ * (cell.along + cell.row / 2.0), row_height() * cell.row};
    }

    Sheet sheet_;
    double width_;
};

class Field {
  public:
    explicit Field(std::vector<Cell> const& cells) {
        for (auto const cell : cells) at(cell);
    }

    Tested& at(Cell cell) {
        auto const [found, is_new] = positions_.try_emplace(key_of(cell), tested_.size());
        if (is_new) tested_.push_back({.cell = cell});
        return tested_[found->second];
    }

    std::vector<Tested>& test();

  private:
    // The cell itself and those of the six around it that are tested.
    std::vector<Tested const*> neighbourhood(Cell cell) const {
        static constexpr std::array<Cell, 7> kSteps = {
            {{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, -1}, {-1, 1}}};
        std::vector<Tested const*> found;
        for (auto const& step : kSteps) {
            Cell const near = {cell.along + step.along, cell.row + step.row};
            auto const position = positions_.find(key_of(near));
            if (position != positions_.end()) found.push_back(&tested_[position->second]);
        }
        return found;
    }

    std::vector<Tested> tested_;
    std::unordered_map<std::uint64_t, std::size_t> positions_;
};

// Ord and Getis 1995, for weights of one and nought: how far the sum over the
// neighbourhood lies from what the mean of all cells would give, in standard deviations.
std::vector<Tested>& Field::test() {
    auto const n = std::max(1.0, static_cast<double>(tested_.size()));
    double sum = 0;
    double squares = 0;
    for (auto const& one : tested_) {
        sum += one.count;
        squares += static_cast<double>(one.count) * one.count;
    }
    auto const mean = sum / n;
    auto const variance = squares / n - mean * mean;
    for (auto& one : tested_) {
        auto const near = neighbourhood(one.cell);
        for (auto const* other : near) one.neighbourhood_count += other->count;
        auto const weight = static_cast<double>(near.size());
        auto const spread = variance * (n * weight - weight * weight) / (n - 1);
        // Every cell alike, or a neighbourhood that is all there is: nothing to tell apart.
        if (!(spread > 0)) continue;
        one.z = (one.neighbourhood_count - mean * weight) / std::sqrt(spread);
        one.p = std::erfc(one.z / std::sqrt(2.0)) / 2;
    }
    return tested_;
}

// Benjamini and Hochberg: the largest p that may be believed; below nought when none may.
double believable(std::vector<Tested> const& tested, double rate) {
    std::vector<double> sorted;
    for (auto const& one : tested) sorted.push_back(one.p);
    std::sort(sorted.begin(), sorted.end());
    for (auto rank = sorted.size(); rank > 0; --rank) {
        auto const allowed = rate * static_cast<double>(rank) / static_cast<double>(sorted.size());
        if (sorted[rank - 1] <= allowed) return sorted[rank - 1];
    }
    return -1;
}

}  // namespace

HotSpots hot_spots(std::vector<PointCount> const& incidents, AreaIndex const& study_area,
                   HotSpotOptions const& options) {
    Grid const grid(study_area.box(),
                    std::clamp(options.cell_metres, kSmallestCellMetres, kLargestCellMetres));
    Field field(grid.cells_in(study_area));
    HotSpots result{.cell_metres = grid.width()};
    for (auto const& [point, count] : incidents) {
        auto const counted = std::max(count, 0);
        if (!study_area.find(point)) {
            result.outside += counted;
            continue;
        }
        result.incidents += counted;
        field.at(grid.cell_at(point)).count += counted;
    }

    auto& tested = field.test();
    result.cells = tested.size();
    auto const limit = believable(tested, options.false_discovery_rate);
    std::erase_if(tested, [&](Tested const& one) { return one.p > limit; });
    std::sort(tested.begin(), tested.end(), [](Tested const& a, Tested const& b) {
        return std::tuple(-a.z, a.cell.row, a.cell.along) <
               std::tuple(-b.z, b.cell.row, b.cell.along);
    });
    for (auto const& one : tested) {
        result.hot.push_back({grid.centre(one.cell), grid.corners(one.cell), one.count,
                              one.neighbourhood_count, one.z, one.p});
    }
    return result;
}

}  // namespace waymark::geography
