// Who is told, once each, and that nobody reads another's notices.

#include "notices/notices.h"

#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::notices {

namespace {

class NoticesTest : public testing::Test {
  protected:
    void told_by_amal(std::vector<UserId> const& whom, char const* kind = "shared") {
        auto work = world.work_as("amal");
        tell(work, whom, {kind, "case", "case-1"});
        work->note({"test.tell", "case", "case-1"});
        work.finish();
    }
    std::vector<Notice> of(std::string const& name, int limit = 10) {
        auto work = world.work_as(name);
        return mine(work, limit);
    }

    TestWorld world;
};

TEST_F(NoticesTest, TellsEachOnceAndNeverTheActor) {
    auto const bea = world.user("bea");
    told_by_amal({bea, bea, world.user("amal"), world.user("dev")});
    ASSERT_EQ(of("bea").size(), 1u);
    auto const notice = of("bea").front();
    EXPECT_EQ(notice.kind, "shared");
    EXPECT_EQ(notice.subject_id, "case-1");
    EXPECT_EQ(notice.by, world.user("amal"));
    EXPECT_FALSE(notice.is_seen);
    EXPECT_EQ(of("dev").size(), 1u);
    EXPECT_TRUE(of("amal").empty());
}

TEST_F(NoticesTest, IsSeenByItsOwnReaderAlone) {
    told_by_amal({world.user("bea")});
    auto const id = of("bea").front().id;
    {
        auto work = world.work_as("dev");
        EXPECT_EQ(mark_seen(work, id).error().code, "no_such_notice");
    }
    for (int again = 0; again < 2; ++again) {
        auto work = world.work_as("bea");
        EXPECT_TRUE(mark_seen(work, id));
        work->note({"notice.see", "notice", id.value});
        work.finish();
    }
    EXPECT_TRUE(of("bea").front().is_seen);
}

TEST_F(NoticesTest, KeepsWhatWasNotSeenAndForgetsWhatWasAfterAMonth) {
    told_by_amal({world.user("bea")}, "shared");
    world.pass_days(1);
    told_by_amal({world.user("bea")}, "correction");
    auto const both = of("bea");
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both.front().kind, "correction") << "the newest first";
    {
        auto work = world.work_as("bea");
        ASSERT_TRUE(mark_seen(work, both.front().id));
        work->note({"notice.see", "notice", both.front().id.value});
        work.finish();
    }
    EXPECT_EQ(of("bea").front().kind, "shared") << "what was not seen comes first";
    world.pass_days(31);
    ASSERT_EQ(of("bea").size(), 1u);
    EXPECT_EQ(of("bea").front().kind, "shared");
}

}  // namespace

}  // namespace waymark::notices
