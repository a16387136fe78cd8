#pragma once

// The two years of the demonstration, in order: what each person does, and when.
//
// An act runs as the work of one user at its own time in the past. Acts are played in order of
// time, many to a transaction, so the audit reads as it would have. What lies after the last day
// never happens: that is how cases come to stand in every stage.

#include "access/work.h"
#include "audit/audit.h"
#include "foundation/dates.h"
#include "foundation/ids.h"
#include "store/store.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <string>
#include <vector>

namespace waymark::demo {

using Act = std::function<void(access::Work&)>;

class Timeline {
  public:
    Timeline(store::Database& database, PartnershipId partnership, Instant end)
        : database_(database), partnership_(std::move(partnership)), end_(end) {}

    // Without a user, as the system. Acts of one time run in the order they were added. What lies
    // in the past of what has been played runs next.
    void at(Instant when, std::optional<UserId> who, Act act);
    // Plays everything before `until`, and commits.
    void play(Instant until);

    Instant end() const { return end_; }
    Instant now() const { return now_; }

  private:
    struct Planned {
        Instant when;
        std::uint64_t number;
        std::optional<UserId> who;
        Act act;
    };
    struct Later {
        bool operator()(Planned const& a, Planned const& b) const {
            return a.when != b.when ? a.when > b.when : a.number > b.number;
        }
    };
    void play_one(store::Transaction& tx, Planned const& planned);

    store::Database& database_;
    PartnershipId partnership_;
    Instant end_;
    Instant now_{};
    std::uint64_t planned_ = 0;
    std::priority_queue<Planned, std::vector<Planned>, Later> queue_;
    std::vector<audit::Pending> pending_;
};

// The value, or the end of the demonstration: a use case that refuses an act of ours shows that the
// demonstration has fallen behind the rules. The message holds codes only.
[[noreturn]] void refuse_to_go_on(char const* what, Error const& error);
template <class T>
T expect(char const* what, Result<T> result) {
    if (!result) refuse_to_go_on(what, result.error());
    return *std::move(result);
}

// Working hours of a weekday, on that day or the next that is one; `share` of the day has passed.
Instant at_work(Date day, double share);

}  // namespace waymark::demo
