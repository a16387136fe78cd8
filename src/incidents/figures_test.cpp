// The figures behind the map, and demand before and after.

#include "test_files.h"

#include "foundation/text.h"

#include "access/directory.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <functional>

namespace waymark::incidents {

namespace {

// Scarborough: 3 in October, 1 in December; Harrogate: 2 in November; 1 beyond the boundaries.
constexpr char const* kIncidents =
    "month,longitude,latitude,location,category\n"
    "2025-10,0.5,50.5,Castle Road,Noise\n"
    "2025-10,0.5,50.5,Castle Road,Noise\n"
    "2025-10,0.6,50.5,Sea View,Litter\n"
    "2025-12,0.5,50.5,Castle Road,Litter\n"
    "2025-11,1.5,50.5,Bar Lane,Noise\n"
    "2025-11,1.5,50.5,Bar Lane,Noise\n"
    "2025-11,3.5,50.5,Far away,Noise\n";

void arrange(TestWorld& world) {
    put_boundaries(world, districts());
    put_incidents(world, kIncidents);
}

template <class Ask>
auto seen(TestWorld& world, Ask const& question) {
    auto answer = ask(world, "amal", question);
    if (!answer) throw std::runtime_error("refused: " + answer.error().code);
    return *answer;
}

TEST(Figures, AreCountedByMonth) {
    TestWorld world;
    arrange(world);
    EXPECT_EQ(seen(world, [](auto& work) { return months(work); }),
              (std::vector<MonthCount>{{"2025-10", 3}, {"2025-11", 3}, {"2025-12", 1}}));
    EXPECT_EQ(seen(world, [](auto& work) { return months(work, {.category = "litter"}); }),
              (std::vector<MonthCount>{{"2025-10", 1}, {"2025-12", 1}}));
}

TEST(Figures, AreCountedByMonthAndArea) {
    TestWorld world;
    arrange(world);
    EXPECT_EQ(
        seen(world,
             [](auto& work) { return counts_by_month_and_area(work, {.from_month = "2025-11"}); }),
        (std::vector<MonthAreaCount>{{"2025-11", std::nullopt, 1},
                                     {"2025-11", world.area("HAR"), 2},
                                     {"2025-12", world.area("SCA"), 1}}));
    EXPECT_EQ(seen(world,
                   [&](auto& work) {
                       return counts_by_month_and_area(
                           work, {.area = world.area("SCA"), .to_month = "2025-11"});
                   }),
              (std::vector<MonthAreaCount>{{"2025-10", world.area("SCA"), 3}}));
}

TEST(Figures, ListCategoriesMostFirst) {
    TestWorld world;
    arrange(world);
    EXPECT_EQ(seen(world, [](auto& work) { return categories(work); }),
              (std::vector<CategoryCount>{{"noise", 5}, {"litter", 2}}));
    EXPECT_EQ(
        seen(world, [&](auto& work) { return categories(work, {.area = world.area("SCA")}); }),
        (std::vector<CategoryCount>{{"litter", 2}, {"noise", 2}}));
}

TEST(Figures, ListWhatLiesOutsideEveryBoundaryPageByPage) {
    TestWorld world;
    put_boundaries(world, districts());
    put_incidents(world,
                  "month,longitude,latitude,location\n2025-10,3.6,50,a\n2025-11,3.6,50,a\n"
                  "2025-10,3.5,50,b\n2025-10,0.5,50.5,inside\n");

    auto const first = seen(world, [](auto& work) { return outside(work, 0, 1); });
    ASSERT_EQ(first.size(), 1u);
    auto const second =
        seen(world, [&](auto& work) { return outside(work, first[0].location.id, 1); });
    ASSERT_EQ(second.size(), 1u);
    auto const& a = first[0].location.name == "a" ? first[0] : second[0];
    EXPECT_EQ(a.count, 2);
    EXPECT_EQ(a.months, (std::vector<MonthCount>{{"2025-10", 1}, {"2025-11", 1}}));
    EXPECT_FALSE(a.location.area);
    EXPECT_TRUE(
        seen(world, [&](auto& work) { return outside(work, second[0].location.id, 9); }).empty());
}

TEST(RepeatLocations, AreRankedWithTheMonthsThereAre) {
    TestWorld world;
    put_boundaries(world, districts());
    std::string text = "month,longitude,latitude,location\n";
    for (auto const month : {"2025-07", "2025-08", "2025-10", "2025-11"}) {
        for (int i = 0; i < 4; ++i) text += std::string{month} + ",0.5,50.5,Steady\n";
        for (int i = 0; i < 30; ++i) {
            text += std::string{month} + ",0.1," + std::to_string(50.1 + i * 0.01) + ",Quiet\n";
        }
    }
    for (int i = 0; i < 16; ++i) text += "2025-08,0.7,50.5,One bad month\n";
    put_incidents(world, text);

    auto const answer = seen(
        world, [&](auto& work) { return repeat_locations(work, {.area = world.area("SCA")}, 2); });

    EXPECT_EQ(answer.months, (std::vector<std::string>{"2025-07", "2025-08", "2025-10", "2025-11"}))
        << "September was not imported, which is not a quiet month";
    EXPECT_EQ(answer.compared, 32u);
    ASSERT_EQ(answer.locations.size(), 2u);
    EXPECT_EQ(answer.locations[0].location.name, "Steady");
    EXPECT_EQ(answer.locations[0].ranked.count, 16);
    EXPECT_EQ(answer.locations[0].ranked.months_active, 4);
    EXPECT_EQ(answer.locations[0].months, (std::vector<int>{4, 4, 4, 4}));

    auto const elsewhere = seen(
        world, [&](auto& work) { return repeat_locations(work, {.area = world.area("HAR")}, 2); });
    EXPECT_TRUE(elsewhere.locations.empty());
    EXPECT_TRUE(seen(world, [&](auto& work) {
                    return repeat_locations(work, {.from_month = "2026-01"}, 2);
                }).months.empty());
}

TEST(HotSpots, AreFoundWhereIncidentsGatherInTheArea) {
    TestWorld world;
    put_boundaries(world, collection(R"({"type":"Feature","properties":{"LAD22CD":"E07000168",
        "LAD22NM":"Scarborough"},"geometry":{"type":"Polygon","coordinates":
        [[[0,50],[0.1,50],[0.1,50.1],[0,50.1],[0,50]]]}})"));
    std::string text = "month,longitude,latitude\n";
    for (int i = 0; i < 40; ++i) text += "2025-10,0.05,50.05\n";
    for (int i = 0; i < 9; ++i) text += "2025-10,0.0" + std::to_string(i) + ",50.01\n";
    text += "2025-10,3.5,50\n";
    put_incidents(world, text);

    auto const spots = seen(world, [](auto& work) { return hot_spots(work, {}); });

    EXPECT_EQ(spots.incidents, 49);
    EXPECT_EQ(spots.outside, 1);
    ASSERT_FALSE(spots.hot.empty());
    EXPECT_LT(geography::metres_between(spots.hot[0].centre, {0.05, 50.05}), 1000);
}

TEST(IncidentsNear, AreThoseInsideTheCircleNearestFirst) {
    TestWorld world;
    // At 50.5 north, 0.001 degrees of longitude are 70.7 m and of latitude 111.2 m.
    put_incidents(world,
                  "month,longitude,latitude,location\n2025-10,0.501,50.5,east\n"
                  "2025-10,0.5,50.501,north\n2025-11,0.5,50.5,here\n2025-10,0.5,50.5,here\n"
                  "2025-10,0.501,50.501,corner\n");
    auto const near = [&](double metres) {
        return seen(world, [&](auto& work) {
            return incidents_near(work, {{0.5, 50.5}, metres}, {});
        });
    };
    ASSERT_EQ(near(50).size(), 1u);
    EXPECT_EQ(near(50)[0].count, 2);
    auto const three = near(112);
    ASSERT_EQ(three.size(), 3u) << "the corner of the box is 132 m away";
    EXPECT_EQ(three[1].location.name, "east");
    EXPECT_EQ(three[2].location.name, "north");
    EXPECT_EQ(near(133).size(), 4u);

    auto const found =
        seen(world, [&](auto& work) { return location(work, three[1].location.id); });
    EXPECT_EQ(found.name, "east");
    EXPECT_EQ(found.point, (geography::Point{0.501, 50.5}));
}

Demand demand(TestWorld& world, char const* from, char const* to, double metres = 50) {
    return seen(world, [&](auto& work) {
        return count_between(work, {{0.5, 50.5}, metres}, *parse_date(from), *parse_date(to));
    });
}

TEST(CountBetween, CountsAMonthOnlyWhenAllOfItIsInside) {
    TestWorld world;
    put_incidents(world,
                  "month,longitude,latitude\n2025-09,0.5,50.5\n2025-10,0.5,50.5\n"
                  "2025-10,0.5,50.5\n2025-11,0.5,50.5\n2025-12,0.5,50.5\n2025-10,0.6,50.5\n");
    auto const whole = demand(world, "2025-10-01", "2025-11-30");
    EXPECT_EQ(whole.count, 3);
    EXPECT_EQ(whole.to_the_day, 0);
    EXPECT_EQ(whole.months_counted, (std::vector<std::string>{"2025-10", "2025-11"}));
    EXPECT_TRUE(whole.is_known());

    auto const cut = demand(world, "2025-10-02", "2025-12-30");
    EXPECT_EQ(cut.count, 1);
    EXPECT_EQ(cut.months_counted, (std::vector<std::string>{"2025-11"}));
    EXPECT_TRUE(cut.months_missing.empty());

    auto const within = demand(world, "2025-10-02", "2025-10-30");
    EXPECT_EQ(within.count, 0);
    EXPECT_FALSE(within.is_known()) << "no month is whole in it";
    EXPECT_EQ(demand(world, "2025-10-01", "2025-10-31", 5000).count, 2);
}

TEST(CountBetween, CountsADayWhenItIsInside) {
    TestWorld world;
    put_incidents(world,
                  "date,longitude,latitude\n2025-10-01,0.5,50.5\n2025-10-15,0.5,50.5\n"
                  "2025-10-31,0.5,50.5\n");
    EXPECT_EQ(demand(world, "2025-10-02", "2025-10-31").count, 2);
    EXPECT_EQ(demand(world, "2025-10-02", "2025-10-31").to_the_day, 2);
    EXPECT_EQ(demand(world, "2025-10-15", "2025-10-15").count, 1);
    EXPECT_EQ(demand(world, "2025-10-16", "2025-10-30").count, 0);
}

TEST(CountBetween, SaysWhichMonthsNobodyImported) {
    TestWorld world;
    put_incidents(world, "month,longitude,latitude\n2025-10,0.5,50.5\n2025-12,3.5,50.5\n");
    auto const answer = demand(world, "2025-10-01", "2025-12-31");
    EXPECT_EQ(answer.count, 1);
    EXPECT_EQ(answer.months_counted, (std::vector<std::string>{"2025-10", "2025-12"}))
        << "December is known, and quiet here";
    EXPECT_EQ(answer.months_missing, (std::vector<std::string>{"2025-11"}));
    EXPECT_FALSE(answer.is_known());
}

TEST(CountBetween, CountsAtLocations) {
    TestWorld world;
    put_incidents(world,
                  "month,longitude,latitude,location\n2025-10,0.5,50.5,a\n2025-10,0.6,50.5,b\n"
                  "2025-10,0.6,50.5,b\n2025-10,0.7,50.5,c\n");
    auto const id = [&](char const* name) {
        return std::stoll(world.value(std::string{"SELECT id AS x FROM incident_location WHERE "
                                                  "name = '"} +
                                      name + "'"));
    };
    auto const answer = seen(world, [&](auto& work) {
        return count_between(work, std::vector<std::int64_t>{id("a"), id("b"), 999'999},
                             make_date(2025, 10, 1), make_date(2025, 10, 31));
    });
    EXPECT_EQ(answer.count, 3);
}

TEST(DemandWindow, FollowsTheScenariosOfPractitioners) {
    std::ifstream file(source_path("tests/scenarios/demand_windows.tsv"));
    int rows = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#' || line.starts_with("day\t")) continue;
        auto const cells = split(line, '\t');
        ASSERT_EQ(cells.size(), 6U) << line;
        auto const window =
            demand_window(*parse_date(cells[0]), cells[1] == "before" ? Span::Before : Span::After);
        EXPECT_EQ(to_text(window.from_on), cells[2]) << cells[5];
        EXPECT_EQ(to_text(window.to_on), cells[3]) << cells[5];
        EXPECT_EQ(to_text(window.known_from()), cells[4]) << cells[5];
        EXPECT_FALSE(window.has_passed(window.to_on));
        EXPECT_TRUE(window.has_passed(window.known_from()));
        ASSERT_EQ(window.months.size(), 3u);
        EXPECT_EQ(window.months.front(), cells[2].substr(0, 7));
        EXPECT_EQ(window.months.back(), cells[3].substr(0, 7));
        ++rows;
    }
    EXPECT_GE(rows, 8);
}

using Ask = std::function<std::optional<Error>(access::Work&)>;

template <class T>
std::optional<Error> error_of(Result<T> const& result) {
    return result ? std::nullopt : std::optional{result.error()};
}

struct Question {
    char const* name;
    Ask ask;
};

Date const kFrom = make_date(2025, 10, 1);
Date const kTo = make_date(2025, 12, 31);

// clang-format off
std::vector<Question> with_filter(Filter const& filter) {
    return {
        {"months", [=](auto& w) { return error_of(months(w, filter)); }},
        {"counts", [=](auto& w) { return error_of(counts_by_month_and_area(w, filter)); }},
        {"categories", [=](auto& w) { return error_of(categories(w, filter)); }},
        {"hot_spots", [=](auto& w) { return error_of(hot_spots(w, filter)); }},
        {"repeat_locations", [=](auto& w) { return error_of(repeat_locations(w, filter, 9)); }},
        {"near", [=](auto& w) { return error_of(incidents_near(w, {{0.5, 50.5}}, filter)); }},
    };
}

std::vector<Question> without_filter() {
    return {
        {"outside", [](auto& w) { return error_of(outside(w, 0, 9)); }},
        {"location", [](auto& w) { return error_of(location(w, 1)); }},
        {"imports", [](auto& w) { return error_of(imports(w, 9)); }},
        {"count", [](auto& w) { return error_of(count_between(w, Circle{{0.5, 50.5}}, kFrom, kTo)); }},
        {"count_at", [](auto& w) {
             return error_of(count_between(w, std::vector<std::int64_t>{1}, kFrom, kTo)); }},
    };
}
// clang-format on

TEST(Figures, AreForThoseWhoMaySeeTheMap) {
    TestWorld world;
    arrange(world);
    auto questions = with_filter({});
    for (auto& one : without_filter()) questions.push_back(std::move(one));
    auto const before = world.dump();
    for (auto const who : {"dev", "carys", "dpo", "admin"}) {
        for (auto const& one : questions) {
            auto const error = ask(world, who, one.ask);
            ASSERT_TRUE(error) << who << " " << one.name;
            EXPECT_EQ(error->refusal, Refusal::Forbidden);
            EXPECT_EQ(error->code, "not_allowed");
        }
    }
    EXPECT_EQ(world.dump(), before);
    for (auto const& one : with_filter({})) {
        EXPECT_FALSE(ask(world, "bea", one.ask)) << one.name << " is seen from another hub too";
    }
}

TEST(Figures, RefuseAFilterThatMakesNoSense) {
    TestWorld world;
    arrange(world);
    auto const refused = [&](Filter const& filter, Refusal refusal, char const* code,
                             std::vector<FieldError> const& fields) {
        for (auto const& one : with_filter(filter)) {
            auto const error = ask(world, "amal", one.ask);
            ASSERT_TRUE(error) << one.name;
            EXPECT_EQ(error->refusal, refusal);
            EXPECT_EQ(error->code, code);
            EXPECT_EQ(error->fields, fields);
        }
    };
    refused({.area = AreaId{"nobody"}}, Refusal::NotFound, "no_such_area", {});
    refused({.from_month = "2025-13", .to_month = "2025"}, Refusal::Invalid, "check_answers",
            {{"from_month", "not_a_month"}, {"to_month", "not_a_month"}});
    refused({.from_month = "2025-11", .to_month = "2025-10"}, Refusal::Invalid, "check_answers",
            {{"to_month", "before_from_month"}});
}

TEST(Figures, RefuseACircleOrDatesThatMakeNoSense) {
    TestWorld world;
    auto const fields = [&](Ask const& question) {
        auto const error = ask(world, "amal", question);
        return error ? error->fields : std::vector<FieldError>{};
    };
    auto const near = [&](Circle const& circle) {
        return fields([&](auto& w) { return error_of(incidents_near(w, circle, {})); });
    };
    auto const count = [&](Circle const& circle, Date from, Date to) {
        return fields([&](auto& w) { return error_of(count_between(w, circle, from, to)); });
    };
    std::vector<FieldError> const metres = {{"metres", "out_of_range"}};
    EXPECT_EQ(near({{0.5, 50.5}, 0}), metres);
    EXPECT_EQ(near({{0.5, 50.5}, 5001}), metres);
    EXPECT_EQ(count({{0.5, 50.5}, std::nan("")}, kFrom, kTo), metres);
    EXPECT_EQ(
        near({{181, std::nan("")}, 50}),
        (std::vector<FieldError>{{"longitude", "out_of_range"}, {"latitude", "out_of_range"}}));
    EXPECT_EQ(count({{0.5, 50.5}}, kTo, kFrom),
              (std::vector<FieldError>{{"to_on", "before_from_on"}}));
    EXPECT_EQ(count({{0.5, 50.5}}, kFrom, add_months(kTo, 240)),
              (std::vector<FieldError>{{"to_on", "too_long"}}));
}

TEST(Figures, WithoutBoundariesHaveNoHotSpots) {
    TestWorld world;
    auto const error =
        ask(world, "amal", [](access::Work& work) { return error_of(hot_spots(work, {})); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->refusal, Refusal::Conflict);
    EXPECT_EQ(error->code, "no_boundaries");
}

TEST(Figures, OfAnotherPartnershipDoNotExist) {
    TestWorld world;
    PartnershipId other;
    {
        auto tx = world.database().begin(store::Mode::Write, store::Deadline::never());
        other = access::create_partnership(tx, "Elsewhere", false, world.clock);
        tx.commit();
    }
    std::istringstream file("month,longitude,latitude\n2025-10,0.5,50.5\n");
    ASSERT_TRUE(
        import_incidents(world.database(), other, file, {.clock = [&] { return world.clock; }}));
    auto const id = std::stoll(world.value("SELECT id AS x FROM incident_location"));

    EXPECT_TRUE(seen(world, [](auto& work) { return months(work); }).empty());
    EXPECT_TRUE(seen(world, [](auto& work) { return outside(work, 0, 9); }).empty());
    EXPECT_TRUE(seen(world, [](auto& work) { return imports(work, 9); }).empty());
    EXPECT_EQ(demand(world, "2025-10-01", "2025-10-31").count, 0);
    EXPECT_EQ(demand(world, "2025-10-01", "2025-10-31").months_missing.size(), 1u);
    EXPECT_EQ(seen(world,
                   [&](auto& work) {
                       return count_between(work, std::vector<std::int64_t>{id}, kFrom, kTo);
                   })
                  .count,
              0);
    auto const hidden = ask(world, "amal", [&](access::Work& work) { return location(work, id); });
    ASSERT_FALSE(hidden);
    EXPECT_EQ(hidden.error().refusal, Refusal::NotFound);
    EXPECT_EQ(hidden.error().code, "no_such_location");
}

}  // namespace

}  // namespace waymark::incidents
