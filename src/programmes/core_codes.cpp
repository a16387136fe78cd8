#include "core_codes.h"

namespace waymark::programmes {

std::vector<CoreList> const& core_lists() {
    static std::vector<CoreList> const kLists = {
        {"roles",
         {"victim", "reporter", "witness", "alleged_perpetrator", "both", "child_in_household",
          "professional"}},
        {"subject_kinds",
         {"person", "household", "place", "premises", "group", "theme", "business"}},
        {"classes", {"personal", "nuisance", "environmental"}},
        {"harm_test", {"met", "not_met", "not_known"}},
        {"intake_sources",
         {"self", "police", "council_service", "registered_provider", "fire", "health", "school",
          "charity", "councillor_or_mp", "business", "anonymous", "domestic_abuse_service",
          "import"}},
        {"referral_decisions",
         {"accept_new_case", "accept_existing_case", "advise", "signpost", "duplicate",
          "another_panel", "reject"}},
        {"action_results", {"done", "overtaken_by_events", "not_done_by_agency", "refused"}},
        {"outcome_results", {"met", "partly_met", "not_met", "no_longer_wanted", "not_known"}},
        {"closing_reasons",
         {"resolved_early_intervention", "resolved_formal_action", "insufficient_information",
          "passed_to_another_panel", "opened_in_error"}},
        {"update_channels",
         {"phone", "phone_no_message", "text", "email", "letter", "in_person", "named_person",
          "no_contact"}},
        {"not_told_reasons",
         {"no_contact_wanted", "anonymous", "no_safe_way", "not_reached", "no_victim",
          "would_harm"}},
        {"not_taken_reasons",
         {"declined", "no_safe_way_to_ask", "could_not_reach", "nobody_to_ask", "child",
          "not_asked", "not_comparable"}},
    };
    return kLists;
}

}  // namespace waymark::programmes
