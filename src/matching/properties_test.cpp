// What holds for any records: comparison is symmetric, a record is like itself, folding twice is
// folding once, and nothing that can be typed breaks anything. A failure prints its seed.

#include "evidence.h"
#include "similarity.h"

#include "matching/matching.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace waymark::matching {

namespace {

// Mostly things like names and addresses, and some of anything at all.
rc::Gen<std::string> any_text() {
    return rc::gen::oneOf(
        rc::gen::string<std::string>(),
        rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcdeo '-.,/0123 smith"))),
        rc::gen::element<std::string>("Łukasz", "O\u2019Brien", "محمد", "Иванов", "Mr", "Dr Jnr",
                                      "St", "Flat", "Flat 2", "12-14", "12B High St", "YO11 1AA"));
}

rc::Gen<std::string> any_given() {
    return rc::gen::element<std::string>("John", "Jon", "Jack", "Mary Jane", "Jane", "J", "Bob",
                                         "Robert", "Jhon", "Smith", "", "Mohammed", "Jean", "Joan");
}

rc::Gen<std::string> any_family() {
    return rc::gen::element<std::string>("Smith", "Smyth", "Smith-Jones", "Jones", "O'Brien",
                                         "O Brien", "John", "Khan", "Smith Jnr", "Smith Snr", "");
}

rc::Gen<std::optional<Date>> any_date() {
    return rc::gen::map(rc::gen::pair(rc::gen::inRange(0, 12), rc::gen::inRange(1, 13)),
                        [](std::pair<int, int> at) -> std::optional<Date> {
                            if (at.first == 0) return std::nullopt;
                            auto const month = static_cast<unsigned>(at.first);
                            auto const day = static_cast<unsigned>(at.second);
                            int const year = at.second % 3 == 0 ? 1955 : 1980 + at.second % 2;
                            return make_date(year, month, day);
                        });
}

rc::Gen<std::vector<std::string>> some(std::vector<std::string> const& of) {
    return rc::gen::resize(3, rc::gen::container<std::vector<std::string>>(
                                  rc::gen::oneOf(rc::gen::elementOf(of), any_text())));
}

rc::Gen<PersonDetails> any_person() {
    return rc::gen::build<PersonDetails>(
        rc::gen::set(&PersonDetails::given_names, rc::gen::oneOf(any_given(), any_text())),
        rc::gen::set(&PersonDetails::family_name, rc::gen::oneOf(any_family(), any_text())),
        rc::gen::set(&PersonDetails::other_names, some({"Jones", "Mary Jones", "Bob"})),
        rc::gen::set(&PersonDetails::date_of_birth, any_date()),
        rc::gen::set(&PersonDetails::phones, some({"07700 900123", "07700 900132"})),
        rc::gen::set(&PersonDetails::emails, some({"a@example.org", "b@example.org"})),
        rc::gen::set(&PersonDetails::addresses,
                     some({"12 High Street, Selby", "Flat 2, 12 High St, YO8 4AA", "14 High Street",
                           "7 The Old Forge, Church Lane"})),
        rc::gen::set(&PersonDetails::postcodes, some({"YO8 4AA", "YO11 1AA"})));
}

rc::Gen<PlaceDetails> any_place() {
    return rc::gen::build<PlaceDetails>(
        rc::gen::set(&PlaceDetails::name,
                     rc::gen::oneOf(any_text(), rc::gen::element<std::string>("The Ship", "Ship"))),
        rc::gen::set(&PlaceDetails::line,
                     rc::gen::oneOf(any_text(), rc::gen::element<std::string>(
                                                    "12 High St", "Flat 2, 12 High Street"))),
        rc::gen::set(&PlaceDetails::town, rc::gen::element<std::string>("Selby", "Whitby", "")),
        rc::gen::set(&PlaceDetails::postcode, rc::gen::element<std::string>("YO8 4AA", "", "x")),
        rc::gen::set(&PlaceDetails::uprn, rc::gen::element<std::string>("", "1", "2")),
        rc::gen::set(&PlaceDetails::longitude, rc::gen::just(std::optional<double>(-1.0))),
        rc::gen::set(&PlaceDetails::latitude,
                     rc::gen::element<std::optional<double>>(std::nullopt, 54.0, 54.001)));
}

RC_GTEST_PROP(Matching, ComparingPeopleIsSymmetric, ()) {
    auto const a = *any_person();
    auto const b = *any_person();
    RC_ASSERT(compare(a, b) == compare(b, a));
}

RC_GTEST_PROP(Matching, ComparingPlacesIsSymmetric, ()) {
    auto const a = *any_place();
    auto const b = *any_place();
    RC_ASSERT(compare(a, b) == compare(b, a));
}

RC_GTEST_PROP(Matching, APersonWithNameAndBirthIsLikelyTheSame, ()) {
    auto person = *any_person();
    person.given_names =
        *rc::gen::suchThat(any_given(), [](std::string const& name) { return name.size() > 1; });
    person.family_name =
        *rc::gen::suchThat(any_family(), [](std::string const& name) { return name.size() > 1; });
    person.date_of_birth = make_date(1980, 5, *rc::gen::inRange(1U, 32U));
    RC_ASSERT(compare(person, person).band == Band::Likely);
}

RC_GTEST_PROP(Matching, ScoreAndBandAgree, ()) {
    auto const found = compare(*any_person(), *any_person());
    RC_ASSERT(found.score >= 0 && found.score <= 100);
    RC_ASSERT((found.band == Band::Likely) == (found.score >= 75));
    RC_ASSERT((found.band == Band::Unlikely) == (found.score < 35));
}

RC_GTEST_PROP(Matching, AClearDifferenceIsNeverLikely, ()) {
    auto const found = compare(*any_person(), *any_person());
    for (auto const& reason : found.reasons) {
        bool const decisive = reason.field == "given_names" || reason.field == "family_name" ||
                              reason.field == "date_of_birth" || reason.field == "name";
        if (decisive && reason.agreement == Agreement::Different) {
            RC_ASSERT(found.band != Band::Likely);
        }
    }
}

RC_GTEST_PROP(Matching, FoldingTwiceIsFoldingOnce, ()) {
    auto const text = *any_text();
    RC_ASSERT(fold_name(fold_name(text)) == fold_name(text));
    RC_ASSERT(fold_words(fold_words(text)) == fold_words(text));
    RC_ASSERT(fold_phone(fold_phone(text)) == fold_phone(text));
    RC_ASSERT(fold_email(fold_email(text)) == fold_email(text));
    RC_ASSERT(fold_postcode(fold_postcode(text)) == fold_postcode(text));
}

RC_GTEST_PROP(Matching, DigitsFoldToOnePhoneHoweverTheyAreWritten, ()) {
    auto const digits = *rc::gen::container<std::string>(9, rc::gen::inRange<char>('0', '9'));
    std::string const national = "07" + digits;
    RC_ASSERT(fold_phone(national) == national);
    RC_ASSERT(fold_phone("+447" + digits) == national);
    RC_ASSERT(fold_phone("0044 (0)7" + digits) == national);
}

RC_GTEST_PROP(Matching, KeysArePlainAndFindTheRecordItself, ()) {
    auto const person = *any_person();
    auto const filed = filing_keys(person);
    for (auto const& key : filed) {
        RC_ASSERT(key.find('\t') == std::string::npos && key.find(',') == std::string::npos);
        for (char const c : key) RC_ASSERT(c >= ' ' && c < 0x7F);
    }
    bool shared = false;
    for (auto const& key : lookup_keys(person)) {
        shared = shared || std::find(filed.begin(), filed.end(), key) != filed.end();
    }
    RC_ASSERT(shared || lookup_keys(person).empty() || filed.empty());
}

RC_GTEST_PROP(Matching, AnythingCanBeTypedIntoSearch, ()) {
    auto const typed = *any_text();
    int const rank = search_rank(typed, *any_person());
    RC_ASSERT(rank >= 0 && rank <= 100);
    RC_ASSERT(search_prefixes(typed).size() <= 24U);
    int const place_rank = search_rank(typed, *any_place());
    RC_ASSERT(place_rank >= 0 && place_rank <= 100);
    RC_ASSERT(place_search_prefixes(typed).size() <= 24U);
}

RC_GTEST_PROP(Matching, LikenessOfWordsIsSymmetricAndBounded, ()) {
    auto const a = fold_words(*any_text());
    auto const b = fold_words(*any_text());
    RC_ASSERT(edit_distance(a, b, 3) == edit_distance(b, a, 3));
    RC_ASSERT(jaro_winkler(a, b) == jaro_winkler(b, a));
    RC_ASSERT(jaro_winkler(a, b) >= 0 && jaro_winkler(a, b) <= 1000);
    RC_ASSERT(is_transposition(a, b) == is_transposition(b, a));
}

}  // namespace

}  // namespace waymark::matching
