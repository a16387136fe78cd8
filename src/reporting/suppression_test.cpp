// Nobody can work out a hidden count from what is published: for many random sets of tables, each
// hidden cell has another value that fits every published figure of all the tables together.

#include "reporting/suppression.h"

#include "foundation/text.h"
#include "test_world.h"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <numeric>
#include <random>
#include <sstream>

namespace waymark::reporting {

namespace {

using Row = std::vector<std::int64_t>;

// The attacker: finds numbers for everything hidden that fit everything shown, by trying. It knows
// nothing of how cells were chosen.
class Attacker {
  public:
    Attacker(LinkedTables const& linked, Suppressed const& hidden)
        : linked_(linked), hidden_(hidden) {
        totals_ = linked.totals;
        totals_.push_back(std::accumulate(totals_.begin(), totals_.end(), std::int64_t{0}));
    }

    // Whether the total of a row could be this.
    bool total_could_be(std::size_t row, std::int64_t value) const {
        return any_totals([&](Row const& totals) {
            if (totals[row] != value) return false;
            for (std::size_t t = 0; t < linked_.tables.size(); ++t) {
                if (!fits(t, totals, kNone, 0, 0)) return false;
            }
            return true;
        });
    }

    bool cell_could_be(std::size_t table, std::size_t row, std::size_t column,
                       std::int64_t value) const {
        return any_totals([&](Row const& totals) {
            for (std::size_t t = 0; t < linked_.tables.size(); ++t) {
                if (!fits(t, totals, t == table ? row : kNone, column, value)) return false;
            }
            return true;
        });
    }

  private:
    static constexpr std::size_t kNone = 99;

    // Tries every change of the hidden totals by at most two.
    bool any_totals(std::function<bool(Row const&)> const& accept) const {
        auto totals = totals_;
        return vary(totals, 0, accept);
    }
    bool vary(Row& totals, std::size_t at, std::function<bool(Row const&)> const& accept) const {
        auto const last = totals.size() - 1;
        if (at == last) {
            auto const sum = std::accumulate(totals.begin(), totals.end() - 1, std::int64_t{0});
            if (!hidden_.totals[last] && sum != totals_[last]) return false;
            totals[last] = sum;
            return accept(totals);
        }
        if (!hidden_.totals[at]) return vary(totals, at + 1, accept);
        for (auto const change : {0, 1, -1, 2, -2}) {
            totals[at] = totals_[at] + change;
            if (totals[at] >= 0 && vary(totals, at + 1, accept)) return true;
        }
        totals[at] = totals_[at];
        return false;
    }

    bool fits(std::size_t t, Row const& totals, std::size_t row, std::size_t column,
              std::int64_t value) const {
        auto const& counts = linked_.tables[t];
        Row columns(counts.front().size(), 0);
        return fill(t, totals, columns, 0, 0, 0, row, column, value);
    }

    // Fills the table cell by cell; `columns` and `sum` are what has been used so far.
    bool fill(std::size_t t, Row const& totals, Row& columns, std::int64_t sum, std::size_t i,
              std::size_t j, std::size_t row, std::size_t column, std::int64_t value) const {
        auto const& counts = linked_.tables[t];
        auto const& hidden = hidden_.tables[t];
        if (i == counts.size()) return columns_fit(t, columns, row, column, value);
        if (j == counts[i].size()) {
            return sum == totals[i] && fill(t, totals, columns, 0, i + 1, 0, row, column, value);
        }
        auto low = counts[i][j], high = low;
        if (hidden[i][j]) {
            low = std::max<std::int64_t>(0, low - 3);
            high = std::min(totals[i] - sum, high + 3);
        }
        if (i == row && j == column) {
            if (!hidden[i][j] && value != counts[i][j]) return false;
            low = high = value;
        }
        for (auto cell = low; cell <= high; ++cell) {
            columns[j] += cell;
            bool const found = sum + cell <= totals[i] &&
                               fill(t, totals, columns, sum + cell, i, j + 1, row, column, value);
            columns[j] -= cell;
            if (found) return true;
        }
        return false;
    }

    bool columns_fit(std::size_t t, Row const& columns, std::size_t row, std::size_t column,
                     std::int64_t value) const {
        auto const& counts = linked_.tables[t];
        for (std::size_t j = 0; j < columns.size(); ++j) {
            std::int64_t sum = 0;
            for (auto const& one : counts) sum += one[j];
            if (!hidden_.tables[t][counts.size()][j] && columns[j] != sum) return false;
            if (row == counts.size() && column == j && columns[j] != value) return false;
        }
        return true;
    }

    LinkedTables const& linked_;
    Suppressed const& hidden_;
    Row totals_;
};

LinkedTables random_tables(std::mt19937& random) {
    auto const up_to = [&](int most) {
        return std::uniform_int_distribution<int>(0, most)(random);
    };
    std::size_t const rows = 1 + static_cast<std::size_t>(up_to(2));
    LinkedTables linked;
    Counts first;
    for (std::size_t i = 0; i < rows; ++i) {
        first.emplace_back();
        for (int j = 0; j < 3; ++j) first.back().push_back(up_to(3) == 0 ? 0 : up_to(9));
        linked.totals.push_back(std::accumulate(first[i].begin(), first[i].end(), std::int64_t{0}));
    }
    linked.tables.push_back(first);
    if (up_to(1) == 0) return linked;
    Counts second;  // the same totals in two parts
    for (auto const total : linked.totals) {
        auto const part = up_to(static_cast<int>(total));
        second.push_back({part, total - part});
    }
    linked.tables.push_back(second);
    return linked;
}

std::string described(LinkedTables const& linked) {
    std::string text;
    for (auto const& table : linked.tables) {
        for (auto const& row : table) {
            for (auto const cell : row) text += std::to_string(cell) + " ";
            text += "| ";
        }
        text += "/ ";
    }
    return text;
}

TEST(Suppression, LeavesEachHiddenCellAnotherValueThatFitsAllTables) {
    std::mt19937 random{20260202};
    for (int trial = 0; trial < 400; ++trial) {
        auto const linked = random_tables(random);
        auto const hidden = suppress(linked);
        Attacker const attacker{linked, hidden};
        auto totals = linked.totals;
        totals.push_back(std::accumulate(totals.begin(), totals.end(), std::int64_t{0}));
        for (std::size_t i = 0; i < totals.size(); ++i) {
            if (totals[i] > 0 && totals[i] < kSmallestShown) {
                EXPECT_TRUE(hidden.totals[i]);
            }
            if (!hidden.totals[i]) continue;
            EXPECT_TRUE(attacker.total_could_be(i, totals[i] + 1) ||
                        attacker.total_could_be(i, totals[i] - 1))
                << "total " << i << " of " << described(linked);
        }
        for (std::size_t t = 0; t < linked.tables.size(); ++t) {
            auto counts = linked.tables[t];
            counts.emplace_back(counts.front().size());
            for (auto const& row : linked.tables[t]) {
                for (std::size_t j = 0; j < row.size(); ++j) counts.back()[j] += row[j];
            }
            for (std::size_t i = 0; i < counts.size(); ++i) {
                for (std::size_t j = 0; j < counts[i].size(); ++j) {
                    bool const small = counts[i][j] > 0 && counts[i][j] < kSmallestShown;
                    if (small) {
                        EXPECT_TRUE(hidden.tables[t][i][j]);
                    }
                    if (!hidden.tables[t][i][j]) continue;
                    EXPECT_TRUE(
                        attacker.cell_could_be(t, i, j, counts[i][j] + 1) ||
                        (counts[i][j] > 0 && attacker.cell_could_be(t, i, j, counts[i][j] - 1)))
                        << t << " " << i << " " << j << " of " << described(linked);
                }
            }
        }
    }
}

// The attacker does find what is not protected, or the test above would prove nothing.
TEST(Suppression, WouldBeSeenThroughIfOnlySmallCellsWereHidden) {
    LinkedTables const linked{{12, 20}, {}, {{{3, 9}, {10, 10}}}};
    Suppressed const only_small{{false, false, false},
                                {{{true, false}, {false, false}, {false, false}}}};
    Attacker const attacker{linked, only_small};
    EXPECT_TRUE(attacker.cell_could_be(0, 0, 0, 3));
    EXPECT_FALSE(attacker.cell_could_be(0, 0, 0, 4));
    EXPECT_FALSE(attacker.cell_could_be(0, 0, 0, 2));
}

TEST(Suppression, HidesTheNextSmallestAndShowsZeroAndWhatIsLarge) {
    LinkedTables const linked{
        {43, 70, 90}, {}, {{{3, 10, 30, 0}, {20, 10, 40, 0}, {30, 20, 40, 0}}}};
    auto const hidden = suppress(linked);
    EXPECT_EQ(hidden.totals, (std::vector<bool>{false, false, false, false}));
    EXPECT_EQ(hidden.tables[0], (Hidden{{true, true, false, false},
                                        {true, true, false, false},
                                        {false, false, false, false},
                                        {false, false, false, false}}));
}

TEST(Suppression, OfOneSmallTotalHidesTheNextSmallestHub) {
    auto const hidden = suppress({{2, 40, 9, 0}, {}, {}});
    EXPECT_EQ(hidden.totals, (std::vector<bool>{true, false, true, false, false}));
}

TEST(Suppression, OfOneHubAloneHidesTheGrandTotalToo) {
    EXPECT_EQ(suppress({{3}, {}, {}}).totals, (std::vector<bool>{true, true}));
    EXPECT_EQ(suppress({{3, 0}, {}, {}}).totals, (std::vector<bool>{true, false, true}));
}

TEST(Suppression, ShowsEverythingWhenNothingIsSmall) {
    auto const hidden = suppress({{10, 0}, {}, {{{5, 5}, {0, 0}}}});
    EXPECT_EQ(hidden.totals, (std::vector<bool>{false, false, false}));
    EXPECT_EQ(hidden.tables[0], (Hidden{{false, false}, {false, false}, {false, false}}));
}

// "3 10 / 20 30" as counts.
LinkedTables table_of(std::string const& text) {
    Counts counts(1);
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        if (word == "/") {
            counts.emplace_back();
        } else {
            counts.back().push_back(std::stoll(word));
        }
    }
    LinkedTables linked{{}, {}, {counts}};
    for (auto const& row : counts) {
        linked.totals.push_back(std::accumulate(row.begin(), row.end(), std::int64_t{0}));
    }
    return linked;
}

// The table as it would be printed: "c c =34 / c c =90 / 44 80 =124".
std::string printed_table(LinkedTables const& linked, Suppressed const& hidden) {
    auto const shown = [](std::int64_t count, bool is_hidden) {
        return is_hidden ? std::string{"c"} : std::to_string(count);
    };
    auto counts = linked.tables[0];
    auto totals = linked.totals;
    Row all(counts[0].size());
    for (auto const& row : counts) {
        for (std::size_t j = 0; j < row.size(); ++j) all[j] += row[j];
    }
    counts.push_back(all);
    totals.push_back(std::accumulate(totals.begin(), totals.end(), std::int64_t{0}));
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (i > 0) text += " / ";
        for (std::size_t j = 0; j < counts[i].size(); ++j) {
            text += shown(counts[i][j], hidden.tables[0][i][j]) + " ";
        }
        text += "=" + shown(totals[i], hidden.totals[i]);
    }
    return text;
}

TEST(Suppression, FollowsTheScenariosOfPractitioners) {
    std::ifstream file(source_path("tests/scenarios/reporting_suppression.tsv"));
    int rows = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#' || line.starts_with("counts\t")) continue;
        auto const cells = split(line, '\t');
        ASSERT_EQ(cells.size(), 3U) << line;
        auto const linked = table_of(cells[0]);
        EXPECT_EQ(printed_table(linked, suppress(linked)), cells[1]) << cells[2];
        ++rows;
    }
    EXPECT_GE(rows, 7);
}

TEST(Suppression, HidesWhatItIsToldTo) {
    auto const hidden = suppress({{50, 60, 70}, {true, false, false}, {}});
    EXPECT_EQ(hidden.totals, (std::vector<bool>{true, true, false, false}));
}

}  // namespace

}  // namespace waymark::reporting
