#include "access/directory.h"

#include "access_sql.h"
#include "accounts_sql.h"
#include "directory_checks.h"
#include "directory_rows.h"
#include "directory_sql.h"
#include "foundation/text.h"

#include <algorithm>
#include <set>

namespace waymark::access {

namespace {

using store::text_of;

std::vector<FieldError> mistakes_in(Area const& area) {
    std::vector<FieldError> mistakes;
    bool const three_capitals =
        area.code.size() == 3 && std::all_of(area.code.begin(), area.code.end(),
                                             [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!three_capitals) mistakes.push_back({"code", "three_capitals"});
    check_name(mistakes, "name", area.name);
    check_validity(mistakes, area.valid);
    return mistakes;
}

std::vector<FieldError> mistakes_in(Agency const& agency) {
    static std::set<std::string> const kinds = {"police",  "council", "fire",
                                                "health",  "housing", "probation",
                                                "charity", "school",  "other"};
    std::vector<FieldError> mistakes;
    check_name(mistakes, "code", agency.code);
    check_name(mistakes, "name", agency.name);
    if (!kinds.contains(agency.kind)) mistakes.push_back({"kind", "not_offered"});
    check_validity(mistakes, agency.valid);
    return mistakes;
}

std::vector<FieldError> mistakes_in(Work& work, Team const& team) {
    std::vector<FieldError> mistakes;
    check_name(mistakes, "name", team.name);
    if (!agency(work, team.agency)) mistakes.push_back({"agency_id", "not_found"});
    if (team.area && !area(work, *team.area)) mistakes.push_back({"area_id", "not_found"});
    check_validity(mistakes, team.valid);
    return mistakes;
}

// An entry that is remembered.
template <class Key, class Entry>
Result<Entry> known(std::map<Key, Entry> const& entries, Key const& id, char const* code) {
    auto const found = entries.find(id);
    if (found == entries.end()) return not_found(code);
    return found->second;
}

}  // namespace

PartnershipId create_partnership(store::Transaction& tx, std::string_view name, bool is_demo,
                                 Clock clock) {
    auto const id = new_id<PartnershipId>(clock.now);
    tx.execute(sql::kInsertPartnership, {id, name, is_demo ? 1 : 0, to_text(clock.now)});
    add_scope(tx, "partnership", id.value);
    return id;
}

std::vector<Partnership> partnerships(store::Transaction& tx) {
    std::vector<Partnership> list;
    for (auto const& row : tx.all(sql::kPartnerships, {})) {
        list.push_back({row.id<PartnershipId>("id"), row.text("name"), row.flag("is_demo")});
    }
    return list;
}

Partnership partnership(Work& work) {
    if (auto const* names = work.names()) return names->partnership;
    auto const row = work.tx().first(sql::kPartnership, {work.actor().partnership});
    if (!row) throw store::Failure("the actor's partnership is not in the database");
    return {row->id<PartnershipId>("id"), row->text("name"), row->flag("is_demo")};
}

std::vector<Area> areas(Work& work, Include include) {
    std::vector<Area> list;
    auto const rows =
        work.tx().all(sql::kAreas, {work.actor().partnership, include == Include::Former ? 1 : 0,
                                    to_text(work.clock().today)});
    for (auto const& row : rows) list.push_back(area_from(row));
    return list;
}

std::vector<Agency> agencies(Work& work, Include include) {
    std::vector<Agency> list;
    auto const rows =
        work.tx().all(sql::kAgencies, {work.actor().partnership, include == Include::Former ? 1 : 0,
                                       to_text(work.clock().today)});
    for (auto const& row : rows) list.push_back(agency_from(row));
    return list;
}

std::vector<Team> teams(Work& work, Include include) {
    std::vector<Team> list;
    auto const rows =
        work.tx().all(sql::kTeams, {work.actor().partnership, include == Include::Former ? 1 : 0,
                                    to_text(work.clock().today)});
    for (auto const& row : rows) list.push_back(team_from(row));
    return list;
}

Result<Area> area(Work& work, AreaId const& id) {
    if (auto const* names = work.names()) return known(names->areas, id, "no_such_area");
    auto const row = work.tx().first(sql::kArea, {id, work.actor().partnership});
    if (!row) return not_found("no_such_area");
    return area_from(*row);
}

Result<Agency> agency(Work& work, AgencyId const& id) {
    if (auto const* names = work.names()) return known(names->agencies, id, "no_such_agency");
    auto const row = work.tx().first(sql::kAgency, {id, work.actor().partnership});
    if (!row) return not_found("no_such_agency");
    return agency_from(*row);
}

Result<Team> team(Work& work, TeamId const& id) {
    if (auto const* names = work.names()) return known(names->teams, id, "no_such_team");
    auto const row = work.tx().first(sql::kTeam, {id, work.actor().partnership});
    if (!row) return not_found("no_such_team");
    return team_from(*row);
}

std::vector<Colleague> colleagues(Work& work, std::optional<AgencyId> const& agency, int limit) {
    std::vector<Colleague> list;
    auto const rows = work.tx().all(
        sql::kColleagues, {work.actor().partnership, agency, to_text(work.clock().today), limit});
    for (auto const& row : rows) list.push_back(colleague_from(row));
    return list;
}

std::optional<Colleague> colleague(Work& work, std::string_view user_id) {
    if (auto const* names = work.names()) {
        auto const found = names->colleagues.find(user_id);
        return found == names->colleagues.end() ? std::nullopt : std::optional{found->second};
    }
    auto const row = work.tx().first(sql::kColleague, {user_id, work.actor().partnership});
    if (!row) return std::nullopt;
    return colleague_from(*row);
}

bool is_valid_today(Work& work, UserId const& user) {
    auto const account = work.tx().first(sql::kUser, {user, to_text(work.clock().today)});
    return account && account->text("partnership_id") == work.actor().partnership.value;
}

bool may_in(Work& work, UserId const& user, Permission permission, AreaId const& area) {
    auto const today = work.clock().today;
    if (!is_valid_today(work, user)) return false;
    auto const roles = work.tx().all(sql::kRolesOf, {user});
    return std::any_of(roles.begin(), roles.end(), [&](store::Row const& row) {
        auto const* role = find_role(row.text("role"));
        bool const there =
            row.text("held_at") == "partnership" || row.text("held_at_id") == area.value;
        return role != nullptr && there && !row.text("approved_by").empty() &&
               validity_from(row).covers(today) &&
               role->permissions.test(static_cast<std::size_t>(permission));
    });
}

std::vector<Holder> who_may(Work& work, Permission permission) {
    std::vector<Holder> holders;
    for (auto const& row :
         work.tx().all(sql::kRolesHeld, {work.actor().partnership, to_text(work.clock().today)})) {
        auto const* role = find_role(row.text("role"));
        if (role == nullptr || !role->permissions.test(static_cast<std::size_t>(permission))) {
            continue;
        }
        holders.push_back({row.id<UserId>("user_id"), row.id<AgencyId>("agency_id"),
                           row.text("held_at"), row.text("held_at_id")});
    }
    return holders;
}

bool runs_hubs(Work& work, AgencyId const& agency) {
    return work.tx().first(sql::kRunsHubs, {agency}).has_value();
}

Result<AreaId> create_area(Work& work, Area const& area) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    auto mistakes = mistakes_in(area);
    for (auto const& other : areas(work, Include::Former)) {
        if (other.code == area.code) mistakes.push_back({"code", "taken"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const id = new_id<AreaId>(work.clock().now);
    work.tx().execute(sql::kInsertArea,
                      {id, work.actor().partnership, area.code, trimmed(area.name), area.gss_code,
                       to_text(area.valid.from), text_of(area.valid.to)});
    add_scope(work.tx(), "area", id.value);
    work.note({"area.create", "area", id.value, 1});
    return id;
}

Result<AgencyId> create_agency(Work& work, Agency const& agency) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    auto mistakes = mistakes_in(agency);
    for (auto const& other : agencies(work, Include::Former)) {
        if (other.code == agency.code) mistakes.push_back({"code", "taken"});
    }
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const id = new_id<AgencyId>(work.clock().now);
    work.tx().execute(sql::kInsertAgency,
                      {id, work.actor().partnership, agency.code, trimmed(agency.name), agency.kind,
                       to_text(agency.valid.from), text_of(agency.valid.to)});
    add_scope(work.tx(), "agency", id.value);
    work.note({"agency.create", "agency", id.value, 1});
    return id;
}

Result<TeamId> create_team(Work& work, Team const& team) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    auto mistakes = mistakes_in(work, team);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const id = new_id<TeamId>(work.clock().now);
    work.tx().execute(sql::kInsertTeam, {id, team.agency, team.area, trimmed(team.name),
                                         to_text(team.valid.from), text_of(team.valid.to)});
    add_scope(work.tx(), "team", id.value);
    work.note({"team.create", "team", id.value, 1});
    return id;
}

Result<Area> update_area(Work& work, Area const& area) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    if (auto mistakes = mistakes_in(area); !mistakes.empty()) return invalid(std::move(mistakes));
    auto const rows = work.tx().execute(
        sql::kUpdateArea, {area.id, work.actor().partnership, area.revision, trimmed(area.name),
                           area.gss_code, to_text(area.valid.from), text_of(area.valid.to)});
    return changed(work, rows, "area", area.id.value, area.revision,
                   [&] { return access::area(work, area.id); });
}

Result<Agency> update_agency(Work& work, Agency const& agency) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    if (auto mistakes = mistakes_in(agency); !mistakes.empty()) return invalid(std::move(mistakes));
    auto const rows = work.tx().execute(
        sql::kUpdateAgency,
        {agency.id, work.actor().partnership, agency.revision, trimmed(agency.name), agency.kind,
         to_text(agency.valid.from), text_of(agency.valid.to)});
    return changed(work, rows, "agency", agency.id.value, agency.revision,
                   [&] { return access::agency(work, agency.id); });
}

Result<Team> update_team(Work& work, Team const& team) {
    if (!work.actor().may(Permission::Administer)) return not_an_administrator();
    auto const known = access::team(work, team.id);
    if (!known) return known.error();
    if (auto mistakes = mistakes_in(work, team); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    auto const rows =
        work.tx().execute(sql::kUpdateTeam, {team.id, team.revision, team.area, trimmed(team.name),
                                             to_text(team.valid.from), text_of(team.valid.to)});
    return changed(work, rows, "team", team.id.value, team.revision,
                   [&] { return access::team(work, team.id); });
}

Scope scope_of(store::Transaction& tx, std::string_view entity_id) {
    auto const row = tx.first(sql::kScopeNumber, {entity_id});
    if (!row) throw store::Failure("an area, agency, team or user has no scope");
    return row->integer("number");
}

}  // namespace waymark::access
