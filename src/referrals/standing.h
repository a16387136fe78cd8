#pragma once

// How the use cases of this module start: may the actor do this, do they see the referral, and
// where does it stand.

#include "referrals/referrals.h"

#include <string>
#include <string_view>
#include <vector>

namespace waymark::referrals {

inline Error not_allowed() {
    return {Refusal::Forbidden, "not_allowed"};
}

// Where a referral stands, as the row says. Read for a decision, never shown.
struct Standing {
    ReferralId id;
    std::string reference;  // empty of a draft
    std::string state;
    std::optional<AreaId> area_id;
    Said said;
    std::optional<Instant> received_at;
    std::optional<Instant> decided_at;
    std::int64_t revision;
};

// The referral if the actor may see it: else NotFound `no_such_referral`.
Result<Standing> to_see(access::Work& work, ReferralId const& id);
// One's own draft: Forbidden `not_allowed`, Conflict `already_sent`.
Result<Standing> to_write(access::Work& work, ReferralId const& id);
// For triage, in whatever state: Forbidden `not_allowed`, `not_your_area`.
Result<Standing> to_triage(access::Work& work, ReferralId const& id);
// The same of one that waits: Conflict `not_waiting`.
Result<Standing> to_triage_waiting(access::Work& work, ReferralId const& id);

// Keeps it from being changed until the transaction ends, and changes nothing; false when it is no
// longer at that revision.
bool hold(access::Work& work, ReferralId const& id, std::int64_t revision);

enum class Needed { Yes, No };
// Adds required, not_clean_text or too_long for a text that somebody wrote.
void check_text(std::vector<FieldError>& mistakes, std::string const& field,
                std::string const& text, std::size_t longest, Needed needed);
// Adds required or not_offered for a code that must be one of these.
void check_one_of(std::vector<FieldError>& mistakes, std::string const& field,
                  std::string const& code, std::vector<std::string_view> const& offered,
                  Needed needed);

}  // namespace waymark::referrals
