// The ranking of repeat locations; the method and its sources are in geography.h and README.md.

#include "geography/geography.h"

#include <boost/math/distributions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace waymark::geography {

namespace {

constexpr double kLowerQuantile = 0.05;
constexpr double kUpperQuantile = 0.95;
// Limits that keep the arithmetic of the prior from dividing by nought.
constexpr double kLeastExcess = 1e-6;
constexpr double kClosest = 1e-6;
constexpr int kHalvings = 60;

namespace math = boost::math;
using Gamma =
    math::gamma_distribution<double, math::policies::policy<math::policies::promote_double<false>>>;

struct Tally {
    std::vector<int> months;
    int count = 0;
    int months_active = 0;
    double dispersion = 1;
};

struct Prior {
    double shape;
    double months;  // the inverse scale: as if this many months had been seen already
};

std::vector<Tally> tally(std::vector<LocationCount> const& locations, std::size_t months) {
    std::vector<Tally> tallies;
    tallies.reserve(locations.size());
    for (auto const& location : locations) {
        Tally one{.months = location.months};
        one.months.resize(months, 0);
        for (auto& month : one.months) {
            month = std::max(month, 0);
            one.count += month;
            one.months_active += month > 0 ? 1 : 0;
        }
        tallies.push_back(std::move(one));
    }
    return tallies;
}

// How many times more its months vary than a steady rate and the season would have them vary:
// Pearson's statistic over its degrees of freedom, and never under 1. The season is read off all
// the other locations, with one incident added to each month so that none is impossible.
double dispersion(Tally const& tally, std::vector<double> const& all_by_month, double all) {
    auto const months = static_cast<double>(tally.months.size());
    if (tally.count == 0 || tally.months.size() < 2) return 1;
    auto const others = all - tally.count + months;
    double pearson = 0;
    for (std::size_t i = 0; i < tally.months.size(); ++i) {
        auto const share = (all_by_month[i] - tally.months[i] + 1) / others;
        auto const expected = tally.count * share;
        auto const off = tally.months[i] - expected;
        pearson += off * off / expected;
    }
    return std::max(1.0, pearson / (months - 1));
}

void measure_dispersion(std::vector<Tally>& tallies, std::size_t months) {
    std::vector<double> by_month(months, 0);
    double all = 0;
    for (auto const& one : tallies) {
        for (std::size_t i = 0; i < months; ++i) by_month[i] += one.months[i];
        all += one.count;
    }
    for (auto& one : tallies) one.dispersion = dispersion(one, by_month, all);
}

// What the first two moments of the counts say. Only locations with an incident are ever known, so
// the counts are those of a negative binomial without its noughts: its mean is `mean / seen`, and
// second over first moment, less the chance within a location, is `excess` whatever is not seen.
struct Moments {
    double mean = 0;
    double excess = 0;
};

Moments moments_of(std::vector<Tally> const& tallies) {
    double seen = 0;
    double sum = 0;
    double squares = 0;
    double chance = 0;
    for (auto const& one : tallies) {
        seen += one.count > 0 ? 1 : 0;
        sum += one.count;
        squares += static_cast<double>(one.count) * one.count;
        chance += one.dispersion * one.count;
    }
    return {.mean = sum / seen, .excess = std::max((squares - chance) / sum, kLeastExcess)};
}

// The mean count of the seen when all, seen or not, have this mean.
double mean_of_seen(double mean, double excess) {
    auto const shape = mean / (excess - mean);
    return mean / -std::expm1(-shape * std::log1p(mean / shape));
}

// Halving finds the mean of all locations between next to nothing, where the rates differ as much
// as a gamma distribution can have them differ, and `excess`, where they do not differ at all.
Prior estimate_prior(std::vector<Tally> const& tallies, double months) {
    auto const [mean, excess] = moments_of(tallies);
    auto low = excess * kClosest;
    auto high = excess * (1 - kClosest);
    for (int i = 0; i < kHalvings; ++i) {
        auto const middle = (low + high) / 2;
        (mean_of_seen(middle, excess) < mean ? low : high) = middle;
    }
    auto const rate = (low + high) / 2 / months;
    auto const shape = (low + high) / 2 / (excess - (low + high) / 2);
    auto const prior_months = std::min(shape / rate, months);
    return {.shape = prior_months * rate, .months = prior_months};
}

Gamma posterior(Tally const& tally, Prior const& prior, double months) {
    auto const evidence = 1 / tally.dispersion;
    return Gamma(prior.shape + tally.count * evidence, 1 / (prior.months + months * evidence));
}

}  // namespace

std::vector<Ranked> rank_repeat_locations(std::vector<LocationCount> const& locations,
                                          std::size_t most) {
    std::size_t months = 0;
    for (auto const& location : locations) months = std::max(months, location.months.size());
    auto tallies = tally(locations, months);
    auto const has_incident = [](Tally const& one) { return one.count > 0; };
    if (std::none_of(tallies.begin(), tallies.end(), has_incident)) return {};
    measure_dispersion(tallies, months);
    auto const length = static_cast<double>(months);
    auto const prior = estimate_prior(tallies, length);

    std::vector<Ranked> ranking;
    ranking.reserve(tallies.size());
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        auto const& one = tallies[i];
        auto const rate = posterior(one, prior, length);
        ranking.push_back({.key = locations[i].key,
                           .count = one.count,
                           .months_active = one.months_active,
                           .score = math::mean(rate),
                           .lower = math::quantile(rate, kLowerQuantile),
                           .upper = math::quantile(rate, kUpperQuantile)});
    }
    auto const returned = std::min(most, ranking.size());
    std::partial_sort(ranking.begin(), ranking.begin() + static_cast<std::ptrdiff_t>(returned),
                      ranking.end(), [](Ranked const& a, Ranked const& b) {
                          return std::tie(b.lower, b.count, b.months_active, a.key) <
                                 std::tie(a.lower, a.count, a.months_active, b.key);
                      });
    ranking.resize(returned);
    return ranking;
}

}  // namespace waymark::geography
