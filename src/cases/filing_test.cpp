// What a case that goes away takes with it: whom and what the former readers can still come upon.

#include "case_world_test.h"

#include "foundation/text.h"

namespace waymark::cases {

namespace {

people::Person entered(std::string const& name) {
    people::Person person;
    person.given_names = name;
    person.family_name = "Example";
    person.phone = "01723 000000";
    return person;
}

// The doors by which somebody comes upon Vic and upon the home: a letter for each that opens.
std::string comes_upon(CaseWorld& world, std::string const& who) {
    return world.as(who, [&](access::Work& work) {
        std::string doors;
        if (people::find(work, world.vic)) doors += "f";
        if (!people::matches(work, entered("Vic"), 10)->empty()) doors += "m";
        if (!people::search(work, "vic example", 10)->empty()) doors += "s";
        if (!people::summaries(work, {world.vic}).empty()) doors += "n";
        doors += "/";
        places::Place const home{
            .kind = "address", .line = "4 Cliff Street", .town = "Scarborough"};
        if (places::find(work, world.home)) doors += "f";
        if (!places::matches(work, home, 10)->empty()) doors += "m";
        if (!places::search(work, "cliff street", 10)->empty()) doors += "s";
        if (!places::summaries(work, {world.home}).empty()) doors += "n";
        return doors;
    });
}

constexpr char const* kEverything = "fmsn/fmsn";
constexpr char const* kNothing = "/";

std::string rows_under(CaseWorld& world, std::string const& entity_id) {
    std::string text;
    for (auto const* table : {"person_scope", "person_key", "place_scope", "place_key"}) {
        text += world.value("SELECT count(*) FROM " + std::string{table} +
                            " WHERE scope = (SELECT number FROM access_scope WHERE entity_id = '" +
                            entity_id + "')") +
                " ";
    }
    return text;
}

// As though a colleague had entered everybody: else they stay known to Amal as the one who did.
void recorded_by(CaseWorld& world, std::string const& who) {
    world.run("UPDATE person_record SET created_by = '" + world.user(who).value + "'");
    world.run("UPDATE place_record SET created_by = '" + world.user(who).value + "'");
}

void end_the_partner(CaseWorld& world, CaseId const& id) {
    EXPECT_TRUE(world.as("amal", [&](access::Work& work) {
        return end_partner(work, id, partners(work, id)->front().id, 1);
    }));
}

CaseId open_another(CaseWorld& world) {
    return *world.as("amal", [&](access::Work& work) {
        return open(work, world.catalogue, world.well_formed());
    });
}

void bring_police_into(CaseWorld& world, CaseId const& id) {
    EXPECT_TRUE(world.as("amal", [&](access::Work& work) {
        return bring_in_partner(work, {.case_id = id,
                                       .agency_id = world.agency("police"),
                                       .team_id = world.team("police_sca"),
                                       .reason = "Knows the street",
                                       .terms = world.terms()});
    }));
}

void transfer_as(CaseWorld& world, std::string const& who, CaseId const& id, char const* hub,
                 char const* lead) {
    EXPECT_TRUE(world.as(who, [&](access::Work& work) {
        return transfer(work, {.id = id,
                               .revision = find(work, id)->revision,
                               .area_id = world.area(hub),
                               .reason = "Moved house",
                               .consent = "given",
                               .lead_agency_id = world.agency("council"),
                               .lead_user_id = world.user(lead)});
    }));
}

void everybody_leaves(CaseWorld& world, CaseId const& id) {
    world.as("amal", [&](access::Work& work) {
        auto const everybody = *people(work, id);
        for (auto const& person : everybody) {
            EXPECT_TRUE(end_person(work, id, person.id, person.revision));
        }
        auto const everywhere = *places(work, id);
        for (auto const& place : everywhere) {
            EXPECT_TRUE(end_place(work, id, place.id, place.revision));
        }
        return 0;
    });
}

TEST(WithdrawingFromAPartner, TakesPeopleAndPlacesAlongWithTheCase) {
    CaseWorld world;
    bring_police_into(world, world.id);
    EXPECT_EQ(comes_upon(world, "carys"), kEverything);

    end_the_partner(world, world.id);

    EXPECT_EQ(comes_upon(world, "carys"), kNothing);
    EXPECT_EQ(rows_under(world, world.team("police_sca").value), "0 0 0 0 ");
    EXPECT_EQ(comes_upon(world, "amal"), kEverything);
    EXPECT_EQ(comes_upon(world, "helen"), kEverything);
    auto const trail = world.audit_trail();
    auto const police = world.value("SELECT number FROM access_scope WHERE entity_id = '" +
                                    world.team("police_sca").value + "'");
    std::string withdrawals;
    for (auto const& line : split(trail, '\n')) {
        if (line.find("withdraw") != std::string::npos) withdrawals += line + "\n";
    }
    EXPECT_EQ(withdrawals, "amal person.withdraw person " + police +
                               "\namal person.withdraw person " + police +
                               "\namal place.withdraw place " + police + "\n");
}

TEST(WithdrawingFromAPartner, IsUndoneByBringingThemInAgain) {
    CaseWorld world;
    bring_police_into(world, world.id);
    auto const before = rows_under(world, world.team("police_sca").value);
    end_the_partner(world, world.id);
    bring_police_into(world, world.id);
    EXPECT_EQ(rows_under(world, world.team("police_sca").value), before);
    EXPECT_EQ(comes_upon(world, "carys"), kEverything);
}

TEST(WithdrawingFromAPartner, LeavesThoseOfAnotherCaseOfTheirsUntilThatEndsToo) {
    CaseWorld world;
    auto const other = open_another(world);
    bring_police_into(world, world.id);
    bring_police_into(world, other);

    end_the_partner(world, world.id);
    EXPECT_EQ(comes_upon(world, "carys"), kEverything);
    end_the_partner(world, other);
    EXPECT_EQ(comes_upon(world, "carys"), kNothing);
}

TEST(WithdrawingFromAPartner, LeavesThoseOfAClosedCaseOfTheirs) {
    CaseWorld world;
    auto const other = open_another(world);
    bring_police_into(world, world.id);
    bring_police_into(world, other);
    world.close_it();
    end_the_partner(world, other);
    EXPECT_EQ(comes_upon(world, "carys"), kEverything);
}

TEST(WithdrawingFromAPartner, IsNotHeldUpByACaseThatIsNotTheirs) {
    CaseWorld world;
    open_another(world);
    bring_police_into(world, world.id);
    end_the_partner(world, world.id);
    EXPECT_EQ(comes_upon(world, "carys"), kNothing);
}

TEST(WithdrawingFromAPartner, LeavesWhatOneOfThemRecordedForThemselves) {
    CaseWorld world;
    auto const theirs = world.as("carys", [&](access::Work& work) {
        auto const own = access::scope_of(work.tx(), world.user("carys").value);
        return people::create(work, entered("Una"), {own})->id;
    });
    bring_police_into(world, world.id);
    EXPECT_TRUE(world.as("carys", [&](access::Work& work) {
        return add_person(work, world.catalogue, world.id, {theirs, "witness"});
    }));

    end_the_partner(world, world.id);

    EXPECT_TRUE(
        world.as("carys", [&](access::Work& work) { return bool(people::find(work, theirs)); }));
    EXPECT_EQ(comes_upon(world, "carys"), kNothing);
}

TEST(EndingOnePart, WithdrawsNobodyUntilTheCaseGoes) {
    CaseWorld world;
    bring_police_into(world, world.id);
    everybody_leaves(world, world.id);
    EXPECT_EQ(comes_upon(world, "carys"), kEverything);

    end_the_partner(world, world.id);
    EXPECT_EQ(comes_upon(world, "carys"), kNothing);
}

TEST(EndingOnePart, StillKeepsThemKnownWhereTheHistoryIsRead) {
    CaseWorld world;
    auto const other = open_another(world);
    bring_police_into(world, world.id);
    bring_police_into(world, other);
    everybody_leaves(world, other);
    end_the_partner(world, world.id);
    EXPECT_EQ(comes_upon(world, "carys"), kEverything);
}

TEST(WithdrawingFromAHub, FollowsATransfer) {
    CaseWorld world;
    recorded_by(world, "helen");
    EXPECT_EQ(comes_upon(world, "bea"), kNothing);

    transfer_as(world, "marek", world.id, "HAR", "bea");

    EXPECT_EQ(comes_upon(world, "amal"), kNothing);
    EXPECT_EQ(comes_upon(world, "marek"), kNothing);
    EXPECT_EQ(comes_upon(world, "bea"), kEverything);
    EXPECT_EQ(comes_upon(world, "helen"), kEverything);
    EXPECT_EQ(rows_under(world, world.area("SCA").value), "0 0 0 0 ");
    EXPECT_EQ(rows_under(world, world.user("amal").value), "0 0 0 0 ");

    transfer_as(world, "bea", world.id, "SCA", "amal");
    EXPECT_EQ(comes_upon(world, "amal"), kEverything);
}

TEST(WithdrawingFromAHub, LeavesThoseOfAnotherCaseThere) {
    CaseWorld world;
    recorded_by(world, "helen");
    open_another(world);
    transfer_as(world, "marek", world.id, "HAR", "bea");
    EXPECT_EQ(comes_upon(world, "amal"), kEverything);
    EXPECT_EQ(comes_upon(world, "bea"), kEverything);
}

// What amal has entered stays known to amal; what amal only led goes with the case.
TEST(WithdrawingFromAHub, LeavesWhoeverRecordedThemAndNobodyWhoOnlyLed) {
    CaseWorld by_another;
    transfer_as(by_another, "marek", by_another.id, "HAR", "bea");
    EXPECT_EQ(comes_upon(by_another, "amal"), kEverything);
    EXPECT_EQ(comes_upon(by_another, "marek"), kNothing);

    CaseWorld by_amal;
    recorded_by(by_amal, "helen");
    transfer_as(by_amal, "amal", by_amal.id, "HAR", "bea");
    EXPECT_EQ(comes_upon(by_amal, "amal"), kNothing);
    EXPECT_EQ(comes_upon(by_amal, "marek"), kNothing);
}

TEST(WithdrawingFromALeadWorker, FollowsAChangeOfLead) {
    CaseWorld world;
    recorded_by(world, "helen");
    auto const changed_to = [&](char const* lead) {
        EXPECT_TRUE(world.as("marek", [&](access::Work& work) {
            return update(work, {world.id, find(work, world.id)->revision, "Noise",
                                 world.agency("council"), world.user(lead)});
        }));
    };
    changed_to("bea");
    EXPECT_EQ(comes_upon(world, "bea"), kEverything);
    changed_to("amal");
    EXPECT_EQ(comes_upon(world, "bea"), kNothing);
    EXPECT_EQ(rows_under(world, world.user("bea").value), "0 0 0 0 ");
    EXPECT_EQ(comes_upon(world, "amal"), kEverything);
}

}  // namespace

}  // namespace waymark::cases
