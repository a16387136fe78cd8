#pragma once

// Notices: somebody must know at once, and finds it on the first page they open. A notice says what
// happened by a code, to which record, by whom and when.

#include "access/work.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::notices {

using NoticeId = Id<struct NoticeTag>;

struct News {
    std::string_view kind;  // emergency, ask, ask_decided, shared, correction, reveal_asked ...
    std::string_view subject_kind;
    std::string_view subject_id;
};

struct Notice {
    NoticeId id;
    std::string kind, subject_kind, subject_id;
    UserId by;
    Instant at;
    bool is_seen;
};

// Tells each of them once, but not the actor, who knows. Part of the work that it tells of.
void tell(access::Work& work, std::vector<UserId> const& whom, News const& news);

// The actor's own: those not seen yet, then those of the last thirty days; newest first.
std::vector<Notice> mine(access::Work& work, int limit);

// NotFound no_such_notice. One that was seen already stays so.
Result<Done> mark_seen(access::Work& work, NoticeId const& id);

}  // namespace waymark::notices
