#pragma once

// Which cells of published tables of counts are not shown, so that nobody in them can be found.
//
// A count from 1 to 4 is not shown, and neither are as many others as it takes that no hidden count
// can be worked out from the totals, row by row, column by column or between tables that share
// their totals. Zero is shown, unless a hidden cell can only be kept by hiding a zero too. This
// follows the rules for unsafe cells in tables of the Government Statistical Service ("GSS/GSR
// disclosure control guidance for tables produced from administrative sources"): a threshold, then
// secondary suppression of the next smallest cells, checked against the totals.
//
// How: a table with its totals is a circulation in a network whose nodes are its rows and columns.
// A cell cannot be worked out if one can be added to it and, round a cycle of hidden cells, added
// to and taken from others without any becoming negative. For each small cell the cycle that hides
// the least is found (Fischetti and Salazar, "Models and algorithms for optimizing cell suppression
// in tabular data with linear constraints", 2000, section on two-dimensional tables). Totals that
// several tables share are hidden first, in pairs, and each table then makes room for each pair;
// other cells keep the shared totals as they are. So every hidden cell has another value that fits
// all the published tables together.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace waymark::reporting {

constexpr std::int64_t kSmallestShown = 5;

using Counts = std::vector<std::vector<std::int64_t>>;  // by row, then column
using Hidden = std::vector<std::vector<bool>>;

// Tables whose rows add up to the same totals: rows are hubs, columns the parts of the total.
struct LinkedTables {
    std::vector<std::int64_t> totals;  // of each row
    std::vector<bool> forced;          // totals to hide whatever they are; empty when none
    std::vector<Counts> tables;        // each row adds up to its total
};

struct Suppressed {
    std::vector<bool> totals;    // of each row, then the grand total
    std::vector<Hidden> tables;  // a row for each, then the totals of the columns
};

Suppressed suppress(LinkedTables const& linked);

}  // namespace waymark::reporting
