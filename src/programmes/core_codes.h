#pragma once

// The codes that other modules rely on by name, and that make hubs' figures comparable. A programme
// may offer more; it may not lack one of these.

#include <string_view>
#include <vector>

namespace waymark::programmes {

struct CoreList {
    std::string_view list;  // as in all_lists
    std::vector<std::string_view> codes;
};

std::vector<CoreList> const& core_lists();

// What reports add closing reasons up under.
inline constexpr std::string_view kClosingGroups[] = {"resolved", "not_resolved", "not_for_us"};
// Whether a referral decision leads to work on a case.
inline constexpr std::string_view kDecisionGroups[] = {"accepted", "not_accepted"};

}  // namespace waymark::programmes
