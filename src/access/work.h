#pragma once

// The piece of work that a use case is part of: who asks, in which transaction, at what time, and
// what it leaves in the audit. Only access makes one, and nothing inside commits, so nothing can be
// done by nobody, outside a transaction, at an unknown time or unrecorded.

#include "access/roles.h"
#include "access/scopes.h"
#include "audit/audit.h"
#include "foundation/dates.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "store/store.h"

#include <memory>
#include <string>
#include <vector>

namespace waymark::access {

struct Names;  // of the directory: memory.h

enum class SecondFactor { Off, On, Needed };  // needed: nothing else until one is set up

// A role that somebody holds today: where, and what it allows.
struct RoleInForce {
    std::string held_at_id;  // the partnership, an area or a team
    Permissions permissions;
};

struct Actor {
    UserId user;  // or system:<command>, for what an operator runs
    AgencyId agency;
    PartnershipId partnership;
    std::string name;         // shown to colleagues; never logged
    Permissions permissions;  // by any of their roles, wherever it is held
    std::vector<RoleInForce> roles;
    std::vector<Scope> scopes;  // what they may see; a partnership-wide reader has that one only
    std::vector<AreaId> areas;  // hubs where they hold a role
    std::vector<TeamId> teams;  // teams where they hold a role
    bool sees_partnership = false;  // holds a record-opening role in the whole partnership
    bool is_shut_out = false;       // knows somebody on record: interests.h
    SecondFactor second_factor = SecondFactor::Off;
    bool second_factor_required = false;  // the last one stays

    // What an operator runs, and not somebody with an account.
    bool is_system() const { return user.value.starts_with("system:"); }

    bool may(Permission permission) const {
        return permissions.test(static_cast<std::size_t>(permission));
    }
    // What needs a role of the place itself: what one role allows elsewhere does not count here.
    bool may_at(Permission permission, std::string_view held_at_id) const;
    bool may_in(Permission permission, AreaId const& area) const;  // the hub, or partnership-wide
    bool works_in(AreaId const& area) const;  // holds a role in that hub, or partnership-wide
};

class Work {
  public:
    Work(Work&&) = default;
    Work& operator=(Work&&) = delete;

    store::Transaction& tx() { return *tx_; }
    Actor const& actor() const { return actor_; }
    Clock const& clock() const { return clock_; }
    std::string now() const { return to_text(clock_.now); }

    // An entry in the audit; written when the work is finished, with it or not at all. What one
    // piece of work looks at again is one consultation: the same note is taken once.
    void note(audit::Note note);
    std::vector<audit::Note> const& notes() const { return notes_; }

    audit::Origin origin() const {
        return {actor_.user.value, actor_.agency.value, request_id_, clock_.now};
    }
    std::vector<audit::Pending> pending() const;

    // The names of the directory, where they are remembered; null where they must be asked for, as
    // in work that may change them.
    Names const* names() const { return names_.get(); }

  private:
    friend class Gate;
    Work(store::Transaction& tx, Actor actor, Clock clock, std::string request_id)
        : tx_(&tx), actor_(std::move(actor)), clock_(clock), request_id_(std::move(request_id)) {}

    store::Transaction* tx_;
    Actor actor_;
    Clock clock_;
    std::string request_id_;
    std::vector<audit::Note> notes_;
    std::shared_ptr<Names const> names_;
};

// The ids of what a list shows, for Note::shown: who is named in a list is looked at.
template <class List, class IdOf>
std::vector<std::string> ids_of(List const& list, IdOf id_of) {
    std::vector<std::string> ids;
    ids.reserve(list.size());
    for (auto const& one : list) ids.push_back(id_of(one).value);
    return ids;
}

// What an edit that came too late is told.
inline Error stale() {
    return {Refusal::Stale, "changed_by_someone_else"};
}
inline Error not_found(std::string code) {
    return {Refusal::NotFound, std::move(code)};
}

}  // namespace waymark::access
