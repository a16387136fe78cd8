// What finding people promises: slips are seen through, search follows the typing, and whoever is
// hidden from a reader leaves no trace in any answer.

#include "people/people.h"

#include "person_rows.h"
#include "test_world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace waymark::people {

namespace {

access::Scope hub(TestWorld& world, char const* code) {
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    return access::scope_of(tx, world.area(code).value);
}

Person person(std::string given_names, std::string family_name, std::optional<Date> date_of_birth) {
    Person made;
    made.given_names = std::move(given_names);
    made.family_name = std::move(family_name);
    made.date_of_birth = date_of_birth;
    return made;
}

Person mary() {
    auto made = person("Mary", "O'Brien", make_date(1980, 2, 3));
    made.phone = "07700 900123";
    made.email = "mary.obrien@example.org";
    made.addresses = {{"12 High Street", "Scarborough", "YO11 1AA", {}, {}, {}}};
    return made;
}

PersonId recorded(TestWorld& world, Person const& made, char const* area = "SCA") {
    auto work = world.work_as(std::string{area} == "SCA" ? "amal" : "bea");
    auto const created = create(work, made, {hub(world, area)});
    work.finish();
    return created->id;
}

// Mary O'Brien among people who are not her.
PersonId small_crowd(TestWorld& world) {
    auto const id = recorded(world, mary());
    recorded(world, person("Marek", "Nowak", make_date(1991, 7, 30)));
    recorded(world, person("Peter", "Harrison", make_date(1975, 11, 2)));
    recorded(world, person("Aisha", "Khan", make_date(2001, 5, 12)));
    return id;
}

struct Slip {
    char const* name;
    void (*make)(Person& entered);
};

// clang-format off
Slip const kSlips[] = {
    {"None", [](Person&) {}},
    {"ApostropheLeftOut", [](Person& p) { p.family_name = "OBrien"; p.phone = p.email = ""; p.addresses.clear(); }},
    {"DayAndMonthSwapped", [](Person& p) { p.date_of_birth = make_date(1980, 3, 2); p.phone = p.email = ""; p.addresses.clear(); }},
    {"OneLetterOff", [](Person& p) { p.family_name = "O'Brian"; p.phone = p.email = ""; p.addresses.clear(); }},
    {"PhoneFromAbroad", [](Person& p) { p = person("Mary", "", {}); p.phone = "+44 7700 900 123"; }},
    {"NamesInTheWrongBoxes", [](Person& p) { std::swap(p.given_names, p.family_name); p.phone = p.email = ""; }},
    {"CapitalsAndSpaces", [](Person& p) { p.given_names = " MARY "; p.family_name = "o brien"; p.phone = p.email = ""; p.addresses.clear(); }},
    {"StreetShortened", [](Person& p) { p.date_of_birth.reset(); p.addresses[0].line = "12 High St"; p.phone = p.email = ""; }},
    {"DateEstimated", [](Person& p) { p.date_of_birth = make_date(1983, 1, 1); p.date_of_birth_note = "estimated"; p.email = ""; }},
};
// clang-format on

class SlipIsSeenThrough : public testing::TestWithParam<Slip> {};

TEST_P(SlipIsSeenThrough, AndShowsThePersonFirst) {
    TestWorld world;
    auto const id = small_crowd(world);
    auto entered = mary();
    GetParam().make(entered);
    auto work = world.work_as("amal");
    auto const found = matches(work, entered, 10);
    ASSERT_TRUE(found);
    ASSERT_FALSE(found->empty());
    EXPECT_EQ(found->front().summary.id, id);
    EXPECT_NE(found->front().comparison.band, matching::Band::Unlikely);
    EXPECT_FALSE(found->front().comparison.reasons.empty());
}

INSTANTIATE_TEST_SUITE_P(With, SlipIsSeenThrough, testing::ValuesIn(kSlips),
                         [](auto const& one) { return one.param.name; });

TEST(Matches, LeaveOutThoseWhoAreUnlikely) {
    TestWorld world;
    small_crowd(world);
    auto work = world.work_as("amal");
    EXPECT_TRUE(matches(work, person("Zebedee", "Quill", make_date(1960, 1, 9)), 10)->empty());
    // Nobody but for the day they were born on.
    EXPECT_TRUE(matches(work, person("Zebedee", "Quill", make_date(1980, 2, 3)), 10)->empty());
    EXPECT_TRUE(matches(work, Person{}, 10)->empty());
}

TEST(Matches, ShowTheBestFirstAndNoMoreThanAsked) {
    TestWorld world;
    auto younger = mary();
    younger.date_of_birth = make_date(1980, 2, 4);
    younger.phone = younger.email = "";
    recorded(world, younger);
    auto const same = recorded(world, mary());
    auto work = world.work_as("amal");
    auto const both = *matches(work, mary(), 10);
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both[0].summary.id, same);
    EXPECT_GT(both[0].comparison.score, both[1].comparison.score);
    EXPECT_EQ(matches(work, mary(), 1)->size(), 1u);
    EXPECT_TRUE(matches(work, mary(), 0)->empty());
    EXPECT_TRUE(matches(work, mary(), -1)->empty());
}

TEST(Matches, DoNotCompareARecordWithItself) {
    TestWorld world;
    auto entered = mary();
    entered.id = recorded(world, mary());
    auto const twin = recorded(world, mary());
    auto work = world.work_as("amal");
    auto const found = *matches(work, entered, 10);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].summary.id, twin);
}

TEST(Matches, FindThroughAFormerName) {
    TestWorld world;
    auto known = mary();
    known.phone = known.email = "";
    known.aliases = {{"", "Pemberton", "former_name"}};
    auto const id = recorded(world, known);
    auto work = world.work_as("amal");
    auto const found = *matches(work, person("Mary", "Pemberton", make_date(1980, 2, 3)), 10);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].summary.id, id);
}

TEST(Matches, DoNotCountAnEstimatedDateAgainstAnybody) {
    TestWorld world;
    recorded(world, mary());
    auto entered = mary();
    entered.date_of_birth = make_date(1991, 6, 15);
    entered.date_of_birth_note = "estimated";
    auto undated = mary();
    undated.date_of_birth.reset();
    auto work = world.work_as("amal");
    auto const estimated = *matches(work, entered, 10);
    ASSERT_EQ(estimated.size(), 1u);
    EXPECT_EQ(estimated[0].comparison, (*matches(work, undated, 10))[0].comparison);
}

TEST(Matches, LookUnderAKeyAndNoOther) {
    TestWorld world;
    auto const id = small_crowd(world);
    auto work = world.work_as("amal");
    EXPECT_EQ(under_key(work, "dob:1980-02-03", 10), std::vector{id});
    EXPECT_EQ(under_prefix(work, "dob:1980-02", 10), std::vector{id});
    EXPECT_TRUE(under_key(work, "dob:1980-02", 10).empty());
    EXPECT_TRUE(under_prefix(work, "", 10).empty());
}

TEST(Matches, AreNotedWithEachPersonShown) {
    TestWorld world;
    auto const id = small_crowd(world);
    auto work = world.work_as("marek");
    ASSERT_EQ(matches(work, mary(), 10)->size(), 1u);
    ASSERT_EQ(work->notes().size(), 1u);
    EXPECT_EQ(work->notes()[0].action, "person.match");
    EXPECT_EQ(work->notes()[0].subject_id, "");
    EXPECT_EQ(work->notes()[0].shown, std::vector{id.value});
}

struct Typing {
    char const* name;
    char const* typed;
};

Typing const kTypings[] = {
    {"FamilyName", "obrien"},
    {"FamilyNameBegun", "O'Br"},
    {"GivenName", "mary"},
    {"FamilyNameFirst", "o'brien mary"},
    {"GivenNameFirst", "Mary OBri"},
    {"BothBegun", "mar obr"},
    {"Postcode", "yo111aa"},
    {"Phone", "07700 900123"},
    {"PhoneBegun", "0770090"},
    {"PhoneFromAbroad", "+447700900123"},
    {"Email", "Mary.OBrien@example.org"},
    {"Date", "1980-02-03"},
    {"DateAsWritten", "3/2/1980"},
    {"NameAndDate", "o'brien 3/2/1980"},
};

class TypingFinds : public testing::TestWithParam<Typing> {};

TEST_P(TypingFinds, ThePersonFirst) {
    TestWorld world;
    auto const id = small_crowd(world);
    auto work = world.work_as("amal");
    auto const found = search(work, GetParam().typed, 10);
    ASSERT_TRUE(found);
    ASSERT_FALSE(found->empty());
    EXPECT_EQ(found->front().id, id);
    EXPECT_EQ(found->front().postcode, "YO11 1AA");
    EXPECT_EQ(std::count_if(found->begin(), found->end(),
                            [&](Summary const& one) { return one.id == id; }),
              1);
}

INSTANTIATE_TEST_SUITE_P(By, TypingFinds, testing::ValuesIn(kTypings),
                         [](auto const& one) { return one.param.name; });

TEST(Search, FindsByANicknameWithTheFamilyName) {
    TestWorld world;
    auto known = mary();
    known.aliases = {{"Squirrel", "", "nickname"}};
    auto const id = recorded(world, known);
    auto work = world.work_as("amal");
    auto const found = *search(work, "squirrel obrien", 10);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].id, id);
}

TEST(Search, FindsNobodyWhenTooLittleOrNothingThatFitsWasTyped) {
    TestWorld world;
    small_crowd(world);
    auto work = world.work_as("amal");
    for (std::string const typed : {"", "o", "zz", "1999-01-01", "\xff\xfe", "%", "sk:"}) {
        EXPECT_TRUE(search(work, typed, 10)->empty()) << typed.size();
    }
    EXPECT_TRUE(search(work, std::string(100'000, 'm'), 10)->empty());
}

TEST(Search, ShowsNoMoreThanAskedNorThanTheMost) {
    TestWorld world;
    auto work = world.work_as("amal");
    auto const scope = hub(world, "SCA");
    for (int i = 0; i < kMostShown + 10; ++i) {
        ASSERT_TRUE(create(work, person("Mary", "O'Brien", make_date(1980, 2, 3)), {scope}));
    }
    EXPECT_EQ(search(work, "obrien", 3)->size(), 3u);
    EXPECT_EQ(search(work, "obrien", 1000)->size(), static_cast<std::size_t>(kMostShown));
    EXPECT_EQ(matches(work, mary(), 1000)->size(), static_cast<std::size_t>(kMostShown));
    std::set<PersonId> different;
    auto const found = *search(work, "obrien mary", 1000);
    for (auto const& one : found) different.insert(one.id);
    EXPECT_EQ(different.size(), static_cast<std::size_t>(kMostShown));
}

TEST(Search, ShowsTheExactNameBeforeLongerOnesAndThenByName) {
    TestWorld world;
    recorded(world, person("Tom", "Smithson", {}));
    recorded(world, person("Wendy", "Smith", {}));
    recorded(world, person("Brian", "Smith", {}));
    auto work = world.work_as("amal");
    auto const found = *search(work, "smith", 10);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].given_names, "Brian");
    EXPECT_EQ(found[1].given_names, "Wendy");
    EXPECT_EQ(found[2].family_name, "Smithson");
}

TEST(Search, IsNotedWithWhomItShowed) {
    TestWorld world;
    auto const id = small_crowd(world);
    auto work = world.work_as("marek");
    ASSERT_TRUE(search(work, "obrien", 10));
    work.finish();
    auto const trail = world.audit_trail();
    EXPECT_TRUE(trail.ends_with("marek person.search search " + id.value + "\n")) << trail;
    EXPECT_EQ(trail.find("obrien"), std::string::npos);
}

// Everything that Bea can ask, as one text without the ids, which differ from world to world.
std::string all_that_bea_is_told(TestWorld& world) {
    std::string told;
    auto const tell = [&told](Summary const& one) {
        told += one.given_names + "," + one.family_name + "," + one.line + "," + one.postcode + ";";
    };
    auto work = world.work_as("bea");
    for (auto const& slip : kSlips) {
        auto entered = mary();
        slip.make(entered);
        told += std::string{"\n"} + slip.name + ": ";
        auto const found = *matches(work, entered, 10);
        for (auto const& match : found) {
            told += match.summary.given_names + "," + match.summary.family_name + "," +
                    std::to_string(match.comparison.score) + ";";
        }
    }
    for (auto const& typing : kTypings) {
        told += std::string{"\n"} + typing.name + ": ";
        auto const found = *search(work, typing.typed, 10);
        for (auto const& one : found) tell(one);
    }
    auto const created = create(work, mary(), {hub(world, "HAR")});
    told += "\ncreated at revision " + std::to_string(created->revision);
    auto changed = *created;
    changed.needs = "Large print";
    told += "\nupdated to revision " + std::to_string(update(work, changed)->revision);
    told += "\nseen afterwards: " + std::to_string(search(work, "obrien", 10)->size());
    told += "\nnotes: ";
    for (auto const& note : work->notes()) {
        told += note.action + " " + std::to_string(note.detail.size()) + ";";
    }
    return told;
}

TEST(HiddenPeople, LeaveNoTraceInAnyAnswer) {
    std::string without, with;
    {
        TestWorld world;
        recorded(world, person("Mary", "O'Brian", make_date(1981, 2, 3)), "HAR");
        without = all_that_bea_is_told(world);
    }
    {
        TestWorld world;
        recorded(world, person("Mary", "O'Brian", make_date(1981, 2, 3)), "HAR");
        for (int i = 0; i < 5; ++i) small_crowd(world);
        // They are there, and somebody else sees them.
        auto work = world.work_as("amal");
        EXPECT_EQ(search(work, "obrien", 10)->size(), 5u);
        EXPECT_EQ(matches(work, mary(), 10)->size(), 5u);
        work.finish();
        with = all_that_bea_is_told(world);
    }
    EXPECT_EQ(with, without);
}

TEST(HiddenPeople, CannotCrowdOutThoseWhomTheReaderMaySee) {
    TestWorld world;
    {
        auto work = world.work_as("amal");
        auto const scope = hub(world, "SCA");
        for (int i = 0; i < 450; ++i) ASSERT_TRUE(create(work, mary(), {scope}));
        work.finish();
    }
    auto const own = recorded(world, mary(), "HAR");
    auto work = world.work_as("bea");
    auto const found = *search(work, "obrien", 10);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].id, own);
    auto const matched = *matches(work, mary(), 10);
    ASSERT_EQ(matched.size(), 1u);
    EXPECT_EQ(matched[0].summary.id, own);
}

TEST(HiddenPeople, StayHiddenEvenWhenAKeyOfTheirsIsFiledWhereItShouldNotBe) {
    TestWorld world;
    auto const id = recorded(world, mary());
    world.run(
        "INSERT INTO person_key (scope, key, person_id) SELECT " +
        std::to_string(hub(world, "HAR")) +
        ", key, person_id FROM person_key WHERE scope = " + std::to_string(hub(world, "SCA")));
    auto work = world.work_as("bea");
    EXPECT_TRUE(search(work, "obrien", 10)->empty());
    EXPECT_TRUE(matches(work, mary(), 10)->empty());
    EXPECT_TRUE(summaries(work, {id}).empty());
}

TEST(PeopleInTwoScopesOfOneReader, AreShownOnce) {
    TestWorld world;
    auto work = world.work_as("amal");
    ASSERT_GT(work->actor().scopes.size(), 1u);
    auto const scopes = work->actor().scopes;
    ASSERT_TRUE(create(work, mary(), scopes));
    EXPECT_EQ(search(work, "obrien", 10)->size(), 1u);
    EXPECT_EQ(matches(work, mary(), 10)->size(), 1u);
}

}  // namespace

}  // namespace waymark::people
