// The evidence that two records are about one person, added up.

#include "evidence.h"
#include "similarity.h"

#include <algorithm>
#include <array>

namespace waymark::matching {

namespace {

using Fields = PreparedPerson::Fields;

// The odds against two people taken at random from a county of half a million being one: 2^-19.
constexpr int kPrior = -190;

// A family name says little about people who live together or share a telephone.
constexpr int kFamilyInHousehold = 30;
constexpr int kHousehold = 90;  // from here on, contact details put both in one household
constexpr int kSwapCost = 20;
constexpr int kOtherGeneration = -110;
// A second or third contact detail that agrees is partly the first one over again.
constexpr int kSecondContact = 45;

constexpr int kLikely = 60;
constexpr int kPossible = -50;
constexpr int kLowestPossibleScore = 35;
constexpr int kHighestPossibleScore = 74;
constexpr int kScoresBetween = kHighestPossibleScore + 1 - kLowestPossibleScore;

constexpr int floor_divide(int a, int b) {
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

int weight_of(AddressLevel level) {
    switch (level) {
        case AddressLevel::Missing:
            return 0;
        case AddressLevel::Different:
            return -5;
        case AddressLevel::SameStreet:
            return 25;
        case AddressLevel::SharedPostcode:
            return 50;
        case AddressLevel::DifferentFlat:
            return 40;
        case AddressLevel::FlatMissing:
            return 105;
        case AddressLevel::Close:
            return 115;
        case AddressLevel::Same:
            return 125;
        case AddressLevel::Confirmed:
            return 150;
    }
    return 0;
}

Evidence compare_addresses_of(Fields const& a, Fields const& b) {
    auto best = AddressLevel::Missing;
    for (auto const& one : a.addresses) {
        for (auto const& other : b.addresses) {
            best = std::max(best, compare_addresses(one, other));
        }
    }
    return {weight_of(best), agreement_of(best), code_of(best)};
}

using CompareTexts = Evidence (*)(std::string_view, std::string_view);

Evidence best_of(std::vector<std::string> const& a, std::vector<std::string> const& b,
                 CompareTexts compare_texts) {
    Evidence best;
    for (auto const& one : a) {
        for (auto const& other : b) {
            auto const found = compare_texts(one, other);
            bool const better = best.agreement == Agreement::Missing || found.weight > best.weight;
            if (better) best = found;
        }
    }
    return best;
}

Evidence compare_phones(std::string_view a, std::string_view b) {
    if (a == b) return {110, Agreement::Same, "exact"};
    if (is_transposition(a, b)) return {65, Agreement::Close, "transposed_digits"};
    if (edit_distance(a, b, 1) <= 1) return {65, Agreement::Close, "one_digit"};
    return {-3, Agreement::Different, "different"};
}

Evidence compare_emails(std::string_view a, std::string_view b) {
    if (a == b) return {130, Agreement::Same, "exact"};
    if (edit_distance(a, b, 1) <= 1) return {75, Agreement::Close, "one_letter"};
    return {-2, Agreement::Different, "different"};
}

// Address, telephone and e-mail together.
int contact_weight(std::array<int, 3> weights) {
    std::sort(weights.rbegin(), weights.rend());
    if (weights[0] <= 0) return weights[0] + weights[1] + weights[2];
    int total = weights[0];
    for (std::size_t i = 1; i < weights.size(); ++i) {
        total += std::min(std::max(weights[i], 0), kSecondContact);
    }
    return total;
}

class Tally {
  public:
    void add(std::string_view field, Evidence const& evidence, bool recorded) {
        if (!recorded) return;
        reasons_.push_back({std::string(field), evidence.agreement, std::string(evidence.code)});
    }
    void hold_below_likely(bool when) { held_ = held_ || when; }
    Comparison result(int weight) { return comparison_of(weight, held_, std::move(reasons_)); }

  private:
    std::vector<Reason> reasons_;
    bool held_ = false;
};

bool is_different(Evidence const& evidence) {
    return evidence.agreement == Agreement::Different;
}

int add_names(Fields const& a, Fields const& b, int contact, Tally& tally) {
    auto const given = compare_given_names(a, b);
    auto const family = compare_family_names(a, b);
    bool const mismatched = is_different(given) || is_different(family);
    if (mismatched && names_swapped(a, b)) {
        tally.add("name", {0, Agreement::Close, "names_swapped"}, true);
        int const both = 65 + (contact >= kHousehold ? kFamilyInHousehold : 90);
        return both - kSwapCost;
    }
    tally.add("given_names", given, !a.given.empty() || !b.given.empty());
    tally.add("family_name", family, !a.family.empty() || !b.family.empty());
    tally.hold_below_likely(mismatched || given.code == kFirstLetterCode);
    int const of_family =
        contact >= kHousehold ? std::min(family.weight, kFamilyInHousehold) : family.weight;
    return given.weight + of_family;
}

// Jnr against Snr: two people, whatever else agrees.
int add_generation(Fields const& a, Fields const& b, Tally& tally) {
    bool const both = a.generation != Generation::None && b.generation != Generation::None;
    if (!both || a.generation == b.generation) return 0;
    tally.add("name", {kOtherGeneration, Agreement::Different, "junior_senior"}, true);
    tally.hold_below_likely(true);
    return kOtherGeneration;
}

}  // namespace

Comparison comparison_of(int weight, bool at_most_possible, std::vector<Reason> reasons) {
    // A straight line through both thresholds, so that score and band always agree.
    int const above_unlikely = std::clamp(weight, kPossible - 200, kLikely + 200) - kPossible;
    int score =
        kLowestPossibleScore + floor_divide(above_unlikely * kScoresBetween, kLikely - kPossible);
    score = std::clamp(score, 0, 100);
    Band band = weight >= kLikely     ? Band::Likely
                : weight >= kPossible ? Band::Possible
                                      : Band::Unlikely;
    if (band == Band::Likely && at_most_possible) {
        band = Band::Possible;
        score = kHighestPossibleScore;
    }
    return {score, band, std::move(reasons)};
}

Comparison compare(PreparedPerson const& entered, PreparedPerson const& known) {
    auto const& a = entered.fields();
    auto const& b = known.fields();
    Tally tally;
    auto const address = compare_addresses_of(a, b);
    auto const phone = best_of(a.phones, b.phones, compare_phones);
    auto const email = best_of(a.emails, b.emails, compare_emails);
    int const contact = contact_weight({address.weight, phone.weight, email.weight});

    int weight = kPrior + contact;
    weight += add_names(a, b, contact, tally);
    weight += add_generation(a, b, tally);

    Evidence birth;
    if (a.date_of_birth && b.date_of_birth) {
        birth = compare_dates_of_birth(*a.date_of_birth, *b.date_of_birth);
    }
    weight += birth.weight;
    tally.hold_below_likely(is_different(birth));
    tally.add("date_of_birth", birth, a.date_of_birth || b.date_of_birth);
    tally.add("phone", phone, !a.phones.empty() || !b.phones.empty());
    tally.add("email", email, !a.emails.empty() || !b.emails.empty());
    tally.add("address", address, !a.addresses.empty() || !b.addresses.empty());
    return tally.result(weight);
}

Comparison compare(PersonDetails const& entered, PersonDetails const& known) {
    return compare(PreparedPerson(entered), PreparedPerson(known));
}

}  // namespace waymark::matching
