#pragma once

// Chance that is the same everywhere: the standard library's engines are fixed, but its
// distributions are not, so the few that are needed stand here.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace waymark::demo {

// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): small, fast and good enough to invent people.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    // A stream of its own for one thing of many, so that what is drawn for one changes no other.
    Random stream(std::uint64_t number) const {
        Random mixed{state_ ^ (0xD1B54A32D192ED03ULL * (number + 1))};
        return Random{mixed.next()};
    }

    // From 0 to 1, without 1.
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return unit() < probability; }
    std::size_t below(std::size_t count) {
        return static_cast<std::size_t>(unit() * static_cast<double>(count));
    }
    int between(int lowest, int highest) {  // both included
        return lowest + static_cast<int>(below(static_cast<std::size_t>(highest - lowest + 1)));
    }
    double between(double lowest, double highest) { return lowest + unit() * (highest - lowest); }

    template <class List>
    auto const& pick(List const& list) {
        return list[below(std::size(list))];
    }
    // Which of the weights was drawn.
    template <class Weights>
    std::size_t weighted(Weights const& weights) {
        double total = 0;
        for (double const weight : weights) total += weight;
        double left = unit() * total;
        std::size_t index = 0, last = 0;
        for (double const weight : weights) {
            if (weight > 0) last = index;
            if (left < weight) return index;
            left -= weight;
            ++index;
        }
        return last;
    }
    std::size_t weighted(std::initializer_list<double> weights) {
        return weighted<std::initializer_list<double>>(weights);
    }

  private:
    std::uint64_t state_;
};

}  // namespace waymark::demo
