// The hub's picture: every count is the number of rows behind it, and of what the reader may see.

#include "report_world_test.h"

namespace waymark::reporting {

namespace {

HubPicture picture_as(ReportWorld& world, std::string const& who, std::string const& hub = "SCA",
                      std::string const& programme = {}) {
    return *world.as(
        who, [&](access::Work& work) { return hub_picture(work, world.area(hub), programme); });
}

// Everything behind a row, a few at a time.
std::set<std::string> behind(ReportWorld& world, std::string const& who, std::string const& code,
                             std::string const& row, std::string const& programme) {
    std::set<std::string> ids;
    std::string after;
    for (;;) {
        auto const page = world.as(who, [&](access::Work& work) {
            return rows_behind(work, {.area = world.area("SCA"),
                                      .figure = code,
                                      .row = row,
                                      .programme_code = programme,
                                      .after = after,
                                      .limit = 7});
        });
        EXPECT_TRUE(page) << code << " " << row;
        if (!page) return ids;
        for (auto const& id : page->cases) EXPECT_TRUE(ids.insert(id.value).second);
        for (auto const& id : page->referrals) EXPECT_TRUE(ids.insert(id.value).second);
        if (!page->next) return ids;
        after = *page->next;
    }
}

TEST(HubPicture, CountsAsManyAsItLists) {
    ReportWorld world;
    world.populate(90);
    for (std::string const programme : {"", "place_problem_solving"}) {
        for (auto const* who : {"amal", "helen", "bea"}) {
            for (auto const& one : picture_as(world, who, "SCA", programme).figures) {
                for (auto const& row : one.rows) {
                    ASSERT_TRUE(row.opens);
                    EXPECT_EQ(static_cast<std::int64_t>(
                                  behind(world, who, one.code, row.code, programme).size()),
                              row.values.front())
                        << who << " " << one.code << " " << row.code;
                }
            }
        }
    }
}

TEST(HubPicture, AgreesWithTheRecords) {
    ReportWorld world;
    world.populate(120);
    auto const picture = picture_as(world, "amal");
    auto const open =
        " FROM case_record WHERE is_open = 1 AND area_id = '" + world.area("SCA").value + "'";
    EXPECT_EQ(figure(picture, "open_by_stage").base, world.number("SELECT count(*)" + open));
    for (auto const& row : figure(picture, "open_by_risk").rows) {
        EXPECT_EQ(row.values[0],
                  world.number("SELECT count(*)" + open + " AND risk_band = '" + row.code + "'"));
    }
    EXPECT_EQ(figure(picture, "open_by_risk").rows.back().code, "not_recorded");
    auto const& ages = figure(picture, "open_by_age");
    EXPECT_EQ(ages.base, figure(picture, "open_by_stage").base);
    EXPECT_EQ(ages.rows[0].values[0],
              world.number("SELECT count(*)" + open + " AND opened_on > '2026-01-03'"));
    auto const& overdue = figure(picture, "overdue");
    EXPECT_EQ(overdue.rows[0].values[1],
              world.number("SELECT count(*) FROM case_action a WHERE a.result IS NULL AND "
                           "a.due_on < '2026-02-02' AND a.case_id IN (SELECT id" +
                           open + ")"));
    EXPECT_EQ(overdue.rows[1].values[0],
              world.number("SELECT count(*)" + open + " AND next_review_on < '2026-02-02'"));
    auto const& closed = figure(picture, "cases_closed");
    ASSERT_EQ(closed.rows.size(), 12U);
    EXPECT_EQ(closed.rows[10].code, "2026-01");
    EXPECT_EQ(closed.rows[10].values[0],
              world.number("SELECT count(*) FROM case_record WHERE area_id = '" +
                           world.area("SCA").value + "' AND closed_on LIKE '2026-01-%'"));
    EXPECT_EQ(closed.rows[10].values[1],
              world.number("SELECT count(*) FROM case_record WHERE area_id = '" +
                           world.area("SCA").value + "' AND closed_on LIKE '2025-01-%'"));
    // This month is compared with the same two days of a year ago.
    EXPECT_EQ(
        closed.rows[11].values[1],
        world.number("SELECT count(*) FROM case_record WHERE area_id = '" +
                     world.area("SCA").value + "' AND closed_on IN ('2025-02-01', '2025-02-02')"));
    auto const& safe = figure(picture, "outcome_feels_safe");
    EXPECT_EQ(safe.base, closed.base);
    EXPECT_EQ(safe.rows[0].values[0],
              world.number("SELECT count(*) FROM case_record c JOIN outcome_core o ON o.case_id = "
                           "c.id WHERE c.area_id = '" +
                           world.area("SCA").value +
                           "' AND c.closed_on >= '2025-03-01' AND o.closing_feels_safe > "
                           "o.opening_feels_safe"));
    auto const& often = figure(picture, "outcome_frequency");
    EXPECT_EQ(often.rows[0].values[0],
              world.number("SELECT count(*) FROM case_record c JOIN outcome_core o ON o.case_id = "
                           "c.id WHERE c.area_id = '" +
                           world.area("SCA").value +
                           "' AND c.closed_on >= '2025-03-01' AND o.closing_frequency < "
                           "o.opening_frequency"));
    std::int64_t sum = 0;
    for (auto const& row : safe.rows) sum += *row.values[0];
    EXPECT_EQ(sum, safe.base);
}

TEST(HubPicture, ShowsAReaderFromElsewhereOnlyWhatIsSharedWithThem) {
    ReportWorld world;
    auto const shared = world.add_case({});
    world.add_case({});
    EXPECT_EQ(figure(picture_as(world, "bea"), "open_by_stage").base, 0);
    world.file(shared, world.user("bea").value, make_date(2025, 11, 1), true);
    EXPECT_EQ(figure(picture_as(world, "bea"), "open_by_stage").base, 1);
    EXPECT_EQ(behind(world, "bea", "open_by_stage", "working", ""), std::set<std::string>{shared});
    EXPECT_EQ(figure(picture_as(world, "amal"), "open_by_stage").base, 2);
}

TEST(HubPicture, IsRefused) {
    ReportWorld world;
    auto const ask = [&](std::string const& who, AreaId const& area) {
        return world.as(who, [&](access::Work& work) { return hub_picture(work, area); });
    };
    EXPECT_EQ(ask("carys", world.area("SCA")).error().code, "not_allowed");
    EXPECT_EQ(ask("amal", {"elsewhere"}).error().code, "no_such_area");
    auto const rows = [&](std::string const& who, std::string const& code, std::string const& row) {
        return world.as(who, [&](access::Work& work) {
            return rows_behind(work, {.area = world.area("SCA"), .figure = code, .row = row});
        });
    };
    EXPECT_EQ(rows("carys", "overdue", "actions").error().code, "not_allowed");
    for (auto const& [code, row] : {std::pair{"nothing", "x"},
                                    {"open_by_age", "old"},
                                    {"overdue", "x"},
                                    {"referrals_waiting", "x"},
                                    {"cases_opened", "2001-01"},
                                    {"outcome_happiness", "worse"},
                                    {"outcome_feels_safe", "x"},
                                    {"closing_reasons", ""},
                                    {"open_by_stage", ""}}) {
        EXPECT_EQ(rows("amal", code, row).error().code, "no_such_figure") << code;
    }
}

TEST(HubPicture, OfALeapDayComparesTheSameMonth) {
    auto const months = make_date(2024, 2, 29);
    EXPECT_EQ(year_earlier(months), make_date(2023, 3, 1));
    EXPECT_EQ(year_earlier(make_date(2025, 3, 1)), make_date(2024, 3, 1));
}

TEST(ExportOfCases, GivesWhatTheReaderMaySeeAndNoNames) {
    ReportWorld world;
    world.add_case({.closed = make_date(2025, 12, 1)});
    world.add_case({.hub = "HAR"});
    auto const exported = [&](std::string const& who, State state) {
        std::string text;
        auto const done = world.as(who, [&](access::Work& work) {
            return stream_cases(work, state, [&](std::string_view piece) {
                text += piece;
                return true;
            });
        });
        return done ? text : done.error().code;
    };
    auto const heading = std::string{
        "reference,programme,hub,stage,risk_band,opened_on,closed_on,closing_reason,days_open\r\n"};
    EXPECT_EQ(exported("marek", State::Any),
              heading +
                  "R-id-10000,antisocial_behaviour,SCA,closed,standard,2025-11-01,2025-12-01,"
                  "stopped_by_itself,30\r\n");
    EXPECT_EQ(exported("marek", State::Open), heading);
    EXPECT_EQ(exported("helen", State::Open),
              heading + "R-id-10001,antisocial_behaviour,HAR,working,standard,2025-11-01,,,93\r\n");
    EXPECT_EQ(exported("amal", State::Any), "not_allowed");
}

}  // namespace

}  // namespace waymark::reporting
