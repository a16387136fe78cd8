#pragma once

// Who may know a case besides its hub: sharing it, asking for it, opening it in an emergency, and
// what is known of it in part. What a grant is, and its refusals, stand in sharing/grants.h.

#include "cases/cases.h"
#include "sharing/asks.h"
#include "sharing/grants.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::cases {

// Everybody that the case is or was shared with, partners among them. Needs ReadCases, and to see
// the case.
Result<std::vector<sharing::Grant>> shared_with(access::Work& work, CaseId const& id);

// All three need running. Sharing refuses with Invalid as sharing::mistakes_in says, and Conflict
// `already_shared` when the same receiver has it as deep already. An open or closed case is shared
// alike. Ending refuses with Conflict `end_partner_instead` for what came with a partner.
Result<sharing::GrantId> share(access::Work& work, CaseId const& id,
                               sharing::NewGrant const& request);
Result<std::int64_t> narrow_share(access::Work& work, CaseId const& id,
                                  sharing::Narrowing const& request);
Result<Done> end_share(access::Work& work, CaseId const& id, sharing::GrantId const& grant,
                       std::int64_t revision, std::string const& reason);

// Opens a case that the actor does not see, for some minutes, to them alone. Its people and places
// open with it. Needs OpenInEmergency. Refuses with NotFound `no_such_case` (also for one that a
// conflict of interest closes to them), Conflict `already_open_to_you`, Invalid `reason` required,
// too_long, not_clean_text.
struct OpenedInEmergency {
    CaseId id;
    Instant until;
};
Result<OpenedInEmergency> open_in_emergency(access::Work& work, std::string_view reference,
                                            std::string const& reason);

// Emergencies on cases that the actor sees, and what came of their review: sharing::emergencies and
// sharing::review_emergency, of these cases alone.
struct Emergency {
    std::string reference;
    sharing::Review review;
};
Result<std::vector<Emergency>> emergencies(access::Work& work, int limit);
Result<Done> review_emergency(access::Work& work, sharing::GrantId const& id, std::int64_t revision,
                              std::string const& finding, std::string const& note);

// Needs ReadCases. Refuses as sharing::ask; taken alike whether there is such a case or none.
Result<sharing::AskId> ask_for(access::Work& work, sharing::NewAsk const& request);
// What waits on cases that the actor runs.
Result<std::vector<sharing::Ask>> asks_to_decide(access::Work& work);
struct AskDecision {
    sharing::AskId id;
    std::int64_t revision;
    std::optional<sharing::Depth> depth;  // what is given; nothing refuses it
    sharing::Terms terms;                 // of what is given
    std::string answer;                   // to who asked
};
// Gives it to who asked, or refuses it. Refuses with NotFound `no_such_ask` when there is none on a
// case that the actor runs, and as sharing::decide and share do; what is wrong with who asked is
// `id` not_offered.
Result<Done> decide_ask(access::Work& work, AskDecision const& decision);

// Something in a case was wrong: it stands in the chronology, and everybody who opened the case is
// told, also who sees it no more. Refuses as to run it; Invalid `what` required, too_long.
Result<Done> correct(access::Work& work, CaseId const& id, std::string const& what);

// A case known in part.
struct InPart {
    CaseId id;
    std::string reference;
    sharing::Depth depth;  // existence or summary
    AreaId area_id;
    AgencyId lead_agency_id;
    std::optional<UserId> lead_user_id;  // whom to ring
    // Of a summary alone:
    std::string programme_code, title, stage, risk_band;
    bool is_open = false;
    std::optional<Date> opened_on, closed_on, next_review_on;
};
// Those that the actor knows in part and not whole; newest first, at most kMostRows. Needs
// ReadCases.
Result<std::vector<InPart>> known_in_part(access::Work& work);

// Ends some of what is over, and files those cases anew; false when nothing is left. For the
// system.
bool end_what_is_over(access::Work& work);

}  // namespace waymark::cases
