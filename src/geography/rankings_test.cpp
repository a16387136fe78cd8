// What the two statistics promise, checked against figures worked out another way.

#include "geography/geography.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace waymark::geography {

namespace {

using testing::SizeIs;

std::vector<std::string> keys(std::vector<Ranked> const& ranking) {
    std::vector<std::string> all;
    for (auto const& one : ranking) all.push_back(one.key);
    return all;
}

// Five hundred places with few incidents in the year, to be the usual.
std::vector<LocationCount> ordinary_places() {
    std::vector<LocationCount> places;
    std::mt19937 random(3);
    std::geometric_distribution<int> more(0.4);
    for (int i = 0; i < 500; ++i) {
        LocationCount place{"ordinary " + std::to_string(i), std::vector<int>(12, 0)};
        for (auto n = 1 + more(random); n > 0; --n) ++place.months[random() % 12];
        places.push_back(place);
    }
    return places;
}

TEST(RepeatLocations, PutTheSteadilyBusyBeforeOneBadMonthOfTheSameCount) {
    auto places = ordinary_places();
    places.push_back({"one bad month", {0, 0, 0, 0, 0, 0, 24, 0, 0, 0, 0, 0}});
    places.push_back({"steady", {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}});

    auto const ranking = rank_repeat_locations(places, 1000);

    ASSERT_THAT(ranking, SizeIs(502));
    EXPECT_EQ(ranking[0].key, "steady");
    EXPECT_EQ(ranking[0].count, 24);
    EXPECT_EQ(ranking[0].months_active, 12);
    for (auto const& one : ranking) {
        if (one.key != "one bad month") continue;
        EXPECT_EQ(one.count, 24);
        EXPECT_EQ(one.months_active, 1);
        EXPECT_LT(one.lower, ranking[0].lower / 4);
    }
}

TEST(RepeatLocations, PutAModestSteadyPlaceBeforeAWorseOneOff) {
    auto places = ordinary_places();
    places.push_back({"one off", {0, 0, 0, 30, 0, 0, 0, 0, 0, 0, 0, 0}});
    places.push_back({"steady", {1, 1, 2, 1, 1, 2, 1, 1, 1, 2, 1, 1}});
    EXPECT_EQ(rank_repeat_locations(places)[0].key, "steady");
}

TEST(RepeatLocations, AreNotMarkedDownForTheSeasonThatAllShare) {
    std::vector<LocationCount> places;
    std::vector<int> const summer = {1, 1, 2, 4, 6, 9, 12, 9, 5, 3, 1, 1};
    for (int i = 0; i < 60; ++i) places.push_back({"p" + std::to_string(i), summer});
    places.push_back({"against the season", {9, 12, 9, 5, 3, 1, 1, 1, 1, 2, 4, 6}});

    auto const ranking = rank_repeat_locations(places);

    EXPECT_EQ(ranking.back().key, "against the season");
    EXPECT_LT(ranking.back().lower, ranking.front().lower);
}

// Places so alike that the fitted prior would drown what one different place has to say.
TEST(RepeatLocations, LetAPlaceSpeakForItselfAmongManyThatAreAlike) {
    std::vector<LocationCount> places;
    for (std::size_t i = 0; i < 400; ++i) {
        places.push_back({"alike " + std::to_string(i), std::vector<int>(12, 0)});
        places.back().months[i % 12] = 1;
        places.back().months[(i + 6) % 12] = 1;
    }
    places.push_back({"steady", {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}});
    auto const first = rank_repeat_locations(places)[0];
    EXPECT_EQ(first.key, "steady");
    EXPECT_GT(first.score, 1.0) << "at least half of its own two a month";
}

TEST(RepeatLocations, ShrinkTowardsTheUsualMoreWhenThereIsLessToGoBy) {
    auto places = ordinary_places();
    places.push_back({"steady", {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}});
    auto const ranking = rank_repeat_locations(places, 1000);
    auto const share_kept = [](Ranked const& one) { return one.score / (one.count / 12.0); };
    EXPECT_LT(share_kept(ranking.front()), 1);
    EXPECT_GT(share_kept(ranking.front()), 0.5);
    for (auto const& one : ranking) EXPECT_GT(one.lower, 0);
    EXPECT_GT(ranking.back().score, ranking.back().count / 12.0) << "the quiet are shrunk upwards";
}

double log_negative_binomial(double shape, double months, int count) {
    return std::lgamma(shape + count) - std::lgamma(shape) - std::lgamma(count + 1.0) +
           shape * std::log(months / (months + 1)) - count * std::log(months + 1);
}

// The chance of a gamma variable below x, summed by the rectangle rule.
double chance_below(double x, double shape, double rate) {
    double sum = 0;
    int const slices = 200'000;
    for (int i = 0; i < slices; ++i) {
        auto const at = (i + 0.5) * x / slices;
        sum += std::exp(shape * std::log(rate) + (shape - 1) * std::log(at) - rate * at -
                        std::lgamma(shape));
    }
    return sum * x / slices;
}

// One month has no dispersion, so this is the plain model, and the scores give the prior away:
// score = (shape + count) / (months + 1). That prior must give the moments of the counts 2, 4 and
// 10, seen only because they are not nought: 16/3 and 120/3.
TEST(RepeatLocations, FollowTheGammaPoissonModelWorkedOutAnotherWay) {
    auto const ranking = rank_repeat_locations({{"a", {0}}, {"b", {2}}, {"c", {4}}, {"d", {10}}});

    ASSERT_EQ(keys(ranking), (std::vector<std::string>{"d", "c", "b", "a"}));
    auto const months = 6 / (ranking[0].score - ranking[1].score) - 1;
    auto const shape = ranking[0].score * (months + 1) - 10;
    EXPECT_NEAR(ranking[3].score, shape / (months + 1), 1e-9);
    EXPECT_GT(shape, 0);
    EXPECT_LE(months, 1) << "no more than the period";
    double seen = 0;
    double first = 0;
    double second = 0;
    for (int count = 1; count < 1000; ++count) {
        auto const chance = std::exp(log_negative_binomial(shape, months, count));
        seen += chance;
        first += chance * count;
        second += chance * count * count;
    }
    EXPECT_NEAR(first / seen, 16.0 / 3, 1e-6);
    EXPECT_NEAR(second / seen, 120.0 / 3, 1e-4);
    EXPECT_NEAR(chance_below(ranking[0].lower, shape + 10, months + 1), 0.05, 1e-6);
    EXPECT_NEAR(chance_below(ranking[0].upper, shape + 10, months + 1), 0.95, 1e-6);
}

// Rates drawn from a known gamma: about nine intervals in ten must hold the rate that was drawn.
TEST(RepeatLocations, HoldTheTrueRateNineTimesInTen) {
    std::mt19937 random(11);
    std::gamma_distribution<double> rates(2.0, 0.5);
    std::vector<LocationCount> places;
    std::vector<double> truth;
    for (int i = 0; i < 4000; ++i) {
        truth.push_back(rates(random));
        std::poisson_distribution<int> month(truth.back());
        LocationCount place{std::to_string(i), {}};
        for (int m = 0; m < 12; ++m) place.months.push_back(month(random));
        places.push_back(place);
    }
    int held = 0;
    for (auto const& one : rank_repeat_locations(places, places.size())) {
        auto const rate = truth[std::stoul(one.key)];
        held += rate >= one.lower && rate <= one.upper ? 1 : 0;
    }
    EXPECT_NEAR(held / 4000.0, 0.9, 0.03);
}

TEST(RepeatLocations, AreOrderedTheSameWhateverOrderTheyComeIn) {
    auto places = ordinary_places();
    auto const before = keys(rank_repeat_locations(places));
    EXPECT_THAT(before, SizeIs(100));
    std::reverse(places.begin(), places.end());
    EXPECT_EQ(keys(rank_repeat_locations(places)), before);
}

TEST(RepeatLocations, SurviveOddInput) {
    EXPECT_THAT(rank_repeat_locations({}), SizeIs(0));
    EXPECT_THAT(rank_repeat_locations({{"a", {}}, {"b", {0, 0}}}), SizeIs(0));
    EXPECT_THAT(rank_repeat_locations({{"a", {3, 4}}}), SizeIs(1));
    EXPECT_THAT(rank_repeat_locations({{"a", {3, 4}}, {"b", {3, 4}}}, 1), SizeIs(1));
    auto const ragged = rank_repeat_locations({{"a", {3, -4, 1}}, {"b", {3}}});
    EXPECT_EQ(ragged[0].count, 4);
    EXPECT_EQ(ragged[1].months_active, 1);
    for (auto const& one : ragged) EXPECT_TRUE(std::isfinite(one.score));
}

// About 11 by 11 kilometres near York.
AreaIndex study_area() {
    Box const box = {-1.2, 53.9, -1.03, 54.0};
    Ring const ring = {{box.west, box.south},
                       {box.east, box.south},
                       {box.east, box.north},
                       {box.west, box.north},
                       {box.west, box.south}};
    return AreaIndex({{"Y", "York", {{ring}}, box}});
}

Point point_in_study_area(std::mt19937& random) {
    std::uniform_real_distribution<double> longitude(-1.2, -1.03);
    std::uniform_real_distribution<double> latitude(53.9, 54.0);
    return {longitude(random), latitude(random)};
}

TEST(HotSpots, FindThePlaceWhereIncidentsWerePut) {
    std::mt19937 random(5);
    std::vector<PointCount> points;
    for (int i = 0; i < 1000; ++i) points.push_back({point_in_study_area(random), 1});
    Point const middle = {-1.1, 53.95};
    points.push_back({middle, 60});

    auto const found = hot_spots(points, study_area());

    EXPECT_EQ(found.incidents, 1060);
    ASSERT_FALSE(found.hot.empty());
    EXPECT_LE(found.hot.size(), 8u) << "its cell, the six around it, little else";
    for (auto const& spot : found.hot) {
        EXPECT_LT(metres_between(spot.centre, middle), 900);
        EXPECT_GE(spot.neighbourhood_count, spot.count);
        EXPECT_LT(spot.p, 0.05);
        ASSERT_THAT(spot.corners, SizeIs(6));
        for (auto const& corner : spot.corners) {
            EXPECT_NEAR(metres_between(spot.centre, corner), 500 / std::sqrt(3), 2);
        }
    }
}

// The discovery rate over pure chance: hot spots in few of the maps.
TEST(HotSpots, SeldomFindAnythingInPureChance) {
    std::mt19937 random(17);
    int maps_with_any = 0;
    for (int map = 0; map < 40; ++map) {
        std::vector<PointCount> points;
        for (int i = 0; i < 5000; ++i) points.push_back({point_in_study_area(random), 1});
        maps_with_any += hot_spots(points, study_area()).hot.empty() ? 0 : 1;
    }
    EXPECT_LE(maps_with_any, 8);
}

// Every cell returned (a rate of 1 believes everything); then Gi* again by its definition, with
// neighbours found by distance.
TEST(HotSpots, FollowTheFormulaOverEveryCell) {
    std::mt19937 random(23);
    std::vector<PointCount> points;
    for (int i = 0; i < 300; ++i) points.push_back({point_in_study_area(random), 1 + i % 3});
    auto const found =
        hot_spots(points, study_area(), {.cell_metres = 1000, .false_discovery_rate = 1});

    ASSERT_EQ(found.hot.size(), found.cells);
    auto const n = static_cast<double>(found.cells);
    double sum = 0;
    double squares = 0;
    for (auto const& cell : found.hot) {
        sum += cell.count;
        squares += cell.count * cell.count;
    }
    EXPECT_EQ(sum, 600);
    EXPECT_EQ(found.incidents, 600);
    auto const mean = sum / n;
    auto const deviation = std::sqrt(squares / n - mean * mean);
    for (auto const& cell : found.hot) {
        double near = 0;
        int count = 0;
        for (auto const& other : found.hot) {
            if (metres_between(cell.centre, other.centre) > 1100) continue;
            near += 1;
            count += other.count;
        }
        EXPECT_EQ(cell.neighbourhood_count, count);
        auto const z =
            (count - mean * near) / (deviation * std::sqrt((n * near - near * near) / (n - 1)));
        EXPECT_NEAR(cell.z, z, 1e-9);
        EXPECT_NEAR(cell.p, 1 - 0.5 * (1 + std::erf(z / std::sqrt(2.0))), 1e-9);
    }
}

TEST(HotSpots, CountEachIncidentInTheCellWhoseCentreIsNearest) {
    std::mt19937 random(29);
    for (int i = 0; i < 200; ++i) {
        auto const point = point_in_study_area(random);
        auto const found = hot_spots({{point, 1}}, study_area(), {.false_discovery_rate = 1});
        double least = 1e9;
        double held = 1e9;
        for (auto const& cell : found.hot) {
            auto const metres = metres_between(cell.centre, point);
            least = std::min(least, metres);
            if (cell.count == 1) held = metres;
        }
        EXPECT_NEAR(held, least, 1.0);
    }
}

TEST(HotSpots, CountWhatLiesOutsideAndTestNoneOfIt) {
    auto const found =
        hot_spots({{{-1.1, 53.95}, 2}, {{-3, 53.95}, 5}, {{-1.1, 53.95}, -4}}, study_area());
    EXPECT_EQ(found.incidents, 2);
    EXPECT_EQ(found.outside, 5);
}

TEST(HotSpots, SayNothingWhenThereIsNothingToTellApart) {
    EXPECT_THAT(hot_spots({}, study_area()).hot, SizeIs(0));
    EXPECT_THAT(hot_spots({{{0, 0}, 1}}, AreaIndex({})).hot, SizeIs(0));
    EXPECT_EQ(hot_spots({}, AreaIndex({})).cells, 0u);
}

TEST(HotSpots, WidenTheCellsOfAnAreaTooLargeForThem) {
    Box const box = {-8, 50, 2, 60};
    Ring const ring = {{-8, 50}, {2, 50}, {2, 60}, {-8, 60}, {-8, 50}};
    auto const found = hot_spots({}, AreaIndex({{"B", "B", {{ring}}, box}}), {.cell_metres = 500});
    EXPECT_GT(found.cell_metres, 500);
    EXPECT_LE(found.cells, 250'000u);
}

}  // namespace

}  // namespace waymark::geography
