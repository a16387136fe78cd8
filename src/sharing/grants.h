#pragma once

// Grants: a record shared with an agency, a team or one person, as deep as it needs to be, for a
// purpose, under an agreement and a gateway, until an instant. A grant can be narrowed or ended,
// never widened: more is a new grant, decided anew.
//
// Nothing here asks whose the record is to give: the module of the record has done so, and follows
// what was granted with its filing. Every change is a disclosure in the audit.

#include "sharing/agreements.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::sharing {

using GrantId = Id<struct GrantTag>;

inline constexpr std::size_t kLongestReason = 2000;

// How much of a record: that it exists and whom to ring; a summary; all that a partner sees.
enum class Depth { Existence, Summary, Content };
std::string_view depth_code(Depth depth);
std::optional<Depth> depth_from(std::string_view code);

// What a grant came of: given as it is, with a partner brought in, to somebody who asked, or taken
// in an emergency.
enum class Origin { Given, Partner, Asked, Emergency };
std::string_view origin_code(Origin origin);

enum class To { Agency, Team, User };
std::string_view to_code(To to);
std::optional<To> to_from(std::string_view code);

// On what ground, and until which last day.
struct Terms {
    std::string purpose;
    std::string gateway;
    std::optional<AgreementId> agreement;  // needed between agencies
    Date ends_on;
};

struct NewGrant {
    std::string record_id;
    To to;
    std::string to_id;
    Depth depth = Depth::Content;
    Terms terms;
    std::string reason;
    Origin origin = Origin::Given;
};

struct Grant {
    GrantId id;
    std::string record_id;
    To to;
    std::string to_id;
    AgencyId to_agency;
    Depth depth;
    std::string purpose;  // not_recorded on those made before agreements were kept here
    std::string gateway;
    std::optional<AgreementId> agreement;
    std::string reason;
    std::string origin;
    UserId given_by;
    Instant given_at;
    Instant until;
    std::optional<Instant> ended_at;
    std::string ending;  // withdrawn, expired, partner_ended, replaced
    std::string end_reason;
    std::int64_t revision;
};

// What is wrong with what somebody wants to give: `to_id` not_offered; `purpose`, `gateway`
// required, not_offered, not_in_agreement; `agreement_id` required (between two agencies),
// not_offered, not_in_force, not_a_party (the giver's or the receiver's agency); `ends_on`
// in_the_past, too_late (beyond the agreement or longest_grant_days); `reason` required, too_long,
// not_clean_text; and whatever of the record the receiver must not know: `to_id` not_offered.
std::vector<FieldError> mistakes_in(access::Work& work, NewGrant const& request);

// The same for terms alone, of something shared with that agency.
std::vector<FieldError> mistakes_in(access::Work& work, AgencyId const& receiver,
                                    Terms const& terms);

// The terms that hold between the actor's agency and another one unless somebody chooses: of the
// agreement in force that both are parties of and that lasts longest, its first purpose and
// gateway. Nothing when there is no such agreement.
std::optional<Terms> usual_terms(access::Work& work, AgencyId const& receiver);

// Makes the grant, which has no mistakes, from now on.
GrantId give(access::Work& work, NewGrant const& request);

// A grant at content depth to the actor alone, for emergency_minutes, that is to be reviewed.
struct Emergency {
    GrantId grant;
    Instant until;
};
Emergency take(access::Work& work, std::string const& record_id, std::string const& reason);

// Those that hold or held on a record; that hold first, then latest first.
std::vector<Grant> grants_on(access::Work& work, std::string const& record_id);
// Nothing when there is no such grant on that record.
std::optional<Grant> grant_on(access::Work& work, std::string const& record_id, GrantId const& id);

// Makes a grant shallower or shorter. Refuses with NotFound `no_such_grant`, Conflict
// `already_ended`, Invalid `depth` wider, `ends_on` later, in_the_past, Stale. Gives the new
// revision.
struct Narrowing {
    GrantId id;
    std::string record_id;
    std::int64_t revision;
    Depth depth;
    Date ends_on;
};
Result<std::int64_t> narrow(access::Work& work, Narrowing const& request);

// Ends a grant now. Refuses with NotFound `no_such_grant`, Conflict `already_ended`, Stale.
enum class Ending { Withdrawn, PartnerEnded, Replaced };
Result<Done> end(access::Work& work, std::string const& record_id, GrantId const& id,
                 std::int64_t revision, Ending ending, std::string const& reason);
// The same for whoever holds it at whatever revision, when something else ends it.
void end_with(access::Work& work, GrantId const& id, Ending ending);

// Under whom a record is filed, how deep, by the grants that hold now.
struct Filing {
    std::string entity_id;  // agency, team or user
    Depth depth;
};
std::vector<Filing> filings_of(store::Transaction& tx, std::string const& record_id);

// Ends at most `most` of the grants of this partnership that are over, and gives them; the caller
// files their records anew in the same transaction. When none is left, what is next to end is
// known again.
std::vector<Grant> end_what_is_over(access::Work& work, int most);

// What an emergency was about, for who reviews it. Latest first; those that wait for their review
// before the others.
struct Review {
    Grant grant;
    UserId user;
    Date review_due_on;
    std::string finding;  // justified, not_justified; empty while it waits
    std::string note;
    std::string reviewed_by;
    std::int64_t revision;
};
// Needs ReadAudit: Forbidden `not_allowed`. Without the actor's own.
Result<std::vector<Review>> emergencies(access::Work& work, int limit);
// The record that it opened; nothing when there is none, or it is the actor's own.
std::optional<std::string> record_of_emergency(access::Work& work, GrantId const& id);
// Refuses with NotFound `no_such_emergency` (one's own is none), Conflict `already_reviewed`,
// Stale, Invalid `finding` required, not_offered, `note` required, too_long, not_clean_text.
Result<Done> review_emergency(access::Work& work, GrantId const& id, std::int64_t revision,
                              std::string const& finding, std::string const& note);

}  // namespace waymark::sharing
