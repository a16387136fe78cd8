#include "cases/conflicts.h"

#include "access/gate.h"
#include "conflicts_sql.h"
#include "filing.h"
#include "people/people.h"
#include "standing.h"

#include <algorithm>
#include <set>

namespace waymark::cases {

namespace {

template <class RecordId>
void add(std::set<RecordId>& ids, std::vector<store::Row> const& rows, char const* column) {
    for (auto const& row : rows) ids.insert(row.id<RecordId>(column));
}

std::set<PersonId> people_closed_to(store::Transaction& tx, UserId const& user) {
    std::set<PersonId> people;
    for (auto const& known : access::people_known_to(tx, user)) {
        people.insert(known);
        add(people, tx.all(sql::kInCasesWith, {known}), "person_id");
    }
    return people;
}

std::set<CaseId> cases_with(store::Transaction& tx, std::set<PersonId> const& people) {
    std::set<CaseId> cases;
    for (auto const& person : people) add(cases, tx.all(sql::kCasesWith, {person}), "case_id");
    return cases;
}

// A place that another case has too is known by that one.
std::set<PlaceId> places_only_in(store::Transaction& tx, std::set<CaseId> const& cases) {
    std::set<PlaceId> places;
    for (auto const& one : cases) add(places, tx.all(sql::kPlacesIn, {one}), "place_id");
    std::erase_if(places, [&](PlaceId const& place) {
        auto const rows = tx.all(sql::kCasesAt, {place});
        return std::any_of(rows.begin(), rows.end(), [&](store::Row const& row) {
            return !cases.contains(row.id<CaseId>("case_id"));
        });
    });
    return places;
}

// Takes what is the user's to do in the case. Whose act it follows from stands in the chronology
// and the audit: that the server took somebody off a case would tell every colleague why. Not by
// cases::update, which holds a new lead to be one of today's agencies: here it only ends.
void let_go(access::Work& work, access::Work& server, CaseId const& id, UserId const& user) {
    if (auto const led = work.tx().first(sql::kEndLead, {id, user, work.now()})) {
        write_entries(work, id, {{.kind = "lead", .detail = led->text("lead_agency_id")}});
        refile(server, id);
        work.note({"case.change", "case", id.value, led->integer("revision"), "lead_user_id"});
    }
    for (auto const& row : work.tx().all(sql::kLetActionsGo, {id, user})) {
        work.note(
            {"action.change", "action", row.text("id"), row.integer("revision"), "owner_user_id"});
    }
}

// Writes anew what is closed to the user. The cases may be beyond the actor's sight, so the server
// files them.
void close_to(access::Work& work, UserId const& user) {
    auto& tx = work.tx();
    auto const people = people_closed_to(tx, user);
    auto const cases = cases_with(tx, people);
    auto server = access::Gate::for_system(tx, work.actor().partnership, work.clock(), "conflicts");
    std::set<std::string> ids;
    for (auto const& person : people) ids.insert(person.value);
    for (auto const& place : places_only_in(tx, cases)) ids.insert(place.value);
    for (auto const& one : cases) {
        ids.insert(one.value);
        let_go(work, server, one, user);
    }
    access::set_closed_to(tx, user, ids);
    audit::append(tx, server.pending());
}

}  // namespace

Result<Done> declare_interest(access::Work& work, access::NewInterest const& request) {
    auto const found = people::find(work, request.person);
    if (!found) return found.error();
    auto const done = access::declare_interest(work, request);
    if (done) close_to(work, request.user);
    return done;
}

Result<Done> end_interest(access::Work& work, access::InterestId const& id, std::int64_t revision,
                          std::string const& reason) {
    auto const person = access::person_of_interest(work, id);
    if (!person || people::summaries(work, {*person}).empty()) {
        return access::not_found("no_such_interest");
    }
    auto const whose = access::end_interest(work, id, revision, reason);
    if (!whose) return whose.error();
    close_to(work, *whose);
    return Done{};
}

void follow_conflicts(access::Work& work, CaseId const& id) {
    access::hold_conflicts(work.tx());
    std::set<UserId> users;
    for (auto const& row : work.tx().all(sql::kPeopleAndPlacesIn, {id})) {
        users.merge(access::users_concerned_by(work.tx(), row.text("record_id")));
    }
    for (auto const& user : users) close_to(work, user);
}

bool is_closed_to(access::Work& work, UserId const& user, CaseId const& id) {
    return access::closed_to(work.tx(), user).contains(id.value);
}

}  // namespace waymark::cases
