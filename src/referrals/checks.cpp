#include "checks.h"

#include "foundation/text.h"
#include "places/places.h"
#include "standing.h"

#include <algorithm>

namespace waymark::referrals {

namespace {

using programmes::Option;
using Mistakes = std::vector<FieldError>;

constexpr std::size_t kLongestName = 120;
constexpr std::size_t kLongestContact = 254;

void check_option(Mistakes& mistakes, std::string const& field, std::string const& code,
                  std::vector<Option> const& list, Date day, Needed needed) {
    if (code.empty()) {
        if (needed == Needed::Yes) mistakes.push_back({field, "required"});
    } else if (!programmes::offers(list, code, day)) {
        mistakes.push_back({field, "not_offered"});
    }
}

void check_referrer(Mistakes& mistakes, access::Work& work, Said const& said) {
    check_one_of(mistakes, "source_kind", said.source_kind,
                 work.actor().is_system()
                     ? std::vector<std::string_view>{"agency", "public", "import"}
                     : std::vector<std::string_view>{"agency", "public"},
                 Needed::Yes);
    check_one_of(mistakes, "channel", said.channel,
                 {"phone", "email", "counter", "web_form", "letter", "meeting", "in_waymark"},
                 Needed::No);
    check_text(mistakes, "referrer_name", said.referrer_name, kLongestName, Needed::No);
    check_text(mistakes, "referrer_contact", said.referrer_contact, kLongestContact, Needed::No);
    if (said.referrer_agency_id) {
        auto const agency = access::agency(work, *said.referrer_agency_id);
        if (!agency || !agency->valid.covers(work.clock().today)) {
            mistakes.push_back({"referrer_agency_id", "not_offered"});
        }
    }
}

void check_story(Mistakes& mistakes, access::Work& work, Said const& said) {
    check_one_of(mistakes, "how_known", said.how_known,
                 {"saw_it", "told_by_victim", "told_by_other", "records"}, Needed::Yes);
    check_text(mistakes, "what_happened", said.what_happened, kLongestWhatHappened, Needed::Yes);
    check_text(mistakes, "where_happened", said.where_happened, kLongestLine, Needed::No);
    if (said.place_id && places::summaries(work, {*said.place_id}).empty()) {
        mistakes.push_back({"place_id", "not_found"});
    }
    if (said.happened_on && *said.happened_on > work.clock().today) {
        mistakes.push_back({"happened_on", "in_the_future"});
    }
    check_text(mistakes, "happened_note", said.happened_note, kLongestLine, Needed::No);
    check_one_of(mistakes, "risk_now", said.risk_now, {"yes", "no", "not_known"}, Needed::Yes);
    check_text(mistakes, "risk_now_note", said.risk_now_note, kLongestRiskNote, Needed::No);
    check_one_of(mistakes, "consent", said.consent, {"given", "refused", "not_asked", "not_needed"},
                 Needed::Yes);
    check_text(mistakes, "safe_contact", said.safe_contact, kLongestSafeContact, Needed::No);
}

void check_programme(Mistakes& mistakes, access::Work const& work,
                     programmes::Definition const& definition, NewReferral const& referral) {
    auto const today = work.clock().today;
    auto const& lists = definition.lists;
    check_option(mistakes, "source", referral.source, lists.intake_sources, today, Needed::Yes);
    check_option(mistakes, "subject_kind", referral.subject_kind, lists.subject_kinds, today,
                 Needed::Yes);
    check_option(mistakes, "class", referral.class_code, lists.classes, today, Needed::No);
    if (auto const* frequency = definition.measure(programmes::kFrequency)) {
        check_option(mistakes, "how_often", referral.how_often, frequency->options, today,
                     Needed::No);
    }
    for (std::size_t i = 0; i < std::min(referral.people.size(), kMostPeople); ++i) {
        check_option(mistakes, "people[" + std::to_string(i) + "].role", referral.people[i].role,
                     lists.roles, today, Needed::Yes);
    }
}

// The field of a referral that a field of a person was made from.
std::string field_of(std::string const& field) {
    if (field == "addresses[0].line") return "address_line";
    auto const dot = field.find('.');
    return dot == std::string::npos ? field : field.substr(dot + 1);
}

// Checked whoever is chosen, so that at triage anybody can still be recorded as they stand here.
void check_details(Mistakes& mistakes, std::string const& at, access::Work const& work,
                   NewReferralPerson const& person) {
    bool const is_known = person.choice.choice == "known";
    for (auto& mistake : people::mistakes_of(work, entered(person))) {
        if (is_known && mistake.code == "required") continue;
        mistakes.push_back({at + field_of(mistake.field), std::move(mistake.code)});
    }
}

}  // namespace

people::Person entered(NamedPerson const& person) {
    people::Person made;
    made.given_names = person.given_names;
    made.family_name = person.family_name;
    made.date_of_birth = person.date_of_birth;
    made.phone = person.phone;
    made.email = person.email;
    if (!is_blank(person.address_line) || !is_blank(person.town) || !is_blank(person.postcode)) {
        made.addresses.push_back({.line = person.address_line,
                                  .town = person.town,
                                  .postcode = person.postcode,
                                  .place_id = {},
                                  .from_on = {},
                                  .to_on = {}});
    }
    return made;
}

void check_choice(Mistakes& mistakes, std::string const& at, access::Work& work,
                  Choice const& choice) {
    if (choice.choice == "known") {
        if (!choice.person_id) {
            mistakes.push_back({at + "person_id", "required"});
        } else if (people::summaries(work, {*choice.person_id}).empty()) {
            mistakes.push_back({at + "person_id", "not_found"});
        }
    }
    if (choice.shown.size() > kMostShown) mistakes.push_back({at + "shown", "too_many"});
    bool const are_ids = std::all_of(choice.shown.begin(), choice.shown.end(),
                                     [](PersonId const& id) { return is_uuid(id.value); });
    if (!are_ids) mistakes.push_back({at + "shown", "not_found"});
}

Mistakes mistakes_in(access::Work& work, programmes::Definition const* definition,
                     std::optional<access::Area> const& area, NewReferral const& referral) {
    Mistakes mistakes;
    if (referral.area_id.empty()) {
        mistakes.push_back({"area_id", "required"});
    } else if (!area) {
        mistakes.push_back({"area_id", "not_offered"});
    }
    check_referrer(mistakes, work, referral);
    if (referral.programme_code.empty()) {
        mistakes.push_back({"programme_code", "required"});
    } else if (definition == nullptr) {
        mistakes.push_back({"programme_code", "not_offered"});
    }
    if (definition != nullptr) check_programme(mistakes, work, *definition, referral);
    check_story(mistakes, work, referral);
    if (referral.people.size() > kMostPeople) mistakes.push_back({"people", "too_many"});
    for (std::size_t i = 0; i < std::min(referral.people.size(), kMostPeople); ++i) {
        auto const& person = referral.people[i];
        auto const at = "people[" + std::to_string(i) + "].";
        check_details(mistakes, at, work, person);
        check_one_of(mistakes, at + "choice", person.choice.choice, {"known", "new", "none_shown"},
                     Needed::No);
        check_choice(mistakes, at, work, person.choice);
    }
    return mistakes;
}

}  // namespace waymark::referrals
