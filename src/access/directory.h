#pragma once

// The partnership's directory: hub areas, agencies, teams, and who its people are. Their accounts
// and roles are in accounts.h.
//
// Nothing is deleted: each entry has a first and, perhaps, a last valid day, so that what happened
// under a former council or by a former colleague still reads right. Changing anything needs
// Permission::Administer; edits carry the revision that was read and refuse with Stale.

#include "access/work.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::access {

struct Validity {
    Date from;
    std::optional<Date> to;  // the last day

    bool covers(Date day) const { return from <= day && (!to || *to >= day); }
};

struct Partnership {
    PartnershipId id;
    std::string name;
    bool is_demo;
};

struct Area {
    AreaId id;
    std::string code;  // three capital letters
    std::string name;
    std::string gss_code;
    Validity valid;
    std::int64_t revision = 1;
};

struct Agency {
    AgencyId id;
    std::string code;
    std::string name;
    std::string kind;  // police, council, fire, health, housing, charity, probation, school, other
    Validity valid;
    std::int64_t revision = 1;
};

struct Team {
    TeamId id;
    AgencyId agency;
    std::optional<AreaId> area;
    std::string name;
    Validity valid;
    std::int64_t revision = 1;
};

// Who somebody is, for showing beside what they did.
struct Colleague {
    UserId id;
    std::string name;
    AgencyId agency;
    std::string agency_name;
    std::string job_title;
    std::string phone;  // at work
};

// Outside any work, because there is nobody yet: `waymark user add` and the demonstration.
PartnershipId create_partnership(store::Transaction& tx, std::string_view name, bool is_demo,
                                 Clock clock);
std::vector<Partnership> partnerships(store::Transaction& tx);

Partnership partnership(Work& work);

// The whole directory of the actor's partnership: current entries, and former ones when asked.
enum class Include { Current, Former };
std::vector<Area> areas(Work& work, Include include = Include::Current);
std::vector<Agency> agencies(Work& work, Include include = Include::Current);
std::vector<Team> teams(Work& work, Include include = Include::Current);
Result<Area> area(Work& work, AreaId const& id);
Result<Agency> agency(Work& work, AgencyId const& id);
Result<Team> team(Work& work, TeamId const& id);

// Colleagues who can be given work: of one agency, or all, by name; at most `limit`.
std::vector<Colleague> colleagues(Work& work, std::optional<AgencyId> const& agency, int limit);
// Nothing for an id that is nobody's; former users are found too.
std::optional<Colleague> colleague(Work& work, std::string_view user_id);

// Whether this is somebody of the actor's partnership whose account holds today.
bool is_valid_today(Work& work, UserId const& user);

// Whether a colleague may do this in that hub today: by a role that they hold there, or in the
// whole partnership. For giving somebody work to do; what the actor may do, the actor says.
bool may_in(Work& work, UserId const& user, Permission permission, AreaId const& area);

// Who holds today, somewhere, a role that allows this, once for each such role: for telling those
// whom something concerns. Accounts that do not hold today are left out.
struct Holder {
    UserId user;
    AgencyId agency;
    std::string held_at, held_at_id;  // partnership, area or team
};
std::vector<Holder> who_may(Work& work, Permission permission);

// Whether anybody of this agency holds, held or will hold a role in a hub. What is one hub's must
// not be told to such an agency as a whole: its other hubs are strangers.
bool runs_hubs(Work& work, AgencyId const& agency);

// Each refuses with Forbidden, or Invalid naming every mistake at once.
Result<AreaId> create_area(Work& work, Area const& area);
Result<AgencyId> create_agency(Work& work, Agency const& agency);
Result<TeamId> create_team(Work& work, Team const& team);

Result<Area> update_area(Work& work, Area const& area);
Result<Agency> update_agency(Work& work, Agency const& agency);
Result<Team> update_team(Work& work, Team const& team);

// The scope under which records of this area, agency, team, user or partnership are filed. It
// exists from the entry's creation; asking for an unknown id is a programmer's mistake.
Scope scope_of(store::Transaction& tx, std::string_view entity_id);

}  // namespace waymark::access
