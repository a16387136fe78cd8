#include "filing.h"

#include "access/directory.h"
#include "filing_sql.h"
#include "people/people.h"
#include "places/places.h"

#include <stdexcept>

namespace waymark::cases {

namespace {

using Scopes = std::vector<access::Scope>;

Scopes scopes_due(access::Work& work, CaseId const& id) {
    Scopes scopes;
    for (auto const& row : work.tx().all(sql::kFiledUnder, {id})) {
        scopes.push_back(access::scope_of(work.tx(), row.text("entity_id")));
    }
    return scopes;
}

// Whoever may change a case sees everybody in it; that they do not would be a mistake of ours.
void expect(Result<Done> const& filed) {
    if (!filed)
        throw std::logic_error("a case has somebody or somewhere that its worker may not see");
}

}  // namespace

void refile(access::Work& work, CaseId const& id) {
    auto const scopes = scopes_due(work, id);
    work.tx().execute(sql::kUnfile, {id});
    for (auto const scope : scopes) work.tx().execute(sql::kFile, {id, scope});
    refile_due(work, id);
    for (auto const& row : work.tx().all(sql::kPeopleNow, {id})) {
        expect(people::file_under(work, row.id<PersonId>("person_id"), scopes));
    }
    for (auto const& row : work.tx().all(sql::kPlacesNow, {id})) {
        expect(places::file_under(work, row.id<PlaceId>("place_id"), scopes));
    }
}

void refile_due(access::Work& work, CaseId const& id) {
    work.tx().execute(sql::kUnfileDue, {id});
    work.tx().execute(sql::kFileDue, {id});
}

}  // namespace waymark::cases
