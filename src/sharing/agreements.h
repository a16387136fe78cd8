#pragma once

// Information sharing agreements: between which agencies, for which purposes, through which
// gateways of law, until when (Information Commissioner's data sharing code of practice). Nothing
// new is shared under one that is not in force; what was shared under it lasts until its own end.

#include "access/work.h"

#include <optional>
#include <string>
#include <vector>

namespace waymark::sharing {

using AgreementId = Id<struct AgreementTag>;

inline constexpr std::size_t kLongestTitle = 200;
inline constexpr std::size_t kLongestCovers = 2000;

// A purpose, or a gateway: the law that lets something be shared.
struct Code {
    std::string code;
    std::string name;
    std::string source;  // where it is from
};
std::vector<Code> purposes(access::Work& work);  // that may be chosen today
std::vector<Code> gateways(access::Work& work);

// A limit that policy sets, as it holds today: longest_grant_days, emergency_minutes,
// emergency_review_working_days, ask_answer_working_days.
std::int64_t limit(access::Work& work, std::string_view code);

struct Agreement {
    AgreementId id;
    std::string title;
    std::string covers;  // what kinds of information, in words
    Date starts_on;
    Date review_on;
    Date ends_on;  // the last day on which anything is shared under it
    std::vector<AgencyId> parties;
    std::vector<std::string> purposes;
    std::vector<std::string> gateways;
    std::int64_t revision = 1;

    bool in_force(Date day) const { return starts_on <= day && day <= ends_on; }
    bool names(AgencyId const& agency) const;
};

// Every agreement of the partnership, those that end last first. Open to anybody signed in: they
// hold nothing about anybody.
std::vector<Agreement> agreements(access::Work& work);
std::optional<Agreement> agreement(access::Work& work, AgreementId const& id);

// Need ManageAgreements: Forbidden `not_allowed`. Refuse with Invalid: `title` required, too_long,
// not_clean_text; `covers` too_long, not_clean_text; `review_on` before_start, after_end; `ends_on`
// before_start; `parties` too_few (of two), not_offered; `purposes`, `gateways` required,
// not_offered. Changing: NotFound `no_such_agreement`, Stale.
Result<AgreementId> create_agreement(access::Work& work, Agreement const& agreement);
Result<std::int64_t> change_agreement(access::Work& work, Agreement const& agreement);

}  // namespace waymark::sharing
