#include "notices/notices.h"

#include "notices_sql.h"

#include <set>

namespace waymark::notices {

namespace {

constexpr std::chrono::hours kShownFor{30 * 24};

}  // namespace

void tell(access::Work& work, std::vector<UserId> const& whom, News const& news) {
    std::set<UserId> told{work.actor().user};
    for (auto const& user : whom) {
        if (!told.insert(user).second) continue;
        work.tx().execute(sql::kInsert,
                          {new_id<NoticeId>(work.clock().now), user, news.kind, news.subject_kind,
                           news.subject_id, work.actor().user, work.now()});
    }
}

std::vector<Notice> mine(access::Work& work, int limit) {
    std::vector<Notice> list;
    auto const since = to_text(work.clock().now - kShownFor);
    for (auto const& row : work.tx().all(sql::kMine, {work.actor().user, since, limit})) {
        list.push_back({row.id<NoticeId>("id"), row.text("kind"), row.text("subject_kind"),
                        row.text("subject_id"), row.id<UserId>("by_id"), row.instant("at"),
                        row.flag("is_seen")});
    }
    return list;
}

Result<Done> mark_seen(access::Work& work, NoticeId const& id) {
    auto const& user = work.actor().user;
    if (!work.tx().first(sql::kIsMine, {id, user})) return access::not_found("no_such_notice");
    work.tx().execute(sql::kSee, {id, user, work.now()});
    return Done{};
}

}  // namespace waymark::notices
