#include "similarity.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace waymark::matching {

namespace {

constexpr std::size_t kLongest = 64;

using Row = std::array<int, kLongest + 1>;

// Letters that both begin or end with cost nothing.
void drop_common_ends(std::string_view& a, std::string_view& b) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
}

// Letters of the shorter word that find an equal, unused letter within reach in the longer one, and
// how many of them are out of order.
struct Matched {
    int letters = 0;
    int out_of_order = 0;
};

Matched matched_letters(std::string_view shorter, std::string_view longer) {
    std::size_t const half = longer.size() / 2;
    std::size_t const reach = half > 0 ? half - 1 : 0;
    std::uint64_t used_longer = 0;
    std::uint64_t used_shorter = 0;
    Matched matched;
    for (std::size_t i = 0; i < shorter.size(); ++i) {
        std::size_t const from = i > reach ? i - reach : 0;
        std::size_t const to = std::min(longer.size(), i + reach + 1);
        for (std::size_t j = from; j < to; ++j) {
            if (longer[j] != shorter[i] || ((used_longer >> j) & 1U) != 0) continue;
            used_longer |= std::uint64_t{1} << j;
            used_shorter |= std::uint64_t{1} << i;
            ++matched.letters;
            break;
        }
    }
    std::size_t j = 0;
    for (std::size_t i = 0; i < shorter.size(); ++i) {
        if (((used_shorter >> i) & 1U) == 0) continue;
        while (((used_longer >> j) & 1U) == 0) ++j;
        if (shorter[i] != longer[j]) ++matched.out_of_order;
        ++j;
    }
    return matched;
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int limit) {
    a = a.substr(0, kLongest);
    b = b.substr(0, kLongest);
    if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > limit) return limit + 1;
    drop_common_ends(a, b);
    if (a.empty() || b.empty()) return static_cast<int>(std::max(a.size(), b.size()));

    std::array<Row, 3> rows;
    int* before = rows[0].data();
    int* previous = rows[1].data();
    int* current = rows[2].data();
    for (std::size_t j = 0; j <= b.size(); ++j) previous[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = static_cast<int>(i);
        int least = current[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int const change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            int best = std::min({previous[j] + 1, current[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                best = std::min(best, before[j - 2] + 1);
            }
            current[j] = best;
            least = std::min(least, best);
        }
        if (least > limit) return limit + 1;
        int* const spare = std::exchange(before, previous);
        previous = std::exchange(current, spare);
    }
    return std::min(previous[b.size()], limit + 1);
}

bool is_transposition(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    auto const [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
    if (a.end() - in_a < 2) return false;
    return *in_a != in_a[1] && in_a[0] == in_b[1] && in_a[1] == in_b[0] &&
           std::equal(in_a + 2, a.end(), in_b + 2);
}

int jaro_winkler(std::string_view a, std::string_view b) {
    a = a.substr(0, kLongest);
    b = b.substr(0, kLongest);
    if (a.empty() || b.empty()) return 0;
    if (a == b) return 1000;
    // Taking the words in a fixed order makes the answer the same either way round.
    bool const swap = a.size() > b.size() || (a.size() == b.size() && b < a);
    auto const [letters, out_of_order] = swap ? matched_letters(b, a) : matched_letters(a, b);
    if (letters == 0) return 0;

    auto const size_a = static_cast<int>(a.size());
    auto const size_b = static_cast<int>(b.size());
    int const jaro = (1000 * letters / size_a + 1000 * letters / size_b +
                      1000 * (2 * letters - out_of_order) / (2 * letters)) /
                     3;
    int prefix = 0;
    while (prefix < std::min({4, size_a, size_b}) &&
           a[static_cast<std::size_t>(prefix)] == b[static_cast<std::size_t>(prefix)]) {
        ++prefix;
    }
    return jaro + prefix * (1000 - jaro) / 10;
}

}  // namespace waymark::matching
