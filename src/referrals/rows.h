#pragma once

// From rows to what the door shows.

#include "referrals/referrals.h"

#include "store/store.h"

namespace waymark::referrals {

// Without the owner's name, which its list looks up.
ReferralSummary summary_from(access::Work const& work, store::Row const& row);
Said said_from(store::Row const& row);
ReferralPerson person_from(store::Row const& row);

// The first words of what happened, on one line: at most 80 characters, cut between words.
std::string headline_of(std::string_view what_happened);

// Empty for an id that is nobody's.
std::string name_of(access::Work& work, std::optional<std::string> const& user_id);
void add_owner_names(access::Work& work, std::vector<ReferralSummary>& rows);

// Whether it is the hub's to triage, and this actor's.
bool may_triage(access::Work const& work, std::optional<AreaId> const& area);

}  // namespace waymark::referrals
