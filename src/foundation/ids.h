#pragma once

// Identifiers. Each kind of thing has a type of its own, so a person's id cannot be passed where a
// case's is wanted. The value is a UUID version 7 (RFC 9562) in its usual 36 characters: it sorts
// by the time it was made, and says nothing else.

#include "foundation/dates.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace waymark {

template <class Tag>
struct Id {
    std::string value;

    auto operator<=>(Id const&) const = default;
    bool empty() const { return value.empty(); }
};

using PartnershipId = Id<struct PartnershipTag>;
using AreaId = Id<struct AreaTag>;
using AgencyId = Id<struct AgencyTag>;
using TeamId = Id<struct TeamTag>;
using UserId = Id<struct UserTag>;
using PersonId = Id<struct PersonTag>;
using PlaceId = Id<struct PlaceTag>;
using ReferralId = Id<struct ReferralTag>;
using CaseId = Id<struct CaseTag>;

// A new UUID version 7: 48 bits of `at`, then 74 random bits from the kernel.
std::string new_uuid(Instant at);

// Whether text has the form of a UUID, so that nothing else reaches a query as an id.
bool is_uuid(std::string_view text);

template <class TypedId>
TypedId new_id(Instant at) {
    return TypedId{new_uuid(at)};
}

// `bytes` random bytes from the kernel as lower-case hexadecimal: tokens and salts.
std::string random_hex(std::size_t bytes);

// A number for people to say, drawn at random so that nobody learns from two of them how many lie
// between: of four digits, or of as many as leave at least half of them unused after `used` were
// drawn. The caller draws again when it is taken.
std::string drawn_number(std::int64_t used);

}  // namespace waymark
