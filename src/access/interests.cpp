#include "access/interests.h"

#include "access/directory.h"
#include "foundation/text.h"
#include "interests_sql.h"

#include <algorithm>
#include <array>

namespace waymark::access {

namespace {

constexpr std::array<std::string_view, 4> kKinds{"self", "household", "family", "associate"};

bool may_oversee(Work const& work) {
    return work.actor().may(Permission::ReadAudit);
}

void check_words(std::vector<FieldError>& mistakes, std::string const& field,
                 std::string const& text) {
    if (!is_clean_utf8(text)) mistakes.push_back({field, "not_clean_text"});
    if (characters(text) > kLongestInterestNote) mistakes.push_back({field, "too_long"});
}

std::vector<FieldError> mistakes_in(Work& work, NewInterest const& request) {
    std::vector<FieldError> mistakes;
    if (!colleague(work, request.user.value)) mistakes.push_back({"user_id", "not_offered"});
    if (request.kind.empty()) {
        mistakes.push_back({"kind", "required"});
    } else if (std::find(kKinds.begin(), kKinds.end(), request.kind) == kKinds.end()) {
        mistakes.push_back({"kind", "not_offered"});
    }
    check_words(mistakes, "note", request.note);
    return mistakes;
}

}  // namespace

Result<Done> declare_interest(Work& work, NewInterest const& request) {
    bool const own = request.user == work.actor().user;
    if (!own && !may_oversee(work) && !work.actor().may(Permission::RunCases)) {
        return Error{Refusal::Forbidden, "not_allowed"};
    }
    if (auto mistakes = mistakes_in(work, request); !mistakes.empty()) {
        return invalid(std::move(mistakes));
    }
    hold_conflicts(work.tx());
    work.note({"interest.declare", "person", request.person.value, 1,
               request.kind + "," + request.user.value});
    if (work.tx().first(sql::kHasInterest, {request.user, request.person})) return Done{};
    work.tx().execute(sql::kInsertInterest,
                      {new_id<InterestId>(work.clock().now), work.actor().partnership, request.user,
                       request.person, request.kind, request.note, work.actor().user, work.now()});
    return Done{};
}

Result<std::vector<Interest>> interests(Work& work) {
    if (!may_oversee(work)) return Error{Refusal::Forbidden, "not_allowed"};
    std::vector<Interest> list;
    for (auto const& row :
         work.tx().all(sql::kInterests, {work.actor().partnership, work.actor().user})) {
        list.push_back({row.id<InterestId>("id"), row.id<UserId>("user_id"),
                        row.id<PersonId>("person_id"), row.text("kind"), row.text("note"),
                        row.text("declared_by"), row.instant("declared_at"),
                        row.integer("revision")});
    }
    work.note({"interest.list", "list", ""});
    return list;
}

Result<UserId> end_interest(Work& work, InterestId const& id, std::int64_t revision,
                            std::string const& reason) {
    if (!may_oversee(work)) return Error{Refusal::Forbidden, "not_allowed"};
    auto const row =
        work.tx().first(sql::kInterest, {id, work.actor().partnership, work.actor().user});
    if (!row) return not_found("no_such_interest");
    auto const user = row->id<UserId>("user_id");
    hold_conflicts(work.tx());
    std::vector<FieldError> mistakes;
    if (trimmed(reason).empty()) mistakes.push_back({"reason", "required"});
    check_words(mistakes, "reason", reason);
    if (!mistakes.empty()) return invalid(std::move(mistakes));
    auto const ended =
        work.tx().execute(sql::kEndInterest, {id, revision, work.actor().user, work.now(), reason});
    if (ended != 1) return stale();
    work.note({"interest.end", "interest", id.value, revision + 1, user.value});
    return user;
}

void hold_conflicts(store::Transaction& tx) {
    tx.execute(sql::kHoldConflicts, {});
}

std::optional<PersonId> person_of_interest(Work& work, InterestId const& id) {
    auto const row =
        work.tx().first(sql::kInterest, {id, work.actor().partnership, work.actor().user});
    if (!row) return std::nullopt;
    return row->id<PersonId>("person_id");
}

std::vector<PersonId> people_known_to(store::Transaction& tx, UserId const& user) {
    std::vector<PersonId> people;
    for (auto const& row : tx.all(sql::kPeopleKnownTo, {user})) {
        people.push_back(row.id<PersonId>("person_id"));
    }
    return people;
}

std::set<UserId> users_concerned_by(store::Transaction& tx, std::string const& record) {
    std::set<UserId> users;
    for (auto const& row : tx.all(sql::kUsersConcernedBy, {record})) {
        users.insert(row.id<UserId>("user_id"));
    }
    return users;
}

std::set<std::string> closed_to(store::Transaction& tx, UserId const& user) {
    std::set<std::string> ids;
    for (auto const& row : tx.all(sql::kClosedTo, {user})) ids.insert(row.text("record_id"));
    return ids;
}

void set_closed_to(store::Transaction& tx, UserId const& user, std::set<std::string> const& ids) {
    tx.execute(sql::kOpenAll, {user});
    for (auto const& id : ids) tx.execute(sql::kClose, {user, id});
}

}  // namespace waymark::access
