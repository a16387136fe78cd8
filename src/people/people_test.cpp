// What recording, reading and sharing people promises. Amal and Marek work in Scarborough, Bea in
// Harrogate, Carys and Dev in partner teams, Helen for the whole partnership. Tests change the one
// thing they are about.

#include "people/people.h"

#include "foundation/text.h"
#include "person_rows.h"
#include "test_world.h"

#include <gtest/gtest.h>

namespace waymark::people {

namespace {

access::Scope scope_of(TestWorld& world, std::string const& entity_id) {
    auto tx = world.database().begin(store::Mode::Read, store::Deadline::never());
    return access::scope_of(tx, entity_id);
}

access::Scope scarborough(TestWorld& world) {
    return scope_of(world, world.area("SCA").value);
}

access::Scope harrogate(TestWorld& world) {
    return scope_of(world, world.area("HAR").value);
}

Person mary() {
    Person person;
    person.given_names = "Mary Ann";
    person.family_name = "O'Brien";
    person.date_of_birth = make_date(1980, 2, 3);
    person.date_of_birth_note = "exact";
    person.gender = "female";
    person.phone = "07700 900123";
    person.phone_is_safe = "no";
    person.email = "mary@example.org";
    person.email_is_safe = "yes";
    person.safe_contact = "Text only, before noon.\nNever leave a message.";
    person.needs = "Interpreter: Polish";
    person.aliases = {{"Mary", "Jones", "former_name"}, {"Molly", "", "nickname"}};
    person.addresses = {
        {"12 High Street", "Scarborough", "YO11 1AA", std::nullopt, make_date(2020, 1, 1), {}},
        {"3 Mill Court", "Whitby", "YO21 1AB", std::nullopt, make_date(2020, 5, 1),
         make_date(2020, 12, 31)},
    };
    return person;
}

PersonId recorded(TestWorld& world, Person const& person, std::vector<access::Scope> const& scopes,
                  std::string const& by = "amal") {
    auto work = world.work_as(by);
    auto const created = create(work, person, scopes);
    work.finish();
    return created->id;
}

bool sees(TestWorld& world, std::string const& name, PersonId const& id) {
    auto work = world.work_as(name);
    auto const found = find(work, id);
    if (!found) {
        EXPECT_EQ(found.error().code, "no_such_person");
    }
    return bool(found);
}

TEST(CreatePerson, KeepsEverythingThatWasEntered) {
    TestWorld world;
    auto work = world.work_as("amal");
    auto const created = create(work, mary(), {scarborough(world)});
    ASSERT_TRUE(created);
    auto expected = mary();
    expected.id = created->id;
    expected.created_at = expected.updated_at = world.clock.now;
    expected.created_by = world.user("amal").value;
    EXPECT_EQ(*created, expected);
    EXPECT_EQ(*find(work, created->id), expected);
}

TEST(CreatePerson, WritesValuesInTheirOneWayAndFillsInWhatWasLeftOpen) {
    TestWorld world;
    auto work = world.work_as("amal");
    Person person;
    person.given_names = "  Tom ";
    person.addresses = {{"", "", "yo111aa", std::nullopt, std::nullopt, std::nullopt}};
    auto const created = create(work, person, {scarborough(world)});
    ASSERT_TRUE(created);
    EXPECT_EQ(created->given_names, "Tom");
    EXPECT_EQ(created->date_of_birth_note, "not_known");
    EXPECT_EQ(created->gender, "not_known");
    EXPECT_EQ(created->phone_is_safe, "not_known");
    EXPECT_EQ(created->email_is_safe, "not_known");
    EXPECT_EQ(created->addresses[0].postcode, "YO11 1AA");
}

TEST(CreatePerson, TellsEachReaderWhoseScopesItWasFiledUnderAndNobodyElse) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    EXPECT_TRUE(sees(world, "amal", id));
    EXPECT_TRUE(sees(world, "marek", id));
    EXPECT_TRUE(sees(world, "helen", id));
    EXPECT_TRUE(sees(world, "dpo", id));
    EXPECT_FALSE(sees(world, "bea", id));
    EXPECT_FALSE(sees(world, "carys", id));
    EXPECT_FALSE(sees(world, "dev", id));
}

TEST(CreatePerson, IsOpenToAPartnerWhoMayReferButNotSeeTheHubsPeople) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)}, "carys");
    EXPECT_FALSE(sees(world, "carys", id));
    EXPECT_TRUE(sees(world, "amal", id));
}

TEST(FindPerson, IsAConsultationAndIsNoted) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto work = world.work_as("marek");
    ASSERT_TRUE(find(work, id));
    work.finish();
    EXPECT_EQ(world.audit_trail(), "amal person.create person\nmarek person.read person\n");
    EXPECT_EQ(world.value("SELECT count(*) FROM audit_entry WHERE subject_id = '" + id.value + "'"),
              "2");
}

TEST(UpdatePerson, ReplacesEverythingAndNamesWhatChanged) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    world.pass_days(1);
    auto work = world.work_as("marek");
    auto person = *find(work, id);
    person.family_name = "Smith";
    person.phone_is_safe = "yes";
    person.aliases.pop_back();
    person.addresses.push_back({"9 Foreshore Road", "Scarborough", "YO11 1NT", {}, {}, {}});
    auto const updated = update(work, person);
    ASSERT_TRUE(updated);
    person.revision = 2;
    person.updated_at = world.clock.now;
    EXPECT_EQ(*updated, person);
    EXPECT_EQ(*find(work, id), person);
    work.finish();
    EXPECT_EQ(world.audit_trail(),
              "amal person.create person\n"
              "marek person.read person\n"
              "marek person.change person family_name,phone_is_safe,aliases,addresses\n");
}

TEST(UpdatePerson, FilesTheNewNameInEveryScopeAndNoLongerTheOld) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world), harrogate(world)});
    auto work = world.work_as("amal");
    auto person = *find(work, id);
    person.given_names = "Wendy";
    person.family_name = "Darling";
    person.aliases.clear();
    ASSERT_TRUE(update(work, person));
    work.finish();
    for (auto const* reader : {"amal", "bea", "helen"}) {
        auto reading = world.work_as(reader);
        EXPECT_EQ(search(reading, "wendy darling", 10)->size(), 1u) << reader;
        EXPECT_TRUE(search(reading, "o'brien", 10)->empty()) << reader;
    }
    EXPECT_EQ(world.value("SELECT count(*) FROM person_key WHERE key = 'sk:obrien mary ann'"), "0");
    EXPECT_EQ(world.value("SELECT count(*) FROM person_key WHERE key = 'sk:darling wendy'"), "3");
}

TEST(UpdatePerson, LeavesOtherPeoplesKeysAlone) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto const keys = [&] {
        return world.value("SELECT count(*) FROM person_key WHERE person_id = '" + id.value + "'");
    };
    auto const before = keys();
    auto const twin = recorded(world, mary(), {scarborough(world)});
    auto work = world.work_as("amal");
    auto person = *find(work, twin);
    person.family_name = "Darling";
    ASSERT_TRUE(update(work, person));
    EXPECT_EQ(search(work, "mary ann o'brien", 10)->size(), 1u);
    work.finish();
    EXPECT_EQ(keys(), before);
}

// What another transaction may have done between reading and writing.
TEST(UpdatePerson, IsGuardedByTheRevisionInTheStatementItself) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto work = world.work_as("amal");
    auto kept = load(work, {id}).front();
    EXPECT_TRUE(hold(work->tx(), id, 1));
    EXPECT_FALSE(hold(work->tx(), id, 2));
    kept.person.revision = 2;
    EXPECT_FALSE(replace(work->tx(), kept, kept));
    EXPECT_EQ(find(work, id)->revision, 1);
}

TEST(UpdatePerson, WithWhatIsThereAlreadyChangesNothing) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto work = world.work_as("amal");
    auto const same = update(work, *find(work, id));
    ASSERT_TRUE(same);
    EXPECT_EQ(same->revision, 1);
}

TEST(FileUnder, OpensThatPersonToThoseScopesAndNothingElse) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto const other = recorded(world, mary(), {scarborough(world)});
    auto work = world.work_as("amal");
    ASSERT_TRUE(file_under(work, id, {scope_of(world, world.team("police_sca").value)}));
    work.finish();
    EXPECT_TRUE(sees(world, "carys", id));
    EXPECT_FALSE(sees(world, "carys", other));
    EXPECT_FALSE(sees(world, "dev", id));
    EXPECT_FALSE(sees(world, "bea", id));
    EXPECT_TRUE(sees(world, "amal", id));
    auto reading = world.work_as("carys");
    EXPECT_EQ(search(reading, "obrien", 10)->size(), 1u);
    EXPECT_EQ(matches(reading, mary(), 10)->size(), 1u);
}

TEST(FileUnder, DoneAgainChangesNothingAndIsNotNoted) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto const scope = harrogate(world);
    auto work = world.work_as("amal");
    ASSERT_TRUE(file_under(work, id, {scope, scope}));
    work.finish();
    auto const before = world.dump();
    auto again = world.work_as("amal");
    ASSERT_TRUE(file_under(again, id, {scope}));
    EXPECT_TRUE(again->notes().empty());
    again.finish();
    EXPECT_EQ(world.dump(), before);
    EXPECT_EQ(world.audit_trail(), "amal person.create person\namal person.share person " +
                                       std::to_string(scope) + "\n");
}

// The rows of filing, in order.
std::string filing_of(TestWorld& world) {
    std::string kept;
    for (auto const& line : split(world.dump(), '\n')) {
        if (line.starts_with("person_scope") || line.starts_with("person_key")) kept += line + "\n";
    }
    return kept;
}

std::string keys_under(TestWorld& world, access::Scope scope) {
    return world.value("SELECT count(*) FROM person_key WHERE scope = " + std::to_string(scope));
}

void withdrawn(TestWorld& world, PersonId const& id, std::vector<access::Scope> const& scopes,
               std::string const& by = "amal") {
    auto work = world.work_as(by);
    EXPECT_TRUE(withdraw(work, id, scopes));
    work.finish();
}

TEST(Withdraw, HidesThatPersonFromThoseScopesAndLeavesNoKeyThere) {
    TestWorld world;
    auto const scope = harrogate(world);
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto work = world.work_as("amal");
    ASSERT_TRUE(file_under(work, id, {scope}));
    work.finish();
    EXPECT_GT(std::stoi(keys_under(world, scope)), 16) << "more than one statement takes";

    withdrawn(world, id, {scope});

    EXPECT_FALSE(sees(world, "bea", id));
    EXPECT_TRUE(sees(world, "amal", id));
    EXPECT_TRUE(sees(world, "helen", id));
    EXPECT_EQ(keys_under(world, scope), "0");
    for (auto const* reader : {"amal", "bea"}) {
        auto reading = world.work_as(reader);
        auto const shown = std::string{reader} == "bea" ? 0u : 1u;
        EXPECT_EQ(search(reading, "obrien", 10)->size(), shown) << reader;
        EXPECT_EQ(matches(reading, mary(), 10)->size(), shown) << reader;
    }
}

TEST(Withdraw, LeavesOthersWhoAreFiledThereUnderTheSameKeys) {
    TestWorld world;
    auto const scope = harrogate(world);
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto const other = recorded(world, mary(), {scarborough(world)});
    auto work = world.work_as("amal");
    ASSERT_TRUE(file_under(work, other, {scope}));
    work.finish();
    auto const before = filing_of(world);
    auto again = world.work_as("amal");
    ASSERT_TRUE(file_under(again, id, {scope}));
    again.finish();

    withdrawn(world, id, {scope});

    EXPECT_EQ(filing_of(world), before);
    EXPECT_TRUE(sees(world, "bea", other));
}

TEST(Withdraw, IsUndoneExactlyByFilingAgain) {
    TestWorld world;
    auto const scope = harrogate(world);
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto work = world.work_as("amal");
    ASSERT_TRUE(file_under(work, id, {scope}));
    work.finish();
    auto const before = filing_of(world);
    withdrawn(world, id, {scope});
    EXPECT_NE(filing_of(world), before);
    auto again = world.work_as("amal");
    ASSERT_TRUE(file_under(again, id, {scope}));
    again.finish();
    EXPECT_EQ(filing_of(world), before);
    auto const number = std::to_string(scope);
    EXPECT_EQ(world.audit_trail(), "amal person.create person\namal person.share person " + number +
                                       "\namal person.withdraw person " + number +
                                       "\namal person.share person " + number + "\n");
}

TEST(Withdraw, DoneAgainOrOfNothingChangesNothingAndIsNotNoted) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto const scope = harrogate(world);
    auto const before = world.dump();
    auto work = world.work_as("amal");
    EXPECT_TRUE(withdraw(work, id, {scope, scope}));
    EXPECT_TRUE(withdraw(work, new_id<PersonId>(Instant{}), {scope}));
    EXPECT_TRUE(work->notes().empty());
    work.finish();
    EXPECT_EQ(world.dump(), before);
}

TEST(Withdraw, NeverShutsOutThePartnershipOrWhoeverRecordedIt) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto scopes = world.work_as("amal")->actor().scopes;
    auto work = world.work_as("amal");
    auto const own = access::scope_of(work->tx(), world.user("amal").value);
    auto const theirs = access::scope_of(work->tx(), world.user("marek").value);
    scopes.push_back(theirs);
    scopes.push_back(access::scope_of(work->tx(), world.partnership().value));
    ASSERT_TRUE(file_under(work, id, {own, theirs}));
    work.finish();

    // By somebody who need not see it.
    withdrawn(world, id, scopes, "bea");

    EXPECT_FALSE(sees(world, "marek", id));
    EXPECT_TRUE(sees(world, "amal", id));
    EXPECT_TRUE(sees(world, "helen", id));
}

TEST(Withdraw, AlsoOfWhatACommandRecorded) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    world.run("UPDATE person_record SET created_by = 'system:import'");
    auto const scopes = world.work_as("amal")->actor().scopes;
    withdrawn(world, id, scopes);
    EXPECT_FALSE(sees(world, "amal", id));
    EXPECT_TRUE(sees(world, "helen", id));
}

TEST(Summaries, ShowThoseWhomTheReaderMaySeeInTheOrderAsked) {
    TestWorld world;
    auto const first = recorded(world, mary(), {scarborough(world)});
    auto const hidden = recorded(world, mary(), {harrogate(world)}, "bea");
    Person tom;
    tom.given_names = "Tom";
    auto const second = recorded(world, tom, {scarborough(world)});
    auto work = world.work_as("amal");
    auto const list = summaries(work, {second, hidden, first, second});
    ASSERT_EQ(list.size(), 3u);
    EXPECT_EQ(list[0].given_names, "Tom");
    EXPECT_EQ(list[0].line, "");
    EXPECT_EQ(list[1], (Summary{first, "Mary Ann", "O'Brien", make_date(1980, 2, 3), "exact",
                                "12 High Street", "Scarborough", "YO11 1AA"}));
    EXPECT_EQ(list[2].id, second);
    EXPECT_TRUE(work->notes().empty());
}

TEST(Summaries, HoldMoreThanOneStatementsWorth) {
    TestWorld world;
    std::vector<PersonId> ids;
    for (int i = 0; i < 70; ++i) ids.push_back(recorded(world, mary(), {scarborough(world)}));
    auto work = world.work_as("amal");
    EXPECT_EQ(summaries(work, ids).size(), 70u);
}

TEST(Summaries, AreEmptyForThoseWhoMayNotReadPeople) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    world.run("UPDATE role_assignment SET role = 'analyst' WHERE user_id = '" +
              world.user("marek").value + "'");
    auto work = world.work_as("marek");
    EXPECT_FALSE(work->actor().scopes.empty());
    EXPECT_TRUE(summaries(work, {id}).empty());
}

// The whole refusal contract of create and update. Every row is given to both.
struct MistakeCase {
    char const* name;
    void (*arrange)(Person& person);
    std::vector<FieldError> fields;
};

std::string letters(std::size_t count) {
    return std::string(count, 'a');
}

// clang-format off
MistakeCase const kMistakes[] = {
    {"NeitherName", [](Person& p) { p.given_names = " "; p.family_name = ""; }, {{"given_names", "required"}}},
    {"NameTooLong", [](Person& p) { p.family_name = letters(121); }, {{"family_name", "too_long"}}},
    {"NameOfTwoLines", [](Person& p) { p.given_names = "Mary\nAnn"; }, {{"given_names", "not_one_line"}}},
    {"NameNotText", [](Person& p) { p.given_names = "Mar\xff"; }, {{"given_names", "not_clean_text"}}},
    {"BornTomorrow", [](Person& p) { p.date_of_birth = make_date(2026, 2, 3); }, {{"date_of_birth", "in_the_future"}}},
    {"BornBefore1900", [](Person& p) { p.date_of_birth = make_date(1899, 12, 31); }, {{"date_of_birth", "too_early"}}},
    {"ExactButWithoutDate", [](Person& p) { p.date_of_birth.reset(); }, {{"date_of_birth", "required"}}},
    {"EstimatedButWithoutDate", [](Person& p) { p.date_of_birth.reset(); p.date_of_birth_note = "estimated"; }, {{"date_of_birth", "required"}}},
    {"NotKnownButWithDate", [](Person& p) { p.date_of_birth_note = "not_known"; }, {{"date_of_birth_note", "not_offered"}}},
    {"OtherDateNote", [](Person& p) { p.date_of_birth_note = "maybe"; }, {{"date_of_birth_note", "not_offered"}}},
    {"OtherGender", [](Person& p) { p.gender = "x"; }, {{"gender", "not_offered"}}},
    {"NoPhone", [](Person& p) { p.phone = "ask her sister"; }, {{"phone", "not_a_phone"}}},
    {"PhoneTooLong", [](Person& p) { p.phone = std::string(41, '0'); }, {{"phone", "too_long"}}},
    {"PhoneSafetyOther", [](Person& p) { p.phone_is_safe = "maybe"; }, {{"phone_is_safe", "not_offered"}}},
    {"NoEmail", [](Person& p) { p.email = "mary at example"; }, {{"email", "not_an_email"}}},
    {"EmailTooLong", [](Person& p) { p.email = letters(250) + "@b.uk"; }, {{"email", "too_long"}}},
    {"EmailSafetyOther", [](Person& p) { p.email_is_safe = "1"; }, {{"email_is_safe", "not_offered"}}},
    {"SafeContactTooLong", [](Person& p) { p.safe_contact = letters(2001); }, {{"safe_contact", "too_long"}}},
    {"NeedsTooLong", [](Person& p) { p.needs = letters(2001); }, {{"needs", "too_long"}}},
    {"AliasWithoutName", [](Person& p) { p.aliases[1].given_names = ""; }, {{"aliases[1].given_names", "required"}}},
    {"AliasOfOtherKind", [](Person& p) { p.aliases[0].kind = ""; }, {{"aliases[0].kind", "not_offered"}}},
    {"AliasesTooMany", [](Person& p) { p.aliases.assign(21, p.aliases[0]); }, {{"aliases", "too_many"}}},
    {"AddressEmpty", [](Person& p) { p.addresses[1] = {}; }, {{"addresses[1].line", "required"}}},
    {"AddressLineTooLong", [](Person& p) { p.addresses[0].line = letters(201); }, {{"addresses[0].line", "too_long"}}},
    {"TownTooLong", [](Person& p) { p.addresses[0].town = letters(101); }, {{"addresses[0].town", "too_long"}}},
    {"NoPostcode", [](Person& p) { p.addresses[0].postcode = "YO1"; }, {{"addresses[0].postcode", "not_a_postcode"}}},
    {"PlaceIdIsNone", [](Person& p) { p.addresses[0].place_id = PlaceId{"here"}; }, {{"addresses[0].place_id", "not_found"}}},
    {"LeftBeforeArriving", [](Person& p) { p.addresses[0].to_on = make_date(2019, 12, 31); }, {{"addresses[0].to_on", "before_start"}}},
    {"AddressesTooMany", [](Person& p) { p.addresses.assign(31, p.addresses[0]); }, {{"addresses", "too_many"}}},
    {"EveryMistakeAtOnce", [](Person& p) { p.given_names = p.family_name = ""; p.gender = "?"; p.phone = "?"; p.addresses[1].postcode = "?"; },
     {{"given_names", "required"}, {"gender", "not_offered"}, {"phone", "not_a_phone"}, {"addresses[1].postcode", "not_a_postcode"}}},
};
// clang-format on

class PersonIsRefused : public testing::TestWithParam<MistakeCase> {};

TEST_P(PersonIsRefused, AndChangesNothing) {
    TestWorld world;
    auto const id = recorded(world, mary(), {scarborough(world)});
    auto person = mary();
    person.id = id;
    GetParam().arrange(person);
    auto const before = world.dump();
    for (bool const is_new : {true, false}) {
        auto work = world.work_as("amal");
        auto const refused =
            is_new ? create(work, person, {scarborough(world)}) : update(work, person);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().refusal, Refusal::Invalid);
        EXPECT_EQ(refused.error().fields, GetParam().fields);
        EXPECT_TRUE(work->notes().empty());
        work.finish();
    }
    EXPECT_EQ(world.dump(), before);
}

INSTANTIATE_TEST_SUITE_P(When, PersonIsRefused, testing::ValuesIn(kMistakes),
                         [](auto const& one) { return one.param.name; });

TEST(PersonIsAccepted, AtTheLimitsOfWhatIsAllowed) {
    TestWorld world;
    auto work = world.work_as("amal");
    auto person = mary();
    person.given_names = letters(120);
    person.family_name = "";
    person.date_of_birth = world.clock.today;
    person.date_of_birth_note = "estimated";
    person.safe_contact = letters(2000);
    person.addresses[0].line = letters(200);
    person.addresses[0].place_id = new_id<PlaceId>(world.clock.now);
    person.addresses[0].to_on = person.addresses[0].from_on;
    person.aliases.assign(20, person.aliases[0]);
    person.addresses.assign(30, person.addresses[0]);
    EXPECT_TRUE(create(work, person, {scarborough(world)}));
}

// Refusals that come before anything is looked at, or because of what is there.
struct RefusalCase {
    char const* name;
    char const* actor;
    void (*arrange)(TestWorld& world, PersonId& id);
    Error (*ask)(access::Work& work, PersonId const& id);
    Refusal refusal;
    char const* code;
};

template <class T>
Error error_of(Result<T> const& result) {
    return result ? Error{Refusal::Invalid, "was_not_refused"} : result.error();
}

Error ask_update(access::Work& work, PersonId const& id) {
    auto person = mary();
    person.id = id;
    person.needs = "Changed";
    return error_of(update(work, person));
}

void nothing(TestWorld&, PersonId&) {}

void no_such_id(TestWorld&, PersonId& id) {
    id = new_id<PersonId>(clock_at(Instant{}).now);
}

// clang-format off
RefusalCase const kRefusals[] = {
    {"FindByAStranger", "bea", nothing, [](access::Work& w, PersonId const& id) { return error_of(find(w, id)); }, Refusal::NotFound, "no_such_person"},
    {"FindOfNobody", "amal", no_such_id, [](access::Work& w, PersonId const& id) { return error_of(find(w, id)); }, Refusal::NotFound, "no_such_person"},
    {"FindByAnAdministrator", "admin", nothing, [](access::Work& w, PersonId const& id) { return error_of(find(w, id)); }, Refusal::Forbidden, "not_allowed"},
    {"CreateByAnAdministrator", "admin", nothing, [](access::Work& w, PersonId const&) { return error_of(create(w, mary(), {})); }, Refusal::Forbidden, "not_allowed"},
    {"UpdateByAStranger", "bea", nothing, ask_update, Refusal::NotFound, "no_such_person"},
    {"UpdateOfNobody", "amal", no_such_id, ask_update, Refusal::NotFound, "no_such_person"},
    {"UpdateByAReaderOnly", "dpo", nothing, ask_update, Refusal::Forbidden, "not_allowed"},
    {"UpdateOfWhatSomebodyElseChanged", "amal", [](TestWorld& w, PersonId&) { w.run("UPDATE person_record SET revision = 2"); }, ask_update, Refusal::Stale, "changed_by_someone_else"},
    {"SharingByAStranger", "bea", nothing, [](access::Work& w, PersonId const& id) { return error_of(file_under(w, id, w.actor().scopes)); }, Refusal::NotFound, "no_such_person"},
    {"SharingByAReaderOnly", "dpo", nothing, [](access::Work& w, PersonId const& id) { return error_of(file_under(w, id, w.actor().scopes)); }, Refusal::Forbidden, "not_allowed"},
    {"WithdrawingByAReaderOnly", "dpo", nothing, [](access::Work& w, PersonId const& id) { return error_of(withdraw(w, id, w.actor().scopes)); }, Refusal::Forbidden, "not_allowed"},
    {"MatchingByAnAdministrator", "admin", nothing, [](access::Work& w, PersonId const&) { return error_of(matches(w, mary(), 10)); }, Refusal::Forbidden, "not_allowed"},
    {"SearchByAnAdministrator", "admin", nothing, [](access::Work& w, PersonId const&) { return error_of(search(w, "mary", 10)); }, Refusal::Forbidden, "not_allowed"},
};
// clang-format on

class AskingIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(AskingIsRefused, AndChangesNothing) {
    TestWorld world;
    auto id = recorded(world, mary(), {scarborough(world)});
    GetParam().arrange(world, id);
    auto const before = world.dump();
    auto work = world.work_as(GetParam().actor);
    auto const error = GetParam().ask(work, id);
    EXPECT_EQ(error.refusal, GetParam().refusal);
    EXPECT_EQ(error.code, GetParam().code);
    EXPECT_TRUE(work->notes().empty());
    work.finish();
    EXPECT_EQ(world.dump(), before);
}

INSTANTIATE_TEST_SUITE_P(When, AskingIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::people
