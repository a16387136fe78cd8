// What is sealed opens for its key and its record alone, and shows neither itself nor its length.

#include "sealing/sealing.h"

#include <gtest/gtest.h>

namespace waymark::sealing {

namespace {

TEST(Sealing, OpensWhatItSealed) {
    auto const key = SealingKey::make();
    for (std::size_t const size : {0u, 1u, 255u, 256u, 257u, 5000u}) {
        std::string const text(size, 'x');
        EXPECT_EQ(key.open(key.seal(text, "record 1"), "record 1"), text) << size;
    }
    EXPECT_EQ(SealingKey::parse(key.text())->open(key.seal("x", "a"), "a"), "x");
}

TEST(Sealing, OpensForNobodyElse) {
    auto const key = SealingKey::make();
    auto const sealed = key.seal("12 Quiet Street", "record 1");
    EXPECT_FALSE(SealingKey::make().open(sealed, "record 1"));
    EXPECT_FALSE(key.open(sealed, "record 2"));
    auto const other = key.seal("12 Quiet Street", "record 1");
    EXPECT_FALSE(key.open({other.key, sealed.body}, "record 1")) << "each has a key of its own";
    EXPECT_FALSE(key.open({"", ""}, "record 1"));
    for (auto const* const part : {&sealed.key, &sealed.body}) {
        auto altered = sealed;
        auto& text = part == &sealed.key ? altered.key : altered.body;
        text[10] = text[10] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(key.open(altered, "record 1"));
    }
}

TEST(Sealing, ShowsNeitherTheTextNorItsLengthNorThatItIsTheSame) {
    auto const key = SealingKey::make();
    auto const short_one = key.seal("a", "record");
    auto const longer = key.seal(std::string(200, 'b'), "record");
    EXPECT_EQ(short_one.body.size(), longer.body.size());
    EXPECT_NE(key.seal("a", "record").body, short_one.body);
}

TEST(Sealing, TakesNoKeyThatIsNone) {
    EXPECT_FALSE(SealingKey::parse(""));
    EXPECT_FALSE(SealingKey::parse("waymark-sealing-key:00"));
    EXPECT_FALSE(SealingKey::parse(std::string(64, '0')));
}

}  // namespace

}  // namespace waymark::sealing
