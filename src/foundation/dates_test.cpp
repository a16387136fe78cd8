// Dates and instants as text and back, the edges of the calendar, and London's clock.

#include "foundation/dates.h"

#include "foundation/digest.h"

#include <gtest/gtest.h>

namespace waymark {

namespace {

TEST(Dates, AreWrittenAndReadInOneForm) {
    for (auto const* text : {"0001-01-01", "1999-12-31", "2024-02-29", "2026-03-01"}) {
        auto const date = parse_date(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(to_text(*date), text);
    }
    for (auto const* text : {"2025-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01",
                             "2026-01-32", "2026/01/01", "", "2026-01-0x"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(Instants, AreWrittenToTheMillisecondInUtc) {
    for (auto const* text : {"2026-03-31T09:30:00.000Z", "1970-01-01T00:00:00.001Z",
                             "2099-12-31T23:59:59.999Z", "1969-12-31T23:59:59.900Z"}) {
        auto const instant = parse_instant(text);
        ASSERT_TRUE(instant) << text;
        EXPECT_EQ(to_text(*instant), text);
    }
    EXPECT_EQ(to_text(*parse_instant("2026-03-31T09:30")), "2026-03-31T09:30:00.000Z");
    EXPECT_FALSE(parse_instant("2026-03-31T24:00"));
    EXPECT_FALSE(parse_instant("2026-03-31 09:30"));
    EXPECT_FALSE(parse_instant("2026-03-31T09:30:60"));
}

TEST(Dates, AMonthLaterIsTheSameDayOrTheLast) {
    EXPECT_EQ(to_text(add_months(make_date(2026, 1, 31), 1)), "2026-02-28");
    EXPECT_EQ(to_text(add_months(make_date(2024, 1, 31), 1)), "2024-02-29");
    EXPECT_EQ(to_text(add_months(make_date(2026, 3, 15), -12)), "2025-03-15");
    EXPECT_EQ(days_between(make_date(2026, 3, 1), make_date(2026, 2, 27)), -2);
    EXPECT_EQ(to_text(first_of_month(make_date(2026, 2, 28))), "2026-02-01");
}

TEST(London, HasItsDayAnHourEarlierInSummer) {
    EXPECT_EQ(to_text(london_date(*parse_instant("2026-07-01T22:59"))), "2026-07-01");
    EXPECT_EQ(to_text(london_date(*parse_instant("2026-07-01T23:00"))), "2026-07-02");
    EXPECT_EQ(to_text(london_date(*parse_instant("2026-01-01T23:59"))), "2026-01-01");
    EXPECT_EQ(to_text(start_of_london_day(make_date(2026, 7, 1))), "2026-06-30T23:00:00.000Z");
    EXPECT_EQ(to_text(start_of_london_day(make_date(2026, 3, 29))), "2026-03-29T00:00:00.000Z");
}

// The first two are published with the standard (FIPS 180-4).
TEST(Digest, IsSha256) {
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace

}  // namespace waymark
