#include "choosing.h"

#include "foundation/text.h"

#include <map>
#include <stdexcept>

namespace waymark::referrals {

namespace {

// ID:SCORE of each, as they compare with what was entered; a score is left out when the reader
// cannot come upon that person by it any more.
std::string shown_text(access::Work& work, people::Person const& entered,
                       std::vector<PersonId> const& shown) {
    if (shown.empty()) return {};
    std::map<PersonId, int> scores;
    if (auto const matches = people::matches(work, entered, people::kMostShown)) {
        for (auto const& match : *matches) scores[match.summary.id] = match.comparison.score;
    }
    std::vector<std::string> parts;
    for (auto const& id : shown) {
        auto const found = scores.find(id);
        parts.push_back(found == scores.end() ? id.value
                                              : id.value + ":" + std::to_string(found->second));
    }
    return join(parts, ",");
}

}  // namespace

Chosen carry_out(access::Work& work, people::Person const& entered, Choice const& choice,
                 std::vector<access::Scope> const& scopes, access::Scope hub) {
    Chosen chosen{std::nullopt, shown_text(work, entered, choice.shown)};
    if (choice.choice == "known") {
        // Only the hub: others who know of the referral need not come to know a record by it.
        if (!people::file_under(work, *choice.person_id, {hub})) {
            throw std::logic_error("a person was checked to be visible and is not");
        }
        chosen.person_id = choice.person_id;
    }
    if (choice.choice == "new") {
        auto const made = people::create(work, entered, scopes);
        if (!made) throw std::logic_error("a person was checked and is refused");
        chosen.person_id = made->id;
    }
    return chosen;
}

void note_choice(access::Work& work, ReferralId const& id, std::int64_t revision,
                 std::string const& entry, std::string const& choice, Chosen const& chosen) {
    auto detail = entry + "," + choice;
    if (chosen.person_id) detail += "," + chosen.person_id->value;
    work.note({"referral.choose", "referral", id.value, revision, std::move(detail)});
}

}  // namespace waymark::referrals
