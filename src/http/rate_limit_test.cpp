// The limit of requests a minute, with the time as a value.

#include "http/rate_limit.h"

#include <gtest/gtest.h>

namespace waymark::http {

namespace {

using std::chrono::seconds;

RateLimit::Time at(int second) {
    return RateLimit::Time{} + seconds{100 + second};
}

TEST(RateLimit, IsOfEachSessionAndBeginsAnewAfterAMinute) {
    RateLimit limit{2};
    limit.admitted("one", at(0));
    limit.admitted("two", at(0));
    EXPECT_TRUE(limit.take("one", "192.0.2.1", at(0)));
    EXPECT_TRUE(limit.take("one", "192.0.2.1", at(1)));
    EXPECT_FALSE(limit.take("one", "192.0.2.1", at(2)));
    EXPECT_TRUE(limit.take("two", "192.0.2.1", at(2)));
    // Being admitted again gives nobody a second count.
    limit.admitted("one", at(3));
    EXPECT_FALSE(limit.take("one", "192.0.2.1", at(3)));
    EXPECT_TRUE(limit.take("one", "192.0.2.1", at(61)));
}

TEST(RateLimit, CountsInventedTokensForTheAddressTheyComeFrom) {
    RateLimit limit{2};
    EXPECT_TRUE(limit.take("a", "192.0.2.1", at(0)));
    EXPECT_TRUE(limit.take("b", "192.0.2.1", at(0)));
    EXPECT_FALSE(limit.take("c", "192.0.2.1", at(0)));
    EXPECT_TRUE(limit.take("c", "192.0.2.2", at(0)));
    // Somebody signed in from there is not shut out by them.
    limit.admitted("signed in", at(0));
    EXPECT_TRUE(limit.take("signed in", "192.0.2.1", at(0)));
}

TEST(RateLimit, OfNoughtIsNone) {
    RateLimit limit{0};
    for (int i = 0; i < 1000; ++i) EXPECT_TRUE(limit.take("", "", at(0)));
}

}  // namespace

}  // namespace waymark::http
