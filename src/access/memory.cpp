#include "access/memory.h"

#include "directory_rows.h"

namespace waymark::access {

std::optional<Memory::Remembered> Memory::find(std::int64_t version, Date today, UserId const& user,
                                               bool second_factor_required) {
    std::lock_guard const lock{mutex_};
    if (version != version_ || today != today_) return std::nullopt;
    auto const actor = actors_.find({user, second_factor_required});
    if (actor == actors_.end()) return std::nullopt;
    return Remembered{actor->second, names_.at(actor->second.partnership)};
}

std::shared_ptr<Names const> Memory::keep(store::Transaction& tx, std::int64_t version, Date today,
                                          Actor const& actor, bool second_factor_required) {
    {
        std::lock_guard const lock{mutex_};
        auto const known = names_.find(actor.partnership);
        if (version == version_ && today == today_ && known != names_.end()) {
            actors_.insert_or_assign({actor.user, second_factor_required}, actor);
            return known->second;
        }
    }
    // Read outside the lock: others go on with what they remember.
    auto const names = std::make_shared<Names const>(read_names(tx, actor.partnership));
    std::lock_guard const lock{mutex_};
    if (version < version_ || (version == version_ && today < today_)) return names;
    if (version != version_ || today != today_) {
        actors_.clear();
        names_.clear();
        version_ = version;
        today_ = today;
    }
    names_.insert_or_assign(actor.partnership, names);
    actors_.insert_or_assign({actor.user, second_factor_required}, actor);
    return names;
}

}  // namespace waymark::access
