#include "person_details.h"

#include "foundation/text.h"

namespace waymark::people {

namespace {

matching::PersonDetails without_birth(Person const& person) {
    auto details = details_of(person);
    details.date_of_birth.reset();
    return details;
}

// What somebody thought the date might be is no evidence that it is another's.
bool births_cannot_be_told_apart(Person const& a, Person const& b) {
    bool const estimated =
        a.date_of_birth_note == "estimated" || b.date_of_birth_note == "estimated";
    return estimated && a.date_of_birth != b.date_of_birth;
}

}  // namespace

matching::PersonDetails details_of(Person const& person) {
    matching::PersonDetails details{
        .given_names = person.given_names,
        .family_name = person.family_name,
        .other_names = {},
        .date_of_birth = person.date_of_birth,
        .phones = {},
        .emails = {},
        .addresses = {},
        .postcodes = {},
    };
    for (auto const& alias : person.aliases) {
        // The last word of another name is read as a family name, so a nickname is given theirs.
        auto const& family = alias.family_name.empty() ? person.family_name : alias.family_name;
        details.other_names.push_back(trimmed(alias.given_names + " " + family));
    }
    if (!person.phone.empty()) details.phones.push_back(person.phone);
    if (!person.email.empty()) details.emails.push_back(person.email);
    for (auto const& address : person.addresses) {
        bool const both = !address.line.empty() && !address.town.empty();
        details.addresses.push_back(address.line + (both ? ", " : "") + address.town);
        details.postcodes.push_back(address.postcode);
    }
    return details;
}

Comparer::Comparer(Person const& entered)
    : entered_(entered), prepared_(details_of(entered)), without_birth_(without_birth(entered)) {}

matching::Comparison Comparer::with(Person const& known) const {
    auto const& entered = births_cannot_be_told_apart(entered_, known) ? without_birth_ : prepared_;
    return matching::compare(entered, matching::PreparedPerson{details_of(known)});
}

}  // namespace waymark::people
