#include "one_case_story.h"

#include "access/interests.h"
#include "cases/case_people.h"
#include "cases/case_sharing.h"
#include "cases/conflicts.h"
#include "sharing/agreements.h"
#include "timeline.h"

#include <algorithm>

namespace waymark::demo {

namespace {

constexpr int kLookAt = 50;

struct Chosen {
    CaseId id;
    std::string reference;
    PersonId harmer;
};

Worker const& worker_of(std::vector<Worker> const& list, std::string_view agency) {
    auto const found = std::find_if(list.begin(), list.end(),
                                    [&](Worker const& one) { return one.agency_code == agency; });
    if (found == list.end()) throw store::Failure("the demonstration has no such agency");
    return *found;
}

bool has_partner(access::Work& work, CaseId const& id, AgencyId const& agency) {
    auto const partners = *cases::partners(work, id);
    return std::any_of(partners.begin(), partners.end(), [&](cases::CasePartner const& one) {
        return one.agency_id == agency && !one.to_on;
    });
}

// One that somebody is said to cause harm in, without either charity.
std::optional<Chosen> choose(access::Work& work, Hub const& hub, AgencyId const& one_charity,
                             AgencyId const& another) {
    cases::Filter filter;
    filter.area_id = hub.area;
    auto const page = *cases::list(work, filter, std::nullopt, kLookAt);
    for (auto const& row : page.rows) {
        auto const people = *cases::people(work, row.id);
        auto const harmer =
            std::find_if(people.begin(), people.end(), [](cases::CasePerson const& one) {
                return one.role == "alleged_perpetrator" && !one.to_on;
            });
        if (harmer == people.end() || has_partner(work, row.id, one_charity) ||
            has_partner(work, row.id, another)) {
            continue;
        }
        return Chosen{row.id, row.reference, harmer->person_id};
    }
    return std::nullopt;
}

void bring_in(access::Work& work, CaseId const& id, Worker const& partner) {
    expect("bring in", cases::bring_in_partner(
                           work, {.case_id = id,
                                  .agency_id = partner.agency,
                                  .team_id = partner.team,
                                  .reason = "Knows those involved and has a part in the plan",
                                  .terms = *sharing::usual_terms(work, partner.agency)}));
}

void share(access::Work& work, CaseId const& id, AgencyId const& agency, sharing::Depth depth) {
    sharing::NewGrant grant;
    grant.record_id = id.value;
    grant.to = sharing::To::Agency;
    grant.to_id = agency.value;
    grant.depth = depth;
    grant.terms = *sharing::usual_terms(work, agency);
    grant.reason = "So that they can support whoever is harmed";
    expect("share", cases::share(work, id, grant));
}

}  // namespace

OneCase make_one_case_story(store::Database& database, Directory const& directory, Instant end) {
    auto const hub = std::find_if(directory.hubs.begin(), directory.hubs.end(), [](Hub const& one) {
        return one.district->code == std::string_view{"SCA"};
    });
    auto const& summary_to = worker_of(directory.others, "victim_care");
    auto const& existence_to = worker_of(directory.others, "outreach");
    if (hub == directory.hubs.end() || hub->officers.size() < 2) return {};

    auto tx = database.begin(store::Mode::Write, store::Deadline::never());
    auto work = access::Gate::on_behalf_of(tx, hub->officers.front().user, clock_at(end), "demo");
    if (!work) throw store::Failure("the demonstration's officer has no account");
    auto const chosen = choose(*work, *hub, summary_to.agency, existence_to.agency);
    if (!chosen) return {};
    auto const& police = hub->police.front();
    if (!has_partner(*work, chosen->id, police.agency)) bring_in(*work, chosen->id, police);
    share(*work, chosen->id, summary_to.agency, sharing::Depth::Summary);
    share(*work, chosen->id, existence_to.agency, sharing::Depth::Existence);
    expect("conflict", cases::declare_interest(*work, {hub->officers.back().user, chosen->harmer,
                                                       "family", "Told their manager"}));
    access::Gate::finish(*work);

    auto const officer_with_conflict =
        "officer" + std::to_string(hub->officers.size()) + ".sca@demo.example";
    return {chosen->reference,
            {{"officer.sca@demo.example", "runs it, and sees all of it"},
             {"partner.police.sca@demo.example", "works on it: it is shared with the police"},
             {"refuge@demo.example", "sees a summary, and whom to ring"},
             {"adviser@demo.example", "sees that it is there, and whom to ring"},
             {officer_with_conflict, "does not find it: somebody in it is family"},
             {"officer.har@demo.example", "does not find it: it is another hub's"}}};
}

}  // namespace waymark::demo
