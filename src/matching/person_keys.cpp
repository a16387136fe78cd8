// The keys that people are filed and looked for under.
//
//   dob:1980-02-03            date of birth; dob:1980-01-01:SMT with the family's sound for a
//                             1 January, which too many share
//   ph:07700900123  em:a@b.c  telephone, e-mail
//   pc:YO11 1AA:12/3          postcode, house number and flat; ad:12/3:STNL number and street
//   ny:SMT:JN:1980            sounds of family and first given name, and year of birth
//   nm:SMT:JN                 the same without the year
//   sk:smith john, sk:john smith           for search as you type, one word or the whole name
//   s3:smi john, s3:joh smith              for search by two words, the first not yet finished

#include "keys.h"
#include "nicknames.h"
#include "phonetic.h"
#include "prepared.h"

#include <algorithm>

namespace waymark::matching {

namespace {

using Fields = PreparedPerson::Fields;

constexpr std::size_t kMostFilingKeys = 128;  // for somebody with many names, phones and addresses
constexpr std::size_t kMostLookupKeys = 96;

// The sounds of a family name: of the whole, and of each part of a double barrel.
std::vector<std::string> sounds_of_family(Name const& family) {
    std::vector<std::string> sounds;
    if (family.empty()) return sounds;
    if (!family.sound.empty()) sounds.push_back(family.sound);
    for (auto const& word : family.words) {
        auto sound = sound_of(word);
        bool const listed = std::find(sounds.begin(), sounds.end(), sound) != sounds.end();
        if (family.words.size() > 1 && word.size() >= 4 && !listed) sounds.push_back(sound);
    }
    return sounds;
}

std::vector<std::string> family_sounds(Fields const& person) {
    auto sounds = sounds_of_family(person.family);
    for (auto const& other : person.others) {
        auto sound = sound_of(other.words.back());
        if (!sound.empty() && std::find(sounds.begin(), sounds.end(), sound) == sounds.end()) {
            sounds.push_back(std::move(sound));
        }
    }
    return sounds;
}

std::string first_given(Fields const& person) {
    return person.given.empty() ? "" : person.given.words.front();
}

void add_contact_keys(KeyList& keys, Fields const& person) {
    for (auto const& phone : person.phones) keys.add("ph:" + phone);
    for (auto const& email : person.emails) keys.add("em:" + email);
}

void add_address_keys(KeyList& keys, Fields const& person) {
    for (auto const& address : person.addresses) {
        for (auto const& house : houses_of(address)) {
            if (!address.postcode.empty()) keys.add("pc:" + address.postcode + ":" + house);
            if (house != "-" && !address.street_sound.empty()) {
                keys.add("ad:" + house + ":" + address.street_sound);
            }
        }
    }
}

void add_birth_key(KeyList& keys, Fields const& person, Date birth) {
    if (is_empty_date(birth)) return;
    if (!is_default_date(birth)) {
        keys.add("dob:" + to_text(birth));
        return;
    }
    for (auto const& sound : family_sounds(person)) keys.add("dob:" + to_text(birth) + ":" + sound);
}

std::optional<Date> with_day_and_month_swapped(Date date) {
    if (day_of(date) > 12 || day_of(date) == month_of(date)) return std::nullopt;
    return make_date(year_of(date), day_of(date), month_of(date));
}

// The selective keys, with the year of birth, come before the wide ones.
void add_name_keys(KeyList& keys, Fields const& person, std::vector<std::string> const& givens) {
    auto const families = family_sounds(person);
    if (person.date_of_birth && !is_empty_date(*person.date_of_birth)) {
        std::string const year = std::to_string(year_of(*person.date_of_birth));
        for (auto const& given : givens) {
            for (auto const& family : families) keys.add("ny:" + family + ":" + given + ":" + year);
        }
    }
    for (auto const& given : givens) {
        for (auto const& family : families) keys.add("nm:" + family + ":" + given);
    }
}

void add_search_keys(KeyList& keys, Name const& given, Name const& family) {
    if (given.empty() || family.empty()) {
        Name const& only = given.empty() ? family : given;
        if (!only.empty()) keys.add("sk:" + only.whole);
        return;
    }
    keys.add("sk:" + family.whole + " " + given.whole);
    keys.add("sk:" + given.whole + " " + family.whole);
    auto const& first = given.words.front();
    for (auto const& word : family.words) {
        bool const lesser = family.words.size() > 1 && word.size() < 4;
        if (lesser) continue;
        keys.add(pair_key(word, first));
        keys.add(pair_key(first, word));
        if (word != family.words.front()) keys.add("sk:" + word + " " + given.whole);
    }
}

Name without_last_word(Name const& name) {
    std::string whole;
    for (std::size_t i = 0; i + 1 < name.words.size(); ++i) {
        if (i > 0) whole += ' ';
        whole += name.words[i];
    }
    return Name(std::move(whole));
}

void add_other_search_keys(KeyList& keys, Fields const& person) {
    for (auto const& other : person.others) {
        if (other.words.size() > 1) {
            add_search_keys(keys, without_last_word(other), Name(other.words.back()));
        } else {
            add_search_keys(keys, person.given, other);
        }
    }
}

// As entered in the wrong boxes.
void add_swapped_name_keys(KeyList& keys, Fields const& person) {
    if (person.given.empty() || person.family.empty()) return;
    keys.add("nm:" + sound_of(first_given(person)) + ":" + person.family.sound);
}

// Sounds that the given name may be filed under beside its own: that of no name at all, its
// nicknames', other and middle names'.
std::vector<std::string> other_sounds_of_given(Fields const& person) {
    std::string const first = first_given(person);
    std::vector<std::string> sounds{""};
    for (auto const alias : aliases_of(first)) sounds.push_back(sound_of(alias));
    for (auto const& other : person.others) sounds.push_back(sound_of(other.words.front()));
    for (std::size_t i = 1; i < person.given.words.size(); ++i) {
        sounds.push_back(sound_of(person.given.words[i]));
    }
    return sounds;
}

}  // namespace

std::vector<std::string> filing_keys(PersonDetails const& details) {
    PreparedPerson const prepared(details);
    auto const& person = prepared.fields();
    KeyList keys(kMostFilingKeys);
    add_contact_keys(keys, person);
    if (person.date_of_birth) add_birth_key(keys, person, *person.date_of_birth);
    add_name_keys(keys, person, {sound_of(first_given(person))});
    add_search_keys(keys, person.given, person.family);
    add_address_keys(keys, person);
    add_other_search_keys(keys, person);
    return keys.take();
}

std::vector<std::string> lookup_keys(PersonDetails const& details) {
    PreparedPerson const prepared(details);
    auto const& person = prepared.fields();
    KeyList keys(kMostLookupKeys);
    add_contact_keys(keys, person);
    add_address_keys(keys, person);
    if (person.date_of_birth) {
        add_birth_key(keys, person, *person.date_of_birth);
        if (auto const swapped = with_day_and_month_swapped(*person.date_of_birth)) {
            add_birth_key(keys, person, *swapped);
        }
    }
    add_name_keys(keys, person, {sound_of(first_given(person))});
    add_swapped_name_keys(keys, person);
    add_name_keys(keys, person, other_sounds_of_given(person));
    return keys.take();
}

}  // namespace waymark::matching
