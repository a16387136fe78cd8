#include "filing.h"

#include "access/directory.h"
#include "filing_sql.h"
#include "people/people.h"
#include "places/places.h"
#include "sharing/grants.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace waymark::cases {

namespace {

using Scopes = std::vector<access::Scope>;

Scopes scopes_now(access::Work& work, CaseId const& id) {
    Scopes scopes;
    for (auto const& row : work.tx().all(sql::kScopesNow, {id})) {
        scopes.push_back(row.integer("scope"));
    }
    return scopes;
}

// What a case is filed under: whole, by whose it is and by what was granted at content depth; in
// part, by what was granted less deep to those who do not have it whole.
struct Filings {
    Scopes whole;
    std::map<access::Scope, sharing::Depth> in_part;
};

Filings filings_due(access::Work& work, CaseId const& id) {
    std::set<access::Scope> whole;
    for (auto const& row : work.tx().all(sql::kFiledUnder, {id})) {
        whole.insert(access::scope_of(work.tx(), row.text("entity_id")));
    }
    Filings filings;
    for (auto const& one : sharing::filings_of(work.tx(), id.value)) {
        auto const scope = access::scope_of(work.tx(), one.entity_id);
        if (one.depth == sharing::Depth::Content) {
            whole.insert(scope);
        } else {
            auto& depth = filings.in_part.try_emplace(scope, one.depth).first->second;
            depth = std::max(depth, one.depth);
        }
    }
    filings.whole.assign(whole.begin(), whole.end());
    std::erase_if(filings.in_part, [&](auto const& part) { return whole.contains(part.first); });
    return filings;
}

// Whoever may change a case sees everybody in it; that they do not would be a mistake of ours.
void expect(Result<Done> const& done) {
    if (!done)
        throw std::logic_error("a case has somebody or somewhere that its worker may not see");
}

// The scopes that have lost the case. Whoever recorded somebody keeps them: withdraw sees to that.
Scopes lost_from(Scopes before, Scopes const& now) {
    std::erase_if(before, [&](access::Scope scope) {
        return std::find(now.begin(), now.end(), scope) != now.end();
    });
    return before;
}

// Whom or what of the case no other case opens to each of these scopes.
template <class RecordId>
std::map<RecordId, Scopes> unknown_to(access::Work& work, store::Sql const& statement,
                                      CaseId const& id, Scopes const& scopes) {
    std::map<RecordId, Scopes> unknown;
    for (auto const scope : scopes) {
        for (auto const& row : work.tx().all(statement, {id, scope})) {
            unknown[row.id<RecordId>("id")].push_back(scope);
        }
    }
    return unknown;
}

// People and places go with the case when a scope loses it. Referrals stand above cases and cannot
// be asked, so a hub or agency may lose sight of somebody whom it also knows by a referral: that is
// the safe mistake, and being in a case of theirs again restores it.
void withdraw_from(access::Work& work, CaseId const& id, Scopes const& lost) {
    for (auto const& [person, scopes] :
         unknown_to<PersonId>(work, sql::kPeopleUnknownTo, id, lost)) {
        expect(people::withdraw(work, person, scopes));
    }
    for (auto const& [place, scopes] : unknown_to<PlaceId>(work, sql::kPlacesUnknownTo, id, lost)) {
        expect(places::withdraw(work, place, scopes));
    }
}

}  // namespace

void refile(access::Work& work, CaseId const& id) {
    auto const before = scopes_now(work, id);
    auto const filings = filings_due(work, id);
    auto const& scopes = filings.whole;
    work.tx().execute(sql::kUnfile, {id});
    work.tx().execute(sql::kUnfileInPart, {id});
    for (auto const& [scope, depth] : filings.in_part) {
        work.tx().execute(sql::kFileInPart, {scope, id, sharing::depth_code(depth)});
    }
    for (auto const scope : scopes) work.tx().execute(sql::kFile, {id, scope});
    refile_due(work, id);
    for (auto const& row : work.tx().all(sql::kPeopleNow, {id})) {
        expect(people::file_under(work, row.id<PersonId>("person_id"), scopes));
    }
    for (auto const& row : work.tx().all(sql::kPlacesNow, {id})) {
        expect(places::file_under(work, row.id<PlaceId>("place_id"), scopes));
    }
    // Last, while those who are in the case are held: nobody is sharing them elsewhere meanwhile.
    withdraw_from(work, id, lost_from(before, scopes));
}

void refile_due(access::Work& work, CaseId const& id) {
    work.tx().execute(sql::kUnfileDue, {id});
    work.tx().execute(sql::kFileDue, {id});
}

}  // namespace waymark::cases
