#include "directory_rows.h"

#include "directory_sql.h"

namespace waymark::access {

namespace {

// Whatever the day: every entry that there is or was.
constexpr int kFormerToo = 1;
constexpr char const* kAnyDay = "9999-12-31";

template <class Key, class Entry>
std::map<Key, Entry> by_id(store::Transaction& tx, store::Sql const& sql,
                           PartnershipId const& partnership,
                           Entry (*entry_from)(store::Row const&)) {
    std::map<Key, Entry> entries;
    for (auto const& row : tx.all(sql, {partnership, kFormerToo, kAnyDay})) {
        auto entry = entry_from(row);
        entries.emplace(entry.id, std::move(entry));
    }
    return entries;
}

}  // namespace

Validity validity_from(store::Row const& row) {
    return {row.date("valid_from"), row.optional_date("valid_to")};
}

Area area_from(store::Row const& row) {
    return {row.id<AreaId>("id"),          row.text("code"),   row.text("name"),
            row.text_or_empty("gss_code"), validity_from(row), row.integer("revision")};
}

Agency agency_from(store::Row const& row) {
    return {row.id<AgencyId>("id"), row.text("code"),   row.text("name"),
            row.text("kind"),       validity_from(row), row.integer("revision")};
}

Team team_from(store::Row const& row) {
    return {row.id<TeamId>("id"),
            row.id<AgencyId>("agency_id"),
            row.optional_id<AreaId>("area_id"),
            row.text("name"),
            validity_from(row),
            row.integer("revision")};
}

Colleague colleague_from(store::Row const& row) {
    return {row.id<UserId>("id"),    row.text("name"),      row.id<AgencyId>("agency_id"),
            row.text("agency_name"), row.text("job_title"), row.text("phone")};
}

Names read_names(store::Transaction& tx, PartnershipId const& partnership) {
    Names names{.partnership = {},
                .areas = by_id<AreaId>(tx, sql::kAreas, partnership, area_from),
                .agencies = by_id<AgencyId>(tx, sql::kAgencies, partnership, agency_from),
                .teams = by_id<TeamId>(tx, sql::kTeams, partnership, team_from),
                .colleagues = {}};
    auto const row = tx.first(sql::kPartnership, {partnership});
    if (!row) throw store::Failure("the actor's partnership is not in the database");
    names.partnership = {row->id<PartnershipId>("id"), row->text("name"), row->flag("is_demo")};
    for (auto const& one : tx.all(sql::kEveryColleague, {partnership})) {
        auto colleague = colleague_from(one);
        names.colleagues.emplace(colleague.id.value, std::move(colleague));
    }
    return names;
}

}  // namespace waymark::access
