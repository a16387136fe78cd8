// One planted breach of each kind that .clang-tidy must catch. tools/test/test_tidy.py counts them;
// this file is never built.

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark::breaches {

using std::pair;  // misc-unused-using-decls

std::size_t length_after_move(std::string text) {
    std::string const taken = std::move(text);
    return taken.size() + text.size();  // bugprone-use-after-move
}

std::string_view dangling() {
    return std::string("gone when you look");  // clang-diagnostic-return-stack-address
}

void forgets(std::vector<int>& numbers) {
    std::remove(numbers.begin(), numbers.end(), 0);  // bugprone-unused-return-value
}

std::size_t copies(std::vector<std::string> const& words) {
    auto const first = words.front();  // performance-unnecessary-copy-initialization
    std::size_t total = first.size();
    for (auto const word : words) total += word.size();  // performance-for-range-copy
    return total;
}

double halves(int whole) {
    return whole / 2;  // bugprone-integer-division
}

void BadlyNamed() {}  // readability-identifier-naming

// readability-function-size
int too_long(int number) {
    number += 1;
    number += 2;
    number += 3;
    number += 4;
    number += 5;
    number += 6;
    number += 7;
    number += 8;
    number += 9;
    number += 10;
    number += 11;
    number += 12;
    number += 13;
    number += 14;
    number += 15;
    number += 16;
    number += 17;
    number += 18;
    number += 19;
    number += 20;
    number += 21;
    number += 22;
    number += 23;
    number += 24;
    number += 25;
    number += 26;
    number += 27;
    number += 28;
    number += 29;
    number += 30;
    number += 31;
    number += 32;
    number += 33;
    number += 34;
    number += 35;
    number += 36;
    number += 37;
    number += 38;
    number += 39;
    number += 40;
    number += 41;
    number += 42;
    number += 43;
    number += 44;
    number += 45;
    number += 46;
    number += 47;
    number += 48;
    number += 49;
    number += 50;
    number += 51;
    number += 52;
    number += 53;
    number += 54;
    number += 55;
    number += 56;
    number += 57;
    number += 58;
    number += 59;
    number += 60;
    number += 61;
    number += 62;
    number += 63;
    number += 64;
    number += 65;
    number += 66;
    number += 67;
    number += 68;
    number += 69;
    number += 70;
    return number;
}

}  // namespace waymark::breaches
