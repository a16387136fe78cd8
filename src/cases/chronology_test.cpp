// What the chronology promises: written by people and by the system, in order, without gaps.

#include "case_world_test.h"

#include <set>

namespace waymark::cases {

namespace {

NewNote note(CaseWorld const& world, std::string body) {
    return {.case_id = world.id, .nature = "fact", .body = std::move(body)};
}

TEST(Chronology, SaysWhoWroteWhatWhenAndForWhichAgency) {
    CaseWorld world;
    world.bring_in("police");
    world.pass(std::chrono::minutes{1});
    auto const now = world.clock.now;
    world.as("carys", [&](access::Work& work) {
        return *add_note(work, {.case_id = world.id,
                                .nature = "opinion",
                                .body = "He seems unwell",
                                .happened_at = work.clock().now - std::chrono::hours{48}});
    });

    auto const page = *world.as("amal", [&](access::Work& work) {
        return chronology(work, world.id, std::nullopt, 50, {"note"});
    });

    ASSERT_EQ(page.rows.size(), 1U);
    auto const& entry = page.rows[0];
    EXPECT_EQ(entry.nature, "opinion");
    EXPECT_EQ(entry.body, "He seems unwell");
    EXPECT_EQ(entry.recorded_by_name, "carys");
    EXPECT_EQ(entry.agency_id, world.agency("police"));
    EXPECT_EQ(entry.recorded_at, now);
    EXPECT_EQ(entry.happened_at, now - std::chrono::hours{48});
    EXPECT_EQ(entry.agency_name, "North Riding Police");
    // What happened before the case was opened stands before it.
    EXPECT_EQ(world.story(), "note opened person person place partner ");
}

TEST(Chronology, PagesWithoutGapsOrRepeatsAlsoWhenAllHappenedAtOnce) {
    CaseWorld world;
    world.as("amal", [&](access::Work& work) {
        for (int i = 0; i < 23; ++i) {
            EXPECT_TRUE(add_note(work, note(world, "note " + std::to_string(i))));
        }
        return 0;
    });

    for (int const size : {1, 4, 5, 26, 27, 28, 200}) {
        std::set<std::string> seen;
        std::optional<EntryCursor> before;
        std::optional<std::pair<Instant, std::string>> last;
        int rows = 0;
        do {
            auto const page = *world.as("marek", [&](access::Work& work) {
                return chronology(work, world.id, before, size);
            });
            EXPECT_LE(page.rows.size(), static_cast<std::size_t>(size));
            for (auto const& row : page.rows) {
                std::pair const key{row.happened_at, row.id.value};
                EXPECT_TRUE(!last || key < *last);
                last = key;
                seen.insert(row.id.value);
                ++rows;
            }
            before = page.next;
        } while (before);
        EXPECT_EQ(rows, 27) << size;
        EXPECT_EQ(seen.size(), 27U) << size;
    }
}

TEST(Chronology, ShowsOnlyTheKindsAskedForAndOnlyThisCase) {
    CaseWorld world;
    auto const other = *world.as("amal", [&](access::Work& work) {
        return open(work, world.catalogue, world.well_formed());
    });
    world.as("amal", [&](access::Work& work) {
        EXPECT_TRUE(add_note(work, note(world, "here")));
        auto elsewhere = note(world, "there");
        elsewhere.case_id = other;
        EXPECT_TRUE(add_note(work, elsewhere));
        EXPECT_TRUE(add_contact(work, world.catalogue,
                                {.case_id = world.id,
                                 .channel = "in_person",
                                 .body = "Came to the counter",
                                 .person_id = world.vic}));
        return 0;
    });
    auto const page = *world.as("amal", [&](access::Work& work) {
        return chronology(work, world.id, std::nullopt, 50, {"note", "contact"});
    });
    ASSERT_EQ(page.rows.size(), 2U);
    EXPECT_EQ(page.rows[0].kind == "contact" ? page.rows[0].about_id : page.rows[1].about_id,
              world.vic.value);
}

TEST(Incidents, CountByLondonDayAlsoAfterClosing) {
    CaseWorld world;
    world.close_it();
    auto const other = *world.as("amal", [&](access::Work& work) {
        auto request = world.well_formed();
        request.people = {};
        return open(work, world.catalogue, request);
    });
    world.clock = clock_at(*parse_instant("2026-07-10T10:00"));
    // The second is at half past midnight on 6 July in London.
    for (auto const* const at : {"2026-07-05T12:00", "2026-07-05T23:30", "2026-07-07T09:00"}) {
        for (auto const& id : {world.id, other}) {
            world.as("amal", [&](access::Work& work) {
                return *add_incident(work, {.case_id = id,
                                            .happened_at = *parse_instant(at),
                                            .body = "Shouting",
                                            .place_id = world.home});
            });
        }
    }
    auto const counted = [&](unsigned from, unsigned to) {
        return *world.as("marek", [&](access::Work& work) {
            return count_incidents(work, world.id, make_date(2026, 7, from),
                                   make_date(2026, 7, to));
        });
    };
    EXPECT_EQ(counted(5, 5), 1);
    EXPECT_EQ(counted(6, 6), 1);
    EXPECT_EQ(counted(5, 7), 3);
    EXPECT_EQ(counted(8, 10), 0);
}

// What a further case of the hub has to have in common for its incidents to count.
TEST(Incidents, CountOnTheHubsOtherCasesAboutThoseHarmedOrTheSamePlace) {
    CaseWorld world;
    auto const other = *world.as("amal", [&](access::Work& work) {
        return open(work, world.catalogue, world.well_formed());
    });
    world.as("amal", [&](access::Work& work) {
        return *add_incident(
            work, {.case_id = other, .happened_at = world.clock.now, .body = "Shouting"});
    });
    // From the same victim and the same place in both, by what is different.
    auto const counted = [&](std::vector<std::string> const& changes) {
        world.run("UPDATE case_person SET role = CASE WHEN person_id = '" + world.vic.value +
                  "' THEN 'victim' ELSE 'alleged_perpetrator' END");
        world.run("UPDATE case_place SET role = 'where_it_happens'");
        for (auto const& change : changes) world.run(change);
        return *world.as("amal", [&](access::Work& work) {
            return count_incidents(work, world.id, world.clock.today, world.clock.today);
        });
    };
    auto const of_this = " WHERE case_id = '" + world.id.value + "'";
    auto const of_other = " WHERE case_id = '" + other.value + "'";
    std::string const no_victim = "UPDATE case_person SET role = 'witness'";
    std::string const no_place = "UPDATE case_place SET role = 'linked'";

    EXPECT_EQ(counted({}), 1) << "once, though both are the same";
    EXPECT_EQ(counted({no_place}), 1) << "the same victim";
    EXPECT_EQ(counted({no_place, "UPDATE case_person SET role = 'both'"}), 1);
    EXPECT_EQ(counted({no_victim}), 1) << "the same place";
    EXPECT_EQ(counted({no_victim, no_place + of_this}), 0);
    EXPECT_EQ(counted({no_victim, no_place + of_other}), 0);
    EXPECT_EQ(counted({no_place, no_victim + of_this}), 0) << "harmed there, a witness here";
    EXPECT_EQ(counted({no_place, no_victim + of_other}), 0);
    EXPECT_EQ(counted({no_place,
                       "UPDATE case_person SET person_id = '" + world.alan.value + "'" + of_other}),
              0)
        << "another victim";
    world.run("UPDATE case_person SET person_id = '" + world.vic.value + "'" + of_other);
    ASSERT_EQ(counted({}), 1);
    auto const elsewhere = "UPDATE case_record SET area_id = '" + world.area("HAR").value +
                           "' WHERE id = '" + other.value + "'";
    EXPECT_EQ(counted({elsewhere, no_place}), 0) << "another hub's case";
    EXPECT_EQ(counted({no_victim}), 0) << "another hub's case";

    world.as("amal", [&](access::Work& work) {
        return *add_incident(
            work, {.case_id = world.id, .happened_at = world.clock.now, .body = "Banging"});
    });
    EXPECT_EQ(counted({no_victim, no_place}), 1) << "its own";
}

// clang-format off
RefusalCase const kRefusals[] = {
    {"NoteByAStranger", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(add_note(work, note(w, "x"))); },
     Refusal::NotFound, "no_such_case", {}},
    {"NoteByAReader", "dpo", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(add_note(work, note(w, "x"))); },
     Refusal::Forbidden, "not_allowed", {}},
    {"NoteWithEveryMistake", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(add_note(work, {w.id, "", " ", work.clock().now + std::chrono::minutes{1}})); },
     Refusal::Invalid, "check_answers",
     {{"nature", "required"}, {"body", "required"}, {"happened_at", "in_the_future"}}},
    {"NoteOfNoNature", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(add_note(work, {w.id, "rumour", std::string(20001, 'x')})); },
     Refusal::Invalid, "check_answers", {{"nature", "not_offered"}, {"body", "too_long"}}},
    {"NoteThatIsNoText", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(add_note(work, {w.id, "fact", "\xff"})); },
     Refusal::Invalid, "check_answers", {{"body", "not_clean_text"}}},
    {"ContactWithSomebodyElse", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(add_contact(work, w.catalogue, {w.id, "pigeon", "x", PersonId{"none"}})); },
     Refusal::Invalid, "check_answers", {{"channel", "not_offered"}, {"person_id", "not_in_case"}}},
    {"ContactByAStranger", "bea", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(add_contact(work, w.catalogue, {w.id, "phone", "x"})); },
     Refusal::NotFound, "no_such_case", {}},
    {"ContactByNoChannel", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(add_contact(work, w.catalogue, {w.id, "", "x"})); },
     Refusal::Invalid, "check_answers", {{"channel", "required"}}},
    {"IncidentThatHasNotHappened", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(add_incident(work, {w.id, work.clock().now + std::chrono::minutes{1}, "x", PlaceId{"none"}})); },
     Refusal::Invalid, "check_answers", {{"place_id", "not_in_case"}, {"happened_at", "in_the_future"}}},
    {"IncidentByAStranger", "dev", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(add_incident(work, {w.id, work.clock().now, "x"})); },
     Refusal::NotFound, "no_such_case", {}},
    {"KindsThatAreNone", "amal", nothing,
     [](CaseWorld& w, access::Work& work) { return error_of(chronology(work, w.id, {}, 10, {"rumour"})); },
     Refusal::Invalid, "check_answers", {{"kinds", "not_offered"}}},
    {"TooManyKinds", "amal", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(chronology(work, w.id, {}, 10, {"note", "note", "note", "note", "note", "note", "note"})); },
     Refusal::Invalid, "check_answers", {{"kinds", "too_many"}}},
    {"CountingIncidentsByAStranger", "bea", nothing,
     [](CaseWorld& w, access::Work& work) {
         return error_of(count_incidents(work, w.id, work.clock().today, work.clock().today)); },
     Refusal::NotFound, "no_such_case", {}},
};
// clang-format on

class WritingIsRefused : public testing::TestWithParam<RefusalCase> {};

TEST_P(WritingIsRefused, AndChangesNothing) {
    expect_refused(GetParam());
}

INSTANTIATE_TEST_SUITE_P(When, WritingIsRefused, testing::ValuesIn(kRefusals),
                         [](auto const& one) { return one.param.name; });

}  // namespace

}  // namespace waymark::cases
