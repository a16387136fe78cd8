// Conflicts of interest: who knows whom on record.

#include "cases/conflicts.h"
#include "http/case_json.h"
#include "http/names.h"
#include "http_sql.h"
#include "people/people.h"
#include "referrals/referrals.h"

#include <algorithm>

namespace waymark::http {

namespace {

Response declare_interest(access::Work& work, Services const&, Request& request) {
    auto& body = request.body;
    access::NewInterest const interest{
        .user = body.optional_id<UserId>("user_id").value_or(work.actor().user),
        .person = request.id<PersonId>(),
        .kind = body.text("kind"),
        .note = body.text("note", access::kLongestInterestNote)};
    if (auto const problems = body.problems(); !problems.empty()) return refuse(invalid(problems));
    auto const declared = cases::declare_interest(work, interest);
    if (!declared) return refuse(declared.error());
    referrals::let_go(work, interest.user);
    // Answers kept for a repeated request may show what is closed now.
    work.tx().execute(sql::kForgetRequestsOf, {interest.user});
    // The same whether or not it was there before.
    auto response = ok(JsonObject{});
    response.status = 201;
    return response;
}

Response list_interests(access::Work& work, Services const&, Request&) {
    auto const found = access::interests(work);
    if (!found) return refuse(found.error());
    std::vector<PersonId> ids;
    for (auto const& one : *found) ids.push_back(one.person);
    auto const people = people::summaries(work, ids);
    note_shown(work, "person", people);
    Names names{work};
    JsonArray rows;
    for (auto const& one : *found) {
        auto const person = std::find_if(people.begin(), people.end(), [&](auto const& summary) {
            return summary.id == one.person;
        });
        // Whom the reader does not see is not read of here either.
        if (person == people.end()) continue;
        rows.push_back(JsonObject{{"id", one.id.value},
                                  {"user_name", names.user(one.user.value)},
                                  {"person_id", one.person.value},
                                  {"person_name", full_name(*person)},
                                  {"kind", one.kind},
                                  {"note", one.note},
                                  {"declared_by_name", names.user(one.declared_by)},
                                  {"declared_at", to_text(one.declared_at)},
                                  {"revision", one.revision}});
    }
    return ok(JsonObject{{"interests", std::move(rows)}});
}

Response end_interest(access::Work& work, Services const&, Request& request) {
    auto const reason = request.body.text("reason", access::kLongestInterestNote);
    if (auto const problems = request.body.problems(); !problems.empty()) {
        return refuse(invalid(problems));
    }
    auto const ended =
        cases::end_interest(work, request.id<access::InterestId>(), request.revision(), reason);
    return ended ? no_content() : refuse(ended.error());
}

}  // namespace

std::vector<Route> interest_routes() {
    using enum access::Permission;
    return {
        {"POST", "/people/{id}/interests", ReadCases, "interest.declare", declare_interest,
         Mode::Write, Precondition::None, Create::Yes},
        {"GET", "/interests", ReadAudit, "interest.list", list_interests},
        {"PUT", "/interests/{id}/ending", ReadAudit, "interest.end", end_interest, Mode::Write,
         Precondition::IfMatch},
    };
}

}  // namespace waymark::http
