// Letters, each made for the one it goes to. Vic moved from Cliff Street to Mill Lane; Alan, who is
// said to harm her, kept a key to the old home; his mother lives with him. Nell told us. Amal
// writes, Marek manages the hub, Carys is of the police.

#include "cases/letters.h"

#include "case_world_test.h"
#include "notices/notices.h"

namespace waymark::cases {

namespace {

using screening::Side;

struct LetterWorld : CaseWorld {
    PersonId nell, mother;

    LetterWorld() {
        nell = somebody("Nell", "Watcher", {});
        mother = somebody("Maud", "Example", {{"30 Castle Road", "Scarborough", "YO11 1XX"}});
        join(nell, "reporter");
        join(mother, "witness");
        change(vic, [](people::Person& person) {
            person.family_name = "Marsh";
            person.email = "vic@example.org";
            person.email_is_safe = "no";
            person.phone = "07700 900111";
            person.addresses = {{"17 Mill Lane", "Malton", "YO17 7QZ"},
                                {.line = "4 Cliff Street",
                                 .town = "Scarborough",
                                 .postcode = "YO11 2AB",
                                 .to_on = make_date(2020, 1, 1)},
                                {"5 Quay Street", "Scarborough", "YO11 1PL"}};
        });
        change(alan, [](people::Person& person) {
            person.addresses = {{"30 Castle Road", "Scarborough", "YO11 1XX"},
                                {"5 Quay Street", "Scarborough", "YO11 1PL"}};
        });
    }

    PersonId somebody(std::string const& given, std::string const& family,
                      std::vector<people::Address> const& addresses) {
        return as("amal", [&](access::Work& work) {
            auto const made = make_person(work, given);
            auto person = *people::find(work, made);
            person.family_name = family;
            person.addresses = addresses;
            EXPECT_TRUE(people::update(work, person));
            return made;
        });
    }
    void join(PersonId const& person, std::string const& role) {
        ASSERT_TRUE(as("amal", [&](access::Work& work) {
            return add_person(work, catalogue, id, {person, role});
        }));
    }
    template <class Change>
    void change(PersonId const& who, Change&& how) {
        ASSERT_TRUE(as("amal", [&](access::Work& work) {
            auto person = *people::find(work, who);
            how(person);
            return people::update(work, person);
        }));
    }

    NewLetter to(PersonId const& person, std::string const& body) const {
        return {.person = person,
                .acting_name = {},
                .route = "post",
                .address = 0,
                .acting_address = {},
                .subject = "Our visit",
                .body = body};
    }
    LetterId written(NewLetter const& letter) {
        auto const made =
            as("amal", [&](access::Work& work) { return write_letter(work, id, letter); });
        EXPECT_EQ(refusal(made), "");
        return made ? *made : LetterId{};
    }
    // "side: field code ..." or what refuses it.
    std::string checked(NewLetter const& letter) {
        return as("amal", [&](access::Work& work) {
            auto const check = check_letter(work, id, letter);
            if (!check) return said(check.error());
            std::string text = check->side == Side::Harm ? "harm:" : "any:";
            for (auto const& one : check->findings) text += " " + one.field + " " + one.what.code;
            return text;
        });
    }
    template <class T>
    static std::string refusal(Result<T> const& result) {
        return result ? "" : said(result.error());
    }
    static std::string said(Error const& error) {
        if (error.fields.empty()) return error.code;
        std::string text;
        for (auto const& field : error.fields) {
            text += (text.empty() ? "" : ", ") + field.field + " " + field.code;
        }
        return text;
    }
    Letter read(LetterId const& letter_id, std::string const& who = "amal") {
        auto const found = as(who, [&](access::Work& work) { return letter(work, letter_id); });
        EXPECT_EQ(refusal(found), "");
        return found ? *found : Letter{};
    }
    std::string decide(std::string const& who, LetterId const& letter_id, bool agreed,
                       std::string const& answer = "") {
        return as(who, [&](access::Work& work) {
            return refusal(decide_letter(work, {letter_id, 1, agreed, answer}));
        });
    }
};

TEST(Letter, ToAVictimGoesAtOnceWhereSheLivesAndSaysNothingOfTheCase) {
    LetterWorld world;
    auto const letter = world.read(world.written(world.to(world.vic, "Alan Example was warned.")));
    EXPECT_EQ(letter.state, "agreed");
    EXPECT_EQ(letter.side, Side::Any);
    EXPECT_EQ(letter.to_name, "Vic Marsh");
    EXPECT_EQ(letter.goes_to, "17 Mill Lane, Malton, YO17 7QZ");
    EXPECT_TRUE(letter.number.starts_with("L-")) << letter.number;
    EXPECT_FALSE(letter.may_decide);
    EXPECT_TRUE(world.story().ends_with("letter ")) << world.story();
}

TEST(Letter, ToWhoeverIsSaidToCauseHarmNeedsASecondPerson) {
    LetterWorld world;
    auto const id = world.written(world.to(world.alan, "You must keep the peace."));
    EXPECT_EQ(world.read(id).state, "waiting");
    EXPECT_FALSE(world.read(id).may_decide) << "who wrote it";
    EXPECT_TRUE(world.read(id, "marek").may_decide);
    EXPECT_EQ(world.decide("amal", id, true), "not_your_own");
    EXPECT_EQ(world.decide("bea", id, true), "no_such_letter");
    EXPECT_EQ(world.decide("marek", id, false), "answer required");
    EXPECT_EQ(world.decide("marek", id, true), "");
    EXPECT_EQ(world.read(id).state, "agreed");
    EXPECT_EQ(world.read(id).decided_by, world.user("marek"));
    EXPECT_EQ(world.decide("marek", id, true), "already_decided");
    EXPECT_EQ(world.decide("marek", world.written(world.to(world.alan, "x")), false, "Too short"),
              "");
}

TEST(Letter, MayNameTheWritersNumberWhoeverAgrees) {
    LetterWorld world;
    world.run("UPDATE user_account SET phone = '01723 232323' WHERE id = '" +
              world.user("amal").value + "'");
    auto const id = world.written(world.to(world.alan, "Ring me on (01723) 232 323"));
    EXPECT_EQ(world.decide("marek", id, true), "");
}

TEST(Letter, TellsTheSecondPersonAndThenWhoWroteIt) {
    LetterWorld world;
    auto const told = [&](std::string const& who) {
        return world.as(who, [](access::Work& work) {
            std::string kinds;
            for (auto const& one : notices::mine(work, 10)) kinds += one.kind + " ";
            return kinds;
        });
    };
    auto const id = world.written(world.to(world.alan, "You must keep the peace."));
    EXPECT_EQ(told("marek"), "letter_waits ");
    EXPECT_EQ(told("amal"), "");
    world.decide("marek", id, true);
    EXPECT_EQ(told("amal"), "letter_decided ");
}

TEST(Letter, ToHisHouseholdOrHisSolicitorIsOneToHim) {
    LetterWorld world;
    EXPECT_EQ(world.checked(world.to(world.mother, "Vic is well")), "harm: body other_name");
    auto acting = world.to(world.alan, "She lives at 17 Mill Lane");
    acting.acting_name = "Messrs Sharp";
    acting.acting_address = "1 Court Square, Leeds LS1 1AA";
    EXPECT_EQ(world.checked(acting), "harm: body other_address");
    acting.body = "We write to you at 1 Court Square, LS1 1AA.";
    EXPECT_EQ(world.checked(acting), "harm:");
}

TEST(Letter, ToSomebodyWhoHarmedHerElsewhereIsOneToWhoCausesHarm) {
    LetterWorld world;
    auto const friend_of_his = world.somebody("Fred", "Other", {{"9 High Street", "", ""}});
    world.join(friend_of_his, "witness");
    EXPECT_EQ(world.checked(world.to(friend_of_his, "Vic is well")), "any:");
    auto another = world.well_formed();
    another.people = {{world.vic, "victim"}, {friend_of_his, "both"}};
    ASSERT_TRUE(
        world.as("amal", [&](access::Work& work) { return open(work, world.catalogue, another); }));
    EXPECT_EQ(world.checked(world.to(friend_of_his, "Vic is well")), "harm: body other_name");
}

TEST(Letter, IsRefusedWhileItTellsTooMuchAndNothingIsKept) {
    LetterWorld world;
    auto letter = world.to(world.alan, "Vic now lives at 17 Mill Lane. Ring 07700 900111.");
    letter.subject = "Noise at 4 Cliff Street";
    EXPECT_EQ(world.checked(letter),
              "harm: subject other_address subject place body other_contact body other_name body "
              "other_address");
    EXPECT_EQ(world.as("amal",
                       [&](access::Work& work) {
                           return LetterWorld::refusal(write_letter(work, world.id, letter));
                       }),
              "subject tells_too_much, body tells_too_much");
    EXPECT_EQ(world.value("SELECT count(*) FROM case_letter"), "0");
    EXPECT_EQ(world.checked(world.to(world.vic, "Nell told us")), "any: body other_name");
}

// Charnwood, 2023: the new address in a letter to the old home.
TEST(Letter, GoesToNoAddressThatIsOverOrThatHeHas) {
    LetterWorld world;
    auto letter = world.to(world.vic, "You live at 17 Mill Lane now.");
    EXPECT_EQ(world.checked(letter), "any:");
    letter.address = 1;
    EXPECT_EQ(world.checked(letter), "address has_ended");
    letter.address = 2;
    EXPECT_EQ(world.checked(letter), "address shared_with_harm");
    letter.address = 3;
    EXPECT_EQ(world.checked(letter), "address not_found");
    letter.address.reset();
    EXPECT_EQ(world.checked(letter), "address required");
    letter.route = "email";
    EXPECT_EQ(world.checked(letter), "route not_safe");
    letter.route = "pigeon";
    EXPECT_EQ(world.checked(letter), "route not_offered");
    letter.route = "by_hand";
    EXPECT_EQ(world.checked(letter), "any: body own_other_address")
        << "handed over, it is carried home";
    EXPECT_EQ(world.checked(world.to({"none"}, "x")), "person_id not_in_case");
    letter.route = "post";
    letter.acting_name = "Her friend";
    EXPECT_EQ(world.checked(letter), "acting_address required");
    letter.acting_address = "30 Castle Rd, Scarborough";
    EXPECT_EQ(world.checked(letter), "acting_address shared_with_harm");
}

TEST(Letter, WaitsUntilItWasReadHowSheIsReached) {
    LetterWorld world;
    world.change(world.vic,
                 [](people::Person& person) { person.safe_contact = "Never on Fridays"; });
    auto letter = world.to(world.vic, "Hello");
    EXPECT_EQ(world.checked(letter), "safe_contact_read required");
    letter.safe_contact_read = true;
    EXPECT_EQ(world.checked(letter), "any:");
}

TEST(Letter, ThatTellsTooMuchByNowIsNotAgreed) {
    LetterWorld world;
    auto const id = world.written(world.to(world.alan, "Stay away from the Old Mill Hostel"));
    world.change(world.vic, [](people::Person& person) {
        person.addresses.push_back({"Old Mill Hostel", "Malton", ""});
    });
    EXPECT_EQ(world.decide("marek", id, true), "tells_too_much_now");
    EXPECT_EQ(world.read(id).state, "waiting");
}

TEST(Letter, IsWrittenByWhoRunsTheCaseAndReadByWhoSeesIt) {
    LetterWorld world;
    auto const id = world.written(world.to(world.vic, "Hello"));
    for (std::string const who : {"carys", "bea"}) {
        EXPECT_EQ(
            world.as(who,
                     [&](access::Work& work) { return LetterWorld::refusal(letter(work, id)); }),
            "no_such_letter");
        EXPECT_EQ(world.as(who,
                           [&](access::Work& work) {
                               return LetterWorld::refusal(letters(work, world.id));
                           }),
                  "no_such_case");
        EXPECT_EQ(world.as(who,
                           [&](access::Work& work) {
                               return LetterWorld::refusal(
                                   check_letter(work, world.id, world.to(world.vic, "x")));
                           }),
                  "no_such_case");
    }
    auto const list =
        *world.as("marek", [&](access::Work& work) { return letters(work, world.id); });
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].id, id);
}

}  // namespace

}  // namespace waymark::cases
