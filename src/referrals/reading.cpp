// Reading referrals: one, the queue, and what waits in one's hubs.

#include "people/people.h"
#include "places/places.h"
#include "referrals/referrals.h"
#include "referrals_sql.h"
#include "rows.h"
#include "standing.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace waymark::referrals {

namespace {

using access::Permission;

// Later than any instant that is written, and earlier.
constexpr char const* kAfterAll = "9999";
constexpr char const* kBeforeAll = "";

bool may_read(access::Work const& work) {
    return work.actor().may(Permission::ReadCases) || work.actor().may(Permission::MakeReferrals);
}

// Leaves out which place of ours it was when the reader may not know of that place.
void keep_to_known_place(access::Work& work, Referral& referral) {
    auto& place = referral.said.place_id;
    if (place && places::summaries(work, {*place}).empty()) place.reset();
}

// Leaves out who somebody turned out to be when the reader may not know of that person.
void keep_to_known(access::Work& work, Referral& referral) {
    std::vector<PersonId> ids;
    for (auto const& person : referral.people) {
        if (person.person_id) ids.push_back(*person.person_id);
    }
    std::set<PersonId> known;
    if (!ids.empty()) {
        for (auto const& summary : people::summaries(work, ids)) known.insert(summary.id);
    }
    for (auto& person : referral.people) {
        if (!referral.may_triage) person.shown.clear();
        if (!person.person_id || known.contains(*person.person_id)) continue;
        person.choice.clear();
        person.person_id.reset();
        person.choice_at.reset();
        person.choice_by.reset();
    }
}

void add_case(access::Work& work, Referral& referral, CaseId const& id) {
    auto const seen = cases::summaries(work, {id});
    if (!seen || seen->empty()) return;
    referral.case_id = id;
    referral.case_reference = seen->front().reference;
}

Referral referral_from(access::Work& work, store::Row const& row) {
    Referral referral;
    static_cast<ReferralSummary&>(referral) = summary_from(work, row);
    if (referral.owner_user_id) referral.owner_name = name_of(work, referral.owner_user_id->value);
    referral.form = row.text("draft");
    referral.said = said_from(row);
    referral.decision_reason = row.text("decision_reason");
    referral.decided_at = row.optional_instant("decided_at");
    referral.decided_by_name = name_of(work, row.optional_text("decided_by"));
    referral.referrer_told_on = row.optional_date("referrer_told_on");
    referral.referrer_told_how = row.text("referrer_told_how");
    referral.created_by_name = name_of(work, row.text("created_by"));
    referral.may_triage = may_triage(work, referral.area_id);
    for (auto const& person : work.tx().all(sql::kPeople, {referral.id})) {
        referral.people.push_back(person_from(person));
    }
    keep_to_known(work, referral);
    keep_to_known_place(work, referral);
    if (auto const id = row.optional_id<CaseId>("case_id")) add_case(work, referral, *id);
    return referral;
}

std::vector<FieldError> mistakes_in(Filter const& filter) {
    std::vector<FieldError> mistakes;
    check_one_of(mistakes, "state", filter.state, {"draft", "waiting", "decided"}, Needed::Yes);
    if (filter.overdue && filter.state != "waiting") mistakes.push_back({"overdue", "not_offered"});
    return mistakes;
}

// A line with the time that it is sorted by.
struct Line {
    Cursor at;
    ReferralSummary summary;
};

std::vector<Line> lines_from(access::Work const& work, std::vector<store::Row> const& rows) {
    std::vector<Line> lines;
    for (auto const& row : rows) {
        lines.push_back(
            {{row.instant("sort_at"), row.id<ReferralId>("id")}, summary_from(work, row)});
    }
    return lines;
}

std::vector<Line> drafts(access::Work& work, std::optional<Cursor> const& after, int limit) {
    auto const at = after ? to_text(after->at) : kAfterAll;
    auto const id = after ? after->id.value : std::string{};
    return lines_from(work, work.tx().all(sql::kDrafts, {work.actor().user, at, id, limit}));
}

std::vector<Line> sent(access::Work& work, Filter const& filter, std::optional<AreaId> const& area,
                       std::optional<Cursor> const& after, int limit) {
    bool const oldest_first = filter.state == "waiting";
    auto const at = after ? to_text(after->at) : oldest_first ? kBeforeAll : kAfterAll;
    auto const id = after ? after->id.value : std::string{};
    if (!area && !filter.overdue) {
        return lines_from(
            work,
            access::all(work, oldest_first ? sql::kAllWaiting : sql::kAllDecided, {at, id, limit}));
    }
    std::optional<std::string> due_before;
    if (filter.overdue) due_before = to_text(work.clock().today);
    return lines_from(work, access::all(work, oldest_first ? sql::kWaiting : sql::kDecided,
                                        {at, id, limit, area, due_before}));
}

// Somebody may hold two roles in one hub.
std::set<AreaId> my_areas(access::Work const& work) {
    auto const& areas = work.actor().areas;
    return {areas.begin(), areas.end()};
}

// Each hub's own page, put together: a hub worker has one hub or a few.
std::vector<Line> sent_to_my_hubs(access::Work& work, Filter const& filter,
                                  std::optional<Cursor> const& after, int limit) {
    if (filter.area_id && !work.actor().works_in(*filter.area_id)) return {};
    if (filter.area_id || work.actor().sees_partnership) {
        return sent(work, filter, filter.area_id, after, limit);
    }
    std::vector<Line> all;
    for (auto const& area : my_areas(work)) {
        for (auto& line : sent(work, filter, area, after, limit)) all.push_back(std::move(line));
    }
    bool const oldest_first = filter.state == "waiting";
    std::sort(all.begin(), all.end(), [oldest_first](Line const& a, Line const& b) {
        auto const left = std::tie(a.at.at, a.at.id);
        auto const right = std::tie(b.at.at, b.at.id);
        return oldest_first ? left < right : right < left;
    });
    return all;
}

std::vector<Line> lines_of(access::Work& work, Filter const& filter,
                           std::optional<Cursor> const& after, int limit) {
    if (filter.state == "draft") return drafts(work, after, limit);
    if (filter.in_my_hubs) return sent_to_my_hubs(work, filter, after, limit);
    return sent(work, filter, filter.area_id, after, limit);
}

}  // namespace

Result<Referral> find(access::Work& work, ReferralId const& id) {
    if (!may_read(work)) return not_allowed();
    auto const row = access::first(work, sql::kFind, {id, work.actor().user});
    if (!row) return access::not_found("no_such_referral");
    auto referral = referral_from(work, *row);
    work.note({.action = "referral.read", .subject_kind = "referral", .subject_id = id.value});
    return referral;
}

Result<Page> queue(access::Work& work, Filter const& filter, std::optional<Cursor> const& after,
                   int limit) {
    if (!may_read(work)) return not_allowed();
    if (auto mistakes = mistakes_in(filter); !mistakes.empty()) return invalid(std::move(mistakes));
    auto const wanted = static_cast<std::size_t>(std::clamp(limit, 1, kMostRows));
    auto lines = lines_of(work, filter, after, static_cast<int>(wanted) + 1);
    Page page;
    if (lines.size() > wanted) {
        lines.resize(wanted);
        page.next = lines.back().at;
    }
    for (auto& line : lines) page.rows.push_back(std::move(line.summary));
    add_owner_names(work, page.rows);
    work.note({.action = "referral.list",
               .subject_kind = "list",
               .shown = access::ids_of(page.rows, [](auto const& one) { return one.id; })});
    return page;
}

Result<std::vector<ReferralSummary>> summaries(access::Work& work,
                                               std::vector<ReferralId> const& ids) {
    if (!may_read(work)) return not_allowed();
    std::map<ReferralId, ReferralSummary> found;
    for (auto const& row : access::all_of(work, sql::kSummaries, ids)) {
        found.emplace(row.id<ReferralId>("id"), summary_from(work, row));
    }
    std::vector<ReferralSummary> list;
    for (auto const& id : ids) {
        if (auto const at = found.find(id); at != found.end()) list.push_back(at->second);
    }
    add_owner_names(work, list);
    work.note({.action = "referral.list",
               .subject_kind = "list",
               .shown = access::ids_of(list, [](auto const& one) { return one.id; })});
    return list;
}

Result<Totals> totals(access::Work& work) {
    if (!may_read(work)) return not_allowed();
    Totals totals;
    auto const today = to_text(work.clock().today);
    auto const add = [&](std::optional<store::Row> const& counted) {
        totals.waiting += counted->integer("waiting");
        totals.overdue += counted->integer("overdue");
    };
    if (work.actor().sees_partnership) {
        add(access::first(work, sql::kCountWaiting, {today}));
    } else {
        for (auto const& area : my_areas(work)) {
            add(access::first(work, sql::kCountWaitingIn, {today, area}));
        }
    }
    totals.my_drafts = work.tx().first(sql::kCountDrafts, {work.actor().user})->integer("total");
    work.note({"referral.list", "list", ""});
    return totals;
}

}  // namespace waymark::referrals
