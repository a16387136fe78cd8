#include "person_checks.h"

#include "foundation/text.h"

#include <algorithm>
#include <array>

namespace waymark::people {

namespace {

constexpr std::size_t kLongestName = 120;
constexpr std::size_t kLongestPhone = 40;
constexpr std::size_t kLongestEmail = 254;  // RFC 5321 4.5.3.1.3, without the angle brackets
constexpr std::size_t kLongestLine = 200;
constexpr std::size_t kLongestTown = 100;
constexpr std::size_t kLongestWords = 2000;
constexpr std::size_t kMostAliases = 20;
constexpr std::size_t kMostAddresses = 30;
constexpr int kEarliestYear = 1900;

constexpr std::array<std::string_view, 3> kNotes{"exact", "estimated", "not_known"};
constexpr std::array<std::string_view, 5> kGenders{"female", "male", "other", "prefer_not_to_say",
                                                   "not_known"};
constexpr std::array<std::string_view, 3> kIsSafe{"yes", "no", "not_known"};
constexpr std::array<std::string_view, 3> kAliasKinds{"also_known_as", "former_name", "nickname"};

// The mistakes found so far in one record.
class Mistakes {
  public:
    void add(std::string field, std::string code) {
        list_.push_back({std::move(field), std::move(code)});
    }
    // Words that may stand on several lines. False when they are refused.
    bool words(std::string const& field, std::string const& text, std::size_t longest) {
        if (!is_clean_utf8(text)) {
            add(field, "not_clean_text");
        } else if (characters(text) > longest) {
            add(field, "too_long");
        } else {
            return true;
        }
        return false;
    }
    bool line(std::string const& field, std::string const& text, std::size_t longest) {
        if (!words(field, text, longest)) return false;
        if (text.find_first_of("\t\r\n") == std::string::npos) return true;
        add(field, "not_one_line");
        return false;
    }
    template <std::size_t kSize>
    void choice(std::string const& field, std::string_view text,
                std::array<std::string_view, kSize> const& offered) {
        if (std::find(offered.begin(), offered.end(), text) == offered.end()) {
            add(field, "not_offered");
        }
    }
    std::vector<FieldError> take() { return std::move(list_); }

  private:
    std::vector<FieldError> list_;
};

void fill(std::string& text, char const* otherwise) {
    text = text.empty() ? otherwise : trimmed(text);
}

void check_names(Mistakes& mistakes, std::string const& path, std::string const& given_names,
                 std::string const& family_name) {
    if (is_blank(given_names) && is_blank(family_name)) {
        mistakes.add(path + "given_names", "required");
        return;
    }
    mistakes.line(path + "given_names", given_names, kLongestName);
    mistakes.line(path + "family_name", family_name, kLongestName);
}

void check_birth(Mistakes& mistakes, Person const& person, Date today) {
    auto const& date = person.date_of_birth;
    if (date && *date > today) mistakes.add("date_of_birth", "in_the_future");
    if (date && year_of(*date) < kEarliestYear) mistakes.add("date_of_birth", "too_early");
    mistakes.choice("date_of_birth_note", person.date_of_birth_note, kNotes);
    bool const says_known =
        person.date_of_birth_note == "exact" || person.date_of_birth_note == "estimated";
    if (!date && says_known) mistakes.add("date_of_birth", "required");
    if (date && person.date_of_birth_note == "not_known") {
        mistakes.add("date_of_birth_note", "not_offered");
    }
}

void check_contact(Mistakes& mistakes, Person const& person) {
    if (mistakes.line("phone", person.phone, kLongestPhone) && !person.phone.empty() &&
        matching::fold_phone(person.phone).empty()) {
        mistakes.add("phone", "not_a_phone");
    }
    mistakes.choice("phone_is_safe", person.phone_is_safe, kIsSafe);
    if (mistakes.line("email", person.email, kLongestEmail) && !person.email.empty() &&
        matching::fold_email(person.email).empty()) {
        mistakes.add("email", "not_an_email");
    }
    mistakes.choice("email_is_safe", person.email_is_safe, kIsSafe);
    mistakes.words("safe_contact", person.safe_contact, kLongestWords);
    mistakes.words("needs", person.needs, kLongestWords);
}

void check_address(Mistakes& mistakes, std::string const& path, Address const& address) {
    // A postcode or a town is enough when nothing more is known.
    if (address.line.empty() && address.town.empty() && address.postcode.empty()) {
        mistakes.add(path + "line", "required");
    }
    mistakes.line(path + "line", address.line, kLongestLine);
    mistakes.line(path + "town", address.town, kLongestTown);
    if (!address.postcode.empty() && matching::fold_postcode(address.postcode).empty()) {
        mistakes.add(path + "postcode", "not_a_postcode");
    }
    if (address.place_id && !is_uuid(address.place_id->value)) {
        mistakes.add(path + "place_id", "not_found");
    }
    if (address.from_on && address.to_on && *address.to_on < *address.from_on) {
        mistakes.add(path + "to_on", "before_start");
    }
}

std::string path_of(char const* list, std::size_t position) {
    return std::string{list} + "[" + std::to_string(position) + "].";
}

}  // namespace

Person normalised(Person person) {
    for (auto* text : {&person.given_names, &person.family_name, &person.phone, &person.email,
                       &person.safe_contact, &person.needs}) {
        *text = trimmed(*text);
    }
    fill(person.date_of_birth_note, person.date_of_birth ? "exact" : "not_known");
    fill(person.gender, "not_known");
    fill(person.phone_is_safe, "not_known");
    fill(person.email_is_safe, "not_known");
    for (auto& alias : person.aliases) {
        alias.given_names = trimmed(alias.given_names);
        alias.family_name = trimmed(alias.family_name);
    }
    for (auto& address : person.addresses) {
        address.line = trimmed(address.line);
        address.town = trimmed(address.town);
        auto postcode = matching::fold_postcode(address.postcode);
        address.postcode = postcode.empty() ? trimmed(address.postcode) : std::move(postcode);
    }
    return person;
}

std::vector<FieldError> mistakes_in(Person const& person, Date today) {
    Mistakes mistakes;
    check_names(mistakes, "", person.given_names, person.family_name);
    check_birth(mistakes, person, today);
    mistakes.choice("gender", person.gender, kGenders);
    check_contact(mistakes, person);
    if (person.aliases.size() > kMostAliases) mistakes.add("aliases", "too_many");
    for (std::size_t i = 0; i < std::min(person.aliases.size(), kMostAliases); ++i) {
        auto const& alias = person.aliases[i];
        check_names(mistakes, path_of("aliases", i), alias.given_names, alias.family_name);
        mistakes.choice(path_of("aliases", i) + "kind", alias.kind, kAliasKinds);
    }
    if (person.addresses.size() > kMostAddresses) mistakes.add("addresses", "too_many");
    for (std::size_t i = 0; i < std::min(person.addresses.size(), kMostAddresses); ++i) {
        check_address(mistakes, path_of("addresses", i), person.addresses[i]);
    }
    return mistakes.take();
}

std::vector<FieldError> mistakes_of(access::Work const& work, Person const& person) {
    return mistakes_in(normalised(person), work.clock().today);
}

std::vector<std::string> changed_fields(Person const& before, Person const& after) {
    std::vector<std::string> names;
    auto const compare = [&](char const* name, auto Person::*field) {
        if (before.*field != after.*field) names.emplace_back(name);
    };
    compare("given_names", &Person::given_names);
    compare("family_name", &Person::family_name);
    compare("date_of_birth", &Person::date_of_birth);
    compare("date_of_birth_note", &Person::date_of_birth_note);
    compare("gender", &Person::gender);
    compare("phone", &Person::phone);
    compare("phone_is_safe", &Person::phone_is_safe);
    compare("email", &Person::email);
    compare("email_is_safe", &Person::email_is_safe);
    compare("safe_contact", &Person::safe_contact);
    compare("needs", &Person::needs);
    compare("aliases", &Person::aliases);
    compare("addresses", &Person::addresses);
    return names;
}

}  // namespace waymark::people
