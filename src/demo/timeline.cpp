#include "timeline.h"

#include "access/gate.h"
#include "demo.h"

namespace waymark::demo {

namespace {

// Enough to make commits cheap, few enough that PostgreSQL's locks and our memory stay small.
constexpr int kActsInTransaction = 400;

}  // namespace

void Timeline::at(Instant when, std::optional<UserId> who, Act act) {
    if (when > end_) return;
    queue_.push({std::max(when, now_), planned_++, std::move(who), std::move(act)});
}

void Timeline::play_one(store::Transaction& tx, Planned const& planned) {
    auto const clock = clock_at(planned.when);
    if (planned.who) {
        auto work = expect("act", access::Gate::on_behalf_of(tx, *planned.who, clock, "demo"));
        planned.act(work);
        auto notes = work.pending();
        pending_.insert(pending_.end(), notes.begin(), notes.end());
        return;
    }
    auto work = access::Gate::for_system(tx, partnership_, clock, "demo");
    planned.act(work);
    auto notes = work.pending();
    pending_.insert(pending_.end(), notes.begin(), notes.end());
}

void Timeline::play(Instant until) {
    while (!queue_.empty() && queue_.top().when < until) {
        auto tx = database_.begin(store::Mode::Write, store::Deadline::never());
        for (int i = 0; i < kActsInTransaction; ++i) {
            if (queue_.empty() || queue_.top().when >= until) break;
            auto const planned = queue_.top();
            queue_.pop();
            now_ = planned.when;
            play_one(tx, planned);
        }
        audit::append(tx, pending_);
        pending_.clear();
        tx.commit();
    }
    now_ = std::max(now_, std::min(until, end_));
}

void refuse_to_go_on(char const* what, Error const& error) {
    std::string message = std::string{"the demonstration was refused: "} + what + ": " + error.code;
    for (auto const& field : error.fields) message += " " + field.field + "=" + field.code;
    throw CannotMake(message);
}

Instant at_work(Date day, double share) {
    auto const weekday = std::chrono::weekday{day.days}.c_encoding();
    if (weekday == 6) day = add_days(day, 2);
    if (weekday == 0) day = add_days(day, 1);
    auto const minutes = std::chrono::minutes{8 * 60 + 30 + static_cast<int>(share * 8.5 * 60)};
    return start_of_london_day(day) + minutes;
}

}  // namespace waymark::demo
